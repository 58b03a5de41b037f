"""What the small dialogs share: a column of named fields over two buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget


class FormDialog(QDialog):
    """Fields stand under their names; Enter accepts, Escape leaves everything as it was."""

    def __init__(self, parent: QWidget, title: str, width: int = 460) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(4)
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()

    def add_field(self, name: str, field: QWidget, remark: str = "") -> None:
        """A field under its name; the remark stands beside the name."""
        label = QLabel(f"{name} · {remark}" if remark else name)
        label.setObjectName("fieldName")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(field)
        field.setAccessibleName(name)
        self._column.addSpacing(6)
        self._column.addWidget(label)
        self._column.addWidget(field)

    def add_buttons(self, accept: str) -> None:
        """Ends the form."""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        done = buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        done.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._column.addWidget(self._problem)
        self._column.addSpacing(14)
        self._column.addWidget(buttons)

    def show_problem(self, sentence: str) -> None:
        """Why the form cannot be accepted as it is; nothing for an empty sentence."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
