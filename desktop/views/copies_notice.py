"""Above the list of articles: that one is there in two versions, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class CopiesNotice(QFrame):
    """Shown until the two are merged, or the analyst wants to hear of it later."""

    mergeAsked = Signal()
    putOff = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._told = QLabel()
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        merge, later = QPushButton("Merge…"), QPushButton("Not now")
        for button in (merge, later):
            button.setObjectName("linkLike")
        merge.clicked.connect(self.mergeAsked)
        later.clicked.connect(self.putOff)
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        for part in (merge, later):
            buttons.addWidget(part)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 6)
        column.setSpacing(2)
        column.addWidget(self._told)
        column.addLayout(buttons)
        self.hide()

    def show_copies(self, sentence: str, details: str) -> None:
        """What there is, in a sentence; nothing where that is empty. `details` are its tip."""
        self._told.setText(sentence)
        self._told.setToolTip(details)
        self.setVisible(bool(sentence))
