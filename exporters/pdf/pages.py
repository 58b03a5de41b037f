"""A page while it is being drawn, and the strips of content that go down it."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from exporters.characters import one_line
from exporters.pdf.file import ref, text
from exporters.pdf.sheets import Sheet
from exporters.pdf.tagging import Element, Tag, Tree


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float

    def __str__(self) -> str:
        return f"[{self.left:.2f} {self.bottom:.2f} {self.right:.2f} {self.top:.2f}]"


@dataclass(frozen=True, slots=True)
class Target:
    """The page (counted from 0) and the height on it that a link leads to."""

    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline."""

    title: str
    level: int
    place: str


@dataclass(slots=True)
class Places:
    """What can be led to in the document. The first of two places with one name is the one."""

    targets: dict[str, Target] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


class Page:
    """Operators in two layers: `under` the text what is not read, then the `content` with its tags.

    `number` is that of the page's object, `index` its place in the document, from 0.
    """

    def __init__(self, sheet: Sheet, index: int, tree: Tree, places: Places) -> None:
        self.sheet = sheet
        self.index = index
        self.number = tree.file.reserve()
        self.under: list[str] = []
        self.content: list[str] = []
        self.annotations = array("L")
        self.owners = array("L")  # by marked content: the number of the element that it belongs to
        self.late: list[Callable[[], None]] = []  # draws what is known only when all pages are
        self.text_state: tuple[object, ...] = ()
        self._tree = tree
        self._places = places
        self._open: Tag | None = None

    def enter(self, tag: Tag) -> None:
        """What is drawn from here on belongs to `tag`."""
        if tag is self._open:
            return
        self.leave()
        self._open = tag
        if isinstance(tag, Element):
            self.content.append(f"/{tag.kind} <</MCID {len(self.owners)}>> BDC")
            tag.add_content(self.number, len(self.owners))
            self.owners.append(tag.number)
        else:
            self.content.append(tag.begin)

    def leave(self) -> None:
        if self._open is not None:
            self.content.append("EMC")
        self._open = None

    def place(self, name: str, top: float) -> None:
        """A link to `name` leads here."""
        self._places.targets.setdefault(name, Target(self.index, min(top, self.sheet.height)))

    def number_of(self, name: str) -> int | None:
        """The number, from 1, of the page that a link to `name` leads to, as far as that is known."""
        target = self._places.targets.get(name)
        return None if target is None else target.page + 1

    def entry(self, entry: Entry) -> None:
        self._places.entries.append(entry)

    def link(self, box: Box, target: str, words: str, element: Element) -> None:
        """Makes `box` lead to ``#anchor`` or an address; `element` is the link among what is read."""
        tree, number = self._tree, self._tree.file.reserve()
        inside = target.startswith("#")
        leads = f"/Dest{text(target[1:])}" if inside else f"/A<</S/URI/URI{text(target)}>>"
        said = one_line(words) or target.removeprefix("#")
        contents = text(said if inside else f"{said} ({target})")
        tree.file.put(
            f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect{box}/P {ref(self.number)}"
            f"/StructParent {tree.key(element.number)}/Contents{contents}{leads}>>",
            number,
        )
        self.annotations.append(number)
        element.add_object(self.number, number)


Draw: TypeAlias = Callable[[Page, float], None]
"""Draws a strip, told the page and where the strip's top is."""


def nothing(_page: Page, _top: float) -> None:
    """Draws what is only space."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A band across the page that is never cut."""

    height: float
    draw: Draw = nothing
    above: float = 0.0  # space before it, dropped at the head of a page
    keep: bool = False  # on the same page as the next
    again: "Strip | None" = None  # drawn once more if this strip has to start a page
    notes: tuple["Footnote", ...] = ()  # called from it, and wanted at the foot of its page
    sheet: Sheet | None = None  # what it has to stand on, if not on the brief's own paper
    ends: Element | None = None  # the element of which it is the last
    turn: bool = False  # a new page starts after it


@dataclass(frozen=True, slots=True)
class Footnote:
    """The words at the foot of a page, line by line."""

    strips: tuple[Strip, ...]
