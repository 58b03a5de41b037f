"""The head of the form: the label, which can be changed, and the exact words in all their pieces."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop import theme
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import Span
from pressmark.labels import Codebook, Label


class AnnotationHead(QWidget):
    """`relabelRequested` carries a label's name, `pieceRemoved` a span."""

    relabelRequested = Signal(str)
    pieceRemoved = Signal(object)

    def __init__(self, codebook: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        row = QHBoxLayout()
        self._id = QLabel()
        self._id.setObjectName("quiet")
        self._labels = QComboBox()
        self._labels.setAccessibleName("Label")
        for label in codebook.labels:
            self._labels.addItem(label.title, label.name)
        self._labels.activated.connect(
            lambda index: self.relabelRequested.emit(str(self._labels.itemData(index)))
        )
        row.addWidget(self._labels, 1)
        row.addWidget(self._id)
        column.addLayout(row)
        self._bar = QFrame()
        self._bar.setObjectName("wordsBar")
        self._pieces = QVBoxLayout(self._bar)
        self._pieces.setContentsMargins(12, 0, 0, 0)
        self._pieces.setSpacing(6)
        column.addWidget(self._bar)

    def show_annotation(self, doc: AnnotatedArticle, label: Label, one: Annotation) -> None:
        self._id.setText(one.id)
        with QSignalBlocker(self._labels):
            self._labels.setCurrentIndex(self._labels.findData(one.label))
        ink = theme.label_colours(label)[1]
        self._bar.setStyleSheet(f"QFrame#wordsBar {{ border: none; border-left: 3px solid {ink}; }}")
        while (item := self._pieces.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for span in one.spans:
            self._pieces.addWidget(
                self._piece(doc.article.words_at(span), span if len(one.spans) > 1 else None)
            )
        for quote in one.lost:
            self._pieces.addWidget(
                self._piece(f"{quote.exact}\n(these words are not in the text any more)", None)
            )

    def _piece(self, words: str, removable: Span | None) -> QWidget:
        piece = QWidget()
        row = QHBoxLayout(piece)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(theme.reading_font(11))
        row.addWidget(label, 1)
        if removable is not None:
            remove = QToolButton()
            remove.setText("×")
            remove.setAutoRaise(True)
            remove.setToolTip("Take this piece away")
            remove.setAccessibleName(f"Take away the piece {words}")
            remove.clicked.connect(lambda: self.pieceRemoved.emit(removable))
            row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return piece
