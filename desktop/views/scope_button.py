"""Whether the lists are of the article in front or of all."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton


class ScopeButton(QToolButton):
    """Two choices behind a quiet word; there once there are two articles."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_offered = False
        self.setAutoRaise(True)
        self.setStyleSheet("QToolButton { padding: 1px 4px; font-size: 9pt; }")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        group = QActionGroup(self)
        self._one, self._all = menu.addAction("This article"), menu.addAction("All articles")
        for action in (self._one, self._all):
            action.setCheckable(True)
            group.addAction(action)
        self._one.setChecked(True)
        group.triggered.connect(lambda _: self._choose())
        self.setMenu(menu)
        self.hide()
        self._say()

    @property
    def is_of_all(self) -> bool:
        return self._all.isChecked()

    def offer(self, count: int) -> None:
        """So many articles could be listed together."""
        self.is_offered = count > 1
        self._all.setText(f"All {count:,} articles")
        if not self.is_offered:
            self._one.setChecked(True)
        self.setVisible(self.is_offered)
        self._say()

    def choose_all(self) -> None:
        """As if the analyst had chosen all articles."""
        self._all.trigger()

    def _choose(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        chosen = (self._all if self.is_of_all else self._one).text()
        self.setText(f"{chosen} ▾")
        self.setAccessibleName(f"Listed: {chosen}")
