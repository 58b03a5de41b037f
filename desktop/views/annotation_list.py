"""One list: all annotations of a label as a table to sort, pick, select and type into."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QMenu, QVBoxLayout, QWidget

from desktop.clipboard import copy_table
from desktop.models.annotation_table import AnnotationTable
from desktop.models.listing import Listing, Picks
from desktop.models.table_columns import PLACE, Row, columns_of
from desktop.views.column_layout import ColumnLayout
from desktop.views.list_view import ListView
from desktop.views.quiet_page import quiet_page
from pressmark.annotated_article import AnnotatedArticle
from pressmark.labels import Label

_ONE_BY_ONE = 200
"""More rows than these are listed anew at once."""


class AnnotationList(QWidget):
    """Filled when it is first seen. `picked` is the one row selected by hand, `opened` one to go to."""

    picked = Signal(object, str)
    opened = Signal(object, str)
    selectionChanged = Signal()
    valueEdited = Signal(object, str, str, str)
    deleteRequested = Signal(object)
    columnsChosen = Signal(object)
    filled = Signal()

    def __init__(self, label: Label, *, wide: bool) -> None:
        super().__init__()
        self.label = label
        self._listing = Listing()
        self.is_filled = False
        self._by_hand = True
        self._model = AnnotationTable(columns_of(label, wide=wide), self)
        self._model.edited.connect(self.valueEdited)
        self._view = ListView()
        self._view.setModel(self._model)
        self._view.setAccessibleName(f"All {label.title.lower()}s")
        self._view.set_lines(1 if label.entity_attribute else 2)
        self._view.sortByColumn(self._model.column_of(PLACE), Qt.SortOrder.AscendingOrder)
        self._view.selectionModel().selectionChanged.connect(self._selected)
        self._view.deleteAsked.connect(self._delete)
        self._view.copyAsked.connect(self.copy)
        self._view.openAsked.connect(self._open)
        self._view.customContextMenuRequested.connect(self._show_menu)
        self.layout_of_columns = ColumnLayout(self._view, self._model, wide=wide)
        self.layout_of_columns.chosen.connect(self.columnsChosen)
        self._view.resized.connect(self.layout_of_columns.fit)
        self._empty = quiet_page("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        column.addWidget(self._empty)

    @property
    def count(self) -> int:
        return self._model.rowCount()

    @property
    def is_typed_into(self) -> bool:
        return self._view.state() is QAbstractItemView.State.EditingState

    def show_listing(self, listing: Listing) -> None:
        """What to list; it is listed at once where it is seen."""
        self._listing = listing
        self.is_filled = False
        if self.isVisible():
            self.fill()

    def fill(self) -> None:
        """Lists what there is; what was selected stays so, as far as it is there."""
        selected = [row.key for row in self.selected()]
        self._by_hand = False
        self._model.show(self._listing.rows(self.label.name))
        self._view.select_places(map(self._model.row_of, selected))
        self._by_hand = True
        self.is_filled = True
        self.layout_of_columns.show_for(self._model.used(), several=len(self._listing.docs) > 1)
        self._tell_emptiness()
        self.filled.emit()

    def refresh(self, number: int, keys: Iterable[str]) -> None:
        """These annotations of the article of that number are new, other, or gone."""
        rows = [(key, self._listing.row(number, key, self.label.name)) for key in keys]
        rows = [(key, row) for key, row in rows if row or self._model.row_of((number, key)) >= 0]
        if len(rows) > _ONE_BY_ONE:
            self.fill()
            return
        self._by_hand = False
        for key, row in rows:
            if row is None:
                self._model.take((number, key))
            else:
                self._model.put(row)
                self.layout_of_columns.use(row.one.attributes)
        self._by_hand = True
        if rows:
            self._tell_emptiness()
            self.selectionChanged.emit()

    def pick(self, number: int, key: str) -> bool:
        """Selects that row and no other; False where it is not listed."""
        place = self._model.row_of((number, key))
        if self._view.selected_places() == ([place] if place >= 0 else []):
            return place >= 0
        self._by_hand = False
        self._view.selectionModel().clear()
        if place >= 0:
            self._view.selectRow(place)
            self._view.scrollTo(self._model.index(place, self._model.column_of(PLACE)))
        self._by_hand = True
        self.selectionChanged.emit()
        return place >= 0

    def selected(self) -> list[Row]:
        """The rows that are selected, from top to bottom."""
        return [self._model.row_at(place) for place in self._view.selected_places()]

    def selected_count(self) -> int:
        return len(self._view.selected_places())

    def picks(self) -> Picks:
        """The ids that are selected, article by article."""
        found: dict[int, tuple[AnnotatedArticle, list[str]]] = {}
        for row in self.selected():
            found.setdefault(row.number, (row.doc, []))[1].append(row.one.id)
        return tuple((doc, tuple(keys)) for doc, keys in found.values())

    def copy(self) -> None:
        """Selected rows, or all where none is, with the columns that are seen."""
        self._copy(self._view.selected_places() or range(self.count))

    @property
    def has_keyboard(self) -> bool:
        return self._view.hasFocus()

    def focus(self) -> None:
        self._view.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.is_filled:
            self.fill()
        self.layout_of_columns.fit()

    def _copy(self, places: Iterable[int]) -> None:
        shown = self.layout_of_columns.shown()
        titles = [self._model.columns[number].title for number in shown]
        copy_table(titles, [[self._model.text(place, number) for number in shown] for place in places])

    def _selected(self) -> None:
        if not self._by_hand:
            return
        places = self._view.selected_places()
        if len(places) == 1:
            row = self._model.row_at(places[0])
            self.picked.emit(row.doc, row.one.id)
        self.selectionChanged.emit()

    def _delete(self) -> None:
        if picks := self.picks():
            self.deleteRequested.emit(picks)

    def _open(self, place: int) -> None:
        row = self._model.row_at(place)
        self.opened.emit(row.doc, row.one.id)

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        count = self.selected_count()
        current = self._view.currentIndex()
        if current.isValid():
            menu.addAction("Go to the text", lambda: self._open(current.row()))
        menu.addAction("Copy" if count < 2 else f"Copy {count} rows", self.copy)
        menu.addAction("Copy the whole table", lambda: self._copy(range(self.count)))
        menu.addMenu(self.layout_of_columns.menu(menu))
        if count:
            menu.addSeparator()
            menu.addAction("Delete" if count == 1 else f"Delete {count}", self._delete)
        menu.popup(self._view.viewport().mapToGlobal(place))

    def _tell_emptiness(self) -> None:
        """A sentence in the place of an empty table."""
        name = self.label.title.lower()
        key = f" and press {self.label.key}" if self.label.key else ""
        sentence = f"No {name} yet. Select words in the article{key}."
        if self._listing.is_filtered:
            sentence = f"No {name} is what the filter asks for."
        if label := self._empty.findChild(QLabel):
            label.setText(sentence)
        self._view.setVisible(self.count > 0)
        self._empty.setVisible(self.count == 0)
