"""Dates of tables, in figures of either order and in words of several languages."""

from datetime import date

import pytest

from pressmark.written_dates import Order, is_ambiguous, iso_date, order_of

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2026-11-14", "2026-11-14"),
        ("2026/11/14", "2026-11-14"),
        ("14.11.2026", "2026-11-14"),
        ("11/14/2026", "2026-11-14"),
        ("14/11/26", "2026-11-14"),
        ("14-Nov-26", "2026-11-14"),
        ("14 November 2026", "2026-11-14"),
        ("Sat Nov 14, 2026", "2026-11-14"),
        ("14. März 2026", "2026-03-14"),
        ("samedi 14 août 2026 à 18:05", "2026-08-14T18:05"),
        ("14 de noviembre de 2026", "2026-11-14"),
        ("14 листопада 2026 р.", "2026-11-14"),
        ("11/14/2026 3:04 PM", "2026-11-14T15:04"),
        ("14.11.2026, 09:30 Uhr", "2026-11-14T09:30"),
        ("Sat, 14 Nov 2026 09:30:00 +0200", "2026-11-14T09:30+02:00"),
        ("2026-11-14T09:30:00.000Z", "2026-11-14T09:30Z"),
        ("2026-11-14 00:00:00", "2026-11-14"),
        ("20261114", "2026-11-14"),
        ("20261114T093000Z", "2026-11-14T09:30Z"),
        ("1794648600", "2026-11-14T09:30:00Z"),
        ("1794648600000", "2026-11-14T09:30:00Z"),
        ("November 2026", "2026-11"),
        ("31 April 2026", ""),
        ("99/99/2026", ""),
        ("last week", ""),
        ("", ""),
        ("9" * 5000, ""),
    ],
)
def test_a_written_date_is_read(written: str, iso: str) -> None:
    assert iso_date(written) == iso


def test_the_order_of_a_country_is_told_by_days_past_twelve() -> None:
    assert order_of(["11/3/2026", "11/14/2026"], TODAY) == Order(day_first=False, certain=True)
    assert order_of(["3/11/2026", "14/11/2026"], TODAY) == Order(day_first=True, certain=True)


def test_the_order_that_lies_in_the_future_is_not_it_but_that_is_a_guess() -> None:
    assert order_of(["11/12/2026"], TODAY) == Order(day_first=False, certain=False)


def test_without_any_sign_the_day_comes_first_and_that_is_a_guess() -> None:
    assert order_of(["3/4/2026"], TODAY) == Order(day_first=True, certain=False)
    assert iso_date("3/4/2026", Order(day_first=False)) == "2026-03-04"


def test_days_and_months_that_are_equal_or_have_dots_are_certain() -> None:
    assert order_of(["4/4/2026", "3.4.2026"], TODAY).certain
    assert [is_ambiguous(one) for one in ("3/4/2026", "4/4/2026", "3.4.2026", "14/4/2026", "2026-03-04")] == [
        True, False, False, False, False,
    ]  # fmt: skip
