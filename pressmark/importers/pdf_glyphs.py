"""What is drawn on the pages of a PDF, as pdfium tells it: stretches of letters with their places, pictures.

A point is 1/72 inch; y grows upwards, as in the file, after the page has been turned so that its text runs
from left to right.
"""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def area(self) -> float:
        return max(0.0, self.width) * max(0.0, self.height)

    def common(self, other: "Box") -> "Box":
        """What both cover; of no area where they do not meet."""
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        return Box(
            left, bottom, max(left, min(self.right, other.right)), max(bottom, min(self.top, other.top))
        )

    def moved(self, right: float, up: float) -> "Box":
        return Box(self.left + right, self.bottom + up, self.right + right, self.top + up)

    def turned(self, quarters: int) -> "Box":
        """As seen by a reader who turns the page so that text at this many quarters is upright."""
        match quarters % 4:
            case 1:
                return Box(self.bottom, -self.right, self.top, -self.left)
            case 2:
                return Box(-self.right, -self.top, -self.left, -self.bottom)
            case 3:
                return Box(-self.top, self.left, -self.bottom, self.right)
        return self


@dataclass(frozen=True, slots=True)
class Face:
    """How letters look: their size in points as drawn, and which font it is."""

    size: float
    bold: bool
    italic: bool
    font: str


class Letter(NamedTuple):
    """A letter, or letters of a word: how far they reach, their line's height, whether space comes before."""

    text: str
    left: float
    right: float
    base: float
    face: Face
    spaced: bool


def is_unreadable(char: str) -> bool:
    """True for what stands for no character: a control, the mark of a failure, most of the private ones."""
    return char < " " or char == "\ufffd" or "\ue000" <= char < "\uf000"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters of one face that stand side by side, in the order in which they are read.

    `base` is the height of the line that they stand on; `spaced` whether white space comes before them;
    `order` their place in the file, which tells letters of one ligature apart.
    """

    text: str
    left: float
    right: float
    base: float
    face: Face
    spaced: bool = False
    order: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """One page, upright. `turned` counts the letters that run another way than most, which were left out.

    `unreadable` counts the letters that the file gives no character for; `recognised` is true where none is
    drawn, because all lie invisibly over a picture, as text recognition puts them there.
    """

    number: int
    width: float
    height: float
    stretches: tuple[Stretch, ...]
    pictures: tuple[Box, ...]
    letters: int
    unreadable: int
    recognised: bool
    turned: int

    @property
    def is_picture(self) -> bool:
        """True when pictures cover most of it."""
        covered = sum(picture.area for picture in self.pictures)
        return covered > 0.5 * self.width * self.height
