"""Selecting with the mouse: two clicks take a word, three the sentence, four the paragraph.

Two clicks on a quotation mark take the quotation.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.views.page import Page
from desktop.views.text_units import paragraph_at, sentence_at, word_at
from pressmark.article import Article, Span
from pressmark.quotations import quotation_at

Unit = Callable[[Article, int], Span | None]

_UNITS: dict[int, Unit] = {2: word_at, 3: sentence_at, 4: paragraph_at}


class Selectable(Protocol):
    """What the clicks act on."""

    page: Page | None

    def select(self, span: Span) -> None: ...
    def clear_selection(self) -> None: ...
    def to_document(self, place: QPointF) -> QPointF: ...
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
        at = page.geometry.offsets.to_code_points(units)
        quotation = self._quotation_marked_at(page, place, at) if unit is word_at else None
        return quotation or unit(page.doc.article, at)

    def _quotation_marked_at(self, page: Page, place: QPoint, caret: int) -> Span | None:
        """The quotation of which the mouse is on the first or last mark; the caret is beside that."""
        spot = self._text.to_document(QPointF(place))
        for at in (caret, caret - 1):
            found = quotation_at(page.doc.article, at) if at >= 0 else None
            ends = (found.start, found.end - 1) if found else ()
            if at in ends and any(rect.contains(spot) for rect in page.geometry.rects(Span(at, at + 1))):
                return found
        return None
