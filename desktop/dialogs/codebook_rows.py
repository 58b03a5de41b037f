"""A list of small forms, one a row, to be added to, sorted and shortened."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)


class Row(QWidget):
    """One small form. `edited` says that it says something else now; the other signals ask its list."""

    edited = Signal()
    moveRequested = Signal(int)
    removeRequested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.layout_row = QHBoxLayout(self)
        self.layout_row.setContentsMargins(0, 0, 0, 0)
        self.layout_row.setSpacing(8)

    def add_menu(self, what: str) -> None:
        """Ends the row with the button that moves and removes it."""
        button = QToolButton()
        button.setText("⋯")
        button.setAutoRaise(True)
        button.setAccessibleName(f"Move or remove the {what}")
        button.setToolTip("Move or remove")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction("Move up\tAlt+Up", lambda: self.moveRequested.emit(-1))
        menu.addAction("Move down\tAlt+Down", lambda: self.moveRequested.emit(1))
        menu.addSeparator()
        menu.addAction("Remove", self.removeRequested.emit)
        button.setMenu(menu)
        self.layout_row.addWidget(button)

    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, in this order."""
        return [one for one in self.children() if isinstance(one, QWidget)]

    def focus_first(self) -> None:
        """Where a new row is begun to be typed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moveRequested.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class RowList(QWidget):
    """Rows under one another; the button below them adds one."""

    edited = Signal()

    def __init__(self, add: str) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._add = QPushButton(add)
        self._add.setObjectName("linkLike")
        self._add.setAutoDefault(False)
        self._add.setCursor(Qt.CursorShape.PointingHandCursor)
        self._add.clicked.connect(self._add_new)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """These rows instead of those there were."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for row in rows:
            self._append(row)

    def new_row(self) -> Row:
        """An empty one."""
        raise NotImplementedError

    def _add_new(self) -> None:
        row = self.new_row()
        self._append(row)
        row.show()
        row.focus_first()
        self.edited.emit()

    def _append(self, row: Row) -> None:
        row.edited.connect(self.edited)
        row.moveRequested.connect(lambda by, row=row: self._move(row, by))
        row.removeRequested.connect(lambda row=row: self._remove(row))
        self.rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        self._set_tab_order()

    def _move(self, row: Row, by: int) -> None:
        at = self.rows.index(row)
        if not 0 <= at + by < len(self.rows):
            return
        self.rows.insert(at + by, self.rows.pop(at))
        self._column.removeWidget(row)
        self._column.insertWidget(at + by, row)
        self._set_tab_order()
        self.edited.emit()

    def _remove(self, row: Row) -> None:
        at = self.rows.index(row)
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        (self.rows[min(at, len(self.rows) - 1)].focus_first if self.rows else self._add.setFocus)()
        self.edited.emit()

    def _set_tab_order(self) -> None:
        stops = [one for row in self.rows for one in row.stops()]
        for one, following in pairwise((self, *stops, self._add)):
            QWidget.setTabOrder(one, following)


EXPECTED_HINT = "Annotations that lack it are named before the brief"


def line(name: str, text: str, hint: str) -> QLineEdit:
    """A box for one line of a row, without a name above it."""
    made = QLineEdit(text)
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.setCursorPosition(0)
    made.setMinimumWidth(60)
    return made


def box(title: str, hint: str, checked: bool) -> QCheckBox:
    made = QCheckBox(title)
    made.setToolTip(hint)
    made.setChecked(checked)
    return made
