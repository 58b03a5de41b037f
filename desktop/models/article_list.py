"""The open articles as a list: headline, where from, how much is marked."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.open_article import OpenArticle
from pressmark.dates import long_date
from pressmark.labels import Label

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class ArticleRole(IntEnum):
    """What a delegate can ask for besides the text."""

    DETAILS = Qt.ItemDataRole.UserRole + 1
    COUNTS = Qt.ItemDataRole.UserRole + 2
    UNSAVED = Qt.ItemDataRole.UserRole + 3


class ArticleList(QAbstractListModel):
    """Rows are `OpenArticle`s, in the order they came in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._articles: list[OpenArticle] = []

    def show(self, articles: Sequence[OpenArticle]) -> None:
        """Lists these articles; the same ones again leave the list as it is, and where it is scrolled to."""
        if list(articles) == self._articles:
            return
        self.beginResetModel()
        self._articles = list(articles)
        self.endResetModel()

    def article(self, row: int) -> OpenArticle | None:
        return self._articles[row] if 0 <= row < len(self._articles) else None

    def row_of(self, article: OpenArticle | None) -> int:
        """The row of an article, -1 where it is not listed."""
        return self._articles.index(article) if article in self._articles else -1

    def refresh(self, article: OpenArticle) -> None:
        """Its counts, headline or saved state may be others now."""
        row = self.row_of(article)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._articles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        article = self.article(index.row()) if index.isValid() else None
        if article is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return article.doc.headline
            case ArticleRole.DETAILS:
                return details(article)
            case ArticleRole.COUNTS:
                return counts(article)
            case ArticleRole.UNSAVED:
                return article.unsaved
            case Qt.ItemDataRole.ToolTipRole:
                return str(article.path) if article.path else "Not saved yet"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{article.doc.headline}, {details(article)}{', not saved' if article.unsaved else ''}"
            case _:
                return None


def details(article: OpenArticle) -> str:
    """“Coastal Gazette · 14 Nov 2026”."""
    source = article.doc.source
    return " · ".join(filter(None, (source.outlet, _short_date(source.published)))) or source.original_name


def _short_date(published: str) -> str:
    """“14 Nov 2026”: the list is narrow."""
    parts = long_date(published[:10]).split()
    return f"{parts[0]} {parts[1][:3]} {parts[2]}" if len(parts) == 3 else " ".join(parts)


def counts(article: OpenArticle) -> list[tuple[Label, int]]:
    """How many quotes, pledges, …, in the codebook's order."""
    numbered = ((label, article.doc.markup.count(label.name)) for label in article.doc.codebook.labels)
    return [(label, number) for label, number in numbered if number]
