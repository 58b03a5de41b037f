"""The keys of all actions: searched, changed, and what two actions would share is said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.dialogs.form import FormDialog

_Resize = QHeaderView.ResizeMode
_ROW = 28
"""The height of a line in pixels."""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """An action's name in the code, its title and menu for the analyst, the key it came with."""

    name: str
    title: str
    menu: str
    standard: str


class KeysDialog(FormDialog):
    """Answers with the keys that differ from those the actions came with."""

    def __init__(
        self, parent: QWidget, rows: Sequence[KeyRow], chosen: Mapping[str, str], labels: Mapping[str, str]
    ) -> None:
        super().__init__(parent, "Keys", 600)
        self._labels = labels
        self._keys = {row.name: chosen.get(row.name, row.standard) for row in rows}
        self._rows = rows
        self._search = QLineEdit()
        self._search.setPlaceholderText("Find an action or a key")
        self._search.setAccessibleName("Find an action or a key")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._column.addWidget(self._search)
        self._list = QTreeWidget()
        self._list.setAccessibleName("Actions")
        self._list.setHeaderLabels(["Action", "Menu", "Key"])
        self._list.setRootIsDecorated(False)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.header().setStretchLastSection(False)
        for column, mode in enumerate((_Resize.Stretch, _Resize.ResizeToContents, _Resize.ResizeToContents)):
            self._list.header().setSectionResizeMode(column, mode)
        self._list.setMinimumHeight(380)
        self._items = {row.name: QTreeWidgetItem([row.title, row.menu]) for row in rows}
        for name, item in self._items.items():
            item.setData(0, Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(0, QSize(0, _ROW))
            self._list.addTopLevelItem(item)
        self._list.currentItemChanged.connect(lambda *_: self._show_key())
        self._column.addSpacing(8)
        self._column.addWidget(self._list)
        self._add_editor()
        self.add_buttons("Use these keys")
        self._show_all()
        self._list.setCurrentItem(next(iter(self._items.values())))

    @classmethod
    def ask(
        cls, parent: QWidget, rows: Sequence[KeyRow], chosen: Mapping[str, str], labels: Mapping[str, str]
    ) -> dict[str, str] | None:
        """The keys that are not as they came, by action; None where the analyst leaves things as they are.

        `labels` has the titles of labels by the letter that marks words with them, which goes before.
        """
        dialog = cls(parent, rows, chosen, labels)
        agreed = dialog.exec() == KeysDialog.DialogCode.Accepted
        answer = dialog.changed_keys() if agreed else None
        dialog.deleteLater()
        return answer

    def changed_keys(self) -> dict[str, str]:
        return {row.name: self._keys[row.name] for row in self._rows if self._keys[row.name] != row.standard}

    def accept(self) -> None:
        if shared := self._shared():
            self.show_problem(f"Two actions share {shared}: give one of them another key.")
        else:
            super().accept()

    def _add_editor(self) -> None:
        self._editor = QKeySequenceEdit()
        self._editor.setMaximumSequenceLength(1)
        self._editor.setClearButtonEnabled(True)
        self._editor.editingFinished.connect(self._take_key)
        standard = QPushButton("As it came")
        standard.setAutoDefault(False)
        standard.clicked.connect(self._reset)
        editor = QWidget()
        row = QHBoxLayout(editor)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._editor, 1)
        row.addWidget(standard)
        self.add_field("Key of the action chosen above", editor, "press it")
        editor.setFocusProxy(self._editor)

    def _current(self) -> str:
        item = self._list.currentItem()
        return str(item.data(0, Qt.ItemDataRole.UserRole)) if item else ""

    def _show_key(self) -> None:
        self._editor.setKeySequence(QKeySequence(self._keys.get(self._current(), "")))

    def _take_key(self) -> None:
        if name := self._current():
            self._keys[name] = self._editor.keySequence().toString()
            self._show_all()

    def _reset(self) -> None:
        standard = {row.name: row.standard for row in self._rows}
        if name := self._current():
            self._keys[name] = standard[name]
            self._show_key()
            self._show_all()

    def _show_all(self) -> None:
        """Writes the keys into the list; says which one two actions share."""
        for name, item in self._items.items():
            key = QKeySequence(self._keys[name])
            item.setText(2, key.toString(QKeySequence.SequenceFormat.NativeText))
        shared, hidden = self._shared(), self._hidden()
        self.show_problem(f"Two actions share {shared}." if shared else hidden)

    def _shared(self) -> str:
        """A key that two actions have, empty for none."""
        keys = [QKeySequence(key).toString() for key in self._keys.values() if key]
        return next((key for key in keys if keys.count(key) > 1), "")

    def _hidden(self) -> str:
        """Says that a label has the key of an action, which may be: Alt and the letter still select."""
        found = next((key for key in self._keys.values() if key.upper() in self._labels), "")
        return f"{found} marks words as {self._labels[found.upper()]}: that goes first." if found else ""

    def _filter(self, typed: str) -> None:
        wanted = typed.casefold()
        for item in self._items.values():
            item.setHidden(not any(wanted in item.text(column).casefold() for column in range(3)))
