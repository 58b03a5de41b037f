"""What can be said of a label's annotations: a row an attribute."""

from collections.abc import Sequence

from desktop.dialogs.codebook_rows import EXPECTED_HINT, Row, RowList, box, line
from desktop.views.calm_combo import CalmCombo
from pressmark.labels import AttributeDefinition, AttributeKind, free_name, slug

_KINDS = {
    AttributeKind.TEXT: "Text",
    AttributeKind.NUMBER: "Number",
    AttributeKind.MONEY: "Money",
    AttributeKind.DATE: "Date",
    AttributeKind.CHOICE: "Choice",
    AttributeKind.FLAG: "Yes or no",
    AttributeKind.ENTITY: "Entity",
}


class AttributeRow(Row):
    """A definition keeps the name that values have in files, whatever its title becomes."""

    def __init__(self, definition: AttributeDefinition | None) -> None:
        super().__init__()
        self._definition = definition
        shown = definition or AttributeDefinition("", "")
        self._title = line("Attribute", shown.title, "Topic")
        self._kind = CalmCombo()
        self._kind.setAccessibleName("Kind of attribute")
        for kind, title in _KINDS.items():
            self._kind.addItem(title, kind.value)
        self._kind.setCurrentIndex(list(_KINDS).index(shown.kind))
        self._choices = line("Choices", _joined(shown.choices), "for, against, neutral")
        self._choices.setToolTip("Parted by commas; by semicolons where a choice has a comma")
        keeps_place = self._choices.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self._choices.setSizePolicy(keeps_place)
        self._expected = box("Expected", EXPECTED_HINT, shown.expected)
        self.layout_row.addWidget(self._title, 5)
        self.layout_row.addWidget(self._kind, 3)
        self.layout_row.addWidget(self._choices, 6)
        self.layout_row.addWidget(self._expected)
        self.add_menu("attribute")
        self._show_choices()
        self._title.textEdited.connect(lambda _: self.edited.emit())
        self._choices.textEdited.connect(lambda _: self.edited.emit())
        self._kind.activated.connect(lambda _: self._kind_chosen())
        self._expected.toggled.connect(lambda _: self.edited.emit())

    @property
    def name(self) -> str:
        """What it is called in files, "" while it is new."""
        return self._definition.name if self._definition else ""

    def focus_first(self) -> None:
        self._title.setFocus()

    def definition(self, taken: Sequence[str]) -> AttributeDefinition | None:
        """What the row says, under a name that is not taken; None for a new row that has no title yet."""
        title, kind = self._title.text().strip(), AttributeKind(str(self._kind.currentData()))
        old = self._definition
        if old is None and not slug(title):
            return None
        before = old.choices if old else ()
        edited = self._choices.text() != _joined(before)
        return AttributeDefinition(
            old.name if old else free_name(slug(title), taken),
            title or (old.title if old else ""),
            kind,
            _parted(self._choices.text()) if edited else before,
            self._expected.isChecked(),
        )

    def _kind_chosen(self) -> None:
        self._show_choices()
        if self._choices.isVisible() and not self._choices.text():
            self._choices.setFocus()
        self.edited.emit()

    def _show_choices(self) -> None:
        self._choices.setVisible(self._kind.currentData() == AttributeKind.CHOICE.value)


class AttributeList(RowList):
    """The attributes of one label, in their order."""

    def __init__(self) -> None:
        super().__init__("Add an attribute")

    def show_definitions(self, definitions: Sequence[AttributeDefinition]) -> None:
        self.show_rows([AttributeRow(one) for one in definitions])

    def definitions(self) -> tuple[AttributeDefinition, ...]:
        rows = [row for row in self.rows if isinstance(row, AttributeRow)]
        taken = [row.name for row in rows]
        found: list[AttributeDefinition] = []
        for row in rows:
            if one := row.definition(taken):
                found.append(one)
                taken.append(one.name)
        return tuple(found)

    def new_row(self) -> Row:
        return AttributeRow(None)


def _joined(choices: Sequence[str]) -> str:
    return ("; " if any("," in one for one in choices) else ", ").join(choices)


def _parted(typed: str) -> tuple[str, ...]:
    parts = (part.strip() for part in typed.split(";" if ";" in typed else ","))
    return tuple(dict.fromkeys(filter(None, parts)))
