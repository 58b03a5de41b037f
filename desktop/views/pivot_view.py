"""Who pledged to whom and how much, or who said how much on what; a cell leads to what is behind it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.clipboard import copy_table
from desktop.models.pivot_table import PivotTable
from desktop.views.quiet_page import quiet_page
from pressmark.annotated_article import AnnotatedArticle
from pressmark.facts import words_of
from pressmark.pivot import Place, pledged, said

_PIVOTS = (("Who pledged to whom", pledged), ("Who said how much on what", said))
_PLACE = Qt.ItemDataRole.UserRole
_WIDEST = 240


class PivotView(QWidget):
    """`opened` carries the article and the id of what to go to."""

    opened = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._docs: tuple[AnnotatedArticle, ...] = ()
        self._names: tuple[str, ...] = ()
        self._is_fresh = False
        self._kind = QComboBox()
        self._kind.setAccessibleName("What is added up")
        self._kind.addItems([title for title, _ in _PIVOTS])
        self._kind.activated.connect(lambda _: self._fill())
        self._model = PivotTable(self)
        self._table = _Table(self._model)
        self._table.listAsked.connect(self._list_behind)
        self._heading = QLabel()
        self._heading.setObjectName("sectionHeading")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._behind = _Behind()
        self._behind.opened.connect(self.opened)
        self._empty = quiet_page("Nothing is marked yet that could be added up.")
        self._arrange()

    def show_articles(self, docs: Sequence[AnnotatedArticle], names: Sequence[str]) -> None:
        """What is added up; it is done when it is seen."""
        self._docs, self._names = tuple(docs), tuple(names)
        self.refresh()

    def refresh(self) -> None:
        """The articles are others than when it was added up."""
        self._is_fresh = False
        if self.isVisible():
            self._fill()

    def copy(self) -> None:
        """The whole table onto the clipboard."""
        copy_table(*self._model.table())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_fresh:
            self._fill()

    def _arrange(self) -> None:
        copy = QPushButton("Copy")
        copy.clicked.connect(self.copy)
        line = QHBoxLayout()
        line.addWidget(self._kind)
        line.addStretch(1)
        line.addWidget(copy)
        below = QWidget()
        under = QVBoxLayout(below)
        under.setContentsMargins(0, 10, 0, 0)
        under.addWidget(self._heading)
        under.addWidget(self._behind)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.addWidget(self._table)
        self._split.addWidget(below)
        self._split.setSizes([500, 180])
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self._split, 1)
        column.addWidget(self._empty, 1)

    def _fill(self) -> None:
        _, add_up = _PIVOTS[self._kind.currentIndex()]
        self._model.show(add_up(self._docs))
        self._is_fresh = True
        is_empty = self._model.rowCount() == 0
        self._split.setVisible(not is_empty)
        self._empty.setVisible(is_empty)
        self._table.fit()
        self._list([], "Double-click a cell to see what is behind it")

    def _list_behind(self, row: int, column: int) -> None:
        behind = self._model.cell(row, column).behind
        if behind:
            self._list(behind, f"{len(behind)} behind {self._model.name(row, column)}")
            self._behind.setCurrentRow(0)
            self._behind.setFocus()

    def _list(self, places: Sequence[Place], heading: str) -> None:
        self._heading.setText(heading)
        self._behind.fill(places, self._docs, self._names)


class _Table(QTableView):
    """Enter or a double click asks what is behind a cell."""

    listAsked = Signal(int, int)

    def __init__(self, model: PivotTable) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setAccessibleName("Who, to whom, how much")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.horizontalHeader().setMaximumSectionSize(_WIDEST)
        self.horizontalHeader().setResizeContentsPrecision(0)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setMaximumWidth(_WIDEST)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda index: self.listAsked.emit(index.row(), index.column()))

    def fit(self) -> None:
        """Columns as wide as the amounts that are seen; rows as high as their totals, which say the most."""
        self.resizeColumnsToContents()
        line, last = self.fontMetrics().lineSpacing(), self._model.columnCount() - 1
        for row in range(self._model.rowCount()):
            self.setRowHeight(row, max(1, len(self._model.cell(row, last).lines)) * line + 11)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_table(*self._model.table())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.listAsked.emit(index.row(), index.column())
        else:
            super().keyPressEvent(event)


class _Behind(QListWidget):
    """The annotations behind a cell; Enter or a double click goes to one."""

    opened = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("What is behind the cell")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._open)
        self.itemClicked.connect(self._open)

    def fill(self, places: Sequence[Place], docs: Sequence[AnnotatedArticle], names: Sequence[str]) -> None:
        self.clear()
        called = {id(doc): name for doc, name in zip(docs, names, strict=True)} if len(docs) > 1 else {}
        for doc, key in places:
            words = " ".join(words_of(doc, doc.markup[key]).split())
            item = QListWidgetItem(" · ".join(filter(None, (key, words, called.get(id(doc), "")))))
            item.setData(_PLACE, (doc, key))
            self.addItem(item)

    def _open(self, item: QListWidgetItem) -> None:
        doc, key = item.data(_PLACE)
        self.opened.emit(doc, key)
