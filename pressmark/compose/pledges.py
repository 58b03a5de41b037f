"""Who promised how much by when: one row a pledge, and totals that count a restated one once."""

from collections import defaultdict
from decimal import Decimal

from pressmark.brief import Align, Block, Break, Cell, Column, Heading, Row, Table, Text, Tone
from pressmark.compose.cells import id_cell, names, source_cell, text_cell
from pressmark.compose.material import Material, Source
from pressmark.facts import PledgeRow
from pressmark.facts import pledges as pledge_rows
from pressmark.money import Money

COLUMNS = (
    Column("", 6),
    Column("Who, to whom", 24),
    Column("What", 27),
    Column("Amount", 18, Align.END),
    Column("Due", 11),
    Column("Source", 14),
)


def pledges(material: Material) -> list[Block]:
    found = [(source, row) for source in material.sources for row in pledge_rows(source.doc)]
    if not found:
        return []
    rows = [_row(material, source, row) for source, row in found]
    rows += _totals([row for _, row in found])
    return [Heading("Pledges"), Table("Pledges", COLUMNS, tuple(rows))]


def _row(material: Material, source: Source, row: PledgeRow) -> Row:
    one = row.annotation
    to_whom = names((*row.recipients, *row.places))
    who = " → ".join(filter(None, (names(row.pledgers) or "not stated", to_whom)))
    cells = (
        id_cell(material, source, one.id),
        text_cell(who, one.value("kind"), _standing(source, row)),
        _what(row),
        _amount(row),
        text_cell(row.due.shown() if row.due else "not stated"),
        source_cell(material, source, one),
    )
    return Row(cells, source.row_anchor(one.id))


def _standing(source: Source, row: PledgeRow) -> str:
    """Its status, and which pledge it only says again."""
    restates = [f"restates {source.name(key)}" for key in row.restates]
    return ", ".join(filter(None, (row.annotation.value("status"), *restates)))


def _what(row: PledgeRow) -> Cell:
    one = row.annotation
    conditions = f"if: {one.value('conditions')}" if one.value("conditions") else ""
    short = text_cell(one.value("what"), conditions).inlines
    words = Text(f"“{row.words}”", Tone.VERBATIM)
    return Cell((words, *((Break(), *short) if short else ())))


def _amount(row: PledgeRow) -> Cell:
    if row.amount is None:
        return text_cell("not stated", row.printed_amount and f"printed: {row.printed_amount}")
    cell = text_cell(row.amount.shown(), row.printed_amount and f"printed: {row.printed_amount}")
    exact = row.amount.least if row.amount.least == row.amount.most else None
    return Cell(cell.inlines, exact)


def _totals(rows: list[PledgeRow]) -> list[Row]:
    """A total for each currency in which more than one pledge counts."""
    sums: dict[str, list[tuple[Decimal, Decimal]]] = defaultdict(list)
    for row in rows:
        money = row.amount
        if row.counts and money is not None and money.least is not None and money.most is not None:
            sums[money.currency].append((money.least, money.most))
    totals = []
    for currency, amounts in sums.items():
        if len(amounts) > 1:
            least, most = (sum(column, Decimal(0)) for column in zip(*amounts, strict=True))
            totals.append(_total(Money(least, most, currency), len(rows) - sum(row.counts for row in rows)))
    return totals


def _total(money: Money, restated: int) -> Row:
    remark = f", {restated} restated counted once" if restated else ""
    empty = Cell(())
    cells = (empty, text_cell(f"Total{remark}"), empty, text_cell(money.shown()), empty, empty)
    return Row(cells, total=True)
