"""The one undo command there is: a `Change` of an article, done and undone."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from desktop.open_article import OpenArticle
from pressmark.markup import Change


class ChangeCommand(QUndoCommand):
    """Redo applies the change, undo its inverse; `announce` tells the window what is different now."""

    def __init__(
        self, article: OpenArticle, change: Change, announce: Callable[[OpenArticle, Change], None]
    ) -> None:
        super().__init__(change.name)
        self._article = article
        self._change = change
        self._announce = announce

    def redo(self) -> None:
        self._article.make(self._change)
        self._announce(self._article, self._change)

    def undo(self) -> None:
        self._article.take_back(self._change)
        self._announce(self._article, self._change.inverse())
