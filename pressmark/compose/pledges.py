"""Who promised how much by when: one row a pledge, and totals that count a restated one once."""

from decimal import Decimal

from pressmark.annotation import Annotation
from pressmark.brief import Align, Block, Break, Cell, Inline, Note, Row, Table, Text, Tone
from pressmark.compose.cells import (
    and_more,
    columns,
    filled,
    id_cell,
    names,
    source_cell,
    stated_cell,
    text_cell,
)
from pressmark.compose.counted import Counted, counted_pledges
from pressmark.compose.material import Material
from pressmark.compose.phrases import Phrases
from pressmark.compose.pledged import pledged_by
from pressmark.conversion import about, converted
from pressmark.money import Money
from pressmark.quotation_marks import CLOSING, bare
from pressmark.totals import totals

_COLUMNS = (
    ("", 8, Align.START),
    ("who-to-whom", 20, Align.START),
    ("what", 22, Align.START),
    ("amount", 25, Align.END),
    ("due", 12, Align.START),
    ("source", 13, Align.START),
)
_WIDE = (
    ("", 5, Align.START),
    ("who-to-whom", 19, Align.START),
    ("what", 24, Align.START),
    ("amount", 16, Align.END),
    ("due", 9, Align.START),
    ("kind", 8, Align.START),
    ("status", 8, Align.START),
    ("conditions", 12, Align.START),
    ("marked-by", 9, Align.START),
    ("source", 11, Align.START),
)


def pledges(material: Material) -> list[Block]:
    found = counted_pledges(material)
    if not found:
        return []
    wide = material.chosen("pledges").wide
    most = material.chosen("pledges").most or len(found)
    noted: set[str] = set()
    rows = [_row(material, one, wide, noted) for one in _largest(found, most)]
    rows += _totals(material, found, wide, noted)
    own = columns(material, *(_WIDE if wide else _COLUMNS))
    name = material.say("title.pledges")
    table = filled(name, own, rows, wide=True) if wide else Table(name, own, tuple(rows))
    left = len(found) - most
    return [table, *and_more(material, left), *(pledged_by(material, found) if left <= 0 else [])]


def _largest(found: list[Counted], most: int) -> list[Counted]:
    """All of them as they stand, or so many of those that count, in the order of their amounts."""
    if len(found) <= most:
        return found
    return sorted(found, key=lambda one: (not one.counts, -_size(one)))[:most]


def _size(one: Counted) -> Decimal:
    return (one.row.amount and one.row.amount.most) or Decimal(0)


def _row(material: Material, one: Counted, wide: bool, noted: set[str]) -> Row:
    source, row, pledge = one.source, one.row, one.row.annotation
    say = material.say
    to_whom = names((*row.recipients, *row.places))
    who = " → ".join(filter(None, (names(row.pledgers) or say("word.not-stated"), to_whom)))
    again = ", ".join(say("word.restates", id=key) for key in one.restates)
    due = (say.fuzzy(row.due), "due") if row.due else (say("word.not-stated"), "")
    start = (
        id_cell(material, source, pledge.id),
        stated_cell((who, ""), *(() if wide else _stated(pledge, "kind", "status")), (again, "")),
        _what(one, say, wide),
        _amount(material, one, noted),
        stated_cell(due),
    )
    more = [stated_cell(one) for one in _stated(pledge, "kind", "status", "conditions")] if wide else []
    more += [text_cell(pledge.author)] if wide else []
    return Row((*start, *more, source_cell(material, source, pledge)), source.row_anchor(pledge.id))


def _stated(pledge: Annotation, *fields: str) -> list[tuple[str, str]]:
    return [(pledge.value(field), field) for field in fields]


def _what(one: Counted, say: Phrases, wide: bool) -> Cell:
    pledge, printed = one.row.annotation, one.row.words
    conditions = "" if wide else pledge.value("conditions")
    if conditions and not conditions.casefold().startswith(f"{say('word.if')} "):
        conditions = say("word.conditional", condition=conditions)
    short = text_cell(pledge.value("what"), conditions).inlines
    opening = printed[:1] if printed[:1] in CLOSING else ""
    words = Text(f"“{bare(printed, opening)}”", Tone.VERBATIM)
    fields = ("", "what") if pledge.value("what") else ()
    return Cell((words, *((Break(), *short) if short else ())), fields=fields)


def _amount(material: Material, one: Counted, noted: set[str]) -> Cell:
    row, say = one.row, material.say
    printed = say("word.printed", amount=row.printed_amount) if row.printed_amount else ""
    if row.amount is None:
        return text_cell(say("word.not-stated"), printed)
    exact = row.amount.least if row.amount.least == row.amount.most else None
    inlines = text_cell(_shown(row.amount, say), printed).inlines + _converted(material, row.amount, noted)
    return Cell(inlines, exact, ("amount",))


def _shown(money: Money, say: Phrases) -> str:
    return money.shown() if money.least is not None else say("word.undisclosed")


def _converted(material: Material, money: Money, noted: set[str]) -> tuple[Inline, ...]:
    """The amount at the analyst's rate; where a rate is first used, with a note of whose rate that is."""
    found = converted(money, material.rates)
    if found is None:
        return ()
    amount, rate = found
    shown = material.say("word.converted", amount=about(amount).shown())
    told = material.say("word.at-rate", of=rate.of, factor=f"{rate.factor:f}", into=rate.into, said=rate.said)
    note = () if rate.of in noted else (Note((Text(told),)),)
    noted.add(rate.of)
    return (Break(), Text(shown, Tone.QUIET), *note)


def _totals(material: Material, found: list[Counted], wide: bool, noted: set[str]) -> list[Row]:
    """A total for each currency in which more than one pledge counts."""
    sums = totals([one.counted_row for one in found])
    return [
        _total(material, money, (sums.restated.get(money.currency, 0), sums.undisclosed), wide, noted)
        for money in sums.sums
        if sums.counted[money.currency] > 1
    ]


def _total(material: Material, money: Money, left: tuple[int, int], wide: bool, noted: set[str]) -> Row:
    """`left` is how many are restated, and how many undisclosed."""
    say = material.say
    restated, undisclosed = left
    remarks = [say.count("word.restated-once", restated)] if restated else []
    remarks += [say.count("word.undisclosed-left-out", undisclosed)] if undisclosed else []
    amount = Cell(text_cell(money.shown()).inlines + _converted(material, money, noted))
    empty = (Cell(()),) * (len(_WIDE if wide else _COLUMNS) - 4)
    return Row((Cell(()), text_cell(say("word.total"), *remarks), Cell(()), amount, *empty), total=True)
