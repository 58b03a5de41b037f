"""What the styles of an OpenDocument text say of its paragraphs: headings, captions, quotations, hidden."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pressmark.article import BlockKind
from pressmark.importers.style_names import kind_of_style

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"

_MOST_PARENTS = 20


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str
    hidden: bool | None
    level: int


class Styles:
    """The styles of a document by their names, those of its own and those that it shares."""

    def __init__(self, *roots: etree._Element) -> None:
        self._paragraphs: dict[str, _Style] = {}
        self._words: dict[str, _Style] = {}
        for style in (style for root in roots for style in root.iter(f"{STYLE}style")):
            styles = self._words if style.get(f"{STYLE}family") == "text" else self._paragraphs
            if style.get(f"{STYLE}family") in {"text", "paragraph"}:
                styles[style.get(f"{STYLE}name") or ""] = _style(style)

    def kind(self, name: str) -> tuple[BlockKind, int]:
        """Of a paragraph, with the level of a heading."""
        for one, style in self._line(self._paragraphs, name):
            if found := kind_of_style(one):
                return found
            if style.level:
                return BlockKind.HEADING, style.level
        return BlockKind.PARAGRAPH, 0

    def hides_paragraph(self, name: str) -> bool:
        return self._hides(self._paragraphs, name)

    def hides_words(self, name: str) -> bool:
        return self._hides(self._words, name)

    def _hides(self, styles: dict[str, _Style], name: str) -> bool:
        said = (style.hidden for _, style in self._line(styles, name))
        return next((hidden for hidden in said if hidden is not None), False)

    def _line(self, styles: dict[str, _Style], name: str) -> Iterator[tuple[str, _Style]]:
        """The style, and those that it takes after."""
        for _ in range(_MOST_PARENTS):
            style = styles.get(name, _Style("", None, 0))
            yield name, style
            if not style.parent:
                return
            name = style.parent


def _style(style: etree._Element) -> _Style:
    properties = style.find(f"{STYLE}text-properties")
    display = properties.get(f"{TEXT}display") if properties is not None else None
    level = style.get(f"{STYLE}default-outline-level") or ""
    return _Style(
        style.get(f"{STYLE}parent-style-name") or "",
        None if display is None else display == "none",
        int(level) if level.isascii() and level.isdecimal() and len(level) < 3 else 0,
    )
