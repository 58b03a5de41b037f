"""Who said what to whom: one row a quote, as the articles have them, by speaker or by topic."""

from collections.abc import Iterable, Sequence

from pressmark.attributes import shown
from pressmark.brief import Block, Break, Cell, Heading, Row, Table, Text, Tone
from pressmark.compose.cells import (
    and_more,
    columns,
    id_cell,
    names,
    printed_otherwise,
    source_cell,
    text_cell,
)
from pressmark.compose.material import Material, Source, one_line
from pressmark.dates import FuzzyDate
from pressmark.facts import QuoteRow, quotes
from pressmark.templates import Arrangement

_COLUMNS = (("", 8), ("speaker", 26), ("words", 52), ("source", 14))
_Found = tuple[Source, QuoteRow]


def statements(material: Material) -> list[Block]:
    found = [(source, quote) for source in material.sources for quote in quotes(source.doc)]
    most = material.chosen("statements").most
    shown_first, left = (found[:most], found[most:]) if most else (found, [])
    blocks: list[Block] = []
    for title, group in _grouped(material, shown_first):
        rows = tuple(_row(material, source, quote) for source, quote in group)
        blocks += [Heading(title, 2)] if title else []
        name = title or material.say("title.statements")
        blocks.append(Table(name, columns(material, *_COLUMNS), rows))
    return blocks + and_more(material, len(left))


def _grouped(material: Material, found: Sequence[_Found]) -> Iterable[tuple[str, Sequence[_Found]]]:
    """Groups under their titles; those of whom or what nobody is named come last."""
    by, say = material.chosen("statements").by, material.say
    if not found or by is Arrangement.TEXT:
        return [("", found)] if found else []
    groups: dict[str, list[_Found]] = {}
    for source, quote in found:
        groups.setdefault(_key(quote, by), []).append((source, quote))
    unnamed = groups.pop("", [])
    if not groups:
        return [("", unnamed)]
    rest = say("word.no-speaker" if by is Arrangement.SPEAKER else "word.no-topic")
    by_number = sorted(groups.items(), key=lambda group: -len(group[1]))  # most said first, else as met
    return [*by_number, *([(rest, unnamed)] if unnamed else [])]


def _key(quote: QuoteRow, by: Arrangement) -> str:
    return (
        one_line(names(quote.speakers))
        if by is Arrangement.SPEAKER
        else one_line(quote.annotation.value("topic"))
    )


def _row(material: Material, source: Source, quote: QuoteRow) -> Row:
    one, say = quote.annotation, material.say
    roles = ", ".join(dict.fromkeys(speaker.role for speaker in quote.speakers if speaker.role))
    otherwise = printed_otherwise(quote.speakers)
    speaker = text_cell(
        names(quote.speakers) or say("word.not-stated"),
        roles,
        say("word.printed-as", names=otherwise) if otherwise else "",
        _occasion(material, source, quote),
    )
    cells = (
        id_cell(material, source, one.id),
        speaker,
        _words(material, quote),
        source_cell(material, source, one),
    )
    return Row(cells, source.row_anchor(one.id))


def _occasion(material: Material, source: Source, quote: QuoteRow) -> str:
    """To whom, where and when it was said, as far as the analyst has filled it in."""
    one, say = quote.annotation, material.say
    definition = source.doc.codebook.style_of(one.label).attribute("said")
    said = shown(definition, one.value("said")) if definition else ""
    date = FuzzyDate.parse(one.value("said")) if said else None
    return ", ".join(
        filter(
            None,
            (
                say("word.on-behalf", name=one.value("on-behalf-of")) if one.value("on-behalf-of") else "",
                say("word.to", names=names(quote.addressees)) if quote.addressees else "",
                one.value("occasion"),
                say.fuzzy(date) if date and date.iso else said,
            ),
        )
    )


def _words(material: Material, quote: QuoteRow) -> Cell:
    words = Text(quote.words, Tone.VERBATIM)
    if quote.annotation.value("mode") != "indirect":
        return Cell((words,))
    return Cell((words, Break(), Text(material.say("word.reported"), Tone.QUIET)))
