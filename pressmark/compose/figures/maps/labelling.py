"""Labels beside dots so that none meets another, a dot or a line: the most important choose first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import hypot
from typing import NamedTuple

from pressmark.brief import Anchor, Point
from pressmark.compose.figures.measure import width_of

_GAP = 2.4  # between a dot and its label
_APART = 1.0
_REACHES = (9.0, 16.0, 25.0, 36.0)  # from a dot to a label that a line leads to
_NEAR = 0.72  # of an upright step, of one that goes both ways
_ASCENT, _DESCENT = 0.8, 0.24  # of the size

_ANCHORS = {1: Anchor.START, 0: Anchor.MIDDLE, -1: Anchor.END}

# Right of the dot reads best, then above and below it on that side, then the same on the left.
_SIDES = ((1, 0), (1, -1), (1, 1), (-1, 0), (-1, -1), (-1, 1), (0, -1), (0, 1))


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box", apart: float = 0.0) -> bool:
        return (
            self.left < other.right + apart
            and other.left < self.right + apart
            and self.top < other.bottom + apart
            and other.top < self.bottom + apart
        )

    def within(self, other: "Box") -> bool:
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )

    def crossed_by(self, start: Point, end: Point) -> bool:
        """Whether the line comes into the box (Liang and Barsky)."""
        first, last = 0.0, 1.0
        for axis, low, high in ((0, self.left, self.right), (1, self.top, self.bottom)):
            step = end[axis] - start[axis]
            if abs(step) < 1e-9:
                if not low < start[axis] < high:
                    return False
                continue
            enters, leaves = sorted(((low - start[axis]) / step, (high - start[axis]) / step))
            first, last = max(first, enters), min(last, leaves)
        return first < last


@dataclass(frozen=True, slots=True)
class Dot:
    """A disc and the words that belong to it."""

    centre: Point
    radius: float
    words: str

    @property
    def box(self) -> Box:
        (x, y), r = self.centre, self.radius
        return Box(x - r, y - r, x + r, y + r)


@dataclass(frozen=True, slots=True)
class Label:
    """Where the words of a dot stand; `leader` is the line from the dot to them, if they are farther off."""

    words: str
    box: Box
    at: Point
    anchor: Anchor
    leader: tuple[Point, Point] | None = None


@dataclass(slots=True)
class Labelling:
    """What is taken of the room within a frame: dots, boxes that are there already, labels and lines."""

    frame: Box
    dots: Sequence[Dot]
    size: float
    taken: list[Box] = field(default_factory=list)
    lines: list[tuple[Point, Point]] = field(default_factory=list)

    def label(self, dot: Dot, words: str = "") -> Label | None:
        """The first place in which the dot's words, or others, meet nothing; it is theirs from now on."""
        for found in _candidates(dot, words or dot.words, self.size):
            if self._is_free(dot, found):
                self.taken.append(found.box)
                self.lines += [found.leader] if found.leader else []
                return found
        return None

    def _is_free(self, dot: Dot, label: Label) -> bool:
        box = label.box
        if not box.within(self.frame) or any(box.meets(other, _APART) for other in self.taken):
            return False
        if any(box.meets(other.box, _APART) for other in self.dots if other is not dot):
            return False
        if any(box.crossed_by(*line) for line in self.lines):
            return False
        return label.leader is None or self._is_clear(dot, label.leader)

    def _is_clear(self, dot: Dot, line: tuple[Point, Point]) -> bool:
        """Whether the line crosses nothing but dots that its own one touches anyway."""
        if any(box.crossed_by(*line) for box in self.taken) or any(_cross(line, one) for one in self.lines):
            return False
        others = (one.box for one in self.dots if one is not dot)
        return not any(box.crossed_by(*line) for box in others if not box.meets(dot.box))


def words_box(words: str, left: float, baseline: float, size: float) -> Box:
    """The room that words take."""
    right = left + width_of(words, size)
    return Box(left, baseline - _ASCENT * size, right, baseline + _DESCENT * size)


def _candidates(dot: Dot, words: str, size: float) -> Iterator[Label]:
    (x, y), r = dot.centre, dot.radius
    width, height = width_of(words, size), (_ASCENT + _DESCENT) * size
    for reach in (0.0, *_REACHES):
        for across, up in _SIDES:
            near = _NEAR if across and up else 1.0
            far = (r + _GAP + reach) * near
            at = x + across * far, y + up * far
            left = at[0] - width * (1 - across) / 2
            # Beside the dot words stand at its height; above and below it their edge is what is near.
            top = at[1] - height * (1 - up) / 2
            box = Box(left, top, left + width, top + height)
            leader = (_rim(dot, at), at) if reach else None
            yield Label(words, box, (at[0], top + _ASCENT * size), _ANCHORS[across], leader)


def _rim(dot: Dot, towards: Point) -> Point:
    (x, y), (to_x, to_y) = dot.centre, towards
    share = dot.radius / (hypot(to_x - x, to_y - y) or 1.0)
    return x + (to_x - x) * share, y + (to_y - y) * share


def _cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    (a, b), (c, d) = one, other
    return _side(a, b, c) * _side(a, b, d) <= 0 and _side(c, d, a) * _side(c, d, b) <= 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
