"""An axis of days: where each one is, and which of them are named under it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pressmark.brief import Anchor, Shade, Shape, Stroke, Words
from pressmark.compose.figures.measure import width_of

_TICKS = 8  # at most about so many
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 600, 1200)
_SIZE = 7.5
_GAP = 4.0
_DOWN = 12.0  # from the axis to the baseline of its words


@dataclass(frozen=True, slots=True)
class Axis:
    """From `left`, the first day, to `right`, the last one; what it names stays within `width`."""

    first: date
    last: date
    left: float
    right: float
    width: float

    def at(self, day: date) -> float:
        span = max(1, (self.last - self.first).days)
        return self.left + (self.right - self.left) * (day - self.first).days / span

    def drawn(self, base: float, tick: Callable[[date, bool], str]) -> Iterator[Shape]:
        """The axis, and under it as many days, or months for True, as have room."""
        yield Stroke(((0.0, base), (self.width, base)), Shade.INK, 0.6)
        filled = 0.0
        for day, by_month in self._days():
            x, words = self.at(day), tick(day, by_month)
            half = width_of(words, _SIZE) / 2
            middle = min(max(x, half), self.width - half)
            if middle - half < filled:
                continue
            filled = middle + half + _GAP
            yield Stroke(((x, base), (x, base + 3.0)), Shade.INK, 0.6)
            yield Words(words, (middle, base + _DOWN), _SIZE, Shade.QUIET, Anchor.MIDDLE)

    def _days(self) -> Iterator[tuple[date, bool]]:
        span = (self.last - self.first).days
        step = next((days for days in _DAYS if span / days <= _TICKS), 0)
        if step:
            days = (self.first + timedelta(days=number) for number in range(0, span + 1, step))
            yield from ((day, False) for day in days)
            return
        step = next((months for months in _MONTHS if span / 30.4 / months <= _TICKS), _MONTHS[-1])
        if step < 12 and self.first.day > 1:
            yield self.first, False  # the months after it tell the year
        month = self.first.year * 12 + self.first.month - 1
        month += -month % step
        while (day := date(month // 12, month % 12 + 1, 1)) <= self.last:
            if day >= self.first:
                yield day, True
            month += step
