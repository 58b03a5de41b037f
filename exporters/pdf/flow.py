"""Strips go down the pages; the notes that they call gather at the foot."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from exporters import typography as look
from exporters.pdf import ink
from exporters.pdf.pages import Footnote, Page, Strip
from exporters.pdf.sheets import Sheet
from exporters.pdf.tagging import Element

_ABOVE_NOTES = 16.0
_RULE_LENGTH = 60.0
_NOTES_SHARE = 0.7  # of a page at most, so that the text goes on beside notes of any length


Finish: TypeAlias = Callable[[Page, list[Element]], None]
"""Takes a page on which no more is put, and the elements that are complete with it."""


class Flow:
    """Puts strips on pages, which `start` makes and `finish` takes."""

    def __init__(
        self, sheet: Sheet, start: Callable[[Sheet], Page], finish: Finish, *, rtl: bool = False
    ) -> None:
        self._sheet = sheet
        self._start = start
        self._finish = finish
        self._rtl = rtl
        self._page = start(sheet)
        self._top = self._start_top = sheet.top
        self._foot: list[Strip] = []
        self._foot_height = self._begun_foot = 0.0  # of what a page before has begun
        self._carried: list[Strip] = []  # lines of notes that go on at the foot of the next page
        self._ended: list[Element] = []
        self._turn_wanted = False

    def add(self, strips: Iterable[Strip]) -> None:
        for group in _kept_together(strips):
            self._prepare(group[0])
            needed = sum(strip.above + strip.height for strip in group)
            notes = self._needed_by([note for strip in group for note in strip.notes])
            if needed + notes - (group[0].above if self._fresh else 0) > self._left and not self._fresh:
                self._turn(group[0])
            for strip in group:
                self._put(strip)

    def end(self) -> None:
        """Finishes the last page, and those that notes still need."""
        self._close()
        while self._carried:
            self._open(self._sheet)
            self._close()

    @property
    def _left(self) -> float:
        return self._top - self._page.sheet.bottom - self._foot_height

    @property
    def _fresh(self) -> bool:
        """Whether only what every page starts with is on the page."""
        return self._top == self._start_top

    def _prepare(self, first: Strip) -> None:
        """Turns the page if it has to be another one."""
        if first.turn:
            return
        wanted = first.sheet or self._sheet
        if wanted != self._page.sheet or (self._turn_wanted and not self._fresh):
            self._turn(first)
        self._turn_wanted = False

    def _put(self, strip: Strip) -> None:
        # A group taller than a page is cut after all, between its strips.
        while self._lacks_room(strip):
            self._turn(strip)
        above = 0.0 if self._fresh else strip.above
        strip.draw(self._page, self._top - above)
        self._top -= above + strip.height
        for note in strip.notes:
            self._note(note.strips)
        if strip.ends is not None:
            self._ended.append(strip.ends)
        self._turn_wanted = strip.turn

    def _lacks_room(self, strip: Strip) -> bool:
        """Whether another page has more room for it: one without text, or with less of an old note."""
        above = 0.0 if self._fresh else strip.above
        needed = above + strip.height + self._needed_by(strip.notes)
        return needed > self._left and not (self._fresh and self._begun_foot == 0.0)

    def _needed_by(self, notes: Iterable[Footnote]) -> float:
        height = sum(strip.height for note in notes for strip in note.strips)
        return min(height + (0.0 if self._foot else _ABOVE_NOTES), self._most) if height else 0.0

    @property
    def _most(self) -> float:
        return self._page.sheet.room * _NOTES_SHARE

    def _note(self, strips: Iterable[Strip]) -> None:
        """Lines that do not fit go on at the foot of the next page."""
        for strip in strips:
            height = strip.height + (0.0 if self._foot else _ABOVE_NOTES)
            if self._carried or height > self._left or self._foot_height + height > self._most:
                self._carried.append(strip)
            else:
                self._foot.append(strip)
                self._foot_height += height

    def _turn(self, first: Strip) -> None:
        self._close()
        self._open(first.sheet or self._sheet)
        if first.again is not None:
            first.again.draw(self._page, self._top)
            self._top -= first.again.height
            self._start_top = self._top

    def _open(self, sheet: Sheet) -> None:
        self._page = self._start(sheet)
        self._top = self._start_top = sheet.top
        self._turn_wanted = False
        carried, self._carried = self._carried, []
        self._note(carried)
        self._begun_foot = self._foot_height

    def _close(self) -> None:
        page = self._page
        top = page.sheet.bottom + self._foot_height
        if self._foot:
            top -= _ABOVE_NOTES
            left = page.sheet.right - _RULE_LENGTH if self._rtl else page.sheet.left
            ink.rule(page, look.QUIET, look.HAIRLINE_WIDTH, left, left + _RULE_LENGTH, top + 5)
        for strip in self._foot:
            strip.draw(page, top)
            top -= strip.height
        self._foot, self._foot_height = [], 0.0
        settled: list[Element] = []
        if not self._carried:  # what has ended may still wait for its notes
            settled, self._ended = self._ended, settled
        self._finish(page, settled)


def _kept_together(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        if group and (group[-1].turn or group[-1].sheet != strip.sheet):  # on another page anyhow
            yield group
            group = []
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group
