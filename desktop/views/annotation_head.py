"""The head of the form: the label, which can be changed, and the exact words in all their pieces."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.views.calm_combo import CalmCombo
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import Span
from pressmark.labels import Codebook, Label

_BAR = 3
"""The width of the line in the label's ink, in pixels."""


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
        self._labels = CalmCombo()
        self._labels.setAccessibleName("Label")
        for label in codebook.labels:
            self._labels.addItem(label.title, label.name)
        self._labels.activated.connect(
            lambda index: self.relabelRequested.emit(str(self._labels.itemData(index)))
        )
        row.addWidget(self._labels, 1)
        row.addWidget(self._id)
        column.addLayout(row)
        self._bar = _WordsBar()
        self._pieces = QVBoxLayout(self._bar)
        self._pieces.setContentsMargins(_BAR + 9, 0, 0, 0)
        self._pieces.setSpacing(6)
        column.addWidget(self._bar)
        self._removers: list[QWidget] = []
        self._shown: object = None

    def show_annotation(self, doc: AnnotatedArticle, label: Label, one: Annotation) -> None:
        self._id.setText(one.id)
        with QSignalBlocker(self._labels):
            self._labels.setCurrentIndex(self._labels.findData(one.label))
        self._bar.show_label(label)
        if self._shown != (one.spans, one.lost):
            self._shown = (one.spans, one.lost)
            self._show_pieces(doc, one)

    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, in this order."""
        return [self._labels, *self._removers]

    def _show_pieces(self, doc: AnnotatedArticle, one: Annotation) -> None:
        self._removers = []
        while (item := self._pieces.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()  # later: its cross may have just been pressed
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
            self._removers.append(remove)
        return piece


class _WordsBar(QWidget):
    """The words beside a line in their label's ink, in whatever scheme is running."""

    def __init__(self) -> None:
        super().__init__()
        self._label: Label | None = None

    def show_label(self, label: Label) -> None:
        self._label = label
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._label is not None:
            with QPainter(self) as painter:
                painter.fillRect(0, 0, _BAR, self.height(), QColor(theme.label_colours(self._label)[1]))
