"""A file that somebody else has written to while it was open: read again, kept as it is here, or merged."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from desktop import ask
from desktop.background import Job
from desktop.dialogs.other_hands_dialog import Choice, OtherHandsAnswer, OtherHandsDialog, OtherHandsOffer
from desktop.open_article import OpenArticle
from desktop.workplace import Workplace
from pressmark.annotated_article import AnnotatedArticle
from pressmark.markup import Change
from pressmark.storage.articles import open_with_fingerprint
from pressmark.storage.backups import Backups
from pressmark.storage.fingerprint import Fingerprint
from pressmark.storage.read_xml import Opened
from pressmark.storage.write_xml import to_xml
from pressmark.three_way import Merged, TextsDiffer, merge


@dataclass(frozen=True, slots=True)
class _Theirs:
    """What the file holds now. `merged` is None where nobody knows what both came from, or texts differ;
    `change`, which makes theirs of mine, where texts differ.
    """

    opened: Opened
    held: Fingerprint
    merged: Merged | None
    change: Change | None


class OtherHands(QObject):
    """Asks what is to become of mine and theirs; both are in the backups before anything is done."""

    def __init__(self, window: Workplace) -> None:
        super().__init__(window)
        self._window = window
        self._busy: set[OpenArticle] = set()
        self._put_off: dict[OpenArticle, Fingerprint] = {}

    def notice(self, article: OpenArticle) -> None:
        """It was found changed. Asks once for each time that it was."""
        self._look(article, insists=False)

    def settle(self, article: OpenArticle) -> None:
        """It could not be saved because of that: what is kept as mine is saved."""
        self._look(article, insists=True)

    def _look(self, article: OpenArticle, *, insists: bool) -> None:
        if article in self._busy or article.path is None:
            return
        self._busy.add(article)
        backups = self._window.backups.backups
        job = Job(_reading(article, backups), self)
        state = (article.path, article.position, article.state)
        job.succeeded.connect(lambda theirs: self._read(article, theirs, state, insists))
        job.failed.connect(lambda error: self._not_read(article, error))
        job.start()

    def _not_read(self, article: OpenArticle, error: Exception) -> None:
        self._busy.discard(article)
        told = f"{error}\n\nNothing was changed, here or there."
        ask.tell(self._window, f"“{article.name}” was changed by another program", told)

    def _read(self, article: OpenArticle, theirs: _Theirs, state: object, insists: bool) -> None:
        self._busy.discard(article)
        if article not in self._window.session.articles or article.path is None:
            return
        if state != (article.path, article.position, article.state):  # it was changed here meanwhile
            self._look(article, insists=insists)
        elif not article.unsaved:
            self._reload(article, theirs)
            self._window.say(f"“{article.name}” was changed by another program and read again")
        elif insists or self._put_off.get(article) != theirs.held:
            self._ask(article, theirs, insists)

    def _ask(self, article: OpenArticle, theirs: _Theirs, insists: bool) -> None:
        assert article.path is not None
        self._busy.add(article)
        unsaved = abs(article.position - max(article.saved, 0))
        offer = OtherHandsOffer(article.name, article.path, unsaved, theirs.merged)
        OtherHandsDialog.ask(
            self._window, offer, lambda answer: self._answered(article, theirs, answer, insists)
        )

    def _answered(
        self, article: OpenArticle, theirs: _Theirs, answer: OtherHandsAnswer | None, insists: bool
    ) -> None:
        self._busy.discard(article)
        if answer is None:
            self._put_off[article] = theirs.held
            return
        self._take(article, theirs, answer)
        if insists and answer.choice is Choice.KEEP:
            self._window.session.saver.save(article)

    def _take(self, article: OpenArticle, theirs: _Theirs, answer: OtherHandsAnswer) -> None:
        match answer.choice:
            case Choice.RELOAD:
                self._reload(article, theirs)
            case Choice.KEEP:
                self._keep(article, theirs)
            case Choice.MERGE:
                assert theirs.merged is not None
                self._merge(article, theirs, theirs.merged, answer.theirs)

    def _reload(self, article: OpenArticle, theirs: _Theirs) -> None:
        """One step of the history, where it is the same text; what was mine comes back by undoing it."""
        session = self._window.session
        if theirs.change is None or theirs.opened.read_only or article.read_only:
            opened = theirs.opened
            session.put(
                OpenArticle(opened.doc, article.path, None, opened.warnings, opened.read_only, theirs.held)
            )
            return
        session.do_all(theirs.change.name, [(article, theirs.change)])
        article.doc.foreign = theirs.opened.doc.foreign
        article.mark_based_on(theirs.held, replace(theirs.change, edits=()))
        self._told(article)

    def _keep(self, article: OpenArticle, theirs: _Theirs) -> None:
        article.held = theirs.held
        if theirs.change is None:
            article.mark_unsaved()
        else:
            article.mark_based_on(theirs.held, theirs.change)
        self._told(article)

    def _merge(
        self, article: OpenArticle, theirs: _Theirs, merged: Merged, against_mine: tuple[int, ...]
    ) -> None:
        change = merged.change(against_mine)
        self._window.session.do_all(change.name, [(article, change)])
        article.doc.foreign = merged.foreign
        article.mark_based_on(theirs.held, _leading(article.doc, theirs.opened.doc))
        self._told(article)

    def _told(self, article: OpenArticle) -> None:
        """What is saved is not what it was, though nothing was written here."""
        self._window.journaling.note([article])
        self._window.session.savedChanged.emit()


def _reading(article: OpenArticle, backups: Backups) -> Callable[[object], _Theirs]:
    """Reads theirs and keeps both, off the window's thread."""
    path, key = article.path, article.key
    assert path is not None
    mine, base = article.doc.copy(), article.as_saved()

    def read(_: object) -> _Theirs:
        opened, held = open_with_fingerprint(path)
        backups.keep(key, path.read_bytes(), "theirs")
        backups.keep(key, to_xml(mine), "mine")
        merged = None if base is None or opened.read_only else _merged(base, mine, opened.doc)
        return _Theirs(opened, held, merged, _merged_to(mine, opened.doc))

    return read


def _merged(base: AnnotatedArticle, mine: AnnotatedArticle, theirs: AnnotatedArticle) -> Merged | None:
    try:
        return merge(base, mine, theirs)
    except TextsDiffer:
        return None


def _merged_to(mine: AnnotatedArticle, theirs: AnnotatedArticle) -> Change | None:
    merged = _merged(mine, mine, theirs)
    return replace(merged.change(), name="Read again what another program changed") if merged else None


def _leading(mine: AnnotatedArticle, theirs: AnnotatedArticle) -> Change:
    """What makes theirs of mine. Raises TextsDiffer."""
    return merge(mine, mine, theirs).change()
