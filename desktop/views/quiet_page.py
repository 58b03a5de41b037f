"""A page that has nothing to show and says what would bring something."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


def quiet_page(sentence: str) -> QWidget:
    """The sentence in quiet letters at the top of an empty page."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(18, 20, 18, 18)
    label = QLabel(sentence)
    label.setObjectName("quiet")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    column.addWidget(label)
    column.addStretch(1)
    return page
