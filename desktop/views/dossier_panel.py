"""The dossier at the left: a box to search it, its articles, and what a search has found."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.arrangement import GROUPS, SHOWN, SORTS, Arrangement
from desktop.models.article_list import ArticleList
from desktop.models.entries import Entry
from desktop.models.hit_list import HitList
from desktop.open_article import OpenArticle
from desktop.views.article_list_view import ArticleListView
from desktop.views.copies_notice import CopiesNotice
from desktop.views.search_hits import SearchHits

if TYPE_CHECKING:
    from desktop.models.hit_list import Page

_LEFT = 16
PAUSE = 120
"""Milliseconds without a key after which what was typed is searched for."""


class DossierPanel(QFrame):
    """Emits what the analyst asks for; it sorts and shows, and changes nothing.

    `searchAsked` comes while words are typed: `show_hits` answers, or `show_problem`.
    """

    chosen = Signal(object)  # an Entry
    hitChosen = Signal(object)
    searchAsked = Signal(str)
    moreAsked = Signal(str, object)
    arrangementChanged = Signal(object)
    orderChanged = Signal(list)
    searchesChanged = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dossierPanel")
        self.setMinimumWidth(200)
        self.setMaximumWidth(460)
        self._model, self._hits = ArticleList(self), HitList(self)
        self.list, self.hits = ArticleListView(self._model), SearchHits(self._hits)
        self._searches: dict[str, str] = {}
        self._front: OpenArticle | None = None
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self._note = QLabel()
        self._note.setProperty("quiet", True)
        self._note.setWordWrap(True)
        self._note.setContentsMargins(_LEFT, 0, 12, 0)
        self._menu_button = QToolButton()
        self._menu_button.setText("⋯")
        self._menu_button.setObjectName("quietButton")
        self._menu_button.setAccessibleName("Order of the list, and saved searches")
        self._menu_button.setToolTip("Order of the list, and saved searches")
        self._menu_button.clicked.connect(self._open_menu)
        self._search = _SearchBox()
        self.copies = CopiesNotice()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.hits)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        heading = QLabel("Articles")
        heading.setObjectName("sectionHeading")
        top = QHBoxLayout()
        top.setContentsMargins(_LEFT, 0, 8, 0)
        for part in (heading, self._count):
            top.addWidget(part)
        top.addStretch(1)
        top.addWidget(self._menu_button)
        box = QHBoxLayout()
        box.setContentsMargins(_LEFT - 4, 0, 12, 2)
        box.addWidget(self._search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(box)
        column.addWidget(self._note)
        column.addWidget(self.copies)
        column.addWidget(self._stack, 1)
        self._note.hide()

    def _wire(self) -> None:
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(PAUSE)
        self._typing.timeout.connect(self._ask)
        self._search.textChanged.connect(self._typed)
        self._search.left.connect(self._leave_search)
        self._search.entered.connect(self._enter_hits)
        self.list.chosen.connect(self.chosen)
        self.hits.chosen.connect(self.hitChosen)
        self._model.moved.connect(self.orderChanged)
        self._hits.moreWanted.connect(lambda following: self.moreAsked.emit(self.query, following))

    @property
    def query(self) -> str:
        return self._search.text()

    @property
    def arrangement(self) -> Arrangement:
        return self._model.arrangement

    def show_entries(
        self, entries: Iterable[Entry], order: Sequence[str], current: OpenArticle | None
    ) -> None:
        """Lists the articles, the one in front selected."""
        ones = list(entries)
        self._front = current
        self._model.show(ones, order)
        self.list.show_current(current)
        self._show_counts(ones)

    def first_entry(self) -> Entry | None:
        """The one at the top of the list."""
        return next((one for row in range(self._model.rowCount()) if (one := self._model.entry(row))), None)

    def arrange(self, how: Arrangement) -> None:
        self._model.arrange(how)
        self.list.show_current(self._front)

    def refresh(self, article: OpenArticle) -> None:
        self._model.refresh(article)
        self.list.show_current(self._front)

    def show_searches(self, searches: dict[str, str]) -> None:
        """Those that are kept with the dossier."""
        self._searches = dict(searches)

    def show_search_box(self, shown: bool) -> None:
        """There is something to search."""
        self._search.setVisible(shown)
        if not shown:
            self._search.clear()

    def focus_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def search_for(self, query: str) -> None:
        """As if it had been typed."""
        self._search.setText(query)
        self._typing.stop()
        self._ask()

    def show_hits(self, query: str, page: "Page", *, more: bool = False) -> None:
        """A page of hits, unless something else has been typed since."""
        if query != self.query:
            return
        if more:
            self._hits.add(page)
            return
        self._hits.show(page)
        self._stack.setCurrentWidget(self.hits)
        self._say("Nothing found" if not page.hits else _found(page.articles))

    def show_problem(self, query: str, why: str) -> None:
        """What was typed is not understood: the hits before it stay."""
        if query == self.query:
            self._say(why)

    def _show_counts(self, entries: Sequence[Entry]) -> None:
        self._count.setText(f"{len(entries):,}" if entries else "")

    def _typed(self, words: str) -> None:
        if words.strip():
            self._typing.start()
        else:
            self._typing.stop()
            self._stack.setCurrentWidget(self.list)
            self._say("")

    def _ask(self) -> None:
        if self.query.strip():
            self.searchAsked.emit(self.query)

    def _say(self, words: str) -> None:
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def _leave_search(self) -> None:
        self._search.clear()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter_hits(self) -> None:
        if self._stack.currentWidget() is self.hits and self._hits.rowCount():
            self.hits.go_first()
        elif self._stack.currentWidget() is self.list:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_menu(self) -> None:
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._menu_button.mapToGlobal(self._menu_button.rect().bottomLeft()))

    def make_menu(self) -> QMenu:
        """How the list is arranged, and the searches that are kept."""
        menu, how = QMenu(self), self.arrangement
        sorts, groups, shown = (menu.addMenu(title) for title in ("Sort by", "Group by", "Show"))
        for key, name in SORTS.items():
            self._add_choice(sorts, name, how.sort == key, replace(how, sort=key))
        for key, name in GROUPS.items():
            self._add_choice(groups, name, how.group == key, replace(how, group=key))
        for key, name in SHOWN.items():
            self._add_choice(shown, name, how.shown == key, replace(how, shown=key))
        self._add_choice(menu, "Archived ones too", how.archived, replace(how, archived=not how.archived))
        menu.addSeparator()
        for name, query in self._searches.items():
            menu.addAction(name, partial(self.search_for, query))
        keep = menu.addAction("Keep this search", self._keep_search)
        keep.setEnabled(bool(self.query.strip()) and self.query not in self._searches.values())
        if self._searches:
            forget = menu.addMenu("Forget a search")
            for name in self._searches:
                forget.addAction(name, partial(self._forget_search, name))
        return menu

    def _add_choice(self, menu: QMenu, title: str, is_so: bool, how: Arrangement) -> None:
        action = menu.addAction(title, lambda: self.arrangementChanged.emit(how))
        action.setCheckable(True)
        action.setChecked(is_so)

    def _keep_search(self) -> None:
        query = self.query.strip()
        self.searchesChanged.emit({**self._searches, query: query})

    def _forget_search(self, name: str) -> None:
        self.searchesChanged.emit({key: query for key, query in self._searches.items() if key != name})


class _SearchBox(QLineEdit):
    """`entered`: the keyboard wants to go on in what was found; `left`: the search is over."""

    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Search the dossier")
        self.setAccessibleName("Search the dossier")
        self.setClearButtonEnabled(True)
        self.setToolTip(_SYNTAX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case _:
                super().keyPressEvent(event)


def _found(articles: int) -> str:
    return "In one article" if articles == 1 else f"In {articles:,} articles"


_SYNTAX = (
    'Words, "exact phrases", -without.\n'
    "label:pledge   amount>100m   by:Healey   to:Kyiv   due<2027\n"
    "outlet:gazette   after:2026-01-01   tag:budget   state:done   is:withdrawn"
)
