"""Marks in Word: a style for each label, a bookmark for each piece, a comment where there is a note."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from exporters.docx import write
from pressmark.brief import (
    Break,
    Brief,
    Cell,
    Column,
    Comment,
    Inline,
    LabelStyle,
    LineStyle,
    Link,
    Mark,
    Marked,
    Paragraph,
    Passage,
    PassageKind,
    Row,
    Table,
    Text,
    Tone,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Parts = Callable[[Brief], dict[str, etree._Element]]

LABELS = {
    "quote": LabelStyle("quote", "Quote", "#ffeeaa", "#665500", LineStyle.SOLID),
    "pledge": LabelStyle("pledge", "Pledge", "#bbeecc", "#117733", LineStyle.DASHED),
    "place": LabelStyle("place", "Place", "#ffccbb", "#994422", LineStyle.WAVY),
    "doubt": LabelStyle("doubt", "Doubt", "#ddccff", "#553399", LineStyle.DOUBLE),
    "actor": LabelStyle("actor", "Actor", "#ccddff", "#224488", LineStyle.DOTTED),
}
NOTE = Comment("Ida Roth", "Really?", datetime(2026, 5, 3, 10, 15, 30, 999))


def mark(name: str, label: str = "quote", comment: Comment | None = None) -> Mark:
    return Mark(name, label, f"mark_{name}", comment)


def brief(*passages: tuple[Inline, ...], marks: tuple[Mark, ...]) -> Brief:
    blocks = tuple(Passage(PassageKind.PARAGRAPH, inlines) for inlines in passages)
    return Brief("", blocks=blocks, labels=LABELS, marks={found.name: found for found in marks})


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    """The parts of a written brief, as Word will parse them."""

    def write_and_unzip(written: Brief) -> dict[str, etree._Element]:
        path = tmp_path / "brief.docx"
        write(written, path, lambda _: None)
        with zipfile.ZipFile(path) as file:
            return {name: etree.fromstring(file.read(name)) for name in file.namelist()}

    return write_and_unzip


def ranges(document: etree._Element, start: str, end: str) -> dict[str, str]:
    """What stands between each start and its end, by the id they share: article text only."""
    texts: dict[str, str] = {}
    open_: set[str] = set()
    for element in document.iter():
        if element.tag == W + start:
            open_.add(element.get(f"{W}id"))
            texts[element.get(f"{W}id")] = ""
        elif element.tag == W + end:
            open_.remove(element.get(f"{W}id"))
        elif element.tag in {f"{W}t", f"{W}br"} and style_of(element.getparent()) != "MarkName":
            texts |= {key: texts[key] + (element.text or "\n") for key in open_}
    assert not open_
    return texts


def bookmarks(document: etree._Element) -> dict[str, str]:
    names = {start.get(f"{W}id"): start.get(f"{W}name") for start in document.iter(f"{W}bookmarkStart")}
    found = ranges(document, "bookmarkStart", "bookmarkEnd")
    return {names[key]: text for key, text in found.items()}


def style_of(run: etree._Element) -> str:
    style = run.find(f"{W}rPr/{W}rStyle")
    return "" if style is None else style.get(f"{W}val", "")


def looks(document: etree._Element, text: str) -> dict[str, tuple[str, ...]]:
    """The properties of the one run that holds `text`."""
    (run,) = [found.getparent() for found in document.iter(f"{W}t") if found.text == text]
    names = ("val", "fill", "color")
    properties = run.find(f"{W}rPr")
    return {
        etree.QName(found).localname: tuple(value for name in names if (value := found.get(W + name)))
        for found in properties
    }


@pytest.mark.parametrize(
    ("label", "line"),
    [("quote", "single"), ("pledge", "dash"), ("place", "wave"), ("doubt", "double"), ("actor", "dotted")],
)
def test_each_label_is_a_character_style_with_fill_and_line(parts: Parts, label: str, line: str) -> None:
    found = parts(brief((Marked("Words", ("m",)),), marks=(mark("m", label),)))
    style = style_of(
        next(run for run in found["word/document.xml"].iter(f"{W}r") if run.find(f"{W}t") is not None)
    )
    (properties,) = found["word/styles.xml"].xpath(
        f"*[@w:styleId='{style}']/w:rPr", namespaces={"w": W.strip("{}")}
    )
    assert properties.find(f"{W}u").get(f"{W}val") == line
    assert properties.find(f"{W}u").get(f"{W}color") == LABELS[label].ink.strip("#").upper()
    assert properties.find(f"{W}shd").get(f"{W}fill") == LABELS[label].fill.strip("#").upper()


def test_labels_whose_titles_word_would_take_for_one_get_names_of_their_own(tmp_path: Path) -> None:
    titles = {"a": "Quote, direct", "b": "quote  direct", "c": "Quote  direct", "d": ";"}
    labels = {
        name: LabelStyle(name, title, "#ffffff", "#000000", LineStyle.SOLID) for name, title in titles.items()
    }
    write(Brief("", labels=labels), tmp_path / "brief.docx", lambda _: None)
    names = [style.name for style in Document(str(tmp_path / "brief.docx")).styles if "Label" in style.name]
    assert len({name.casefold() for name in names}) == len(titles)
    assert not [name for name in names if "," in name or ";" in name]


def test_overlapping_labels_all_stay_visible(parts: Parts) -> None:
    inlines = (
        Marked("one ", ("q",)),
        Marked("two ", ("q", "p")),
        Marked("three ", ("q", "p", "l")),
        Marked("same ", ("q", "q2")),
    )
    marks = (mark("q"), mark("p", "pledge"), mark("l", "place"), mark("q2"))
    document = parts(brief(inlines, marks=marks))["word/document.xml"]
    assert looks(document, "one ") == {"rStyle": ("Label1",)}
    assert looks(document, "two ") == {"rStyle": ("Label1",), "u": ("dash", "117733")}
    assert looks(document, "three ") == {
        "rStyle": ("Label1",),
        "u": ("wave", "994422"),
        "bdr": ("single", "117733"),
    }
    assert looks(document, "same ") == {"rStyle": ("Label1",)}


def test_bookmarks_cross_as_marks_do(parts: Parts) -> None:
    inlines = (Text("a "), Marked("b ", ("x",)), Marked("c ", ("x", "y")), Marked("d", ("y",)), Text(" e"))
    document = parts(brief(inlines, marks=(mark("x"), mark("y", "actor"))))["word/document.xml"]
    assert bookmarks(document) == {"mark_x": "b c ", "mark_y": "c d"}


def test_each_piece_of_a_broken_mark_has_a_bookmark(parts: Parts) -> None:
    inlines = (Marked("“No,”", ("x",)), Text(" she said, "), Marked("“never.”", ("x",)))
    document = parts(brief(inlines, marks=(mark("x"),)))["word/document.xml"]
    assert bookmarks(document) == {"mark_x": "“No,”", "mark_x_2": "“never.”"}


def test_a_mark_runs_on_over_breaks_and_paragraphs(parts: Parts) -> None:
    first = (Marked("one", ("x",)), Break(), Marked("two", ("x",)))
    document = parts(brief(first, (Marked("three", ("x",)), Text(".")), marks=(mark("x"),)))[
        "word/document.xml"
    ]
    assert bookmarks(document) == {"mark_x": "one\ntwothree"}


def test_a_mark_that_is_quoted_in_a_table_has_its_place_in_the_article(parts: Parts) -> None:
    row = Row((Cell((Marked("one", ("x",)),)), Cell((Marked("here only", ("y",)),))))
    table = Table("", (Column("", 1), Column("", 1)), (row,))
    article = brief((Marked("one and all", ("x",)),), marks=(mark("x"), mark("y")))
    whole = Brief("", blocks=(table, *article.blocks), labels=LABELS, marks=article.marks)
    assert bookmarks(parts(whole)["word/document.xml"]) == {"mark_x": "one and all", "mark_y": "here only"}


def test_names_that_differ_in_case_only_are_two_bookmarks_and_links_find_theirs(parts: Parts) -> None:
    marks = {"a": Mark("a", "quote", "Here"), "b": Mark("b", "quote", "here")}
    inlines = (Marked("A", ("a",)), Text(" "), Marked("B", ("b",)), Link("to b", "#here"))
    passage = Passage(PassageKind.PARAGRAPH, inlines)
    document = parts(Brief("", blocks=(passage,), labels=LABELS, marks=marks))["word/document.xml"]
    (link,) = document.iter(f"{W}hyperlink")
    assert bookmarks(document)[link.get(f"{W}anchor")] == "B"
    assert len({name.casefold() for name in bookmarks(document)}) == 2


def test_the_name_of_a_mark_follows_each_of_its_pieces(parts: Parts) -> None:
    inlines = (Marked("A", ("x",)), Text(" b "), Marked("C", ("x", "y")), Text("."))
    document = parts(brief(inlines, marks=(mark("x"), mark("y", "actor"))))["word/document.xml"]
    runs = [("".join(run.itertext()), style_of(run)) for run in document.iter(f"{W}r")]
    assert [text for text, style in runs if style == "MarkName"] == ["x", "y", "\u00a0x"]
    assert "".join(text for text, style in runs if style != "MarkName") == "A b C."


def test_the_name_of_a_mark_leads_back_to_its_row(parts: Parts) -> None:
    row = Row((Cell((Link("x", "#mark_x"),)),), "row_x")
    article = brief((Marked("A", ("x",)), Marked("B", ("y",))), marks=(mark("x"), mark("y")))
    whole = replace(article, blocks=(Table("", (Column("", 1),), (row,)), *article.blocks))
    document = parts(whole)["word/document.xml"]
    links = [("".join(link.itertext()), link.get(f"{W}anchor")) for link in document.iter(f"{W}hyperlink")]
    assert links == [("x", "mark_x"), ("x", "row_x")]


def test_a_mark_that_the_brief_does_not_explain_is_plain_text(parts: Parts) -> None:
    document = parts(brief((Marked("A", ("x", "ghost")), Marked("B", ("ghost",))), marks=(mark("x"),)))
    assert looks(document["word/document.xml"], "A") == {"rStyle": ("Label1",)}
    assert bookmarks(document["word/document.xml"]) == {"mark_x": "A"}


def test_a_name_within_another_mark_leaves_no_hole_in_its_fill(parts: Parts) -> None:
    inlines = (Marked("a ", ("q",)), Marked("Ulm", ("q", "l")), Marked(" b", ("q",)))
    document = parts(brief(inlines, marks=(mark("q"), mark("l", "place"))))["word/document.xml"]
    assert looks(document, "l") == {"rStyle": ("MarkName",), "shd": ("clear", "FFEEAA", "auto")}
    assert looks(document, "q") == {"rStyle": ("MarkName",)}


def test_a_comment_stands_exactly_over_its_mark(parts: Parts) -> None:
    inlines = (Text("a "), Marked("b ", ("x",)), Marked("c", ("x", "y")), Marked(" d", ("y",)), Text(" e"))
    found = parts(brief(inlines, marks=(mark("x", comment=NOTE), mark("y", "actor", NOTE))))
    document = found["word/document.xml"]
    references = [reference.get(f"{W}id") for reference in document.iter(f"{W}commentReference")]
    assert ranges(document, "commentRangeStart", "commentRangeEnd") == {"0": "b c", "1": "c d"}
    assert references == ["0", "1"]
    assert [comment.get(f"{W}id") for comment in found["word/comments.xml"]] == ["0", "1"]


def test_a_comment_on_a_broken_mark_reaches_from_first_to_last_piece(parts: Parts) -> None:
    inlines = (Marked("“No,”", ("x",)), Text(" she said, "), Marked("“never.”", ("x",)))
    document = parts(brief(inlines, marks=(mark("x", comment=NOTE),)))["word/document.xml"]
    found = ranges(document, "commentRangeStart", "commentRangeEnd")
    assert found == {"0": "“No,” she said, “never.”"}


def test_comments_carry_author_words_and_time(tmp_path: Path) -> None:
    note = Comment("Ida van Roth", "First <b>line</b>.\nSecond.", NOTE.date)
    written = brief((Marked("A", ("x",)), Marked("B", ("y",))), marks=(mark("x", comment=note), mark("y")))
    write(written, tmp_path / "brief.docx", lambda _: None)
    (comment,) = Document(str(tmp_path / "brief.docx")).comments
    assert (comment.author, comment.initials) == ("Ida van Roth", "IvR")
    assert comment.text == "First <b>line</b>.\nSecond."
    assert comment.timestamp is not None
    assert comment.timestamp.replace(tzinfo=None) == datetime(2026, 5, 3, 10, 15, 30)
    assert {paragraph.style.name for paragraph in comment.paragraphs if paragraph.style} == {
        "annotation text"
    }


def test_a_brief_without_comments_has_no_comments_part(parts: Parts) -> None:
    assert "word/comments.xml" not in parts(brief((Marked("A", ("x",)),), marks=(mark("x"),)))


def test_links_take_their_tone_along(parts: Parts) -> None:
    tones = (Tone.PLAIN, Tone.STRONG, Tone.EMPHASIS, Tone.QUIET, Tone.VERBATIM)
    inlines = tuple(Link(tone.value, "https://example.org/", tone) for tone in tones)
    document = parts(Brief("", blocks=(Paragraph(inlines),)))["word/document.xml"]
    assert [tuple(looks(document, tone.value)) for tone in tones] == [
        ("rStyle",),
        ("rStyle", "b", "bCs"),
        ("rStyle", "i", "iCs"),
        ("rStyle",),
        ("rStyle", "rFonts"),
    ]
    assert looks(document, "quiet") == {"rStyle": ("QuietWords",)}
