"""What tells how large a map is and where: a scale bar, and a grid with its degrees."""

from collections.abc import Iterator
from math import ceil, floor, log10

from pressmark.brief import Anchor, Shade, Shape, Stroke, Words
from pressmark.compose.figures.maps.labelling import Box
from pressmark.compose.figures.maps.view import View
from pressmark.compose.figures.measure import width_of

_LONGEST = 84.0  # points, of the scale bar
_SIZE = 6.5
_INSET = 3.0
_LINES = 2.0  # of the grid, from south to north, at least about so many
_STEPS = (30.0, 20.0, 10.0, 5.0, 2.0, 1.0, 0.5)


def scale_bar(view: View, left: float, bottom: float, kilometres: str) -> tuple[list[Shape], Box]:
    """A length in round kilometres and the room it takes; its words are given as ``{number} km``."""
    longest = view.kilometres(_LONGEST)
    unit = 10.0 ** floor(log10(longest))
    length = next(factor * unit for factor in (5, 2, 1) if factor * unit <= longest)
    right = left + _LONGEST * length / longest
    words = kilometres.format(number=f"{length:,.0f}")
    middle, half = (left + right) / 2, width_of(words, _SIZE) / 2
    line = ((left, bottom - 3.0), (left, bottom), (right, bottom), (right, bottom - 3.0))
    shapes: list[Shape] = [
        Stroke(line, Shade.QUIET, 0.6),
        Words(words, (middle, bottom - 4.5), _SIZE, Shade.QUIET, Anchor.MIDDLE),
    ]
    box = Box(min(left, middle - half), bottom - 4.5 - _SIZE, max(right, middle + half), bottom + 1.0)
    return shapes, box


def grid(view: View, compass: tuple[str, str, str, str]) -> Iterator[Shape]:
    """Meridians with their degrees at the upper edge, parallels with theirs at the right one."""
    west, south, east, north = view.extent
    step = next((one for one in _STEPS if one <= (north - south) / _LINES), _STEPS[-1])
    to_north, to_east, to_south, to_west = compass
    for number in range(ceil(west / step), floor(east / step) + 1):
        longitude = number * step
        yield _line(view, (longitude, south), (longitude, north))
        turned = (longitude + 180.0) % 360.0 - 180.0
        words = degrees_of(turned, to_east, to_west)
        (x, _) = view.at((longitude, north))
        if x + _INSET + width_of(words, _SIZE) < view.width:
            yield Words(words, (x + _INSET, _SIZE + 1.5), _SIZE, Shade.QUIET)
    for number in range(ceil(south / step), floor(north / step) + 1):
        latitude = number * step
        yield _line(view, (west, latitude), (east, latitude))
        (_, y) = view.at((east, latitude))
        if y > 3 * _SIZE:
            words = degrees_of(latitude, to_north, to_south)
            yield Words(words, (view.width - _INSET, y - 2.0), _SIZE, Shade.QUIET, Anchor.END)


def _line(view: View, start: tuple[float, float], end: tuple[float, float]) -> Stroke:
    return Stroke(view.line([start, end]), Shade.HAIRLINE, 0.4, dashed=True)


def degrees_of(angle: float, positive: str, negative: str) -> str:
    """“48° N”; the equator and the prime meridian are on no side."""
    letter = positive if angle > 0 else negative if angle < 0 else ""
    return f"{abs(angle):g}° {letter}".strip()
