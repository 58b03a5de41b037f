"""What stands out of running text in Word: footnotes, figures, captions, covers, looks."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from exporters.svg import SVG
from exporters.unusable import UnusableLogoError
from pressmark.brief import (
    Brief,
    Faces,
    Look,
    Note,
    PageSize,
    Paragraph,
    Picture,
    Role,
)
from tests.exporters.block_brief import BLOCKS, MARKUP, logo
from tests.exporters.docx_parts import (
    Parts,
    R,
    W,
    figure,
    find,
    paragraphs,
    table,
    tree,
    unzipped,
    words,
)

Written = Callable[[Brief], Parts]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    return lambda brief: unzipped(brief, tmp_path)


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
