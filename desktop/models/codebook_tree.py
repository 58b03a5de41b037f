"""The labels of a codebook as a tree, each with its key and how many annotations it has."""

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from desktop import theme
from desktop.views.underlines import draw_underline
from pressmark.labels import Codebook, Label

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_MIME = "application/x-pressmark-label"
_ICON_WIDTH, _ICON_HEIGHT, _RATIO = 22, 16, 2.0


class Column(IntEnum):
    """From left to right."""

    TITLE = 0
    KEY = 1
    COUNT = 2


class CodebookTree(QAbstractItemModel):
    """Dropped labels are asked to be moved, never moved from here.

    `moveRequested` carries a label, the one to stand below ("" for none) and the one to stand before ("" for
    behind all).
    """

    moveRequested = Signal(str, str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[Label, ...] = ()
        self._below: dict[str, list[int]] = {"": []}
        self._places: dict[str, tuple[int, int]] = {}
        self._counts: Mapping[str, int] = {}

    def show(self, codebook: Codebook, counts: Mapping[str, int]) -> None:
        """The same labels in the same places are only drawn anew, so that what is chosen stays so."""
        labels = codebook.straightened().labels
        self._counts = counts
        if [(one.name, one.parent) for one in labels] == [(one.name, one.parent) for one in self._labels]:
            self._labels = labels
            for name in self._places:
                self.dataChanged.emit(self.index_of(name), self.index_of(name, Column.COUNT))
            return
        self.beginResetModel()
        self._labels = labels
        self._below = {name: [] for name in ("", *(label.name for label in labels))}
        self._places = {}
        for at, label in enumerate(labels):
            self._places[label.name] = (at, len(self._below[label.parent]))
            self._below[label.parent].append(at)
        self.endResetModel()

    def label(self, index: Index) -> Label | None:
        return self._labels[index.internalId()] if index.isValid() else None

    def index_of(self, name: str, column: int = 0) -> QModelIndex:
        """Where a label stands; an invalid index for a name that is not there."""
        if name not in self._places:
            return QModelIndex()
        at, row = self._places[name]
        return self.createIndex(row, column, at)

    def index(self, row: int, column: int, parent: Index = _NO_PARENT) -> QModelIndex:
        below = self._below_index(parent)
        if 0 <= row < len(below) and 0 <= column < len(Column):
            return self.createIndex(row, column, below[row])
        return QModelIndex()

    def parent(self, index: Index = _NO_PARENT) -> QModelIndex:  # type: ignore[override]  # QObject.parent()
        label = self.label(index)
        return self.index_of(label.parent) if label else QModelIndex()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return len(self._below_index(parent))

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled | flag.ItemIsDropEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        label = self.label(index)
        if label is None:
            return None
        column, count = Column(index.column()), self._counts.get(label.name, 0)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (label.title, label.key, str(count) if count else "")[column]
            case Qt.ItemDataRole.DecorationRole:
                return label_icon(label) if column is Column.TITLE else None
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(theme.current().quiet) if column is not Column.TITLE else None
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignLeft if column is Column.TITLE else Qt.AlignmentFlag.AlignRight
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.AccessibleTextRole:
                return _heard(label, count)
            case Qt.ItemDataRole.ToolTipRole:
                return label.description or None
            case _:
                return None

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        label = self.label(indexes[0]) if indexes else None
        data.setData(_MIME, (label.name if label else "").encode("utf-8"))
        return data

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        name = bytes(data.data(_MIME).data()).decode("utf-8")
        onto = self.label(parent)
        while onto:
            if onto.name == name:
                return False
            onto = self.label(self.index_of(onto.parent))
        return name in self._places

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        name = bytes(data.data(_MIME).data()).decode("utf-8")
        onto, below = self.label(parent), self._below_index(parent)
        before = self._labels[below[row]].name if 0 <= row < len(below) else ""
        if before != name:
            self.moveRequested.emit(name, onto.name if onto else "", before)
        return True

    def _below_index(self, parent: Index) -> list[int]:
        """The positions of the labels right below an index."""
        if parent.isValid() and parent.column() != 0:
            return []
        label = self.label(parent)
        return self._below[label.name if label else ""]


def label_icon(label: Label) -> QIcon:
    """The label's fill and line, as words are marked with it."""
    fill, ink = theme.label_colours(label)
    pixmap = QPixmap(round(_ICON_WIDTH * _RATIO), round(_ICON_HEIGHT * _RATIO))
    pixmap.setDevicePixelRatio(_RATIO)
    pixmap.fill(QColor(fill))
    with QPainter(pixmap) as painter:
        place = QRectF(0, 0, _ICON_WIDTH, _ICON_HEIGHT)
        draw_underline(painter, label.line, ink, place, _ICON_HEIGHT - 3, _RATIO)
    return QIcon(pixmap)


def _heard(label: Label, count: int) -> str:
    """“Pledge, key P, 3 annotations”."""
    key = f"key {label.key}" if label.key else "no key"
    return f"{label.title}, {key}, {count} annotation{'s' * (count != 1)}"
