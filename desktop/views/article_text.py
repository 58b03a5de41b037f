"""The page itself: a read-only text with caret and selection, highlights under it, margins beside it."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop import theme
from desktop.views.page import Page
from desktop.views.page_layout import PageLayout, arrange
from desktop.views.page_tool import PageTool
from desktop.views.selecting import ClickSelection
from desktop.views.text_units import snapped
from desktop.views.typesetting import Measures
from pressmark.article import Span

_BLEED = 9
"""How far outlines and handles reach beyond their block, in pixels."""


class ArticleText(QTextEdit):
    """Knows code points, selections and what lies under the mouse; what that leads to, others decide."""

    settled = Signal()
    clicked = Signal(QPointF)
    rightPressed = Signal(QPointF)
    hoverChanged = Signal(str)
    menuAsked = Signal(object)

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
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(
            Qt.WidgetAttribute.WA_OpaquePaintEvent
        )  # else Qt cannot scroll by copying
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Article")
        self.page: Page | None = None
        self.tools: list[PageTool] = []
        self._held: PageTool | None = None
        self._head: QWidget | None = None
        self._head_height = 0
        self._layout: PageLayout | None = None
        self._clicks = ClickSelection(self)

    def set_head(self, head: QWidget) -> None:
        """A widget that stands above the text and scrolls with it."""
        head.setParent(self.viewport())
        self._head = head

    def show_page(self, page: Page | None) -> None:
        """Takes a page in; the text is set into the widget here and never again."""
        left, self.page = self.page, page
        self._held = None
        self._layout = None
        self.setDocument(page.document if page else QTextDocument(self))
        if left is not None:
            left.document.deleteLater()
        self.arrange()

    def measures(self) -> Measures:
        return self.page.measures if self.page else Measures.of_screen()

    def arrange(self) -> None:
        """Places column, head and chips for the width there is; lays the text out anew only where it must."""
        page = self.page
        if page is None:
            return
        free = self.width() - self.verticalScrollBar().sizeHint().width()
        layout = arrange(free, page.measures)
        height = self._place_head(layout)
        self.setViewportMargins(layout.left, 0, 0, 0)
        gutter = page.measures.gutter
        page.margin.set_room(gutter + layout.column + layout.chip_gap, layout.chips)
        before = self._layout
        if before is None or layout.column != before.column or height != self._head_height:
            self._head_height = height
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

    def cancel_tool(self) -> bool:
        """Lets go of what the mouse holds; False when it holds nothing."""
        held, self._held = self._held, None
        if held is not None:
            held.cancel()
            self.viewport().update()
        return held is not None

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

    def paintEvent(self, event: QPaintEvent) -> None:
        page = self.page
        top = self.to_document(QPointF(event.rect().topLeft())).y()
        bottom = top + event.rect().height()
        blocks = page.geometry.blocks_between(top, bottom) if page else range(0)
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), QColor(theme.current().page))
            if page is None:
                return
            self._to_document_pixels(painter)
            page.highlights.paint(painter, blocks, top, bottom, page.hovered)
            for tool in self.tools:
                tool.paint_under(painter, blocks)
            self._paint_selection(painter, blocks)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self._to_document_pixels(painter)
            page.margin.paint(painter, blocks, top, bottom, page.picked, page.hovered)
            for tool in self.tools:
                tool.paint_over(painter, blocks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()
        super().resizeEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._move_head()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = self.to_document(event.position())
        if event.button() == Qt.MouseButton.LeftButton and self.page is not None:
            self._held = next((tool for tool in self.tools if tool.press(point, event)), None)
            if self._held is None and not self._clicks.press(event):
                super().mousePressEvent(event)
            self.viewport().update()
        elif event.button() == Qt.MouseButton.RightButton:
            self.rightPressed.emit(point)  # Qt would move the caret and lose the selection
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = self.to_document(event.position())
        if self._held is not None:
            self._held.drag(point)
            self.viewport().update()
        elif not (event.buttons() & Qt.MouseButton.LeftButton):
            self._hover(point)
        elif not self._clicks.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held = self._held, None
        if held is not None:
            held.release(self.to_document(event.position()))
            self.viewport().update()
        elif event.button() == Qt.MouseButton.LeftButton:
            if not self._clicks.release(event):
                super().mouseReleaseEvent(event)
            if self.textCursor().hasSelection():
                self.settled.emit()
            else:
                self.clicked.emit(self.to_document(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self.show_hovered("")
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menuAsked.emit(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))
        else:
            self.menuAsked.emit(event.globalPos())

    def _to_document_pixels(self, painter: QPainter) -> None:
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _paint_selection(self, painter: QPainter, blocks: range) -> None:
        span = self.raw_selection()
        if span is not None and self.page is not None:
            colour = QColor(theme.current().selection)
            for rect in self.page.rects_seen(span, blocks):
                painter.fillRect(rect, colour)

    def _place_head(self, layout: PageLayout) -> int:
        if self._head is None:
            return 0
        height = self._head.heightForWidth(layout.column)
        self._head.resize(layout.column, height)
        return height

    def _move_head(self) -> None:
        if self._head is not None:
            self._head.move(self.measures().gutter, -self.verticalScrollBar().value())

    def _hover(self, point: QPointF) -> None:
        if self.page is None:
            return
        shapes = (tool.shape_at(point) for tool in self.tools)
        chip = self.page.margin.at(point)
        resting = Qt.CursorShape.PointingHandCursor if chip else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(next((shape for shape in shapes if shape is not None), resting))
        self.show_hovered(next(iter(self.page.annotation_at(point)), ""))

    def show_hovered(self, key: str) -> None:
        """Shows which annotation the mouse means."""
        if self.page is not None and key != self.page.hovered:
            self.page.hovered = key
            self.viewport().update()
            self.hoverChanged.emit(key)
