"""Everything a filter can ask for, on a card below the search line; each answer counts at once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop.views.calm_combo import CalmCombo
from pressmark.dates import FuzzyDate
from pressmark.filtering import AttributeCondition, Filter, How, RoleCondition
from pressmark.labels import Codebook, Label

_HOW = {
    How.IS: "is",
    How.CONTAINS: "contains",
    How.FROM: "from",
    How.TO: "up to",
    How.SET: "is stated",
    How.MISSING: "is missing",
}
_LINKED = {"to": "linked to", "any": "linked", "none": "not linked"}
_NOTED = {None: "Any", True: "With one", False: "Without"}


class FilterForm(QFrame):
    """`changed` carries the filter, `saved` the name under which to keep it."""

    changed = Signal(object)
    saved = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card")
        self.setAccessibleName("Filter")
        self._filter = Filter()
        self._label, self._attribute, self._role = CalmCombo(), CalmCombo(), CalmCombo()
        self._how, self._linked, self._noted = _choice(_HOW), _choice(_LINKED), _choice(_NOTED)
        self._author = CalmCombo()
        self._value, self._to, self._note, self._name = (QLineEdit() for _ in range(4))
        self._since, self._until = QLineEdit(), QLineEdit()
        self._incomplete = QCheckBox("Something expected is missing")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 14)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)
        self._arrange()
        self._listen()

    def open_for(
        self, one: Filter, labels: Sequence[Label], authors: Iterable[str], place: QPoint, width: int
    ) -> None:
        """Shows what the filter asks for; attributes and roles are those of the label chosen."""
        self._labels = Codebook(tuple(labels))
        self._filter = one
        _fill(self._label, [("Any label", ""), *((label.title, label.name) for label in labels)])
        _set(self._label, one.labels[0] if len(one.labels) == 1 else "")
        _fill(self._author, [("Anybody", ""), *((name, name) for name in authors)])
        _set(self._author, one.author)
        _set(self._noted, one.noted)
        self._note.setText(one.note_words)
        self._since.setText(FuzzyDate.parse(one.since).shown())
        self._until.setText(FuzzyDate.parse(one.until).shown())
        self._incomplete.setChecked(one.incomplete)
        self._offer_names()
        self.setFixedWidth(max(width, 320))
        self.adjustSize()
        self.move(place)
        self.show()
        self._label.setFocus()

    def _arrange(self) -> None:
        add_value, add_link = QPushButton("Add"), QPushButton("Add")
        add_value.clicked.connect(self._add_attribute)
        add_link.clicked.connect(self._add_role)
        keep = QPushButton("Save")
        keep.clicked.connect(self._save)
        self._value.returnPressed.connect(self._add_attribute)
        self._to.returnPressed.connect(self._add_role)
        self._name.returnPressed.connect(self._save)
        rows: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            ("Label", (self._label,)),
            ("Attribute", (self._attribute, self._how)),
            ("", (self._value, add_value)),
            ("Link", (self._role, self._linked)),
            ("", (self._to, add_link)),
            ("Marked by", (self._author,)),
            ("Note", (self._noted, self._note)),
            ("Made from", (self._since, QLabel("until"), self._until)),
            ("", (self._incomplete,)),
            ("Save as", (self._name, keep)),
        )
        for row, (title, fields) in enumerate(rows):
            self._add_row(row, title, fields)
        self._name_fields()

    def _name_fields(self) -> None:
        for field, name in (
            (self._how, "How"),
            (self._linked, "Linked or not"),
            (self._value, "Value"),
            (self._to, "Linked to"),
            (self._note, "Words of the note"),
            (self._until, "Made until"),
        ):
            field.setAccessibleName(name)
        self._value.setPlaceholderText("Value")
        self._to.setPlaceholderText("Name")
        self._note.setPlaceholderText("Its words")
        self._since.setPlaceholderText("Nov 2026")
        self._until.setPlaceholderText("Dec 2026")

    def _add_row(self, row: int, title: str, fields: Sequence[QWidget]) -> None:
        named = QLabel(title)
        named.setObjectName("fieldName")
        named.setBuddy(fields[0])
        line = QHBoxLayout()
        line.setSpacing(6)
        for field in fields:
            field.setMinimumWidth(0)
            line.addWidget(field, 0 if isinstance(field, QPushButton | QLabel) else 1)
        if title:
            fields[0].setAccessibleName(title)
        self._grid.addWidget(named, row, 0)
        self._grid.addLayout(line, row, 1)

    def _listen(self) -> None:
        self._label.activated.connect(self._choose_label)
        self._author.activated.connect(lambda _: self._change(author=self._author.currentData()))
        self._noted.activated.connect(lambda _: self._change(noted=self._noted.currentData()))
        self._note.editingFinished.connect(lambda: self._change(note_words=self._note.text().strip()))
        self._since.editingFinished.connect(lambda: self._change(since=_iso(self._since)))
        self._until.editingFinished.connect(lambda: self._change(until=_iso(self._until)))
        self._incomplete.toggled.connect(lambda on: self._change(incomplete=on))
        self._how.currentIndexChanged.connect(lambda _: self._show_values())
        self._linked.currentIndexChanged.connect(lambda _: self._show_values())

    def _change(self, **asked: object) -> None:
        changed = replace(self._filter, **asked)  # type: ignore[arg-type]  # the callers name its fields
        if changed != self._filter:
            self._filter = changed
            self.changed.emit(changed)

    def _choose_label(self) -> None:
        name = str(self._label.currentData())
        self._offer_names()
        self._change(labels=(name,) if name else ())

    def _offer_names(self) -> None:
        """Attributes and roles of the label, or of all labels."""
        name = str(self._label.currentData())
        labels = [label for label in self._labels.labels if name in ("", label.name)]
        attributes = {each.name: each.title for label in labels for each in label.attributes}
        roles = {each.name: each.title for label in labels for each in label.roles}
        _fill(self._attribute, [(title, name) for name, title in attributes.items()])
        _fill(self._role, [(title, name) for name, title in roles.items()])
        self._show_values()

    def _show_values(self) -> None:
        self._value.setEnabled(self._how.currentData() not in (How.SET, How.MISSING))
        self._to.setEnabled(self._linked.currentData() == "to")

    def _add_attribute(self) -> None:
        how, value = self._how.currentData(), self._value.text().strip()
        takes_value = how not in (How.SET, How.MISSING)
        if not self._attribute.count() or (takes_value and not value):
            return
        asked = AttributeCondition(str(self._attribute.currentData()), How(how), value if takes_value else "")
        self._value.clear()
        self._change(attributes=tuple(dict.fromkeys((*self._filter.attributes, asked))))

    def _add_role(self) -> None:
        kind, name = self._linked.currentData(), self._to.text().strip()
        if not self._role.count() or (kind == "to" and not name):
            return
        asked = RoleCondition(str(self._role.currentData()), kind != "none", name if kind == "to" else "")
        self._to.clear()
        self._change(roles=tuple(dict.fromkeys((*self._filter.roles, asked))))

    def _save(self) -> None:
        if name := self._name.text().strip():
            self._name.clear()
            self.saved.emit(name)
            self.hide()


def _choice(
    entries: dict[object, str] | dict[How, str] | dict[str, str] | dict[bool | None, str],
) -> QComboBox:
    box = CalmCombo()
    _fill(box, [(title, value) for value, title in entries.items()])
    return box


def _fill(box: QComboBox, entries: Iterable[tuple[str, object]]) -> None:
    box.clear()
    for title, value in entries:
        box.addItem(title, value)


def _set(box: QComboBox, value: object) -> None:
    """Chooses the entry of that value; one that is not on offer is added."""
    found = next((number for number in range(box.count()) if box.itemData(number) == value), -1)
    if found < 0:
        box.addItem(str(value), value)
        found = box.count() - 1
    box.setCurrentIndex(found)


def _iso(field: QLineEdit) -> str:
    """The date typed, as precise as it is; nothing where it is none."""
    return FuzzyDate.parse(field.text()).iso
