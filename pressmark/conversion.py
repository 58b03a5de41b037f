"""Amounts in another currency, at rates that the analyst states: the app knows none and fetches none."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from decimal import Context, Decimal

from pressmark.money import Money

_RATE = re.compile(
    r"\s*1\s*(?P<of>[A-Za-z]{3})\s*=\s*(?P<factor>\d{1,12}(?:\.\d{1,12})?)\s*(?P<into>[A-Za-z]{3})"
    r"\s*,\s*(?P<said>\S.*?)\s*"
)
_THREE_FIGURES = Context(prec=3)
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


def known_rates(text: str) -> tuple[Rate, ...]:
    """Those of the lines that are rates: the check before an export names the others."""
    found = []
    for line in text.splitlines():
        with suppress(RateNotUnderstood):
            found.append(_rate(line))
    return tuple(found)


def about(money: Money) -> Money:
    """The amount to three figures: what is converted is no more exact than its rate."""
    least, most = (
        None if one is None else _THREE_FIGURES.create_decimal(one) for one in (money.least, money.most)
    )
    return Money(_plainly(least), _plainly(most), money.currency)


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


def _plainly(amount: Decimal | None) -> Decimal | None:
    """Without an exponent: 178000000, not 1.78E+8."""
    return None if amount is None else Decimal(f"{amount:f}")
