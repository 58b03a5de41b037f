"""One label of a codebook as a form: how it looks, what it means, what its annotations may say."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.dialogs.codebook_attributes import AttributeList
from desktop.dialogs.codebook_fields import KeyField, heading, line_field, quiet, set_text, show_refusal
from desktop.dialogs.codebook_pictures import ColourGrid, LineGrid
from desktop.dialogs.codebook_roles import RoleList
from desktop.dialogs.codebook_sample import Sample
from desktop.views.calm_combo import CalmCombo
from desktop.views.named_field import NamedField
from pressmark.brief import LineStyle
from pressmark.codebook_rules import look_remark
from pressmark.labels import (
    STANDARD_CODEBOOK,
    Codebook,
    Label,
    Trim,
    free_name,
    free_prefix,
    label_name,
    slug,
)

_TRIMS = {
    Trim.SPACES: "spaces at their ends",
    Trim.MARKS: "spaces, quotation marks and stops at their ends",
    Trim.NOTHING: "nothing",
}


class LabelForm(QWidget):
    """`edited` carries the label as the form has it now; whether it can be is for others to say."""

    edited = Signal(object)
    keyWanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._label = STANDARD_CODEBOOK.labels[0]
        self._codebook = STANDARD_CODEBOOK
        self._follows = False
        self._title_field, self.title_box = line_field("Name", "Claim")
        self._key_field = KeyField()
        self._description_field, self._description = line_field("What it marks")
        self._trim = CalmCombo()
        for trim, words in _TRIMS.items():
            self._trim.addItem(words, trim)
        self._name_field, self._name = line_field("Name in files")
        self._prefix_field, self._prefix = line_field("Ids begin with", "n")
        self._colours, self._lines, self._sample = ColourGrid(), LineGrid(), Sample()
        self._remark, self._warning = quiet("", "findings"), quiet("", "findings")
        self._attributes, self._roles = AttributeList(), RoleList()
        self._attributes_problem, self._roles_problem = quiet("", "problem"), quiet("", "problem")
        self._lay_out()
        self._connect()

    def show_label(self, label: Label, codebook: Codebook, *, follows: bool) -> None:
        """Fills the form. `follows`: the label is new, so its name in files follows what it is called."""
        self._label, self._codebook, self._follows = label, codebook, follows
        set_text(self.title_box, label.title)
        set_text(self._key_field.box, label.key)
        set_text(self._description, label.description)
        self._trim.setCurrentIndex(self._trim.findData(label.trimming))
        set_text(self._name, label.name)
        set_text(self._prefix, label.prefix)
        self._attributes.show_definitions(label.attributes)
        self._roles.show_definitions(label.roles, codebook.labels)
        self.show_refusals({})
        self._show_look()

    def take(self, label: Label, codebook: Codebook) -> None:
        """The label stands in the codebook as the form has it; what depends on either is shown anew."""
        self._label, self._codebook = label, codebook
        self.show_refusals({})
        self._show_look()

    def show_refusals(self, refused: Mapping[str, str]) -> None:
        """Why the form's label cannot be, by field."""
        fields = {"title": self._title_field, "name": self._name_field, "prefix": self._prefix_field}
        for name, field in fields.items():
            show_refusal(field, refused.get(name, ""))
        self._key_field.show_refusal(refused.get("key", ""))
        lists = {"attributes": self._attributes_problem, "roles": self._roles_problem}
        for name, problem in lists.items():
            problem.setText(refused.get(name, ""))
            problem.setVisible(name in refused)

    def label(self) -> Label:
        """What the form says, be it possible or not."""
        return replace(
            self._label,
            title=self.title_box.text().strip(),
            name=label_name(self._name.text()),
            key=self._key_field.box.text(),
            prefix=self._prefix.text().strip(),
            description=self._description.text().strip(),
            attributes=self._attributes.definitions(),
            roles=self._roles.definitions(),
            trim=self._trim_chosen(),
        )

    def _trim_chosen(self) -> Trim | None:
        """None where it is what suits the label anyway, should its attributes come to be others."""
        chosen = Trim(self._trim.currentData())
        return None if chosen == replace(self._label, trim=None).trimming else chosen

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 20, 20)
        column.setSpacing(10)
        column.addLayout(_beside((self._title_field, 5), (self._key_field, 2)))
        column.addWidget(self._description_field)
        column.addWidget(_named("Selected words lose", self._trim))
        column.addWidget(self._sample)
        column.addLayout(self._looks())
        for title, rows, problem in (
            ("Attributes", self._attributes, self._attributes_problem),
            ("Roles", self._roles, self._roles_problem),
        ):
            column.addSpacing(8)
            column.addWidget(heading(title))
            column.addWidget(rows)
            column.addWidget(problem)
        column.addSpacing(8)
        column.addWidget(heading("In files"))
        column.addLayout(_beside((self._name_field, 5), (self._prefix_field, 2)))
        column.addWidget(self._warning)
        column.addStretch(1)

    def _looks(self) -> QHBoxLayout:
        """Colours, and beside them lines over what is to be said of both."""
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(_named("Underline", self._lines))
        column.addWidget(self._remark)
        row = _beside((_named("Colour", self._colours), 1), (lines, 1))
        row.setSpacing(24)
        return row

    def _connect(self) -> None:
        self.title_box.textEdited.connect(self._title_edited)
        for box in (self._description, self._key_field.box):
            box.textEdited.connect(lambda _: self._offer())
        for box in (self._name, self._prefix):
            box.textEdited.connect(self._name_edited)
        self._key_field.takeRequested.connect(self.keyWanted)
        self._colours.chosen.connect(self._colour_chosen)
        self._lines.chosen.connect(self._line_chosen)
        self._trim.activated.connect(lambda _: self._offer())
        for rows in (self._attributes, self._roles):
            rows.edited.connect(self._offer)

    def _title_edited(self, title: str) -> None:
        if self._follows:
            others = tuple(one for one in self._codebook.labels if one.name != self._label.name)
            name = free_name(slug(title), {one.name for one in others})
            set_text(self._name, name)
            set_text(self._prefix, free_prefix(name, Codebook(others)))
        self._offer()

    def _name_edited(self, _: str) -> None:
        self._follows = False
        self._offer()

    def _colour_chosen(self, name: str) -> None:
        self._label = replace(self._label, colour=name)
        self._show_look()
        self._offer()

    def _line_chosen(self, name: str) -> None:
        self._label = replace(self._label, line=LineStyle(name))
        self._show_look()
        self._offer()

    def _offer(self) -> None:
        self.edited.emit(self.label())

    def _show_look(self) -> None:
        self._sample.show_label(self._label)
        self._colours.show_label(self._label, self._codebook)
        self._lines.show_label(self._label)
        remark = look_remark(self._codebook, self._label)
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))

    def show_warning(self, sentence: str) -> None:
        """What a change of the name in files means."""
        self._warning.setText(sentence)
        self._warning.setVisible(bool(sentence))


def _named(title: str, editor: QWidget) -> NamedField:
    field = NamedField(title)
    field.add_editor(editor)
    return field


def _beside(*fields: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for field, stretch in fields:
        row.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
    return row
