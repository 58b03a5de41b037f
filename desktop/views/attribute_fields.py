"""One field for each kind of attribute; all of them show a stored value and emit what was typed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pressmark.annotated_article import AnnotatedArticle
from pressmark.attributes import shown
from pressmark.labels import AttributeDefinition, AttributeKind
from pressmark.money import Money

_CURRENCIES = ("", "GBP", "EUR", "USD", "CHF", "UAH", "PLN", "SEK", "NOK", "DKK", "CAD", "AUD", "JPY", "CNY")
_SHORT = frozenset({AttributeKind.CHOICE, AttributeKind.DATE, AttributeKind.FLAG, AttributeKind.NUMBER})


class AttributeField(QWidget):
    """A field under its name. `edited` carries the text as typed, once it is finished."""

    edited = Signal(str)

    def __init__(self, definition: AttributeDefinition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.definition = definition
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._name = QLabel(definition.title)
        self._name.setObjectName("fieldName")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._column.addWidget(self._name)
        self._stored = ""

    @property
    def is_short(self) -> bool:
        """True for fields of which two go beside each other."""
        return self.definition.kind in _SHORT

    def show_value(self, stored: str, words: str) -> None:
        """The stored value; `words` are the annotation's, where a field can learn from them."""
        self._stored = stored
        self._problem.hide()
        self._show(shown(self.definition, stored), words)

    def show_problem(self, sentence: str) -> None:
        """Why what was typed is not taken; it stays to be put right."""
        self._problem.setText(sentence)
        self._problem.show()

    def add(self, editor: QWidget) -> None:
        """Puts the editor under the name."""
        self._name.setBuddy(editor)
        editor.setAccessibleName(self.definition.title)
        self.setFocusProxy(editor)
        self._column.addWidget(editor)
        self._column.addWidget(self._problem)

    def _show(self, value: str, words: str) -> None:
        raise NotImplementedError

    def _commit(self, typed: str) -> None:
        """Emits what differs from what is stored."""
        if typed.strip() != shown(self.definition, self._stored):
            self.edited.emit(typed)


class LineField(AttributeField):
    """Text, number, date or entity: one line."""

    def __init__(self, definition: AttributeDefinition, parent: QWidget | None = None) -> None:
        super().__init__(definition, parent)
        self._box = QLineEdit()
        if definition.kind is AttributeKind.DATE:
            self._box.setPlaceholderText("by 31 March 2027")
        self._box.editingFinished.connect(lambda: self._commit(self._box.text()))
        self.add(self._box)

    def _show(self, value: str, words: str) -> None:
        if self._box.text() != value:
            self._box.setText(value)
            self._box.setCursorPosition(0)


class EntityField(LineField):
    """A name, completed from the entities that are known; a new name makes a new entity."""

    def __init__(
        self, definition: AttributeDefinition, doc: AnnotatedArticle, parent: QWidget | None = None
    ) -> None:
        super().__init__(definition, parent)
        self._doc = doc

    def _show(self, value: str, words: str) -> None:
        entity = self._doc.entities.get(self._stored)
        super()._show(entity.name if entity else value, words)
        self._box.setPlaceholderText(words)
        completer = QCompleter(sorted({one.name for one in self._doc.entities.values()}), self._box)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._box.setCompleter(completer)

    def _commit(self, typed: str) -> None:
        entity = self._doc.entities.get(self._stored)
        if typed.strip() != (entity.name if entity else self._stored):
            self.edited.emit(typed)


class ChoiceField(AttributeField):
    """One of the codebook's choices, or none; the number keys pick."""

    def __init__(self, definition: AttributeDefinition, parent: QWidget | None = None) -> None:
        super().__init__(definition, parent)
        choices = ("yes", "no") if definition.kind is AttributeKind.FLAG else definition.choices
        self._box = QComboBox()
        self._box.addItems(["", *choices])
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(6)
        self._box.activated.connect(lambda _: self._commit(self._box.currentText()))
        self.add(self._box)

    def _show(self, value: str, words: str) -> None:
        index = self._box.findText(value)
        if index < 0:  # of another hand, or of an older codebook
            self._box.addItem(value)
            index = self._box.count() - 1
        self._box.setCurrentIndex(index)


class MoneyField(AttributeField):
    """An amount beside its currency; an amount printed in the text can be taken over by one click."""

    def __init__(
        self, definition: AttributeDefinition, find: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(definition, parent)
        self._find = find
        self._words = ""
        editor = QWidget()
        row = QHBoxLayout(editor)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._amount = QLineEdit()
        self._amount.setPlaceholderText("42,000,000 or undisclosed")
        self._amount.setAccessibleName(definition.title)
        self._currency = QComboBox()
        self._currency.setEditable(True)
        self._currency.addItems(list(_CURRENCIES))
        self._currency.setAccessibleName(f"Currency of {definition.title.lower()}")
        self._currency.setFixedWidth(92)
        row.addWidget(self._amount, 1)
        row.addWidget(self._currency)
        self.add(editor)
        self.setFocusProxy(self._amount)
        self._use = QPushButton()
        self._use.setObjectName("linkLike")
        self._use.clicked.connect(lambda: self.edited.emit(self._find(self._words)))
        self._column.addWidget(self._use)
        self._amount.editingFinished.connect(self._typed)
        self._currency.activated.connect(lambda _: self._typed())
        line = self._currency.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._typed)

    def _show(self, value: str, words: str) -> None:
        self._words = words
        currency, amount = _apart(self._stored)
        if self._amount.text() != amount:
            self._amount.setText(amount)
            self._amount.setCursorPosition(0)
        self._currency.setEditText(currency)
        printed = "" if value else self._find(words)
        self._use.setText(f"Use {printed}")
        self._use.setVisible(bool(printed))

    def _typed(self) -> None:
        amount, currency = self._amount.text().strip(), self._currency.currentText().strip().upper()
        if (currency, amount) == _apart(self._stored) or (not amount and not self._stored):
            return
        if not amount:
            self.edited.emit("")
            return
        self.edited.emit(f"{currency} {amount}" if currency and _is_bare(amount) else amount)


def _apart(stored: str) -> tuple[str, str]:
    """Currency and amount as the two boxes show them."""
    try:
        money = Money.parse(stored) if stored else None
    except ValueError:
        return "", stored
    if money is None:
        return "", ""
    return money.currency, Money(money.least, money.most).shown()


def _is_bare(amount: str) -> bool:
    """True for an amount without a currency of its own."""
    try:
        money = Money.parse(amount)
    except ValueError:
        return True
    return money.least is not None and not money.currency


def field_for(
    definition: AttributeDefinition, doc: AnnotatedArticle, find_money: Callable[[str], str]
) -> AttributeField:
    """The field of an attribute's kind."""
    match definition.kind:
        case AttributeKind.MONEY:
            return MoneyField(definition, find_money)
        case AttributeKind.CHOICE | AttributeKind.FLAG:
            return ChoiceField(definition)
        case AttributeKind.ENTITY:
            return EntityField(definition, doc)
        case AttributeKind.TEXT | AttributeKind.NUMBER | AttributeKind.DATE:
            return LineField(definition)
