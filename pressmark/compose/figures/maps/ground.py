"""What lies under the dots: sea, land, and where in the world it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import dist

from pressmark.atlas import Detail, Place, outlines
from pressmark.brief import Area, Disc, Point, Shade, Shape, Stroke
from pressmark.compose.figures.maps.cutting import Extent, coasts, curved, cut
from pressmark.compose.figures.maps.labelling import Box
from pressmark.compose.figures.maps.view import View, edge, world

_FINEST = 0.3  # points between two of a coast
_SMALLEST = 0.7  # points across, of an island that is worth drawing
_WORLD_FROM = 60.0  # degrees across, from which the coarser coasts are fine enough
_COAST_ENOUGH = 1.2  # of the width, as points of coast that tell where we are
_POLE = -89.0
_HAIR, _FRAME = 0.4, 0.5
_LEAST_FRAME = 7.0  # points, below which a frame in the locator is a ring


@dataclass(frozen=True, slots=True)
class Ground:
    """The sea, the land and the edge of a view; `coast` is how much coast there is, in points."""

    shapes: tuple[Shape, ...]
    coast: float

    def tells_where(self, view: View) -> bool:
        """Whether there is enough coast to recognise."""
        return self.coast >= _COAST_ENOUGH * view.width


@lru_cache(maxsize=32)  # the same places are drawn again at each change of the brief
def ground(view: View, hair: float = _HAIR) -> Ground:
    """What is under the dots. Where the edge cuts a coast, their lines are one."""
    extent = view.extent
    frame = view.line(edge(extent) if view.whole else _corners(extent))
    detail = Detail.WORLD if extent.east - extent.west > _WORLD_FROM else Detail.REGION
    rings: list[tuple[Point, ...]] = []
    polar: list[Shape] = []
    coast = 0.0
    for one in outlines(detail, *extent):
        ring = cut(one, extent)
        drawn = view.line(curved(ring) if view.whole else ring, _FINEST)
        if len(drawn) < 3 or _across(drawn) < _SMALLEST:
            continue
        lines = [view.line(line, _FINEST) for line in coasts(ring, extent)]
        coast += sum(dist(a, b) for line in lines for a, b in pairwise(line))
        if one.south >= _POLE or extent.south > _POLE:
            rings.append(drawn)
        else:  # closed along the pole and a meridian, where there is no coast
            polar.append(Area((drawn,), fill=Shade.LAND))
            polar += (Stroke(line, Shade.HAIRLINE, hair) for line in lines)
    area = [Area(tuple(rings), fill=Shade.LAND, stroke=Shade.HAIRLINE, width=hair)] if rings else []
    border = Area((frame,), stroke=Shade.HAIRLINE, width=_FRAME)
    return Ground((Area((frame,), fill=Shade.WATER), *polar, *area, border), coast)


def locator(view: View, box: Box) -> Iterator[Shape]:
    """The whole world, small, in the box, with what the view shows of it."""
    small = world(view.extent, box.right - box.left)
    small = replace(small, left=small.left - box.left / small.scale, top=small.top + box.top / small.scale)
    yield from ground(small, _HAIR / 2).shapes
    turn = small.extent.nearest(view.extent.middle[0]) - view.extent.middle[0]
    west, south, east, north = view.extent
    shown = small.line(edge(Extent(west + turn, south, east + turn, north)))
    if _across(shown) < _LEAST_FRAME:
        yield Disc(small.at(view.extent.middle), 2.6, stroke=Shade.ACCENT, width=1.1)
    else:
        yield Area((shown,), stroke=Shade.ACCENT, width=1.0)


def locator_height(view: View, width: float) -> float:
    return world(view.extent, width).height


def _across(points: Sequence[Point]) -> float:
    """The longer side of the box around the points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _corners(extent: Extent) -> list[Place]:
    west, south, east, north = extent
    return [(west, north), (east, north), (east, south), (west, south)]
