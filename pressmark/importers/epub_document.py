"""One document of an EPUB: its blocks, with notes at the end, and whether it is text or stands around it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from lxml import html

from pressmark.article import BlockKind
from pressmark.importers.canon import canon
from pressmark.importers.decoding import declared_charset, decoded
from pressmark.importers.html_blocks import blocks_of
from pressmark.importers.html_tree import tree_of
from pressmark.importers.imported import BlockText
from pressmark.importers.web_address import web_address

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,80}encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""")
_CLOSED = re.compile(r"<(a|b|i|em|p|div|span|title|script|style|td|th|li|sup|sub|h[1-6]|section)\b([^<>]*)/>")
_AROUND = frozenset((
    "cover", "titlepage", "halftitlepage", "toc", "toc-brief", "landmarks", "loi", "lot", "copyright-page",
    "index", "page-list",
))  # fmt: skip
_NOTES = frozenset(("footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"))
_REFERENCES = frozenset(("noteref", "doc-noteref"))
_NUMBER = re.compile(r"\s*\[?([0-9]{1,4}|[a-z*†‡]{1,4})[.\])]?\s*")
_BACK = re.compile(r"[\s\d.\[\])*†‡↩↑^a-z\ufe0e]{0,6}")
_NEAR_TOP = 6
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Read:
    """A document that was read. `elements` is how much work it was; `struck` are blocks by number."""

    blocks: list[BlockText]
    struck: frozenset[int]
    is_around: bool
    url: str
    elements: int

    @property
    def heading(self) -> str:
        """The first that is near the top; empty where none is."""
        top = (text for kind, text, _ in self.blocks[:_NEAR_TOP] if kind is BlockKind.HEADING)
        return next(top, "")

    @property
    def words(self) -> int:
        return sum(len(text.split()) for _, text, _ in self.blocks)


def read_document(data: bytes, name: str) -> Read:
    """Raises CannotImport and TooLong."""
    said = _DECLARED.match(data)
    charset = said[1].decode("ascii") if said else declared_charset(data, "")
    text = _CLOSED.sub(r"<\1\2></\1>", decoded(data, name, charset).text)
    root, size = tree_of(text, name)
    around, url = _is_around(root), _downloaded_from(root)
    _number_notes(root)
    blocks = blocks_of(root)
    struck = frozenset(at for at, block in enumerate(blocks) if url and block[1].endswith(url))
    return Read(blocks, struck, around, url, size.elements)


def _types(element: html.HtmlElement) -> set[str]:
    return {*(element.get("epub:type") or "").split(), *(element.get("role") or "").split()}


def _is_around(root: html.HtmlElement) -> bool:
    """True for what says that it is a cover or contents, and for what is links for the most part."""
    body = next(root.iter("body"), root)
    if any(_types(one) & _AROUND for one in (body, *list(body)[:2])):
        return True
    linked = sum(len("".join(link.itertext())) for link in body.iter("a") if link.get("href"))
    return linked > _MOSTLY * len("".join(body.itertext()).strip())


def _downloaded_from(root: html.HtmlElement) -> str:
    """The address that calibre leaves below each article of a paper; takes its menus out of the tree."""
    for element in root.iter("div"):
        if "calibre_navbar" in (element.get("class") or ""):
            element.tag = "template"
    for link in root.iter("a"):
        if link.get("rel") == "calibre-downloaded-from":
            return web_address(link.get("href") or "")
    return ""


def _number_notes(root: html.HtmlElement) -> None:
    """Sets notes at the end as the items of a list, with the number by which the text refers to them."""
    numbers: dict[str, str] = {}
    origins: set[str] = set()
    for link in root.iter("a"):
        number = _NUMBER.fullmatch("".join(link.itertext())[:12])
        if number and (_types(link) & _REFERENCES or "footnote-ref" in (link.get("class") or "").split()):
            numbers[_target(link)] = f"[{number[1]}]"
            origins |= {link.get("id") or "", link.getparent().get("id") or ""} - {""}
            _say_only(link, f"[{number[1]}]")
    body = next(root.iter("body"), root)
    found = [one for one in body.iter("aside", "li", "div", "p") if _is_note(one, numbers)]
    for note in reversed(found):  # those inside of others first
        _take_out(note, numbers.get(note.get("id") or "", ""), origins)
    body.extend(found)


def _is_note(element: html.HtmlElement, numbers: Mapping[str, str]) -> bool:
    return bool(_types(element) & _NOTES) or element.get("id") in numbers


def _target(link: html.HtmlElement) -> str:
    """The element of this document that a link leads to, or the like-named one of another."""
    return str((link.get("href") or "").partition("#")[2])


def _say_only(link: html.HtmlElement, text: str) -> None:
    for child in list(link):
        link.remove(child)
    link.text = text


def _take_out(note: html.HtmlElement, number: str, origins: Collection[str]) -> None:
    """Out of the tree, with its number and without links back to the text."""
    rest = html.Element("span")
    rest.text = canon(note.tail or "")
    note.getparent().replace(note, rest)
    note.tail, note.tag = None, "li"
    for link in note.iter("a"):
        if _target(link) in origins and _BACK.fullmatch("".join(link.itertext())[:12]):
            _say_only(link, "")
            link.tail = canon(link.tail or "").lstrip(" .:)]")
    if number:
        first = next(note.iter("p"), note)
        first.text = canon(f"{number} {(first.text or '').lstrip()}")
