"""What kg.toml says is used, and what it cannot mean is refused."""

from pathlib import Path

import pytest

from kg.errors import SettingsError
from kg.settings import build_date, load


def corpus(tmp_path: Path, toml: str) -> Path:
    (tmp_path / "kg.toml").write_text(toml, encoding="utf-8")
    return tmp_path


def test_without_a_file_base_and_title_are_made_up_from_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "Letters of 1956"
    folder.mkdir()
    settings = load(folder)
    assert (settings.base, settings.title, settings.made_up) == (
        "http://localhost:8000/letters-of-1956/",
        "Letters of 1956",
        True,
    )


def test_what_is_given_is_used(tmp_path: Path) -> None:
    settings = load(
        corpus(
            tmp_path,
            '[dataset]\nbase = "https://example.org/a/"\nlanguages = ["en", "ru"]\n[documents]\ntexts = "publish"\n',
        )
    )
    assert (settings.base, settings.languages, settings.texts, settings.made_up) == (
        "https://example.org/a/",
        ("en", "ru"),
        "publish",
        False,
    )


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("[dataset\n", "not readable as TOML"),
        ("[datasets]\n", r"no table \[datasets\]"),
        ('[dataset]\nbsae = "x"\n', "no key 'bsae'"),
        ('[dataset]\nbase = "https://example.org/a"\n', "end in a slash"),
        ('[dataset]\nbase = "example.org/"\n', "must begin with http"),
        ('[documents]\ntexts = "hide"\n', "neither"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_file_named(tmp_path: Path, toml: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told) as caught:
        load(corpus(tmp_path, toml))
    assert "kg.toml" in str(caught.value)


def test_the_date_comes_from_the_environment_then_the_settings_then_the_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dated, undated = load(corpus(tmp_path, '[dataset]\ndate = "2020-02-02"\n')), load(tmp_path / "nowhere")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert (build_date(dated, 86_400), build_date(undated, 86_400)) == ("2020-02-02", "1970-01-02")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "172800")
    assert build_date(dated, 0) == "1970-01-03"
