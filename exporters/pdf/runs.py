"""Text on its way to the page: runs as they are asked for, fragments and lines as they are set."""

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from exporters.pdf.fonts import Face
from exporters.pdf.pages import Footnote
from exporters.pdf.shaping import Word
from exporters.pdf.tagging import Element
from pressmark.brief import LineStyle

LANES = 3  # underlines that fit between two lines


@dataclass(frozen=True, slots=True)
class Style:
    """How characters look; `leading` is the least distance to the next line."""

    face: Face
    size: float
    colour: str
    leading: float
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class Underline:
    """The line of one mark, in its lane below the text."""

    mark: str
    lane: int
    ink: str
    line: LineStyle


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that look and lead the same. A `glued` run never starts a line of its own."""

    text: str
    style: Style
    target: str = ""
    places: tuple[str, ...] = ()
    tint: str = ""
    underlines: tuple[Underline, ...] = ()
    glued: bool = False
    element: Element | None = None  # what it is within its paragraph: a link, a marked run
    note: Footnote | None = None

    @property
    def plain(self) -> bool:
        """Whether it is nothing but text."""
        return not (self.tint or self.underlines or self.target or self.places)


class Shaped(NamedTuple):
    """Characters as glyphs; `hang` is the width of the spaces at their end."""

    words: tuple[Word, ...]
    width: float
    hang: float
    simple: bool  # one word that is a single operand
    private: bool


class Fragment(NamedTuple):
    """What is never cut further, unless it alone is wider than the line."""

    text: str
    run: Run
    shaped: Shaped
    level: int
    breaks: bool  # the next fragment may start a new line
    start: int  # its place in the paragraph's text

    @property
    def width(self) -> float:
        return self.shaped.width

    @property
    def space(self) -> bool:
        return 0 < self.shaped.width == self.shaped.hang


@dataclass(frozen=True, slots=True)
class Line:
    """Fragments from left to right; spaces at the end hang outside `width`."""

    fragments: tuple[Fragment, ...]
    width: float
    leading: float
    rtl: bool
    notes: tuple[Footnote, ...] = ()  # that are called from it

    def left(self, room: float, *, end: bool, mirrored: bool = False) -> float:
        """Where the first fragment starts in a column of that width, which may start at the right."""
        if not self.rtl:
            return room - self.width if end != mirrored else 0.0
        hanging = sum(fragment.width for fragment in self.fragments) - self.width
        return (0.0 if end and mirrored else room - self.width) - hanging


Paragraph: TypeAlias = list[list[Run]]
"""A list of runs for each line that a Break ends."""
