"""What was not saved when Pressmark ended: brought back, kept for later, or given up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop import ask
from pressmark.differences import Difference

_SIGNS = {"added": "+", "removed": "−", "changed": "~"}
_ROW = 46


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What one article's session could not save. `file` is None where the article never had one.

    `changed_since` says that somebody else has written the file since.
    """

    headline: str
    file: Path | None
    changed_at: datetime
    changed_since: bool
    changes: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class RecoveryAnswer:
    """Numbers of what was offered; what is in neither stays as it is until the next start."""

    restored: tuple[int, ...] = ()
    refused: tuple[int, ...] = ()


class RecoveryDialog(QDialog):
    """Left the articles, all of them ticked; right what was not saved of the one chosen."""

    def __init__(self, parent: QWidget, found: Sequence[Unsaved]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Unsaved work")
        self.resize(QSize(820, 520))
        self.answer = RecoveryAnswer()
        self._found = found
        self._list = QListWidget()
        self._list.setAccessibleName("Articles")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._unsaved = QListWidget()
        self._unsaved.setAccessibleName("What was not saved")
        self._unsaved.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self._unsaved.setWordWrap(True)
        self._about = QLabel()
        self._build()
        for one in found:
            self._add(one)
        self._list.currentRowChanged.connect(self._show)
        self._list.itemChanged.connect(lambda _: self._count())
        self._list.setCurrentRow(0)
        self._count()

    @classmethod
    def ask(cls, parent: QWidget, found: Sequence[Unsaved]) -> RecoveryAnswer:
        dialog = cls(parent, found)
        dialog.exec()
        answer = dialog.answer
        dialog.deleteLater()
        return answer

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        several = f"{len(self._found)} articles" if len(self._found) > 1 else "one article"
        told = QLabel(f"Pressmark ended before {several} could be saved. Nothing of it is lost:")
        told.setObjectName("dialogLead")
        told.setWordWrap(True)
        column.addWidget(told)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._list, 4)
        right = QVBoxLayout()
        right.setSpacing(6)
        self._about.setObjectName("quiet")
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setWordWrap(True)
        right.addWidget(self._about)
        right.addWidget(self._unsaved, 1)
        row.addLayout(right, 5)
        column.addLayout(row, 1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._give_up = QPushButton("Give up…")
        self._give_up.setAutoDefault(False)
        self._give_up.clicked.connect(self._refuse)
        later = QPushButton("Not now")
        later.setAutoDefault(False)
        later.setToolTip("Offered again at the next start")
        later.clicked.connect(self.reject)
        self._restore = QPushButton("Restore")
        self._restore.setObjectName("primary")
        self._restore.setDefault(True)
        self._restore.clicked.connect(self._take)
        row.addWidget(self._give_up)
        row.addStretch(1)
        row.addWidget(later)
        row.addWidget(self._restore)
        return row

    def _add(self, one: Unsaved) -> None:
        where = one.file.name if one.file else "never saved"
        entry = QListWidgetItem(f"{' '.join(one.headline.split())}\n{where}", self._list)
        entry.setSizeHint(QSize(0, _ROW))
        entry.setToolTip(str(one.file) if one.file else "")
        entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        entry.setCheckState(Qt.CheckState.Checked)

    def _show(self, number: int) -> None:
        one = self._found[number]
        self._about.setText(_about(one))
        self._unsaved.clear()
        self._unsaved.addItems([_told(each) for each in one.changes])

    def _count(self) -> None:
        number = len(self._ticked())
        self._restore.setText(f"Restore {number}" if len(self._found) > 1 else "Restore")
        self._restore.setEnabled(number > 0)
        self._give_up.setEnabled(number > 0)

    def _ticked(self) -> tuple[int, ...]:
        entries = map(self._list.item, range(self._list.count()))
        return tuple(
            number for number, entry in enumerate(entries) if entry.checkState() == Qt.CheckState.Checked
        )

    def _take(self) -> None:
        self.answer = RecoveryAnswer(restored=self._ticked())
        self.accept()

    def _refuse(self) -> None:
        names = [self._found[number].headline for number in self._ticked()]
        if ask.give_up(self, names):
            self.answer = RecoveryAnswer(refused=self._ticked())
            self.accept()


def _about(one: Unsaved) -> str:
    """“Last changed on Monday, 23 November, 16:02. Somebody has changed the file since.”"""
    changed = one.changed_at.astimezone()
    sentences = [f"Last changed on {changed:%A}, {changed.day} {changed:%B, %H:%M}."]
    if one.changed_since:
        sentences.append("Somebody has changed the file since; it is not overwritten without asking.")
    if one.file is None and not one.changes:
        sentences.append("The article itself was not saved yet.")
    return " ".join(sentences)


def _told(one: Difference) -> str:
    """“+ q3 Quote “We will build it””."""
    words = f"“{one.words}”" if one.words else ""
    parts = f"({', '.join(one.parts)})" if one.parts else ""
    return " ".join(filter(None, (_SIGNS[one.kind], one.id, one.what, words, parts)))
