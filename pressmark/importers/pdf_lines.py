"""Stretches of letters → lines: what stands on one base line, side by side, as it is read."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from pressmark.importers.pdf_directions import as_read
from pressmark.importers.pdf_glyphs import Stretch
from pressmark.importers.pdf_stretches import WIDEST_GAP

_SAME_BASE = 0.2
INITIAL = 1.8
"""How much larger than the text the initials are that reach over several of its lines."""

_RAISED_BY = 0.6  # of the larger letters: how far indices stand above or below the line
_SMALL = 0.85  # how much smaller than the line they are
_OVERLAP = 0.4
_SPACE = 0.2


@dataclass(frozen=True, eq=False)
class Line:
    """A line of text, or a part of one that stands by itself, on the page of this number.

    `raised` are the places in the text of small figures above the line, which most often call a note.
    """

    page: int
    stretches: tuple[Stretch, ...]
    beside: float = 0.0  # how far it was pushed in by a large initial

    @cached_property
    def left(self) -> float:
        return min(one.left for one in self.stretches) - self.beside

    @cached_property
    def right(self) -> float:
        return max(one.right for one in self.stretches)

    @cached_property
    def _main(self) -> Stretch:
        sizes: Counter[float] = Counter()
        for one in self.stretches:
            sizes[one.face.size] += len(one.text)
        size = sizes.most_common(1)[0][0]
        return next(one for one in self.stretches if one.face.size == size)

    @cached_property
    def base(self) -> float:
        return self._main.base

    @cached_property
    def size(self) -> float:
        return self._main.face.size

    @property
    def top(self) -> float:
        return self.base + 0.75 * self.size

    @property
    def bottom(self) -> float:
        return self.base - 0.25 * self.size

    @property
    def width(self) -> float:
        return self.right - self.left

    @cached_property
    def bold(self) -> bool:
        return all(one.face.bold for one in self.stretches)

    @cached_property
    def italic(self) -> bool:
        return all(one.face.italic for one in self.stretches)

    @cached_property
    def text(self) -> str:
        return self._read[0]

    @cached_property
    def raised(self) -> tuple[tuple[int, int], ...]:
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[str, tuple[tuple[int, int], ...]]:
        text, raised = "", []
        for stretch, spaced in as_read(self.stretches, _SPACE):
            text += " " if spaced and text else ""
            if self._is_raised(stretch):
                raised.append((len(text), len(text) + len(stretch.text)))
            text += stretch.text
        return text, tuple(raised)

    def _is_raised(self, stretch: Stretch) -> bool:
        small = stretch.face.size <= _SMALL * self.size
        return small and stretch.base - self.base > 0.15 * self.size and stretch.text.isdigit()

    def with_line(self, other: "Line") -> "Line":
        return Line(self.page, (*self.stretches, *other.stretches))


def segments_of(stretches: Iterable[Stretch], page: int) -> list[Line]:
    """Lines, broken where a gap is wide enough to be the one between columns."""
    groups: list[list[Stretch]] = []
    for stretch in stretches:
        if groups and _side_by_side(groups[-1][-1], stretch):
            groups[-1].append(stretch)
        else:
            groups.append([stretch])
    return _joined([Line(page, tuple(group)) for group in groups], WIDEST_GAP)


def lines_of(segments: Sequence[Line]) -> list[Line]:
    """Whole lines from the top: within one column a gap is only a gap."""
    return _joined(segments, float("inf"))


def _joined(lines: Iterable[Line], widest: float) -> list[Line]:
    found: list[Line] = []
    for row in rows_of(lines):
        row.sort(key=lambda line: line.left)
        start = len(found)
        for line in row:
            if len(found) > start and _near(found[-1], line, widest):
                found[-1] = found[-1].with_line(line)
            else:
                found.append(line)
    return found


def rows_of(lines: Iterable[Line]) -> list[list[Line]]:
    """What stands on one base line, row by row from the top."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.base):
        if rows and rows[-1][0].base - line.base <= _SAME_BASE * max(rows[-1][0].size, line.size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _near(one: Line, other: Line, widest: float) -> bool:
    larger, smaller = max(one.size, other.size), min(one.size, other.size)
    return other.left - one.right <= widest * larger and larger < INITIAL * smaller


def _side_by_side(last: Stretch, stretch: Stretch) -> bool:
    size, smaller = (pick(last.face.size, stretch.face.size) for pick in (max, min))
    gap = max(stretch.left - last.right, last.left - stretch.right)
    if size >= INITIAL * smaller or not -_OVERLAP * size <= gap <= WIDEST_GAP * size:
        return False
    apart = abs(last.base - stretch.base)
    return apart <= _SAME_BASE * size or (apart <= _RAISED_BY * size and smaller <= _SMALL * size)
