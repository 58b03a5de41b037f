"""The set text in its widget: page, head and ticks in their places; caret and selection in code points."""

from collections.abc import Iterable

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.views.hits import Hits
from desktop.views.page import Page
from desktop.views.page_layout import PageLayout, arrange
from desktop.views.text_units import snapped
from desktop.views.ticks import TICKS_WIDTH, Ticks
from desktop.views.typesetting import Measures
from pressmark.article import Span

_BLEED = 11
"""How far outlines and handles reach beyond their block, in pixels."""


class PageText(QTextEdit):
    """Translates between the page and Qt: read-only, and never read back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleText")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setCursorWidth(2)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Article")
        self.page: Page | None = None
        self.hits = Hits()
        self.ticks = Ticks(self)
        self._head: QWidget | None = None
        self._head_height = 0
        self._layout: PageLayout | None = None

    def set_head(self, head: QWidget) -> None:
        """A widget that stands above the text and scrolls with it."""
        head.setParent(self.viewport())
        self._head = head

    def show_page(self, page: Page | None) -> None:
        """Takes a page in; the text is set into the widget here and never again."""
        left, self.page = self.page, page
        self.hits.show(())
        self.ticks.show_places((), -1)
        self._layout = None
        self.arrange()  # first, or the text would be laid out for each width on the way
        self.setDocument(page.document if page else QTextDocument(self))
        self._move_head()
        if left is not None:
            left.document.deleteLater()

    def measures(self) -> Measures:
        return self.page.measures if self.page else Measures.of_screen()

    def arrange(self) -> None:
        """Places column, head and chips for the width there is; lays the text out anew only where it must."""
        page = self.page
        if page is None:
            return
        free = self.width() - self.verticalScrollBar().sizeHint().width() - TICKS_WIDTH
        layout = arrange(free, page.measures)
        height = self._place_head(layout)
        self.setViewportMargins(layout.left, 0, TICKS_WIDTH, 0)
        self.ticks.setGeometry(free, 0, TICKS_WIDTH, self.height())
        gutter = page.measures.gutter
        page.margin.set_room(gutter + layout.column + layout.chip_gap, layout.chips)
        before = self._layout
        if before is None or layout.column != before.column or height != self._head_height:
            self._head_height = height
            if self.lineWrapColumnOrWidth() != gutter + layout.column:
                self.setLineWrapColumnOrWidth(gutter + layout.column)
            page.make_room(height)
        self._layout = layout
        self._move_head()

    def to_document(self, point: QPointF) -> QPointF:
        """From the viewport to document pixels."""
        return point + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def to_viewport(self, rect: QRectF) -> QRectF:
        return rect.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def blocks_seen(self) -> range:
        """The blocks that are in view."""
        if self.page is None:
            return range(0)
        top = self.verticalScrollBar().value()
        return self.page.geometry.blocks_between(top, top + self.viewport().height())

    def repaint_blocks(self, blocks: Iterable[int] | None) -> None:
        """Paints these blocks and their chips anew, as far as they are in view; all without."""
        page, width = self.page, self.viewport().width()
        if page is None or blocks is None:
            self.viewport().update()
            return
        seen = self.blocks_seen()
        reaches = [page.margin.reach(index) for index in blocks if seen.start - 1 <= index < seen.stop]
        self.repaint_places(QRectF(0, top, width, bottom - top) for top, bottom in reaches)

    def repaint_places(self, places: Iterable[QRectF]) -> None:
        """Paints what lies there anew; rectangles in document pixels."""
        for place in places:
            grown = self.to_viewport(place).adjusted(-_BLEED, -_BLEED, _BLEED, _BLEED)
            self.viewport().update(grown.toAlignedRect())

    def caret(self) -> int:
        """The code point before which the caret stands."""
        return self.page.geometry.offsets.to_code_points(self.textCursor().position()) if self.page else 0

    def raw_selection(self) -> Span | None:
        """What is selected, exactly."""
        cursor = self.textCursor()
        if self.page is None:
            return None
        return self.page.geometry.offsets.span_of(cursor.anchor(), cursor.position())

    def selected_span(self) -> Span | None:
        """What is selected, in whole characters and without white space at its ends."""
        raw = self.raw_selection()
        return snapped(self.page.doc.article.text, raw) if raw and self.page else None

    def select(self, span: Span) -> None:
        """Selects the span and leaves the caret at its end."""
        if self.page is not None:
            start, end = self.page.geometry.offsets.span_to_units(span)
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def clear_selection(self) -> None:
        """Leaves the view where it is: setting a cursor would scroll to where the selection was."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            scrolled = self.verticalScrollBar().value()
            cursor.clearSelection()
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(scrolled)

    def put_caret(self, position: int) -> None:
        if self.page is not None:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self.page.geometry.offsets.to_units(position))
            self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copies the words of the article, never those that Qt would read back."""
        data = QMimeData()
        span = self.raw_selection()
        if span and self.page:
            data.setText(self.page.doc.article.words_at(span))
        return data

    def loadResource(self, kind: int, name: object) -> object:
        """Nothing in an article is ever fetched."""
        return QImage()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()
        super().resizeEvent(event)

    def _place_head(self, layout: PageLayout) -> int:
        if self._head is None:
            return 0
        height = self._head.heightForWidth(layout.column)
        self._head.resize(layout.column, height)
        return height

    def _move_head(self) -> None:
        if self._head is not None:
            self._head.move(self.measures().gutter, -self.verticalScrollBar().value())
