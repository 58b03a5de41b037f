"""The analyst's note on an annotation; in Word it becomes a comment."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget


class _Note(QPlainTextEdit):
    """Tells when the analyst leaves it."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NoteField(QWidget):
    """`edited` carries the whole note when the analyst leaves the box."""

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        name = QLabel("Note")
        name.setObjectName("fieldName")
        self._box = _Note()
        self._box.setAccessibleName("Note")
        self._box.setTabChangesFocus(True)
        self._box.setFixedHeight(76)
        self._box.left.connect(self._commit)
        name.setBuddy(self._box)
        column.addWidget(name)
        column.addWidget(self._box)
        self._shown = ""

    def show_note(self, note: str) -> None:
        self._shown = note
        if self._box.toPlainText() != note and not self._box.hasFocus():
            self._box.setPlainText(note)

    def _commit(self) -> None:
        if self._box.toPlainText().strip() != self._shown:
            self.edited.emit(self._box.toPlainText())
