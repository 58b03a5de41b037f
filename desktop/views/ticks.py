"""A narrow column beside the scroll bar: where in the article the hits of a search lie."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop import theme

TICKS_WIDTH = 8
_TICK = 2


class Ticks(QWidget):
    """`chosen` carries the number of the hit nearest to a click."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._places: list[float] = []
        self._current = -1
        self.setAccessibleName("Where the hits are")

    def show_places(self, places: Sequence[float], current: int) -> None:
        """Hits in text order, as parts of the article's length between 0 and 1."""
        self._places, self._current = list(places), current
        self.setCursor(Qt.CursorShape.PointingHandCursor if places else Qt.CursorShape.ArrowCursor)
        self.setToolTip(f"{len(places)} hits" if places else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), QColor(colours.page))
            tick = QColor(colours.accent)
            tick.setAlphaF(0.5)
            for height in {self._height(place) for place in self._places}:
                painter.fillRect(QRect(1, height, self.width() - 2, _TICK), tick)
            if 0 <= self._current < len(self._places):
                height = self._height(self._places[self._current])
                painter.fillRect(QRect(0, height - 1, self.width(), _TICK + 2), QColor(colours.accent))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._places and event.button() == Qt.MouseButton.LeftButton:
            wanted = event.position().y() / max(1, self.height())
            after = bisect_left(self._places, wanted)
            near = [number for number in (after - 1, after) if 0 <= number < len(self._places)]
            self.chosen.emit(min(near, key=lambda number: abs(self._places[number] - wanted)))

    def _height(self, place: float) -> int:
        return round(place * max(0, self.height() - _TICK))
