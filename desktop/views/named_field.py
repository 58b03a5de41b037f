"""What all fields of the form share: a name above, and below it why the typed value was not taken."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget


class NamedField(QWidget):
    """An editor under its name, which screen readers get too."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._heading = QHBoxLayout()
        self._heading.setSpacing(10)
        self._column.addLayout(self._heading)
        self._name = self._quiet(title)
        self._heading.addWidget(self._name, 1)
        self._problem = self._quiet("", "problem")
        self._problem.hide()
        self.editor: QWidget | None = None
        """What is typed into. No focus proxy: Qt would lead Tab through the field a second time by it."""

    @property
    def has_problem(self) -> bool:
        """True while what is typed was refused and not yet put right."""
        return not self._problem.isHidden()

    def add_editor(self, editor: QWidget, holder: QWidget | None = None) -> None:
        """Puts under the name what is typed into, or the widget that holds it."""
        self.editor = editor
        self._name.setBuddy(editor)
        editor.setAccessibleName(self.title)
        self._column.addWidget(holder or editor)
        self._column.addWidget(self._problem)

    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, in this order."""
        return [self.editor] if self.editor else []

    def commit(self) -> None:
        """Hands over what is typed and not yet entered."""

    def show_problem(self, sentence: str) -> None:
        """Why what was typed is not taken; it stays to be put right."""
        self._problem.setText(sentence)
        self._mark(True)

    def clear_problem(self) -> None:
        self._mark(False)

    def _mark(self, refused: bool) -> None:
        self._problem.setVisible(refused)
        if self.editor and bool(self.editor.property("problem")) != refused:
            self.editor.setProperty("problem", refused)
            self.editor.style().polish(self.editor)

    def _quiet(self, text: str, name: str = "fieldName") -> QLabel:
        """A line in small letters that belongs to the field."""
        label = QLabel(text)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label
