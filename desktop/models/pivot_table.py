"""A pivot as rows and columns: names at the sides, totals at the ends."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from pressmark.pivot import Pivot, PivotCell

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_NOTHING = PivotCell((), ())
TOTAL = "Total"


class PivotTable(QAbstractTableModel):
    """The last row and the last column are totals."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pivot: Pivot | None = None

    def show(self, pivot: Pivot | None) -> None:
        self.beginResetModel()
        self._pivot = pivot if pivot and pivot.rows else None
        self.endResetModel()

    def cell(self, row: int, column: int) -> PivotCell:
        """What stands there, and what is behind it."""
        pivot = self._pivot
        if pivot is None:
            return _NOTHING
        is_last_row, is_last_column = row == len(pivot.rows), column == len(pivot.columns)
        if is_last_row and is_last_column:
            return pivot.total
        if is_last_row:
            return pivot.column_totals[pivot.columns[column]]
        if is_last_column:
            return pivot.row_totals[pivot.rows[row]]
        return pivot.cells.get((pivot.rows[row], pivot.columns[column]), _NOTHING)

    def name(self, row: int, column: int) -> str:
        """“Ministry of Harbours → Port Almar”."""
        return f"{self._row_name(row)} → {self._column_name(column)}"

    def table(self) -> tuple[list[str], list[list[str]]]:
        """Titles and rows as the clipboard takes them."""
        if self._pivot is None:
            return [], []
        columns = range(self.columnCount())
        titles = [self._pivot.corner, *map(self._column_name, columns)]
        rows = [
            [self._row_name(row), *("; ".join(self.cell(row, column).lines) for column in columns)]
            for row in range(self.rowCount())
        ]
        return titles, rows

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() or self._pivot is None else len(self._pivot.rows) + 1

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() or self._pivot is None else len(self._pivot.columns) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        name = self._column_name if orientation is Qt.Orientation.Horizontal else self._row_name
        return name(section) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "\n".join(self.cell(index.row(), index.column()).lines)
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            case Qt.ItemDataRole.FontRole if self._is_total(index):
                font = QFont()
                font.setBold(True)
                return font
            case _:
                return None

    def _is_total(self, index: Index) -> bool:
        return index.row() == self.rowCount() - 1 or index.column() == self.columnCount() - 1

    def _row_name(self, row: int) -> str:
        assert self._pivot is not None
        return self._pivot.rows[row] if row < len(self._pivot.rows) else TOTAL

    def _column_name(self, column: int) -> str:
        assert self._pivot is not None
        return self._pivot.columns[column] if column < len(self._pivot.columns) else TOTAL
