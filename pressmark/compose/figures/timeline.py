"""What was said and promised, and what falls due, along one axis of days."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from pressmark.brief import Anchor, Area, Disc, Figure, Shade, Shape, Stroke, Words
from pressmark.compose.figures.measure import width_of

_WIDTH = 485.0
_MARGIN = 12.0
_LANE = 15.0
_RADIUS = 3.0
_SIZE = 7.5
_GAP = 4.0
_TICKS = 8  # at most about so many
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 600, 1200)


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


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    last: date
    room: float  # at its end, for the words of what stands there

    def at(self, day: date) -> float:
        span = max(1, (self.last - self.first).days)
        return _MARGIN + (_WIDTH - _MARGIN - self.room) * (day - self.first).days / span


def timeline_figure(
    events: Sequence[Event], *, name: str, caption: str, alternative: str, tick: Callable[[date, bool], str]
) -> Figure:
    """Lanes above the axis, so that no label meets another; `tick` words a day, or a month for True."""
    room = max(width_of(one.label, _SIZE) for one in events) + _RADIUS + 2 * _GAP
    axis = _Axis(min(one.start for one in events), max(one.end for one in events), room)
    lanes: list[float] = []  # how far each is filled
    placed = []
    for one in sorted(events, key=lambda event: (event.start, event.end, event.label)):
        left, right = axis.at(one.start), axis.at(one.end)
        end = right + _RADIUS + _GAP + width_of(one.label, _SIZE)
        lane = next(
            (number for number, filled in enumerate(lanes) if filled + _GAP <= left - _RADIUS), len(lanes)
        )
        lanes[lane : lane + 1] = [end]
        placed.append((one, lane, left, right))
    height = len(lanes) * _LANE + 18.0
    base = len(lanes) * _LANE + 4.0
    shapes: list[Shape] = list(_ticks(axis, base, tick))
    for one, lane, left, right in placed:
        middle = base - _LANE * (lane + 0.65)
        shapes += _mark(one.kind, left, right, middle)
        shapes.append(Words(one.label, (right + _RADIUS + _GAP, middle + 2.6), _SIZE, target=one.target))
    return Figure(name, _WIDTH, height, tuple(shapes), caption, alternative)


def _mark(kind: Kind, left: float, right: float, middle: float) -> Iterator[Shape]:
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


def _box(
    left: float, top: float, right: float, bottom: float, fill: Shade, edge: Shade | None = None
) -> Area:
    ring = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Area((ring,), fill=fill, stroke=edge, width=0.9)


def _ticks(axis: _Axis, base: float, tick: Callable[[date, bool], str]) -> Iterator[Shape]:
    """The axis, and under it as many days or months as have room."""
    yield Stroke(((0.0, base), (_WIDTH, base)), Shade.INK, 0.6)
    filled = 0.0
    for day, by_month in _days(axis):
        x = axis.at(day)
        words = tick(day, by_month)
        half = width_of(words, _SIZE) / 2
        middle = min(max(x, half), _WIDTH - half)
        if middle - half < filled:
            continue
        filled = middle + half + _GAP
        yield Stroke(((x, base), (x, base + 3.0)), Shade.INK, 0.6)
        yield Words(words, (middle, base + 12.0), _SIZE, Shade.QUIET, Anchor.MIDDLE)


def _days(axis: _Axis) -> Iterator[tuple[date, bool]]:
    span = (axis.last - axis.first).days
    step = next((days for days in _DAYS if span / days <= _TICKS), 0)
    if step:
        yield from ((axis.first + timedelta(days=number), False) for number in range(0, span + 1, step))
        return
    step = next((months for months in _MONTHS if span / 30.4 / months <= _TICKS), _MONTHS[-1])
    month = axis.first.year * 12 + axis.first.month - 1
    month += -month % step
    while (day := date(month // 12, month % 12 + 1, 1)) <= axis.last:
        if day >= axis.first:
            yield day, True
        month += step
