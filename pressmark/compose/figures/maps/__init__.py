"""Places on a map: where to look, how to flatten it, and labels that keep apart."""

from pressmark.compose.figures.maps.figure import MapWords, Spot, map_figure

__all__ = ["MapWords", "Spot", "map_figure"]
