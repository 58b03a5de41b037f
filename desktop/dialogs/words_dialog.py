"""What the analyst writes for the brief, from its title to the rates that amounts are converted at."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop.dialogs.form import FormDialog
from desktop.views.growing_text import GrowingText
from pressmark.conversion import RateNotUnderstood, rates
from pressmark.words import BriefWords

_LINES = {
    "title": ("Title", "The article's headline"),
    "addressee": ("For", "the Transport Committee"),
    "sender": ("From", "the Research Desk"),
    "date": ("Date", "The day of export"),
    "version": ("Version", "draft 2"),
}
_TEXTS = {
    "bottom_line": (
        "Bottom line",
        "Three to five sentences: what the reader must know. [p1] refers to a row.",
        (5, 10),
    ),
    "judgements": (
        "Key judgements",
        "One a line: “It is likely that …”, or “We assess with moderate confidence that …”, never both.",
        (3, 8),
    ),
    "rates": (
        "Exchange rates",
        "Amounts are converted at these alone: 1 USD = 0.79 GBP, Bank of England, 2026-11-13",
        (2, 5),
    ),
}
_CAVEATS = ("", "OFFICIAL", "OFFICIAL-SENSITIVE", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:RED")


class WordsDialog(FormDialog):
    """Empty fields are left out of the brief."""

    def __init__(self, parent: QWidget, words: BriefWords) -> None:
        super().__init__(parent, "Words of the brief", 600)
        self._words = words
        self._boxes: dict[str, QLineEdit] = {}
        for name, (_, placeholder) in _LINES.items():
            box = QLineEdit(getattr(words, name))
            box.setPlaceholderText(placeholder)
            self._boxes[name] = box
        self._caveat = QComboBox()
        self._caveat.setEditable(True)
        self._caveat.addItems(list(_CAVEATS))
        self._caveat.setEditText(words.caveat)
        for names in (("title",), ("addressee", "sender"), ("date", "version")):
            self.add_beside(*((_LINES[name][0], self._boxes[name]) for name in names))
        self.add_field("Handling caveat", self._caveat)
        self._texts: dict[str, GrowingText] = {}
        for name, (title, placeholder, (least, most)) in _TEXTS.items():
            text = GrowingText(least, most)
            text.show_text(getattr(words, name))
            text.setPlaceholderText(placeholder)
            self.add_field(title, text)
            self._texts[name] = text
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
        typed.update({name: text.text.strip() for name, text in self._texts.items()})
        return replace(self._words, **typed, caveat=self._caveat.currentText().strip())

    def accept(self) -> None:
        """Rates that cannot be read would convert nothing without a word: they are put right first."""
        try:
            rates(self._texts["rates"].text)
        except RateNotUnderstood as error:
            self.show_problem(str(error))
            self._texts["rates"].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().accept()
