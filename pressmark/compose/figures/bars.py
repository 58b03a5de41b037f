"""Horizontal bars from zero, each with its label before it and its value behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pressmark.brief import Anchor, Area, Figure, Shade, Shape, Stroke, Words
from pressmark.compose.figures.measure import cut_to, width_of

_WIDTH = 485.0
_LABELS = 150.0  # at most so much of it
_ROW, _BAR = 19.0, 11.0
_SIZE = 8.0
_GAP = 6.0
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
    labels = min(_LABELS, max(width_of(bar.label, _SIZE) for bar in bars))
    values = max(width_of(bar.shown, _SIZE) for bar in bars)
    left = labels + _GAP
    room = _WIDTH - left - values - _GAP
    longest = max(bar.most for bar in bars) or 1.0
    shapes: list[Shape] = []
    for number, bar in enumerate(bars):
        top = number * _ROW + (_ROW - _BAR) / 2
        baseline = top + _BAR - _RISE
        sure, whole = left + room * bar.least / longest, left + room * bar.most / longest
        label = cut_to(bar.label, labels, _SIZE)
        shapes.append(Words(label, (labels, baseline), _SIZE, anchor=Anchor.END, target=bar.target))
        if bar.most > bar.least:
            shapes.append(_box(sure, top, whole, Shade.SOFT))
        if bar.least > 0:
            shapes.append(_box(left, top, sure, Shade.ACCENT))
        shapes.append(Words(bar.shown, (whole + _GAP, baseline), _SIZE, strong=True))
    height = len(bars) * _ROW
    shapes.append(Stroke(((left, 0.0), (left, height)), Shade.INK, 0.6))
    return Figure(name, _WIDTH, height, tuple(shapes), caption, alternative)


def _box(left: float, top: float, right: float, shade: Shade) -> Area:
    bottom = top + _BAR
    return Area((((left, top), (right, top), (right, bottom), (left, bottom)),), fill=shade)
