"""Underlines in the label's line style: the cue that does not need colour."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from pressmark.brief import LineStyle

_WIDTH = 1.6
_WAVE, _SWING = 3.0, 1.3
"""Half a wave's length and how far it swings, in pixels."""

_DASHES: dict[LineStyle, list[float]] = {
    LineStyle.DASHED: [3.2, 2.0],
    LineStyle.DOTTED: [0.1, 2.2],
}


def draw_underline(painter: QPainter, style: LineStyle, ink: QColor, rect: QRectF, height: float) -> None:
    """Draws from edge to edge of a rectangle, at a height of its own."""
    y = round(height) + 0.5
    line = QLineF(rect.left(), y, rect.right(), y)
    pen = QPen(ink, _WIDTH)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, style is not LineStyle.SOLID)
    match style:
        case LineStyle.SOLID:
            painter.fillRect(QRectF(line.x1(), y - 1, line.length(), 2), ink)
        case LineStyle.DASHED | LineStyle.DOTTED:
            if style is LineStyle.DOTTED:
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                pen.setWidthF(_WIDTH + 0.4)
            pen.setDashPattern(_DASHES[style])
            painter.setPen(pen)
            painter.drawLine(line)
        case LineStyle.WAVY:
            pen.setWidthF(1.4)
            painter.setPen(pen)
            painter.drawPolyline(_wave(line))
        case LineStyle.DOUBLE:
            for shift in (-1.2, 1.2):
                painter.setPen(QPen(ink, 1.0))
                painter.drawLine(line.translated(0, shift))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _wave(line: QLineF) -> QPolygonF:
    points = [QPointF(line.x1(), line.y1())]
    x, side = line.x1(), 1
    while x + _WAVE < line.x2():
        x += _WAVE
        points.append(QPointF(x, line.y1() + side * _SWING))
        side = -side
    points.append(QPointF(line.x2(), line.y1()))
    return QPolygonF(points)
