"""What stands out of running text on a web page: figures, notes, captions, covers, looks."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from exporters.html import write
from exporters.html.colours import DARK_PAPER, contrast
from exporters.html.style import _readable
from exporters.unusable import UnusableLogoError
from pressmark.brief import (
    Brief,
    Contents,
    Heading,
    Look,
    Note,
    PageSize,
    Paragraph,
    Picture,
    Role,
    Text,
)
from tests.exporters.block_brief import BLOCKS, logo

HOSTILE = "<script>alert(1)</script>\x00&amp;"


@pytest.fixture
def page(tmp_path: Path):
    def of(brief: Brief) -> html.HtmlElement:
        path = tmp_path / "brief.html"
        write(brief, path, lambda _: None)
        return html.fromstring(path.read_bytes())

    return of


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_link_inside_the_page_leads_somewhere_and_no_id_is_there_twice(page):
    found = page(BLOCKS)
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = [href[1:] for href in found.xpath("//@href") if href.startswith("#")]
    assert inside
    assert set(inside) <= set(ids)


def test_a_note_stands_at_the_end_and_leads_back(page):
    brief = Brief("T", blocks=(Paragraph((Text("Said"), Note((Text("by whom"),)), Text("."))),))
    found = page(brief)
    (reference,) = found.xpath("//sup[@class='reference']/a")
    assert (reference.text, reference.get("href")) == ("1", "#footnote-1")
    (note,) = found.xpath("//section[@class='footnotes']//li")
    assert text(note) == "by whom ↩"
    assert note.xpath("./a/@href") == [f"#{reference.get('id')}"]


def test_figures_and_captioned_tables_are_numbered_apart(page):
    found = page(BLOCKS)
    captions = [text(one) for one in found.xpath("//figcaption | //caption[@class='shown']")]
    assert captions
    assert any(one.startswith("Figure 1 ") for one in captions)
    assert any(one.startswith("Table 1 ") for one in captions)


def test_a_figure_takes_the_colours_of_the_page_and_is_told_in_words(page):
    found = page(BLOCKS)
    (drawing,) = found.xpath("//figure//*[local-name()='svg']")[:1]
    assert drawing.get("aria-label")
    assert not drawing.xpath(".//@fill[starts-with(., '#')]")
    classes = {name for names in drawing.xpath(".//@class") for name in names.split()}
    sheet = found.xpath("string(//style)")
    painted = {name for name in classes if name.startswith(("fill-", "line-"))}
    assert painted
    assert all(f".{name} {{" in sheet for name in painted)


def test_a_list_of_contents_of_its_own_takes_the_place_of_the_automatic_one(page):
    headings = tuple(Heading(f"Part {number}") for number in range(5))
    assert len(page(Brief("T", blocks=headings)).xpath("//nav")) == 1
    (nav,) = page(Brief("T", blocks=(Paragraph((Text("x"),)), Contents("Inhalt"), *headings))).xpath("//nav")
    assert text(nav).startswith("InhaltPart 0")
    assert nav.getprevious().tag == "p"


def test_the_cover_takes_the_place_of_the_details(page):
    brief = Brief("T", "not shown", cover=(("For", "the Board"), ("Version", "2")))
    found = page(brief)
    assert [text(one) for one in found.xpath("//dl/div")] == ["Forthe Board", "Version2"]
    assert "not shown" not in text(found.xpath("//body")[0])


def test_a_caution_is_a_note_to_screen_readers(page):
    found = page(Brief("T", blocks=(Paragraph((Text("Mind the gap"),), Role.CAUTION),)))
    assert [text(one) for one in found.xpath("//p[@class='caution'][@role='note']")] == ["Mind the gap"]


def test_a_logo_is_inside_the_page_and_only_then_are_pictures_allowed(page):
    def policy(found: html.HtmlElement) -> str:
        return found.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")

    assert "img-src" not in policy(page(Brief("T")))
    found = page(Brief("T", look=Look(logo=logo())))
    assert "img-src data:;" in policy(found)
    (image,) = found.xpath("//img")
    assert image.get("src").startswith("data:image/png;base64,")
    assert image.get("alt") == "The desk’s sign"
    with pytest.raises(UnusableLogoError):
        page(Brief("T", look=Look(logo=Picture(b"<svg onload=x>", "image/png", "x"))))


@pytest.mark.parametrize("accent", ["#2f5d8a", "#ffee00", "#000000", "#ff0000", "#ffffff"])
def test_any_accent_can_be_read_by_day_and_by_night(accent):
    assert contrast(_readable(accent, "#ffffff", "#000000"), "#ffffff") >= 4.5
    assert contrast(_readable(accent, DARK_PAPER, "#ffffff"), DARK_PAPER) >= 4.5


def test_the_paper_is_the_looks(page):
    assert "size: letter;" in page(Brief("T", look=Look(page=PageSize.LETTER))).xpath("string(//style)")


def test_what_is_wider_than_a_phone_is_scrolled_in_its_place_and_can_be_by_keyboard(page):
    found = page(BLOCKS)
    parts = found.xpath("//div[@class='drawing'] | //div[@class='wide']")
    assert [(one.get("tabindex"), one.get("role")) for one in parts] == [("0", "region")] * 2
    assert [one.get("aria-label") for one in parts] == ["Pledges by year", "Pledges"]
    (wide,) = found.xpath("//div[@class='wide']/table")
    assert "cards" not in wide.get("class").split()


def test_a_list_of_contents_that_the_brief_asks_for_is_printed_too(page):
    sheet = page(BLOCKS).xpath("string(//style)")
    assert "nav:not(.contents), footer.furniture { display: none }" in sheet
    assert page(BLOCKS).xpath("//nav/@class") == ["contents"]


def test_hostile_words_are_words_in_every_new_place(page):
    table = next(block for block in BLOCKS.blocks if getattr(block, "caption", "") and hasattr(block, "rows"))
    drawing = next(block for block in BLOCKS.blocks if hasattr(block, "shapes"))
    brief = Brief(
        "T",
        cover=((HOSTILE, HOSTILE),),
        blocks=(
            Contents(HOSTILE),
            Heading(HOSTILE),
            replace(table, caption=HOSTILE),
            replace(drawing, caption=HOSTILE, alternative=HOSTILE),
            Paragraph((Note((Text(HOSTILE),)),), Role.CAUTION),
        ),
    )
    found = page(brief)
    assert not found.xpath("//script")
    assert text(found).count("<script>alert(1)</script>&amp;") >= 6
