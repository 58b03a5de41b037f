"""Saving while the analyst goes on: one write of an article at a time, of what it held when that began."""

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from desktop.background import Job
from desktop.open_article import OpenArticle
from pressmark.storage.articles import save_article

LONGEST = 20_000
"""Milliseconds that `finish` waits for the disk."""


class Saver(QObject):
    """`saved` carries the article, `failed` the article and why; one of them ends every save."""

    saved = Signal(object)
    failed = Signal(object, str)
    _idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[OpenArticle] = []
        self._again: list[OpenArticle] = []

    def save(self, article: OpenArticle) -> None:
        """Writes an article to its file; what is asked for during that is written after it."""
        if article in self._running:
            self._again.append(article)
            return
        path, state, held, original = article.path, article.state, article.doc.copy(), article.original
        assert path is not None
        self._running.append(article)
        job = Job(lambda tick: save_article(held, path, original), self)

        def done(_: object) -> None:
            article.mark_saved(path, state)
            self.saved.emit(article)
            self._ended(article)

        def gone_wrong(error: Exception) -> None:
            self.failed.emit(article, str(error))
            self._ended(article)

        job.succeeded.connect(done)
        job.failed.connect(gone_wrong)
        job.start()

    def finish(self) -> bool:
        """Waits until all that was asked for is on the disk; False when that took too long."""
        if self._running:
            loop = QEventLoop()
            self._idle.connect(loop.quit)
            QTimer.singleShot(LONGEST, loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return not self._running

    def _ended(self, article: OpenArticle) -> None:
        self._running.remove(article)
        if article in self._again:
            self._again.remove(article)
            self.save(article)
        if not self._running:
            self._idle.emit()
