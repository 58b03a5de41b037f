"""Tells the journal how every article stands, a moment after it was changed, and asks it for what was before.

Written off the window's thread: one commit at a time, whatever came in the meantime with the next one.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.background import Job
from desktop.desk import Desk
from desktop.open_article import OpenArticle
from pressmark.annotated_article import AnnotatedArticle
from pressmark.markup import ChangeDoesNotFit
from pressmark.storage.journal_records import JOURNAL, NEVER, Entry, JournalUnavailable, Kept, Noted
from pressmark.storage.write_xml import to_xml

if TYPE_CHECKING:
    from pressmark.storage.journal import Journal

_SOON = 250
"""Milliseconds from a change until it is written."""

_LATER = 5_000
"""Milliseconds until the next try when the journal could not be written."""


class Journaling(QObject):
    """`troubled` says, once, why changes cannot be kept safe."""

    troubled = Signal(str)

    def __init__(self, desk: Desk, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._folder = folder
        self._journal: Journal | None = None
        self._known: dict[OpenArticle, str] = {}  # the key under which the journal holds it
        self._waiting: dict[OpenArticle, None] = {}
        self._dropped: list[str] = []
        self._parting: list[Entry] = []
        self._job: Job | None = None
        self._has_told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._write)
        desk.takenIn.connect(self._taken_in)
        desk.articleChanged.connect(lambda article, _: self.note([article]))
        desk.written.connect(self.note)
        desk.leaving.connect(self._leave)

    def journal(self) -> "Journal":
        """Opened when it is first asked for. Raises JournalUnavailable."""
        if self._journal is None:
            from pressmark.storage.journal import Journal  # SQLite and locks: not at the start of the window

            self._journal = Journal(self._folder)
        return self._journal

    def note(self, articles: Iterable[OpenArticle]) -> None:
        """They are to be written as they stand, soon."""
        self._waiting.update(dict.fromkeys(one for one in articles if not one.read_only))
        if self._waiting and not self._timer.isActive():
            self._timer.start(_SOON)

    def adopt(self, article: OpenArticle) -> None:
        """The journal holds this article already, under this very key."""
        self._known[article] = article.key

    def close(self) -> None:
        """Writes what is still to be written; what is unsaved now the analyst does not want."""
        for article in self._desk.articles:
            if article.unsaved:
                self._leave(article)
        self._timer.stop()
        if self._journal is None and not self._waiting:
            return
        try:
            self.flush()
            self.journal().close()
        except JournalUnavailable as error:
            self._trouble(error)

    def flush(self) -> None:
        """Writes at once, in this thread, what waits; no job may be running. Raises JournalUnavailable."""
        self._put(self.journal(), self._entries(), self._take_dropped())

    def _taken_in(self, articles: Sequence[OpenArticle]) -> None:
        """What was done to them in earlier sessions is their history; what has no file yet is kept."""
        self.note(one for one in articles if one.path is None)
        saved = {one.key: one for one in articles if one.path and not one.unsaved and not one.changes}
        if not saved or not (self._folder / JOURNAL).exists():
            return
        try:
            found = self.journal().histories({key: one.sha256 for key, one in saved.items()})
        except JournalUnavailable as error:
            self._trouble(error)
            return
        for key, kept in found.items():
            if _leads_to(kept, saved[key].doc):
                saved[key].remember(kept.changes, kept.position, kept.position)
                self.adopt(saved[key])
        if found:
            self._desk.recall()

    def _leave(self, article: OpenArticle) -> None:
        """It is closed: what is not saved of it the analyst gives up, what is saved stays as history."""
        if article.unsaved:
            self._waiting.pop(article, None)
            if article.saved != NEVER:
                self._parting.append(self._entry(article, article.saved))
            elif key := self._known.pop(article, ""):
                self._dropped.append(key)
        self._timer.start(_SOON)

    def _write(self) -> None:
        if self._job is not None:
            self._timer.start(_SOON)
            return
        if not (self._waiting or self._dropped or self._parting):
            return
        try:
            journal = self.journal()
        except JournalUnavailable as error:
            self._trouble(error)
            return
        articles = list(self._waiting)
        entries, dropped = self._entries(), self._take_dropped()
        self._job = Job(lambda _: self._put(journal, entries, dropped), self)
        self._job.succeeded.connect(lambda _: self._wrote())
        self._job.failed.connect(lambda error: self._not_written(error, articles, dropped))
        self._job.start()

    def _wrote(self) -> None:
        self._job = None
        self._has_told = False

    def _not_written(self, error: Exception, articles: Sequence[OpenArticle], dropped: Sequence[str]) -> None:
        self._job = None
        for article in articles:
            article.tell_again()
        self._waiting.update(dict.fromkeys(articles))
        self._dropped += dropped
        self._trouble(error)
        self._timer.start(_LATER)

    def _trouble(self, error: Exception) -> None:
        if not self._has_told:
            self._has_told = True
            self.troubled.emit(str(error))

    def _entries(self) -> list[Entry]:
        """What is to be written of all that has changed, and of what was closed."""
        articles, self._waiting = list(self._waiting), {}
        parting, self._parting = self._parting, []
        entries = [*parting, *map(self._entry, articles)]
        for article in [one for one in self._known if one not in self._desk.articles]:
            del self._known[article]
        return entries

    def _take_dropped(self) -> list[str]:
        dropped, self._dropped = self._dropped, []
        return dropped

    def _entry(self, article: OpenArticle, given_up_after: int | None = None) -> Entry:
        """How it stands; or, where the analyst gives up what came after so many changes, how it stood."""
        key, known = article.key, self._known.get(article)
        if known not in (None, key):
            self._dropped.append(str(known))  # saved under another name: there it is known from now on
        self._known[article] = key
        first = article.unwritten() if known == key else 0
        position, most = article.position, len(article.changes)
        if given_up_after is not None:
            position = most = given_up_after
        return Entry(
            key,
            article.name,
            position,
            article.saved,
            article.sha256,
            min(first, most),
            tuple(article.changes[first:most]),
            (lambda: b"") if known == key else _base(article.doc.copy(), article.changes[: article.position]),
            article.original,
        )

    def _put(self, journal: "Journal", entries: Sequence[Entry], dropped: Sequence[str]) -> None:
        journal.drop(dropped)
        journal.write(entries)


def _base(doc: AnnotatedArticle, done: Sequence[Noted]) -> Callable[[], bytes]:
    """What it held before all that was done to it."""

    def xml() -> bytes:
        for noted in reversed(done):
            doc.apply(noted.change.inverse())
        return to_xml(doc)

    return xml


def _leads_to(kept: Kept, doc: AnnotatedArticle) -> bool:
    """Whether what the article holds can be taken back, step by step."""
    doc = doc.copy()
    try:
        for noted in reversed(kept.changes[: kept.position]):
            doc.apply(noted.change.inverse())
    except ChangeDoesNotFit:
        return False
    return True
