"""One field for each kind of attribute; all of them show a stored value and emit what was typed."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desktop.views.calm_combo import CalmCombo
from desktop.views.growing_text import GrowingText
from desktop.views.named_field import NamedField
from desktop.views.printed_offer import PrintedOffer
from pressmark.annotated_article import AnnotatedArticle
from pressmark.attributes import shown
from pressmark.dates import FuzzyDate, find_date
from pressmark.labels import AttributeDefinition, AttributeKind

_SHORT = frozenset({AttributeKind.CHOICE, AttributeKind.DATE, AttributeKind.FLAG, AttributeKind.NUMBER})


class AttributeField(NamedField):
    """`edited` carries the text as typed, once it is finished."""

    edited = Signal(str)

    def __init__(self, definition: AttributeDefinition, parent: QWidget | None = None) -> None:
        super().__init__(definition.title, parent)
        self.definition = definition
        self._stored = self._words = ""
        self._asked: str | None = None

    @property
    def is_short(self) -> bool:
        """True for fields of which two go beside each other."""
        return self.definition.kind in _SHORT

    def show_value(self, stored: str, words: str) -> None:
        """The stored value; `words` are the annotation's, where a field can learn from them."""
        if stored != self._stored or not (self.has_problem or self.is_being_typed):
            self._take(stored, words)  # else what is typed stays, to be finished or put right

    @property
    def is_being_typed(self) -> bool:
        """True while the field holds words that were not handed over yet."""
        return False

    def _take(self, stored: str, words: str) -> None:
        self._stored, self._words, self._asked = stored, words, None
        self.clear_problem()
        self._show(self._readable(stored), words)

    def _readable(self, stored: str) -> str:
        """What the analyst sees, and would type, for a stored value."""
        return shown(self.definition, stored)

    def _show(self, value: str, words: str) -> None:
        raise NotImplementedError

    def _offer(self, typed: str) -> None:
        """Emits what differs from what is stored; what was refused is not asked for twice."""
        if typed == self._asked:
            return
        if typed.strip() != self._readable(self._stored):
            self._asked = typed
            self.edited.emit(typed)
        else:
            self.clear_problem()
        if not self.has_problem:  # the same value in other words shows in ours
            self._take(self._stored, self._words)


class LineField(AttributeField):
    """One line: a number."""

    def __init__(self, definition: AttributeDefinition, parent: QWidget | None = None) -> None:
        super().__init__(definition, parent)
        self._box = QLineEdit()
        self._box.editingFinished.connect(self.commit)
        self.add_editor(self._box)

    @property
    def is_being_typed(self) -> bool:
        return self._box.isModified()

    def commit(self) -> None:
        if self.is_being_typed:
            self._offer(self._box.text())

    def _show(self, value: str, words: str) -> None:
        if self._box.text() != value:
            self._box.setText(value)
            self._box.setCursorPosition(len(value) if self._box.hasFocus() else 0)
        self._box.setModified(False)


class TextField(AttributeField):
    """Words of the analyst's own; a long text grows over several lines."""

    def __init__(self, definition: AttributeDefinition, parent: QWidget | None = None) -> None:
        super().__init__(definition, parent)
        self._box = GrowingText(enter_finishes=True)
        self._box.finished.connect(self.commit)
        self.add_editor(self._box)

    @property
    def is_being_typed(self) -> bool:
        return self._box.is_edited

    def commit(self) -> None:
        if self.is_being_typed:
            self._offer(self._box.text)

    def _show(self, value: str, words: str) -> None:
        self._box.show_text(value)


class DateField(LineField):
    """A date in words; while it is typed the field says what it understands.

    Where one is expected, a date that is printed in the annotation can be taken over.
    """

    def __init__(self, definition: AttributeDefinition, parent: QWidget | None = None) -> None:
        super().__init__(definition, parent)
        self._use = PrintedOffer(self._box, "by 31 March 2027")
        self._use.taken.connect(self.edited)
        self._understood = self._quiet("")
        self._understood.hide()
        self._column.addWidget(self._understood)
        self._column.addWidget(self._use)
        self._box.textEdited.connect(self._explain)

    def _show(self, value: str, words: str) -> None:
        super()._show(value, words)
        self._explain(value)
        self._use.show_printed(find_date(words) if self.definition.expected and not value else "")

    def stops(self) -> list[QWidget]:
        return [self._box, self._use]

    def _explain(self, typed: str) -> None:
        date = FuzzyDate.parse(typed)
        understood = date.shown() if date.iso else "kept in your words"
        self._understood.setText(understood)
        self._understood.setVisible(bool(typed.strip()) and understood != typed.strip())


class EntityField(LineField):
    """A name, completed from the entities that are known; a new name makes a new entity."""

    def __init__(
        self, definition: AttributeDefinition, doc: AnnotatedArticle, parent: QWidget | None = None
    ) -> None:
        super().__init__(definition, parent)
        self._doc = doc
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self._box)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._box.setCompleter(completer)
        completer.activated.connect(self._offer)

    def _readable(self, stored: str) -> str:
        entity = self._doc.entities.get(stored)
        return entity.name if entity else stored

    def _show(self, value: str, words: str) -> None:
        super()._show(value, words)
        self._box.setPlaceholderText(words)
        names = sorted({one.name for one in self._doc.entities.values()}, key=str.casefold)
        if names != self._names.stringList():
            self._names.setStringList(names)


class ChoiceField(AttributeField):
    """One of the codebook's choices, or none."""

    def __init__(self, definition: AttributeDefinition, parent: QWidget | None = None) -> None:
        super().__init__(definition, parent)
        self._choices = ("yes", "no") if definition.kind is AttributeKind.FLAG else definition.choices
        self._box = CalmCombo()
        self._box.addItems(["", *self._choices])
        self._box.setToolTip(f"Keys 1–{min(len(self._choices), 9)} choose, 0 leaves it open")
        self._box.activated.connect(lambda _: self._offer(self._box.currentText()))
        self.add_editor(self._box)

    def _show(self, value: str, words: str) -> None:
        if self._box.findText(value) < 0:  # of another hand, or of an older codebook
            self._box.addItem(value)
        self._box.setCurrentIndex(self._box.findText(value))
