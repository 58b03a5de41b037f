"""Pages as they fill: strips of content go down the page, and what is drawn is kept until the end.

A page is written only when all are known, so that "1 of 3" needs one pass.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from exporters.typography import PAGE_HEIGHT, PAGE_MARGIN, PAGE_WIDTH

TOP = 84.0  # of the content, from the upper edge
BOTTOM = 62.0  # of the content, from the lower edge
ROOM = PAGE_HEIGHT - TOP - BOTTOM
WIDTH = PAGE_WIDTH - 2 * PAGE_MARGIN


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle to click, and where it leads: ``#anchor`` or an address."""

    left: float
    bottom: float
    right: float
    top: float
    target: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline."""

    title: str
    level: int
    place: str


@dataclass(slots=True)
class Page:
    """What is drawn on one page (PDF operators), what can be clicked, and what can be led to."""

    operators: list[str] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    places: list[tuple[str, float]] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Strip:
    """A band across the page that is never cut; `draw` is told the page and where its top is."""

    height: float
    draw: Callable[[Page, float], None]
    above: float = 0.0  # space before it, dropped at the head of a page
    keep: bool = False  # on the same page as the next
    again: "Strip | None" = None  # drawn once more if this strip has to start a page


class Flow:
    """Puts strips on pages."""

    def __init__(self, page_started: Callable[[], None]) -> None:
        self.pages = [Page()]
        self._top = PAGE_HEIGHT - TOP
        self._page_started = page_started

    def add(self, strips: Iterable[Strip]) -> None:
        for group in _kept_together(strips):
            needed = sum(strip.above + strip.height for strip in group)
            if needed - (group[0].above if self._fresh else 0) > self._left and not self._fresh:
                self._turn(group[0])
            for strip in group:
                self._put(strip)

    @property
    def _left(self) -> float:
        return self._top - BOTTOM

    @property
    def _fresh(self) -> bool:
        return self._top == PAGE_HEIGHT - TOP

    def _put(self, strip: Strip) -> None:
        above = 0.0 if self._fresh else strip.above
        # A group taller than a page is cut after all, between its strips.
        if above + strip.height > self._left and not self._fresh:
            self._turn(strip)
            above = 0.0
        strip.draw(self.pages[-1], self._top - above)
        self._top -= above + strip.height

    def _turn(self, first: Strip) -> None:
        self.pages.append(Page())
        self._top = PAGE_HEIGHT - TOP
        self._page_started()
        if first.again is not None:
            first.again.draw(self.pages[-1], self._top)
            self._top -= first.again.height


def _kept_together(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group
