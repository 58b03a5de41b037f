"""Offers a value that stands in the annotation's own words: a button, and Enter in the empty box."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget


class PrintedOffer(QPushButton):
    """`taken` carries the words as printed."""

    taken = Signal(str)

    def __init__(self, box: QLineEdit, sample: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("linkLike")
        self._box = box
        self._sample = sample
        self._printed = ""
        self.clicked.connect(lambda: self.taken.emit(self._printed))
        box.returnPressed.connect(self._enter)
        self.show_printed("")

    def show_printed(self, printed: str) -> None:
        """What can be taken over; "" for nothing, when the box shows the sample of what can be typed."""
        self._printed = printed
        self._box.setPlaceholderText(f"Enter: {printed}" if printed else self._sample)
        self.setText(f"Use {printed}".replace("&", "&&"))
        self.setVisible(bool(printed))

    def _enter(self) -> None:
        if self._printed and not self._box.text().strip():
            self.taken.emit(self._printed)
