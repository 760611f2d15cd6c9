"""Names by the customs of several languages; the people are invented."""

import pytest

from kg.identity.names import compare, keys, parse

SAME = [
    ("Nie Rongda", "Nieh Jung-ta"),  # a family that extraction knows in one romanisation only
    ("Bo Yimin", "Po I-min"),
    ("Hsi Chung-lin", "Xi Zhonglin"),
    ("Pak Hon-chol", "Park Heon Chul"),
    ("Ri Ju-yong", "Lee Joo-young"),
    ("Choe Tu-gon", "Choi Doo-kun"),
    ("Chon Du-hwan", "Chun Doo Hwan"),
    ("Yi Chong-ok", "Ri Jong Ok"),
    ("Nuri al-Safi", "Nuri es-Safi"),
    ("Nuri Safi", "Nuri as-Safi"),
    ("Gamal Abdel Mansur", "Jamal Abd al-Mansur"),
    ("Abdul Karim Kasser", "Abd al-Karim Qasser"),
    ("Salah ad-Din al-Baytar", "Salah al-Din Baytar"),
    ("Carlos Lezama", "Carlos Lezama Ruz"),
    ("Lezama y Ruz, Carlos", "Carlos Lezama"),
    ("Lezama-Ruz, Carlos", "Gen. Carlos Lezama Ruz"),
    ("José María Lezama Ibarra", "Lezama, Jose M."),
    ("Võ Nguyên Phúc", "Vo Nguyen Phuc"),
    ("Phuc, Vo Nguyen", "Vo Nguyen Phuc"),
]
APART = [
    ("Li Pengda", "Li Pingda"),  # each vowel counts
    ("Kim Jong Il", "Kim Jong Un"),
    ("Park Chung Hee", "Park Chul Hee"),
    ("Kim Yong-nam", "Kim Yong-ju"),
    ("Carlos Lezama Ruz", "Carlos Lezama Ortiz"),  # two mothers
    ("Raúl Lezama Ruz", "Carlos Lezama Ruz"),
    ("Abdullah al-Safi", "Abdullah al-Salim"),
    ("Vo Nguyen Phuc", "Vo Nguyen Linh"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_name_in_two_customs_is_one(left: str, right: str) -> None:
    assert compare(left, right).score >= 0.8
    assert set(keys(left)) & set(keys(right))


@pytest.mark.parametrize(("left", "right"), APART)
def test_two_names_in_one_custom_are_two(left: str, right: str) -> None:
    assert compare(left, right).score == 0


@pytest.mark.parametrize(
    ("form", "surname", "given"),
    [
        ("Juan Lechin", "lechin", ("juan",)),
        ("Juan Domingo Lezama", "lezama", ("juan", "domingo")),
        ("Antonio de Oliveira Lemos", "lemos", ("antonio", "de", "oliveira")),  # the Portuguese are called by the last
        ("Lee Harvey Ostrow", "ostrow", ("lee", "harvey")),
        ("Kim Filby", "filby", ("kim",)),
        ("Dan Rusu", "rusu", ("dan",)),
        ("Abdullah", "abdullah", ()),
        ("Ann-Marie Smith", "smith", ("ann", "marie")),
    ],
)
def test_what_only_looks_so_is_taken_apart_as_it_was(form: str, surname: str, given: tuple[str, ...]) -> None:
    name = parse(form)
    assert (name.spelt, name.given) == (surname, given)
