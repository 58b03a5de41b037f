"""Briefs as different from each other as they get, for whatever has to hold of each of them."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from io import BytesIO

from PIL import Image

from pressmark.brief import (
    Align,
    Anchor,
    Area,
    Attachment,
    Block,
    Break,
    Brief,
    Cell,
    Column,
    Comment,
    Contents,
    Disc,
    Faces,
    Figure,
    Heading,
    Legend,
    Link,
    Look,
    Mark,
    Marked,
    Note,
    PageBreak,
    PageSize,
    Paragraph,
    Passage,
    PassageKind,
    Picture,
    Role,
    Row,
    Shade,
    Shape,
    Stroke,
    Table,
    Text,
    Tone,
    Words,
)
from tests.exporters.reference_brief import LABELS, LONG_WORD, MARKS, MARKUP, REFERENCE, SCRIPTS

DEVANAGARI = "मंत्री ने बंदरगाह के लिए धन देने का वादा किया।"
NASTY = "a\x00b\x07c\td\x85e\ufefff\ufffeg\u200bh\xadi\ue000j\U000f0001k\ud800l\u202em\u2028n\U0010ffff"


def long_table(rows: int, *, wide: bool = False, caption: str = "") -> Table:
    """A table over pages, with a total at its end."""
    columns = (Column("", 1), Column("Name", 4), Column("Amount", 2, Align.END), Column("Source", 2))
    made = tuple(
        Row(
            (
                Cell((Link(f"r{i}", f"#row{i}"),)),
                Cell((Text(f"Row {i} "), Text("“as they said”", Tone.VERBATIM))),
                Cell((Text(f"{i},000"), Break(), Text("or so", Tone.QUIET))),
                Cell((Text("¶1"), Note((Text(f"Read on day {i}."),)))) if i % 9 == 0 else Cell(()),
            ),
            anchor=f"row{i}",
        )
        for i in range(rows)
    )
    total = Row((Cell(()), Cell((Text("Total"),)), Cell((Text("all"),))), total=True)
    return Table("Rows", columns, (*made, total), caption, wide)


def marked_article(seed: int) -> Brief:
    """Marks that overlap at random over several paragraphs, with comments on some."""
    chance = random.Random(seed)
    names = [f"m{i}" for i in range(12)]
    comment = Comment("R. Okafor", "Twice?\nSee the record.", datetime(2026, 11, 14, 9, 30))
    marks = {
        name: Mark(name, chance.choice(sorted(LABELS)), f"at_{name}", comment if i % 3 == 0 else None)
        for i, name in enumerate(names)
    }
    blocks: list[Block] = [Heading("Article", 1, "article"), Legend(tuple(LABELS))]
    for number in range(1, 9):
        runs = []
        for _ in range(chance.randint(1, 9)):
            under = chance.sample(names, chance.randint(0, 4))
            said = chance.choice(
                ["the harbour ", "of Port Almar, ", "42 million ", "قالت الوزيرة ", "pledged "]
            )
            runs.append(Marked(said, tuple(sorted(under))))
        kind = chance.choice(list(PassageKind))
        blocks.append(Passage(kind, tuple(runs), number, f"p{number}"))
    return Brief(f"Marks {seed}", blocks=tuple(blocks), labels=LABELS, marks=marks)


def _of(*blocks: Block, **fields: object) -> Brief:
    return replace(REFERENCE, blocks=blocks, **fields)  # type: ignore[arg-type]


def _said(text: str) -> tuple[Block, ...]:
    """The text in every kind of block."""
    inlines = (Text(text), Link(text, "https://example.org"), Marked(text, ("q1", "r1")), Note((Text(text),)))
    return (
        Heading(text, 1, "said"),
        Paragraph(inlines, Role.LEAD),
        Paragraph(inlines, Role.CAUTION),
        Table(text, (Column(text, 1), Column(text, 2)), (Row((Cell(inlines), Cell(inlines))),), text),
        *(Passage(kind, inlines, 1) for kind in PassageKind),
    )


def logo(kind: str = "PNG", mode: str = "RGBA") -> Picture:
    """A small picture, half of it see-through where that is possible."""
    image = Image.new(mode, (90, 30), 40 if mode == "I;16" else "#7a1f5c")
    if mode == "RGBA":
        image.putalpha(Image.linear_gradient("L").resize(image.size))
    data = BytesIO()
    image.save(data, kind)
    return Picture(data.getvalue(), f"image/{kind.lower()}", "A purple bar")


def figure(width: float = 300.0, height: float = 120.0, words: str = "Port Almar") -> Figure:
    """Every kind of shape, in every shade."""
    square = ((10.0, 10.0), (90.0, 10.0), (90.0, 90.0), (10.0, 90.0))
    hole = tuple((20 + x / 4, 20 + y / 4) for x, y in square)
    shapes: list[Shape] = [Area((square, hole), shade, shade, 0.7) for shade in Shade]
    shapes += [Area((), Shade.INK), Area(((),), None, Shade.INK), Area((square,))]
    shapes += [Stroke(square, Shade.ACCENT, dashed=True), Stroke((), Shade.INK)]
    shapes += [Disc((50, 50), 9, Shade.ACCENT, Shade.PAPER), Disc((60, 60), 4)]
    shapes += [
        Words(words, (150, 30 + 20 * i), 8, Shade.QUIET, anchor, strong=i == 1, target="#drawn" if i else "")
        for i, anchor in enumerate(Anchor)
    ]
    return Figure("Places", width, height, tuple(shapes), "Where it is", "A square with a hole", "drawn")


def _headings() -> Iterator[Block]:
    for i, level in enumerate((3, 1, 2, 5, 1, 3, 2)):
        yield Heading(f"Heading {i}" if i != 2 else "", level)
        yield Paragraph((Text("What was said. " * 30),))


BRIEFS = {
    "reference": REFERENCE,
    "empty": Brief(""),
    "title only": Brief("Nothing happened"),
    "no title": Brief("", blocks=tuple(_headings())),
    "headings": Brief("Headings", blocks=(Contents("Contents"), *_headings())),
    "pages": Brief("Long", blocks=tuple(Paragraph((Text(f"{i} " + "word " * 90),)) for i in range(60))),
    "table": _of(long_table(150, caption="All that was promised")),
    "wide table": _of(
        Heading("Rows"), long_table(80, wide=True, caption="Sideways"), Paragraph((Text("On."),))
    ),
    "odd tables": _of(
        Table("Nothing", (), ()),
        Table("No rows", (Column("Title", 1),), ()),
        Table("", (Column("A", 0), Column("B", 0)), (Row((Cell((Text("x"),)),)),)),
        Table("Tall", (Column("A", 1),), (Row((Cell((Text("word " * 3000),)),)),)),
    ),
    "control characters": _of(*_said(NASTY), title=NASTY, caveat=NASTY, dateline=NASTY, author=NASTY),
    "markup": _of(*_said(MARKUP), title=MARKUP, details=MARKUP),
    "long word": _of(*_said(LONG_WORD * 4), title=LONG_WORD),
    **{script: _of(*_said(text), title=text, details=text) for script, text in SCRIPTS.items()},
    "Devanagari": _of(*_said(DEVANAGARI), title=DEVANAGARI, language="hi"),
    "right to left": _of(*_said(SCRIPTS["Arabic"]), *(long_table(3), Contents("المحتويات")), language="ar"),
    "strange language": _of(*_said("x"), language="(no) language"),
    "marks": _of(*marked_article(0).blocks[:0], marks=MARKS, labels={}),
    **{f"marks {seed}": marked_article(seed) for seed in range(4)},
    "notes": _of(
        *(Paragraph((Text("word " * 40), Note((Text("said " * 80),)), Text("word " * 9))) for _ in range(40))
    ),
    "one long note": _of(
        Paragraph((Text("Called."), Note((Text("said " * 4000),)))), Paragraph((Text("On."),))
    ),
    "links": _of(
        Paragraph(
            tuple(
                Link(f"link {i} of some length, ", target)
                for i, target in enumerate(
                    ("https://example.org/ä?b=(1)", "mailto:a@b.c", "#said", "#none", "file:///etc", "")
                )
            )
        ),
        Heading("Here", 1, "said"),
        Paragraph((Link(" ", "#said"), Text("."), Link("\x07\ufeff", "https://example.org"))),
        Passage(PassageKind.PARAGRAPH, (Marked("", ("q1",)), Link("to a mark over nothing", "#m_q1"))),
    ),
    "attachments": Brief(
        "Attachments",
        attachments=(
            Attachment("q.xml", "application/xml", b"<a/>", "The annotations"),
            Attachment("q.xml", "not a type", b"\x00" * 99, ""),
            Attachment("ünïcode (1).bin", "application/x-b+c", b"", "Nothing (much)"),
        ),
    ),
    "page breaks": _of(PageBreak(), Heading("One"), PageBreak(), PageBreak(), Heading("Two"), PageBreak()),
    "figures": _of(figure(), Heading("More"), figure(2000, 300), figure(30, 5000, SCRIPTS["Arabic"])),
    "figures from the right": _of(figure(words=SCRIPTS["Hebrew"]), language="he"),
    "cover": _of(cover=(("For", "the Board"), ("", ""), ("Handling", "Not to be passed on. " * 20))),
    **{
        f"logo {kind} {mode}": _of(look=Look(logo=logo(kind, mode)))
        for kind, mode in (("PNG", "RGBA"), ("PNG", "P"), ("PNG", "I;16"), ("JPEG", "RGB"), ("JPEG", "CMYK"))
    },
    "letter, sans": _of(*REFERENCE.blocks, look=Look("#7a1f5c", Faces.SANS, PageSize.LETTER)),
}
