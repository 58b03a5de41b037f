"""Marked text as page formats need it: marks as a tree, and each mark with its place, lane and row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias, cast

from exporters import links
from exporters.walking import inlines
from pressmark.brief import (
    Brief,
    Contents,
    Figure,
    Heading,
    Inline,
    Legend,
    Link,
    Marked,
    PageBreak,
    Paragraph,
    Passage,
    Row,
    Table,
)


@dataclass(frozen=True, slots=True)
class MarkedText:
    """Passages that follow each other, with the legends between them; notes on them come after them."""

    parts: tuple[Passage | Legend, ...]


Part: TypeAlias = Heading | Paragraph | Table | Figure | Contents | PageBreak | MarkedText


@dataclass(frozen=True, slots=True)
class Under:
    """What stands under one mark, in one piece; marks within it are inside it."""

    mark: str
    inside: tuple["Nested", ...]


Nested: TypeAlias = Inline | Under


def parts(brief: Brief) -> Iterator[Part]:
    """The blocks of the brief, its passages and legends gathered."""
    for marked, group in groupby(brief.blocks, lambda block: isinstance(block, Passage | Legend)):
        if marked:
            yield MarkedText(tuple(cast(Iterable[Passage | Legend], group)))
        else:
            yield from cast(Iterable[Heading | Paragraph | Table | Figure | Contents | PageBreak], group)


def nested(text: Iterable[Inline], known: Mapping[str, object], depth: int = 0) -> Iterator[Nested]:
    """The inlines with neighbouring runs joined under the marks that they share, outermost first."""

    def mark_here(inline: Inline) -> str | None:
        marks = [name for name in inline.marks if name in known] if isinstance(inline, Marked) else []
        return marks[depth] if len(marks) > depth else None

    for mark, group in groupby(text, mark_here):
        if mark is None:
            yield from group
        else:
            yield Under(mark, tuple(nested(group, known, depth + 1)))


def runs(brief: Brief) -> Iterator[Marked]:
    """Every marked run of the brief, in order, wherever it stands."""
    return (inline for inline in inlines(brief) if isinstance(inline, Marked))


def met(text: MarkedText, brief: Brief) -> tuple[str, ...]:
    """The marks of these passages in the order in which a reader meets them."""
    passages = [part for part in text.parts if isinstance(part, Passage)]
    found = [name for passage in passages for inline in passage.inlines for name in _names(inline)]
    return tuple(dict.fromkeys(name for name in found if name in brief.marks))


def met_elsewhere(brief: Brief) -> tuple[str, ...]:
    """The marks that stand only outside passages, in a table's cell say."""
    in_passages = {name for part in parts(brief) if isinstance(part, MarkedText) for name in met(part, brief)}
    everywhere = dict.fromkeys(name for run in runs(brief) for name in run.marks if name in brief.marks)
    return tuple(name for name in everywhere if name not in in_passages)


def lanes(brief: Brief) -> dict[str, int]:
    """For each mark a lane for its underline, so that marks over the same words never share one."""
    found: dict[str, int] = {}
    for run in runs(brief):
        for name in run.marks:
            taken = {found[other] for other in run.marks if other in found}
            found.setdefault(name, next(lane for lane in range(len(taken) + 1) if lane not in taken))
    return found


def homes(brief: Brief) -> dict[str, str]:
    """For each mark that a row links to by its name, the anchor of that row: the way back."""
    by_link = {(mark.name, mark.anchor): key for key, mark in brief.marks.items()}
    found: dict[str, str] = {}
    for row in _rows(brief):
        for link in _links(row):
            key = by_link.get((link.text, links.anchor(link.target) or ""))
            if key and row.anchor:
                found.setdefault(key, row.anchor)
    return found


def linked(brief: Brief) -> frozenset[str]:
    """The places in the brief that some link of it leads to."""
    contents = any(isinstance(block, Contents) for block in brief.blocks)
    listed = {block.anchor for block in brief.blocks if contents and isinstance(block, Heading)}
    targets = listed | {links.anchor(inline.target) for inline in inlines(brief) if isinstance(inline, Link)}
    return links.anchors(brief) & frozenset(filter(None, targets))


def _names(inline: Inline) -> tuple[str, ...]:
    return inline.marks if isinstance(inline, Marked) else ()


def _rows(brief: Brief) -> Iterator[Row]:
    return (row for block in brief.blocks if isinstance(block, Table) for row in block.rows)


def _links(row: Row) -> Iterator[Link]:
    return (inline for cell in row.cells for inline in cell.inlines if isinstance(inline, Link))
