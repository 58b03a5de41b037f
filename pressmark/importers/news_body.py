"""The text of a piece of news, as NITF, as XHTML or as escaped HTML, as blocks."""

import re
from html import unescape

from lxml import etree

from pressmark.importers.html_blocks import blocks_of
from pressmark.importers.html_tree import tree_of
from pressmark.importers.imported import BlockText, check_length
from pressmark.importers.plain_text import blocks_of_text

_AS_HTML = {
    "hl1": "h1", "hl2": "h2", "block": "div", "bq": "blockquote", "credit": "p", "datasource": "p",
    "media": "div", "media-caption": "figcaption", "nitf-table": "div", "nitf-table-summary": "p",
    "custom-table": "table", "byline": "p", "byttl": "p", "dateline": "p", "distributor": "p", "tagline": "p",
    "abstract": "div", "footnote": "p", "copyrite": "p", "note": "div",
}  # fmt: skip
"""NITF's elements that begin a block, as the elements of HTML that do the same."""

_NOT_TEXT = frozenset((
    "media-reference", "media-object", "media-metadata", "media-producer", "nitf-table-metadata",
    "bibliography",
))  # fmt: skip
_INLINE = frozenset(
    ("location", "event", "function", "object.title", "title", "person", "org", "num", "chron")
)
_MARKED = re.compile(
    r"</?(?:p|div|section|h[1-6]|span|br|a|b|i|em|strong|ul|ol|li|table|tr|td|blockquote)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_OPENING = ("“", "„", "«", "»", '"', "'", "‘", "‚")
_NARROWEST, _WIDEST = 40, 95  # characters of a line that was broken to fit a teleprinter
_FEWEST_LINES = 3


def blocks_in(element: etree._Element) -> list[BlockText]:
    """The blocks of an element of NITF or XHTML, in any namespace. Changes the tree. Raises TooLong."""
    for one in element.iter(etree.Element):
        one.tag = _html_name(one)
    for paragraph in element.iter("p"):
        _unwrap(paragraph)
    return blocks_of(element)


def blocks_of_markup(text: str, name: str) -> list[BlockText]:
    """The blocks of a text that may be HTML, escaped or not, or plain. Raises CannotImport and TooLong."""
    check_length(text)
    if not _MARKED.search(text) and "&lt;" in text:
        text = unescape(text)
    if _MARKED.search(text):
        return blocks_of(tree_of(f"<div>{text}</div>", name)[0])
    return blocks_of_text(unescape(text))


def _html_name(element: etree._Element) -> str:
    name = str(etree.QName(element).localname)
    if name in _NOT_TEXT:
        return "template"
    if name in _INLINE or (name == "q" and _has_marks(element)):
        return "span"
    return _AS_HTML.get(name, name.lower())


def _has_marks(quotation: etree._Element) -> bool:
    """True where the words have their quotation marks already, which HTML adds."""
    before = quotation.getprevious()
    parent = quotation.getparent()
    text = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    inside = "".join(quotation.itertext()).lstrip()
    return inside.startswith(_OPENING) or text.rstrip().endswith(_OPENING)


def _unwrap(paragraph: etree._Element) -> None:
    """Takes line breaks out that are where a teleprinter's line was full, and mean nothing."""
    breaks = paragraph.findall("br")
    lines = [paragraph.text or "", *(one.tail or "" for one in breaks)]
    full = [len(" ".join(line.split())) for line in lines[:-1]]
    if len(breaks) != len(paragraph) or len(lines) < _FEWEST_LINES:
        return
    if all(_NARROWEST <= length <= _WIDEST for length in full):
        paragraph.text = " ".join(lines)
        del paragraph[:]
