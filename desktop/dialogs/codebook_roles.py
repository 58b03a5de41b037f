"""How a label's annotations are tied to others: a row a role."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from desktop.dialogs.codebook_rows import EXPECTED_HINT, Row, RowList, box, line
from pressmark.labels import Label, RoleDefinition, free_name, slug

_SHOWN = 2
"""How many of the labels a role leads to are named in its row."""


class RoleRow(Row):
    """Which labels a role leads to is ticked in a menu."""

    def __init__(self, definition: RoleDefinition | None, labels: Sequence[Label]) -> None:
        super().__init__()
        self._definition = definition
        shown = definition or RoleDefinition("", "", tuple(label.name for label in labels[:1]))
        self._title = line("Role", shown.title, "Speaker")
        self._targets = QToolButton()
        self._targets.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._targets.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._targets.setMinimumWidth(80)
        self._menu = QMenu(self._targets)
        for label in labels:
            action = self._menu.addAction(label.title.replace("&", "&&"))
            action.setData(label.name)
            action.setCheckable(True)
            action.setChecked(label.name in shown.targets)
            action.toggled.connect(lambda _: self._targets_chosen())
        self._targets.setMenu(self._menu)
        self._many = box("Several", "It may lead to more than one annotation", shown.many)
        self._expected = box("Expected", EXPECTED_HINT, shown.expected)
        self.layout_row.addWidget(self._title, 5)
        self.layout_row.addWidget(self._targets, 7)
        self.layout_row.addWidget(self._many)
        self.layout_row.addWidget(self._expected)
        self.add_menu("role")
        self._show_targets()
        self._title.textEdited.connect(lambda _: self.edited.emit())
        for tick in (self._many, self._expected):
            tick.toggled.connect(lambda _: self.edited.emit())

    @property
    def name(self) -> str:
        """What it is called in files, "" while it is new."""
        return self._definition.name if self._definition else ""

    def focus_first(self) -> None:
        self._title.setFocus()

    def definition(self, taken: Sequence[str]) -> RoleDefinition | None:
        """What the row says, under a name that is not taken; None for a new row that has no title yet."""
        title, old = self._title.text().strip(), self._definition
        if old is None and not slug(title):
            return None
        ticked = [str(action.data()) for action in self._menu.actions() if action.isChecked()]
        offered = {str(action.data()) for action in self._menu.actions()}
        kept = [name for name in (old.targets if old else ()) if name in ticked or name not in offered]
        return RoleDefinition(
            old.name if old else free_name(slug(title), taken),
            title or (old.title if old else ""),
            tuple(dict.fromkeys((*kept, *ticked))),
            self._many.isChecked(),
            self._expected.isChecked(),
        )

    def _targets_chosen(self) -> None:
        self._show_targets()
        self.edited.emit()

    def _show_targets(self) -> None:
        titles = [action.text() for action in self._menu.actions() if action.isChecked()]
        first = ", ".join(titles[:_SHOWN]) or "no label yet"
        more = f" +{len(titles) - _SHOWN}" if len(titles) > _SHOWN else ""
        self._targets.setText(f"→ {first}{more}")
        self._targets.setAccessibleName(f"Leads to {', '.join(titles) or 'no label yet'}".replace("&&", "&"))
        self._targets.setToolTip(self._targets.accessibleName())


class RoleList(RowList):
    """The roles of one label, in their order; `labels` are those that they may lead to."""

    def __init__(self) -> None:
        super().__init__("Add a role")
        self._labels: Sequence[Label] = ()

    def show_definitions(self, definitions: Sequence[RoleDefinition], labels: Sequence[Label]) -> None:
        self._labels = labels
        self.show_rows([RoleRow(one, labels) for one in definitions])

    def definitions(self) -> tuple[RoleDefinition, ...]:
        rows = [row for row in self.rows if isinstance(row, RoleRow)]
        taken = [row.name for row in rows]
        found: list[RoleDefinition] = []
        for row in rows:
            if one := row.definition(taken):
                found.append(one)
                taken.append(one.name)
        return tuple(found)

    def new_row(self) -> Row:
        return RoleRow(None, self._labels)
