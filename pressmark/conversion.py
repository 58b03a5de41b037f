"""Amounts in another currency, at rates that the analyst states: the app knows none and fetches none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from pressmark.money import Money

_RATE = re.compile(
    r"\s*1\s*(?P<of>[A-Za-z]{3})\s*=\s*(?P<factor>\d{1,12}(?:\.\d{1,12})?)\s*(?P<into>[A-Za-z]{3})"
    r"\s*,\s*(?P<said>\S.*?)\s*"
)
_DAY = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")


class RateNotUnderstood(ValueError):
    """A line that states no rate; the message says how one is written."""

    def __init__(self, line: str) -> None:
        super().__init__(
            f"“{line}” is not an exchange rate: write it like "
            "1 USD = 0.79 GBP, Bank of England, 2026-11-13, with who says so and of which day"
        )


@dataclass(frozen=True, slots=True)
class Rate:
    """One unit of a currency in another (ISO 4217); `said` is by whom and of which day."""

    of: str
    into: str
    factor: Decimal
    said: str


def rates(text: str) -> tuple[Rate, ...]:
    """The rates of the lines that are not empty. Raises RateNotUnderstood."""
    return tuple(_rate(line) for line in text.splitlines() if line.strip())


def converted(money: Money, known: Iterable[Rate]) -> tuple[Money, Rate] | None:
    """The amount at the first rate for its currency, None where there is none or no amount."""
    if money.least is None or money.most is None:
        return None
    for rate in known:
        if rate.of == money.currency:
            return Money(money.least * rate.factor, money.most * rate.factor, rate.into), rate
    return None


def _rate(line: str) -> Rate:
    found = _RATE.fullmatch(line)
    if not found or not _DAY.search(found["said"]) or Decimal(found["factor"]) == 0:
        raise RateNotUnderstood(line.strip())
    return Rate(found["of"].upper(), found["into"].upper(), Decimal(found["factor"]), found["said"])
