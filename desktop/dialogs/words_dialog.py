"""What the analyst writes for the brief: title, for whom, from whom, caveat, bottom line."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop.dialogs.form import FormDialog
from desktop.views.growing_text import GrowingText
from pressmark.words import BriefWords

_LINES = {
    "title": ("Title", "The article's headline"),
    "addressee": ("For", "the Transport Committee"),
    "sender": ("From", "the Research Desk"),
    "date": ("Date", "The day of export"),
}
_CAVEATS = ("", "OFFICIAL", "OFFICIAL-SENSITIVE", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:RED")


class WordsDialog(FormDialog):
    """Empty fields are left out of the brief."""

    def __init__(self, parent: QWidget, words: BriefWords) -> None:
        super().__init__(parent, "Words of the brief", 560)
        self._words = words
        self._boxes: dict[str, QLineEdit] = {}
        for name, (title, placeholder) in _LINES.items():
            box = QLineEdit(getattr(words, name))
            box.setPlaceholderText(placeholder)
            self.add_field(title, box)
            self._boxes[name] = box
        self._caveat = QComboBox()
        self._caveat.setEditable(True)
        self._caveat.addItems(list(_CAVEATS))
        self._caveat.setEditText(words.caveat)
        self.add_field("Handling caveat", self._caveat)
        self._bottom_line = GrowingText(7, 14)
        self._bottom_line.show_text(words.bottom_line)
        self._bottom_line.setPlaceholderText("Three to five sentences: what the reader must know.")
        self.add_field("Bottom line", self._bottom_line)
        self.add_buttons("Save")

    @classmethod
    def ask(cls, parent: QWidget, words: BriefWords) -> BriefWords | None:
        """The words as written, None when the analyst leaves them as they were."""
        dialog = cls(parent, words)
        accepted = dialog.exec()
        answer = dialog.answer() if accepted else None
        dialog.deleteLater()
        return answer

    def answer(self) -> BriefWords:
        typed: dict[str, Any] = {name: box.text().strip() for name, box in self._boxes.items()}
        return replace(
            self._words,
            **typed,
            caveat=self._caveat.currentText().strip(),
            bottom_line=self._bottom_line.text.strip(),
        )
