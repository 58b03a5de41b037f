"""Small cards that ask for what many annotations are to get: a value, or somebody to be linked to."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.views.calm_combo import CalmCombo
from pressmark.labels import AttributeDefinition, AttributeKind, RoleDefinition


class _Card(QFrame):
    """Two fields and a button; Escape or a click elsewhere leaves it. `chosen` carries a name and a value."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget, title: str, does: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card")
        self.setAccessibleName(title)
        self._what = CalmCombo()
        self._what.setAccessibleName(title)
        self._done = QPushButton(does)
        self._done.setObjectName("primary")
        self._done.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(7)
        named = QLabel(title)
        named.setObjectName("fieldName")
        column.addWidget(named)
        column.addWidget(self._what)
        self._line = QHBoxLayout()
        self._line.setSpacing(6)
        column.addLayout(self._line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in any field is the button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            super().keyPressEvent(event)

    def _end_line(self, field: QWidget) -> None:
        self._line.addWidget(field, 1)
        self._line.addWidget(self._done)

    def _open_above(self, bar: QWidget) -> None:
        self.setFixedWidth(min(max(bar.width(), 280), 360))
        self.adjustSize()
        self.move(bar.mapToGlobal(QPoint(0, -self.height() - 2)))
        self.show()
        self._what.setFocus()

    def _choose(self) -> None:
        self.hide()
        self.chosen.emit(str(self._what.currentData()), self._typed())

    def _typed(self) -> str:
        raise NotImplementedError


class ValueCard(_Card):
    """An attribute and its value; nothing typed clears it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Attribute", "Set")
        self._attributes: Sequence[AttributeDefinition] = ()
        self._choices, self._text = CalmCombo(), QLineEdit()
        self._choices.setAccessibleName("Value")
        self._text.setAccessibleName("Value")
        self._text.setPlaceholderText("Nothing clears it")
        self._values = QStackedWidget()
        self._values.addWidget(self._choices)
        self._values.addWidget(self._text)
        self._values.setMaximumHeight(self._text.sizeHint().height())
        self._end_line(self._values)
        self._what.currentIndexChanged.connect(self._show_value)

    def open_for(self, attributes: Sequence[AttributeDefinition], bar: QWidget) -> None:
        """The attributes of a label, above the bar that asks."""
        self._attributes = attributes
        self._text.clear()
        self._what.clear()
        for one in attributes:
            self._what.addItem(one.title, one.name)
        self._open_above(bar)

    def _show_value(self, number: int) -> None:
        if not 0 <= number < len(self._attributes):
            return
        definition = self._attributes[number]
        choices = ("yes", "no") if definition.kind is AttributeKind.FLAG else definition.choices
        self._choices.clear()
        self._choices.addItems(["", *choices])
        self._values.setCurrentWidget(self._choices if choices else self._text)

    def _typed(self) -> str:
        is_choice = self._values.currentWidget() is self._choices
        return self._choices.currentText() if is_choice else self._text.text().strip()


class LinkCard(_Card):
    """A role and who is meant: a name, an id, or words of the text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Link as", "Link")
        self._roles: Sequence[RoleDefinition] = ()
        self._names: Callable[[RoleDefinition], Iterable[str]] = lambda _: ()
        self._text = QLineEdit()
        self._text.setAccessibleName("Linked to")
        self._text.setPlaceholderText("Name, id or words of the text")
        self._end_line(self._text)
        self._what.currentIndexChanged.connect(self._offer)

    def open_for(
        self,
        roles: Sequence[RoleDefinition],
        names: Callable[[RoleDefinition], Iterable[str]],
        bar: QWidget,
    ) -> None:
        """The roles of a label, above the bar that asks."""
        self._roles, self._names = roles, names
        self._text.clear()
        self._what.clear()
        for one in roles:
            self._what.addItem(one.title, one.name)
        self._open_above(bar)

    def _offer(self, number: int) -> None:
        if not 0 <= number < len(self._roles):
            return
        names = sorted(set(self._names(self._roles[number])), key=str.casefold)
        completer = QCompleter(names, self._text)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._text.setCompleter(completer)

    def _choose(self) -> None:
        if self._typed():
            super()._choose()

    def _typed(self) -> str:
        return self._text.text().strip()
