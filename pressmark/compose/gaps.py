"""What is not known, and what may be counted twice: said openly, so that nobody finds it out first."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pressmark.article import SOURCE_STATES
from pressmark.brief import Block, Cell, Paragraph, Role, Row, Table, Text
from pressmark.compose.cells import columns, ids, names, text_cell
from pressmark.compose.counted import Counted, counted_pledges
from pressmark.compose.material import Material, Tied
from pressmark.facts import quotes

_COLUMNS = (("gap", 46), ("where", 54))
_GRAVE = ("speaker", "pledger", "amount", "due", "place")
_SHOWN = 12
"""Places named of one kind; the others are counted."""


def gaps(material: Material) -> list[Block]:
    found = counted_pledges(material)
    kinds = [*_of_statements(material), *_of_pledges(found), *_of_sources(material)]
    rows = [_row(material, key, places) for key, places in kinds if places]
    rows += [_twice(material, group) for group in _alike(found)]
    return [Table(material.say("title.gaps"), columns(material, *_COLUMNS), tuple(rows))] if rows else []


def caution(material: Material) -> list[Block]:
    """What a reader must know before the first row: counted, where there is anything."""
    say = material.say
    kinds = [*_of_statements(material), *_of_pledges(counted_pledges(material)), *_of_sources(material)]
    told = [say.count(f"gap.{key}", len(places)) for key, places in kinds if places and key in _GRAVE]
    for status in filter(None, SOURCE_STATES):
        number = sum(source.doc.source.status == status for source in material.sources)
        told += [say.count(f"gap.{status}", number)] if number else []
    if not told:
        return []
    return [Paragraph((Text(say("cover.known-gaps", gaps="; ".join(told))),), Role.CAUTION)]


def _of_statements(material: Material) -> Iterator[tuple[str, Sequence[Tied]]]:
    found = [(source, quote) for source in material.sources for quote in quotes(source.doc)]
    yield "speaker", [(source, quote.annotation.id) for source, quote in found if not quote.speakers]


def _of_pledges(found: Sequence[Counted]) -> Iterator[tuple[str, Sequence[Tied]]]:
    def where(missing: Sequence[Counted]) -> Sequence[Tied]:
        return [(one.source, one.row.annotation.id) for one in missing]

    yield "pledger", where([one for one in found if not one.row.pledgers])
    yield "amount", where([one for one in found if one.counts and one.row.amount is None])
    undisclosed = [one for one in found if one.counts and one.row.amount and one.row.amount.least is None]
    yield "undisclosed", where(undisclosed)
    dated = {(one.source.number, one.row.annotation.id) for one in found if one.row.due}
    undated = [one for one in found if one.counts and one.row.due is None]
    yield "due", where([one for one in undated if not dated & _said_before(one)])


def _said_before(one: Counted) -> set[tuple[int, str]]:
    """Of the pledge it restates the date may be known."""
    return {(one.source.number, key) for key in one.row.restates}


def _of_sources(material: Material) -> Iterator[tuple[str, Sequence[Tied]]]:
    for field in ("outlet", "published"):
        bare = [source for source in material.sources if not getattr(source.doc.source, field)]
        yield field, [(source, "") for source in bare]
    lost = [
        (source, one.id)
        for source in material.sources
        for one in source.doc.markup.in_text_order()
        if one.lost
    ]
    yield "place", lost


def _alike(found: Sequence[Counted]) -> Iterator[list[Counted]]:
    """Pledges of different stories that name the same giver and the same amount, and that nobody has tied."""
    groups: dict[tuple[str, str], list[Counted]] = defaultdict(list)
    for one in found:
        giver = names(one.row.pledgers)
        if one.counts and giver and one.row.amount and one.row.amount.least is not None:
            groups[giver.casefold(), str(one.row.amount)].append(one)
    for group in groups.values():
        if len({one.source.number for one in group}) > 1:
            yield group


def _row(material: Material, key: str, places: Sequence[Tied]) -> Row:
    return Row(
        (text_cell(material.say.count(f"gap.{key}", len(places))), Cell(ids(material, places, _SHOWN)))
    )


def _twice(material: Material, group: Sequence[Counted]) -> Row:
    amount = group[0].row.amount
    told = material.say(
        "gap.twice", amount=amount.shown() if amount else "", name=names(group[0].row.pledgers)
    )
    places = [(one.source, one.row.annotation.id) for one in group]
    return Row((text_cell(told), Cell(ids(material, places, _SHOWN))))
