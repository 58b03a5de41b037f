"""What colours tell where they do not tell labels: a line of swatches with their meaning."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop import theme
from pressmark.palette import swatch

_LEFT, _SWATCH, _GAP = 18, 12, 18


class Legend(QWidget):
    """Takes no room while it has nothing to say; what does not fit the line is in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meanings: Sequence[tuple[str, str]] = ()
        self.setFixedHeight(30)
        self.hide()

    def show_meanings(self, meanings: Sequence[tuple[str, str]]) -> None:
        """Pairs of what is meant and the name of its swatch."""
        self._meanings = meanings
        words = ", ".join(f"{meaning}: {colour}" for meaning, colour in meanings)
        self.setToolTip(words)
        self.setAccessibleName(f"Colours: {words}")
        self.setVisible(bool(meanings))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, metrics = theme.current(), QFontMetrics(theme.ui_font(9))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(theme.ui_font(9))
            x, middle = _LEFT, self.height() / 2
            for meaning, name in self._meanings:
                width = metrics.horizontalAdvance(meaning)
                if x + _SWATCH + 6 + width > self.width() - _LEFT:
                    painter.setPen(QColor(colours.quiet))
                    painter.drawText(x, round(middle + metrics.ascent() / 2 - 1), "…")
                    return
                ink, fill = _of_scheme(name, dark=colours.dark)
                painter.setPen(QColor(ink))
                painter.setBrush(QColor(fill))
                painter.drawRoundedRect(
                    QRectF(x + 0.5, middle - _SWATCH / 2 + 0.5, _SWATCH, _SWATCH - 1), 3, 3
                )
                painter.setPen(QColor(colours.quiet))
                painter.drawText(x + _SWATCH + 6, round(middle + metrics.ascent() / 2 - 1), meaning)
                x += _SWATCH + 6 + width + _GAP


def _of_scheme(name: str, *, dark: bool) -> tuple[str, str]:
    one = swatch(name)
    return (one.dark_ink, one.dark_fill) if dark else (one.ink, one.fill)
