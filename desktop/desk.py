"""The open articles, the one in front, the history of what was done to them, and saving.

Problems are emitted, never shown from here.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from desktop.open_article import OpenArticle
from desktop.saver import Saver
from desktop.undo import ChangeCommand, Part, recall
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.dossier import Dossier
from pressmark.loading import Loaded
from pressmark.markup import Change
from pressmark.storage.articles import WouldOverwrite, save_article
from pressmark.storage.fingerprint import Standing
from pressmark.storage.journal_records import Step
from pressmark.storage.safe_write import CannotWrite


class Desk(QObject):
    """Every change goes through `do` or `do_all`; each is one step of the history."""

    takenIn = Signal(list)  # OpenArticles, before anybody else hears of them
    aboutToChange = Signal(list)  # the parts of a step that is to be done
    written = Signal(list)  # OpenArticles whose files were just written
    leaving = Signal(object)  # an OpenArticle, before it is closed
    changedOutside = Signal(object)  # an OpenArticle that was not saved over somebody else's work
    articlesChanged = Signal()
    currentChanged = Signal()
    articleChanged = Signal(object, object)  # the OpenArticle and the Change made to it
    savedChanged = Signal()
    picked = Signal(str)
    notSaved = Signal(object, str, str)  # an OpenArticle, that it is not saved, and why
    problem = Signal(str, str)
    said = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.articles: list[OpenArticle] = []
        self.current: OpenArticle | None = None
        self.dossier: Dossier | None = None
        self.picked_id = ""
        self._steps = 0
        self.saver = Saver(self)
        self.saver.saved.connect(self._saved)
        self.saver.failed.connect(self._not_saved)

    @property
    def doc(self) -> AnnotatedArticle | None:
        return self.current.doc if self.current else None

    @property
    def unsaved(self) -> list[OpenArticle]:
        return [article for article in self.articles if article.unsaved]

    def add(self, loaded: Iterable[Loaded], *, show: bool = True) -> list[OpenArticle]:
        """Takes articles in; in a dossier, new ones are saved into its folder at once."""
        added = []
        already = {one.path.resolve(): one for one in self.articles if one.path}
        for one in loaded:
            known = already.get(one.path.resolve()) if one.path else None
            added.append(known or self._take_in(one))
        self.takenIn.emit(added)
        if added:
            self.articlesChanged.emit()
            if show:
                self.show_article(added[0])
        return added

    def put(self, article: OpenArticle) -> None:
        """Takes in an article with all that was done to it, in the place of the same file."""
        twin = next((one for one in self.articles if one.key == article.key), None)
        if twin is not None:
            self.close_article(twin)
        self.articles.append(article)
        self.recall()
        self.articlesChanged.emit()
        self.show_article(article)
        self.savedChanged.emit()

    def show_article(self, article: OpenArticle | None) -> None:
        """Brings an article to the front."""
        if article is self.current:
            return
        self.current = article
        self.picked_id = ""
        self.currentChanged.emit()

    def close_article(self, article: OpenArticle) -> None:
        """Takes an article off the list; its file stays, its part leaves the history."""
        self.leaving.emit(article)
        position = self.articles.index(article)
        self.articles.remove(article)
        self.recall()
        if article is self.current:
            rest = self.articles[position : position + 1] or self.articles[-1:]
            self.show_article(rest[0] if rest else None)
        self.articlesChanged.emit()

    def recall(self) -> None:
        """Makes the history anew from all that was done to the open articles."""
        recall(self.undo_stack, self.articles, self._announce)

    def article_of(self, doc: AnnotatedArticle) -> OpenArticle:
        """The open article that holds it."""
        return next(article for article in self.articles if article.doc is doc)

    def pick(self, key: str) -> None:
        """Makes an annotation the selected one; "" for none."""
        if key != self.picked_id:
            self.picked_id = key
            self.picked.emit(key)

    def do(self, change: Change) -> bool:
        """Makes a change to the article in front; False when there was nothing to change."""
        return self.current is not None and self.do_all(change.name, [(self.current, change)])

    def do_all(self, name: str, steps: Iterable[Part]) -> bool:
        """Makes changes to several articles as one step of the history."""
        steps = [(article, change) for article, change in steps if not change.changes_nothing]
        for article, _ in steps:
            if article.read_only:
                self.problem.emit(
                    "This article is open for reading only",
                    f"{article.path} was saved by a newer Pressmark. Save a copy to work on it.",
                )
                return False
        if steps:
            self.aboutToChange.emit(steps)
            self._steps += 1
            self.undo_stack.push(ChangeCommand(name, steps, Step(0, self._steps), self._announce))
        return bool(steps)

    def save(self, article: OpenArticle, path: Path | None = None) -> bool:
        """Writes an article to its file or to `path`; the article stays unsaved where that fails."""
        target = path or article.path
        if target is None:
            return False
        self.saver.finish()
        try:
            expected = article.held if target == article.path else None
            held = save_article(article.doc, target, article.original, expected)
        except CannotWrite as error:
            self._not_saved({article: error})
            return False
        article.mark_saved(target, article.state, held)
        self._saved([article])
        return True

    def _saved(self, articles: Sequence[OpenArticle]) -> None:
        self.written.emit(articles)
        self.savedChanged.emit()
        what = "Saved" if len(articles) == 1 else f"Saved {len(articles):,} articles,"
        self.said.emit(f"{what} {datetime.now().astimezone():%H:%M:%S}")

    def _not_saved(self, failed: Mapping[OpenArticle, Exception]) -> None:
        """Files that somebody else has changed are another matter than files that cannot be written."""
        for article in [one for one, why in failed.items() if _is_changed(why)]:
            self.changedOutside.emit(article)
        others = [(article, why) for article, why in failed.items() if not _is_changed(why)]
        if others:
            article, why = others[0]
            rest = f" and {len(others) - 1:,} more are" if len(others) > 1 else " is"
            self.notSaved.emit(article, f"“{article.name}”{rest} not saved", str(why))

    def _save_into_dossier(self, article: OpenArticle) -> None:
        assert self.dossier is not None
        try:
            path, held = self.dossier.add(article.doc, article.original)
            article.mark_saved(path, article.state, held)
        except CannotWrite as error:
            self._not_saved({article: error})

    def _take_in(self, one: Loaded) -> OpenArticle:
        article = OpenArticle(one.doc, one.path, one.original, one.warnings, one.read_only, one.held)
        if one.path and one.warnings:
            article.mark_unsaved()
        if self.dossier and one.path is None:
            self._save_into_dossier(article)
        self.articles.append(article)
        return article

    def _announce(self, steps: Sequence[Part]) -> None:
        """After changes in either direction: one of their articles is in front, what came back selected."""
        if all(article is not self.current for article, _ in steps):
            self.show_article(steps[0][0])
        for article, change in steps:
            self.articleChanged.emit(article, change)
            if article is self.current and self.picked_id and self.picked_id not in article.doc.markup:
                back = [edit.key for edit in change.edits if isinstance(edit.after, Annotation)]
                self.pick(back[0] if back else "")
        self.savedChanged.emit()


def _is_changed(why: Exception) -> bool:
    return isinstance(why, WouldOverwrite) and why.standing is Standing.CHANGED
