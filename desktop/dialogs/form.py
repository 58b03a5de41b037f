"""What the small dialogs share: a column of named fields over two buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget


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
        self._column.addSpacing(6)
        self._column.addWidget(_name(f"{name} · {remark}" if remark else name, name, field))
        self._column.addWidget(field)

    def add_beside(self, *fields: tuple[str, QWidget]) -> None:
        """Fields of equal width side by side, each under its name."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(self._column.spacing())
        for column, (name, field) in enumerate(fields):
            grid.addWidget(_name(name, name, field), 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
        self._column.addSpacing(6)
        self._column.addLayout(grid)

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


def _name(shown: str, name: str, field: QWidget) -> QLabel:
    label = QLabel(shown)
    label.setObjectName("fieldName")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setBuddy(field)
    field.setAccessibleName(name)
    return label
