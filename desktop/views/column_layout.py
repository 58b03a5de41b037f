"""Which columns of a list are seen and how wide they are; the words take what the others leave."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView, QWidget

from desktop.models.annotation_table import AnnotationTable
from desktop.models.table_columns import ARTICLE, ID, PLACE, WHO, WORDS, shown_at_first

_PADDING = 19
"""Of a cell at both sides, as the style sheet has it, and a hair more."""

_SORT_MARK = 10
_WIDEST_NARROW, _WIDEST_WIDE = 100, 180
_LEAST_WORDS, _LEAST_WORDS_WIDE, _LEAST_WHO = 108, 190, 84
_WIDEST_ARTICLE = 116
_LOOKED_AT = 60
"""So many rows tell how wide a column is."""


class ColumnLayout(QObject):
    """`chosen` carries the names of the columns that the analyst wants to see."""

    chosen = Signal(object)

    def __init__(self, view: QTableView, model: AnnotationTable, *, wide: bool) -> None:
        super().__init__(view)
        self._view, self._model, self._wide = view, model, wide
        self._choice: tuple[str, ...] | None = None
        self._used: set[str] = set()
        self._several = False
        self._by_hand: dict[str, int] = {}
        self._fitting = False
        header = view.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(28)
        header.setHighlightSections(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._ask)
        header.sectionResized.connect(self._resized)

    def choose(self, names: Iterable[str] | None) -> None:
        """The columns an analyst chose before; None for those that are there at first."""
        self._choice = None if names is None else tuple(names)
        self._show()

    def show_for(self, used: set[str], *, several: bool) -> None:
        """Attributes that some row has, and whether rows come from several articles."""
        self._used, self._several = used, several
        self._show()

    def use(self, names: Iterable[str]) -> None:
        """Attributes that a row has now."""
        if not self._used.issuperset(names):
            self._used |= set(names)
            self._show()

    def shown(self) -> list[int]:
        """The numbers of the columns that are seen."""
        return [number for number, column in enumerate(self._model.columns) if self._is_shown(column.name)]

    def fit(self) -> None:
        """Widths for what is in the first rows."""
        if not self._view.isVisible():
            return
        widths = {number: self._width(number) for number in self.shown()}
        if WORDS not in self._by_hand:
            self._give_words_the_rest(widths)
        self._fitting = True
        for number, width in widths.items():
            self._view.setColumnWidth(number, width)
        self._fitting = False

    def menu(self, parent: QWidget) -> QMenu:
        """One entry a column that can be chosen, checked where it is seen."""
        menu = QMenu("Columns", parent)
        for column in self._model.columns:
            if column.name in (ARTICLE, WORDS):
                continue
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(self._is_shown(column.name))
            action.toggled.connect(lambda on, name=column.name: self._toggle(name, on))
        menu.addSeparator()
        menu.addAction("As at first", self._reset)
        return menu

    def _ask(self, place: QPoint) -> None:
        menu = self.menu(self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._view.horizontalHeader().mapToGlobal(place))

    def _toggle(self, name: str, on: bool) -> None:
        seen = [column.name for column in self._model.columns if self._is_shown(column.name)]
        self._choice = tuple(one for one in (*seen, name) if one != name or on)
        self._show()
        self.chosen.emit(self._choice)

    def _reset(self) -> None:
        self._choice = None
        self._by_hand.clear()
        self._show()
        self.chosen.emit(None)

    def _is_shown(self, name: str) -> bool:
        column = self._model.columns[self._model.column_of(name)]
        if name == ARTICLE:
            return self._several
        if self._choice is not None:
            return name == WORDS or name in self._choice
        is_unused = column.definition is not None and column.definition.name not in self._used
        return not is_unused and shown_at_first(column, wide=self._wide, several=self._several)

    def _show(self) -> None:
        self._fitting = True  # a column that comes back says that it is wider
        for number, column in enumerate(self._model.columns):
            self._view.setColumnHidden(number, not self._is_shown(column.name))
        self._fitting = False
        self.fit()

    def _width(self, number: int) -> int:
        name = self._model.columns[number].name
        if name in self._by_hand:
            return self._by_hand[name]
        header, metrics = self._view.horizontalHeader(), self._view.fontMetrics()
        needed = header.fontMetrics().horizontalAdvance(self._model.columns[number].title) + _SORT_MARK
        for row in range(min(self._model.rowCount(), _LOOKED_AT)):
            needed = max(needed, metrics.horizontalAdvance(self._model.text(row, number)))
        widest = _WIDEST_WIDE if self._wide else _WIDEST_NARROW
        widest = _WIDEST_ARTICLE if self._wide and name == ARTICLE else widest
        return (needed if name in (ID, PLACE) else min(needed, widest)) + _PADDING

    def _give_words_the_rest(self, widths: dict[int, int]) -> None:
        """Where there is too little, names give way first; then the columns reach past the edge."""
        words, who = self._model.column_of(WORDS), self._model.column_of(WHO)
        least = _LEAST_WORDS_WIDE if self._wide else _LEAST_WORDS
        rest = self._view.viewport().width() - sum(widths.values()) + widths[words]
        if rest < least and who in widths:
            given = min(least - rest, max(0, widths[who] - _LEAST_WHO))
            widths[who] -= given
            rest += given
        widths[words] = max(least, rest)

    def _resized(self, number: int, _: int, width: int) -> None:
        if not self._fitting and width and not self._view.isColumnHidden(number):
            self._by_hand[self._model.columns[number].name] = width
