"""What a search has found: places of articles with the words around them, more of them when scrolled to."""

from collections.abc import Iterable
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

if TYPE_CHECKING:
    from pressmark.storage.index import Hit, Page

__all__ = ["Hit", "HitList", "HitRole", "Page"]

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class HitRole(IntEnum):
    """What a delegate can ask for; the text is for who cannot see."""

    HIT = Qt.ItemDataRole.UserRole + 1
    FIRST_OF_ARTICLE = Qt.ItemDataRole.UserRole + 2


class HitList(QAbstractListModel):
    """`moreWanted` carries where the next page begins."""

    moreWanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[Hit] = []
        self._following: tuple[int, int] | None = None

    def show(self, page: "Page") -> None:
        """The first page of a search."""
        self.beginResetModel()
        self._hits, self._following = list(page.hits), page.following
        self.endResetModel()

    def add(self, page: "Page") -> None:
        """The next one."""
        new: Iterable[Hit] = page.hits
        count = len(page.hits)
        if count:
            self.beginInsertRows(_NO_PARENT, len(self._hits), len(self._hits) + count - 1)
            self._hits += new
            self.endInsertRows()
        self._following = page.following

    def hit(self, row: int) -> "Hit | None":
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._following is not None

    def fetchMore(self, parent: Index) -> None:
        following, self._following = self._following, None  # asked for once
        if following is not None:
            self.moreWanted.emit(following)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hit(index.row()) if index.isValid() else None
        if hit is None:
            return None
        match role:
            case HitRole.HIT:
                return hit
            case HitRole.FIRST_OF_ARTICLE:
                before = self.hit(index.row() - 1)
                return before is None or before.file != hit.file
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                words = " ".join(f"{hit.before}{hit.words}{hit.after}".split())
                return f"{hit.headline}: {words}"
            case _:
                return None
