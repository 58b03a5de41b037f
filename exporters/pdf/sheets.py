"""The sheets that a brief is printed on, and what of them is for its content."""

from dataclasses import dataclass

from exporters.typography import PAGE_HEIGHT, PAGE_MARGIN, PAGE_WIDTH
from pressmark.brief import PageSize

_SIZES = {PageSize.A4: (PAGE_WIDTH, PAGE_HEIGHT), PageSize.LETTER: (612.0, 792.0)}
_ABOVE = 84.0  # from the upper edge to the content
_BELOW = 62.0  # from the content to the lower edge


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size of paper; places on it are in points from its lower left corner."""

    width: float
    height: float

    @property
    def left(self) -> float:
        return PAGE_MARGIN

    @property
    def right(self) -> float:
        return self.width - PAGE_MARGIN

    @property
    def measure(self) -> float:
        return self.width - 2 * PAGE_MARGIN

    @property
    def top(self) -> float:
        return self.height - _ABOVE

    @property
    def bottom(self) -> float:
        return _BELOW

    @property
    def room(self) -> float:
        return self.top - self.bottom

    def turned(self) -> "Sheet":
        """The same paper, sideways."""
        return Sheet(self.height, self.width)


def sheet(size: PageSize) -> Sheet:
    return Sheet(*_SIZES[size])
