"""The lists of the panel, and the same in a wide window when there is work to do in them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton, QWidget

from desktop.views.tables_view import TablesView
from pressmark.annotated_article import AnnotatedArticle
from pressmark.markup import Change

if TYPE_CHECKING:
    from desktop.views.wide_tables import WideTables


class AnnotationTables(TablesView):
    """What is asked for in the wide window is asked for here as well: one place to wire."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window: WideTables | None = None
        self._saved: list[Mapping[str, object]] = []
        self.filtersChanged.connect(self.show_filters)
        button = QToolButton()
        button.setText("Wide")
        button.setAccessibleName("Lists in a wide window")
        button.setToolTip("The lists in a window of their own, and who pledged to whom")
        button.clicked.connect(lambda _=False: self.open_wide())
        self.filters.add_button(button)

    def open_wide(self) -> "WideTables":
        """Shows the lists with all their columns in a window of their own."""
        if self._window is None:
            self._window = self._made_window()
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        return self._window

    def show_article(self, doc: AnnotatedArticle) -> None:
        super().show_article(doc)
        if self._window:
            self._window.tables.show_article(doc)
            self._window.add_up()

    def show_articles(self, docs: Sequence[AnnotatedArticle], names: Sequence[str]) -> None:
        super().show_articles(docs, names)
        if self._window:
            self._window.tables.show_articles(docs, names)
            self._window.add_up()

    def show_filters(self, saved: Iterable[Mapping[str, object]]) -> None:
        self._saved = list(saved)
        super().show_filters(self._saved)
        if self._window:
            self._window.tables.show_filters(self._saved)

    def show_author(self, name: str) -> None:
        super().show_author(name)
        if self._window:
            self._window.tables.show_author(name)

    def refresh(self, change: Change | None = None, doc: AnnotatedArticle | None = None) -> None:
        super().refresh(change, doc)
        if self._window:
            self._window.tables.refresh(change, doc)
            self._window.add_up()

    def pick(self, key: str) -> None:
        super().pick(key)
        if self._window:
            self._window.tables.pick(key)

    def show_problem(self, key: str, name: str, sentence: str) -> None:
        super().show_problem(key, name, sentence)
        if self._window:
            self._window.tables.show_problem(key, name, sentence)

    def _made_window(self) -> "WideTables":
        from desktop.views.wide_tables import WideTables  # with its pivots: most days nobody opens it

        window = WideTables(self)
        tables = window.tables
        tables.tabs.columns = self.tabs.columns  # one record: the wide lists have names of their own in it
        tables.show_author(self.filters.author)
        tables.show_filters(self._saved)
        tables.show_articles(*self._all)
        if self._doc is not None:
            tables.show_article(self._doc)
        tables.pick(self._key)
        for mine, theirs in (
            (self.picked, tables.picked),
            (self.jumped, tables.jumped),
            (self.opened, tables.opened),
            (self.opened, window.pivot.opened),
            (self.valueEdited, tables.valueEdited),
            (self.relabelRequested, tables.relabelRequested),
            (self.setRequested, tables.setRequested),
            (self.linkRequested, tables.linkRequested),
            (self.deleteRequested, tables.deleteRequested),
            (self.columnsChanged, tables.columnsChanged),
            (self.filtersChanged, tables.filtersChanged),
        ):
            theirs.connect(mine)
        return window
