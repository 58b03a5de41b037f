"""Lines of a paragraph as strips that go down the page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from exporters.pdf import ink
from exporters.pdf.lines import Line
from exporters.pdf.pages import WIDTH, Page, Strip
from exporters.typography import PAGE_MARGIN

BASELINE = 0.745  # of the leading, from the top of a line

Beside = Callable[[Page, float, int], None]
"""Draws what stands beside a line, told the page, the line's top and its place in the paragraph."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands between the margins, and what is led to by its anchor."""

    indent: float = 0.0
    width: float = WIDTH
    above: float = 0.0
    anchor: str = ""


def strips(lines: list[Line], place: Place, beside: Beside | None = None) -> Iterator[Strip]:
    """Never leaves the first or the last line alone on a page."""
    last = len(lines) - 1
    for i, line in enumerate(lines):
        keep = i < last and (i == 0 or i == last - 1)
        yield Strip(line.leading, _drawing(line, i, place, beside), place.above if i == 0 else 0.0, keep)


def _drawing(line: Line, i: int, place: Place, beside: Beside | None) -> Callable[[Page, float], None]:
    def draw(page: Page, top: float) -> None:
        if i == 0 and place.anchor:
            page.places.append((place.anchor, top))
        if beside is not None:
            beside(page, top, i)
        left = PAGE_MARGIN + place.indent + line.left(place.width, end=False)
        ink.text(page, line, left, top - BASELINE * line.leading)

    return draw
