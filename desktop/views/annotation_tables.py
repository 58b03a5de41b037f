"""Lists of all quotes, pledges, actors, locations and what else the codebook has, one a tab."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.models.annotation_table import SORT_ROLE, AnnotationTable, Column
from desktop.views.quiet_page import quiet_page
from pressmark.annotated_article import AnnotatedArticle
from pressmark.labels import Label

Index = QModelIndex | QPersistentModelIndex
_PADDING = 6
"""Of a cell at its left and right, as the style sheet has it."""

_WIDEST = 110
"""Of any column but the words', in pixels."""


class AnnotationTables(QWidget):
    """`picked` carries the id of the row gone to, by mouse or keyboard."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doc: AnnotatedArticle | None = None
        self._labels: tuple[Label, ...] = ()
        self._key = ""
        self._tables: list[_Table] = []
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.setUsesScrollButtons(True)
        self._tabs.tabBar().setStyleSheet("QToolButton { padding: 0; }")  # room for the arrows
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 0)
        column.addWidget(self._tabs)

    def show_article(self, doc: AnnotatedArticle) -> None:
        self._doc = doc
        self.refresh()

    def refresh(self) -> None:
        """Shows what is there now, the same list in front."""
        if self._doc is None:
            return
        if self._doc.codebook.labels != self._labels:
            front = self._tabs.currentIndex()
            self._build(self._doc.codebook.labels)
            self._tabs.setCurrentIndex(max(front, 0))
        for index, table in enumerate(self._tables):
            count = table.show_article(self._doc)
            self._tabs.setTabText(
                index, f"{table.label.title}s {count}" if count else f"{table.label.title}s"
            )
            table.pick(self._key)

    def pick(self, key: str) -> None:
        """Selects the row of an annotation, and only that, and brings its list to the front."""
        self._key = key
        for index, table in enumerate(self._tables):
            if table.pick(key):
                self._tabs.setCurrentIndex(index)

    def _build(self, labels: tuple[Label, ...]) -> None:
        self._labels = labels
        self._tabs.clear()
        for table in self._tables:
            table.deleteLater()
        self._tables = [_Table(label) for label in labels]
        for table in self._tables:
            table.picked.connect(self.picked)
            self._tabs.addTab(table, f"{table.label.title}s")


class _Padded(QStyledItemDelegate):
    """As high as the words need: Qt forgets the padding of the style sheet when it breaks lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(0, 0, -2 * _PADDING, 0)
        return super().sizeHint(narrower, index)


class _Table(QWidget):
    """One list; a sentence where it is empty."""

    picked = Signal(str)

    def __init__(self, label: Label) -> None:
        super().__init__()
        self.label = label
        self._model = AnnotationTable(label, self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(SORT_ROLE)
        self._fitting = QTimer(self)  # once all columns have their new widths
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._fit_rows)
        self._view = QTableView()
        self._view.setModel(self._sorted)
        self._view.setAccessibleName(f"All {label.title.lower()}s")
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._view.setWordWrap(True)
        self._view.setItemDelegate(_Padded(self._view))
        self._view.setShowGrid(False)
        self._view.setTabKeyNavigation(False)
        self._view.setSortingEnabled(True)
        self._view.sortByColumn(Column.PLACE, Qt.SortOrder.AscendingOrder)
        self._view.verticalHeader().hide()
        self._view.selectionModel().selectionChanged.connect(lambda *_: self._go())
        self._set_up_columns()
        key = f" and press {label.key}" if label.key else ""
        self._empty = quiet_page(f"No {label.title.lower()} yet. Select words in the article{key}.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        column.addWidget(self._empty)

    def _set_up_columns(self) -> None:
        """The words get what is left; rows are as high as the words need at that width."""
        header = self._view.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.WORDS, QHeaderView.ResizeMode.Stretch)
        header.setMaximumSectionSize(_WIDEST)
        header.setSectionsClickable(True)
        header.sectionResized.connect(lambda *_: self._fitting.start())

    def show_article(self, doc: AnnotatedArticle) -> int:
        """Lists the article's annotations of the label; answers with how many there are."""
        with QSignalBlocker(self._view.selectionModel()):
            self._model.show(doc)
        count = self._model.rowCount()
        self._view.setVisible(count > 0)
        self._empty.setVisible(count == 0)
        self._fitting.start()
        return count

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fitting.start()

    def _fit_rows(self) -> None:
        if self._view.isVisible():
            self._view.resizeRowsToContents()

    def pick(self, key: str) -> bool:
        """Selects the row; False where the annotation is not of this label."""
        row = self._model.row_of(key)
        with QSignalBlocker(self._view.selectionModel()):
            self._view.selectionModel().clear()
            if row >= 0:
                index = self._sorted.mapFromSource(self._model.index(row, 0))
                self._view.selectRow(index.row())
                self._view.scrollTo(index)
        self._view.viewport().update()
        return row >= 0

    def _go(self) -> None:
        for index in self._view.selectionModel().selectedRows():
            self.picked.emit(self._model.id_at(self._sorted.mapToSource(index).row()))
