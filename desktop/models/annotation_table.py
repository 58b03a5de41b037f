"""All annotations of one label as rows: id, who or what, the words, the paragraph."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, id_order
from pressmark.attributes import shown
from pressmark.facts import linked, name_of, of_label, words_of
from pressmark.labels import AttributeKind, Label

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
SORT_ROLE = Qt.ItemDataRole.UserRole + 1


class Column(IntEnum):
    """From left to right."""

    ID = 0
    WHO = 1
    WORDS = 2
    PLACE = 3


TITLES = ("", "Who", "Words", "¶")


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    who: str
    words: str
    place: int


class AnnotationTable(QAbstractTableModel):
    """Rows in text order; sort by `SORT_ROLE`, where ids and paragraphs count as people count."""

    def __init__(self, label: Label, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self._rows: list[_Row] = []

    def show(self, doc: AnnotatedArticle) -> None:
        self.beginResetModel()
        self._rows = [_row(doc, self.label, one) for one in of_label(doc, self.label.name)]
        self.endResetModel()

    def id_at(self, row: int) -> str:
        return self._rows[row].id

    def row_of(self, key: str) -> int:
        """The row of an annotation, -1 where it is not of this label."""
        return next((row for row, one in enumerate(self._rows) if one.id == key), -1)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return TITLES[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _shown(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            case Qt.ItemDataRole.ToolTipRole:
                return row.words if column is Column.WORDS else None
            case _ if role == SORT_ROLE:
                return _sorted_by(row, column)
            case _:
                return None


def _shown(row: _Row, column: Column) -> str:
    texts: dict[Column, Callable[[], str]] = {
        Column.ID: lambda: row.id,
        Column.WHO: lambda: row.who,
        Column.WORDS: lambda: row.words,
        Column.PLACE: lambda: str(row.place or "–"),
    }
    return texts[column]()


def _sorted_by(row: _Row, column: Column) -> object:
    if column is Column.ID:
        letters, number, _ = id_order(row.id)
        return f"{letters}{number:09d}"
    return row.place if column is Column.PLACE else _shown(row, column).casefold()


def _row(doc: AnnotatedArticle, label: Label, one: Annotation) -> _Row:
    place = doc.article.paragraph_number_at(one.start) if one.spans else 0
    return _Row(one.id, _who(doc, label, one), " ".join(words_of(doc, one).split()), place)


def _who(doc: AnnotatedArticle, label: Label, one: Annotation) -> str:
    """The names of what it is linked to first, with an amount where it has one; for an actor, who it is."""
    if label.entity_attribute:
        return name_of(doc, one)
    ties = [", ".join(tie.name for tie in linked(doc, one, role.name)) for role in label.roles[:2]]
    money = (each for each in label.attributes if each.kind is AttributeKind.MONEY)
    amounts = [shown(each, one.value(each.name)) for each in money]
    return " · ".join(filter(None, (" → ".join(filter(None, ties)), *amounts)))
