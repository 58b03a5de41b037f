"""Cells that several tables share."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pressmark.annotation import Annotation
from pressmark.brief import Align, Block, Break, Cell, Column, Inline, Paragraph, Row, Table, Text, Tone
from pressmark.brief import Role as ParagraphRole
from pressmark.compose.material import Material, Source, Tied, one_line
from pressmark.facts import Mention


def text_cell(text: str, *quiet: str, tone: Tone = Tone.PLAIN) -> Cell:
    """A line, and quieter lines below it for what is not empty."""
    inlines: list[Inline] = [Text(one_line(text), tone)] if text else []
    for line in filter(None, quiet):
        inlines += [Break()] if inlines else []
        inlines.append(Text(one_line(line), Tone.QUIET))
    return Cell(tuple(inlines))


def stated_cell(*lines: tuple[str, str]) -> Cell:
    """Lines, each with the attribute that it shows ("" for none), without those that are empty."""
    kept = [line for line in lines if line[0]]
    told = text_cell(kept[0][0], *(text for text, _ in kept[1:])) if kept else text_cell("")
    return replace(told, fields=tuple(field for _, field in kept))


def id_cell(material: Material, source: Source, key: str) -> Cell:
    """The id of the row itself; it leads to the words."""
    return Cell((material.id_link(source, key),))


def reference_cell(material: Material, source: Source, key: str) -> Cell:
    """The id of what has its own row elsewhere."""
    return Cell((material.reference(source, key),))


def ids(material: Material, tied: Sequence[Tied], most: int) -> tuple[Inline, ...]:
    """“p1, p4, [2] and 3 more”, each a link as far as the brief has where to lead; no id means the source."""
    inlines: list[Inline] = []
    for source, key in tied[:most]:
        link = material.reference(source, key) if key else Text(f"[{source.number}]")
        inlines += [Text(", "), link] if inlines else [link]
    if len(tied) > most:
        inlines.append(Text(f" {material.say.count('word.and-more', len(tied) - most)}"))
    return tuple(inlines)


def source_cell(material: Material, source: Source, one: Annotation) -> Cell:
    """``[1] ¶5`` and the outlet."""
    outlet = source.doc.source.outlet
    quiet: tuple[Inline, ...] = (Break(), Text(one_line(outlet), Tone.QUIET)) if outlet else ()
    return Cell((*material.place(source, one), *quiet))


def names(mentions: Iterable[Mention]) -> str:
    """The names, each once, with commas."""
    return ", ".join(dict.fromkeys(one.name for one in mentions))


def printed_otherwise(mentions: Iterable[Mention]) -> str:
    """How the article puts those names, where it puts them otherwise: “Healey”."""
    printed = dict.fromkeys(one.printed for one in mentions if one.printed != one.name)
    return ", ".join(f"“{words}”" for words in printed)


def columns(material: Material, *named: tuple[str, float] | tuple[str, float, Align]) -> tuple[Column, ...]:
    """Columns by the keys of their titles ("" for none), their shares and where their words stand."""
    return tuple(
        Column(material.say(f"column.{key}") if key else "", share, *align) for key, share, *align in named
    )


def and_more(material: Material, left: int) -> list[Block]:
    """The line that says how many rows more there are than the template wants."""
    return (
        [Paragraph((Text(material.say.count("word.and-more", left)),), ParagraphRole.QUIET)]
        if left > 0
        else []
    )


def filled(name: str, own: tuple[Column, ...], rows: Sequence[Row], *, wide: bool = False) -> Table:
    """A table without the columns in which nothing stands in any row."""
    kept = [place for place in range(len(own)) if any(row.cells[place].inlines for row in rows)]
    narrowed = (replace(row, cells=tuple(row.cells[place] for place in kept)) for row in rows)
    return Table(name, tuple(own[place] for place in kept), tuple(narrowed), wide=wide)
