"""Who promised how much by when: one row a pledge, and totals that count a restated one once."""

from pressmark.brief import Align, Block, Break, Cell, Column, Heading, Row, Table, Text, Tone
from pressmark.compose.cells import id_cell, names, source_cell, text_cell
from pressmark.compose.material import Material, Source
from pressmark.facts import PledgeRow
from pressmark.facts import pledges as pledge_rows
from pressmark.money import Money
from pressmark.quotation_marks import CLOSING, bare
from pressmark.totals import totals

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
    conditions = one.value("conditions")
    if conditions and not conditions.casefold().startswith("if "):
        conditions = f"if: {conditions}"
    short = text_cell(one.value("what"), conditions).inlines
    opening = row.words[:1] if row.words[:1] in CLOSING else ""
    words = Text(f"“{bare(row.words, opening)}”", Tone.VERBATIM)
    return Cell((words, *((Break(), *short) if short else ())))


def _amount(row: PledgeRow) -> Cell:
    if row.amount is None:
        return text_cell("not stated", row.printed_amount and f"printed: {row.printed_amount}")
    cell = text_cell(row.amount.shown(), row.printed_amount and f"printed: {row.printed_amount}")
    exact = row.amount.least if row.amount.least == row.amount.most else None
    return Cell(cell.inlines, exact)


def _totals(rows: list[PledgeRow]) -> list[Row]:
    """A total for each currency in which more than one pledge counts."""
    found = totals(rows)
    return [
        _total(money, found.restated.get(money.currency, 0), found.undisclosed)
        for money in found.sums
        if found.counted[money.currency] > 1
    ]


def _total(money: Money, restated: int, undisclosed: int) -> Row:
    remarks = [f"{restated} restated counted once"] if restated else []
    remarks += [f"{undisclosed} undisclosed left out"] if undisclosed else []
    empty = Cell(())
    cells = (empty, text_cell("Total", *remarks), empty, text_cell(money.shown()), empty, empty)
    return Row(cells, total=True)
