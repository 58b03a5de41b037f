"""Where to look: in the article in front, in all open ones, or in those that are chosen."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.articles_dialog import ArticlesDialog
from desktop.views.calm_combo import CalmCombo

_FRONT, _ALL, _CHOSEN = range(3)


class ScopeChoice(CalmCombo):
    """`scope` has the numbers of the articles; choosing some asks which. `aside` are meant only if chosen."""

    changed = Signal()

    def __init__(
        self,
        names: Sequence[str],
        front: int,
        parent: QWidget | None = None,
        aside: Collection[int] = (),
    ) -> None:
        super().__init__(parent)
        self._names, self._front = names, front
        every = range(len(names))
        self._all = tuple(number for number in every if number not in aside) or tuple(every)
        self._chosen: tuple[int, ...] = (front,)
        self._last = _FRONT
        self.addItem("This article")
        if len(names) > 1:
            left_out = len(names) - len(self._all)
            without = f", without {left_out} archived" if left_out else ""
            self.addItems([f"{_all(len(self._all))}{without}", "Chosen articles…"])
        self.activated.connect(self._take)

    def scope(self) -> tuple[int, ...]:
        """The numbers of the articles in which to look."""
        return {_FRONT: (self._front,), _ALL: self._all}.get(self._last, self._chosen)

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


def _all(count: int) -> str:
    return "The one open article" if count == 1 else f"All {count} open articles"
