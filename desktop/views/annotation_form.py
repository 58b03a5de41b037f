"""The selected annotation as a form made from the codebook: words, links, attributes, note."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.views.annotation_head import AnnotationHead
from desktop.views.attribute_fields import (
    AttributeField,
    ChoiceField,
    DateField,
    EntityField,
    LineField,
    TextField,
)
from desktop.views.link_fields import LinkField
from desktop.views.money_field import MoneyField
from desktop.views.named_field import NamedField
from desktop.views.note_field import NoteField
from desktop.views.quiet_page import quiet_page
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.facts import words_of
from pressmark.labels import AttributeDefinition, AttributeKind, Label, RoleDefinition

_EMPTY = "Select words and press the letter of a label, or click a highlight to see what is said of it."


class AnnotationForm(QScrollArea):
    """Shows one annotation and emits what is typed; the session answers by a refresh or a problem."""

    valueEdited = Signal(str, str, str)
    noteEdited = Signal(str, str)
    linkRequested = Signal(str, str, str)
    unlinkRequested = Signal(str, object)
    relabelRequested = Signal(str, str)
    deleteRequested = Signal(str)
    pieceRemoved = Signal(str, object)
    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("annotationForm")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._doc: AnnotatedArticle | None = None
        self._key = ""
        self._shape: object = None
        self._fields: dict[str, AttributeField] = {}
        self._links: dict[str, LinkField] = {}
        self._all: list[NamedField] = []
        self._stops: list[QWidget] = []
        self._show_empty()

    def show_annotation(self, doc: AnnotatedArticle | None, key: str | None) -> None:
        """The annotation of that id; None for none. What is typed for another of the same article is kept."""
        if doc is self._doc and key != self._key:
            self.commit()
        self._doc, self._key = doc, key or ""
        self.refresh()

    def refresh(self) -> None:
        """Shows what is there now; fields stay as they are, with focus and cursor, where they still fit."""
        one = self._doc.markup.get(self._key) if self._doc else None
        if one is None or self._doc is None:
            if self._shape is not None:
                self._show_empty()
            return
        label = self._doc.codebook.style_of(one.label)
        shape = (id(self._doc), one.id, label)
        if shape != self._shape:
            self._build(self._doc, label, one)
            self._shape = shape
        self._fill(self._doc, label, one)
        self._order_stops()

    def show_problem(self, key: str, name: str, sentence: str) -> None:
        """Under the field of that attribute or role: why it was not taken."""
        field = self._fields.get(name) or self._links.get(name)
        if key == self._key and field is not None:
            field.show_problem(sentence)
            self.ensureWidgetVisible(field)

    def focus_first(self) -> None:
        """The keyboard into the first field that can be typed into."""
        editors = (field.editor for field in self._all)
        first = next((editor for editor in editors if editor and not editor.isHidden()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commit(self) -> None:
        """Hands over what is typed and not yet entered."""
        if self._doc is not None and self._key in self._doc.markup:
            for field in self._all:
                field.commit()

    def _show_empty(self) -> None:
        self._shape = None
        self._put_away()
        self._fields, self._links, self._all = {}, {}, []
        self.setWidget(quiet_page(_EMPTY))

    def _put_away(self) -> None:
        """Takes the page off, unheard: the focus it loses by that would hand over what is typed in it."""
        for field in self._all:
            field.blockSignals(True)
        if page := self.takeWidget():
            page.deleteLater()  # later: the button just pressed may stand on it

    def _build(self, doc: AnnotatedArticle, label: Label, one: Annotation) -> None:
        self._put_away()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 14, 18, 18)
        column.setSpacing(10)
        self._head = AnnotationHead(doc.codebook)
        self._head.relabelRequested.connect(partial(self.relabelRequested.emit, one.id))
        self._head.pieceRemoved.connect(partial(self.pieceRemoved.emit, one.id))
        column.addWidget(self._head)
        self._links = {role.name: self._link_field(one.id, role) for role in label.roles}
        definitions = _definitions(label, one)
        self._fields = {each.name: _field(each, doc) for each in definitions}
        for name, field in self._fields.items():
            field.edited.connect(partial(self.valueEdited.emit, one.id, name))
        parts = [_part(self._links, self._fields, label.roles, definitions, first) for first in (True, False)]
        for links, fields in parts:
            for link in links:
                column.addWidget(link)
            column.addLayout(_grid(fields))
        self._note = NoteField()
        self._note.edited.connect(partial(self.noteEdited.emit, one.id))
        column.addWidget(self._note)
        self._delete = QPushButton("Delete annotation")
        self._delete.setObjectName("linkLike")
        self._delete.clicked.connect(partial(self.deleteRequested.emit, one.id))
        column.addWidget(self._delete, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._all = [*(field for links, fields in parts for field in (*links, *fields)), self._note]
        self.setWidget(page)

    def _link_field(self, key: str, role: RoleDefinition) -> LinkField:
        link = LinkField(role)
        link.requested.connect(partial(self.linkRequested.emit, key, role.name))
        link.removed.connect(partial(self.unlinkRequested.emit, key))
        link.followed.connect(self.followed)
        return link

    def _order_stops(self) -> None:
        """Tab goes from above to below, whatever was linked or cut into pieces since."""
        fields = (stop for field in self._all for stop in field.stops())
        stops = [self, *self._head.stops(), *fields, self._delete]
        if stops != self._stops:
            self._stops = stops
            for before, after in pairwise(stops):
                QWidget.setTabOrder(before, after)

    def _fill(self, doc: AnnotatedArticle, label: Label, one: Annotation) -> None:
        self._head.show_annotation(doc, label, one)
        for link in self._links.values():
            link.show_links(doc, one)
        words = words_of(doc, one)
        for name, field in self._fields.items():
            field.show_value(one.value(name), words)
        self._note.show_note(one.note)


def _field(definition: AttributeDefinition, doc: AnnotatedArticle) -> AttributeField:
    """The field of an attribute's kind."""
    match definition.kind:
        case AttributeKind.MONEY:
            return MoneyField(definition)
        case AttributeKind.CHOICE | AttributeKind.FLAG:
            return ChoiceField(definition)
        case AttributeKind.ENTITY:
            return EntityField(definition, doc)
        case AttributeKind.DATE:
            return DateField(definition)
        case AttributeKind.NUMBER:
            return LineField(definition)
        case AttributeKind.TEXT:
            return TextField(definition)


def _part(
    links: Mapping[str, LinkField],
    fields: Mapping[str, AttributeField],
    roles: Sequence[RoleDefinition],
    definitions: Sequence[AttributeDefinition],
    expected: bool,
) -> tuple[list[LinkField], list[AttributeField]]:
    """The fields of what a brief asks for, or those of the rest."""
    return (
        [links[role.name] for role in roles if role.expected is expected],
        [fields[each.name] for each in definitions if each.expected is expected],
    )


def _definitions(label: Label, one: Annotation) -> list[AttributeDefinition]:
    """The label's attributes, and those the annotation has kept from another label."""
    known = {each.name for each in label.attributes}
    kept = [AttributeDefinition(name, name.capitalize()) for name in one.attributes if name not in known]
    return [*label.attributes, *kept]


def _grid(fields: Sequence[AttributeField]) -> QGridLayout:
    """Fields one below the other, of neighbouring short ones two to a row."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(10)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    while fields:
        pair = fields[:2] if len(fields) > 1 and all(one.is_short for one in fields[:2]) else fields[:1]
        fields, row = fields[len(pair) :], grid.rowCount()
        for column, field in enumerate(pair):
            grid.addWidget(field, row, column, 1, 3 - len(pair), Qt.AlignmentFlag.AlignTop)
    return grid
