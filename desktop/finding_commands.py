"""What the actions of finding do: in the article, and for all occurrences of some words."""

from functools import partial

from desktop.shelf_commands import ShelfCommands
from desktop.workplace import Workplace
from pressmark.finding import Query


class FindingCommands:
    """The pane shows what is found, the session labels it."""

    _window: Workplace
    shelf: ShelfCommands

    def find(self) -> None:
        self._window.pane.begin_search()

    def find_next(self) -> None:
        self._window.pane.find_bar.next_hit()

    def find_previous(self) -> None:
        self._window.pane.find_bar.previous_hit()

    def label_all(self) -> None:
        """All occurrences of the selected words, of those searched for, or of those typed in the dialog."""
        doc, span = self._window.session.doc, self._window.article_view.selected_span()
        if doc is not None and span is not None:
            self.label_all_of(Query(doc.article.words_at(span)))
        else:
            self.label_all_of(self._window.pane.find_bar.query)

    def label_all_of(self, query: Query) -> None:
        """In all articles of the dossier, once they are open."""
        self.shelf.with_all(partial(self._label_all_of, query))

    def _label_all_of(self, query: Query) -> None:
        from desktop.dialogs.occurrences_dialog import OccurrencesDialog, Offer

        session, doc = self._window.session, self._window.session.doc
        if doc is None:
            return
        docs = [article.doc for article in session.articles]
        one = doc.markup.get(session.picked_id)
        label = one.label if one else session.last_label
        answer = OccurrencesDialog.ask(self._window, Offer(docs, docs.index(doc), query, label, one))
        if answer is not None:
            session.label_all(answer.label, answer.spans, one if answer.carry else None)
