"""Which part of the world a map shows, and where on the page each place of it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, degrees, radians

from pressmark.atlas import Place
from pressmark.brief import Point
from pressmark.compose.figures.maps.cutting import Extent, curved
from pressmark.compose.figures.maps.projection import EqualEarth, Equirectangular

_WHOLE_FROM = 130.0, 85.0  # degrees between places across and up, from which the whole world is shown
_CUSTOMARY = 11.0  # the middle of a world whose edge is in the Bering Strait
_INHABITED = -57.0, 84.0
_FLATTEST, _TALLEST = 0.42, 0.58  # of the width
LEAST = 2.4  # degrees from south to north: a coast drawn for 1:50 million is recognised down to here
_MARGIN = 0.16  # of the places' extent, on each side
_STEEPEST = 75.0  # degrees; beyond it a parallel true to scale would make the map of a pole endless


@dataclass(frozen=True, slots=True)
class View:
    """An extent in a projection, on a page: `left` and `top` are the plane's at the page's origin."""

    extent: Extent
    projection: EqualEarth | Equirectangular
    left: float
    top: float
    scale: float  # points a radian
    width: float
    height: float

    @property
    def whole(self) -> bool:
        """Whether it is the whole world."""
        return isinstance(self.projection, EqualEarth)

    def at(self, place: Place) -> Point:
        """Where on the page the place is."""
        x, y = self.projection.flat((self.extent.nearest(place[0]), place[1]))
        return (x - self.left) * self.scale, (self.top - y) * self.scale

    def line(self, places: Iterable[Place], finest: float = 0.0) -> tuple[Point, ...]:
        """Places on the page, unmoved by turns; of points nearer to each other than `finest` the first."""
        points: list[Point] = []
        for place in places:
            x, y = self.projection.flat(place)
            point = (x - self.left) * self.scale, (self.top - y) * self.scale
            if not points or max(abs(point[0] - points[-1][0]), abs(point[1] - points[-1][1])) >= finest:
                points.append(point)
        return tuple(points)

    def kilometres(self, points: float) -> float:
        """How long a line from west to east is at the middle of the map."""
        return points / self.scale * 6371.0088


def view_of(places: Sequence[Place], width: float, *, room: float = 0.0, least: float = LEAST) -> View:
    """The smallest part of the world that shows them well, at least so many degrees from south to north.

    `room` points at the right are kept free of places.
    """
    west, east = _longitudes([place[0] for place in places])
    south, north = min(place[1] for place in places), max(place[1] for place in places)
    if east - west > _WHOLE_FROM[0] or north - south > _WHOLE_FROM[1]:
        return world(Extent(west, south, east, north), width)
    return _part(Extent(west, south, east, north), width, room, radians(least))


def world(shown: Extent, width: float) -> View:
    """The whole world, without the ice where nothing is; its edge cuts nothing of what is shown."""
    middle = _CUSTOMARY
    west = shown.west - 360.0 * round((shown.middle[0] - middle) / 360.0)
    if west < middle - 180.0 or west + shown.east - shown.west > middle + 180.0:
        middle = shown.middle[0]
    lowest, highest = _INHABITED
    south = max(-90.0, min(lowest, shown.south - 4.0))
    north = min(90.0, max(highest, shown.north + 2.0))
    extent = Extent(middle - 180.0, south, middle + 180.0, north)
    projection = EqualEarth(middle)
    flat = [projection.flat(place) for place in edge(extent)]
    left, top = min(x for x, _ in flat), max(y for _, y in flat)
    scale = width / (max(x for x, _ in flat) - left)
    return View(extent, projection, left, top, scale, width, (top - min(y for _, y in flat)) * scale)


def edge(extent: Extent) -> list[Place]:
    """The line around an extent, fine enough to be bent."""
    west, south, east, north = extent
    return curved([(west, south), (east, south), (east, north), (west, north)])


def _longitudes(longitudes: Sequence[float]) -> tuple[float, float]:
    """The shortest stretch that holds all of them: what is left is the widest gap."""
    found = sorted((longitude + 180.0) % 360.0 - 180.0 for longitude in longitudes)
    around = [*found, found[0] + 360.0]
    number = max(range(len(found)), key=lambda number: around[number + 1] - around[number])
    east, west = around[number], around[number + 1]
    return (west - 360.0, east) if west >= 180.0 else (west, east + 360.0)


def _part(places: Extent, width: float, room: float, least: float) -> View:
    """A rectangle of a height that the page likes, with the places in the middle of what is not kept free."""
    true_at = min(_STEEPEST, max(-_STEEPEST, places.middle[1]))
    narrowing = cos(radians(true_at))
    across = radians(places.east - places.west) * narrowing * (1 + 2 * _MARGIN)
    up = max(least, radians(places.north - places.south) * (1 + 2 * _MARGIN))
    free = (width - room) / width
    height = width * min(_TALLEST, max(_FLATTEST, up / max(across / free, 1e-9)))
    tall = max(up, across / free * height / width)
    wide = tall * width / height
    if degrees(wide / narrowing) >= 360.0:
        return world(places, width)
    west = places.middle[0] - degrees(wide * free / narrowing) / 2
    south = _within(places.middle[1] - degrees(tall) / 2, degrees(tall))
    extent = Extent(west, south, west + degrees(wide / narrowing), south + degrees(tall))
    projection = Equirectangular(true_at)
    left, top = projection.flat((extent.west, extent.north))
    return View(extent, projection, left, top, width / wide, width, height)


def _within(south: float, tall: float) -> float:
    """Moved so that no part of the map is beyond a pole."""
    return max(-90.0, min(south, 90.0 - tall))
