"""Lines of a paragraph as strips that go down the page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from exporters.pdf import ink
from exporters.pdf.pages import Draw, Page, Strip
from exporters.pdf.runs import Line
from exporters.pdf.tagging import Tag

BASELINE = 0.745  # of the leading, from the top of a line

Beside = Callable[[Page, float, int], None]
"""Draws what stands beside a line, told the page, the line's top and its place in the paragraph."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands between the margins, and what is led to by its anchor."""

    width: float
    indent: float = 0.0
    above: float = 0.0
    anchor: str = ""
    mirrored: bool = False  # every line starts at the right, whatever its script


def strips(lines: Sequence[Line], place: Place, tag: Tag, beside: Beside | None = None) -> Iterator[Strip]:
    """Never leaves the first or the last line alone on a page."""
    last = len(lines) - 1
    for i, line in enumerate(lines):
        keep = i < last and (i == 0 or i == last - 1)
        above = place.above if i == 0 else 0.0
        yield Strip(line.leading, _drawing(line, i, place, tag, beside), above, keep, notes=line.notes)


def _drawing(line: Line, i: int, place: Place, tag: Tag, beside: Beside | None) -> Draw:
    def draw(page: Page, top: float) -> None:
        if i == 0 and place.anchor:
            page.place(place.anchor, top + 6)
        if beside is not None:
            beside(page, top, i)
        left = page.sheet.left + place.indent + line.left(place.width, end=False, mirrored=place.mirrored)
        ink.text(page, line, left, top - BASELINE * line.leading, tag)

    return draw
