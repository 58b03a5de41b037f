"""Pages of the brief, one below the other, as they will be printed."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

_MARGIN = 16
NOWHERE: Mapping[str, tuple[int, float]] = MappingProxyType({})


class BriefPreview(QScrollArea):
    """Shows what it is given; asks for pages of another width when its own has changed."""

    widthChanged = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("briefPreview")
        self.setAccessibleName("Preview of the brief")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages: list[QLabel] = []
        self._places: Mapping[str, tuple[int, float]] = NOWHERE
        self._paper = QWidget()
        self._paper.setObjectName("briefDesk")
        self._layout = QVBoxLayout(self._paper)
        self._layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._layout.setSpacing(_MARGIN)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._paper)
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(150)
        self._resized.timeout.connect(lambda: self.widthChanged.emit(self.page_width()))
        self.say("The brief appears here as you mark up.")

    def page_width(self) -> int:
        """How many device pixels wide a page should be drawn."""
        return round((self.viewport().width() - 2 * _MARGIN) * self.devicePixelRatioF())

    def show_pages(self, pages: list[QImage], places: Mapping[str, tuple[int, float]] = NOWHERE) -> None:
        """Puts these pages in the place of the old ones; the place the reader has scrolled to stays.

        `places` says where each place of the brief is: its page, from 0, and how far down that, 0 to 1.
        """
        self._places = places
        where = self.verticalScrollBar().value()
        labels = self._labels(len(pages))
        for number, (label, page) in enumerate(zip(labels, pages, strict=True), start=1):
            page.setDevicePixelRatio(self.devicePixelRatioF())
            label.setPixmap(QPixmap.fromImage(page))
            label.setFixedSize(QSize(page.width(), page.height()) / self.devicePixelRatioF())
            label.setAccessibleName(f"Page {number} of {len(pages)}")
        self.verticalScrollBar().setValue(where)

    def scroll_to(self, *names: str) -> None:
        """Brings the first of these places that the brief has into view."""
        found = next((self._places[name] for name in names if name in self._places), None)
        if found is None or found[0] >= len(self._pages):
            return
        label = self._pages[found[0]]
        self.ensureVisible(0, round(label.y() + found[1] * label.height()), 0, self.viewport().height() // 3)

    def say(self, sentence: str) -> None:
        """One sentence in the place of the pages."""
        (label,) = self._labels(1)
        label.setPixmap(QPixmap())
        label.setMinimumSize(0, 0)
        label.setMaximumSize(16_777_215, 16_777_215)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resized.start()

    def _labels(self, count: int) -> list[QLabel]:
        """As many labels as there are pages, old ones used again so that nothing flickers."""
        while len(self._pages) > count:
            surplus = self._pages.pop()
            self._layout.removeWidget(surplus)
            surplus.deleteLater()
        while len(self._pages) < count:
            label = QLabel()
            label.setObjectName("briefPage")
            self._layout.addWidget(label)
            self._pages.append(label)
        return self._pages
