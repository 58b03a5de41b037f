"""The source record: what the analyst can put right, and the facts of the capture, which nobody can."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from desktop.dialogs.form import FormDialog
from pressmark.article import SourceRecord

_FIELDS = {
    "headline": ("Headline", ""),
    "outlet": ("Outlet", "Coastal Gazette"),
    "author": ("Author", ""),
    "published": ("Published", "2026-11-14"),
    "language": ("Language", "en"),
    "url": ("Web address", "https://"),
}


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
        return replace(self._source, **typed, guessed=guessed)

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
