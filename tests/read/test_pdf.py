"""PDF files are read from their text layer; the files are made here, page by page."""

from collections.abc import Sequence

import pytest

from kg.errors import ReadError
from kg.model import Document
from kg.read import Source, read_source


def pdf(pages: Sequence[Sequence[str]], trailer: str = "") -> bytes:
    """Return a PDF file with these lines on its pages."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = "".join(f"1 0 0 1 72 {740 - 20 * at} Tm ({line}) Tj\n" for at, line in enumerate(lines))
        stream = f"BT /F1 12 Tf\n{shown}ET" if lines else "72 72 99 99 re f"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    data, places = "%PDF-1.4\n", []
    for number, words in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{words}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return f"{data}xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def document(pages: Sequence[Sequence[str]]) -> Document:
    return read_source(Source("papers/a.pdf", pdf(pages), "papers"))


def test_pages_follow_each_other_with_a_form_feed_between() -> None:
    page = document([["The mole is not finished.", "Nobody came."], ["Stone is wanted.", "So is coal."]])
    assert page.text == "The mole is not finished.\nNobody came.\n\fStone is wanted.\nSo is coal."
    assert page.reader.startswith("pdf/1 pypdfium2/")


def test_running_heads_and_page_numbers_are_left_out() -> None:
    page = document([["Harbour Papers", f"Text of part {part}.", "Its end.", str(part)] for part in "123"])
    assert "Harbour Papers" not in page.text
    assert page.text.split("\n\f")[1] == "Text of part 2.\nIts end."


def test_pages_without_text_are_told_by_their_numbers() -> None:
    page = document([["The mole is not finished.", "Nobody came."], [], []])
    assert [(i.code, i.message.rpartition("pages ")[2]) for i in page.issues if i.code == "no-text-layer"] == [
        ("no-text-layer", "2, 3.")
    ]


def test_a_file_of_nothing_but_pictures_is_an_error() -> None:
    with pytest.raises(ReadError, match=r"papers/a.pdf: no page of this PDF has a text layer"):
        document([[], []])


def test_an_encrypted_file_is_an_error() -> None:
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'00' * 32}> /U <{'11' * 32}> >> /ID [<00> <00>]"
    with pytest.raises(ReadError, match="is encrypted"):
        read_source(Source("a.pdf", pdf([["Words"]], lock), "c"))


def test_the_archives_page_is_known_in_a_pdf() -> None:
    cover = [
        "May 17, 1961",
        "Minutes of the Harbour Committee",
        "Citation:",
        "Minutes, May 17, 1961, Wilson Center Digital Archive, SHA, f. 7, op. 2",
        "https://digitalarchive.wilsoncenter.org/document/990041",
        "Original Language:",
        "Hungarian",
        "Contents:",
        "Translation - English",
    ]
    page = document([cover, ["The mole is not finished."]])
    assert (page.key, page.language) == ("wilson-990041", "en")
    assert {"date": "1961-05-17", "original-language": "hu"}.items() <= {f.name: f.value for f in page.fields}.items()
