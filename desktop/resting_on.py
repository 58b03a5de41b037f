"""What rests on a source: offered when it was withdrawn or corrected, and shown whenever it is asked for."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop import ask
from desktop.background import Job
from desktop.open_article import OpenArticle
from desktop.workplace import Workplace
from pressmark.annotated_article import AnnotatedArticle

if TYPE_CHECKING:
    from desktop.shelf_commands import ShelfCommands
    from pressmark.resting import Resting


class RestingOn(QObject):
    """Looks through all articles of the dossier, in the background, once they are open."""

    def __init__(self, window: Workplace, shelf_commands: "ShelfCommands") -> None:
        super().__init__(window)
        self._window, self._session, self._shelf_commands = window, window.session, shelf_commands
        window.dossier_panel.list.restingAsked.connect(
            lambda entry: shelf_commands.with_open([entry], lambda articles: self.show(articles[0]))
        )

    def offer(self, article: OpenArticle) -> None:
        """After its outlet has withdrawn or corrected it, where something is marked in it."""
        from pressmark.resting import statements

        count = statements(article.doc)
        if count:
            what = "One statement is" if count == 1 else f"{count:,} statements are"
            ask.offer(
                self._window,
                f"“{article.name}” is marked as {article.doc.source.status}",
                f"{what} taken from it. Briefs warn of it; other articles may say the same.",
                "Show what rests on it",
                partial(self.show, article),
            )

    def show(self, article: OpenArticle) -> None:
        self._shelf_commands.with_all(partial(self._look, article))

    def _look(self, article: OpenArticle) -> None:
        if article not in self._session.articles:
            return
        live = [one.doc for one in self._session.articles]
        held = [doc.copy() for doc in live]
        source = held[live.index(article.doc)]
        job = Job(lambda _: _found(source, held), self)
        job.succeeded.connect(
            lambda found: self._show(article, dict(zip(map(id, held), live, strict=True)), found)
        )
        job.failed.connect(lambda error: ask.tell(self._window, "This could not be found out", str(error)))
        job.start()

    def _show(
        self,
        article: OpenArticle,
        live: dict[int, AnnotatedArticle],
        found: "tuple[list[Resting], str]",
    ) -> None:
        from desktop.dialogs.resting_dialog import RestingDialog

        rows, told = found
        dialog = RestingDialog(self._window, article.doc, rows, told)
        dialog.jumped.connect(lambda row: self._jump(live[id(row.doc)], row.key))
        dialog.show()

    def _jump(self, doc: AnnotatedArticle, key: str) -> None:
        """To the annotation, or to the article where it is none or is there no more."""
        article = next((one for one in self._session.articles if one.doc is doc), None)
        if article is None:
            self._window.say(f"“{doc.headline}” is not open any more")
            return
        self._session.show_article(article)
        self._session.pick(key if key in doc.markup else "")
        self._window.activateWindow()


def _found(source: AnnotatedArticle, docs: Sequence[AnnotatedArticle]) -> "tuple[list[Resting], str]":
    from pressmark.resting import in_words, resting

    rows = resting(source, docs)
    return rows, in_words(source, rows)
