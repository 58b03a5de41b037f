"""The articles of the dossier: those that are open, and the others as its index knows them."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.background import Job
from desktop.desk import Desk
from desktop.models.entries import Entry
from desktop.neighbours import Neighbours
from desktop.open_article import OpenArticle
from pressmark.annotated_article import AnnotatedArticle
from pressmark.dossier_record import DossierRecord, RecordDamaged
from pressmark.storage.safe_write import CannotWrite

if TYPE_CHECKING:
    from pressmark.storage.fingerprint import Fingerprint
    from pressmark.storage.index import Index, Listed, Page

EAGER = 300
"""Up to so many articles a dossier is opened whole; of a larger one each article when it is asked for."""

_Tick: TypeAlias = Callable[..., None]


class Shelf(QObject):
    """Keeps the list of a dossier up to date in the background, and searches it.

    `changed`: the list, or its order, is another. `found` carries a query, a page of hits, and whether it
    goes on from an earlier page; `notUnderstood` a query and why.
    """

    changed = Signal()
    listed = Signal()  # for the first time since the dossier was opened
    found = Signal(str, object, bool)
    notUnderstood = Signal(str, str)
    problem = Signal(str, str)

    def __init__(self, desk: Desk, cache: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._cache = desk, cache
        self._index: Index | None = None
        self._record: DossierRecord | None = None
        self._rows: dict[str, Listed] = {}
        self._refreshing: Job | None = None
        self._again = False
        desk.written.connect(self._written)
        desk.leaving.connect(lambda _: QTimer.singleShot(0, self, self.refresh))

    @property
    def folder(self) -> Path | None:
        return self._desk.dossier.folder if self._desk.dossier else None

    @property
    def order(self) -> tuple[str, ...]:
        return self._record.order if self._record else ()

    @property
    def searches(self) -> dict[str, str]:
        return self._record.searches if self._record else {}

    @property
    def count(self) -> int:
        """How many articles there are, open or not."""
        opened = self._opened()
        return len({*self._rows, *opened}) + len(self._desk.articles) - len(opened)

    def _opened(self) -> dict[str, OpenArticle]:
        """The open articles that lie in the dossier, by the names of their files."""
        folder = self.folder.resolve() if self.folder else None
        inside = [one for one in self._desk.articles if one.path and one.path.resolve().parent == folder]
        return {one.path.name: one for one in inside if one.path}

    def entries(self) -> list[Entry]:
        """The articles of the dossier, then those that are open from elsewhere."""
        folder = self.folder.resolve() if self.folder else None
        opened = self._opened()
        inside = {**dict.fromkeys(self._rows), **dict.fromkeys(opened)} if folder else {}
        entries = [
            Entry(opened[name]) if name in opened else Entry(None, self._rows[name], folder)
            for name in inside
        ]
        taken = set(opened.values())
        return [*entries, *(Entry(article) for article in self._desk.articles if article not in taken)]

    def unopened(self) -> list[Path]:
        """Files of the dossier that are not open and can be read."""
        return [one.path for one in self.entries() if not one.article and one.path and not one.problem]

    def open(self, folder: Path) -> None:
        """Lists another dossier: what its index knows at once, then what is in the folder."""
        self.close()
        try:
            self._record = DossierRecord(folder)
        except RecordDamaged as error:
            self.problem.emit("The order of the dossier is not known", str(error))
        job = Job(lambda tick: _opened(folder, self._cache), self)
        job.succeeded.connect(self._take_index)
        job.failed.connect(self._not_refreshed)
        job.start()

    def close(self) -> None:
        if self._index is not None:
            self._index.close()
        self._index, self._record, self._rows = None, None, {}

    def refresh(self) -> None:
        """Looks at the folder again, in the background; once more where it is asked for meanwhile."""
        index = self._index
        if index is None:
            return
        if self._refreshing is not None:
            self._again = True
            return
        self._refreshing = job = Job(lambda tick: _refreshed(index, tick), self)
        job.succeeded.connect(partial(self._refreshed, index))
        job.failed.connect(self._not_refreshed)
        job.cancelled.connect(lambda: self._not_refreshed(None))
        job.start()

    def search(self, query: str, following: tuple[int, int] | None = None) -> None:
        """`found` or `notUnderstood` answers; `following` is where an earlier page ended."""
        index = self._index
        if index is None:
            return
        job = Job(lambda _: _searched(index, query, following), self)
        job.succeeded.connect(lambda page: self.found.emit(query, page, following is not None))
        job.failed.connect(lambda error: self.notUnderstood.emit(query, str(error)))
        job.start()

    def neighbours(
        self, opened: Sequence[tuple[Path | None, AnnotatedArticle]], apart_from: Collection[str] = ()
    ) -> Neighbours:
        """What tells duplicates of the dossier's articles, and of these that are open."""
        return Neighbours(self._index, self.folder, opened, apart_from)

    def set_order(self, names: Sequence[str]) -> None:
        """As the analyst has put them; articles that are not shown now keep their places after these."""
        self._keep(
            lambda record: record.set_order([*names, *(one for one in record.order if one not in names)])
        )

    def set_searches(self, searches: dict[str, str]) -> None:
        self._keep(lambda record: record.set_searches(searches))

    def _keep(self, change: Callable[[DossierRecord], None]) -> None:
        if self._record is None:
            self.problem.emit("Nothing is kept", "Open a dossier first: its folder is where this is kept.")
            return
        try:
            change(self._record)
        except (CannotWrite, RecordDamaged) as error:
            self.problem.emit("The dossier's own file is not saved", str(error))
        self.changed.emit()

    def _take_index(self, opened: "tuple[Path, Index, list[Listed]]") -> None:
        folder, index, rows = opened
        if folder != self.folder:
            index.close()
            return
        self._index = index
        self._show(rows)
        self.refresh()

    def _refreshed(self, index: "Index", rows: "list[Listed]") -> None:
        self._refreshing = None
        if index is self._index:
            self._show(rows)
        if self._again:
            self._again = False
            self.refresh()
        self.listed.emit()

    def _not_refreshed(self, error: Exception | None) -> None:
        self._refreshing = None
        if error is not None:
            self.problem.emit("The folder could not be looked at", str(error))
        self.listed.emit()

    def _show(self, rows: "list[Listed]") -> None:
        rows_by_name = {one.file: one for one in sorted(rows, key=lambda one: one.file.casefold())}
        if rows_by_name != self._rows:
            self._rows = rows_by_name
            self.changed.emit()

    def _written(self, articles: Sequence[OpenArticle]) -> None:
        """The index takes in what was saved; the list needs no word of it, as these are open."""
        index = self._index
        told = [(one.path, one.doc.copy(), one.held) for one in articles if one.path and one.held]
        if index is None or not told:
            return
        job = Job(lambda _: _put(index, told), self)
        job.failed.connect(lambda _: self.refresh())  # it was lost: the folder is looked at anew
        job.start()


def _opened(folder: Path, cache: Path) -> "tuple[Path, Index, list[Listed]]":
    from pressmark.storage.index import Index, IndexLost

    index = Index(folder, cache)
    try:
        return folder, index, index.rows()
    except IndexLost:  # there is an empty one in its place, which is about to be refreshed
        return folder, index, []


def _refreshed(index: "Index", tick: _Tick) -> "list[Listed]":
    from pressmark.storage.index import IndexLost

    for again in (True, False):
        try:
            index.refresh(lambda done, of: tick(done / max(of, 1)))
            return index.rows()
        except IndexLost:  # there is an empty one in its place
            if not again:
                raise
    raise AssertionError("the second time answers or raises")


def _put(index: "Index", told: "Sequence[tuple[Path, AnnotatedArticle, Fingerprint]]") -> None:
    for path, doc, held in told:
        index.put(path, doc, held)


def _searched(index: "Index", query: str, following: tuple[int, int] | None) -> "Page":
    from pressmark.searching.parsing import understood
    from pressmark.storage.index import IndexLost

    asked = understood(query, typing=True)
    try:
        return index.search(asked, following or (0, 0))
    except IndexLost:
        index.refresh()
        return index.search(asked, following or (0, 0))
