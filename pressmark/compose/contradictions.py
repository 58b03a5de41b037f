"""Where the sources disagree, and what rests on one of them alone.

Nothing is inferred from the words: the analyst has tied what is compared, by “restates” or “contradicts”.
"""

from collections.abc import Iterator, Sequence

from pressmark.annotation import Annotation
from pressmark.brief import Block, Break, Cell, Heading, Row, Table, Text, Tone
from pressmark.compose.cells import columns, names, reference_cell, source_cell, text_cell
from pressmark.compose.counted import Counted, counted_pledges
from pressmark.compose.material import Material, Source, one_line
from pressmark.facts import words_of

_COLUMNS = (("", 8), ("disagreement", 30), ("words", 62))
_ALONE = (("", 8), ("words", 62), ("single-source", 30))
_CONTRADICTS = "contradicts"


def contradictions(material: Material) -> list[Block]:
    found = counted_pledges(material)
    rows = [*_restated(material, found), *_contradicted(material)]
    blocks: list[Block] = []
    if rows:
        name = material.say("title.contradictions")
        blocks.append(Table(name, columns(material, *_COLUMNS), tuple(rows)))
    if alone := _alone(material, found):
        title = material.say("title.single-source")
        blocks += [Heading(title, 2), Table(title, columns(material, *_ALONE), tuple(alone))]
    return blocks


def _restated(material: Material, found: Sequence[Counted]) -> Iterator[Row]:
    """Pledges that are said to be the same, with another amount or date."""
    say = material.say
    by_key = {(one.source.number, one.row.annotation.id): one for one in found}
    for one in found:
        for key in one.row.restates:
            other = by_key.get((one.source.number, key))
            if other is None:
                continue
            pairs = (
                ("amount", *(each.row.amount.shown() if each.row.amount else "" for each in (one, other))),
                ("due", *(say.fuzzy(each.row.due) for each in (one, other))),
            )
            for field, here, there in pairs:
                if here and there and here != there:
                    told = say(f"contradiction.{field}", here=here, there=there, id=one.source.name(key))
                    yield _row(material, one.source, one.row.annotation, told, other.row.annotation)


def _contradicted(material: Material) -> Iterator[Row]:
    """What the analyst has tied as contradicting each other."""
    for source in material.sources:
        for one in source.doc.markup.in_text_order():
            for key in one.targets(_CONTRADICTS):
                if key in source.doc.markup:
                    told = material.say("contradiction.stated", id=source.name(key))
                    yield _row(material, source, one, told, source.doc.markup[key])


def _row(material: Material, source: Source, one: Annotation, told: str, other: Annotation) -> Row:
    words = (
        Text(one_line(f"“{words_of(source.doc, one)}”"), Tone.VERBATIM),
        Break(),
        Text(one_line(f"{source.name(other.id)}: “{words_of(source.doc, other)}”"), Tone.QUIET),
    )
    return Row((reference_cell(material, source, one.id), text_cell(told), Cell(words)))


def _alone(material: Material, found: Sequence[Counted]) -> list[Row]:
    """Pledges that one outlet alone reports, where the brief rests on several."""
    outlets = {source.doc.source.outlet for source in material.sources}
    if len(outlets) < 2:
        return []
    held: dict[str, set[str]] = {}
    for one in found:
        held.setdefault(_meant(one), set()).add(one.source.doc.source.outlet)
    return [
        Row(
            (
                reference_cell(material, one.source, one.row.annotation.id),
                Cell((Text(one_line(f"“{one.row.words}”"), Tone.VERBATIM),)),
                source_cell(material, one.source, one.row.annotation),
            )
        )
        for one in found
        if one.counts and len(held[_meant(one)]) == 1
    ]


def _meant(one: Counted) -> str:
    """What makes two reports of a pledge the same for a reader: who gives how much."""
    giver, amount = names(one.row.pledgers).casefold(), one.row.amount
    return f"{giver}|{amount}" if giver and amount else f"{one.source.number}:{one.row.annotation.id}"
