"""The colours of figures on white paper."""

from collections.abc import Mapping

from exporters import typography as look
from pressmark.brief import Shade

_LAND = "#eceee9"
_WATER = "#f7f9fb"
_SOFT_SHARE = 0.38  # of the accent in the pale one, the rest is paper


def on_paper(accent: str) -> Mapping[Shade, str]:
    """Each shade as ``#rrggbb``, for a brief whose accent is this one."""
    return {
        Shade.PAPER: "#ffffff",
        Shade.INK: look.INK,
        Shade.QUIET: look.QUIET,
        Shade.HAIRLINE: "#c9ced2",  # darker than between a table's rows: here the line is what is looked at
        Shade.ACCENT: accent,
        Shade.SOFT: _paler(accent, _SOFT_SHARE),
        Shade.LAND: _LAND,
        Shade.WATER: _WATER,
    }


def _paler(colour: str, share: float) -> str:
    value = int(colour.removeprefix("#"), 16)
    parts = (value >> shift & 255 for shift in (16, 8, 0))
    return "#" + "".join(f"{round(part * share + 255 * (1 - share)):02x}" for part in parts)
