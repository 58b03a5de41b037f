"""Outlines cut to the part of the world that is shown."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pressmark.atlas import Outline, Place

_LONGEST_STEP = 4.0  # degrees, where a straight line on the globe is a curve on the map

_POLE = 89.9


class Extent(NamedTuple):
    """A part of the world in degrees; `east` may be beyond 180 so that it is greater than `west`."""

    west: float
    south: float
    east: float
    north: float

    @property
    def middle(self) -> Place:
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    def holds(self, place: Place) -> bool:
        return self.west <= place[0] <= self.east and self.south <= place[1] <= self.north

    def nearest(self, longitude: float) -> float:
        """The longitude, moved by whole turns to where the extent has it."""
        return longitude + 360.0 * round((self.middle[0] - longitude) / 360.0)


def cut(outline: Outline, extent: Extent) -> list[Place]:
    """The ring within the extent; where it is cut it runs along the edge (Sutherland and Hodgman)."""
    ring: list[Place] = list(outline.places)
    west, south, east, north = extent
    if outline.west < west:
        ring = _halved(ring, lambda p: p[0] - west)
    if outline.east > east:
        ring = _halved(ring, lambda p: east - p[0])
    if outline.south < south:
        ring = _halved(ring, lambda p: p[1] - south)
    if outline.north > north:
        ring = _halved(ring, lambda p: north - p[1])
    return ring


def curved(ring: Sequence[Place]) -> list[Place]:
    """The ring with points between those that are far apart."""
    return [place for a, b in pairwise((*ring, ring[0])) for place in _between(a, b)] if ring else []


def coasts(ring: Sequence[Place], extent: Extent) -> Iterator[list[Place]]:
    """The lines of the ring that are coast, not the edge of what is shown."""
    line: list[Place] = []
    for a, b in pairwise((*ring, ring[0])):
        if _along_edge(a, b, extent):
            if line:
                yield line
            line = []
        else:
            line = [*line, b] if line else [a, b]
    if line:
        yield line


def _halved(ring: Sequence[Place], inside: Callable[[Place], float]) -> list[Place]:
    """What of the ring lies where `inside` is not negative; it is a distance from the edge."""
    found: list[Place] = []
    if not ring:
        return found
    before, measured_before = ring[-1], inside(ring[-1])
    for here in ring:
        measured = inside(here)
        if (measured < 0) != (measured_before < 0):
            share = measured_before / (measured_before - measured)
            found.append(
                (before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1]))
            )
        if measured >= 0:
            found.append(here)
        before, measured_before = here, measured
    return found


def _between(a: Place, b: Place) -> Iterator[Place]:
    """From a up to b, without it."""
    steps = max(1, int(max(abs(b[0] - a[0]), abs(b[1] - a[1])) / _LONGEST_STEP))
    return (
        (a[0] + (b[0] - a[0]) * number / steps, a[1] + (b[1] - a[1]) * number / steps)
        for number in range(steps)
    )


def _along_edge(a: Place, b: Place, extent: Extent) -> bool:
    """Whether it is the edge, or leads to the pole along which a ring is closed."""
    if max(abs(a[1]), abs(b[1])) > _POLE:
        return True
    return any(
        abs(a[axis] - edge) < 1e-9 and abs(b[axis] - edge) < 1e-9
        for axis, edge in ((0, extent.west), (1, extent.south), (0, extent.east), (1, extent.north))
    )
