"""A second article beside the one that is worked on, to read and compare."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.views.article_reader import ArticleReader
from desktop.views.reading import Reading
from pressmark.annotated_article import AnnotatedArticle
from pressmark.markup import Change


class Beside(QWidget):
    """It shows what is marked there and changes nothing; `closed` when the analyst has read enough."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("beside")
        self.setMinimumWidth(340)
        self.doc: AnnotatedArticle | None = None
        self._name = QLabel()
        self._name.setObjectName("sectionHeading")
        close = QToolButton()
        close.setText("×")
        close.setAutoRaise(True)
        close.setToolTip("Close the article beside")
        close.setAccessibleName("Close the article beside")
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(18, 8, 10, 4)
        head.addWidget(self._name, 1)
        head.addWidget(close)
        self._view = ArticleReader()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._view, 1)

    def show_article(self, doc: AnnotatedArticle | None) -> None:
        """None empties and hides it."""
        self.doc = doc
        self._name.setText(f"Beside: {doc.headline}" if doc else "")
        self._view.show_article(doc)
        self.setVisible(doc is not None)

    def refresh(self, change: Change) -> None:
        """Its article is marked otherwise now."""
        self._view.refresh(change)

    def set_reading(self, reading: Reading) -> None:
        self._view.set_reading(reading)
