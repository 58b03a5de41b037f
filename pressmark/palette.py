"""The colours a label may have, told apart by people who see colours differently.

Fills are light enough for black text (dark enough for white text in the dark set), inks reach 3:1 on the
page (WCAG 2.2, 1.4.11); both after Paul Tol's colour schemes (SRON/EPS/TN/09-002). The tests check it.
"""

from dataclasses import dataclass


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
