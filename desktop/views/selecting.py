"""Selecting with the mouse: two clicks take a word, three the sentence, four the paragraph."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.views.page import Page
from desktop.views.text_units import paragraph_at, sentence_at, word_at
from pressmark.article import Article, Span

Unit = Callable[[Article, int], Span | None]

_UNITS: dict[int, Unit] = {2: word_at, 3: sentence_at, 4: paragraph_at}


class Selectable(Protocol):
    """What the clicks act on."""

    page: Page | None

    def select(self, span: Span) -> None: ...
    def clear_selection(self) -> None: ...
    def cursorForPosition(self, pos: QPoint, /) -> QTextCursor: ...


class ClickSelection:
    """Counts clicks at one place. Answers False where Qt's own selecting by character is wanted."""

    def __init__(self, text: Selectable) -> None:
        self._text = text
        self._count = 0
        self._time = 0
        self._place = QPoint()
        self._anchor: Span | None = None

    def press(self, event: QMouseEvent) -> bool:
        place = event.position().toPoint()
        near = (place - self._place).manhattanLength() < QApplication.startDragDistance()
        soon = event.timestamp() - self._time <= QApplication.doubleClickInterval()
        doubled = event.type() == QMouseEvent.Type.MouseButtonDblClick
        self._count = self._count % 4 + 1 if (near and soon and self._count) or doubled else 1
        self._count = max(self._count, 2) if doubled else self._count
        self._time, self._place = event.timestamp(), place
        unit = _UNITS.get(self._count)
        if unit is None:
            self._anchor = None
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._text.clear_selection()  # Qt would begin to drag the selected words
            return False
        self._anchor = self._unit_at(unit, place)
        if self._anchor:
            self._text.select(self._anchor)
        return True

    def move(self, event: QMouseEvent) -> bool:
        unit = _UNITS.get(self._count)
        if unit is None:
            return False
        here = self._unit_at(unit, event.position().toPoint())
        if here and self._anchor:
            self._text.select(Span(min(here.start, self._anchor.start), max(here.end, self._anchor.end)))
        return True

    def release(self, event: QMouseEvent) -> bool:
        return self._count in _UNITS

    def _unit_at(self, unit: Unit, place: QPoint) -> Span | None:
        page = self._text.page
        if page is None:
            return None
        units = self._text.cursorForPosition(place).position()
        return unit(page.doc.article, page.geometry.offsets.to_code_points(units))
