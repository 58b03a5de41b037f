"""Where to look: in the article in front, in all open ones, or in those that are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.articles_dialog import ArticlesDialog
from desktop.views.calm_combo import CalmCombo

_FRONT, _ALL, _CHOSEN = range(3)


class ScopeChoice(CalmCombo):
    """`scope` has the numbers of the articles; choosing some asks which."""

    changed = Signal()

    def __init__(self, names: Sequence[str], front: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names, self._front = names, front
        self._chosen: tuple[int, ...] = (front,)
        self._last = _FRONT
        self.addItem("This article")
        if len(names) > 1:
            self.addItems([f"All {len(names)} open articles", "Chosen articles…"])
        self.activated.connect(self._take)

    def scope(self) -> tuple[int, ...]:
        """The numbers of the articles in which to look."""
        return {_FRONT: (self._front,), _ALL: tuple(range(len(self._names)))}.get(self._last, self._chosen)

    def _take(self, index: int) -> None:
        if index == _CHOSEN:
            chosen = ArticlesDialog.ask(self.window(), self._names, self._chosen)
            if chosen is None:
                self.setCurrentIndex(self._last)
                return
            self._chosen = chosen
            count = "1 chosen article…" if len(chosen) == 1 else f"{len(chosen)} chosen articles…"
            self.setItemText(_CHOSEN, count)
        self._last = index
        self.changed.emit()
