"""The underlines of marks, in the style of their label."""

from functools import cache
from typing import assert_never

from exporters import typography
from exporters.pdf.runs import Underline
from pressmark.brief import LineStyle

_HALF_WAVE = 1.9
_WAVE_HEIGHT = 1.5  # of the points that bend it


def operators(underline: Underline, left: float, right: float, y: float) -> str:
    """Strokes from `left` to `right`, in the colour that is set."""
    width = typography.UNDERLINE_WIDTH
    stroke = f"{left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S"
    match underline.line:
        case LineStyle.SOLID:
            return f"{width} w {stroke}"
        case LineStyle.DASHED:
            return f"q {width} w [3 1.6] 0 d {stroke} Q"
        case LineStyle.DOTTED:
            return f"q {width * 1.2:.3g} w 1 J [0 2] 0 d {stroke} Q"
        case LineStyle.WAVY:
            count = max(round((right - left) / _HALF_WAVE), 2)
            scale = (right - left) / (count * _HALF_WAVE)
            return f"q {scale:.4f} 0 0 1 {left:.2f} {y:.2f} cm {width * 0.8:.3g} w {_wave(count)} S Q"
        case LineStyle.DOUBLE:
            upper = f"{left:.2f} {y + 0.6:.2f} m {right:.2f} {y + 0.6:.2f} l S"
            lower = f"{left:.2f} {y - 0.7:.2f} m {right:.2f} {y - 0.7:.2f} l S"
            return f"{width * 0.55:.3g} w {upper} {lower}"
        case _:
            assert_never(underline.line)


@cache
def _wave(count: int) -> str:
    """So many half waves from the origin."""
    parts = ["0 0 m"]
    for i in range(count):
        x, bend = i * _HALF_WAVE, _WAVE_HEIGHT if i % 2 else -_WAVE_HEIGHT
        first, second, end = x + _HALF_WAVE / 3, x + 2 * _HALF_WAVE / 3, x + _HALF_WAVE
        parts.append(f"{first:.2f} {bend} {second:.2f} {bend} {end:.2f} 0 c")
    return " ".join(parts)
