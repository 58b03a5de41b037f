"""What the window works on: the open articles, the one in front, and every change made to them.

Views show and ask, the session decides, the model knows. All changes go through `do`; problems are emitted,
never shown from here.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from desktop.open_article import OpenArticle
from desktop.undo import ChangeCommand
from pressmark import changes, linking
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link
from pressmark.article import SourceRecord, Span
from pressmark.attributes import ValueNotUnderstood
from pressmark.changes import Hand
from pressmark.dossier import Dossier
from pressmark.labels import Label
from pressmark.loading import Loaded
from pressmark.markup import Change
from pressmark.storage.articles import save_article
from pressmark.storage.safe_write import CannotWrite
from pressmark.words import BriefWords


class Session(QObject):
    """Emits what happened; `refused` carries an annotation id, a field and why its value was not taken."""

    articlesChanged = Signal()
    currentChanged = Signal()
    articleChanged = Signal(object, object)  # the OpenArticle and the Change made to it
    savedChanged = Signal()
    picked = Signal(str)
    refused = Signal(str, str, str)
    problem = Signal(str, str)
    said = Signal(str)

    def __init__(self, author: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.author = author
        self.undo_stack = QUndoStack(self)
        self.articles: list[OpenArticle] = []
        self.current: OpenArticle | None = None
        self.dossier: Dossier | None = None
        self.picked_id = ""

    @property
    def doc(self) -> AnnotatedArticle | None:
        return self.current.doc if self.current else None

    @property
    def unsaved(self) -> list[OpenArticle]:
        return [article for article in self.articles if article.unsaved]

    def add(self, loaded: Iterable[Loaded], *, show: bool = True) -> list[OpenArticle]:
        """Takes articles in; in a dossier, new ones are saved into its folder at once."""
        added = []
        for one in loaded:
            known = self._already_open(one.path)
            if known is None:
                known = OpenArticle(one.doc, one.path, one.original, one.warnings, one.read_only)
                if one.path and one.warnings:
                    known.mark_unsaved()
                if self.dossier and one.path is None:
                    self._save_into_dossier(known)
                self.articles.append(known)
            added.append(known)
        if added:
            self.articlesChanged.emit()
            if show:
                self.show_article(added[0])
        return added

    def show_article(self, article: OpenArticle | None) -> None:
        """Brings an article to the front."""
        if article is self.current:
            return
        self.current = article
        self.picked_id = ""
        self.currentChanged.emit()

    def close_article(self, article: OpenArticle) -> None:
        """Takes an article off the list; its file stays, its steps leave the history."""
        position = self.articles.index(article)
        self.articles.remove(article)
        self.undo_stack.clear()
        if article is self.current:
            self.current = None
            rest = self.articles[position : position + 1] or self.articles[-1:]
            self.show_article(rest[0] if rest else None)
            self.currentChanged.emit()
        self.articlesChanged.emit()

    def pick(self, key: str) -> None:
        """Makes an annotation the selected one; "" for none."""
        if key != self.picked_id:
            self.picked_id = key
            self.picked.emit(key)

    def do(self, change: Change) -> bool:
        """Makes a change to the article in front; False when there was nothing to change."""
        article = self.current
        if article is None or change.changes_nothing:
            return False
        if article.read_only:
            self.problem.emit(
                "This article is open for reading only",
                f"{article.path} was saved by a newer Pressmark. Save a copy to work on it.",
            )
            return False
        self.undo_stack.push(ChangeCommand(article, change, self._announce))
        return True

    def annotate(self, label: str, spans: Iterable[Span]) -> None:
        doc = self._doc()
        change, key = changes.annotate(doc, label, spans, self._hand())
        if self.do(change):
            self.pick(key)

    def delete(self, key: str) -> None:
        self.do(changes.delete(self._doc(), [key]))

    def relabel(self, key: str, label: str) -> None:
        doc = self._doc()
        change, new_key = changes.relabel(doc, key, doc.codebook.style_of(label), self._hand())
        if self.do(change):
            self.pick(new_key)

    def set_value(self, key: str, name: str, typed: str) -> None:
        try:
            self.do(changes.set_value(self._doc(), key, name, typed, self._hand()))
        except ValueNotUnderstood as error:
            self.refused.emit(key, name, str(error))

    def set_note(self, key: str, note: str) -> None:
        self.do(changes.set_note(self._doc(), key, note, self._hand()))

    def set_spans(self, key: str, spans: Iterable[Span]) -> None:
        self.do(changes.set_spans(self._doc(), key, spans, self._hand()))

    def add_piece(self, key: str, span: Span) -> None:
        self.do(changes.add_piece(self._doc(), key, span, self._hand()))

    def remove_piece(self, key: str, span: Span) -> None:
        self.do(changes.remove_piece(self._doc(), key, span, self._hand()))

    def link(self, key: str, role: str, typed: str) -> None:
        """Ties to an annotation by its id, its words, its entity's name, or words of the text."""
        try:
            self.do(linking.link_to_text(self._doc(), key, role, typed, self._hand()))
        except ValueNotUnderstood as error:
            self.refused.emit(key, role, str(error))

    def link_dropped(self, key: str, target: str) -> None:
        """Ties two annotations in the first role that takes the target's label."""
        doc = self._doc()
        roles = doc.codebook.style_of(doc.markup[key].label).roles
        role = next((one for one in roles if doc.markup[target].label in one.targets), None)
        if role is None:
            self.said.emit(f"{key} has no role that {target} could have")
            return
        self.link(key, role.name, target)

    def unlink(self, key: str, tie: Link) -> None:
        self.do(changes.unlink(self._doc(), key, tie, self._hand()))

    def set_source(self, source: SourceRecord) -> None:
        self.do(changes.set_source(self._doc(), source))

    def set_words(self, words: BriefWords) -> None:
        self.do(changes.set_words(self._doc(), words))

    def add_label(self, label: Label) -> None:
        doc = self._doc()
        self.do(changes.set_codebook(doc, doc.codebook.with_label(label), f"Add the label {label.title}"))

    def save(self, article: OpenArticle, path: Path | None = None) -> bool:
        """Writes an article to its file or to `path`; the article stays unsaved where that fails."""
        target = path or article.path
        if target is None:
            return False
        state = article.state
        try:
            save_article(article.doc, target, article.original)
        except CannotWrite as error:
            self.problem.emit(f"“{article.name}” is not saved", str(error))
            return False
        article.mark_saved(target, state)
        self.savedChanged.emit()
        self.said.emit(f"Saved {datetime.now().astimezone():%H:%M:%S}")
        return True

    def _save_into_dossier(self, article: OpenArticle) -> None:
        assert self.dossier is not None
        try:
            article.mark_saved(self.dossier.add(article.doc, article.original), article.state)
        except CannotWrite as error:
            self.problem.emit(f"“{article.name}” is not saved", str(error))

    def _already_open(self, path: Path | None) -> OpenArticle | None:
        if path is None:
            return None
        return next((one for one in self.articles if one.path and one.path.resolve() == path.resolve()), None)

    def _announce(self, article: OpenArticle, change: Change) -> None:
        """After a change in either direction: its article comes to the front, what it touched is selected."""
        if article is not self.current:
            self.show_article(article)
        self.articleChanged.emit(article, change)
        self.savedChanged.emit()
        if self.picked_id and self.picked_id not in article.doc.markup:
            back = [edit.key for edit in change.edits if isinstance(edit.after, Annotation)]
            self.pick(back[0] if back else "")

    def _doc(self) -> AnnotatedArticle:
        assert self.current is not None
        return self.current.doc

    def _hand(self) -> Hand:
        return Hand(self.author, datetime.now(UTC).isoformat(timespec="seconds"))
