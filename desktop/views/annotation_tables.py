"""The lists of the panel, and the same in a wide window when there is work to do in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton, QWidget

from desktop.views.later import Later
from desktop.views.list_requests import ListRequests
from desktop.views.stacked import stacked
from pressmark.annotated_article import AnnotatedArticle
from pressmark.markup import Change

if TYPE_CHECKING:
    from desktop.views.tables_view import TablesView
    from desktop.views.wide_tables import WideTables


class AnnotationTables(ListRequests):
    """Knows what is to be listed; the lists are made when they are first seen, the window when asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doc: AnnotatedArticle | None = None
        self._all: tuple[Sequence[AnnotatedArticle], Sequence[str]] = ((), ())
        self._key = ""
        self._author = ""
        self._saved: list[Mapping[str, object]] = []
        self._columns: dict[str, list[str]] = {}
        self._lists = Later(self._made_lists)
        self._window: WideTables | None = None
        self.filtersChanged.connect(self.show_filters)
        self.setLayout(stacked(self._lists.place))

    def open_wide(self) -> "WideTables":
        """Shows the lists with all their columns in a window of their own."""
        if self._window is None:
            self._window = self._made_window()
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        return self._window

    def show_article(self, doc: AnnotatedArticle) -> None:
        """The article in front."""
        self._doc, self._key = doc, ""
        for tables in self._made():
            tables.show_article(doc)
        self._add_up()

    def show_articles(self, docs: Sequence[AnnotatedArticle], names: Sequence[str]) -> None:
        """What “all articles” are, and what they are called."""
        self._all = (docs, names)
        for tables in self._made():
            tables.show_articles(docs, names)
        self._add_up()

    def show_filters(self, saved: Iterable[Mapping[str, object]]) -> None:
        """The analyst's own filters, as `filtersChanged` gave them."""
        self._saved = list(saved)
        for tables in self._made():
            tables.show_filters(self._saved)

    def show_author(self, name: str) -> None:
        """Whose annotations “Mine” are."""
        self._author = name
        for tables in self._made():
            tables.show_author(name)

    def show_columns(self, columns: Mapping[str, Sequence[str]]) -> None:
        """The columns chosen before, as `columnsChanged` gave them; for lists that are made from now on."""
        self._columns = {name: list(chosen) for name, chosen in columns.items()}

    def refresh(self, change: Change | None = None, doc: AnnotatedArticle | None = None) -> None:
        """A change was made to an article, the one in front where none is named; None lists all anew."""
        for tables in self._made():
            tables.refresh(change, doc)
        self._add_up()

    def pick(self, key: str) -> None:
        """Selects the row of an annotation of the article in front, and only that."""
        self._key = key
        for tables in self._made():
            tables.pick(key)

    def show_problem(self, key: str, name: str, sentence: str) -> None:
        """Why a value or a link was not taken, wherever lists are seen."""
        for tables in self._made():
            tables.show_problem(key, name, sentence)

    def _made(self) -> Iterator["TablesView"]:
        """The lists of the panel and of the window, as far as there are any."""
        if self._lists.made:
            yield self._lists.made
        if self._window:
            yield self._window.tables

    def _add_up(self) -> None:
        if self._window:
            self._window.add_up()

    def _made_lists(self) -> "TablesView":
        from desktop.views.tables_view import TablesView

        button = QToolButton()
        button.setText("Wide")
        button.setAccessibleName("Lists in a wide window")
        button.setToolTip("The lists in a window of their own, and who pledged to whom")
        button.clicked.connect(lambda _=False: self.open_wide())
        tables = TablesView()
        tables.filters.add_button(button)
        self._hand_over(tables)
        return tables

    def _made_window(self) -> "WideTables":
        from desktop.views.wide_tables import WideTables  # with its pivots: most days nobody opens it

        window = WideTables(self)
        self._hand_over(window.tables)
        window.pivot.opened.connect(self.opened)
        return window

    def _hand_over(self, tables: "TablesView") -> None:
        """All that was shown before these lists were made."""
        tables.tabs.columns = self._columns  # one record: wide and narrow lists have names of their own in it
        tables.show_author(self._author)
        tables.show_filters(self._saved)
        tables.show_articles(*self._all)
        if self._doc is not None:
            tables.show_article(self._doc)
        tables.pick(self._key)
        self.pass_on(tables)
