"""The text of an HTML tree as blocks, exactly as a browser would show it, in one pass without recursion."""

import re
from dataclasses import dataclass, field

from lxml import etree, html

from pressmark.article import BlockKind
from pressmark.importers.canon import canon
from pressmark.importers.imported import BlockText, check_length

_UNSEEN = frozenset((
    "script", "style", "noscript", "template", "head", "title", "svg", "math", "iframe", "object", "embed",
    "audio", "video", "canvas", "select", "textarea", "button", "input", "datalist", "dialog", "map",
    "frameset",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTATION,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
}
_MARKED = frozenset(("div", "p", "li", "dd", "td"))
_AROUND = frozenset(("aside", "nav", "footer", "menu"))
_IN_CELLS = tuple(_BLOCKS - {"td", "th"})
_CAPTIONS = re.compile(
    r"(?:^|\s)(?:[\w-]{0,40}(?:image|img|photo|picture|media|figure|wp)[-_]+)?caption(?:[-_]?text)?(?:\s|$)"
)
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SPACE = re.compile("[ \t\n]+")
_MARKS = ("class", "id", "role", "itemprop", "data-component", "data-testid", "data-area")
_LONGEST_MARKS = 300


@dataclass(slots=True, eq=False)
class Place:
    """An element that text stands in: the kind of block, whether line ends count, whether beside the article.

    `marks` are its classes, its id and what else names it, in lower case.
    """

    tag: str = ""
    marks: str = ""
    outer: "Place | None" = None
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    exact: bool = False
    around: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A block, where on the page it stands, which share of it is links, and where the first of them leads."""

    block: BlockText
    place: Place
    linked: float
    link: str = ""


@dataclass(slots=True)
class _Walk:
    """The text gathered since the last block ended, and the blocks before."""

    places: list[Place] = field(default_factory=lambda: [Place()])
    gathered: list[str] = field(default_factory=list)
    links: int = 0  # that the walk is inside of
    linked: int = 0  # characters gathered there
    href: str = ""  # of the link that the walk is inside of
    first: str = ""  # the first that the text gathered holds
    blocks: list[Placed] = field(default_factory=list)

    def take(self, text: str | None) -> None:
        if text:
            self.gathered.append(text)
            self.linked += len(text) if self.links else 0
            if self.links and not self.first and not text.isspace():
                self.first = self.href

    def end_block(self) -> None:
        place, text = self.places[-1], canon("".join(self.gathered))
        linked = self.linked / max(1, len(text))
        self.gathered.clear()
        link, self.linked, self.first = self.first, 0, ""
        check_length(text)
        for line in text.split("\n") if place.exact else [_SPACE.sub(" ", text)]:
            self.add(line.strip(), linked, link)

    def add(self, text: str, linked: float, link: str = "") -> None:
        place = self.places[-1]
        if text:
            self.blocks.append(Placed((place.kind, text, place.level), place, min(1.0, linked), link))


def blocks_of(root: html.HtmlElement, *, with_around: bool = True) -> list[BlockText]:
    """The blocks in reading order; without navigation, asides and footers unless `with_around`.

    Takes what is never shown out of the tree. Raises TooLong.
    """
    return [one.block for one in placed_blocks(root) if with_around or not one.place.around]


def placed_blocks(root: html.HtmlElement) -> list[Placed]:
    """All blocks in reading order, with their places. As `blocks_of`."""
    _remove_unseen(root)
    walk = _Walk()
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if event == "end":
            _leave(walk, element.tag)
            walk.take(element.tail if element is not root else None)
        elif _enter(walk, element):
            events.skip_subtree()
    walk.end_block()
    return walk.blocks


def _remove_unseen(root: html.HtmlElement) -> None:
    for element in root.iterdescendants(etree.Element):
        if element.get("hidden") is not None or _NOT_SHOWN.search(element.get("style", "")):
            element.tag = "template"
    # not drop_tree, which refuses the control characters that character references can bring in
    etree.strip_elements(root, *_UNSEEN, etree.Comment, etree.PI, with_tail=False)


def _enter(walk: _Walk, element: html.HtmlElement) -> bool:
    """Begins an element; True when its text is taken already and its children are to be skipped."""
    tag = element.tag
    if tag in _BLOCKS:
        walk.end_block()
        walk.places.append(_inside(walk.places[-1], element))
    elif tag == "br":
        walk.end_block()
    elif tag == "q":
        walk.take("“")  # browsers show the marks, though the page does not hold them
    elif tag == "a":
        walk.links += 1
        walk.href = element.get("href") or ""
    if tag == "tr" and (row := _one_line(element).strip()):
        walk.add(row, 0)
        return True
    walk.take(element.text)
    return False


def _leave(walk: _Walk, tag: str) -> None:
    if tag in _BLOCKS:
        walk.end_block()
        walk.places.pop()
    elif tag == "q":
        walk.take("”")
    elif tag == "a":
        walk.links -= 1


def _inside(outer: Place, element: html.HtmlElement) -> Place:
    """The place within an element: paragraphs take on what surrounds them."""
    tag, marks = element.tag, _marks(element)
    around = outer.around or tag in _AROUND
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
        return Place(tag, marks, outer, BlockKind.HEADING, int(tag[1]), outer.exact, around)
    caption = tag in _MARKED and _CAPTIONS.search(marks)
    kind = BlockKind.CAPTION if caption else _KINDS.get(tag, outer.kind)
    return Place(tag, marks, outer, kind, outer.level, outer.exact or tag == "pre", around)


def _marks(element: html.HtmlElement) -> str:
    marks = " ".join(filter(None, (element.get(name) for name in _MARKS)))
    return marks[:_LONGEST_MARKS].casefold()


def _one_line(row: html.HtmlElement) -> str:
    """The cells of a table's row with tabs between; empty where one holds several blocks, as in layouts."""
    cells = list(row.iterchildren("td", "th"))
    for cell in cells:
        if any(at for at, _ in enumerate(cell.iterdescendants(*_IN_CELLS))):
            return ""
    return "\t".join(_SPACE.sub(" ", canon(_cell_text(cell))).strip() for cell in cells)


def _cell_text(cell: html.HtmlElement) -> str:
    parts = []
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        if event == "start":
            parts.append(" " if element.tag == "br" else element.text or "")
        elif element is not cell:
            parts.append(element.tail or "")
    return "".join(parts)
