"""What an annotation is linked to, as a button that leads there beside a cross that unlinks."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

_AROUND = 24
"""Padding and edge of the button, in pixels."""


class LinkChip(QWidget):
    """As wide as there is room; of a long name the end is left out, never the id."""

    followed = Signal()
    removed = Signal()

    def __init__(self, role: str, name: str, target: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._target = " ".join(name.split()), target
        self._button = QPushButton()
        self._button.setObjectName("linkChip")
        self._button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._button.setToolTip(f"Go to {target}")
        self._button.setAccessibleName(f"{role}: {name}, {target}")
        self._button.clicked.connect(self.followed)
        self._cross = QToolButton()
        self._cross.setText("×")
        self._cross.setAutoRaise(True)
        self._cross.setAccessibleName(f"Unlink {name}")
        self._cross.clicked.connect(self.removed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._row.addWidget(self._button, 1)
        self._row.addWidget(self._cross)
        self._fit()

    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, in this order."""
        return [self._button, self._cross]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        self._row.activate()
        metrics, end = self._button.fontMetrics(), f"   {self._target}"
        room = self._button.width() - _AROUND - metrics.horizontalAdvance(end)
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, max(room, 0))
        self._button.setText(f"{name}{end}".replace("&", "&&"))
