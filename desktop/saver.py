"""Saving while the analyst goes on: one write of an article at a time, of what it held when asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from desktop.background import Job
from desktop.open_article import OpenArticle
from pressmark.annotated_article import AnnotatedArticle
from pressmark.markup import Change
from pressmark.storage.articles import save_articles
from pressmark.storage.fingerprint import Fingerprint

LONGEST = 20_000
"""Milliseconds that `finish` waits for the disk."""


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be written where: a copy, since the analyst goes on."""

    article: OpenArticle
    path: Path
    state: Change | None
    held: AnnotatedArticle
    original: bytes | None
    file: Fingerprint | None

    @classmethod
    def of(cls, article: OpenArticle) -> "_Order":
        assert article.path is not None
        return cls(article, article.path, article.state, article.doc.copy(), article.original, article.held)


class Saver(QObject):
    """`saved` carries the articles of one go that were, `failed` those that were not, with why not."""

    saved = Signal(list)
    failed = Signal(object)
    _idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: dict[OpenArticle, _Order] = {}
        self._running: set[OpenArticle] = set()
        self._again: dict[OpenArticle, None] = {}

    def save(self, article: OpenArticle) -> None:
        """Writes an article to its file; what is asked for during that is written after it."""
        if article in self._running:
            self._again[article] = None
            return
        if not self._asked:
            QTimer.singleShot(0, self, self._begin)  # all that are asked for in one go are one job
        self._asked[article] = _Order.of(article)

    def finish(self) -> bool:
        """Waits until all that was asked for is on the disk; False when that took too long."""
        self._begin()
        if self._running:
            loop = QEventLoop()
            self._idle.connect(loop.quit)
            QTimer.singleShot(LONGEST, loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return not self._running

    def _begin(self) -> None:
        if not self._asked:
            return
        orders, self._asked = list(self._asked.values()), {}
        self._running.update(order.article for order in orders)
        files = [(order.held, order.path, order.original, order.file) for order in orders]
        job = Job(lambda tick: save_articles(files), self)
        job.succeeded.connect(lambda results: self._written(orders, results))
        job.failed.connect(lambda error: self._written(orders, [error] * len(orders)))
        job.start()

    def _written(self, orders: Sequence[_Order], results: Sequence[Fingerprint | Exception]) -> None:
        saved: list[OpenArticle] = []
        failed: dict[OpenArticle, Exception] = {}
        for order, result in zip(orders, results, strict=True):
            if isinstance(result, Exception):
                failed[order.article] = result
            else:
                order.article.mark_saved(order.path, order.state, result)
                saved.append(order.article)
        self._ended([order.article for order in orders])  # first: who is told may save at once, elsewhere
        if saved:
            self.saved.emit(saved)
        if failed:
            self.failed.emit(failed)

    def _ended(self, articles: Sequence[OpenArticle]) -> None:
        self._running.difference_update(articles)
        for article in articles:
            if article in self._again:
                del self._again[article]
                self.save(article)
        self._begin()
        if not self._running:
            self._idle.emit()
