"""Attribute values as a reader meets them: their words, and which of two comes first."""

from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from pressmark.annotated_article import AnnotatedArticle
from pressmark.attributes import shown
from pressmark.dates import FuzzyDate
from pressmark.labels import AttributeDefinition, AttributeKind
from pressmark.money import Money

ValueOrder: TypeAlias = tuple[int, str, Decimal]
"""Sorts the values of one attribute: how well they are understood, then by words, then by amount."""

_UNDERSTOOD, _IN_WORDS, _NOT_UNDERSTOOD = range(3)
_NOTHING = Decimal(0)


def readable(doc: AnnotatedArticle, definition: AttributeDefinition, stored: str) -> str:
    """What the analyst sees, and would type, for a stored value; an entity is its name."""
    if definition.kind is AttributeKind.ENTITY:
        entity = doc.entities.get(stored)
        return entity.name if entity else stored
    return shown(definition, stored)


def value_order(doc: AnnotatedArticle, definition: AttributeDefinition, stored: str) -> ValueOrder:
    """Amounts, numbers and dates count as such, choices in the order of the codebook."""
    match definition.kind:
        case AttributeKind.MONEY:
            return _money_order(stored)
        case AttributeKind.NUMBER:
            number = as_number(stored)
            return _words(stored) if number is None else (_UNDERSTOOD, "", number)
        case AttributeKind.DATE:
            date = FuzzyDate.parse(stored)
            return (_UNDERSTOOD, date.iso, _NOTHING) if date.iso else _words(stored)
        case AttributeKind.CHOICE if stored in definition.choices:
            return (_UNDERSTOOD, "", Decimal(definition.choices.index(stored)))
        case _:
            return _words(readable(doc, definition, stored))


def as_number(stored: str) -> Decimal | None:
    """The number, None where a foreign hand's value is none."""
    try:
        number = Decimal(stored)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def as_money(stored: str) -> Money | None:
    """The amount, None where a foreign hand's value is none."""
    try:
        return Money.parse(stored)
    except ValueError:
        return None


def _money_order(stored: str) -> ValueOrder:
    money = as_money(stored)
    if money is None:
        return (_NOT_UNDERSTOOD, stored.casefold(), _NOTHING)
    if money.least is None:
        return (_IN_WORDS, "", _NOTHING)
    return (_UNDERSTOOD, money.currency, money.least)


def _words(text: str) -> ValueOrder:
    return (_IN_WORDS, text.casefold(), _NOTHING)
