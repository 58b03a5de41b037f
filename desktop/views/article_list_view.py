"""The list of articles: several may be chosen, dragged into another order, and filed by a menu."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from desktop.models.article_list import ArticleList
from desktop.models.entries import STATE_TITLES, Entry
from desktop.open_article import OpenArticle
from desktop.views.article_rows import ArticleDelegate

Index = QModelIndex | QPersistentModelIndex


class ArticleListView(QListView):
    """Emits the article to be shown, and what is to be done with those that are chosen.

    Files that are dragged over it from elsewhere are for the window.
    """

    chosen = Signal(object)  # an Entry
    stateAsked = Signal(list, str)
    tagsAsked = Signal(list)
    archiveAsked = Signal(list, bool)
    sourceAsked = Signal(object)
    closeAsked = Signal(list)
    compareAsked = Signal(list)  # two Entries
    twinAsked = Signal(object)
    restingAsked = Signal(object)

    def __init__(self, model: ArticleList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._articles = model
        self.setObjectName("articleList")
        self.setAccessibleName("Articles")
        self.setModel(model)
        self.setItemDelegate(ArticleDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.selectionModel().currentChanged.connect(lambda index, _: self._choose(index.row()))

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paints the rows anew. QListView would measure all rows again, though none takes other room."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def show_current(self, article: OpenArticle | None) -> None:
        """Selects the article in front, without asking for it."""
        index = self._articles.index(self._articles.row_of(article))
        self.selectionModel().blockSignals(True)
        if index.row() not in {one.row() for one in self.selectedIndexes()}:
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.selectionModel().blockSignals(False)
        if index.isValid():
            self.scrollTo(index)
        self.viewport().update()

    def selected_entries(self) -> list[Entry]:
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [entry for row in rows if (entry := self._articles.entry(row))]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if entries := self.selected_entries():
            menu = self.menu_for(entries)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    def menu_for(self, entries: list[Entry]) -> QMenu:
        """What can be done with them."""
        menu = QMenu(self)
        states = {entry.state for entry in entries}
        for state, title in STATE_TITLES.items():
            action = menu.addAction(title, partial(self.stateAsked.emit, entries, state))
            action.setCheckable(True)
            action.setChecked(states == {state})
        menu.addSeparator()
        menu.addAction("Tags…", lambda: self.tagsAsked.emit(entries))
        away = not all(entry.archived for entry in entries)
        menu.addAction(
            "Archive" if away else "Take out of the archive", lambda: self.archiveAsked.emit(entries, away)
        )
        menu.addSeparator()
        self._only_one(menu.addAction("Source record…", lambda: self.sourceAsked.emit(entries[0])), entries)
        self._add_comparing(menu, entries)
        menu.addSeparator()
        is_open = any(entry.article for entry in entries)
        menu.addAction("Close", lambda: self.closeAsked.emit(entries)).setEnabled(is_open)
        return menu

    def _add_comparing(self, menu: QMenu, entries: list[Entry]) -> None:
        rests = menu.addAction("What rests on this source…", lambda: self.restingAsked.emit(entries[0]))
        self._only_one(rests, entries)
        if len(entries) == 2:
            menu.addAction("Compare…", lambda: self.compareAsked.emit(entries))
        else:
            twin = menu.addAction("Compare with another version…", lambda: self.twinAsked.emit(entries[0]))
            self._only_one(twin, entries)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the article; in the own order, Alt with an arrow key moves it."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        row = self.currentIndex().row()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(row)
        elif step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if self._articles.may_be_moved and 0 <= row + step < self._articles.rowCount():
                self._articles.move([row], row + step + (step > 0))
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event) if event.source() is self else event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event) if event.source() is self else event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event) if event.source() is self else event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # headlines break elsewhere now

    def _choose(self, row: int) -> None:
        if entry := self._articles.entry(row):
            self.chosen.emit(entry)

    @staticmethod
    def _only_one(action: QAction, entries: Iterable[Entry]) -> None:
        action.setEnabled(len(list(entries)) == 1)
