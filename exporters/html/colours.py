"""Colours by day, and the same colours on a dark page."""

from typing import TypeAlias

_Rgb: TypeAlias = tuple[int, int, int]

DARK_PAPER = "#16191d"
DARK_INK = "#e3e6e9"
_WHITE = "#ffffff"


def checked(colour: str) -> str:
    """The colour, which is ``#rrggbb``; anything else is an error, for it would be written into a style."""
    return _hex(_rgb(colour))


def mixed(colour: str, other: str, share: float) -> str:
    """So much of the colour, and the rest of the other."""
    return _hex(_blend(_rgb(colour), _rgb(other), share))


def dark_fill(fill: str) -> str:
    """A fill that light words can be read on, and that is still the label's colour."""
    return mixed(_saturated(fill), DARK_PAPER, 0.26)


def dark_ink(ink: str) -> str:
    """A line that stands out from a dark page."""
    return mixed(ink, _WHITE, 0.34)


def contrast(colour: str, other: str) -> float:
    """How far the two are apart for an eye, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(_rgb(colour)), _luminance(_rgb(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(rgb: _Rgb) -> float:
    parts = (part / 255 for part in rgb)
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _saturated(colour: str) -> str:
    """The colour without the white in it: pale fills would only be grey in the dark."""
    rgb = _rgb(colour)
    white, top = min(rgb), max(rgb)
    if top == white:
        return colour
    red, green, blue = (round(top * (part - 0.8 * white) / (top - 0.8 * white)) for part in rgb)
    return _hex((red, green, blue))


def _blend(rgb: _Rgb, other: _Rgb, share: float) -> _Rgb:
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(rgb, other, strict=True))
    return red, green, blue


def _rgb(colour: str) -> _Rgb:
    if len(colour) != len("#rrggbb") or colour[0] != "#":
        raise ValueError(f"“{colour}” is no colour of the form #rrggbb.")
    value = int(colour[1:], 16)
    return value >> 16 & 255, value >> 8 & 255, value & 255


def _hex(rgb: _Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*rgb)
