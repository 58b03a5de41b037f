"""What became of what was added: the rows of the import report."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from desktop import theme
from pressmark.intake import Fate, Outcome

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_COLUMNS = ("Article or file", "What became of it", "What there is to say")
_SIGNS = {Fate.IN: "✓", Fate.LOOK: "•", Fate.THERE: "=", Fate.FAILED: "✕"}


class OutcomeList(QAbstractTableModel):
    """Rows are outcomes, in the order they came; only those that want a look where `narrow` says so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Outcome] = []
        self._shown: list[Outcome] = []
        self._narrow = False

    @property
    def counts(self) -> Counter[Fate]:
        return Counter(one.fate for one in self._all)

    @property
    def outcomes(self) -> Sequence[Outcome]:
        return self._all

    def add(self, outcomes: Iterable[Outcome]) -> None:
        new = list(outcomes)
        self._all += new
        seen = [one for one in new if self._is_shown(one)]
        if seen:
            self.beginInsertRows(_NO_PARENT, len(self._shown), len(self._shown) + len(seen) - 1)
            self._shown += seen
            self.endInsertRows()

    def drop(self, outcomes: Iterable[Outcome]) -> None:
        """They are being tried again."""
        gone = {id(one) for one in outcomes}
        self._all = [one for one in self._all if id(one) not in gone]
        self._reset()

    def narrow(self, to_what_wants_a_look: bool) -> None:
        self._narrow = to_what_wants_a_look
        self._reset()

    def outcome(self, row: int) -> Outcome | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[section] if 0 <= section < len(_COLUMNS) else None
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        outcome = self.outcome(index.row()) if index.isValid() else None
        if outcome is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                said = f"{_SIGNS[outcome.fate]}  {outcome.fate.capitalize()}"
                return (outcome.name, said, " ".join(outcome.told.split()))[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return outcome.told or outcome.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return (outcome.name, str(outcome.fate), outcome.told)[index.column()]
            case Qt.ItemDataRole.ForegroundRole:
                return _colour(outcome.fate, index.column())
        return None

    def _is_shown(self, outcome: Outcome) -> bool:
        return not self._narrow or outcome.fate is not Fate.IN

    def _reset(self) -> None:
        self.beginResetModel()
        self._shown = [one for one in self._all if self._is_shown(one)]
        self.endResetModel()


def _colour(fate: Fate, column: int) -> QColor | None:
    colours = theme.current()
    if column == 1 and fate in {Fate.FAILED, Fate.LOOK}:
        return QColor(colours.error if fate is Fate.FAILED else colours.warning)
    return QColor(colours.quiet) if column else None
