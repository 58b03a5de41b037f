"""What the actions of the dossier do: show an article or a hit, file articles, keep their order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog

from desktop import ask
from desktop.background import Job
from desktop.models.arrangement import Arrangement
from desktop.models.entries import STATE_TITLES, Entry
from desktop.open_article import OpenArticle
from desktop.shelf import EAGER
from desktop.workplace import Workplace
from pressmark import changes
from pressmark.filing import Filing
from pressmark.loading import CannotLoad, Loaded, load

if TYPE_CHECKING:
    from pressmark.storage.index import Hit


_MOST_TOLD = 8
"""Reasons that a message names."""


class ShelfCommands(QObject):
    """Opens what is asked for in the background; what is done to articles is one step of the history."""

    def __init__(self, window: Workplace) -> None:
        super().__init__(window)
        self._window, self._session, self._shelf = window, window.session, window.shelf
        panel = window.dossier_panel
        panel.chosen.connect(self.show_entry)
        panel.hitChosen.connect(self.show_hit)
        panel.searchAsked.connect(self._shelf.search)
        panel.moreAsked.connect(self._shelf.search)
        panel.arrangementChanged.connect(self._arrange)
        panel.orderChanged.connect(self._shelf.set_order)
        panel.searchesChanged.connect(self._shelf.set_searches)
        panel.list.stateAsked.connect(self.set_state)
        panel.list.tagsAsked.connect(self.set_tags)
        panel.list.archiveAsked.connect(self.archive)
        self._shelf.found.connect(lambda query, page, more: panel.show_hits(query, page, more=more))
        self._shelf.notUnderstood.connect(panel.show_problem)
        self._shelf.listed.connect(self._open_listed)
        self._shelf.problem.connect(lambda title, details: ask.tell(window, title, details))

    def show_entry(self, entry: Entry) -> None:
        """Brings an article to the front, opened where it was not."""
        self.with_open([entry], lambda articles: self._session.show_article(articles[0]))

    def show_hit(self, hit: "Hit") -> None:
        """Brings an article to the front, and in it what was found."""
        entry = next((one for one in self._shelf.entries() if one.path and one.path.name == hit.file), None)
        if entry:
            self.with_open([entry], partial(self._go_to, hit))

    def set_state(self, entries: Sequence[Entry], state: str) -> None:
        title = STATE_TITLES[state].lower()
        self._file(entries, f"Mark as {title}", lambda filing: replace(filing, state=state))

    def archive(self, entries: Sequence[Entry], away: bool) -> None:
        name = "Archive" if away else "Take out of the archive"
        self._file(entries, name, lambda filing: replace(filing, archived=away))

    def set_tags(self, entries: Sequence[Entry]) -> None:
        """Tags that all of them have may be taken off all, new ones are given to all."""
        common = [tag for tag in entries[0].tags if all(tag in one.tags for one in entries)]
        which = "this article" if len(entries) == 1 else f"these {len(entries):,} articles"
        typed, agreed = QInputDialog.getText(
            self._window, "Tags", f"Tags of {which}, with commas between them:", text=", ".join(common)
        )
        if agreed:
            wanted = list(dict.fromkeys(filter(None, (" ".join(one.split()) for one in typed.split(",")))))
            self._file(entries, "Change the tags", partial(_tagged, common, wanted))

    def with_open(
        self,
        entries: Iterable[Entry],
        then: Callable[[list[OpenArticle]], object],
        *,
        all_needed: bool = True,
    ) -> None:
        """Calls `then` with the articles, once those that were not open are; not where one cannot be."""
        entries = list(entries)
        paths = [one.path for one in entries if one.article is None and one.path]
        if not paths:
            then([one.article for one in entries if one.article])
            return
        job = Job(lambda tick: _load(paths, tick), self)
        job.progressed.connect(self._window.status.show_progress)
        job.succeeded.connect(partial(self._opened, entries, then, all_needed))
        job.start()

    def with_all(self, then: Callable[[], object]) -> None:
        """Calls `then` once all articles of the dossier are open, for what concerns every one of them."""
        waiting = [one for one in self._shelf.entries() if one.article is None and not one.problem]
        self.with_open(waiting, lambda _: then(), all_needed=False)

    def _opened(
        self,
        entries: Sequence[Entry],
        then: Callable[[list[OpenArticle]], object],
        all_needed: bool,
        loaded: tuple[list[Loaded], list[str]],
    ) -> None:
        self._window.status.hide_progress()
        good, failures = loaded
        self._session.add(good, show=False)
        if failures:
            self._shelf.refresh()
            ask.tell(self._window, "An article could not be opened", "\n\n".join(failures[:_MOST_TOLD]))
            if all_needed:
                return
        by_path = {article.path: article for article in self._session.articles}
        articles = [one.article or by_path.get(one.path) for one in entries]
        then([article for article in articles if article])

    def _file(self, entries: Sequence[Entry], name: str, how: Callable[[Filing], Filing]) -> None:
        self.with_open(entries, lambda articles: self._filed(articles, name, how))

    def _filed(self, articles: Sequence[OpenArticle], name: str, how: Callable[[Filing], Filing]) -> None:
        where = f" {len(articles):,} articles" if len(articles) > 1 else ""
        steps = [
            (one, changes.set_filing(one.doc, how(one.doc.filing), f"{name}{':' if where else ''}{where}"))
            for one in articles
        ]
        self._session.do_all(f"{name}{':' if where else ''}{where}", steps)

    def _go_to(self, hit: "Hit", articles: Sequence[OpenArticle]) -> None:
        self._session.show_article(articles[0])
        if hit.annotation and hit.annotation in articles[0].doc.markup:
            self._session.pick(hit.annotation)
        elif hit.span is not None and articles[0].doc.article.holds(hit.span):
            self._session.pick("")
            self._window.article_view.select(hit.span)

    def _arrange(self, how: Arrangement) -> None:
        self._window.settings.arrangement = how
        self._window.dossier_panel.arrange(how)

    def _open_listed(self) -> None:
        """A dossier that is new here: all of its articles where they are few, else the first of the list."""
        if self._session.current is not None:
            return
        waiting = [one for one in self._shelf.entries() if not one.problem]
        first = self._window.dossier_panel.first_entry()
        if len(waiting) <= EAGER:
            self.with_open(waiting, lambda _: self._show_first(first), all_needed=False)
        elif first:
            self.show_entry(first)
        if damaged := [one for one in self._shelf.entries() if one.problem]:
            count = len(damaged)
            title = "One article cannot be read" if count == 1 else f"{count:,} articles cannot be read"
            ask.tell(self._window, title, "\n\n".join(one.problem for one in damaged[:_MOST_TOLD]))

    def _show_first(self, first: Entry | None) -> None:
        articles = self._session.articles
        chosen = next(
            (one for one in articles if first and one.path == first.path), next(iter(articles), None)
        )
        if self._session.current is None:
            self._session.show_article(chosen)


def _tagged(common: Sequence[str], wanted: Sequence[str], filing: Filing) -> Filing:
    kept = [tag for tag in filing.tags if tag in wanted or tag not in common]
    return replace(filing, tags=tuple(dict.fromkeys((*kept, *wanted))))


def _load(paths: Sequence[Path], tick: Callable[..., None]) -> tuple[list[Loaded], list[str]]:
    loaded: list[Loaded] = []
    failures: list[str] = []
    for number, path in enumerate(paths):
        tick(number / len(paths))
        try:
            loaded.append(load(path, datetime.now(UTC)))
        except CannotLoad as error:
            failures.append(str(error))
    return loaded, failures
