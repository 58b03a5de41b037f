"""At the start: what earlier sessions could not save is offered, and stays until it is saved or refused."""

from datetime import datetime

from PySide6.QtCore import QObject

from desktop import ask
from desktop.background import Job
from desktop.dialogs.recovery_dialog import RecoveryDialog, Unsaved
from desktop.journaling import Journaling
from desktop.open_article import OpenArticle
from desktop.workplace import Workplace
from pressmark.storage.journal import Journal
from pressmark.storage.journal_records import JournalUnavailable
from pressmark.storage.recovering import Recovered, recovered


class Recovery(QObject):
    """Looks in the background; asks only where there is something."""

    def __init__(self, window: Workplace, journaling: Journaling) -> None:
        super().__init__(window)
        self._window = window
        self._journaling = journaling

    def offer(self) -> None:
        try:
            journal = self._journaling.journal()
        except JournalUnavailable as error:
            self._journaling.troubled.emit(str(error))
            return
        job = Job(lambda _: _left(journal), self)
        job.succeeded.connect(lambda found: self._offered(journal, *found))
        job.failed.connect(lambda error: self._journaling.troubled.emit(str(error)))
        job.start()

    def _offered(self, journal: Journal, found: list[Recovered], problems: list[str]) -> None:
        if problems:
            ask.tell(self._window, "Some unsaved work could not be read", "\n\n".join(problems))
        if not found:
            return
        answer = RecoveryDialog.ask(self._window, [_told(one) for one in found])
        try:
            journal.refuse(found[number].kept.id for number in answer.refused)
            for number in answer.restored:
                self._restore(journal, found[number])
        except JournalUnavailable as error:
            self._journaling.troubled.emit(str(error))

    def _restore(self, journal: Journal, one: Recovered) -> None:
        """In the place of its file, or beside that where the analyst has begun to work on it again."""
        session, kept = self._window.session, one.kept
        beside = any(open_.key == kept.key and open_.unsaved for open_ in session.articles)
        article = OpenArticle(one.doc, None if beside else one.path, kept.original, held=one.held)
        if one.path is None:  # else it is beside: under a name of its own
            article.key_without_file = kept.key
        article.remember(kept.changes, kept.position, kept.saved)
        journal.take_over(kept.id, article.key)
        self._journaling.adopt(article)
        session.put(article)


def _told(one: Recovered) -> Unsaved:
    changed_at = datetime.fromisoformat(one.kept.changed_at)
    return Unsaved(one.doc.headline, one.path, changed_at, one.changed_since, one.unsaved)


def _left(journal: Journal) -> tuple[list[Recovered], list[str]]:
    """What there is to offer, and what could not be put together. What was saved after all is so noted."""
    found: list[Recovered] = []
    problems: list[str] = []
    for left in journal.left():
        try:
            kept = journal.kept(left.id)
            one = recovered(kept) if kept else None
        except JournalUnavailable as error:
            problems.append(str(error))
            continue
        if one is not None and one.is_saved:
            journal.note_saved(left.id, one.held.sha256)
        elif one is not None:
            found.append(one)
    return found, problems
