"""Web pages, read back as a browser would read them."""

import re
import runpy
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from exporters.html import write
from pressmark.brief import (
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

REFERENCE: Brief = runpy.run_path(str(Path(__file__).with_name("reference_brief.py")))["REFERENCE"]
LABELS = {
    "quote": LabelStyle("quote", "Quote", "#ffeeaa", "#885500", LineStyle.SOLID),
    "place": LabelStyle("place", "Place", "#ffdddd", "#bb3322", LineStyle.WAVY),
}
MARKS = {
    "q": Mark("q1", "quote", "m_q1", Comment("Desk", "First line.\nSecond <line>.")),
    "l": Mark("l1", "place", "m_l1"),
}

Written = Callable[[Brief], HtmlElement]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """A brief, written and parsed again."""

    def write_and_parse(brief: Brief) -> HtmlElement:
        write(brief, tmp_path / "brief.html", lambda _: None)
        return html.document_fromstring((tmp_path / "brief.html").read_bytes())

    return write_and_parse


def article(*inlines: Text | Marked, kind: PassageKind = PassageKind.PARAGRAPH) -> Brief:
    return Brief("B", blocks=(Passage(kind, inlines, 1),), labels=LABELS, marks=MARKS)


def test_nothing_is_fetched_and_nothing_runs(written: Written) -> None:
    page = written(REFERENCE)
    assert not page.xpath("//script | //img | //link | //iframe | //object | //form | //*[@style] | //@src")
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")]
    assert not re.search(r"url\(|@import", page.findtext(".//style"))


def test_the_policy_allows_this_style_sheet_and_nothing_else(written: Written) -> None:
    page = written(REFERENCE)
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    digest = b64encode(sha256(page.findtext(".//style").encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_markup_in_words_stays_words(written: Written) -> None:
    page = written(REFERENCE)
    assert '<b>&amp; <img src="file:///etc/passwd"/> \\x ]]> {{x}} %s' in page.text_content()
    assert page.findtext(".//title") == REFERENCE.title


def test_a_caveat_cannot_end_the_style_sheet(written: Written) -> None:
    page = written(Brief("x\\", caveat='"; } </style><script>alert(1)</script>'))
    assert page.xpath("count(//style)") == 1
    assert not page.xpath("//script")
    assert "alert" not in page.findtext(".//style")


def test_a_colour_that_is_none_is_not_written(tmp_path: Path) -> None:
    labels = {"x": LabelStyle("x", "X", "red;} body{display:none", "#000000", LineStyle.SOLID)}
    with pytest.raises(ValueError, match="no colour of the form #rrggbb"):
        write(Brief("B", labels=labels), tmp_path / "brief.html", lambda _: None)


@pytest.mark.parametrize(
    ("language", "direction"), [("en-GB", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("", "ltr")]
)
def test_the_page_says_its_language_and_direction(language: str, direction: str, written: Written) -> None:
    page = written(Brief("B", language=language))
    assert (page.get("lang"), page.get("dir")) == (language or "en", direction)


def test_headings_open_sections_that_hold_what_belongs_to_them(written: Written) -> None:
    words = [Paragraph((Text(name),)) for name in "abc"]
    blocks = (Heading("A", 1, "a"), words[0], Heading("B", 2), words[1], Heading("C", 1), words[2])
    page = written(Brief("T", blocks=blocks))
    sections = [
        [(child.tag, child.text) for child in section if child.tag != "section"]
        for section in page.iter("section")
    ]
    assert sections == [[("h2", "A"), ("p", "a")], [("h3", "B"), ("p", "b")], [("h2", "C"), ("p", "c")]]
    assert page.xpath("//section/section/h3/text()") == ["B"]
    assert all(
        page.get_element_by_id(s.get("aria-labelledby")).getparent() is s for s in page.iter("section")
    )


def test_a_long_brief_lists_its_first_headings(written: Written) -> None:
    headings = [Heading(name, level) for name, level in (("A", 1), ("B", 1), ("b", 2), ("C", 1), ("D", 1))]
    page = written(Brief("T", blocks=tuple(headings)))
    assert page.xpath("//nav//a/text()") == ["A", "B", "C", "D"]
    assert not written(Brief("T", blocks=tuple(headings[:3]))).xpath("//nav")


def test_every_link_within_the_page_leads_to_one_place(written: Written) -> None:
    page = written(REFERENCE)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {target[1:] for target in page.xpath("//a/@href[starts-with(., '#')]")} <= set(ids)


def test_links_that_are_not_allowed_are_words(written: Written) -> None:
    page = written(REFERENCE)
    outside = {a.text_content(): a.get("href") for a in page.iter("a") if not a.get("href").startswith("#")}
    assert outside == {
        "The gazette": "https://example.org/a?b=1&c=%22d%22",
        "the desk": "mailto:desk@example.org",
    }
    assert {a.get("rel") for a in page.iter("a") if a.text in outside} == {"noopener noreferrer"}
    assert "a trap, nowhere, the first paragraph." in page.get_element_by_id("links").text_content()


def test_tones_are_elements(written: Written) -> None:
    inlines = tuple(Text(tone.value, tone) for tone in Tone)
    paragraph = written(Brief("B", blocks=(Paragraph(inlines, Role.LEAD),))).find(".//article/p")
    assert (paragraph.get("class"), paragraph.text) == ("lead", "plain")
    assert [(e.tag, e.text) for e in paragraph] == [
        ("strong", "strong"),
        ("em", "emphasis"),
        ("small", "quiet"),
        ("span", "verbatim"),
    ]


def test_a_mark_within_a_mark_is_an_element_within_an_element(written: Written) -> None:
    page = written(article(Marked("We go to ", ("q",)), Marked("Kettle", ("q", "l")), Marked(".", ("q",))))
    outer = page.find(".//mark")
    assert (outer.get("id"), outer.get("title"), outer.text) == ("m_q1", "Quote q1", "We go to ")
    inner = outer.find("mark")
    assert (inner.get("id"), inner.get("class"), inner.text) == ("m_l1", "label-1 lane-1", "Kettle")
    assert re.sub(r"\W", "", page.find(".//p[@class='paragraph']").text_content()) == "1WegotoKettlel1q1"


def test_each_label_has_its_fill_and_its_kind_of_line(written: Written) -> None:
    styles = written(article()).findtext(".//style")
    assert ".label-0 { --fill: #ffeeaa; --line: #885500; text-decoration-style: solid }" in styles
    assert ".label-1 { --fill: #ffdddd; --line: #bb3322; text-decoration-style: wavy }" in styles


def test_a_mark_of_two_pieces_is_named_once_after_the_second(written: Written) -> None:
    page = written(article(Marked("Yes", ("q",)), Text(" she said "), Marked("no", ("q",))))
    marks = page.findall(".//p[@class='paragraph']/mark")
    assert [(mark.text, mark.get("id"), mark.getnext().tag) for mark in marks] == [
        ("Yes", "m_q1", "mark"),
        ("no", None, "sup"),
    ]


def test_a_note_and_its_mark_lead_to_each_other(written: Written) -> None:
    page = written(article(Marked("Yes", ("q",))))
    sign = page.find(".//sup/a")
    note = page.get_element_by_id(sign.get("href")[1:])
    assert sign.get("aria-label") == "Note on q1"
    assert note.find("a").get("href") == "#m_q1"
    assert note.find("p").text_content() == "First line.Second <line>. Desk"


def test_a_mark_and_its_row_lead_to_each_other(written: Written) -> None:
    row = Row((Cell((Link("l1", "#m_l1"),)),), "row_l1")
    text = article(Marked("Kettle", ("l",)))
    page = written(replace(text, blocks=(Table("T", (Column("", 1),), (row,)), *text.blocks)))
    assert page.get_element_by_id("row_l1").find(".//a").get("href") == "#m_l1"
    assert page.find(".//sup/a").get("href") == "#row_l1"


def test_a_note_on_a_mark_in_a_table_stands_at_the_end(written: Written) -> None:
    table = Table("T", (Column("", 1),), (Row((Cell((Marked("Yes", ("q",)),)),)),))
    page = written(Brief("B", blocks=(Heading("H"), table), labels=LABELS, marks=MARKS))
    assert page.find(".//article")[-1].get("class") == "notes"
    assert page.get_element_by_id("note-m_q1") is not None


def test_words_under_an_unknown_mark_are_words(written: Written) -> None:
    page = written(article(Marked("Yes", ("gone",)), Marked(" no", ("gone", "l"))))
    assert page.xpath("//mark/text()") == [" no"]


def test_passages_are_what_they_were_in_the_article(written: Written) -> None:
    kinds = (*PassageKind, PassageKind.LIST_ITEM, PassageKind.LIST_ITEM)
    blocks = [Passage(kind, (Text(f"{number}"),)) for number, kind in enumerate(kinds)]
    passages = written(Brief("B", blocks=(Legend(("quote",)), *blocks), labels=LABELS)).find(".//div")
    assert [element.tag for element in passages] == ["ul", "h2", "p", "ul", "blockquote", "p", "ul"]
    assert [item.text for item in passages[-1]] == ["5", "6"]
    assert passages[0].text_content() == "Quote"


def test_a_table_tells_screen_readers_what_it_is(written: Written) -> None:
    columns = (Column("", 1), Column("Who", 3))
    rows = (
        Row((Cell((Text("p1"),)), Cell((Text("Wray"),)))),
        Row((Cell((Text("Sum"),)), Cell(())), total=True),
    )
    table = written(Brief("B", blocks=(Table("Pledges", columns, rows),))).find(".//table")
    assert table.findtext("caption") == "Pledges"
    assert [(th.get("scope"), th.text) for th in table.iter("th")] == [
        ("col", None),
        ("col", "Who"),
        ("row", "p1"),
    ]
    assert [(td.text, td.get("colspan")) for td in table.xpath(".//tr[@class='total']/td")] == [("Sum", "2")]
    assert table.xpath("string(.//td/@data-title)") == "Who"


def test_a_table_without_titles_has_no_header(written: Written) -> None:
    table = Table("T", (Column("", 1), Column("", 3)), (Row((Cell((Text("a"),)),)),))
    page = written(Brief("B", blocks=(table,)))
    assert page.find(".//thead") is None
    assert len(page.findall(".//tbody/tr/*")) == 2
    assert ".shares-25-75 col:nth-child(2) { width: 75% }" in page.findtext(".//style")
