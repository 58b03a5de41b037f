"""What somebody has edited in the tables of a brief: taken over one by one, or not."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QWidget

from desktop.dialogs.form import FormDialog


@dataclass(frozen=True, slots=True)
class Edited:
    """One value of one row; `problem` says why it cannot be taken over, empty where it can."""

    row: str  # “p1, A second ferry”
    field: str
    then: str
    now: str
    problem: str = ""


class ReviewDialog(FormDialog):
    """All that can be taken over is ticked at first."""

    def __init__(self, parent: QWidget, brief: str, edits: Sequence[Edited]) -> None:
        super().__init__(parent, "Changes from the brief", 760)
        told = QLabel(f"Edited in “{brief}” since it was exported. What is ticked becomes one change:")
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        self._column.addWidget(told)
        self._column.addSpacing(8)
        self._table = QTableWidget(len(edits), 4)
        self._table.setAccessibleName("Changes")
        self._table.setHorizontalHeaderLabels(["What", "Field", "Was", "Is now"])
        self._table.verticalHeader().hide()
        self._table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setWordWrap(True)
        for number, one in enumerate(edits):
            self._fill(number, one)
        header = self._table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._table.resizeRowsToContents()
        self._table.setMinimumHeight(220)
        self._column.addWidget(self._table, 1)
        self.add_buttons("Take over")

    @classmethod
    def ask(cls, parent: QWidget, brief: str, edits: Sequence[Edited]) -> tuple[int, ...] | None:
        """The numbers of those to take over, None for none of them."""
        dialog = cls(parent, brief, edits)
        accepted = dialog.exec()
        answer = dialog.chosen() if accepted else None
        dialog.deleteLater()
        return answer

    def chosen(self) -> tuple[int, ...]:
        """The numbers of the ticked ones."""
        rows = range(self._table.rowCount())
        return tuple(row for row in rows if self._entry(row).checkState() == Qt.CheckState.Checked)

    def _entry(self, row: int) -> QTableWidgetItem:
        entry = self._table.item(row, 0)
        assert entry is not None
        return entry

    def _fill(self, row: int, one: Edited) -> None:
        now = f"{one.now or 'nothing'}\n{one.problem}" if one.problem else one.now or "nothing"
        for column, text in enumerate((one.row, one.field, one.then or "nothing", now)):
            entry = QTableWidgetItem(text)
            entry.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
            if column == 0 and not one.problem:
                entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                entry.setCheckState(Qt.CheckState.Checked)
            self._table.setItem(row, column, entry)
