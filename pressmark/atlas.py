"""The outlines of the land that ship with the app: Natural Earth, public domain, without any borders."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import accumulate
from typing import TypeAlias

import resources

Place: TypeAlias = tuple[float, float]
"""Longitude and latitude in degrees."""

_UNIT = "1/"  # the header says: 1/200 degree


class Detail(StrEnum):
    """How finely the coasts are drawn, as the scale of the map they were made for, in millions."""

    WORLD = "110m"
    REGION = "50m"


@dataclass(frozen=True, slots=True)
class Outline:
    """A closed ring with its extent. An island that the 180th meridian crosses goes on beyond ±180°."""

    places: tuple[Place, ...]
    west: float
    south: float
    east: float
    north: float

    @classmethod
    def of(cls, places: tuple[Place, ...]) -> "Outline":
        longitudes, latitudes = zip(*places, strict=True)
        return cls(places, min(longitudes), min(latitudes), max(longitudes), max(latitudes))


@cache
def land(detail: Detail) -> tuple[Outline, ...]:
    """Every coast; a ring within a ring, the Caspian Sea's, is no land."""
    text = resources.path("atlas", f"land-{detail}.txt").read_text("ascii")
    header, *lines = text.splitlines()
    units = int(header.partition(_UNIT)[2].split()[0])
    return tuple(_outline(line, units) for line in lines)


def outlines(detail: Detail, west: float, south: float, east: float, north: float) -> Iterator[Outline]:
    """Those that may be seen in a part of the world, moved by whole turns into its longitudes."""
    for one in land(detail):
        if one.north < south or one.south > north:
            continue
        for turn in (-360.0, 0.0, 360.0):
            if one.east + turn >= west and one.west + turn <= east:
                yield _moved(one, turn) if turn else one


def _outline(line: str, units: int) -> Outline:
    numbers = [int(one) for one in line.split()]
    longitudes, latitudes = accumulate(numbers[::2]), accumulate(numbers[1::2])
    return Outline.of(tuple((x / units, y / units) for x, y in zip(longitudes, latitudes, strict=True)))


def _moved(one: Outline, by: float) -> Outline:
    return Outline(
        tuple((x + by, y) for x, y in one.places), one.west + by, one.south, one.east + by, one.north
    )
