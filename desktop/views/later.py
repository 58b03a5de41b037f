"""Parts of the window that are made when they are first seen: the window must show first, and stay small."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

Part = TypeVar("Part", bound=QWidget)


class _Place(QWidget):
    def __init__(self, seen: Callable[[], object]) -> None:
        super().__init__()
        self._seen = seen
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def hold(self, part: QWidget) -> None:
        self._column.addWidget(part)
        part.show()  # at once where this is seen: Qt would do so later

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._seen()


class Later(Generic[Part]):
    """`place` stands in the window from the beginning, its part is made once that is seen or asked for."""

    def __init__(self, make: Callable[[], Part]) -> None:
        self._make = make
        self._part: Part | None = None
        self.place = _Place(self.now)

    @property
    def made(self) -> Part | None:
        """The part, None where nobody has needed it yet."""
        return self._part

    def now(self) -> Part:
        """The part, made at the latest now."""
        if self._part is None:
            self._part = self._make()
            self.place.hold(self._part)
        return self._part
