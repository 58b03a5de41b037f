"""Copies that sync programs leave beside an article, and files in which git has left two versions: merged."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop import ask
from desktop.background import Job
from desktop.models.entries import Entry
from desktop.open_article import OpenArticle
from desktop.workplace import Workplace
from pressmark.annotated_article import AnnotatedArticle
from pressmark.loading import Loaded
from pressmark.markup import Change
from pressmark.storage.fingerprint import Fingerprint, Standing

if TYPE_CHECKING:
    from desktop.dialogs.other_hands_dialog import OtherHandsAnswer, Wording
    from desktop.shelf_commands import ShelfCommands
    from pressmark.conflict_copies import ConflictCopy
    from pressmark.storage.backups import Backups
    from pressmark.two_versions import TwoVersions


class MergingCopies(QObject):
    """Looks whenever the list of the dossier is another; asks before anything is merged or taken away.

    A copy is deleted once the article is saved with what it held; it is kept with the earlier versions.
    """

    def __init__(self, window: Workplace, shelf_commands: "ShelfCommands") -> None:
        super().__init__(window)
        self._window, self._session, self._shelf_commands = window, window.session, shelf_commands
        self._found: tuple[ConflictCopy, ...] = ()
        self._put_off: set[ConflictCopy] = set()
        self._looking: Job | None = None
        self._again = False
        self._to_delete: dict[OpenArticle, tuple[Path, Fingerprint]] = {}
        self._notice = window.dossier_panel.copies
        self._notice.mergeAsked.connect(self.merge)
        self._notice.putOff.connect(self._later)
        window.shelf.changed.connect(self._look)
        self._session.written.connect(self._saved)

    def _look(self) -> None:
        folder = self._window.shelf.folder
        if self._looking is not None:
            self._again = True
        elif folder is None:
            self._show(())
        else:
            entries = self._window.shelf.entries()
            names = [one.file for one in entries if one.file]
            damaged = [one.file for one in entries if one.problem]
            self._looking = job = Job(lambda _: _found(folder, names, damaged), self)
            job.succeeded.connect(partial(self._looked, folder))
            job.failed.connect(lambda _: self._looked(folder, ()))  # the folder went: the shelf says so
            job.start()

    def _looked(self, folder: Path, found: "Iterable[ConflictCopy]") -> None:
        self._looking = None
        if folder == self._window.shelf.folder:
            self._show(found)
        if self._again:
            self._again = False
            self._look()

    def _show(self, found: "Iterable[ConflictCopy]") -> None:
        self._found = tuple(one for one in found if one not in self._put_off)
        self._notice.show_copies(self._sentence(), "\n".join(_described(one) for one in self._found))

    def _sentence(self) -> str:
        articles = {one.of for one in self._found}
        if len(articles) != 1:
            return f"{len(articles):,} articles are there in two versions" if articles else ""
        entry = next(iter(self._entries(articles)), None)
        name = entry.headline if entry and not entry.problem else self._found[0].of
        return f"“{name}” is there in two versions"

    def _entries(self, names: Collection[str]) -> list[Entry]:
        return [one for one in self._window.shelf.entries() if one.file in names]

    def _later(self) -> None:
        """Not again while the app runs."""
        self._put_off.update(self._found)
        self._show(self._found)

    def merge(self) -> None:
        """The first that was found; the others wait for their turn."""
        if not self._found:
            return
        copy, folder = self._found[0], self._window.shelf.folder
        assert folder is not None, "copies are found in a dossier"
        if copy.file == copy.of:
            path = folder / copy.file
            self._read(lambda backups: _of_git(path, backups), copy, None)
        elif entries := self._entries([copy.of]):
            self._shelf_commands.with_open(entries, lambda articles: self._compare(copy, articles[0]))

    def _compare(self, copy: "ConflictCopy", article: OpenArticle) -> None:
        assert article.path is not None
        key, path = article.key, article.path.with_name(copy.file)
        opened = self._opened(path)
        mine, theirs = article.doc.copy(), opened.doc.copy() if opened else None
        self._read(lambda backups: _of_copy(key, mine, path, theirs, backups), copy, article)

    def _opened(self, path: Path) -> OpenArticle | None:
        return next((one for one in self._session.articles if one.path == path), None)

    def _read(
        self, read: "Callable[[Backups], TwoVersions]", copy: "ConflictCopy", article: OpenArticle | None
    ) -> None:
        backups = self._window.backups.backups
        job = Job(lambda _: read(backups), self)
        job.succeeded.connect(lambda versions: self._ask(copy, article, versions))
        job.failed.connect(self._not_read)
        job.start()

    def _not_read(self, error: Exception) -> None:
        ask.tell(self._window, "The two versions could not be read", f"{error}\n\nNothing was changed.")

    def _ask(self, copy: "ConflictCopy", article: OpenArticle | None, two: "TwoVersions") -> None:
        from desktop.dialogs.other_hands_dialog import OtherHandsDialog, OtherHandsOffer

        kept = two.merged.kept if two.merged else 0
        offer = OtherHandsOffer(two.mine.headline, two.path, kept, two.merged, _wording(copy))
        OtherHandsDialog.ask(
            self._window, offer, lambda answer: self._answered(copy, article, two, answer) if answer else None
        )

    def _answered(
        self,
        copy: "ConflictCopy",
        article: OpenArticle | None,
        two: "TwoVersions",
        answer: "OtherHandsAnswer",
    ) -> None:
        if article is None:
            self._take_in(two, answer)
        elif article in self._session.articles:
            if _is_same(article.doc, two.mine):
                self._take(article, two, answer)
            else:  # it was changed while the question stood
                self._compare(copy, article)

    def _take_in(self, two: "TwoVersions", answer: "OtherHandsAnswer") -> None:
        """The file in which git has left both becomes an article again."""
        from desktop.dialogs.other_hands_dialog import Choice

        theirs = answer.choice is Choice.RELOAD
        doc = (two.theirs if theirs else two.mine).copy()
        (article,) = self._session.add([Loaded(doc, two.path, held=two.held)])
        article.mark_unsaved()
        if not theirs:
            self._change(article, two, answer)
        self._session.saver.save(article)

    def _take(self, article: OpenArticle, two: "TwoVersions", answer: "OtherHandsAnswer") -> None:
        self._change(article, two, answer)
        self._to_delete[article] = (two.path, two.held)
        if article.unsaved:
            self._session.saver.save(article)
        else:
            self._saved([article])

    def _change(self, article: OpenArticle, two: "TwoVersions", answer: "OtherHandsAnswer") -> None:
        self._session.show_article(article)
        if change := _change_of(two, answer):
            self._session.do_all(change.name, [(article, change)])
            article.doc.foreign = two.merged.foreign if two.merged else article.doc.foreign

    def _saved(self, articles: Iterable[OpenArticle]) -> None:
        """What was merged is on the disk: the copy is not needed any more."""
        for article in articles:
            if copy := self._to_delete.pop(article, None):
                self._delete(*copy)

    def _delete(self, path: Path, held: Fingerprint) -> None:
        if opened := self._opened(path):
            self._session.close_article(opened)
        try:
            if held.look(path) is Standing.SAME:
                path.unlink()
                self._window.say(f"{path.name} is merged, and kept with the earlier versions")
        except OSError as error:
            why = error.strerror or str(error)
            told = f"{path} could not be deleted ({why}). The article holds all of it: delete it yourself."
            ask.tell(self._window, "The copy is still there", told)
        self._window.shelf.refresh()


def _found(folder: Path, names: Collection[str], damaged: Collection[str]) -> "list[ConflictCopy]":
    from pressmark.two_versions import two_versions_in

    return two_versions_in(folder, names, damaged)


def _of_copy(
    key: str, mine: AnnotatedArticle, path: Path, theirs: AnnotatedArticle | None, backups: "Backups"
) -> "TwoVersions":
    from pressmark.two_versions import versions_of_copy

    return _kept(key, versions_of_copy(mine, path, theirs), backups)


def _of_git(path: Path, backups: "Backups") -> "TwoVersions":
    from pressmark.two_versions import versions_of_git

    return _kept(str(path.resolve()), versions_of_git(path), backups)


def _kept(key: str, two: "TwoVersions", backups: "Backups") -> "TwoVersions":
    """Both are with the earlier versions of the article, whatever is answered."""
    from pressmark.storage.write_xml import to_xml

    backups.keep(key, to_xml(two.theirs), "theirs")
    backups.keep(key, to_xml(two.mine), "mine")
    return two


def _change_of(two: "TwoVersions", answer: "OtherHandsAnswer") -> Change | None:
    """What makes mine what was asked for."""
    from desktop.dialogs.other_hands_dialog import Choice
    from pressmark.three_way import merge

    match answer.choice:
        case Choice.MERGE:
            assert two.merged is not None, "texts that differ are not offered to be merged"
            return replace(two.merged.change(answer.theirs), name="Merge two versions")
        case Choice.RELOAD:
            return replace(merge(two.mine, two.mine, two.theirs).change(), name="Take the other version")
    return None


def _is_same(one: AnnotatedArticle, other: AnnotatedArticle) -> bool:
    from pressmark.storage.write_xml import to_xml

    return to_xml(one) == to_xml(other)


def _described(copy: "ConflictCopy") -> str:
    if copy.file == copy.of:
        return f"{copy.file}: git has left two versions in it"
    return f"{copy.file}: a copy of {copy.of}{f', made by {copy.by}' if copy.by else ''}"


def _wording(copy: "ConflictCopy") -> "Wording":
    from desktop.dialogs.other_hands_dialog import Wording

    if copy.file == copy.of:
        return Wording(
            title="Two versions left by git",
            told=" holds two versions",
            reload=("Take theirs", "Take theirs", "What only mine has is kept with the earlier versions."),
            keep=("Keep mine", "Keep mine", "What only theirs has is kept with the earlier versions."),
            sides=("Mine", "Theirs"),
            later="The file stays as git has left it",
        )
    return Wording(
        title="Two versions of one article",
        told=f" has a copy{f' made by {copy.by}' if copy.by else ''}",
        reload=("Take the copy", "Take the copy", "What only the article has is kept with earlier versions."),
        keep=(
            "Keep the article",
            "Keep the article",
            "What only the copy has is kept with earlier versions.",
        ),
        sides=("Article", "Copy"),
        merging="What one of them had deleted comes back.",
        later="Both files stay as they are",
        as_in="as in the ",
    )
