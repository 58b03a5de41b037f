"""Marks in lanes above an axis, each with its labels beside it, so that none meets another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from pressmark.compose.figures.axis import Axis
from pressmark.compose.figures.measure import width_of

_LINE = 120.0  # points that labels of one mark take before they go on in the lane below
_BETWEEN = 5.0
_MOST_LINES = 6

Label: TypeAlias = tuple[str, str]
"""Words and where they lead."""


@dataclass(frozen=True, slots=True)
class Group:
    """One mark, from a first day to a last one, and the lines of labels beside it."""

    start: date
    end: date
    lines: tuple[tuple[Label, ...], ...]
    width: float  # of the longest line


@dataclass(frozen=True, slots=True)
class Placed:
    """A group with the lowest of its lanes, counted upwards from the axis."""

    group: Group
    lane: int


def grouped(start: date, end: date, labels: Sequence[Label], size: float) -> Group:
    """The labels in lines; those for which the last line has no room are counted."""
    lines: list[list[Label]] = [[]]
    for number, label in enumerate(labels):
        full = lines[-1] and _width([*lines[-1], label], size) > _LINE
        if full and len(lines) == _MOST_LINES:
            lines[-1].append((f"+{len(labels) - number}", ""))
            break
        if full:
            lines.append([])
        lines[-1].append(label)
    return Group(start, end, tuple(map(tuple, lines)), max(_width(line, size) for line in lines))


def offsets(line: Sequence[Label], size: float) -> Iterator[tuple[Label, float]]:
    """Each label with how far it is from the beginning of its line."""
    far = 0.0
    for label in line:
        yield label, far
        far += width_of(label[0], size) + _BETWEEN


def placed(groups: Sequence[Group], axis: Axis, around: float) -> list[Placed]:
    """Each in the lowest lanes that are free from where it begins; `around` is before and after a mark."""
    filled: list[float] = []  # by lane, how far to the right
    found = []
    for one in sorted(groups, key=lambda group: (group.start, group.end)):
        left, right = axis.at(one.start) - around, axis.at(one.end) + around + one.width
        rows = len(one.lines)
        lane = next(
            lane for lane in range(len(filled) + 1) if all(end <= left for end in filled[lane : lane + rows])
        )
        filled += [0.0] * (lane + rows - len(filled))
        filled[lane : lane + rows] = [right] * rows
        found.append(Placed(one, lane))
    return found


def _width(line: Sequence[Label], size: float) -> float:
    return sum(width_of(words, size) + _BETWEEN for words, _ in line) - _BETWEEN
