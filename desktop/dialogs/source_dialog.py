"""The source record: what the analyst can put right, and the facts of the capture, which nobody can."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from desktop.dialogs.form import FormDialog
from desktop.views.calm_combo import CalmCombo
from pressmark.article import SOURCE_STATES, SourceRecord

_FIELDS = {
    "headline": ("Headline", ""),
    "outlet": ("Outlet", "Coastal Gazette"),
    "author": ("Author", ""),
    "published": ("Published", "2026-11-14"),
    "language": ("Language", "en"),
    "url": ("Web address", "https://"),
}


_STATES = {"": "Stands as published", "corrected": "Corrected", "withdrawn": "Withdrawn"}


class SourceDialog(FormDialog):
    """Fields that were guessed say so until they are edited."""

    def __init__(self, parent: QWidget, source: SourceRecord) -> None:
        super().__init__(parent, "Source record", 520)
        self._source = source
        self._boxes: dict[str, QLineEdit] = {}
        for name, (title, placeholder) in _FIELDS.items():
            box = QLineEdit(getattr(source, name))
            box.setPlaceholderText(placeholder)
            box.setCursorPosition(0)
            self.add_field(title, box, "guessed" if name in source.guessed else "")
            self._boxes[name] = box
        self._add_status(source)
        headline = self._boxes["headline"]
        headline.setSelection(len(headline.text()), -len(headline.text()))  # all of it, seen from its start
        self._add_capture(source)
        self.add_buttons("Save")

    @classmethod
    def ask(cls, parent: QWidget, source: SourceRecord) -> SourceRecord | None:
        """The record as edited, None when the analyst leaves it as it was."""
        dialog = cls(parent, source)
        accepted = dialog.exec()
        answer = dialog.answer() if accepted else None
        dialog.deleteLater()
        return answer

    def answer(self) -> SourceRecord:
        typed: dict[str, Any] = {name: box.text().strip() for name, box in self._boxes.items()}
        guessed = tuple(
            name for name in self._source.guessed if typed.get(name) == getattr(self._source, name, None)
        )
        status = SOURCE_STATES[self._status.currentIndex()]
        note = self._status_note.text().strip() if status else ""
        return replace(self._source, **typed, guessed=guessed, status=status, status_note=note)

    def _add_status(self, source: SourceRecord) -> None:
        """A brief warns of every row that rests on a source which is not what it was."""
        self._status = CalmCombo()
        self._status.addItems([_STATES[state] for state in SOURCE_STATES])
        self._status.setCurrentIndex(SOURCE_STATES.index(source.status) if source.status in _STATES else 0)
        self._status_note = QLineEdit(source.status_note)
        self._status_note.setPlaceholderText("What the outlet said of it, and when")
        self.add_field("Since then", self._status)
        self._column.addSpacing(4)
        self._column.addWidget(self._status_note)
        self._status_note.setAccessibleName("What the outlet said")
        self._status.currentIndexChanged.connect(lambda index: self._status_note.setVisible(index > 0))
        self._status_note.setVisible(bool(source.status))

    def _add_capture(self, source: SourceRecord) -> None:
        facts = {
            "Captured": " from ".join(filter(None, (source.captured_at, source.captured_from))),
            "File": " · ".join(filter(None, (source.original_name, source.media_type))),
            "SHA-256": source.original_sha256,
        }
        self._column.addSpacing(14)
        rows = QFormLayout()
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(4)
        for name, value in facts.items():
            if value:
                rows.addRow(_quiet(name), _fact(name, value))
        self._column.addLayout(rows)


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("quiet")
    return label


def _fact(name: str, value: str) -> QLineEdit:
    """One line that can be read to its end and copied as it is, but not changed."""
    line = QLineEdit(value)
    line.setReadOnly(True)
    line.setAccessibleName(name)
    line.setCursorPosition(0)
    line.setStyleSheet("QLineEdit { border: none; padding: 0; }")
    return line
