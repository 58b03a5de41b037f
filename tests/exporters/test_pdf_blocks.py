"""What the pages of a PDF show of each kind of block: notes, figures, contents, covers, turned pages."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from exporters.pdf import write
from exporters.typography import PAGE_MARGIN
from exporters.unusable import UnusableLogoError
from pressmark.brief import (
    Block,
    Brief,
    Cell,
    Column,
    Contents,
    Heading,
    Legend,
    Look,
    Note,
    PageBreak,
    PageSize,
    Paragraph,
    Picture,
    Role,
    Row,
    Table,
    Text,
)
from tests.exporters.many_briefs import BRIEFS, figure, logo, long_table
from tests.exporters.pdf_tree import Read, read
from tests.exporters.reference_brief import REFERENCE

WORDS = Paragraph((Text("What was said at length. " * 30),))


def pages(folder: Path, *blocks: Block, brief: Brief = REFERENCE) -> list[str]:
    path = folder / "brief.pdf"
    write(replace(brief, blocks=blocks), path, lambda _done: None)
    with pdfium.PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]


def tags(folder: Path, *blocks: Block, brief: Brief = REFERENCE) -> Read:
    path = folder / "brief.pdf"
    write(replace(brief, blocks=blocks), path, lambda _done: None)
    return read(path)


def noted(number: int, words: str = "") -> Paragraph:
    note = Note((Text(f"note {number} {words}"),))
    return Paragraph((Text(f"call {number}"), note, Text(" word" * 60)))


def test_notes_stand_on_the_page_that_calls_them(tmp_path: Path) -> None:
    found = pages(tmp_path, *(noted(i) for i in range(1, 60)))
    assert len(found) > 3
    for page in found:
        assert re.findall(r"note (\d+)", page) == re.findall(r"call (\d+)", page)
    assert [int(n) for n in re.findall(r"note (\d+)", "\n".join(found))] == list(range(1, 60))


def test_a_note_longer_than_its_page_runs_on_and_nothing_is_lost(tmp_path: Path) -> None:
    said = " ".join(f"word{i}" for i in range(3000))
    found = pages(tmp_path, noted(1, said), Paragraph((Text("after"),)))
    assert len(found) > 2
    assert re.findall(r"word\d+", "\n".join(found)) == said.split()
    assert "after" in found[0] or "after" in found[1]


def tall_rows(notes: int) -> Table:
    """Rows of half a page, each with a long note."""
    note = Note((Text("said " * notes),))
    rows = tuple(Row((Cell((Text("word " * 600), note)),)) for _ in range(4))
    return Table("Tall", (Column("What", 1),), rows)


@pytest.mark.parametrize(
    "blocks",
    [
        BRIEFS["notes"].blocks,
        *((tall_rows(n),) for n in (60, 400, 2000)),
        (noted(1, "x " * 5000), tall_rows(9)),
    ],
)
def test_notes_do_not_cover_the_text(tmp_path: Path, blocks: tuple[Block, ...]) -> None:
    path = tmp_path / "brief.pdf"
    write(replace(REFERENCE, blocks=blocks), path, lambda _done: None)
    with pikepdf.open(path) as document:
        assert len(document.pages) > 3
        for page in document.pages:
            drawn = page.Contents[0].read_bytes().decode("ascii")
            baselines = sorted({float(y) for y in re.findall(r"1 0 0 1 \S+ (\S+) Tm", drawn)})
            assert min(above - below for below, above in pairwise(baselines)) > 8


def test_a_number_leads_to_its_note_and_back(tmp_path: Path) -> None:
    found = tags(tmp_path, noted(1), noted(2))
    links = found.root.all("Link")
    assert [str(link.links[0].Dest) for link in links] == ["footnote-1", "call-1", "footnote-2", "call-2"]
    names = pikepdf.NameTree(found.document.Root.Names.Dests)
    heights = [float(names[name][3]) for name in ("call-1", "call-2", "footnote-1", "footnote-2")]
    assert heights == sorted(heights, reverse=True)


def test_notes_in_a_table_are_numbered_with_those_of_the_text(tmp_path: Path) -> None:
    found = tags(tmp_path, noted(0), long_table(20), noted(0)).root.all("Note")
    assert [note.one("Lbl").text.strip() for note in found] == ["1", "2", "3", "4", "5"]


def test_figures_and_tables_are_numbered_each_by_themselves(tmp_path: Path) -> None:
    found = tags(
        tmp_path, figure(), long_table(2, caption="All"), figure(), long_table(2), long_table(1, caption="B")
    )
    captions = [" ".join(each.text.split()) for each in found.root.all("Caption")]
    assert captions == ["Figure 1 Where it is", "Table 1 All", "Figure 2 Where it is", "Table 2 B"]
    assert found.root.all("Table")[0].kids[0].kind == "Caption"


def test_a_figure_says_what_it_shows_and_where_it_is(tmp_path: Path) -> None:
    drawn = tags(tmp_path, figure()).root.one("Figure")
    assert str(drawn.element.Alt) == "A square with a hole"
    left, bottom, right, top = (float(edge) for edge in drawn.element.A.BBox)
    assert (right - left, top - bottom) == (pytest.approx(300, abs=0.1), pytest.approx(120, abs=0.1))
    assert drawn.text.count("Port Almar") == 3
    assert len(drawn.all("Link")) == 2


@pytest.mark.parametrize(("width", "height"), [(2000.0, 300.0), (30.0, 5000.0), (3000.0, 3000.0)])
def test_a_figure_too_large_is_made_smaller(tmp_path: Path, width: float, height: float) -> None:
    drawn = tags(tmp_path, WORDS, figure(width, height)).root.one("Figure")
    left, bottom, right, top = (float(edge) for edge in drawn.element.A.BBox)
    assert PAGE_MARGIN - 0.1 <= left < right <= 595.28 - PAGE_MARGIN + 0.1
    assert 62 < bottom < top < 760
    assert (right - left) / (top - bottom) == pytest.approx(width / height, rel=0.02)


def test_contents_name_the_pages_of_the_headings(tmp_path: Path) -> None:
    headings = [Heading(f"Part {i}", 1, f"part{i}") for i in range(6)]
    blocks = [
        each for heading in headings for each in (heading, Heading("Within", 2), WORDS, WORDS, WORDS, WORDS)
    ]
    found = tags(tmp_path, Contents("What is in it"), *blocks)
    shown = pages(tmp_path, Contents("What is in it"), *blocks)
    entries = [" ".join(entry.text.split()) for entry in found.root.one("TOC").kids]
    starts = [next(i for i, page in enumerate(shown) if f"\nPart {k}\n" in page) for k in range(6)]
    assert entries == [f"Part {k} {page + 1}" for k, page in enumerate(starts)]
    assert starts[-1] > 1
    leads = [str(link.links[0].Dest) for link in found.root.one("TOC").all("Link")]
    assert leads == [f"part{i}" for i in range(6)]


def test_contents_of_nothing_are_not_there(tmp_path: Path) -> None:
    assert "Contents" not in tags(tmp_path, Contents("Contents"), WORDS).root.text


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((WORDS, PageBreak(), WORDS), 2),
        ((PageBreak(), WORDS), 2),  # the title has a page of its own
        ((WORDS, PageBreak(), PageBreak(), WORDS), 2),
        ((WORDS, PageBreak()), 1),
        ((PageBreak(), PageBreak()), 1),
    ],
)
def test_a_page_break_leaves_no_empty_page(tmp_path: Path, blocks: tuple[Block, ...], expected: int) -> None:
    assert len(pages(tmp_path, *blocks)) == expected


def test_a_wide_table_stands_on_turned_pages_with_its_heading(tmp_path: Path) -> None:
    table = long_table(60, wide=True, caption="Sideways")
    found = tags(tmp_path, WORDS, Heading("Rows"), Heading("All", 2), table, WORDS)
    boxes = [[round(float(edge)) for edge in page.MediaBox[2:]] for page in found.document.pages]
    assert boxes[0] == boxes[-1] == [595, 842]
    assert boxes[1:-1] == [[842, 595]] * (len(boxes) - 2)
    shown = pages(tmp_path, WORDS, Heading("Rows"), Heading("All", 2), table, WORDS)
    assert "Rows" in shown[1]
    assert "Rows" not in shown[0]
    assert all(f"{i} of {len(shown)}" in page for i, page in enumerate(shown, start=1))


def test_what_stays_with_a_wide_table_is_not_drawn_over_its_page(tmp_path: Path) -> None:
    table = long_table(3, wide=True)
    shown = pages(tmp_path, WORDS, Legend(("quote",)), table, PageBreak(), WORDS)
    assert ["Quote" in page for page in shown] == [True, False, False]
    assert ["Row 0" in page for page in shown] == [False, True, False]


def test_a_caution_is_told_by_more_than_its_colour(tmp_path: Path) -> None:
    def rectangles(role: Role) -> int:
        found = tags(tmp_path, Paragraph((Text("Two sources are withdrawn."),), role))
        assert "Two sources are withdrawn." in found.root.text
        drawn = found.document.pages[0].Contents[0].read_bytes().decode("ascii")
        return drawn.count(" re f") + drawn.count(" l S")

    assert rectangles(Role.CAUTION) >= rectangles(Role.BODY) + 4


def test_the_cover_takes_the_place_of_the_details(tmp_path: Path) -> None:
    cover = (("For", "the Board"), ("Version", "2"))
    root = tags(tmp_path, brief=replace(REFERENCE, cover=cover)).root
    assert REFERENCE.details not in root.text
    assert [[cell.text for cell in row.kids] for row in root.all("TR")] == [
        ["For", "the Board"],
        ["Version", "2"],
    ]


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGBA"), ("JPEG", "CMYK")])
def test_the_logo_is_a_picture_with_words(tmp_path: Path, kind: str, mode: str) -> None:
    found = tags(tmp_path, brief=replace(REFERENCE, look=Look(logo=logo(kind, mode))))
    assert str(found.root.one("Figure").element.Alt) == "A purple bar"
    drawn = found.document.pages[0].Resources.XObject.Logo
    assert (drawn.Width, drawn.Height, drawn.ColorSpace) == (90, 30, "/DeviceRGB")


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_what_is_no_picture_is_refused_in_plain_words(tmp_path: Path, data: bytes) -> None:
    brief = Brief("T", look=Look(logo=Picture(data, "image/png", "")))
    with pytest.raises(UnusableLogoError, match="choose another one"):
        write(brief, tmp_path / "brief.pdf", lambda _done: None)


def test_paper_and_accent_are_as_the_look_says(tmp_path: Path) -> None:
    look = Look(accent="#ff0000", page=PageSize.LETTER)
    found = tags(tmp_path, Heading("Red"), brief=replace(REFERENCE, look=look))
    assert [float(edge) for edge in found.document.pages[0].MediaBox] == [0, 0, 612, 792]
    assert "\n1 0 0 rg" in found.document.pages[0].Contents[0].read_bytes().decode("ascii").replace(
        " Tf ", "\n"
    )


def test_tables_start_at_the_right_where_the_language_does(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    write(replace(REFERENCE, language="ar", blocks=(long_table(2),)), path, lambda _done: None)
    with pdfium.PdfDocument(path) as document:
        text = document[0].get_textpage()
        words = text.get_text_range()
        name, amount = (text.get_charbox(words.index(word))[0] for word in ("Name", "Amount"))
    assert name > amount
