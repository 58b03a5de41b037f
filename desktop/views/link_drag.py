"""Linking by hand: from a chip, or with Ctrl from a highlight, drag a line to another annotation."""

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication

from desktop import theme
from desktop.views.article_text import ArticleText


class LinkDrag(QObject):
    """A press without a drag picks what it began on."""

    dropped = Signal(str, str)
    pressed = Signal(str)

    def __init__(self, text: ArticleText) -> None:
        super().__init__(text)
        self._text = text
        self._source = ""
        self._from = QPointF()
        self._to: QPointF | None = None

    @property
    def keeps_to_view(self) -> bool:
        return False

    def places(self) -> list[QRectF]:
        return []

    def press(self, point: QPointF, event: QMouseEvent) -> bool:
        page = self._text.page
        if page is None:
            return False
        self._source = page.margin.at(point)
        if not self._source and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._source = next(iter(page.annotation_at(point)), "")
        self._from, self._to = point, None
        return bool(self._source)

    def drag(self, point: QPointF) -> None:
        far = (point - self._from).manhattanLength() >= QApplication.startDragDistance()
        if self._to is not None or far:
            self._to = point
            self._text.show_hovered(self._target(point))

    def release(self, point: QPointF) -> None:
        source, dragged = self._source, self._to is not None
        target = self._target(point)
        self.cancel()
        if not dragged:
            self.pressed.emit(source)
        elif target:
            self.dropped.emit(source, target)

    def cancel(self) -> None:
        self._source, self._to = "", None

    def shape_at(self, point: QPointF) -> Qt.CursorShape | None:
        return None

    def paint_under(self, painter: QPainter, blocks: range) -> None:
        """The line lies over the text."""

    def paint_over(self, painter: QPainter, blocks: range) -> None:
        if self._to is None:
            return
        accent = QColor(theme.current().accent)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_curve(self._from, self._to))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        for place in (self._from, self._to):
            painter.drawEllipse(place, 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _target(self, point: QPointF) -> str:
        page = self._text.page
        found = page.annotation_at(point) if page else []
        return next((key for key in found if key != self._source), "")


def _curve(start: QPointF, end: QPointF) -> QPainterPath:
    path = QPainterPath(start)
    bend = QPointF((end.x() - start.x()) * 0.5, 0)
    path.cubicTo(start + bend, end - bend, end)
    return path
