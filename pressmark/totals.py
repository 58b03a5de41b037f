"""What pledges come to: amounts added up by currency, a pledge that another stands for not again."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pressmark.facts import PledgeRow
from pressmark.money import Money


@dataclass(frozen=True, slots=True)
class Totals:
    """`sums` has an amount for each currency, `counted` how many pledges it is made of.

    `restated` counts by currency what is not added again; the last three what has nothing to add.
    """

    sums: tuple[Money, ...]
    counted: Mapping[str, int]
    restated: Mapping[str, int]
    undisclosed: int
    without_currency: int
    not_stated: int


def totals(rows: Iterable[PledgeRow]) -> Totals:
    counted: dict[str, list[Money]] = defaultdict(list)
    restated: Counter[str] = Counter()
    undisclosed = without_currency = not_stated = 0
    for row in rows:
        if row.amount is None:
            not_stated += row.counts
        elif not row.counts:
            restated[row.amount.currency] += 1
        elif row.amount.least is None:
            undisclosed += 1
        elif row.amount.currency:
            counted[row.amount.currency].append(row.amount)
        else:
            without_currency += 1
    sums = tuple(_sum(amounts) for amounts in counted.values())
    numbers = {currency: len(amounts) for currency, amounts in counted.items()}
    return Totals(sums, numbers, restated, undisclosed, without_currency, not_stated)


def _sum(amounts: list[Money]) -> Money:
    least = sum((one.least or Decimal(0) for one in amounts), Decimal(0))
    most = sum((one.most or Decimal(0) for one in amounts), Decimal(0))
    return Money(least, most, amounts[0].currency)
