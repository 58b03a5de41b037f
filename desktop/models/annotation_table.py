"""All annotations of one label as rows, their cells made when they are looked at."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.models.sorted_rows import SortedRows
from desktop.models.table_columns import ID, PLACE, Row, TableColumn

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class AnnotationTable(QAbstractTableModel):
    """`edited` carries article, id, attribute and what was typed: it is somebody else's to make it so."""

    edited = Signal(object, str, str, str)

    def __init__(self, columns: Sequence[TableColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._flags = [*(_flags(column) for column in self.columns), Qt.ItemFlag.NoItemFlags]  # at -1 none
        self._rows = SortedRows(self.columns[self.column_of(PLACE)])
        self._texts: dict[tuple[int, str], dict[int, str]] = {}

    def show(self, rows: Iterable[Row]) -> None:
        """Other rows; the order stays."""
        self.beginResetModel()
        self._texts.clear()
        self._rows.fill(rows)
        self.endResetModel()

    def put(self, row: Row) -> None:
        """A new row, or what a row is now: it moves where that sorts it elsewhere."""
        self._texts.pop(row.key, None)
        old, new = self._rows.place_of(row.key), self._rows.place_for(row)
        if old < 0:
            self.beginInsertRows(_NO_PARENT, new, new)
            self._rows.put(row)
            self.endInsertRows()
            return
        if moves := old != new:
            self.beginMoveRows(_NO_PARENT, old, old, _NO_PARENT, new + (new > old))
        self._rows.put(row)
        if moves:
            self.endMoveRows()
        self.dataChanged.emit(self.index(new, 0), self.index(new, len(self.columns) - 1))

    def take(self, key: tuple[int, str]) -> None:
        """Takes out the row of an annotation, if it is there."""
        place = self._rows.place_of(key)
        self._texts.pop(key, None)
        if place >= 0:
            self.beginRemoveRows(_NO_PARENT, place, place)
            self._rows.take(key)
            self.endRemoveRows()

    def row_at(self, place: int) -> Row:
        return self._rows[place]

    def row_of(self, key: tuple[int, str]) -> int:
        """Where the annotation of an article's number and an id is, -1 where it is not listed."""
        return self._rows.place_of(key)

    def used(self) -> set[str]:
        """The attributes that some row has."""
        return self._rows.attributes()

    def column_of(self, name: str) -> int:
        return next(number for number, column in enumerate(self.columns) if column.name == name)

    def text(self, place: int, column: int) -> str:
        """All that a cell says."""
        row = self._rows[place]
        texts = self._texts.setdefault(row.key, {})
        if column not in texts:
            texts[column] = self.columns[column].text(row)
        return texts[column]

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.columns[section].title
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self.text(index.row(), index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            case Qt.ItemDataRole.ToolTipRole if self.columns[index.column()].name not in (ID, PLACE):
                text = self.text(index.row(), index.column())
                return f"<p>{escape(text)}</p>" if text else None  # plain, and broken into lines
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Asked of every row when all are selected: at once."""
        return self._flags[index.column()]

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Says what was typed where it is something else; the row changes when the article has."""
        definition = self.columns[index.column()].definition if index.isValid() else None
        if definition is None or role != Qt.ItemDataRole.EditRole:
            return False
        row, typed = self._rows[index.row()], str(value).strip()
        if typed != self.text(index.row(), index.column()):
            self.edited.emit(row.doc, row.one.id, definition.name, typed)
        return False

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """What is selected stays selected."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self._rows[index.row()].key for index in before]
        self._rows.sort(self.columns[column], descending=order is Qt.SortOrder.DescendingOrder)
        after = [
            self.index(self._rows.place_of(key), index.column())
            for key, index in zip(keys, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def _flags(column: TableColumn) -> Qt.ItemFlag:
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
    return flags | Qt.ItemFlag.ItemIsEditable if column.definition is not None else flags
