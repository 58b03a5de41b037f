"""The page as it is painted and held by the mouse: highlights under the text, margins beside it."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop import theme
from desktop.views.page import Page
from desktop.views.page_text import PageText
from desktop.views.page_tool import PageTool
from desktop.views.selecting import ClickSelection

_WHEEL_STEP = 120
"""Of a mouse wheel, in eighths of a degree; touch pads turn by less."""


class ArticleText(PageText):
    """Knows what lies under the mouse; what that leads to, others decide."""

    settled = Signal()
    clicked = Signal(QPointF)
    rightPressed = Signal(QPointF)
    hoverChanged = Signal(str)
    menuAsked = Signal(object)
    zoomAsked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport().setMouseTracking(True)
        # else Qt cannot scroll by copying what is painted already
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.tools: list[PageTool] = []
        self._held: PageTool | None = None
        self._turned = 0
        self._clicks = ClickSelection(self)

    def show_page(self, page: Page | None) -> None:
        self._held = None
        super().show_page(page)

    def cancel_tool(self) -> bool:
        """Lets go of what the mouse holds; False when it holds nothing."""
        held, self._held = self._held, None
        if held is not None:
            held.cancel()
            self.viewport().update()
        return held is not None

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
            self.hits.paint(painter, page, blocks)
            for tool in self.tools:
                tool.paint_under(painter, blocks)
            self._paint_selection(painter, blocks)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self._to_document_pixels(painter)
            seen = event.region().translated(
                self.horizontalScrollBar().value(), self.verticalScrollBar().value()
            )
            page.margin.paint(painter, blocks, seen, page.picked, page.hovered)
            if page.reading.focus:
                page.fade(painter, blocks, self.caret(), self.viewport().width())
            for tool in self.tools:
                tool.paint_over(painter, blocks)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._move_head()
        if any(tool.keeps_to_view for tool in self.tools):
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += event.angleDelta().y()
            steps = int(self._turned / _WHEEL_STEP)
            self._turned -= steps * _WHEEL_STEP
            if steps:
                self.zoomAsked.emit(steps)
            event.accept()
        else:
            super().wheelEvent(event)

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
