"""What stands out of running text in Word: footnotes, figures, captions, covers, turned pages."""

import runpy
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from exporters.docx import write
from exporters.docx.front import UnusableLogoError
from exporters.svg import SVG
from pressmark.brief import (
    Brief,
    Cell,
    Column,
    Contents,
    Faces,
    Figure,
    Heading,
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

SAMPLE = runpy.run_path(str(Path(__file__).with_name("block_brief.py")))
BLOCKS: Brief = SAMPLE["BLOCKS"]
MARKUP: str = SAMPLE["MARKUP"]
logo: Callable[[str], Picture] = SAMPLE["logo"]

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
W = f"{{{NAMESPACES['w']}}}"
R = f"{{{NAMESPACES['r']}}}"
Parts = dict[str, bytes]
Written = Callable[[Brief], Parts]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def write_and_unzip(brief: Brief) -> Parts:
        write(brief, tmp_path / "brief.docx", lambda _: None)
        with zipfile.ZipFile(tmp_path / "brief.docx") as file:
            return {name: file.read(name) for name in file.namelist()}

    return write_and_unzip


def tree(parts: Parts, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts[name])


def find(element: etree._Element, path: str) -> list[etree._Element]:
    return list(element.xpath(path, namespaces=NAMESPACES))


def paragraphs(element: etree._Element) -> list[tuple[str, str]]:
    """The style and the text of each paragraph that has a style."""
    found = []
    for paragraph in element.iter(f"{W}p"):
        style = find(paragraph, "w:pPr/w:pStyle")
        texts = (
            piece.text or "\t" for piece in paragraph.iter(f"{W}t", f"{W}tab") if piece.get(f"{W}pos") is None
        )
        found.append((style[0].get(f"{W}val", "") if style else "", "".join(texts)))
    return found


def words(text: str) -> tuple[Text, ...]:
    return (Text(text),)


def table(caption: str = "", *, wide: bool = False) -> Table:
    return Table("Sums", (Column("What", 1),), (Row((Cell(words("a quay")),)),), caption, wide)


def figure() -> Figure:
    return Figure("Sums", 300, 100, (), "Sums by year", "No bars.")


def test_a_note_is_a_footnote_of_word_with_its_links(written: Written) -> None:
    parts = written(BLOCKS)
    (reference, second) = tree(parts).iter(f"{W}footnoteReference")
    notes = tree(parts, "word/footnotes.xml")
    assert [note.get(f"{W}id") for note in notes] == ["-1", "0", "1", "2"]
    assert [note.get(f"{W}type") for note in notes[:2]] == ["separator", "continuationSeparator"]
    assert (reference.get(f"{W}id"), second.get(f"{W}id")) == ("1", "2")
    assert paragraphs(notes[2]) == [
        ("FootnoteText", f" Gazette {MARKUP}, online, see p1 and nothinga portl1")
    ]
    outside, inside = find(notes[2], ".//w:hyperlink")
    ties = {tie.get("Id"): tie.get("Target") for tie in tree(parts, "word/_rels/footnotes.xml.rels")}
    assert ties[outside.get(f"{R}id")] == "https://example.org/a?b=1&c=2"
    assert inside.get(f"{W}anchor") == "p1"
    settings = tree(parts, "word/settings.xml")
    assert [note.get(f"{W}id") for note in find(settings, "w:footnotePr/w:footnote")] == ["-1", "0"]


def test_a_comment_on_a_mark_in_a_note_is_made_where_the_note_is_referred_to(written: Written) -> None:
    parts = written(BLOCKS)
    document = tree(parts)
    kinds = ("commentRangeStart", "footnoteReference", "commentRangeEnd", "commentReference")
    order = [etree.QName(found).localname for found in document.iter(*(W + kind for kind in kinds))]
    assert order[:4] == list(kinds)
    assert "Which port?" in "".join(tree(parts, "word/comments.xml").itertext())
    names = [start.get(f"{W}name") for start in tree(parts, "word/footnotes.xml").iter(f"{W}bookmarkStart")]
    assert names == ["m_l1"]


def test_a_brief_without_notes_has_no_footnotes(written: Written) -> None:
    parts = written(Brief("", blocks=(Paragraph(words("a")),)))
    assert "word/footnotes.xml" not in parts
    assert not find(tree(parts, "word/settings.xml"), "w:footnotePr")


def test_a_note_in_arabic_runs_from_right_to_left(written: Written) -> None:
    parts = written(Brief("", blocks=(Paragraph((Note(words("صحيفة")),)),)))
    assert find(tree(parts, "word/footnotes.xml"), "w:footnote[3]/w:p/w:pPr/w:bidi")


def test_a_figure_is_an_svg_with_a_raster_and_words_for_those_who_do_not_see(written: Written) -> None:
    parts = written(BLOCKS)
    drawing = find(tree(parts), "//w:drawing")[1]
    (named,) = find(drawing, ".//wp:docPr")
    (raster,), (vector,) = find(drawing, ".//a:blip"), find(drawing, ".//asvg:svgBlip")
    ties = {tie.get("Id"): tie.get("Target") for tie in tree(parts, "word/_rels/document.xml.rels")}
    assert (named.get("name"), named.get("descr")) == ("Pledges by year", f"One dot {MARKUP}")
    drawn = tree(parts, f"word/{ties[vector.get(R + 'embed')]}")
    assert drawn.tag == f"{{{SVG}}}svg"
    assert "#7a3b5d" in {found.get("fill") for found in drawn}
    with Image.open(BytesIO(parts[f"word/{ties[raster.get(R + 'embed')]}"])) as image:
        assert image.size == (1800, 360)
    assert b"image/svg+xml" in parts["[Content_Types].xml"]


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((300, 100), (300, 100)),
        ((1000, 100), (485.28, 48.53)),
        ((100, 2000), (31.49, 629.89)),
        ((0, 0), (0, 0)),
    ],
)
def test_a_figure_is_as_large_as_the_text_at_most(
    written: Written, size: tuple[float, float], shown: tuple[float, float]
) -> None:
    drawing = replace(figure(), width=size[0], height=size[1])
    (extent,) = find(tree(written(Brief("", blocks=(drawing,)))), "//wp:extent")
    assert [int(extent.get(side, "")) / 12700 for side in ("cx", "cy")] == pytest.approx(shown, abs=0.01)


def test_figures_and_tables_are_numbered_by_word_each_by_itself(written: Written) -> None:
    blocks = (table("First"), figure(), table(), table("Second"))
    document = tree(written(Brief("", language="de", blocks=blocks)))
    captions = [text for style, text in paragraphs(document) if style == "Caption"]
    assert captions == [
        "Tabelle\u00a01\u2002First",
        "Abbildung\u00a01\u2002Sums by year",
        "Tabelle\u00a02\u2002Second",
    ]
    fields = [code.text.split() for code in document.iter(f"{W}instrText")]
    assert [field[1] for field in fields if field[0] == "SEQ"] == ["Table", "Figure", "Table"]


def test_captions_stay_with_what_they_name(written: Written) -> None:
    body = tree(written(Brief("", blocks=(figure(), table("First")))))[0]
    drawn, below, above, rows, _, _ = body
    assert [etree.QName(found).localname for found in (drawn, below, above, rows)] == ["p", "p", "p", "tbl"]
    assert find(above, "w:pPr/w:keepNext")
    assert not find(below, "w:pPr/w:keepNext")
    styles = tree(written(Brief("")), "word/styles.xml")
    assert find(styles, "w:style[@w:styleId='Figure']/w:pPr/w:keepNext")


def test_contents_stand_where_the_brief_has_them(written: Written) -> None:
    body = tree(written(BLOCKS))[0]
    (listed,) = body.findall(f"{W}sdt")
    assert body[body.index(listed) + 1].find(f"{W}bookmarkStart").get(f"{W}name") == "pledges"
    assert paragraphs(listed)[0] == ("TOCHeading", "What is in it")
    assert [text.split("\t")[0] for _, text in paragraphs(listed)[1:]] == ["Pledges", "By year", "All"]
    codes = [code.text.split()[0] for code in listed.iter(f"{W}instrText")]
    assert codes == ["TOC", "PAGEREF", "PAGEREF", "PAGEREF"]
    kinds = [mark.get(f"{W}fldCharType") for mark in listed.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 4


def test_the_contents_reckon_pages(written: Written) -> None:
    blocks = (
        Contents("Contents"),
        Heading("One"),
        PageBreak(),
        Heading("Two"),
        Paragraph(words("Rain fell. " * 2000)),
        Heading("Three"),
        Paragraph(words("Upright.")),
        Heading("Four"),
        table(wide=True),
        Heading("Five"),
    )
    (listed,) = tree(written(Brief("", blocks=blocks)))[0].findall(f"{W}sdt")
    pages = [int(text.split("\t")[1]) for _, text in paragraphs(listed)[1:]]
    assert pages[:2] == [1, 2]
    assert pages[2] in {6, 7}
    assert [page - pages[2] for page in pages[3:]] == [1, 2]


def test_contents_of_a_brief_without_headings_are_left_out(written: Written) -> None:
    assert tree(written(Brief("", blocks=(Contents("Contents"),))))[0].find(f"{W}sdt") is None


@pytest.mark.parametrize(
    "block", [Heading("a"), Paragraph(words("a")), table(), table("Sums"), figure(), Contents("Contents")]
)
def test_a_page_break_is_a_property_of_what_follows(written: Written, block: Heading) -> None:
    last = Heading("z") if isinstance(block, Contents) else Paragraph(words("z"))
    document = tree(written(Brief("", blocks=(Paragraph(words("b")), PageBreak(), block, last))))
    (broken,) = find(document, "//w:p[w:pPr/w:pageBreakBefore]")
    assert (
        document[0].index(broken if broken.getparent() is document[0] else find(document, "//w:sdt")[0]) == 1
    )


def test_a_page_break_at_the_end_breaks_nothing(written: Written) -> None:
    document = tree(written(Brief("", blocks=(table(), PageBreak()))))
    assert not find(document, "//w:pageBreakBefore")
    assert etree.QName(document[0][-2]).localname == "p"


def turns(document: etree._Element) -> list[tuple[str, str]]:
    """What each section holds, and whether it is turned."""
    found, held = [], ""
    for child in document[0]:
        held += "".join(child.itertext())
        for section in child.iter(f"{W}sectPr"):
            found.append((held, section.find(f"{W}pgSz").get(f"{W}orient", "upright")))
            held = ""
    return found


def test_a_wide_table_stands_on_turned_pages_with_its_heading(written: Written) -> None:
    blocks = (
        Paragraph(words("before")),
        PageBreak(),
        Heading("All"),
        table(wide=True),
        table(wide=True),
        PageBreak(),
        Paragraph(words("after")),
    )
    document = tree(written(Brief("Title", caveat="X", blocks=blocks)))
    assert turns(document) == [
        ("Titlebefore", "upright"),
        ("AllWhata quayWhata quay", "landscape"),
        ("after", "upright"),
    ]
    assert not find(document, "//w:pageBreakBefore")
    sizes = [(size.get(f"{W}w"), size.get(f"{W}h")) for size in document.iter(f"{W}pgSz")]
    assert sizes == [("11906", "16838"), ("16838", "11906"), ("11906", "16838")]
    assert [len(find(section, "w:headerReference")) for section in document.iter(f"{W}sectPr")] == [1, 1, 1]
    widths = {width.get(f"{W}w") for width in find(document, "//w:tblW")}
    assert widths == {str(16838 - 2 * 1100)}


def test_a_brief_that_ends_turned_has_no_empty_page_after(written: Written) -> None:
    blocks = (table(wide=True),)
    assert turns(tree(written(Brief("", blocks=blocks)))) == [("Whata quay", "landscape")]
    assert turns(tree(written(Brief("Title", blocks=blocks)))) == [
        ("Title", "upright"),
        ("Whata quay", "landscape"),
    ]


def test_the_line_at_the_head_is_as_wide_as_the_page(written: Written) -> None:
    parts = written(BLOCKS)
    (upright, turned) = (tree(parts, f"word/header{number}.xml") for number in (1, 2))
    assert not find(upright, "//w:tabs")
    assert [(tab.get(f"{W}val"), tab.get(f"{W}pos")) for tab in find(turned, "//w:tabs/w:tab")] == [
        ("clear", "9706"),
        ("right", "14638"),
    ]


def test_a_cover_stands_in_place_of_the_details(written: Written) -> None:
    found = paragraphs(tree(written(BLOCKS)))
    assert found[:4] == [
        ("Logo", ""),
        ("Title", "Harbour aid"),
        ("CoverLine", "For\tthe Board"),
        ("CoverLine", f"From\t{MARKUP}"),
    ]


def test_a_caution_stands_in_a_box(written: Written) -> None:
    parts = written(
        Brief("", blocks=(Paragraph(words("Beware."), Role.CAUTION), Paragraph(words("انتبه"), Role.CAUTION)))
    )
    assert paragraphs(tree(parts)) == [("Caution", "Beware."), ("Caution", "انتبه")]
    boxes = [
        *find(tree(parts, "word/styles.xml"), "w:style[@w:styleId='Caution']//w:pBdr"),
        *find(tree(parts), "//w:pBdr"),
    ]
    thickest = [max(box, key=lambda edge: int(edge.get(f"{W}sz"))) for box in boxes]
    assert [len(box) for box in boxes] == [4, 4]
    assert [etree.QName(edge).localname for edge in thickest] == ["left", "right"]


def test_the_accent_is_in_theme_and_styles(written: Written) -> None:
    parts = written(Brief("", look=Look(accent="#7A3b5d")))
    assert find(tree(parts, "word/theme/theme1.xml"), "//a:accent1/a:srgbClr/@val") == ["7A3B5D"]
    assert find(tree(parts, "word/styles.xml"), "w:style[@w:styleId='Heading1']//w:color/@w:val") == [
        "7A3B5D"
    ]
    assert b"2F5D8A" not in parts["word/styles.xml"]


@pytest.mark.parametrize("accent", ["red", "#12345", '#"/><a/>', ""])
def test_an_accent_must_be_a_colour(written: Written, accent: str) -> None:
    with pytest.raises(ValueError, match="rrggbb"):
        written(Brief("", look=Look(accent=accent)))


def test_one_face_for_everything(written: Written) -> None:
    parts = written(Brief("", look=Look(faces=Faces.SANS)))
    faces = {fonts.get(f"{W}ascii") for fonts in tree(parts, "word/styles.xml").iter(f"{W}rFonts")}
    assert faces == {"Calibri"}
    assert [font.get(f"{W}name") for font in tree(parts, "word/fontTable.xml")] == ["Calibri"]


def test_the_page_may_be_american(written: Written) -> None:
    (size,) = tree(written(Brief("", look=Look(page=PageSize.LETTER)))).iter(f"{W}pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("12240", "15840")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_the_logo_stands_on_the_first_page(written: Written, kind: str) -> None:
    parts = written(Brief("Title", look=Look(logo=logo(kind))))
    (named,), (extent,) = find(tree(parts), "//wp:docPr"), find(tree(parts), "//wp:extent")
    assert named.get("descr") == "The desk’s sign"
    assert int(extent.get("cx")) == 3 * int(extent.get("cy")) == 120 * 12700
    assert parts[f"word/media/image1.{kind.lower()}"] == logo(kind).data


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"GIF89a", logo("PNG").data[:40]])
def test_a_logo_that_is_no_picture_is_said_to_be_none(written: Written, data: bytes) -> None:
    with pytest.raises(UnusableLogoError, match="choose another"):
        written(replace(BLOCKS, look=Look(logo=Picture(data, "image/png", ""))))
