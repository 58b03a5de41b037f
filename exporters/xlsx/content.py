"""What goes into a spreadsheet's cell: words, or a number or date in the format it is printed in."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from exporters.characters import legal
from exporters.tables import value_of
from pressmark.brief import Cell, plain

Content: TypeAlias = str | int | Decimal | date

GENERAL = "General"
_DAY = "d mmm yyyy"
_MOMENT = "d mmm yyyy hh:mm"
_FIRST_YEAR = 1900  # Excel counts its days from here
_LONGEST = 32_767  # characters that a cell can hold
_GROUPED_FROM = 10_000  # years and small counts stay as they are

# One number between words, as in "EUR 42,000,000": a quote could not stand in a number format.
_NUMBER_IN_WORDS = re.compile(r'([^\d"]*)(\d[\d\s.,\'’]*?)([^\d"]*)')


def content(cell: Cell) -> tuple[Content, str]:
    """What a spreadsheet holds for the cell, and the number format that shows it."""
    value, words = value_of(cell), legal(plain(cell.inlines))
    match value:
        case date() if value.year < _FIRST_YEAR:
            return value.isoformat(), GENERAL
        case datetime():
            return value.replace(tzinfo=None), _MOMENT
        case date():
            return value, _DAY
        case Decimal() | int():
            return value, _number_format(value, words)
        case None:
            return _fitting(words), GENERAL


def _fitting(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _number_format(value: Decimal | int, words: str) -> str:
    """A format that keeps the currency, sign or unit printed around the number."""
    digits = _digits_format(value)
    found = _NUMBER_IN_WORDS.fullmatch(words.strip())
    if not found:
        return digits
    before, number, after = found.groups()
    if value < 0:
        before = before.replace("-", "").replace("−", "")
    same = _digits(number) in {_digits(f"{value:f}"), _digits(f"{Decimal(value).normalize():f}")}
    # Where the words are short for the number ("EUR 42m"), what follows it is its scale.
    return _quoted(before) + digits + (_quoted(after) if same else "")


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _digits_format(value: Decimal | int) -> str:
    if value != int(value):
        places = -int(Decimal(value).as_tuple().exponent)
        return "#,##0." + "0" * places
    return "#,##0" if abs(Decimal(value)) >= _GROUPED_FROM else "0"


def _quoted(words: str) -> str:
    words = " ".join(words.split("\n"))
    return f'"{words}"' if words else ""
