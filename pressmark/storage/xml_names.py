"""The names of the file format: `urn:pressmark:article:1` with Dublin Core terms for the source."""

from collections.abc import Iterator

from lxml import etree

VERSION = 1
ARTICLE = "urn:pressmark:article:1"
DC = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
NAMESPACES = {None: ARTICLE, "dc": DC, "dcterms": DCTERMS}

SOURCE_ELEMENTS = {
    f"{{{DC}}}title": "headline",
    f"{{{DC}}}publisher": "outlet",
    f"{{{DC}}}creator": "author",
    f"{{{DCTERMS}}}issued": "published",
    f"{{{DC}}}language": "language",
    f"{{{DC}}}identifier": "url",
}
"""Dublin Core element → field of `SourceRecord`, in the order they are written."""

WORDS_ELEMENTS = {
    "title": "title",
    "for": "addressee",
    "from": "sender",
    "date": "date",
    "caveat": "caveat",
    "bottom-line": "bottom_line",
    "version": "version",
    "judgements": "judgements",
    "rates": "rates",
}
"""Element of `<brief>` → field of `BriefWords`, in the order they are written."""


def named(name: str) -> str:
    """The name in our namespace, as lxml writes it."""
    return f"{{{ARTICLE}}}{name}"


def text_of(element: etree._Element | None) -> str:
    """All characters of an element, also those after a comment or inside an element of another hand."""
    if element is None:
        return ""
    return "".join(element.itertext()) if len(element) else element.text or ""


def number_of(text: str) -> int:
    """A number of up to fifteen digits; 0 for anything else."""
    return int(text) if text.isdecimal() and len(text) <= 15 else 0


def foreign_children(parent: etree._Element, known: frozenset[str]) -> tuple[str, ...]:
    """Children that are none of the known names, in canonical XML, to be written back as they came."""
    return tuple(
        etree.tostring(child, method="c14n", with_tail=False).decode("utf-8")
        for child in elements(parent)
        if child.tag not in known
    )


def elements(parent: etree._Element) -> Iterator[etree._Element]:
    """The child elements, without comments and processing instructions."""
    yield from parent.iterchildren(etree.Element)
