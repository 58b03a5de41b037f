"""Figures: charts and maps as shapes in points, so that every format draws the same one.

The origin is the upper left corner; x grows to the right, y downwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]


class Shade(StrEnum):
    """What a shape is; each writer decides on the colour, on paper and on a dark screen."""

    PAPER = "paper"
    INK = "ink"
    QUIET = "quiet"  # axes' words, secondary marks
    HAIRLINE = "hairline"  # grid lines, coasts
    ACCENT = "accent"  # what is to be seen first
    SOFT = "soft"  # a pale accent: the other bars, ranges
    LAND = "land"
    WATER = "water"


class Anchor(StrEnum):
    """Which part of the words stands at their point."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Area:
    """Closed rings, filled by the even-odd rule, so that a ring within a ring is a hole."""

    rings: tuple[Sequence[Point], ...]
    fill: Shade | None = None
    stroke: Shade | None = None
    width: float = 0.5


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through its points."""

    points: Sequence[Point]
    shade: Shade = Shade.INK
    width: float = 0.5
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Disc:
    centre: Point
    radius: float
    fill: Shade | None = None
    stroke: Shade | None = None
    width: float = 0.5


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words in the sans face; `at` is a point of their baseline."""

    text: str
    at: Point
    size: float = 7.5
    shade: Shade = Shade.INK
    anchor: Anchor = Anchor.START
    strong: bool = False
    target: str = ""  # as of a `Link`: "#p1"


Shape: TypeAlias = Area | Stroke | Disc | Words


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with its caption, which writers number ("Figure 1"); `alternative` says it in words.

    A drawing too wide for the page is made smaller, never cut.
    """

    name: str  # plain words, as of a table: "Pledged by due date"
    width: float
    height: float
    shapes: tuple[Shape, ...]
    caption: str
    alternative: str
    anchor: str = ""
