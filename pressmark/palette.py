"""The colours a label may have, told apart by people who see colours differently.

Fills are light enough for black text (dark enough for white text in the dark set), inks reach 3:1 on the
page (WCAG 2.2, 1.4.11); both after Paul Tol's colour schemes (SRON/EPS/TN/09-002). The tests check it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import dist

TEXT_LEAST, LINE_LEAST = 4.5, 3.0
"""The contrast that words need on their ground and lines on the page (WCAG 2.2, 1.4.3 and 1.4.11)."""


@dataclass(frozen=True, slots=True)
class Swatch:
    """One colour, as ``#rrggbb``: fills lie behind text, inks draw lines and dots."""

    fill: str
    ink: str
    dark_fill: str
    dark_ink: str


SWATCHES = {
    "yellow": Swatch("#f5ecb0", "#8a6d00", "#4b3f12", "#eecf4f"),
    "pink": Swatch("#fbd3db", "#aa3355", "#5b2536", "#ff9fb5"),
    "blue": Swatch("#cde9f7", "#1f6f9f", "#1d4459", "#77c7ee"),
    "green": Swatch("#dcebb8", "#5d7a12", "#3a481b", "#b9d560"),
    "orange": Swatch("#fbdcc0", "#b3560a", "#56351a", "#f5a963"),
    "purple": Swatch("#e6d6f2", "#7d3f9e", "#472f57", "#cf9ff0"),
    "teal": Swatch("#c9ece4", "#0b7d6a", "#174a42", "#63d2bd"),
    "red": Swatch("#f8c9c4", "#b3261e", "#5e241f", "#ff9a8f"),
    "grey": Swatch("#e3e5e8", "#5f6872", "#3b4046", "#a9b2bb"),
}
"""Swatches by name, in the order they are offered for new labels."""


def swatch(name: str) -> Swatch:
    """The swatch of that name; grey for a name that is not known."""
    return SWATCHES.get(name, SWATCHES["grey"])


_Matrix = tuple[tuple[float, float, float], ...]

_SEEN_WITHOUT: dict[str, _Matrix] = {
    "red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What an amount of light looks like to eyes without one of the cones (Machado et al. 2009, severity 1)."""

_TO_CONES: _Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_OKLAB: _Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
"""Björn Ottosson's OKLab (2020), in which equal distances look about equally large."""

_ALIKE = 0.04


def contrast(one: str, other: str) -> float:
    """The ratio of two ``#rrggbb`` as WCAG 2.2 measures it: from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def looks_alike(one: str, other: str) -> bool:
    """Whether some colour-blind readers can hardly tell two swatches apart, by fill or by ink."""
    pairs = ((swatch(one).fill, swatch(other).fill), (swatch(one).ink, swatch(other).ink))
    return any(all(_distance(*pair, eyes) < _ALIKE for pair in pairs) for eyes in _SEEN_WITHOUT.values())


def _distance(one: str, other: str, eyes: _Matrix) -> float:
    return dist(_oklab(_times(eyes, _linear(one))), _oklab(_times(eyes, _linear(other))))


def _oklab(light: Sequence[float]) -> list[float]:
    cones = _times(_TO_CONES, [max(0.0, one) for one in light])
    return _times(_TO_OKLAB, [one ** (1 / 3) for one in cones])


def _times(matrix: _Matrix, vector: Sequence[float]) -> list[float]:
    return [sum(factor * one for factor, one in zip(row, vector, strict=True)) for row in matrix]


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> tuple[float, float, float]:
    """Red, green and blue as amounts of light."""
    shown = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shown)
    return red, green, blue
