"""What was said and promised, and what falls due, along one axis of days."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from pressmark.brief import Area, Disc, Figure, Shade, Shape, Words
from pressmark.compose.figures.axis import Axis
from pressmark.compose.figures.lanes import Group, Placed, grouped, offsets, placed
from pressmark.compose.figures.measure import width_of

_WIDTH = 485.0
_MARGIN = 4.0
_LANE = 12.5
_RADIUS = 2.8
_SIZE = 7.5
_GAP = 4.0
_BELOW, _FOOT = 3.0, 15.0  # between the lowest lane and the axis, and below the axis
_KEY = 16.0  # from one entry of the key to the next
_MOST_LANES = 24
_NEARNESS = (0.0, 4.0, 10.0, 25.0, 60.0)  # points between marks that are drawn as one


class Kind(Enum):
    """A statement is a disc, a pledge a square, what falls due an open square."""

    STATEMENT = "statement"
    PLEDGE = "pledge"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Event:
    """From a first day to a last one, which are the same where the day is known."""

    start: date
    end: date
    label: str
    kind: Kind
    target: str = ""


def timeline_figure(
    events: Sequence[Event],
    *,
    name: str,
    caption: str,
    alternative: str,
    tick: Callable[[date, bool], str],
    kinds: Mapping[Kind, str],
) -> Figure:
    """Lanes above the axis, so that no label meets another; events of a day are one mark with their labels.

    `tick` words a day, or a month for True; `kinds` are the words of the key.
    """
    axis, found = _arranged(events)
    base = _LANE + 2 * _GAP + _lanes(found) * _LANE + _BELOW
    shapes: list[Shape] = [*_key(events, kinds), *axis.drawn(base, tick)]
    for kind, one in found:
        upper = base - _BELOW - _LANE * (one.lane + len(one.group.lines) - 0.5)
        shapes += _drawn(kind, axis.at(one.group.start), axis.at(one.group.end), upper)
        x = axis.at(one.group.end) + _RADIUS + _GAP
        for number, line in enumerate(one.group.lines):
            baseline = upper + number * _LANE + 0.36 * _SIZE
            for (words, target), far in offsets(line, _SIZE):
                shapes.append(Words(words, (x + far, baseline), _SIZE, target=target))
    return Figure(name, _WIDTH, base + _FOOT, tuple(shapes), caption, alternative)


def _arranged(events: Sequence[Event]) -> tuple[Axis, list[tuple[Kind, Placed]]]:
    """As exact as there is room: marks near to each other are one where the lanes would be too many."""
    first, last = min(one.start for one in events), max(one.end for one in events)
    nominal = Axis(first, last, _MARGIN, _WIDTH - _MARGIN, _WIDTH)
    for nearness in _NEARNESS:
        groups = list(_gathered(events, nominal, nearness))
        axis = Axis(first, last, _MARGIN, _right(nominal, [group for _, group in groups]), _WIDTH)
        kinds = {id(group): kind for kind, group in groups}
        laid = placed([group for _, group in groups], axis, _RADIUS + _GAP)
        found = [(kinds[id(one.group)], one) for one in laid]
        if _lanes(found) <= _MOST_LANES:
            break
    return axis, found


def _lanes(found: Sequence[tuple[Kind, Placed]]) -> int:
    return max(one.lane + len(one.group.lines) for _, one in found)


def _gathered(events: Sequence[Event], axis: Axis, nearness: float) -> Iterator[tuple[Kind, Group]]:
    """Events of a kind and of the same dates are one; so are neighbours nearer than that."""
    ordered = sorted(events, key=lambda one: (one.kind.value, one.start, one.end))
    run: list[Event] = []
    for one in ordered:
        if run and not _belongs(one, run, axis, nearness):
            yield run[0].kind, _group(run)
            run = []
        run.append(one)
    yield run[0].kind, _group(run)


def _belongs(one: Event, run: Sequence[Event], axis: Axis, nearness: float) -> bool:
    first = run[0]
    if one.kind is not first.kind:
        return False
    if (one.start, one.end) == (first.start, first.end):
        return True
    return nearness > 0 and axis.at(max(one.end, first.end)) - axis.at(first.start) <= nearness


def _group(run: Sequence[Event]) -> Group:
    last = max(one.end for one in run)
    return grouped(run[0].start, last, [(one.label, one.target) for one in run], _SIZE)


def _right(axis: Axis, groups: Sequence[Group]) -> float:
    """Where the last day may stand so that there is room for the labels beside the marks."""
    found = _WIDTH - _MARGIN
    for one in groups:
        share = (axis.at(one.end) - _MARGIN) / (axis.right - _MARGIN)
        room = _WIDTH - one.width - _RADIUS - _GAP - _MARGIN
        if share > 0:
            found = min(found, _MARGIN + room / share)
    return max(found, _WIDTH / 3)


def _drawn(kind: Kind, left: float, right: float, middle: float) -> Iterator[Shape]:
    """A mark, over the pale stretch of days in one of which it falls."""
    if right - left > 1.0:
        yield _box(left, middle - 1.2, right, middle + 1.2, Shade.SOFT)
    if kind is Kind.STATEMENT:
        yield Disc((left, middle), _RADIUS, fill=Shade.ACCENT)
        return
    at = right if kind is Kind.DUE else left
    edges = (at - _RADIUS, middle - _RADIUS, at + _RADIUS, middle + _RADIUS)
    if kind is Kind.PLEDGE:
        yield _box(*edges, Shade.INK)
    else:
        yield _box(*edges, Shade.PAPER, Shade.INK)


def _key(events: Sequence[Event], words: Mapping[Kind, str]) -> Iterator[Shape]:
    """What each kind of mark is, in words, above everything."""
    x = _MARGIN
    for kind in Kind:
        if any(one.kind is kind for one in events):
            yield from _drawn(kind, x, x, _LANE / 2)
            yield Words(words[kind], (x + _RADIUS + _GAP, _LANE / 2 + 0.36 * _SIZE), _SIZE, Shade.QUIET)
            x += _RADIUS + _GAP + width_of(words[kind], _SIZE) + _KEY


def _box(
    left: float, top: float, right: float, bottom: float, fill: Shade, edge: Shade | None = None
) -> Area:
    ring = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Area((ring,), fill=fill, stroke=edge, width=0.9)
