"""Lines of a page in the order in which columns are read.

A gutter is a strip without text, at the right side of which (in scripts that run to the left: at the left)
lines begin one below the other. What crosses it, such as a headline, bounds it above and below. The tallest
is taken first: what is above it, its first side, its second side, what is below; each then looked at anew.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pressmark.importers.pdf_glyphs import Box
from pressmark.importers.pdf_lines import Line, lines_of

_NARROWEST = 0.8  # of the letters' size
_WIDE = 1.2
_ALIGNED = 2.0  # points
_FEWEST = 3  # lines on each side of a gutter that was not seen before
_TELLING = 6  # lines beside one that is looked for on the pages after it
_NARROW_SIDE = 5.0  # letters' sizes: what is narrower is a list's marks or a table's numbers
_APART_ABOVE, _APART_BELOW = 2.2, 3.2  # letters' sizes between what belongs to a column and what does not
_LARGE = 1.15
_DEEPEST = 12
_MOST_EDGES = 60
_MOST_GUTTERS = 40  # of a page; a newspaper's has a dozen
_MOST_KNOWN = 20
_MOST_SEGMENTS = 6_000  # words of a broadsheet page, each set by itself; what has more is no print


@dataclass(frozen=True, slots=True)
class _Gutter:
    """The strip is empty between two heights; `score` is larger where it is taller and wider."""

    left: float
    right: float
    bottom: float
    top: float
    score: float


@dataclass(slots=True)
class Columns:
    """Finds the columns of page after page; `size` is that of most letters.

    `leftward` is for scripts that run to the left, whose columns do, too. Gutters that were beyond doubt are
    looked for on the pages that follow, where columns may be short.
    """

    size: float
    leftward: bool = False
    known: list[float] = field(default_factory=list)
    divided: set[int] = field(default_factory=set)
    left_to_find: int = 0

    def read(self, segments: Sequence[Line], pictures: Sequence[Box]) -> list[list[Line]]:
        """Whole lines, column after column."""
        self.left_to_find = _MOST_GUTTERS
        return [lines for part in self._parts(segments, pictures, 0) if (lines := lines_of(part))]

    def _parts(self, segments: Sequence[Line], pictures: Sequence[Box], depth: int) -> list[Sequence[Line]]:
        segments = sorted(segments, key=lambda one: -one.base)
        few = depth < _DEEPEST and self.left_to_find > 0 and len(segments) <= _MOST_SEGMENTS
        gutter = self._best(segments, pictures) if few else None
        if gutter is None:
            return [segments]
        self.left_to_find -= 1
        self.divided.add(segments[0].page)
        gutter = self._trimmed(gutter, segments, pictures)
        middle = (gutter.left + gutter.right) / 2
        within = [one for one in segments if gutter.bottom <= one.base <= gutter.top]
        sides = [[one for one in within if (_middle(one) < middle) is first] for first in (True, False)]
        parts = [
            [one for one in segments if one.base > gutter.top],
            *(sides[::-1] if self.leftward else sides),
            [one for one in segments if one.base < gutter.bottom],
        ]
        return [one for part in parts if part for one in self._parts(part, pictures, depth + 1)]

    def _best(self, segments: Sequence[Line], pictures: Sequence[Box]) -> _Gutter | None:
        if len(segments) < 2:
            return None
        found = [gutter for edge in self._edges(segments) for gutter in self._at(edge, segments, pictures)]
        best = max(found, key=lambda gutter: gutter.score, default=None)
        if best and best.score > _TELLING * self.size * 1.2 * self.size:
            edge = best.left if self.leftward else best.right
            if not self._is_known(edge):
                self.known = [*self.known[-_MOST_KNOWN:], edge]
        return best

    def _edges(self, segments: Sequence[Line]) -> list[float]:
        """Where lines begin one below the other, the most first; those seen before by however few."""
        starts = sorted(one.right if self.leftward else one.left for one in segments)
        groups: list[list[float]] = []
        for start in starts:
            if groups and start - groups[-1][0] <= _ALIGNED:
                groups[-1].append(start)
            else:
                groups.append([start])
        counted = [(max(group) if self.leftward else group[0], len(group)) for group in groups]
        telling = [one for one in counted if one[1] >= _FEWEST - 1 or self._is_known(one[0])]
        return [edge for edge, _ in sorted(telling, key=lambda one: -one[1])[:_MOST_EDGES]]

    def _is_known(self, edge: float) -> bool:
        return any(abs(edge - one) <= _ALIGNED for one in self.known)

    def _at(self, edge: float, segments: Sequence[Line], pictures: Sequence[Box]) -> Iterable[_Gutter]:
        """The gutters whose strip ends where those lines begin, between the lines that cross it."""
        wide = _NARROWEST * self.size
        low, high = (edge + 0.5, edge + wide) if self.leftward else (edge - wide, edge - 0.5)
        crossing = [at for at, one in enumerate(segments) if one.left < high and one.right > low]
        for above, below in pairwise([-1, *crossing, len(segments)]):
            if below - above <= 2:
                continue
            within = segments[above + 1 : below]
            before = [one for one in within if one.right <= low + 0.5]
            after = [one for one in within if one.left >= high - 0.5]
            if gutter := self._between(before, after, edge, pictures):
                yield gutter

    def _between(
        self, before: list[Line], after: list[Line], edge: float, pictures: Sequence[Box]
    ) -> _Gutter | None:
        if not before or not after:
            return None
        starting = before if self.leftward else after
        starts = (one.right if self.leftward else one.left for one in starting)
        aligned = sum(1 for start in starts if abs(start - edge) <= _ALIGNED)
        fewest = 1 if self._is_known(edge) else _FEWEST
        left, right = max(one.right for one in before), min(one.left for one in after)
        wide = right - left >= _WIDE * self.size  # then one of few lines may be indented
        if aligned < fewest - wide or min(len(before), len(after)) < fewest:
            return None
        if min(_extent(before), _extent(after)) < _NARROW_SIDE * self.size:
            return None
        top = min(_height(side, pictures) for side in (before, after))
        bottom = max(min(one.bottom for one in side) for side in (before, after))
        if top - bottom < 1.1 * (fewest - 1) * self.size:
            return None
        both = [*before, *after]
        ends = min(one.base for one in both), max(one.base for one in both)
        return _Gutter(left, right, *ends, score=(top - bottom) * min(right - left, 3 * self.size))

    def _trimmed(self, gutter: _Gutter, segments: Sequence[Line], pictures: Sequence[Box]) -> _Gutter:
        """Without what stands above or below the columns but does not cross: a date, a short heading."""
        middle = (gutter.left + gutter.right) / 2
        within = [one for one in segments if gutter.bottom <= one.base <= gutter.top]
        sides = [
            sorted((one for one in within if (_middle(one) < middle) is first), key=lambda one: -one.base)
            for first in (True, False)
        ]
        tops, bottoms = [], []
        for side, other in (sides, sides[::-1]):
            begins, ends = other[0].base, other[-1].base
            tops.append(self._first_of(side, begins, pictures))
            bottoms.append(self._last_of(side, ends))
        bottom, top = min(bottoms), max(tops)
        slack = 0.3 * self.size  # base lines of a row differ by a little
        return _Gutter(gutter.left, gutter.right, bottom - slack, top + slack, gutter.score)

    def _first_of(self, side: Sequence[Line], begins: float, pictures: Sequence[Box]) -> float:
        """The height of the first line of a side that is part of its column: beside text, or a picture."""
        for one, following in pairwise(side):
            apart = one.base - following.base > _APART_ABOVE * one.size
            beside = any(picture.bottom < one.base < picture.top for picture in pictures)
            if beside or one.base <= begins + self.size or not (apart or one.size > _LARGE * self.size):
                return one.base
        return side[-1].base

    def _last_of(self, side: Sequence[Line], ends: float) -> float:
        for one, above in pairwise(reversed(side)):
            if one.base >= ends - self.size or above.base - one.base <= _APART_BELOW * one.size:
                return one.base
        return side[0].base


def _middle(one: Line) -> float:
    return (one.left + one.right) / 2


def _extent(lines: Sequence[Line]) -> float:
    return max(one.right for one in lines) - min(one.left for one in lines)


def _height(side: Sequence[Line], pictures: Sequence[Box]) -> float:
    """The top of a column; a picture over its text is part of it."""
    left, right = min(one.left for one in side), max(one.right for one in side)
    top = max(one.top for one in side)
    over = [one.top for one in pictures if left - 5 <= one.left and one.right <= right + 5 and one.top > top]
    return max([top, *over])
