"""A box that takes one key, and how fields of a label stand under their names."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from desktop.views.named_field import NamedField


class KeyBox(QLineEdit):
    """The letter pressed last; Delete and Backspace empty it."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(1)
        self.setPlaceholderText("None")
        self.setToolTip("Press the letter that marks words with this label")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        is_plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if is_plain and len(typed) == 1 and typed.isprintable() and not typed.isspace():
            self._take(typed.upper()[:1])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take("")
        else:
            super().keyPressEvent(event)

    def _take(self, key: str) -> None:
        self.setText(key)
        self.selectAll()
        self.textEdited.emit(key)


class KeyField(NamedField):
    """Names the label that has the key already, and offers to take it from there."""

    takeRequested = Signal()

    def __init__(self) -> None:
        super().__init__("Key")
        self.box = KeyBox()
        self.add_editor(self.box)
        self._take = QPushButton("Take it")
        self._take.setObjectName("linkLike")
        self._take.setAutoDefault(False)
        self._take.clicked.connect(self.takeRequested)
        self._take.hide()
        self._column.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)

    def show_refusal(self, sentence: str) -> None:
        """Why the key cannot be the label's; empty where it can."""
        show_refusal(self, sentence)
        self._take.setVisible("’s" in sentence)


def line_field(title: str, hint: str = "") -> tuple[NamedField, QLineEdit]:
    """A box for one line under its name."""
    field, box = NamedField(title), QLineEdit()
    box.setPlaceholderText(hint)
    field.add_editor(box)
    return field, box


def show_refusal(field: NamedField, sentence: str) -> None:
    """Why what a field says cannot be; nothing for an empty sentence."""
    if sentence:
        field.show_problem(sentence)
    else:
        field.clear_problem()


def quiet(text: str, name: str = "fieldName") -> QLabel:
    """A line in small letters."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def plain(text: str) -> QLabel:
    """A sentence of a dialog."""
    return quiet(text, "")


def set_text(box: QLineEdit, text: str) -> None:
    """Shows a text; the same one leaves the cursor where it is."""
    if box.text() != text:
        box.setText(text)
        box.setCursorPosition(0)


def heading(text: str) -> QWidget:
    label = QLabel(text)
    label.setObjectName("sectionHeading")
    return label
