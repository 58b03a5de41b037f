"""Asks which of the open articles are meant."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop.dialogs.form import FormDialog
from pressmark.folding import fold

_ROW = 30
"""The height of a line in pixels."""


class ArticlesDialog(FormDialog):
    """A list to tick, of which words narrow down what is seen; what is ticked stays so out of sight."""

    def __init__(self, parent: QWidget, names: Sequence[str], chosen: Collection[int]) -> None:
        super().__init__(parent, "Choose articles", 480)
        self._search = QLineEdit()
        self._search.setPlaceholderText("Words of the headline")
        self._search.textChanged.connect(self._narrow)
        self._list = QListWidget()
        self._list.setObjectName("articleChoice")
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, name in enumerate(names):
            entry = QListWidgetItem(" ".join(name.split()), self._list)
            entry.setSizeHint(QSize(0, _ROW))
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            entry.setCheckState(Qt.CheckState.Checked if number in chosen else Qt.CheckState.Unchecked)
        self._list.setCurrentRow(0)
        self._list.itemChanged.connect(lambda _: self._count())
        self.add_field("Find", self._search)
        self.add_field("Articles", self._list)
        self.add_buttons("Choose")
        self._count()
        self.resize(520, 480)

    @classmethod
    def ask(cls, parent: QWidget, names: Sequence[str], chosen: Collection[int]) -> tuple[int, ...] | None:
        """The numbers of the ticked ones, None when the analyst leaves it as it was."""
        dialog = cls(parent, names, chosen)
        accepted = dialog.exec()
        answer = dialog.chosen() if accepted else None
        dialog.deleteLater()
        return answer

    def chosen(self) -> tuple[int, ...]:
        entries = map(self._list.item, range(self._list.count()))
        return tuple(
            number for number, entry in enumerate(entries) if entry.checkState() == Qt.CheckState.Checked
        )

    def accept(self) -> None:
        if self.chosen():
            super().accept()
        else:
            self.show_problem("Tick at least one article.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The down key goes from the words to the list."""
        if event.key() == Qt.Key.Key_Down and self._search.hasFocus():
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _narrow(self, words: str) -> None:
        wanted = fold(words).text.split()
        for entry in map(self._list.item, range(self._list.count())):
            name = fold(entry.text()).text
            entry.setHidden(not all(word in name for word in wanted))
        current = self._list.currentItem()
        if current is None or current.isHidden():
            entries = map(self._list.item, range(self._list.count()))
            self._list.setCurrentItem(
                next((one for one in entries if not one.isHidden()), self._list.item(0))
            )

    def _count(self) -> None:
        self.show_problem("")
        count = len(self.chosen())
        self.setWindowTitle(f"Choose articles – {count} chosen" if count else "Choose articles")
