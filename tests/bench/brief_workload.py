"""Briefs as large as wanted: articles with overlapping marks, notes at the foot, a long table."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise

from pressmark.brief import (
    Align,
    Block,
    Break,
    Brief,
    Cell,
    Column,
    Contents,
    Heading,
    Inline,
    LabelStyle,
    Legend,
    LineStyle,
    Link,
    Mark,
    Marked,
    Note,
    Paragraph,
    Passage,
    PassageKind,
    Role,
    Row,
    Table,
    Text,
    Tone,
)

_WORDS = """the harbour minister pledged money for channel port council said union workers breakwater dredging
quay timetable winter fleet budget ministry statement reporters agreed funding announced committee opposition
would could before after under against because although million euros spring autumn January delay ferry
passengers engineers survey environmental permission contract tender signed regional government local
residents protest criticised welcomed promised investigation independent audit office figures published
""".split()  # noqa: SIM905
_LABELS = {
    one.name: one
    for one in (
        LabelStyle("quote", "Quote", "#fff3c4", "#8a6100", LineStyle.SOLID),
        LabelStyle("pledge", "Pledge", "#d5efdc", "#1f7a3d", LineStyle.DASHED),
        LabelStyle("actor", "Actor", "#d9e8fb", "#1f5fae", LineStyle.DOTTED),
        LabelStyle("location", "Location", "#fbdedb", "#b0382b", LineStyle.WAVY),
    )
}
_COLUMNS = (
    Column("", 1),
    Column("Speaker", 3),
    Column("Words", 6),
    Column("Amount", 2, Align.END),
    Column("Source", 1.5),
)
_PARAGRAPHS = 8


def brief(*, articles: int, words: int, spans: int, notes: int, rows: int, seed: int) -> Brief:
    """`words`, `spans` and `notes` are of each article; the same for the same seed."""
    chance = random.Random(seed)
    marks: dict[str, Mark] = {}
    table = Table("Statements", _COLUMNS, tuple(_row(chance, number, articles) for number in range(rows)))
    blocks: list[Block] = [
        Contents("Contents"),
        Paragraph((Text(f"{_said(chance, 60)}."),), Role.LEAD),
        Heading("Statements"),
        table,
    ]
    for article in range(articles):
        blocks.append(Heading(f"Article {article + 1}: {_said(chance, 5)}", 1, f"article{article}"))
        blocks.append(Legend(tuple(_LABELS)))
        blocks += _passages(chance, article, (words, spans, notes), marks)
    return Brief(
        "Harbour aid: what has been promised, and by whom",
        "For the Transport Committee · from the Research Desk",
        "OFFICIAL · TLP:GREEN",
        "As of 14 November 2026, 09:40",
        "Research Desk",
        "en-GB",
        datetime(2026, 11, 14, 9, 40, tzinfo=UTC),
        tuple(blocks),
        _LABELS,
        marks,
    )


def _said(chance: random.Random, count: int) -> str:
    """So many words, one in twelve of them a word that hardly stands anywhere else."""
    words = [
        chance.choice(_WORDS) + (chance.choice("abcdefgh") * (chance.random() < 0.08)) for _ in range(count)
    ]
    return " ".join(words).capitalize()


def _row(chance: random.Random, number: int, articles: int) -> Row:
    speaker = (Text(_said(chance, 4)), Break(), Text(_said(chance, 3), Tone.QUIET))
    place = Link("¶2", f"#place{chance.randrange(articles)}_1", Tone.QUIET)
    cells = (
        Cell((Link(f"q{number}", f"#mark{number}"),)),
        Cell(speaker),
        Cell((Text(f"“{_said(chance, 12)}”", Tone.VERBATIM),)),
        Cell((Text(f"EUR {chance.randint(1, 999)},000"),)),
        Cell((Text("[1] "), place)),
    )
    return Row(cells, f"row{number}")


def _passages(
    chance: random.Random, article: int, amounts: tuple[int, int, int], marks: dict[str, Mark]
) -> Iterator[Passage]:
    words, spans, notes = amounts
    for number in range(_PARAGRAPHS):
        count = spans // _PARAGRAPHS + (number < spans % _PARAGRAPHS)
        inlines = list(_runs(chance, _said(chance, words // _PARAGRAPHS).split(), count, marks))
        if number < notes:
            inlines.append(Note((Text(f"{_said(chance, 14)}."),)))
        yield Passage(PassageKind.PARAGRAPH, tuple(inlines), number + 1, f"place{article}_{number}")


def _runs(chance: random.Random, words: list[str], spans: int, marks: dict[str, Mark]) -> Iterator[Inline]:
    """The words cut at the ends of `spans` marks of two to nine words, which overlap as they fall."""
    placed = []
    for start in sorted(chance.sample(range(1, len(words) - 10), spans)):
        key = f"key{len(marks)}"
        marks[key] = Mark(f"q{len(marks)}", chance.choice(list(_LABELS)), f"mark{len(marks)}")
        placed.append((start, start + chance.randint(2, 9), key))
    edges = sorted({0, len(words), *(edge for start, end, _ in placed for edge in (start, end))})
    for start, end in pairwise(edges):
        text = " ".join(words[start:end]) + (" " if end < len(words) else ".")
        names = tuple(key for first, last, key in placed if first <= start < last)
        yield Marked(text, names) if names else Text(text)
