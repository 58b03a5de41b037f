from decimal import Decimal

from pressmark import facts
from pressmark.money import Money
from pressmark.totals import totals
from tests.pressmark.story import mark, told


def test_a_pledge_that_another_stands_for_is_not_added_again() -> None:
    found = totals(facts.pledges(told()))
    assert found.sums == (
        Money(Decimal(40_000_000), Decimal(40_000_000), "GBP"),
        Money(Decimal(2_000_000), Decimal(3_000_000), "EUR"),
    )
    assert found.counted == {"GBP": 1, "EUR": 1}
    assert found.restated == {"GBP": 1}


def test_what_has_nothing_to_add_is_counted() -> None:
    doc = told()
    mark(doc, "pledge", "an undisclosed sum", values={"amount": "undisclosed"})
    mark(doc, "pledge", "an undisclosed", values={"amount": "500"})
    mark(doc, "pledge", "sum")
    found = totals(facts.pledges(doc))
    assert (found.undisclosed, found.without_currency, found.not_stated) == (1, 1, 1)
    assert len(found.sums) == 2
