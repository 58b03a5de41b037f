"""Horizontal bars from zero, each with its label before it and its value behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressmark.brief import Area, Figure, Shade, Shape, Stroke, Words
from pressmark.compose.figures.measure import lines_of, width_of

_WIDTH = 485.0
_LABELS = 150.0  # at most so much of it
_ROW, _LINE, _BAR = 19.0, 9.5, 11.0
_SIZE = 8.0
_GAP = 8.0
_RISE = 2.9  # of a baseline above the lower edge of what it stands beside


@dataclass(frozen=True, slots=True)
class Bar:
    """A value, or a range of values; `shown` is how it reads."""

    label: str
    least: float
    most: float
    shown: str
    target: str = ""


def bar_figure(bars: Sequence[Bar], *, name: str, caption: str, alternative: str) -> Figure:
    """In the order given. Of a range the sure part is solid and the rest pale."""
    labels = [lines_of(bar.label, _LABELS, _SIZE) for bar in bars]
    left = max(width_of(line, _SIZE) for lines in labels for line in lines) + _GAP
    room = _WIDTH - left - max(width_of(bar.shown, _SIZE) for bar in bars) - _GAP
    unit = room / (max(bar.most for bar in bars) or 1.0)
    shapes: list[Shape] = []
    top = 0.0
    for bar, lines in zip(bars, labels, strict=True):
        height = _ROW + _LINE * (len(lines) - 1)
        shapes += _row(bar, lines, left, top + height / 2, unit)
        top += height
    shapes.append(Stroke(((left, 0.0), (left, top)), Shade.INK, 0.6))
    return Figure(name, _WIDTH, top, tuple(shapes), caption, alternative)


def _row(bar: Bar, lines: Sequence[str], left: float, middle: float, unit: float) -> Iterator[Shape]:
    baseline = middle + _BAR / 2 - _RISE
    for number, line in enumerate(lines):
        at = 0.0, baseline + _LINE * (number - (len(lines) - 1) / 2)
        yield Words(line, at, _SIZE, target=bar.target)
    sure, whole = left + bar.least * unit, left + bar.most * unit
    if bar.most > bar.least:
        yield _box(sure, middle, whole, Shade.SOFT)
    if bar.least > 0:
        yield _box(left, middle, sure, Shade.ACCENT)
    yield Words(bar.shown, (whole + _GAP, baseline), _SIZE, strong=True)


def _box(left: float, middle: float, right: float, shade: Shade) -> Area:
    top, bottom = middle - _BAR / 2, middle + _BAR / 2
    return Area((((left, top), (right, top), (right, bottom), (left, bottom)),), fill=shade)
