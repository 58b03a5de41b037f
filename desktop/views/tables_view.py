"""All annotations as lists, with what finds them and what is done to several of them."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.models.listing import Listing
from desktop.views.bulk_bar import BulkBar
from desktop.views.filter_bar import FilterBar
from desktop.views.list_requests import ListRequests
from desktop.views.list_tabs import ListTabs
from pressmark.annotated_article import AnnotatedArticle
from pressmark.facts import name_of
from pressmark.filtering import Filter
from pressmark.labels import RoleDefinition
from pressmark.markup import Change

_JUMP_AFTER = 250
"""Milliseconds that a row of another article stays selected before that article is brought."""


class TablesView(ListRequests):
    """The lists, one a label, with their filters and what is done to the rows selected."""

    def __init__(self, parent: QWidget | None = None, *, wide: bool = False) -> None:
        super().__init__(parent)
        self._doc: AnnotatedArticle | None = None
        self._all: tuple[tuple[AnnotatedArticle, ...], tuple[str, ...]] = ((), ())
        self._key = ""
        self._is_stale = True
        self._jump: tuple[AnnotatedArticle, str] | None = None
        self._jumping = QTimer(self)
        self._jumping.setSingleShot(True)
        self._jumping.setInterval(_JUMP_AFTER)
        self._jumping.timeout.connect(self._go)
        self.filters, self.tabs = FilterBar(), ListTabs(wide=wide)
        self._problem, self._bulk = QLabel(), BulkBar()
        self._arrange()
        self._wire()

    @property
    def articles(self) -> tuple[AnnotatedArticle, ...]:
        """Those that are listed."""
        return self.tabs.listing.docs

    def show_article(self, doc: AnnotatedArticle) -> None:
        """The article in front."""
        self._doc, self._key = doc, ""
        if not (self.filters.is_of_all and self.tabs.listing.number_of(doc) >= 0):
            self.relist()

    def show_articles(self, docs: Sequence[AnnotatedArticle], names: Sequence[str]) -> None:
        """What “all articles” are, and what they are called."""
        self._all = (tuple(docs), tuple(names))
        was_of_all = self.filters.is_of_all
        self.filters.offer_all(len(docs))
        if was_of_all:
            self.relist()

    def show_filters(self, saved: Iterable[Mapping[str, object]]) -> None:
        """The analyst's own filters, as `filtersChanged` gave them."""
        self.filters.show_saved(saved)

    def show_author(self, name: str) -> None:
        """Whose annotations “Mine” are."""
        self.filters.author = name

    def refresh(self, change: Change | None = None, doc: AnnotatedArticle | None = None) -> None:
        """A change was made to an article, the one in front where none is named; None lists all anew."""
        self.show_problem("", "", "")
        doc = doc or self._doc
        if change is None or doc is None or self._is_stale:
            self.relist()
            return
        labels = self.tabs.labels
        self.tabs.refresh(change, doc)
        if self.tabs.labels != labels:
            self.filters.show_labels(self.tabs.labels, self._authors)

    def pick(self, key: str) -> None:
        """Selects the row of an annotation of the article in front, and only that."""
        if key != self._key:
            self.show_problem("", "", "")
        self._key = key
        self._jumping.stop()
        if self.isVisible():
            self.tabs.pick(self._doc, key)

    def show_problem(self, key: str, name: str, sentence: str) -> None:
        """Why a value or a link was not taken, where it can be seen now and until something else is done."""
        self._problem.setText(f"{key}: {sentence}" if key else sentence)
        self._problem.setVisible(bool(sentence) and self.isVisible())

    def choose_filter(self, wanted: Filter) -> None:
        """Lists what it asks for."""
        self.filters.choose(wanted)

    def copy(self) -> None:
        """The selected rows of the list in front, or all of them, onto the clipboard."""
        if front := self.tabs.front():
            front.copy()

    def relist(self) -> None:
        """Lists all that is there now, or once it is seen."""
        self._is_stale = not self.isVisible()
        if self._doc is None or self._is_stale:
            return
        one = ((self._doc,), (self._doc.headline,))
        docs, names = self._all if self.filters.is_of_all else one
        self.tabs.show_listing(Listing(docs, names, self.filters.filter))
        self.filters.show_labels(self.tabs.labels, self._authors)
        self.pick(self._key)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.relist()
        else:
            self.pick(self._key)

    def _arrange(self) -> None:
        self._problem.setObjectName("problem")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.setContentsMargins(2, 4, 2, 6)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 0)
        column.setSpacing(4)
        column.addWidget(self.filters)
        column.addWidget(self.tabs, 1)
        column.addWidget(self._problem)
        column.addWidget(self._bulk)

    def _wire(self) -> None:
        tabs, bulk = self.tabs, self._bulk
        self.filters.changed.connect(self._filter)
        self.filters.scopeChanged.connect(self.relist)
        self.filters.savedChanged.connect(self.filtersChanged)
        tabs.picked.connect(self._picked)
        tabs.opened.connect(self.opened)
        tabs.valueEdited.connect(self.valueEdited)
        tabs.deleteRequested.connect(self.deleteRequested)
        tabs.columnsChanged.connect(self.columnsChanged)
        tabs.selectionChanged.connect(self._show_selection)
        bulk.relabelRequested.connect(lambda label: self.relabelRequested.emit(tabs.picks(), label))
        bulk.setRequested.connect(lambda *what: self.setRequested.emit(tabs.picks(), *what))
        bulk.linkRequested.connect(lambda *what: self.linkRequested.emit(tabs.picks(), *what))
        bulk.deleteRequested.connect(lambda: self.deleteRequested.emit(tabs.picks()))

    def _filter(self, wanted: Filter) -> None:
        self.relist()
        self.tabs.bring(wanted.labels)

    def _picked(self, doc: AnnotatedArticle, key: str) -> None:
        self.show_problem("", "", "")
        self._jumping.stop()
        if doc is self._doc:
            self._key = key
            self.picked.emit(key)
        else:
            self._jump = (doc, key)
            self._jumping.start()

    def _go(self) -> None:
        """To a row of another article; the keyboard stays in the list."""
        front = self.tabs.front()
        if self._jump is None or front is None or front.is_typed_into:
            return
        had_keyboard = front.has_keyboard
        self.jumped.emit(*self._jump)
        if had_keyboard:
            front.focus()

    def _show_selection(self) -> None:
        if front := self.tabs.front():
            self._bulk.show_selection(front.selected_count(), front.label, self.tabs.labels, self._names)

    def _names(self, role: RoleDefinition) -> Iterable[str]:
        """Whom a role could lead to, in the articles of the rows that are selected."""
        docs = [doc for doc, _ in self.tabs.picks()]
        return {name_of(doc, one) for doc in docs for one in doc.markup.values() if one.label in role.targets}

    def _authors(self) -> list[str]:
        found = {one.author for doc in self.articles for one in doc.markup.values() if one.author}
        return sorted(found, key=str.casefold)
