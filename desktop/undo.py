"""The one undo command there is: changes of articles, done and undone."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QUndoCommand

from desktop.open_article import OpenArticle
from pressmark.markup import Change

Step = tuple[OpenArticle, Change]


class ChangeCommand(QUndoCommand):
    """Redo applies the changes, undo their inverses; `announce` tells the window what is different now."""

    def __init__(self, name: str, steps: Sequence[Step], announce: Callable[[Sequence[Step]], None]) -> None:
        super().__init__(name)
        self._steps = steps
        self._announce = announce

    def redo(self) -> None:
        for article, change in self._steps:
            article.make(change)
        self._announce(self._steps)

    def undo(self) -> None:
        for article, change in reversed(self._steps):
            article.take_back(change)
        self._announce([(article, change.inverse()) for article, change in reversed(self._steps)])
