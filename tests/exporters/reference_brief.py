"""The reference brief: every block, every inline, every field, and the text that breaks writers.

All writers are tested on it. Whoever adds a kind or a field to `pressmark.brief` adds it here too.
"""

from datetime import UTC, date, datetime
from decimal import Decimal

from pressmark.brief import (
    Align,
    Block,
    Break,
    Brief,
    Cell,
    Column,
    Comment,
    Heading,
    LabelStyle,
    Legend,
    LineStyle,
    Link,
    Mark,
    Marked,
    Paragraph,
    Passage,
    PassageKind,
    Role,
    Row,
    Table,
    Text,
    Tone,
)

MARKUP = '<b>&amp; <img src="file:///etc/passwd"/> \\x ]]> {{x}} %s'
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2

SCRIPTS = {
    "Cyrillic": "Порт Альмар получит 42 миллиона евро",
    "Greek": "Το λιμάνι θα λάβει 42 εκατομμύρια",
    "Arabic": "قالت الوزيرة إن الميناء سيحصل على 42 مليون يورو قبل 31 مارس.",
    "Hebrew": "הנמל יקבל 42 מיליון אירו (לפני 31 במרץ).",
    "Chinese": "港口将获得四千二百万欧元，用于疏浚航道。",
    "Emoji": "The dredger 🚢 sailed 👍🏽 under 🇪🇺, with 👩‍🔧 aboard ❤️",
    "Combining": "Cafe\u0301, Z\u030alsk, q\u0303 and Tie\u0302\u0301ng Vie\u0323\u0302t",
    "No-break": "€42\u00a0million, 31\u00a0March, 7\u202f000\u202ft",
    "Mixed": "The ministry (وزارة الموانئ) and the union (איגוד) signed.",
    "Unassigned": "A private sign \ue123 and a bare tag \U000e0041.",
}

LABELS = {
    style.name: style
    for style in (
        LabelStyle("quote", "Quote", "#fff3c4", "#8a6100", LineStyle.SOLID),
        LabelStyle("pledge", "Pledge", "#d5efdc", "#1f7a3d", LineStyle.DASHED),
        LabelStyle("actor", "Actor", "#d9e8fb", "#1f5fae", LineStyle.DOTTED),
        LabelStyle("location", "Location", "#fbdedb", "#b0382b", LineStyle.WAVY),
        LabelStyle("risk", "Risk & <doubt>", "#e9e0f7", "#6a3fb0", LineStyle.DOUBLE),
    )
}

COMMENT = Comment(
    "R. Okafor", "Check the date: the ministry said <April>\nbefore.", datetime(2026, 11, 14, 9, 30)
)

MARKS = {
    mark.name: mark
    for mark in (
        Mark("q1", "quote", "m_q1", COMMENT),
        Mark("p1", "pledge", "m_p1"),
        Mark("a1", "actor", "m_a1"),
        Mark("l1", "location", "m_l1", Comment("", "Two harbours have this name.")),
        Mark("r1", "risk", "m_r1"),
    )
}


def _table() -> Table:
    return Table(
        "Pledges",
        (Column("", 1), Column("Who, to whom", 6), Column("Amount", 3, Align.END), Column("Source", 3)),
        (
            Row(
                (
                    Cell((Link("p1", "#m_p1"),)),
                    Cell((Text("Ministry of Harbours → Port Almar"), Break(), Text("officials", Tone.QUIET))),
                    Cell((Text("EUR 42,000,000"),), Decimal("42000000.00")),
                    Cell((Text("[1] "), Link("¶1", "#s1_p1", Tone.QUIET))),
                ),
                anchor="p1",
            ),
            Row(
                (
                    Cell(()),
                    Cell((Text("“A date is not a dredger.”", Tone.VERBATIM),)),
                    Cell((Text("2"),), 2),
                    Cell((Text("14 Nov 2026"),), date(2026, 11, 14)),
                ),
                anchor="q1",
            ),
            Row((Cell(()), Cell((Text("Total"),)), Cell((Text("EUR 42m"),)), Cell(())), total=True),
        ),
    )


def _untitled_table() -> Table:
    columns = (Column("", 1), Column("", 3))
    rows = tuple(Row((Cell((Text(name),)), Cell((Text(text),)))) for name, text in SCRIPTS.items())
    return Table("Scripts", columns, rows)


def _front() -> tuple[Block, ...]:
    return (
        Paragraph(
            (Text("One dated sum is on the table: €42m."), Link("p1", "#p1")), Role.LEAD, "bottom_line"
        ),
        Heading("Pledges", anchor="pledges"),
        _table(),
        Heading("Tones and links", 2, "tones"),
        Paragraph(
            (
                Text("Plain, "),
                Text("strong, ", Tone.STRONG),
                Text("emphasis, ", Tone.EMPHASIS),
                Text("quiet, ", Tone.QUIET),
                Text("verbatim.", Tone.VERBATIM),
                Break(),
                Link("The gazette", "https://example.org/a?b=1&c=%22d%22"),
                Text(", "),
                Link("the desk", "mailto:desk@example.org", Tone.STRONG),
                Text(", "),
                Link("a trap", "javascript:alert(1)"),
                Text(", "),
                Link("nowhere", "#no_such_place"),
                Text(", "),
                Link("the first paragraph", "#s1_p1", Tone.EMPHASIS),
                Text("."),
            ),
            anchor="links",
        ),
        Paragraph((Text(MARKUP), Text(" " + LONG_WORD))),
        Paragraph((Text("No place was named."),), Role.QUIET),
        Heading("Scripts", 3),
        _untitled_table(),
    )


def _article() -> tuple[Block, ...]:
    return (
        Heading("The article", anchor="article"),
        Legend(("quote", "pledge", "actor", "location", "risk")),
        Passage(PassageKind.HEADING, (Text("Port deal before winter"),), 1, "s1_p1"),
        Passage(
            PassageKind.PARAGRAPH,
            (
                Marked("The ", ("q1",)),
                Marked("minister", ("q1", "a1")),
                Marked(" pledged ", ("q1",)),
                Marked("€42m to ", ("q1", "p1")),
                Marked("Port Almar", ("q1", "p1", "l1")),
                Marked(" by March", ("q1", "p1")),
                Marked(", come what may", ("p1",)),
                Text(". Nobody asked "),
                Marked("what if it fails", ("r1",)),
                Text("."),
            ),
            2,
            "s1_p2",
        ),
        Passage(PassageKind.LIST_ITEM, (Text("first, the channel;"),), 3, "s1_p3"),
        Passage(PassageKind.LIST_ITEM, (Text("then, the quay"), Break(), Text("and its cranes.")), 4),
        Passage(PassageKind.QUOTATION, (Text("A date is not a dredger."),), 5),
        Passage(PassageKind.CAPTION, (Text("The breakwater. Photo: E. Lindqvist"),)),
        Passage(PassageKind.PARAGRAPH, (Text(SCRIPTS["Arabic"]),), 6),
        Passage(PassageKind.PARAGRAPH, (Marked(SCRIPTS["Hebrew"], ("r1",)),), 7),
    )


REFERENCE = Brief(
    title="Harbour aid: what was promised <b>&amp; by whom",
    details="For the Transport Committee · from the Research Desk · 1 article",
    caveat="OFFICIAL · TLP:GREEN",
    dateline="As of 14 November 2026, 09:40",
    author="Research Desk",
    language="en-GB",
    created=datetime(2026, 11, 14, 9, 40, tzinfo=UTC),
    blocks=(*_front(), *_article()),
    labels=LABELS,
    marks=MARKS,
)
