"""From longitude and latitude to the plane: the whole world on Equal Earth, parts of it as a rectangle."""

from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import TypeAlias

from pressmark.atlas import Place

Plane: TypeAlias = tuple[float, float]
"""In radians of the globe; y grows to the north."""

# Šavrič, Patterson and Jenny, “The Equal Earth map projection” (2018).
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2


@dataclass(frozen=True, slots=True)
class EqualEarth:
    """True areas; `middle` is the longitude that stands upright."""

    middle: float = 0.0

    def flat(self, place: Place) -> Plane:
        across, up = _bent(place[1])
        return radians(place[0] - self.middle) * across, up


@dataclass(frozen=True, slots=True)
class Equirectangular:
    """Meridians and parallels are a grid; true to scale along the parallel `true_at` and all meridians."""

    true_at: float

    def flat(self, place: Place) -> Plane:
        return radians(place[0]) * cos(radians(self.true_at)), radians(place[1])


@lru_cache(maxsize=4096)
def _bent(latitude: float) -> Plane:
    """How far a radian of longitude reaches at a latitude, and how far up that is."""
    angle = asin(_M * sin(radians(latitude)))
    square = angle * angle
    sixth = square * square * square
    across = cos(angle) / (_M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)))
    return across, angle * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
