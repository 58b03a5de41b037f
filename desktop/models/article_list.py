"""The articles of the dossier as a list: headline, where from, how far the work is, how much is marked."""

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.models.arrangement import Arrangement, Heading, arranged
from desktop.models.entries import STATE_TITLES, Entry
from desktop.open_article import OpenArticle

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_ROWS = "application/x-pressmark-rows"


class ArticleRole(IntEnum):
    """What a delegate can ask for besides the text."""

    DETAILS = Qt.ItemDataRole.UserRole + 1
    COUNTS = Qt.ItemDataRole.UserRole + 2
    UNSAVED = Qt.ItemDataRole.UserRole + 3
    HEADING = Qt.ItemDataRole.UserRole + 4


class ArticleList(QAbstractListModel):
    """Rows are `Entry`s, arranged, and headings of groups.

    `moved`: the analyst has put files, by name, into this order. It may be dragged only in the own order,
    where there are no groups.
    """

    moved = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._rows: list[Entry | Heading] = []
        self._filed: dict[int, tuple[object, ...]] = {}
        self._row_of: dict[int, int] = {}
        self._how = Arrangement()
        self._order: Mapping[str, int] = {}

    @property
    def arrangement(self) -> Arrangement:
        return self._how

    def show(self, entries: Iterable[Entry], order: Sequence[str] = ()) -> None:
        """Lists these; the same ones again leave the list as it is, and where it is scrolled to.

        So does one that is opened, or closed: `dataChanged` tells of rows that take as much room as before.
        """
        new, places = list(entries), {name: number for number, name in enumerate(order)}
        if new != self._entries or places != self._order:
            self._entries, self._order = new, places
            self._arrange()

    def arrange(self, how: Arrangement) -> None:
        if how != self._how:
            self._how = how
            self._arrange()

    def entry(self, row: int) -> Entry | None:
        """None for a heading, and where there is no such row."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Entry) else None

    def row_of(self, article: OpenArticle | None) -> int:
        """The row of an open article, -1 where it is not listed."""
        return self._row_of.get(id(article), -1)

    def refresh(self, article: OpenArticle) -> None:
        """Its counts, headline or saved state may be others now, and with them its place."""
        row = self.row_of(article)
        entry = self.entry(row) or next((one for one in self._entries if one.is_of(article)), None)
        if entry and self._filed.get(id(article)) != entry.filed:
            self._arrange()
        elif row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
        if isinstance(row, Heading):
            return _of_heading(row, role)
        return _of_entry(row, role) if row else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry(index.row()) is None:
            return Qt.ItemFlag.ItemIsDropEnabled if not index.isValid() else Qt.ItemFlag.NoItemFlags
        drag = Qt.ItemFlag.ItemIsDragEnabled if self.may_be_moved else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | drag

    @property
    def may_be_moved(self) -> bool:
        return (self._how.sort, self._how.group) == ("own", "")

    def mimeTypes(self) -> list[str]:
        return [_ROWS]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        mime = QMimeData()
        mime.setData(_ROWS, " ".join(str(one.row()) for one in indexes).encode())
        return mime

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tells of the new order, and moves nothing itself: who keeps the order shows it anew."""
        if not data.hasFormat(_ROWS) or action is not Qt.DropAction.MoveAction or not self.may_be_moved:
            return False
        moving = [int(one) for one in bytes(data.data(_ROWS).data()).split()]
        self.move(moving, row if row >= 0 else parent.row() if parent.isValid() else len(self._rows))
        return False  # else the view would remove the rows that were dragged

    def move(self, rows: Sequence[int], before: int) -> None:
        """Puts rows before another one."""
        taken = [self._rows[row] for row in sorted({*rows})]
        rest = [one for row, one in enumerate(self._rows) if row not in {*rows}]
        at = before - sum(row < before for row in {*rows})
        new = [*rest[:at], *taken, *rest[at:]]
        if new != self._rows:
            self.moved.emit([one.file for one in new if isinstance(one, Entry) and one.file])

    def _arrange(self) -> None:
        rows = arranged(self._entries, self._how, self._order)
        self._filed = {id(one.article): one.filed for one in self._entries if one.article}
        alike = len(rows) == len(self._rows) and all(map(_takes_its_place, rows, self._rows))
        if not alike:
            self.beginResetModel()
        before, self._rows = self._rows, rows
        self._row_of = {
            id(one.article): row for row, one in enumerate(rows) if isinstance(one, Entry) and one.article
        }
        if not alike:
            self.endResetModel()
            return
        for row, (then, now) in enumerate(zip(before, rows, strict=True)):
            if then is not now and then != now:
                self.dataChanged.emit(self.index(row), self.index(row))


def _takes_its_place(new: Entry | Heading, old: Entry | Heading) -> bool:
    """True where the row is about the same article and as high."""
    if new is old or isinstance(new, Heading) or isinstance(old, Heading):
        return new == old
    room = ((one.file, one.headline, bool(one.tags)) for one in (new, old))
    return bool(new.file) and next(room) == next(room)


def _of_heading(heading: Heading, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return heading.title
        case ArticleRole.HEADING:
            return heading
        case Qt.ItemDataRole.AccessibleTextRole:
            return f"{heading.title}, {heading.count:,} articles"
    return None


def _of_entry(entry: Entry, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return entry.headline
        case ArticleRole.DETAILS:
            return entry.details
        case ArticleRole.COUNTS:
            return entry.counts
        case ArticleRole.UNSAVED:
            return entry.unsaved
        case Qt.ItemDataRole.ToolTipRole:
            return _tip(entry)
        case Qt.ItemDataRole.AccessibleTextRole:
            parts = (entry.headline, entry.details, STATE_TITLES.get(entry.state, ""), entry.status)
            return ", ".join(filter(None, (*parts, "not saved" if entry.unsaved else "")))
    return None


def _tip(entry: Entry) -> str:
    where = str(entry.path) if entry.path else "Not saved yet"
    return "\n".join(filter(None, (entry.problem, where)))
