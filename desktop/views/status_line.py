"""The line at the foot: saved or not, how much is marked, what was just done, what undo would undo."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from desktop.models.entries import Entry
from desktop.open_article import OpenArticle

_SAID_FOR = 8_000
"""Milliseconds a sentence stays."""


class StatusLine(QFrame):
    """Says “Saved” only of what is on the disk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setFixedHeight(28)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(24)
        self._saved, self._counts, self._said, self._undo = (QLabel() for _ in range(4))
        for label in (self._saved, self._counts, self._said, self._undo):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar()
        self._bar.setFixedWidth(140)
        self._bar.setTextVisible(False)
        self._bar.hide()
        for part in (self._saved, self._counts, self._said):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._bar)
        row.addWidget(self._undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAID_FOR)
        self._timer.timeout.connect(self._said.clear)

    def show_article(self, article: OpenArticle | None) -> None:
        """Whether it is saved, and what is marked in it."""
        if article is None:
            self._saved.clear()
            self._counts.clear()
            return
        self._saved.setText(_saved(article))
        self._counts.setText(_counts(article))

    def show_undo(self, name: str) -> None:
        self._undo.setText(f"Undo: {name}" if name else "")

    def show_progress(self, done: float) -> None:
        self._bar.setValue(round(done * 100))
        self._bar.show()

    def hide_progress(self) -> None:
        self._bar.hide()

    def say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setToolTip("")
        self._timer.start()


def _saved(article: OpenArticle) -> str:
    if article.read_only:
        return "Read-only"
    if article.path is None:
        return "Not saved yet"
    return "Changed, not saved" if article.unsaved else "Saved"


def _counts(article: OpenArticle) -> str:
    """“3 quotes, 2 pledges, 5 actors”."""
    return ", ".join(
        f"{number} {label.title.lower()}{'s' if number != 1 else ''}"
        for label, number in Entry(article).counts
    )
