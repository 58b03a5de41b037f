"""What the analyst does from the lists: to annotations of any open article, and to many of them at once."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from desktop.session import Session
from pressmark import bulk, changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.attributes import ValueNotUnderstood

Picks: TypeAlias = Iterable[tuple[AnnotatedArticle, tuple[str, ...]]]
"""Ids of annotations, article by article."""


class EditingMany:
    """Each is one step of the history, however many articles it touches; what is refused is said."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def go_to(self, doc: AnnotatedArticle, key: str) -> None:
        """Brings an article to the front and selects one of its annotations."""
        self._session.show_article(self._session.article_of(doc))
        self._session.pick(key)

    def set_value(self, doc: AnnotatedArticle, key: str, name: str, typed: str) -> None:
        session = self._session
        try:
            change = changes.set_value(doc, key, name, typed, session.hand())
        except ValueNotUnderstood as error:
            session.refused.emit(key, name, str(error))
        else:
            session.do_all(change.name, [(session.article_of(doc), change)])

    def relabel(self, picks: Picks, label: str) -> None:
        hand = self._session.hand()
        self._do(picks, lambda doc, keys: bulk.relabel_many(doc, keys, doc.codebook.style_of(label), hand))

    def set_values(self, picks: Picks, name: str, typed: str) -> None:
        hand = self._session.hand()
        self._do(picks, lambda doc, keys: bulk.set_value_many(doc, keys, name, typed, hand))

    def link(self, picks: Picks, role: str, typed: str) -> None:
        hand = self._session.hand()
        self._do(picks, lambda doc, keys: bulk.link_many(doc, keys, role, typed, hand))

    def delete(self, picks: Picks) -> None:
        self._do(picks, bulk.delete_many)

    def _do(self, picks: Picks, make: Callable[[AnnotatedArticle, tuple[str, ...]], bulk.Bulk]) -> None:
        session = self._session
        made = [(session.article_of(doc), make(doc, keys)) for doc, keys in picks]
        done = [(article, one.change) for article, one in made if not one.change.changes_nothing]
        if done:
            where = f" in {len(done)} articles" if len(done) > 1 else ""
            session.do_all(f"{done[0][1].name}{where}", done)
        if refused := [refusal for _, one in made for refusal in one.refused]:
            session.refused.emit("", "", bulk.told(refused))
