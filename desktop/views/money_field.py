"""An amount beside its currency; an amount printed in the text can be taken over by one click or key."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop.views.attribute_fields import AttributeField
from desktop.views.calm_combo import CalmCombo
from desktop.views.printed_offer import PrintedOffer
from pressmark.labels import AttributeDefinition
from pressmark.money import Money, find_money

_CURRENCIES = ("", "GBP", "EUR", "USD", "CHF", "UAH", "PLN", "SEK", "NOK", "DKK", "CAD", "AUD", "JPY", "CNY")


class MoneyField(AttributeField):
    """Emits one text for both boxes: “EUR 42,000,000”, or what was typed where that has its currency."""

    def __init__(self, definition: AttributeDefinition, parent: QWidget | None = None) -> None:
        super().__init__(definition, parent)
        self._amount = QLineEdit()
        self._amount.editingFinished.connect(self.commit)
        self._currency = CalmCombo()
        self._currency.setEditable(True)
        self._currency.addItems(list(_CURRENCIES))
        self._currency.setAccessibleName(f"Currency of {definition.title.lower()}")
        self._currency.activated.connect(lambda _: self.commit())
        if line := self._currency.lineEdit():
            line.editingFinished.connect(self.commit)
        self._use = PrintedOffer(self._amount, "£225m, undisclosed")
        self._use.taken.connect(self.edited)
        self._arrange()

    def stops(self) -> list[QWidget]:
        return [self._amount, self._currency, self._use]

    @property
    def is_being_typed(self) -> bool:
        return self._typed() != apart(self._stored)

    def commit(self) -> None:
        amount, currency = self._typed()
        if (amount, currency) == apart(self._stored):
            self._offer(self._readable(self._stored))
        elif amount:
            self._offer(f"{currency} {amount}" if currency and _is_bare(amount) else amount)
        elif self._stored or self.has_problem:
            self._offer("")

    def _typed(self) -> tuple[str, str]:
        return self._amount.text().strip(), self._currency.currentText().strip().upper()

    def _arrange(self) -> None:
        named = self._quiet("Currency")
        named.setBuddy(self._currency)
        self._heading.addWidget(named, 1)
        boxes = QWidget()
        row = QHBoxLayout(boxes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._heading.spacing())
        for box in (self._amount, self._currency):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row.addWidget(box, 1)
        self.add_editor(self._amount, boxes)
        self._column.addWidget(self._use)

    def _show(self, value: str, words: str) -> None:
        amount, currency = apart(self._stored)
        if self._amount.text() != amount:
            self._amount.setText(amount)
            self._amount.setCursorPosition(len(amount) if self._amount.hasFocus() else 0)
        if self._currency.currentText() != currency:
            self._currency.setEditText(currency)
        self._use.show_printed("" if value else find_money(words))


def apart(stored: str) -> tuple[str, str]:
    """Amount and currency of a stored value, as the two boxes show them."""
    try:
        money = Money.parse(stored) if stored else None
    except ValueError:
        return stored, ""
    return (Money(money.least, money.most).shown(), money.currency) if money else ("", "")


def _is_bare(amount: str) -> bool:
    """True for an amount without a currency of its own."""
    try:
        money = Money.parse(amount)
    except ValueError:
        return False  # the sentence that refuses it names it as it was typed
    return money.least is not None and not money.currency
