"""How an analyst likes to read: size of type, length of lines, face, paragraph numbers, focus."""

from dataclasses import dataclass, replace

SMALLEST, LARGEST = 0.6, 2.6
NARROWEST, WIDEST = 40, 100
_STEP = 1.1


@dataclass(frozen=True, slots=True)
class Reading:
    """`zoom` is 1 for the size that the page is designed for, `measure` in characters a line.

    `face` is “serif” or “sans”; `focus` fades every paragraph but the one with the caret; `notes` stand in
    the margin.
    """

    zoom: float = 1.0
    measure: int = 66
    face: str = "serif"
    numbers: bool = True
    focus: bool = False
    notes: bool = True

    def zoomed(self, zoom: float) -> "Reading":
        """The same in another size, as far as it can be read."""
        return replace(self, zoom=min(LARGEST, max(SMALLEST, zoom)))

    def zoomed_by(self, steps: int) -> "Reading":
        """So many steps larger or smaller; through the designed size, never past it unseen."""
        new = self.zoom * _STEP**steps
        return self.zoomed(1.0 if abs(new - 1) < 0.04 or (new - 1) * (self.zoom - 1) < 0 else new)

    def widened(self, characters: int) -> "Reading":
        """The same with longer lines, or shorter ones."""
        return replace(self, measure=min(WIDEST, max(NARROWEST, self.measure + characters)))

    def sets_alike(self, other: "Reading") -> bool:
        """True when a text set for the one stands as it would for the other."""
        return (self.zoom, self.measure, self.face) == (other.zoom, other.measure, other.face)
