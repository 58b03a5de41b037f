"""The pages of a document as pictures, one at a time, drawn in the background when they are looked at."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.latest import Latest

_PAUSE = 60
_WIDEST = 1_400
_EDGE = 16  # beside the page, and what the scroll bar takes


@dataclass(frozen=True, slots=True)
class Pages:
    """How many there are, and what draws the one of a number, from 1, so many pixels wide.

    `draw` is called outside the window's thread; None is for a page that cannot be drawn.
    """

    count: int
    draw: Callable[[int, int], QImage | None]


@dataclass(frozen=True, slots=True)
class _Drawn:
    number: int
    image: QImage | None


class PagePictures(QWidget):
    """Shows a page as wide as there is room; Page Up and Page Down in it turn the pages."""

    turned = Signal(int)

    def __init__(self, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages, self._number, self._shown = pages, 0, QImage()
        self._latest: Latest[tuple[int, int], _Drawn] = Latest(self._draw, self._take, _fail, _PAUSE, self)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._picture.setObjectName("quiet")
        self._area = QScrollArea()
        self._area.setWidget(self._picture)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName("Page as it looks")
        self._area.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._head())
        column.addWidget(self._area, 1)

    def sizeHint(self) -> QSize:
        return QSize(460, 620)

    def show_page(self, number: int) -> None:
        """Turns to the page, or to the nearest that there is."""
        number = max(1, min(number, self._pages.count))
        if number == self._number:
            return
        self._number = number
        self._said.setText(f"Page {number:,} of {self._pages.count:,}")
        self._back.setEnabled(number > 1)
        self._on.setEnabled(number < self._pages.count)
        self._ask()
        self.turned.emit(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set()
        if self._number:
            self._ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that turn pages, where the page does not scroll any further."""
        if event.type() == QEvent.Type.KeyPress and watched is self._area:
            bar = self._area.verticalScrollBar()
            step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(event.key(), 0)  # type: ignore[attr-defined]
            ends = {1: bar.maximum(), -1: bar.minimum()}
            if step and bar.value() == ends[step]:
                self.show_page(self._number + step)
                return True
        return super().eventFilter(watched, event)

    def _head(self) -> QHBoxLayout:
        self._said = QLabel()
        self._said.setObjectName("quiet")
        self._back, self._on = QToolButton(), QToolButton()
        row = QHBoxLayout()
        row.addWidget(self._said, 1)
        for button, arrow, name, step in (
            (self._back, Qt.ArrowType.UpArrow, "Page before", -1),
            (self._on, Qt.ArrowType.DownArrow, "Next page", 1),
        ):
            button.setArrowType(arrow)
            button.setAutoRaise(True)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, step=step: self.show_page(self._number + step))
            row.addWidget(button)
        return row

    def _ask(self) -> None:
        wide = min(_WIDEST, round(self._room() * self.devicePixelRatioF()))
        self._latest.ask(lambda: (self._number, wide))

    def _draw(self, asked: tuple[int, int], tick: Callable[[float], None]) -> _Drawn:
        """In the background."""
        return _Drawn(asked[0], self._pages.draw(*asked))

    def _take(self, drawn: _Drawn) -> None:
        if drawn.number != self._number:
            return
        self._shown = drawn.image or QImage()
        self._set()
        if drawn.image is None:
            self._picture.setText(f"Page {drawn.number:,} cannot be drawn")
        self._area.verticalScrollBar().setValue(0)

    def _set(self) -> None:
        """The picture in the width there is, until it is drawn for that."""
        if self._shown.isNull():
            return
        ratio = self.devicePixelRatioF()
        wide = round(self._room() * ratio)
        fitted = self._shown.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        pixels = QPixmap.fromImage(fitted)
        painter = QPainter(pixels)
        painter.setPen(QColor(theme.current().line))
        painter.drawRect(0, 0, pixels.width() - 1, pixels.height() - 1)
        painter.end()
        pixels.setDevicePixelRatio(ratio)
        self._picture.setPixmap(pixels)

    def _room(self) -> int:
        return max(80, self._area.width() - _EDGE)


def _fail(error: Exception) -> None:
    raise error
