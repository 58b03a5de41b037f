"""Underlines in the label's line style: the cue that does not need colour."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from desktop import theme
from pressmark.brief import LineStyle

_HEIGHT = 6
"""Of the strip that holds a line, in pixels; the line runs in its middle."""

_SMALL_POINTS, _SMALL_HEIGHT = 6.5, 9.0

_PERIOD = {
    LineStyle.SOLID: 24,
    LineStyle.DOUBLE: 24,
    LineStyle.DASHED: 8,
    LineStyle.DOTTED: 4,
    LineStyle.WAVY: 6,
}
"""After how many pixels a line repeats itself."""


def draw_underline(
    painter: QPainter, style: LineStyle, ink: str, rect: QRectF, height: float, ratio: float
) -> None:
    """Draws from edge to edge of a rectangle, at a height of its own; `ratio` is of device to own pixels.

    Patterns begin at multiples of their period, so that lines under neighbouring words go on in step.
    """
    strip = QRectF(rect.left(), round(height) - _HEIGHT / 2, rect.width(), _HEIGHT)
    painter.drawTiledPixmap(strip, _tile(style, ink, ratio), QPointF(strip.left() % _PERIOD[style], 0))


def draw_count(painter: QPainter, place: QPointF, number: int) -> None:
    """“+3”, ending at a place: so many more lie there than have a line."""
    draw_small(painter, QPointF(place.x() - 1, place.y()), f"+{number}", ends=True)


def draw_small(painter: QPainter, place: QPointF, words: str, *, ends: bool = False) -> None:
    """Words between two lines, on the page's own colour; they begin, or end, at a place of their middle."""
    colours, font = theme.current(), theme.ui_font(_SMALL_POINTS)
    width = QFontMetricsF(font).horizontalAdvance(words) + 4
    left = place.x() - width + 2 if ends else place.x()
    tag = QRectF(round(left), round(place.y() - _SMALL_HEIGHT / 2), width, _SMALL_HEIGHT)
    painter.fillRect(tag, QColor(colours.page))
    painter.setFont(font)
    painter.setPen(QColor(colours.ink))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, words)
    painter.setPen(Qt.PenStyle.NoPen)


@lru_cache(maxsize=128)
def _tile(style: LineStyle, ink: str, ratio: float) -> QPixmap:
    """A few periods of the line: painting whole lines stroke by stroke costs ten times as much."""
    width = _PERIOD[style] * 8
    pixmap = QPixmap(round(width * ratio), round(_HEIGHT * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(painter, style, QColor(ink), width)
    painter.end()
    return pixmap


def _draw(painter: QPainter, style: LineStyle, ink: QColor, width: int) -> None:
    middle, period = _HEIGHT / 2, _PERIOD[style]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    match style:
        case LineStyle.SOLID:
            painter.drawRect(QRectF(0, middle - 1, width, 2))
        case LineStyle.DOUBLE:
            painter.drawRect(QRectF(0, middle - 2, width, 1))
            painter.drawRect(QRectF(0, middle + 1, width, 1))
        case LineStyle.DASHED:
            for x in range(0, width, period):
                painter.drawRect(QRectF(x, middle - 1, 5, 2))
        case LineStyle.DOTTED:
            for x in range(0, width, period):
                painter.drawEllipse(QPointF(x + 1.2, middle), 1.1, 1.1)
        case LineStyle.WAVY:
            painter.setPen(QPen(ink, 1.4))
            painter.drawPolyline(_wave(width, middle, period))


def _wave(width: int, middle: float, period: int) -> QPolygonF:
    half, swing = period // 2, 1.3
    steps = range(-1, width // half + 2)
    return QPolygonF([QPointF(step * half, middle + (swing if step % 2 else -swing)) for step in steps])
