"""The analyst's note on an annotation; in Word it becomes a comment."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.growing_text import GrowingText
from desktop.views.named_field import NamedField


class NoteField(NamedField):
    """`edited` carries the whole note when the analyst leaves the box."""

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Note", parent)
        self._box = GrowingText(3, 12)
        self._box.setPlaceholderText("For yourself and your reader: a comment in Word")
        self._box.finished.connect(self.commit)
        self.add_editor(self._box)
        self._shown = ""

    def show_note(self, note: str) -> None:
        """The stored note; one that is being written stays."""
        unsaid = note == self._shown and self._box.text.strip() != note
        in_progress = self._box.is_edited and (unsaid or self._box.hasFocus())
        self._shown = note
        if not in_progress:
            self._box.show_text(note)

    def commit(self) -> None:
        if self._box.is_edited and self._box.text.strip() != self._shown:
            self.edited.emit(self._box.text)
