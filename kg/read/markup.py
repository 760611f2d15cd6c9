"""From a tree of elements to running text that remembers where each element stands: shared by the HTML and TEI readers.

White space is folded as a browser does it; blocks stand in paragraphs of their own. A superscript number becomes
superscript digits, as the page shows it. Nothing outside the file is ever fetched and no entity is expanded.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from kg.errors import ReadError
from kg.read.source import Source

Element = etree._Element  # noqa: SLF001 - lxml has no public name for it

SUPERSCRIPT: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_DOCTYPE: Final = re.compile(rb"<!DOCTYPE\s[^>\[]{0,300}(?P<more>\[|SYSTEM|PUBLIC)|<!ENTITY", re.IGNORECASE)
_DOCTYPE_REACH: Final = 20_000


@dataclass(slots=True)
class Flat:
    """Text in the making: its pieces, their length, the separator owed before the next word, the elements' places."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    owed: str = ""
    spans: dict[Element, tuple[int, int]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.pieces)


def local(element: Element) -> str:
    """Return the name of an element without its namespace; empty for comments and instructions."""
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """Return an attribute by its name without a namespace ("id" for xml:id), or nothing."""
    return next(
        (str(value) for key, value in sorted(element.attrib.items()) if str(key).rpartition("}")[2] == name), ""
    )


def owe(flat: Flat, separator: str) -> None:
    """Ask for a separator before the next word; the longest asked for is written, and none at the very beginning."""
    if len(separator) > len(flat.owed):
        flat.owed = separator


def put(flat: Flat, words: str) -> None:
    """Add words, white space folded, after the separator that is owed."""
    folded = _SPACE.sub(" ", words)
    if folded.startswith(" "):
        owe(flat, " ")
    stripped = folded.strip(" ")
    if stripped:
        if flat.length and flat.owed:
            flat.pieces.append(flat.owed)
            flat.length += len(flat.owed)
        flat.pieces.append(stripped)
        flat.length += len(stripped)
        flat.owed = " " if folded.endswith(" ") else ""


def flatten(
    flat: Flat, element: Element, separator: Callable[[str], str], special: Callable[[Flat, Element], bool]
) -> None:
    """Add the text of an element and all in it.

    `separator` tells what stands round an element of that name (two line feeds for a paragraph, nothing for a word);
    `special` may deal with an element itself and says whether it did.
    """
    if not special(flat, element):
        around = separator(local(element))
        owe(flat, around)
        start = flat.length + (len(flat.owed) if flat.length else 0)
        put(flat, element.text or "")
        for child in element:
            flatten(flat, child, separator, special)
        if flat.length > start:
            flat.spans[element] = (start, flat.length)
        owe(flat, around)
    if element.getparent() is not None:
        put(flat, element.tail or "")


def parse_xml(source: Source) -> Element:
    """Return the root of an XML file.

    Raises:
        ReadError: it is not well-formed, defines or fetches entities, or includes other files.

    """
    if _DOCTYPE.search(source.data[:_DOCTYPE_REACH]):
        raise ReadError(
            f"{source.path}: this XML defines entities or points to a DTD outside the file, which is never fetched. "
            "Resolve the entities and remove the DOCTYPE."
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(source.data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(f"{source.path}: this XML is not well-formed ({error}).") from error
    if any(str(element.tag).endswith("/XInclude}include") for element in root.iter()):
        raise ReadError(
            f"{source.path}: parts of this XML stand in other files (XInclude). Put them in and build again."
        )
    return root
