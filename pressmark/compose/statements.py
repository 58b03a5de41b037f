"""Who said what to whom: one row a quote."""

from pressmark.attributes import shown
from pressmark.brief import Block, Break, Cell, Column, Heading, Row, Table, Text, Tone
from pressmark.compose.cells import id_cell, names, printed_otherwise, source_cell, text_cell
from pressmark.compose.material import Material, Source
from pressmark.facts import QuoteRow, quotes

COLUMNS = (Column("", 6), Column("Speaker", 26), Column("Words", 54), Column("Source", 14))


def statements(material: Material) -> list[Block]:
    rows = [_row(material, source, quote) for source in material.sources for quote in quotes(source.doc)]
    return [Heading("Statements"), Table("Statements", COLUMNS, tuple(rows))] if rows else []


def _row(material: Material, source: Source, quote: QuoteRow) -> Row:
    one = quote.annotation
    roles = ", ".join(dict.fromkeys(speaker.role for speaker in quote.speakers if speaker.role))
    cells = (
        id_cell(material, source, one.id),
        text_cell(
            names(quote.speakers) or "not stated",
            roles,
            printed_otherwise(quote.speakers),
            _occasion(source, quote),
        ),
        _words(quote),
        source_cell(material, source, one),
    )
    return Row(cells, source.row_anchor(one.id))


def _occasion(source: Source, quote: QuoteRow) -> str:
    """To whom, where and when it was said, as far as the analyst has filled it in."""
    one = quote.annotation
    definition = source.doc.codebook.style_of(one.label).attribute("said")
    said = shown(definition, one.value("said")) if definition else ""
    to = f"to {names(quote.addressees)}" if quote.addressees else ""
    behalf = f"for {one.value('on-behalf-of')}" if one.value("on-behalf-of") else ""
    return ", ".join(filter(None, (behalf, to, one.value("occasion"), said)))


def _words(quote: QuoteRow) -> Cell:
    words = Text(quote.words, Tone.VERBATIM)
    if quote.annotation.value("mode") != "indirect":
        return Cell((words,))
    return Cell((words, Break(), Text("reported, not word for word", Tone.QUIET)))
