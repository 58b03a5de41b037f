"""What the window says when no article is open: what can be done, in one card."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class EmptyState(QWidget):
    """An invitation, and two buttons for those who do not drag."""

    addRequested = Signal()
    pasteRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        title = QLabel("Drop news articles here")
        title.setObjectName("emptyTitle")
        words = QLabel("Text, Word and web files, a selection from the browser, or the address of a page.")
        words.setObjectName("quiet")
        for label in (title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        add = QPushButton("Choose files…")
        add.setObjectName("primary")
        add.clicked.connect(self.addRequested)
        paste = QPushButton("Add from clipboard")
        paste.clicked.connect(self.pasteRequested)
        row.addWidget(add)
        row.addWidget(paste)
        row.addStretch(1)
        column.addSpacing(8)
        column.addLayout(row)
        column.addStretch(3)
