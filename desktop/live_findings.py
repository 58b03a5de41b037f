"""What a brief on the article in front would still lack, found out in the background after each change."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.latest import Latest
from desktop.open_article import OpenArticle
from pressmark.annotated_article import AnnotatedArticle
from pressmark.checks import summary

PAUSE = 150
"""Milliseconds of quiet after a change before it is looked at."""

_Held = tuple[OpenArticle, AnnotatedArticle]


class LiveFindings(QObject):
    """`found` carries the article and its findings, in sentences."""

    found = Signal(object, object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._latest = Latest(_find, lambda found: self.found.emit(*found), self._gone_wrong, PAUSE, self)

    def look_at(self, article: OpenArticle) -> None:
        self._latest.ask(lambda: (article, article.doc.copy()))

    def _gone_wrong(self, error: Exception) -> None:
        self.failed.emit(f"What is missing could not be found out: {error}")


def _find(held: _Held, tick: Callable[[float], None]) -> tuple[OpenArticle, list[str]]:
    article, doc = held
    return article, summary(doc)
