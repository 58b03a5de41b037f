"""When it was said, when it was promised, and when it falls due."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pressmark.brief import Block, Row, Table
from pressmark.compose.cells import and_more, columns, names, reference_cell, source_cell, text_cell
from pressmark.compose.counted import counted_pledges
from pressmark.compose.figures.timeline import Event, Kind, timeline_figure
from pressmark.compose.material import Material, Source, one_line
from pressmark.dates import FuzzyDate
from pressmark.facts import quotes

_COLUMNS = (("date", 18), ("", 8), ("event", 60), ("source", 14))
_DRAWN = 60
"""Events in the figure; of more of them nobody can tell one from another."""


@dataclass(frozen=True, slots=True)
class _Dated:
    start: date
    end: date
    shown: str
    kind: Kind
    source: Source
    key: str
    told: str


def timeline(material: Material) -> list[Block]:
    found = sorted(_events(material), key=lambda one: (one.start, one.end, one.source.number, one.key))
    if len({(one.start, one.end) for one in found}) < 2:
        return []
    most = material.chosen("timeline").most or len(found)
    rows = tuple(_row(material, one) for one in found[:most])
    table = Table(material.say("title.timeline"), columns(material, *_COLUMNS), rows)
    figure = timeline_figure(
        [_drawn(material, one) for one in found[:_DRAWN]],
        name=material.say("title.timeline"),
        caption=material.say("figure.timeline"),
        alternative=material.say.count("figure.timeline-told", len(found)),
        tick=lambda day, by_month: material.say.tick(day, by_month=by_month),
        kinds={kind: material.say(f"figure.{kind.value}") for kind in Kind},
    )
    return [figure, table, *and_more(material, len(found) - most)]


def _events(material: Material) -> Iterator[_Dated]:
    say = material.say
    for source in material.sources:
        published = FuzzyDate(source.doc.source.published[:10])
        for quote in quotes(source.doc):
            said = FuzzyDate.parse(quote.annotation.value("said"))
            when = said if said.iso else published
            told = ": ".join(filter(None, (names(quote.speakers), quote.words)))
            yield from _dated(material, when, Kind.STATEMENT, source, quote.annotation.id, told)
    for one in counted_pledges(material):
        key = one.row.annotation.id
        published = FuzzyDate(one.source.doc.source.published[:10])
        amount = one.row.amount.shown() if one.row.amount and one.row.amount.least is not None else ""
        told = ", ".join(filter(None, (names(one.row.pledgers), amount, f"“{one.row.words}”")))
        if one.counts:
            promised = say("event.pledged", what=told)
            yield from _dated(material, published, Kind.PLEDGE, one.source, key, promised)
        if one.row.due and one.row.due.iso:
            yield from _dated(material, one.row.due, Kind.DUE, one.source, key, say("event.due", what=told))


def _dated(
    material: Material, when: FuzzyDate, kind: Kind, source: Source, key: str, told: str
) -> Iterator[_Dated]:
    """None where no date is known."""
    days = _days(when.iso)
    if days:
        yield _Dated(*days, material.say.fuzzy(when), kind, source, key, told)


def _days(iso: str) -> tuple[date, date] | None:
    """The first and the last day of a date that may be a month or a year."""
    try:
        match len(iso):
            case 4:
                return date(int(iso), 1, 1), date(int(iso), 12, 31)
            case 7:
                year, month = int(iso[:4]), int(iso[5:])
                return date(year, month, 1), date(year, month, monthrange(year, month)[1])
            case _:
                return date.fromisoformat(iso), date.fromisoformat(iso)
    except ValueError:
        return None


def _drawn(material: Material, one: _Dated) -> Event:
    target = f"#{one.source.text_anchor(one.key)}" if "article" in material.sections else ""
    return Event(one.start, one.end, one.source.name(one.key), one.kind, target)


def _row(material: Material, one: _Dated) -> Row:
    annotation = one.source.doc.markup[one.key]
    cells = (
        text_cell(one.shown),
        reference_cell(material, one.source, one.key),
        text_cell(one_line(one.told)),
        source_cell(material, one.source, annotation),
    )
    return Row(cells)
