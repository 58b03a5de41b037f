"""A choice that does not change under the mouse wheel, and that the number keys make."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class CalmCombo(QComboBox):
    """The wheel scrolls the form; 1 to 9 choose an entry, 0 and Delete the empty one that comes first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = _number(event)
        index = -1 if number is None else number - bool(self.itemText(0))
        if self.isEditable() or not 0 <= index < self.count():
            super().keyPressEvent(event)
            return
        self.setCurrentIndex(index)
        self.activated.emit(index)


def _number(event: QKeyEvent) -> int | None:
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        return 0
    return int(event.text()) if event.text() in tuple("0123456789") else None
