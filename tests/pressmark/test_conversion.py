"""Amounts are converted only at rates that somebody states, of a day."""

from decimal import Decimal

import pytest

from pressmark.conversion import Rate, RateNotUnderstood, converted, rates
from pressmark.money import Money

STATED = "1 USD = 0.79 GBP, Bank of England, 2026-11-13\n\n1 eur=0.85GBP, ECB of 2026-11-12\n"


def test_each_line_states_a_rate_by_whom_and_of_which_day() -> None:
    assert rates(STATED) == (
        Rate("USD", "GBP", Decimal("0.79"), "Bank of England, 2026-11-13"),
        Rate("EUR", "GBP", Decimal("0.85"), "ECB of 2026-11-12"),
    )


@pytest.mark.parametrize(
    "line",
    [
        "1 USD = 0.79 GBP",
        "1 USD = 0.79 GBP, the bank",
        "1 USD = 0 GBP, ECB, 2026-11-13",
        "USD 0.79, ECB, 2026-11-13",
        "1 USD = 0,79 GBP, ECB, 2026-11-13",
    ],
)
def test_a_rate_without_its_source_or_day_is_refused_with_an_example(line: str) -> None:
    with pytest.raises(RateNotUnderstood, match=r"write it like 1 USD = 0\.79 GBP"):
        rates(line)


def test_a_range_is_converted_at_both_its_ends() -> None:
    found = converted(Money(Decimal(100), Decimal(200), "USD"), rates(STATED))
    assert found is not None
    assert found[0] == Money(Decimal("79.00"), Decimal("158.00"), "GBP")
    assert found[1].said == "Bank of England, 2026-11-13"


@pytest.mark.parametrize("money", [Money(None, None), Money(Decimal(5), Decimal(5), "JPY")])
def test_what_has_no_rate_or_no_amount_is_not_converted(money: Money) -> None:
    assert converted(money, rates(STATED)) is None
