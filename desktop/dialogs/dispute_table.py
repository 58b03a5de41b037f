"""What two hands disagree on, a line each: mine or theirs."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from desktop import theme
from pressmark.conflict_words import Dispute

_MINE, _THEIRS = 2, 3
_LONGEST = 120
"""Characters of a value that are shown; all of it is in its tip."""

_DOT = 16


class DisputeTable(QTableWidget):
    """A click or the arrow keys decide: left is mine, right is theirs, the space bar turns it round."""

    decided = Signal()

    def __init__(self, disputes: Sequence[Dispute], sides: tuple[str, str] = ("Mine", "Theirs")) -> None:
        super().__init__(len(disputes), 4)
        self._disputes = disputes
        self._theirs = [False] * len(disputes)
        self._dots = {on: _dot(on) for on in (False, True)}
        colours = theme.current()
        self._inks = {False: QColor(colours.quiet), True: QColor(colours.ink)}
        self.setAccessibleName("What both of you changed")
        self.setHorizontalHeaderLabels(["What", "Part", *sides])
        self.verticalHeader().hide()
        self.setIconSize(QSize(_DOT, _DOT))
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for row, one in enumerate(disputes):
            self._fill(row, one)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(1, 120)
        self.setMinimumHeight(140)
        self.cellClicked.connect(self._clicked)
        header.sectionResized.connect(lambda *_: self.resizeRowsToContents())

    def theirs(self) -> tuple[int, ...]:
        """The numbers of those decided against mine."""
        return tuple(row for row, theirs in enumerate(self._theirs) if theirs)

    def decide_all(self, theirs: bool) -> None:
        for row in range(self.rowCount()):
            self._decide(row, theirs)
        self.decided.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is on a line only when it is in the table."""
        if self.currentRow() < 0:
            self.setCurrentCell(0, _MINE)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = max(0, self.currentRow()), event.key()
        answers = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}
        if key in answers or key == Qt.Key.Key_Space:
            self.setCurrentCell(row, _MINE)
            self._decide(row, answers.get(Qt.Key(key), not self._theirs[row]))
            self.decided.emit()
        else:
            super().keyPressEvent(event)

    def _clicked(self, row: int, column: int) -> None:
        if column in (_MINE, _THEIRS):
            self._decide(row, column == _THEIRS)
            self.decided.emit()

    def _decide(self, row: int, theirs: bool) -> None:
        self._theirs[row] = theirs
        one = self._disputes[row]
        for column, value, on in ((_MINE, one.mine, not theirs), (_THEIRS, one.theirs, theirs)):
            cell = self.item(row, column)
            assert cell is not None
            cell.setIcon(self._dots[on])
            cell.setForeground(self._inks[on])
            state = "chosen" if on else "not chosen"
            cell.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_cut(value)}, {state}")

    def _fill(self, row: int, one: Dispute) -> None:
        for column, text in enumerate((one.what, one.part, one.mine, one.theirs)):
            cell = QTableWidgetItem(_cut(text))
            cell.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
            cell.setToolTip(f"<p>{escape(text)}</p>")
            self.setItem(row, column, cell)
        self._decide(row, theirs=False)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def _dot(on: bool) -> QIcon:
    """As the round buttons of the scheme."""
    colours, scale = theme.current(), 3
    picture = QPixmap(_DOT * scale, _DOT * scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.setBrush(QColor(colours.field))
    width = 5.0 if on else 1.0
    painter.setPen(QPen(QColor(colours.accent if on else colours.faint), width))
    inset = 1 + width / 2
    painter.drawEllipse(QRectF(inset, inset, _DOT - 2 * inset, _DOT - 2 * inset))
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)  # else it is tinted
    return icon
