"""From bytes to text: UTF-8, UTF-16 with its mark, what a saved page says of itself. All else is refused in words.

An encoding is never guessed: a wrong guess would change names without a sign ("Dubèek"), and every quotation with them.
"""

import codecs
import re
from typing import Final

from kg.errors import ReadError

_MARKS: Final = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_CHARSET: Final = re.compile(
    rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*(?P<name>[A-Za-z][\w:.-]{1,30})", re.IGNORECASE
)
PAGE: Final = re.compile(
    rb"\s*+(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*(?:<!DOCTYPE\s+html|<html\b)",
    re.IGNORECASE | re.DOTALL,
)
"""How a web page begins."""

_HEAD: Final = 4000  # bytes in which a page shows that it is one, and names its encoding
_WESTERN: Final = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}
"""What browsers take these names for (WHATWG Encoding Standard)."""

_OFFICE: Final = "a file of an office program. Save it as text or as PDF."
_PICTURE: Final = "a picture, not text. Run it through OCR first."
_ARCHIVE: Final = "an archive of a kind that is not opened here. Pack its files as zip, or name the folder."
_KINDS: Final = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE),
    (b"{\\rtf", _OFFICE),
    (b"PK\x03\x04", "a zip file, and damaged. Fetch it anew."),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"AT&TFORM", _PICTURE),
    (b"RIFF", _PICTURE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!", _ARCHIVE),
    (b"%!PS", "a PostScript file. Save it as PDF."),
)
"""How files begin that are no text, and what to do with them."""


def decoded(path: str, data: bytes) -> str:
    """Return the content as text, exactly: no newline is translated, and a byte order mark stays in its place.

    Raises:
        ReadError: the bytes are no text, or in an encoding that they do not name.

    """
    for mark, what in _KINDS:
        if data.startswith(mark):
            raise ReadError(f"{path}: this is {what}")
    encoding = encoding_of(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            f"{path}: this file is not text in {encoding.upper()} (byte {error.start}); it may be in {_likely(data)}. "
            "Open it in an editor in its own encoding and save it as UTF-8."
        ) from error
    if (zero := text.find("\0")) >= 0:
        raise ReadError(
            f"{path}: this is no text: character {zero} is a zero byte. If it is text in UTF-16, save it as UTF-8."
        )
    return text


def encoding_of(data: bytes) -> str:
    """Return the encoding that the bytes show: a mark, else what a web page names where it is no UTF-8, else UTF-8."""
    if data[:2] in _MARKS:
        return _MARKS[data[:2]]
    named = _CHARSET.search(data, 0, _HEAD) if PAGE.match(data, 0, _HEAD) else None
    if named is None or _is_utf_8(data):
        return "utf-8"
    name = named["name"].decode("ascii").lower()
    try:
        return codecs.lookup(_WESTERN.get(name, name)).name
    except LookupError:
        return "utf-8"


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _likely(data: bytes) -> str:
    """Return what encodings the bytes may be in, for a message: of Cyrillic text most letters lie above ASCII."""
    high = sum(byte > 0x7F for byte in data)
    low = sum(chr(byte).isalpha() for byte in data if byte <= 0x7F)
    if high > low:
        return "Windows-1251 or KOI8-R (Cyrillic)"
    return "Windows-1252 (Western Europe) or Windows-1250 (Central Europe)"
