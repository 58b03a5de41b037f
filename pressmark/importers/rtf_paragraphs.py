"""Paragraphs, rows, notes and boxes of RTF, whose ends are told but not their beginnings."""

import re
from dataclasses import dataclass, field

from pressmark.article import BlockKind
from pressmark.importers.flow import Flow
from pressmark.importers.style_names import kind_of_style

_BULLET = re.compile(r"\s*(?:[•·‣◦▪●○–-]|[0-9]{1,3}[.)])\t")
_MOST_PARENTS = 20


@dataclass(slots=True)
class Style:
    """A paragraph style; its outline level is −1 where it says none."""

    name: str = ""
    parent: int = -1
    outline: int = -1


@dataclass(slots=True)
class _Place:
    """The paragraph that is being read, in the document, a note or a box, and the row that it may be in."""

    words: list[str] = field(default_factory=list)
    is_item: bool = False
    in_row: bool = False
    in_cell: bool = False


@dataclass(slots=True)
class Paragraphs:
    """Puts together what is said, and tells the flow."""

    flow: Flow = field(default_factory=Flow)
    styles: dict[int, Style] = field(default_factory=dict)
    _places: list[_Place] = field(default_factory=lambda: [_Place()])

    def say(self, text: str) -> None:
        self._places[-1].words.append(text)

    def mark_item(self) -> None:
        """The paragraph has a bullet or a number."""
        self._places[-1].is_item = True

    def end(self, style: int, outline: int, in_table: bool) -> None:
        """Ends the paragraph, of which this is said where it ends."""
        place = self._places[-1]
        text = "".join(place.words)
        if bullet := _BULLET.match(text):  # as programs write lists that do not know RTF's
            text, place.is_item = text[bullet.end() :], True
        kind = self._kind(style, outline, place.is_item)
        place.words.clear()
        place.is_item = False
        if in_table:
            self._begin_cell()
        elif place.in_row and text:
            self.end_row()
        self.flow.begin_paragraph()
        self.flow.say(text)
        self.flow.end_paragraph(*kind)

    def end_cell(self, style: int, outline: int) -> None:
        self.end(style, outline, True)
        self.flow.end_cell()
        self._places[-1].in_cell = False

    def end_row(self) -> None:
        place = self._places[-1]
        if place.in_cell:
            self.flow.end_cell()
        if place.in_row:
            self.flow.end_row()
        place.in_cell = place.in_row = False

    def begin_note(self) -> None:
        self.say(self.flow.begin_note())
        self._places.append(_Place())

    def end_note(self) -> None:
        self.end_box()
        self.flow.end_note()

    def begin_box(self, in_table: bool) -> None:
        """What is in a box comes before the paragraph that it stands in."""
        if in_table:
            self._begin_cell()
        self._places.append(_Place())

    def end_box(self) -> None:
        self.end(0, -1, False)
        self.end_row()
        self._places.pop()

    def _begin_cell(self) -> None:
        place = self._places[-1]
        if not place.in_row:
            self.flow.begin_row()
        if not place.in_cell:
            self.flow.begin_cell()
        place.in_cell = place.in_row = True

    def _kind(self, number: int, outline: int, is_item: bool) -> tuple[BlockKind, int]:
        style = self.styles.get(number)
        for _ in range(_MOST_PARENTS):
            if style is None:
                break
            if found := kind_of_style(style.name.strip().rstrip(";")):
                return found
            outline = style.outline if outline < 0 else outline
            style = self.styles.get(style.parent)
        if 0 <= outline < 9:
            return BlockKind.HEADING, outline + 1
        return (BlockKind.LIST_ITEM if is_item else BlockKind.PARAGRAPH), 0
