"""A brief with everything that stands out of running text: for the writers of Word documents."""

from datetime import UTC, datetime
from io import BytesIO

from PIL import Image

from pressmark.brief import (
    Align,
    Anchor,
    Area,
    Attachment,
    Break,
    Brief,
    Cell,
    Column,
    Comment,
    Contents,
    Disc,
    Figure,
    Heading,
    LabelStyle,
    LineStyle,
    Link,
    Look,
    Mark,
    Marked,
    Note,
    PageBreak,
    Paragraph,
    Passage,
    PassageKind,
    Picture,
    Role,
    Row,
    Shade,
    Stroke,
    Table,
    Text,
    Tone,
    Words,
)

MARKUP = '<b>&amp; <img src="file:///etc/passwd"/> \\x ]]> {{x}} =1+1'


def logo(kind: str = "PNG") -> Picture:
    file = BytesIO()
    Image.new("RGB", (60, 20), "#2f5d8a").save(file, kind)
    return Picture(file.getvalue(), f"image/{kind.lower()}", "The desk’s sign")


FIGURE = Figure(
    "Pledges by year",
    600,
    120,
    (
        Area((((0, 0), (90, 0), (90, 90)), ((10, 10), (20, 10), (20, 20))), Shade.LAND, Shade.HAIRLINE),
        Stroke(((0, 60), (600, 60)), Shade.QUIET, dashed=True),
        Disc((50, 50), 4, Shade.ACCENT),
        Words("ميناء Almar <2>", (60, 50), anchor=Anchor.MIDDLE, strong=True, target="#p1"),
    ),
    f"By year {MARKUP}",
    f"One dot {MARKUP}",
    "figure_years",
)


def pledges(name: str, *, wide: bool = False, caption: str = "") -> Table:
    columns = (Column("", 1), Column("What", 6), Column("Amount", 3, Align.END))
    rows = tuple(
        Row(
            (
                Cell((Link(f"{name}{number}", f"#{name}{number}"),)),
                Cell(
                    (Text("“a quay”", Tone.VERBATIM), Break(), Text("at Ulm", Tone.QUIET)), fields=("what",)
                ),
                Cell((Text(f"EUR {number}00"),), fields=("amount",)),
            ),
            f"{name}{number}",
        )
        for number in (1, 2, 3)
    )
    return Table("Pledges", columns, rows, caption, wide)


NOTE = Note(
    (
        Text(f"Gazette {MARKUP}, "),
        Link("online", "https://example.org/a?b=1&c=2"),
        Text(", see "),
        Link("p1", "#p1"),
        Text(" and "),
        Link("nothing", "javascript:alert(1)"),
        Marked("a port", ("l1",)),
    )
)

BLOCKS = Brief(
    "Harbour aid",
    "not shown, for there is a cover",
    caveat="OFFICIAL",
    dateline="As of 3 May 2026",
    language="en-GB",
    created=datetime(2026, 5, 3, 9, 0, tzinfo=UTC),
    cover=(("For", "the Board"), ("From", MARKUP)),
    look=Look(accent="#7a3b5d", logo=logo()),
    labels={"place": LabelStyle("place", "Place", "#ffeeaa", "#664400", LineStyle.SOLID)},
    marks={"l1": Mark("l1", "place", "m_l1", Comment("Ida Roth", "Which port?"))},
    attachments=(
        Attachment("a.xml", "application/xml", b'<article xmlns="urn:x:1">Fish &amp; ships</article>', "one"),
        Attachment("b.txt", "text/plain", b"no XML", "two"),
    ),
    blocks=(
        Paragraph((Text("One sum is dated.", Tone.STRONG), NOTE), Role.LEAD),
        Paragraph((Text(f"A source was withdrawn {MARKUP}."),), Role.CAUTION),
        Contents("What is in it"),
        Heading("Pledges", 1, "pledges"),
        pledges("p", caption=f"Promises {MARKUP}"),
        PageBreak(),
        pledges("r"),
        Heading("By year", 1, "years"),
        FIGURE,
        Heading("All", 1, "all"),
        pledges("w", wide=True, caption="Everything"),
        PageBreak(),
        Passage(PassageKind.PARAGRAPH, (Text("It rained."), Note((Text("It did."),))), 1, "s1_p1"),
        Paragraph((Link("the map", "#figure_years"), Link("the port", "#m_l1"))),
    ),
)
