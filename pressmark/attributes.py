"""Attribute values: what an analyst types, the one canonical text that is stored, and what a reader sees.

| kind   | typed                       | stored                     | shown                    |
|--------|-----------------------------|----------------------------|--------------------------|
| money  | £225m · EUR 2-3 · 40000     | GBP 225000000 · EUR 2..3   | GBP 225,000,000          |
| date   | by 31 March 2027 · Dec 2022 | by 2027-03-31 · 2022-12    | by 31 March 2027         |
| number | 48,5 · 48.50 · 1,200        | 48.5 · 1200                | 48.5                     |
| flag   | yes · no                    | yes · no                   | yes · no                 |

A date nobody can read as one ("next winter") is kept in the analyst's words.
"""

import re

from pressmark.dates import FuzzyDate
from pressmark.labels import AttributeDefinition, AttributeKind
from pressmark.money import Money


class ValueNotUnderstood(ValueError):
    """What was typed cannot be a value of its attribute; the message says what can."""


def canonical(definition: AttributeDefinition, typed: str) -> str:
    """The text to store for what was typed; empty stays empty. Raises ValueNotUnderstood."""
    typed = " ".join(typed.split()) if definition.kind is not AttributeKind.TEXT else typed.strip()
    if not typed:
        return ""
    try:
        return _canonical(definition, typed)
    except ValueError as error:
        raise ValueNotUnderstood(f"{definition.title}: {error}") from error


def _canonical(definition: AttributeDefinition, typed: str) -> str:
    match definition.kind:
        case AttributeKind.MONEY:
            return str(Money.parse(typed))
        case AttributeKind.DATE:
            return str(FuzzyDate.parse(typed))
        case AttributeKind.NUMBER:
            return _number(typed)
        case AttributeKind.FLAG:
            return _one_of(typed, ("yes", "no"))
        case AttributeKind.CHOICE:
            return _one_of(typed, definition.choices)
        case AttributeKind.TEXT | AttributeKind.ENTITY:
            return typed


def shown(definition: AttributeDefinition, stored: str) -> str:
    """What a reader sees for a stored value; a value of another hand that is not canonical shows as it is."""
    try:
        match definition.kind:
            case AttributeKind.MONEY:
                return Money.parse(stored).shown()
            case AttributeKind.DATE:
                return FuzzyDate.parse(stored).shown()
            case _:
                return stored
    except ValueError:
        return stored


def _number(typed: str) -> str:
    text = typed.replace(" ", "").replace("\u2212", "-").removeprefix("+")
    if _THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    found = _NUMBER.fullmatch(text)
    if not found or not (found["whole"] or found["part"]):
        raise ValueError(f"“{typed}” is not a number: write it like 48.5")
    whole, part = found["whole"].lstrip("0") or "0", (found["part"] or "").rstrip("0")
    number = f"{whole}.{part}" if part else whole
    return number if number == "0" else f"{found['sign']}{number}"


_THOUSANDS = re.compile(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?")
_NUMBER = re.compile(r"(?P<sign>-?)(?P<whole>[0-9]{0,40})(?:[.,](?P<part>[0-9]{0,40}))?")


def _one_of(typed: str, choices: tuple[str, ...]) -> str:
    for choice in choices:
        if choice.casefold() == typed.casefold():
            return choice
    raise ValueError(f"“{typed}” is none of {', '.join(choices)}")
