"""Two texts as rows of paragraphs, side by side, with what differs in them and what is marked at the left."""

from collections import defaultdict
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.offsets import Offsets
from pressmark.aligned import Aligned, Pair
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import BlockKind

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
OLD, NEW = 0, 1
TITLES = ("Older version", "Newer version")

Units = tuple[int, int]
"""A stretch of a paragraph, from and to, in UTF-16 units of it."""


class ComparedRole(IntEnum):
    """What the delegate asks for besides the text."""

    SIDE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Side:
    """A paragraph as one of the texts has it; `text` is empty where it has none.

    `differing` are stretches that the other has not, `marked` those of annotations with their labels. `alone`
    where the other text has no such paragraph.
    """

    text: str
    differing: tuple[Units, ...] = ()
    marked: tuple[tuple[Units, str], ...] = ()
    heading: bool = False
    alone: bool = False


class ComparedRows(QAbstractTableModel):
    """Left the older, right the newer; rows are the pairs of an alignment."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._docs: tuple[AnnotatedArticle, ...] = ()
        self._pairs: tuple[Pair, ...] = ()
        self._marked: tuple[dict[int, list[tuple[Units, str]]], ...] = ()
        self._sides: dict[tuple[int, int], Side] = {}

    def show(self, old: AnnotatedArticle, new: AnnotatedArticle, alignment: Aligned) -> None:
        self.beginResetModel()
        self._docs, self._pairs = (old, new), alignment.pairs
        self._marked = tuple(_marked(doc) for doc in self._docs)
        self._sides.clear()
        self.endResetModel()

    def differs(self, row: int) -> bool:
        return not self._pairs[row].same

    def row_of(self, column: int, position: int) -> int:
        """The row of the paragraph that holds a character, -1 where none does."""
        number = self._docs[column].article.block_index_at(position)
        numbers = (pair.old if column == OLD else pair.new for pair in self._pairs)
        return next((row for row, one in enumerate(numbers) if one == number), -1)

    def side(self, row: int, column: int) -> Side:
        if (row, column) not in self._sides:
            self._sides[row, column] = self._made(self._pairs[row], column)
        return self._sides[row, column]

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._pairs)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._pairs):
            return None
        side = self.side(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return side.text
            case ComparedRole.SIDE:
                return side
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(side, self.differs(index.row()), index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section] if 0 <= section < len(TITLES) else None
        return None

    def _made(self, pair: Pair, column: int) -> Side:
        number = pair.old if column == OLD else pair.new
        if number is None:
            return Side("")
        doc = self._docs[column]
        block = doc.article.blocks[number]
        ends = [
            (one.start, one.end) if column == OLD else (one.new_start, one.new_end) for one in pair.stretches
        ]
        differing = [
            ends[n] for n, one in enumerate(pair.stretches) if not one.same and ends[n][0] < ends[n][1]
        ]
        offsets = Offsets(doc.article.block_text(block))

        def units(start: int, end: int) -> Units:
            return offsets.to_units(start - block.start), offsets.to_units(end - block.start)

        return Side(
            doc.article.block_text(block),
            tuple(units(*one) for one in differing),
            tuple((units(*piece), label) for piece, label in self._marked[column].get(number, ())),
            heading=block.kind is BlockKind.HEADING,
            alone=not pair.stretches,
        )


def _marked(doc: AnnotatedArticle) -> dict[int, list[tuple[Units, str]]]:
    """The pieces of annotations in code points of the text, for each block that has some of them."""
    found: dict[int, list[tuple[Units, str]]] = defaultdict(list)
    article = doc.article
    for one in doc.markup.in_text_order():
        for piece in one.spans:
            first, last = article.block_index_at(piece.start), article.block_index_at(piece.end - 1)
            for number in range(first, last + 1):
                block = article.blocks[number]
                start, end = max(piece.start, block.start), min(piece.end, block.end)
                if start < end:
                    found[number].append(((start, end), one.label))
    return found


def _spoken(side: Side, differs: bool, column: int) -> str:
    if not side.text:
        return f"Not in the {TITLES[column].lower()}"
    if side.alone:
        return f"Only in the {TITLES[column].lower()}: {side.text}"
    return f"Changed: {side.text}" if differs else side.text
