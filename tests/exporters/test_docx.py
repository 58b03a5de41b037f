"""What a reader finds who opens a brief in Word, read back with python-docx."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn

from exporters.docx import write
from pressmark.brief import (
    Align,
    Break,
    Brief,
    Cell,
    Column,
    Heading,
    LabelStyle,
    Legend,
    LineStyle,
    Link,
    Paragraph,
    Passage,
    PassageKind,
    Role,
    Row,
    Table,
    Text,
    Tone,
    plain,
)

Written = Callable[[Brief], DocumentType]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """A brief, written and opened again."""

    def write_and_open(brief: Brief) -> DocumentType:
        path = tmp_path / "brief.docx"
        write(brief, path, lambda _: None)
        return Document(str(path))

    return write_and_open


def words(text: str) -> tuple[Text, ...]:
    return (Text(text),)


def row(*cells: str, anchor: str = "", total: bool = False) -> Row:
    return Row(tuple(Cell(words(cell) if cell else ()) for cell in cells), anchor, total)


def test_title_details_and_headings_have_words_own_styles(written: Written) -> None:
    blocks = tuple(Heading(f"Level {level}", level) for level in (1, 2, 3, 4))
    document = written(Brief("A ferry for Ulm", "For the board", blocks=blocks))
    found = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]
    assert found == [
        ("Title", "A ferry for Ulm"),
        ("Subtitle", "For the board"),
        ("Heading 1", "Level 1"),
        ("Heading 2", "Level 2"),
        ("Heading 3", "Level 3"),
        ("Heading 3", "Level 4"),
    ]


@pytest.mark.parametrize(
    ("role", "style"), [(Role.BODY, "Body Text"), (Role.LEAD, "Bottom Line"), (Role.QUIET, "Quiet Note")]
)
def test_each_role_has_a_paragraph_style(written: Written, role: Role, style: str) -> None:
    (paragraph,) = written(Brief("", blocks=(Paragraph(words("Words."), role),))).paragraphs
    assert (paragraph.style.name, paragraph.text) == (style, "Words.")


def test_the_bottom_line_stands_beside_a_bar(written: Written) -> None:
    style = written(Brief("")).styles["Bottom Line"].element
    assert style.find(f".//{qn('w:pBdr')}/{qn('w:left')}").get(qn("w:val")) == "single"


@pytest.mark.parametrize(
    ("kind", "style"),
    [
        (PassageKind.HEADING, "Article Heading"),
        (PassageKind.PARAGRAPH, "Article Paragraph"),
        (PassageKind.LIST_ITEM, "Article List Item"),
        (PassageKind.QUOTATION, "Article Quotation"),
        (PassageKind.CAPTION, "Article Caption"),
    ],
)
def test_each_kind_of_passage_has_a_paragraph_style(written: Written, kind: PassageKind, style: str) -> None:
    (paragraph,) = written(Brief("", blocks=(Passage(kind, words("Rain."), 12),))).paragraphs
    bullet = "•\t" if kind is PassageKind.LIST_ITEM else ""
    assert (paragraph.style.name, paragraph.text) == (style, f"12\t{bullet}Rain.")
    assert paragraph.runs[0].style.name == "Paragraph Number"


def test_a_passage_without_a_number_begins_where_the_others_do(written: Written) -> None:
    (paragraph,) = written(Brief("", blocks=(Passage(PassageKind.CAPTION, words("Rain.")),))).paragraphs
    assert paragraph.text == "Rain."
    assert paragraph.paragraph_format.first_line_indent == 0
    assert paragraph.paragraph_format.left_indent == paragraph.style.paragraph_format.left_indent


@pytest.mark.parametrize(
    ("tone", "style"),
    [
        (Tone.PLAIN, "Default Paragraph Font"),
        (Tone.STRONG, "Strong"),
        (Tone.EMPHASIS, "Emphasis"),
        (Tone.QUIET, "Quiet Words"),
        (Tone.VERBATIM, "Verbatim"),
    ],
)
def test_each_tone_has_a_character_style(written: Written, tone: Tone, style: str) -> None:
    (paragraph,) = written(Brief("", blocks=(Paragraph((Text("Words.", tone),)),))).paragraphs
    assert [(run.style.name, run.text) for run in paragraph.runs] == [(style, "Words.")]


@pytest.mark.parametrize(
    "text",
    [
        "<w:r>&amp;</w:r> {PAGE} ]]>",
        "  two  spaces, a\u00a0hard one and a\ttab ",
        "e\u0301 👩‍🚀 \u2028 漢字 \u200b Ж",
        "السلام 2026 in Bonn (שלום)",
    ],
)
def test_text_comes_back_character_for_character(written: Written, text: str) -> None:
    blocks = (Heading(text), Paragraph(words(text)), Table("", (Column("", 1),), (row(text),)))
    document = written(Brief(text, text, blocks=blocks))
    expected = text.replace("\u2028", "\n")  # the one line break that may hide in a line
    assert [paragraph.text for paragraph in document.paragraphs[:4]] == [expected] * 4
    assert document.tables[0].cell(0, 0).text == expected


def test_characters_that_xml_forbids_are_left_out(written: Written) -> None:
    (paragraph,) = written(Brief("", blocks=(Paragraph(words("a\x00\x0b\ud800\ufffeb")),))).paragraphs
    assert paragraph.text == "ab"


def test_a_break_begins_a_new_line(written: Written) -> None:
    inlines = (Text("one"), Break(), Text("two"))
    (paragraph,) = written(Brief("", blocks=(Paragraph(inlines),))).paragraphs
    assert paragraph.text == plain(inlines)


def test_web_and_mail_addresses_are_links(written: Written) -> None:
    targets = ["https://example.org/a?b=1&c=2", "mailto:desk@example.org"]
    inlines = tuple(Link("here", target) for target in targets)
    (paragraph,) = written(Brief("", blocks=(Paragraph(inlines),))).paragraphs
    assert [(link.text, link.url) for link in paragraph.hyperlinks] == [
        ("here", target) for target in targets
    ]


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "#nowhere", ""])
def test_a_link_that_is_not_allowed_is_plain_text(written: Written, target: str) -> None:
    (paragraph,) = written(Brief("", blocks=(Paragraph((Link("here", target),)),))).paragraphs
    assert (paragraph.text, paragraph.hyperlinks) == ("here", [])


def test_links_within_the_brief_lead_to_headings_and_rows(written: Written) -> None:
    table = Table("", (Column("", 1),), (row("first", anchor="row1"),))
    links = (Link("a", "#part"), Link("b", "#row1"))
    document = written(Brief("", blocks=(Heading("Part", 1, "part"), table, Paragraph(links))))
    starts = document.element.body.iter(qn("w:bookmarkStart"))
    places = {start.get(qn("w:name")): start.getparent() for start in starts}
    texts = {name: "".join(place.xpath(".//w:t/text()")) for name, place in places.items()}
    assert [link.fragment for link in document.paragraphs[-1].hyperlinks] == ["part", "row1"]
    assert texts == {"part": "Part", "row1": "first"}


@pytest.mark.parametrize(
    ("role", "style"), [(Role.LEAD, "Reference"), (Role.BODY, "Hyperlink"), (Role.QUIET, "Hyperlink")]
)
def test_what_the_bottom_line_rests_on_is_raised(written: Written, role: Role, style: str) -> None:
    inlines = (Text("It floats."), Link("p1", "#part"))
    document = written(Brief("", blocks=(Heading("Part", 1, "part"), Paragraph(inlines, role))))
    assert [run.style.name for run in document.paragraphs[1].hyperlinks[0].runs] == [style]


def test_header_rows_are_repeated_and_rows_are_not_split(written: Written) -> None:
    columns = (Column("Who", 3), Column("How much", 1, Align.END))
    document = written(Brief("", blocks=(Table("Sums", columns, (row("Ulm", "3"), row("Bonn", "4"))),)))
    properties = [[child.tag for child in found.trPr] for found in document.element.iter(qn("w:tr"))]
    assert properties == [[qn("w:cantSplit"), qn("w:tblHeader")], [qn("w:cantSplit")], [qn("w:cantSplit")]]
    table = document.tables[0]
    assert table.style.name == "Brief Table"
    assert [[cell.text for cell in found.cells] for found in table.rows] == [
        ["Who", "How much"],
        ["Ulm", "3"],
        ["Bonn", "4"],
    ]
    assert table.cell(0, 0).paragraphs[0].style.name == "Table Heading"
    assert table.cell(0, 0).paragraphs[0].style.paragraph_format.keep_with_next


def test_columns_share_the_width_of_the_text(written: Written) -> None:
    document = written(Brief("", blocks=(Table("", (Column("", 3), Column("", 1)), (row("a", "b"),)),)))
    section = document.sections[0]
    text = section.page_width - section.left_margin - section.right_margin
    wide, narrow = (column.width for column in document.tables[0].columns)
    assert wide + narrow == pytest.approx(text, abs=1000)
    assert wide == pytest.approx(3 * narrow, rel=0.01)


def test_a_table_without_titles_has_no_header_row(written: Written) -> None:
    document = written(Brief("", blocks=(Table("", (Column("", 1),), (row("only"),)),)))
    assert [cell.text for found in document.tables[0].rows for cell in found.cells] == ["only"]


def test_the_words_of_a_total_run_over_empty_cells(written: Written) -> None:
    columns = (Column("", 1), Column("What", 5), Column("Due", 2), Column("Sum", 2, Align.END))
    table = Table("", columns, (row("p1", "a", "b", "1"), row("", "Total", "", "1", total=True)))
    total = written(Brief("", blocks=(table,))).tables[0].rows[-1]
    spans = [cell.grid_span for cell in total._tr.tc_lst]
    texts = [cell.p_lst[0].text for cell in total._tr.tc_lst]
    assert (spans, texts) == ([1, 2, 1], ["", "Total", "1"])


def test_two_tables_in_a_row_stay_two(written: Written) -> None:
    table = Table("", (Column("", 1),), (row("a"),))
    document = written(Brief("", blocks=(table, table)))
    assert [type(child).__name__ for child in document.iter_inner_content()] == ["Table", "Paragraph"] * 2


def test_pages_carry_caveat_dateline_title_and_numbers(written: Written) -> None:
    section = written(Brief("Ferries", caveat="INTERNAL", dateline="As of 3 May 2026")).sections[0]
    footer = section.footer.paragraphs[0]
    fields = [field.get(qn("w:instr")).strip() for field in footer._p.iter(qn("w:fldSimple"))]
    assert section.header.paragraphs[0].text == "INTERNAL\tAs of 3 May 2026"
    assert footer.text == "Ferries\tINTERNAL\t of "
    assert fields == ["PAGE", "NUMPAGES"]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Harbours", "Harbours"),
        ("Harbours: " + "what was promised by whom " * 3, "Harbours"),
        ("what was promised by whom " * 3, "what was promised by whom what was promised by…"),
    ],
)
def test_a_long_title_is_cut_short_at_the_foot(written: Written, title: str, short: str) -> None:
    footer = written(Brief(title)).sections[0].footer.paragraphs[0]
    assert footer.text.split("\t")[0] == short


def test_a_brief_without_caveat_and_dateline_has_no_header(written: Written) -> None:
    assert written(Brief("Ferries")).sections[0].header.is_linked_to_previous


def test_core_properties_say_what_the_brief_is(written: Written) -> None:
    made = datetime(2026, 5, 3, 8, 30, tzinfo=UTC)
    brief = Brief("Ferries\x07 " + "x" * 300, "For the board", author="I. Roth", language="de", created=made)
    properties = written(brief).core_properties
    assert properties.title == ("Ferries " + "x" * 300)[:255]
    assert (properties.subject, properties.author, properties.language) == ("For the board", "I. Roth", "de")
    assert (properties.created, properties.modified) == (made, made)
    assert properties.comments == ""


@pytest.mark.parametrize(
    ("language", "tag"), [("en", "en-US"), ("en-GB", "en-GB"), ("de", "de-DE"), ("", "en-US"), ("xx", "xx")]
)
def test_the_language_is_set_where_word_looks_for_it(written: Written, language: str, tag: str) -> None:
    defaults = written(Brief("", language=language)).styles.element.find(qn("w:docDefaults"))
    assert defaults.find(f".//{qn('w:lang')}").get(qn("w:val")) == tag


def test_a_legend_shows_each_label_in_its_own_style(written: Written) -> None:
    labels = {
        line.value: LabelStyle(line.value, line.title(), "#ffeeaa", "#664400", line) for line in LineStyle
    }
    document = written(Brief("", blocks=(Legend(tuple(labels)),), labels=labels))
    entries = [run for run in document.paragraphs[0].runs if run.text.strip()]
    assert [(run.text, run.style.name) for run in entries] == [
        (line.title(), f"Label {line.title()}") for line in LineStyle
    ]
