"""Markdown: what is escaped, what is emphasised, and where notes and tables stand."""

from datetime import datetime
from pathlib import Path

import pytest

from exporters.markdown import write
from exporters.markdown.emphasis import Kind, emphasised, joined
from exporters.markdown.escape import address, heading, line, words
from pressmark.brief import (
    Align,
    Block,
    Break,
    Brief,
    Cell,
    Column,
    Comment,
    Contents,
    Figure,
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

LABELS = {"quote": LabelStyle("quote", "Quote", "#ffeeaa", "#885500", LineStyle.SOLID)}
MARKS = {
    "q": Mark("q1", "quote", "m_q1", Comment("R. Okafor", "One.\n# Two.", datetime(2026, 10, 3, 9, 5))),
    "l": Mark("l1", "place", "m_l1"),
    "a": Mark("a1", "actor", "m_a1"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def markdown(folder: Path, *blocks: Block) -> str:
    """What stands below the title."""
    path = folder / "brief.md"
    write(Brief("T", blocks=blocks, labels=LABELS, marks=MARKS), path, lambda _: None)
    return path.read_text(encoding="utf-8").removeprefix("# T\n\n").removesuffix("\n")


def passage(
    *inlines: Inline, kind: PassageKind = PassageKind.PARAGRAPH, number: int | None = None
) -> Passage:
    return Passage(kind, inlines, number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("snake_case __init__", r"snake_case \_\_init\_\_"),
        ("[a](b) <c> &amp; R&D", r"\[a\](b) \<c> \&amp; R&D"),
        ("a | b ~~c~~ $5 ==d==", r"a \| b \~\~c\~\~ \$5 \==d\=="),
        ("C:\\new", r"C:\\new"),
        ("a\x00b\ud800", "ab"),
        ("it’s “so” – 5 > 4!", "it’s “so” – 5 > 4!"),
    ],
)
def test_text_comes_out_as_text(text: str, expected: str) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("begun", "expected"),
    [
        ("# a", r"\# a"),
        ("- a", r"\- a"),
        ("+ a", r"\+ a"),
        ("1. a", r"1\. a"),
        ("12) a", r"12\) a"),
        ("---", r"\---"),
        ("===", r"\==="),
        (":--", r"\:--"),
        ("> a", r"\> a"),
        ("    code  ", "code"),
        ("1.5 million", "1.5 million"),
        ("2026", "2026"),
    ],
)
def test_the_beginning_of_a_line_begins_no_block(begun: str, expected: str) -> None:
    assert line(begun) == expected


def test_a_heading_keeps_the_signs_at_its_end() -> None:
    assert heading("In C## ") == r"In C\#\#"


def test_an_address_cannot_end_its_link() -> None:
    assert address("https://x.example/a_(b)?c=1&copy=2") == "https://x.example/a_%28b%29?c=1&amp;copy=2"


@pytest.mark.parametrize(
    ("before", "inside", "after", "expected"),
    [
        ("", "a b", "", "**a b**"),
        ("x", "y", "z", "x**y**z"),
        (" ", "“yes”", ".", " **“yes”**."),
        ("x", "“yes”", " ", "x<b>“yes”</b> "),
        (" ", "yes.", "No", " <b>yes.</b>No"),
        ("", "yes ", "no", "<b>yes </b>no"),
        ("", " yes", "", "<b> yes</b>"),
    ],
)
def test_asterisks_stand_only_where_they_are_taken_for_emphasis(
    before: str, inside: str, after: str, expected: str
) -> None:
    assert joined([before, *emphasised(Kind.STRONG, [inside]), after]) == expected


def test_emphasis_next_to_emphasis_never_shares_its_asterisks() -> None:
    both = [*emphasised(Kind.STRONG, ["a"]), *emphasised(Kind.STRONG, ["b"])]
    assert joined(both) == "<b>a</b><b>b</b>"


def test_an_exclamation_mark_makes_no_picture_of_a_link(folder: Path) -> None:
    paragraph = Paragraph((Text("Look!"), Link("here", "https://x.example/")))
    assert markdown(folder, paragraph) == r"Look\![here](https://x.example/)"


def test_a_parenthesis_makes_no_link_of_the_sign_of_a_note(folder: Path) -> None:
    found = markdown(folder, passage(Marked("Yes", ("q",)), Text("(he said)")))
    assert found.startswith(r"**Yes**<sup>q1</sup>[^m_q1]\(he said)")


def test_links_that_are_not_allowed_are_words(folder: Path) -> None:
    paragraph = Paragraph((Link("a", "javascript:x"), Link("b", "#gone"), Link("c", "mailto:d@e.example")))
    assert markdown(folder, paragraph) == "ab[c](mailto:d@e.example)"


def test_a_place_is_written_only_if_a_link_leads_to_it(folder: Path) -> None:
    blocks = (Heading("One", 1, "one"), Heading("Two", 2, "two"), Paragraph((Link("up", "#one"),)))
    assert markdown(folder, *blocks) == '## <a id="one"></a>One\n\n### Two\n\n[up](#one)'


def test_tones_that_markdown_has_are_written(folder: Path) -> None:
    inlines = [Text(f"{tone.value} ", tone) for tone in (Tone.PLAIN, Tone.QUIET, Tone.VERBATIM)]
    strong = (Text("strong", Tone.STRONG), Text(" "), Text("soft", Tone.EMPHASIS))
    assert markdown(folder, Paragraph((*inlines, *strong))) == "plain quiet verbatim **strong** *soft*"


def test_the_bottom_line_is_set_off_and_a_break_is_a_new_line(folder: Path) -> None:
    paragraph = Paragraph((Text("One."), Break(), Text("- Two.")), Role.LEAD)
    assert markdown(folder, paragraph) == "> One.\\\n> \\- Two."


def test_a_mark_is_bold_and_a_mark_in_it_italic_and_both_are_named(folder: Path) -> None:
    inlines = (Marked("To ", ("l",)), Marked("the moon", ("l", "a")), Marked(" and on", ("l",)))
    assert markdown(folder, passage(*inlines)) == "**To *the moon*<sup>a1</sup> and on**<sup>l1</sup>"


def test_a_mark_of_two_pieces_is_named_after_the_second(folder: Path) -> None:
    inlines = (Marked("“Yes,”", ("l",)), Text(" she said, "), Marked("“no.”", ("l",)))
    assert markdown(folder, passage(*inlines)) == "**“Yes,”** she said, **“no.”**<sup>l1</sup>"


def test_a_note_is_a_footnote_below_the_passages(folder: Path) -> None:
    note = "[^m_q1]: One.\\\n    \\# Two.\\\n    — R. Okafor, 3 Oct 2026, 09:05"
    found = markdown(folder, passage(Marked("Yes", ("q",))), passage(Text("No")), Heading("H"))
    assert found == f"**Yes**<sup>q1</sup>[^m_q1]\n\nNo\n\n{note}\n\n## H"


def test_the_legend_names_the_marks_of_each_label(folder: Path) -> None:
    found = markdown(folder, Legend(("quote", "place")), passage(Marked("Yes", ("l",))))
    assert found.split("\n\n")[0] == "**Quote** · **place** l1"


def test_a_mark_and_its_row_lead_to_each_other(folder: Path) -> None:
    table = Table("T", (Column("", 1),), (Row((Cell((Link("l1", "#m_l1"),)),), "row_l1"),))
    rows, text = markdown(folder, table, passage(Marked("Kettle", ("l",)))).split("\n\n")
    assert rows.splitlines()[-1] == '| <a id="row_l1"></a>[l1](#m_l1) |'
    assert text == '<a id="m_l1"></a>**Kettle**<sup>[l1](#row_l1)</sup>'


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (PassageKind.HEADING, "### <sup>¶3</sup> One Two"),
        (PassageKind.PARAGRAPH, "<sup>¶3</sup> One\\\nTwo"),
        (PassageKind.LIST_ITEM, "- <sup>¶3</sup> One\\\n  Two"),
        (PassageKind.QUOTATION, "> <sup>¶3</sup> One\\\n> Two"),
        (PassageKind.CAPTION, "<sup>¶3</sup> One\\\nTwo"),
    ],
)
def test_passages_are_what_they_were_in_the_article(kind: PassageKind, expected: str, folder: Path) -> None:
    assert markdown(folder, passage(Text("One"), Break(), Text("Two"), kind=kind, number=3)) == expected


def test_a_table_is_a_line_a_row(folder: Path) -> None:
    columns = (Column("Who | what", 2), Column("Sum", 1, Align.END))
    row = Row((Cell((Text("Wray"), Break(), Text("farmer", Tone.QUIET))), Cell((Text("£9m"),))))
    total = Row((Cell((Text("All "), Text("of it", Tone.STRONG))),), total=True)
    assert markdown(folder, Table("T", columns, (row, total))).splitlines() == [
        r"| Who \| what | Sum |",
        "| --- | ---: |",
        "| Wray<br>farmer | £9m |",
        "| **All of it** |  |",
    ]


def test_the_caveat_stands_above_and_below(folder: Path) -> None:
    path = folder / "brief.md"
    write(Brief("*T*", "For us", "INTERNAL", "As of now"), path, lambda _: None)
    assert path.read_bytes().decode() == (
        "**INTERNAL** · As of now\n\n# \\*T\\*\n\nFor us\n\n---\n\n**INTERNAL**\n"
    )


def test_figures_captions_notes_contents_and_covers_are_words(folder: Path) -> None:
    figure = Figure("F", 10, 10, (), "Who *pledged*", "Venn 40, Lowick 3", "fig")
    captioned = Table("T", (Column("A", 1),), (Row((Cell((Text("1"),)),)),), caption="All of it")
    brief = Brief(
        "T",
        "not shown",
        cover=(("For", "the Board"), ("Version", "2")),
        blocks=(
            Contents("Contents"),
            Heading("Part", anchor="part"),
            Paragraph((Text("Said"), Note((Text("by *whom*"),)), Text("."))),
            figure,
            captioned,
            Paragraph((Text("Mind the gap"),), Role.CAUTION),
        ),
    )
    path = folder / "brief.md"
    write(brief, path, lambda _: None)
    assert path.read_text("utf-8").split("\n\n") == [
        "# T",
        "**For** the Board\\\n**Version** 2",
        "**Contents**",
        "- [Part](#part)",
        '## <a id="part"></a>Part',
        "Said[^1].",
        "> **Figure 1** Who \\*pledged\\*\\\n> Venn 40, Lowick 3",
        "**Table 1** All of it",
        "| A |\n| --- |\n| 1 |",
        "> **!** Mind the gap",
        "[^1]: by \\*whom\\*\n",
    ]
