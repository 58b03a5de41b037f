"""Where words stand, in one or several articles, as rows that can be ticked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import assert_never

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Span
from pressmark.occurrences import Occurrence

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class OccurrenceRole(IntEnum):
    """What a delegate can ask for besides the whole line."""

    BEFORE = Qt.ItemDataRole.UserRole + 1
    WORDS = Qt.ItemDataRole.UserRole + 2
    AFTER = Qt.ItemDataRole.UserRole + 3
    HEADLINE = Qt.ItemDataRole.UserRole + 4  # empty where all rows are of one article
    PARAGRAPH = Qt.ItemDataRole.UserRole + 5
    ALREADY = Qt.ItemDataRole.UserRole + 6


_PARTS = frozenset(OccurrenceRole)


@dataclass(frozen=True, slots=True)
class _Row:
    article: int
    occurrence: Occurrence


class OccurrenceList(QAbstractListModel):
    """All are ticked at first, but for those labelled already, which cannot be.

    What the analyst unticks stays unticked when the same place is listed again.
    """

    ticksChanged = Signal()

    def __init__(self, articles: Sequence[AnnotatedArticle], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._articles = articles
        self._rows: list[_Row] = []
        self._unticked: set[tuple[int, Span]] = set()
        self._several = False
        self.ticked_count = self.already_count = 0

    def show(self, found: Iterable[tuple[int, Sequence[Occurrence]]]) -> None:
        """Lists what was found, by the article's number."""
        self.beginResetModel()
        self._rows = [_Row(article, one) for article, occurrences in found for one in occurrences]
        self._several = len({row.article for row in self._rows}) > 1
        self.endResetModel()
        self.already_count = sum(bool(row.occurrence.already) for row in self._rows)
        self._count()

    def ticked(self) -> dict[int, tuple[Span, ...]]:
        """The places to be labelled, by the article's number."""
        places: dict[int, list[Span]] = {}
        for row in filter(self._is_ticked, self._rows):
            places.setdefault(row.article, []).append(row.occurrence.span)
        return {article: tuple(spans) for article, spans in places.items()}

    def tick(self, rows: Iterable[int], on: bool) -> None:
        """Ticks or unticks rows that can be."""
        rows = [number for number in rows if not self._rows[number].occurrence.already]
        if not rows:
            return
        places = {(self._rows[number].article, self._rows[number].occurrence.span) for number in rows}
        self._unticked = self._unticked - places if on else self._unticked | places
        self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)), [Qt.ItemDataRole.CheckStateRole])
        self._count()

    def tick_all(self, on: bool) -> None:
        self.tick(range(len(self._rows)), on)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and not self._rows[index.row()].occurrence.already:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        self.tick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        one = row.occurrence
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{one.before}{self._words(row)}{one.after}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(row)
            case Qt.ItemDataRole.CheckStateRole if not one.already:
                return Qt.CheckState.Checked if self._is_ticked(row) else Qt.CheckState.Unchecked
            case _ if role in _PARTS:
                return self._part(row, OccurrenceRole(role))
            case _:
                return None

    def _part(self, row: _Row, role: OccurrenceRole) -> str:
        match role:
            case OccurrenceRole.BEFORE:
                return row.occurrence.before
            case OccurrenceRole.WORDS:
                return self._words(row)
            case OccurrenceRole.AFTER:
                return row.occurrence.after
            case OccurrenceRole.HEADLINE:
                return self._articles[row.article].headline if self._several else ""
            case OccurrenceRole.PARAGRAPH:
                return f"¶ {self._paragraph(row)}"
            case OccurrenceRole.ALREADY:
                return row.occurrence.already
            case _:
                assert_never(role)

    def _is_ticked(self, row: _Row) -> bool:
        one = row.occurrence
        return not one.already and (row.article, one.span) not in self._unticked

    def _count(self) -> None:
        self.ticked_count = sum(map(self._is_ticked, self._rows))
        self.ticksChanged.emit()

    def _words(self, row: _Row) -> str:
        return self._articles[row.article].article.words_at(row.occurrence.span).replace("\n", " ¶ ")

    def _paragraph(self, row: _Row) -> int:
        return self._articles[row.article].article.paragraph_number_at(row.occurrence.span.start)

    def _said(self, row: _Row) -> str:
        """The line as a screen reader says it."""
        one = row.occurrence
        place = f"paragraph {self._paragraph(row)}"
        headline = f" of {self._articles[row.article].headline}" if self._several else ""
        already = f", labelled already: {one.already}" if one.already else ""
        return f"{self._words(row)}: {one.before}{self._words(row)}{one.after}, {place}{headline}{already}"
