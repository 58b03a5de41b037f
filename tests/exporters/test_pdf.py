"""The PDF as readers find it, read back with pypdf, pikepdf and poppler."""

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporters.pdf import write
from exporters.typography import PAGE_WIDTH
from pressmark.brief import (
    Align,
    Block,
    Brief,
    Cell,
    Column,
    Heading,
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
)
from tests.exporters.reference_brief import LABELS, LONG_WORD, MARKUP, REFERENCE, SCRIPTS

Writer = Callable[[Brief], Path]


def no_tick(done: float) -> None:
    assert 0 <= done <= 1


@pytest.fixture
def written(tmp_path: Path) -> Writer:
    def write_to(brief: Brief) -> Path:
        path = tmp_path / "brief.pdf"
        write(brief, path, no_tick)
        return path

    return write_to


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "reference.pdf"
    write(REFERENCE, path, no_tick)
    return path


def of(*blocks: Block) -> Brief:
    return replace(REFERENCE, blocks=blocks)


def pages(path: Path) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


def text(path: Path) -> str:
    return " ".join("\n".join(pages(path)).split())


def long_table(rows: int) -> Table:
    columns = (Column("Name", 1), Column("Amount", 1, Align.END))
    made = tuple(Row((Cell((Text(f"row {i}"),)), Cell((Text(f"{i},000"),)))) for i in range(rows))
    total = Row((Cell((Text("Total"),)), Cell((Text("all"),))), total=True)
    return Table("Rows", columns, (*made, total))


def addresses(path: Path) -> list[str]:
    """What can be clicked and leads out of the brief."""
    with pikepdf.open(path) as document:
        links = [link for page in document.pages for link in page.get("/Annots", ())]
        return [str(link.A.URI) for link in links if "/A" in link]


def leads(path: Path) -> dict[str, str]:
    """The words of each link within the brief, with those of the line that it leads to."""
    found = {}
    with pikepdf.open(path) as document, pdfium.PdfDocument(path) as drawn:
        texts = [page.get_textpage() for page in drawn]
        places = pikepdf.NameTree(document.Root.Names.Dests)
        for number, page in enumerate(document.pages):
            for link in (note for note in page.get("/Annots", ()) if "/Dest" in note):
                words = texts[number].get_text_bounded(*map(float, link.Rect)).strip("\u200a ")
                target = places[str(link.Dest)]
                place, top = texts[pikepdf.Page(target[0]).index], float(target[3])
                found[words] = place.get_text_bounded(0, top - 24, PAGE_WIDTH, top)
    return found


def test_every_part_of_the_brief_is_read_in_order(reference: Path) -> None:
    expected = (
        REFERENCE.caveat, REFERENCE.dateline, REFERENCE.title, REFERENCE.details, "One dated sum", "p1",
        "Pledges", "Who, to whom", "Amount", "Ministry of Harbours → Port Almar", "EUR 42,000,000", "[1] ¶1",
        "A date is not a dredger", "Total", "EUR 42m", "Tones and links",
        "Plain, strong, emphasis, quiet, verbatim.",
        "The gazette, the desk, a trap, nowhere, the first paragraph.", "No place was named.", "The article",
        "Quote", "Risk", "Port deal before winter", "The minister", "first, the channel;", "and its cranes.",
        "The breakwater. Photo: E. Lindqvist", "Two harbours have this name.",
        "Check the date: the ministry said <April> before. — R. Okafor, 14 Nov 2026, 09:30",
    )  # fmt: skip
    found = text(reference)
    places = []
    for part in expected:
        places.append(found.find(part, places[-1] if places else 0))
    assert -1 not in places, expected[places.index(-1)]


@pytest.mark.parametrize("script", ["Cyrillic", "Greek", "Chinese", "Emoji", "Combining", "No-break"])
def test_each_script_can_be_copied_out_exactly(reference: Path, script: str) -> None:
    assert SCRIPTS[script] in pages(reference)[0]


@pytest.mark.parametrize("script", ["Arabic", "Hebrew"])
def test_words_from_right_to_left_are_whole(reference: Path, script: str) -> None:
    words = re.findall(r"\w+", SCRIPTS[script])
    found = re.findall(r"\w+", text(reference))
    assert [word for word in words if word not in found] == []


@pytest.mark.foreign
def test_poppler_reads_arabic_and_the_rest_in_order(reference: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    command = ["pdftotext", "-layout", str(reference), "-"]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    found = re.sub("[\u202a-\u202e\u2066-\u2069]", "", done.stdout)
    assert "قالت الوزيرة إن الميناء سيحصل على" in found
    assert "Порт Альмар получит 42 миллиона евро" in found
    assert done.stderr == ""


def test_markup_comes_out_as_text(reference: Path) -> None:
    assert MARKUP in text(reference)
    assert LONG_WORD in "".join(text(reference).split())


def test_only_safe_links_can_be_clicked(reference: Path) -> None:
    assert addresses(reference) == ["https://example.org/a?b=1&c=%22d%22", "mailto:desk@example.org"]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("the first paragraph", "Port deal before winter"),
        ("q1", "“A date is not a dredger.”"),  # from the mark to its row
        ("¶1", "Port deal before winter"),
        ("q1*", "The minister"),  # from the note to its mark
        ("*", "Check the date"),  # and there
    ],
)
def test_links_lead_to_their_places(reference: Path, words: str, place: str) -> None:
    assert place in leads(reference)[words]


def test_a_row_leads_to_its_mark(written: Writer) -> None:
    row = Row((Cell((Link("see", "#m_q1"),)), Cell((Text("What"),))))
    table = Table("Quotes", (Column("", 1), Column("", 5)), (row,))
    passage = Passage(PassageKind.PARAGRAPH, (Text("They "), Marked("pledged", ("q1",))))
    assert "They pledged" in leads(written(of(table, passage)))["see"]


def test_a_mark_of_two_pieces_has_its_id_behind_the_last(written: Writer) -> None:
    passages = [
        Passage(PassageKind.PARAGRAPH, (Marked("first piece", ("q1",)), Text(" she said. "))),
        Passage(PassageKind.PARAGRAPH, (Marked("second piece", ("q1",)), Text(" ends."))),
    ]
    marks = {"q1": Mark("q1", "quote", "m_q1")}
    found = text(written(Brief("T", blocks=tuple(passages), labels=LABELS, marks=marks)))
    assert "first piece she said." in found
    assert re.search(r"second piece\s?q1 ends\.", found)


def test_marks_without_a_label_or_an_entry_are_plain_text(written: Writer) -> None:
    passage = Passage(PassageKind.PARAGRAPH, (Marked("words", ("gone", "x1")),))
    found = text(written(Brief("T", blocks=(passage,), marks={"x1": Mark("x1", "no such label", "m_x1")})))
    assert re.search(r"words\s?x1", found)


def test_headings_are_in_the_outline_with_their_levels(reference: Path) -> None:
    outline = pypdf.PdfReader(reference).outline
    assert [entry.title for entry in outline if not isinstance(entry, list)] == ["Pledges", "The article"]
    assert [entry.title for entry in outline[1] if not isinstance(entry, list)] == ["Tones and links"]


def test_an_outline_that_skips_levels_is_written_all_the_same(written: Writer) -> None:
    headings = (Heading("Deep", 4), Heading("Top", 1), Heading("Deep again", 3), Heading("הנמל", 2))
    outline = pypdf.PdfReader(written(of(*headings))).outline
    assert [entry.title for entry in outline if not isinstance(entry, list)] == ["Deep", "Top"]


def test_pages_are_numbered_and_carry_caveat_and_title(written: Writer) -> None:
    found = pages(written(of(long_table(120))))
    assert len(found) > 2
    for number, page in enumerate(found, start=1):
        assert f"{number} of {len(found)}" in page
        assert page.count(REFERENCE.caveat) == 2


def test_the_header_row_stands_on_every_page_of_a_table(written: Writer) -> None:
    found = pages(written(of(long_table(120))))
    assert [page.count("Amount") for page in found] == [1] * len(found)
    assert "\n".join(found).count("row ") == 120


@pytest.mark.parametrize("rows", range(24, 34))
def test_a_total_is_never_alone_on_a_page(written: Writer, rows: int) -> None:
    last = pages(written(of(long_table(rows))))[-1]
    assert f"row {rows - 1}" in last


@pytest.mark.parametrize("lines", range(24, 34))
def test_a_heading_is_never_the_last_thing_on_a_page(written: Writer, lines: int) -> None:
    paragraphs = [Paragraph((Text("line"),))] * lines
    found = pages(written(of(*paragraphs, Heading("Follows"), long_table(3))))
    (page,) = [page for page in found if "Follows" in page]
    assert "row 0" in page


def test_a_row_taller_than_a_page_is_cut_and_nothing_is_lost(written: Writer) -> None:
    words = " ".join(f"word{i}" for i in range(2500))
    table = Table("T", (Column("A", 1), Column("B", 3)), (Row((Cell(()), Cell((Text(words),)))),))
    found = pages(written(of(table)))
    assert len(found) > 1
    assert re.findall(r"word\d+", "\n".join(found)) == words.split()


def test_the_caveat_is_never_shortened(written: Writer) -> None:
    caveat = (
        "OFFICIAL · TLP:AMBER+STRICT · not to be passed on beyond the Harbours Board and its advisers " * 2
    )
    found = text(written(replace(REFERENCE, caveat=caveat, dateline="d" * 300, blocks=())))
    assert found.count(caveat.strip()) == 2


def test_the_document_says_what_it_is(reference: Path) -> None:
    reader = pypdf.PdfReader(reference)
    info = reader.metadata
    assert info is not None
    assert (info.title, info.author, info.subject) == (REFERENCE.title, REFERENCE.author, REFERENCE.details)
    assert info.creation_date == REFERENCE.created
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"


def test_the_same_brief_gives_the_same_bytes(reference: Path, written: Writer) -> None:
    assert written(REFERENCE).read_bytes() == reference.read_bytes()


def composite_fonts(path: Path) -> list[pikepdf.Object]:
    with pikepdf.open(path) as document:
        fonts = {name: font for page in document.pages for name, font in page.resources.Font.items()}
        for font in fonts.values():
            (descendant,) = font.DescendantFonts
            assert "/FontFile2" in descendant.FontDescriptor
            assert "/ToUnicode" in font
        return [
            pikepdf.Dictionary(glyphs=f.DescendantFonts[0].CIDToGIDMap.read_bytes()) for f in fonts.values()
        ]


def test_all_fonts_are_embedded_and_no_code_draws_an_empty_box(reference: Path) -> None:
    fonts = composite_fonts(reference)
    assert len(fonts) >= 8
    for font in fonts:
        glyphs = bytes(font.glyphs)
        pairs = [glyphs[i : i + 2] for i in range(2, len(glyphs), 2)]
        assert b"\0\0" not in pairs


def test_what_tick_raises_ends_the_export(tmp_path: Path) -> None:
    class CancelledError(Exception):
        pass

    def cancel(done: float) -> None:
        if done > 0.3:
            raise CancelledError

    with pytest.raises(CancelledError):
        write(REFERENCE, tmp_path / "brief.pdf", cancel)


def test_ticks_rise_to_one(tmp_path: Path) -> None:
    ticks: list[float] = []
    write(REFERENCE, tmp_path / "brief.pdf", ticks.append)
    assert ticks == sorted(ticks)
    assert ticks[-1] == 1.0


def test_an_empty_brief_is_one_page(written: Writer) -> None:
    assert text(written(Brief(""))) == "1 of 1"


@pytest.mark.parametrize(
    "block",
    [
        Table("Nothing", (), ()),
        Table("No rows", (Column("Title", 1),), ()),
        Table("Too few cells", (Column("A", 0), Column("B", 0)), (Row((Cell((Text("x"),)),)),)),
        Table("Too many cells", (Column("A", 1),), (Row((Cell(()), Cell(()), Cell(()))),)),
        Paragraph(()),
        Paragraph((Link("", "#q1"),), Role.LEAD),
        Passage(PassageKind.HEADING, ()),
    ],
)
def test_odd_blocks_are_written(written: Writer, block: Block) -> None:
    assert "1 of 1" in text(written(of(block)))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=()), max_size=40), st.data())
def test_any_text_anywhere_can_be_written(tmp_path: Path, anything: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(anything)))
    inlines = (
        Marked(anything[:cut], ("q1", "r1")),
        Marked(anything[cut:], ("r1",)),
        Link(anything, anything),
    )
    blocks: tuple[Block, ...] = (
        Heading(anything, 2),
        Paragraph(inlines, Role.LEAD),
        Table(anything, (Column(anything, 1), Column("", 5)), (Row((Cell(inlines), Cell(inlines))),)),
        Passage(PassageKind.LIST_ITEM, inlines, 1),
    )
    fields = {"title": anything, "details": anything, "caveat": anything, "dateline": anything}
    path = tmp_path / "any.pdf"
    write(replace(REFERENCE, **fields, author=anything, language=anything, blocks=blocks), path, no_tick)
    assert len(pypdf.PdfReader(path).pages) >= 1
