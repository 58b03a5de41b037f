"""The PDF as those meet it who hear it: the structure tree."""

import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from exporters.pdf import write
from pressmark.brief import (
    Block,
    Break,
    Brief,
    Cell,
    Column,
    Heading,
    Link,
    Marked,
    Note,
    Paragraph,
    Passage,
    PassageKind,
    Role,
    Row,
    Table,
    Text,
)
from tests.exporters.pdf_tree import Node, Read, read
from tests.exporters.reference_brief import REFERENCE, SCRIPTS


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Read:
    return written(REFERENCE, tmp_path_factory.mktemp("tags"))


def written(brief: Brief, folder: Path) -> Read:
    path = folder / "brief.pdf"
    write(brief, path, lambda _done: None)
    return read(path)


def of(folder: Path, *blocks: Block) -> Read:
    return written(replace(REFERENCE, blocks=blocks), folder)


def words(node: Node) -> str:
    return " ".join(node.text.split())


def test_headings_are_read_below_the_title_with_their_levels(reference: Read) -> None:
    headings = reference.root.all("H1", "H2", "H3", "H4")
    assert [(node.kind, words(node)) for node in headings] == [
        ("H1", REFERENCE.title),
        ("H2", "Pledges"),
        ("H3", "Tones and links"),
        ("H4", "Scripts"),
        ("H2", "The article"),
    ]


@pytest.mark.parametrize(
    ("title", "levels", "kinds"),
    [
        ("", (1, 2), ["H1", "H2"]),
        ("", (3, 5, 2), ["H1", "H2", "H2"]),
        ("Title", (4, 9, 9, 9, 9, 9, 1), ["H1", "H2", "H3", "H4", "H5", "H6", "H6", "H2"]),
    ],
)
def test_no_level_of_headings_is_skipped(
    tmp_path: Path, title: str, levels: tuple[int, ...], kinds: list[str]
) -> None:
    brief = Brief(title, blocks=tuple(Heading("Heading", level) for level in levels))
    found = written(brief, tmp_path).root.all(*(f"H{level}" for level in range(1, 9)))
    assert [node.kind for node in found] == kinds


def test_everything_that_the_brief_says_is_read_once_and_in_order(tmp_path: Path) -> None:
    spoken = [f"Paragraph {i}: " + "what was said at length, and by whom. " * 9 for i in range(40)]
    found = of(tmp_path, *(Paragraph((Text(each),)) for each in spoken))
    assert [node.text for node in found.root.all("P")[1:]] == spoken


def test_what_stands_on_every_page_is_not_read(reference: Read) -> None:
    said = reference.root.text
    assert REFERENCE.caveat not in said
    assert "1 of 2" not in said
    assert "".join(reference.artifacts).count(REFERENCE.caveat) == 4
    assert "1 of 2" in reference.artifacts


def test_a_table_has_a_head_with_column_titles_and_a_body(reference: Read) -> None:
    table = reference.root.all("Table")[0]
    head, body = table.kids
    assert (head.kind, body.kind) == ("THead", "TBody")
    assert [words(cell) for cell in head.all("TH")] == ["", "Who, to whom", "Amount", "Source"]
    assert {str(cell.element.A.Scope) for cell in head.all("TH")} == {"/Column"}
    assert table.element.A.Summary == "Pledges"
    first = body.kids[0]
    assert [words(cell) for cell in first.kids] == [
        "p1", "Ministry of Harbours → Port Almar officials", "EUR 42,000,000", "[1] ¶1",
    ]  # fmt: skip


def test_a_table_without_titles_names_its_rows_in_the_first_column(reference: Read) -> None:
    table = reference.root.all("Table")[1]
    heads = table.all("TH")
    assert [words(head) for head in heads] == list(SCRIPTS)
    assert {str(head.element.A.Scope) for head in heads} == {"/Row"}


def test_a_table_over_pages_is_one_and_its_header_is_read_once(tmp_path: Path) -> None:
    rows = tuple(Row((Cell((Text(f"row {i}"),)), Cell((Text("x"),)))) for i in range(90))
    table = Table("Rows", (Column("Name", 1), Column("Value", 1)), rows)
    found = of(tmp_path, table)
    assert [words(row) for row in found.root.one("TBody").kids] == [f"row {i}x" for i in range(90)]
    assert [words(head) for head in found.root.all("TH")] == ["Name", "Value"]


def test_a_row_cut_by_the_page_keeps_each_cell_whole(tmp_path: Path) -> None:
    long = " ".join(f"word{i}" for i in range(2500))
    table = Table("T", (Column("A", 1), Column("B", 3)), (Row((Cell((Text("a"),)), Cell((Text(long),)))),))
    assert [cell.text for cell in of(tmp_path, table).root.all("TD")] == ["a", long]


def test_the_words_of_two_lines_do_not_run_together(tmp_path: Path) -> None:
    paragraph = Paragraph((Text("then, the quay"), Break(), Text("and its cranes.")))
    assert of(tmp_path, paragraph).root.all("P")[-1].text == "then, the quay and its cranes."


def test_items_that_follow_each_other_are_one_list(reference: Read, tmp_path: Path) -> None:
    (found,) = reference.root.all("L")
    assert [words(item.one("LBody")) for item in found.kids] == [
        "first, the channel;",
        "then, the quay and its cranes.",
    ]
    assert [words(item.one("Lbl")) for item in found.kids] == ["3 •", "4 •"]
    item = Passage(PassageKind.LIST_ITEM, (Text("item"),))
    other = Passage(PassageKind.PARAGRAPH, (Text("other"),))
    assert [len(each.kids) for each in of(tmp_path, item, item, other, item).root.all("L")] == [2, 1]


def test_a_quotation_is_one(reference: Read) -> None:
    assert words(reference.root.one("BlockQuote")) == "5 A date is not a dredger."


def test_a_mark_tells_its_label_and_id(reference: Read) -> None:
    spans = [span for span in reference.root.all("Span") if "/A" in span.element]
    told = [[str(each.V) for each in span.element.A.P] for span in spans]
    assert told[0] == ["Quote", "q1"]
    assert str(spans[0].element.T) == "q1 Quote"
    assert ["Risk & <doubt>", "r1"] in told
    assert re.sub(r"\s?[alq]1\*?", "", spans[0].text) == "The minister pledged €42m to Port Almar by March"


def test_a_mark_within_another_is_read_within_it(tmp_path: Path) -> None:
    inlines = (Marked("the ", ("q1",)), Marked("port", ("q1", "l1")), Marked(" opens", ("q1",)))
    found = of(tmp_path, Passage(PassageKind.PARAGRAPH, inlines))
    outer = next(span for span in found.root.all("Span") if "/A" in span.element)
    (inner,) = [span for span in outer.kids if "/A" in span.element]
    assert inner.text == "port"
    assert outer.text.startswith("the port")


def test_a_link_holds_its_words_and_what_can_be_clicked(tmp_path: Path) -> None:
    link = Link("the gazette of the coast", "https://example.org/a")
    filler = Text("word " * 16)
    found = of(tmp_path, Paragraph((filler, link)))
    element = found.root.one("Link")
    assert element.text == link.text
    assert len(element.links) == 2  # over the end of a line
    for annotation in element.links:
        assert str(annotation.Contents) == "the gazette of the coast (https://example.org/a)"
        assert annotation.A.URI == "https://example.org/a"


def test_every_annotation_leads_back_to_its_element(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    write(REFERENCE, path, lambda _done: None)
    with pikepdf.open(path) as document:
        parents = pikepdf.NumberTree(document.Root.StructTreeRoot.ParentTree)
        annotations = [each for page in document.pages for each in page.get("/Annots", ())]
        assert len(annotations) > 10
        for annotation in annotations:
            element = parents[int(annotation.StructParent)]
            assert element.S == "/Link"
            objects = [kid.Obj.objgen for kid in element.K if not isinstance(kid, int) and "/Obj" in kid]
            assert annotation.objgen in objects
        for page in document.pages:
            assert page.Tabs == "/S"
            assert len(parents[int(page.StructParents)]) > 0


def test_a_footnote_is_read_after_the_paragraph_that_calls_it(tmp_path: Path) -> None:
    paragraph = Paragraph(
        (Text("Announced twice."), Note((Text("In May and June."),)), Text(" And paid once."))
    )
    found = of(tmp_path, paragraph)
    called = found.root.all("P")[1]
    note = called.kids[-1]
    assert note.kind == "Note"
    assert words(called).removesuffix(words(note)) == "Announced twice. 1 And paid once."
    assert words(note) == "1 In May and June."
    assert words(called.one("Reference")) == "1"
    assert str(note.element.ID) == "footnote-1"


def test_remarks_on_marks_are_notes_with_names_of_their_own(reference: Read) -> None:
    notes = reference.root.all("Note")
    assert [words(note.one("Lbl")) for note in notes] == ["l1*", "q1*"]
    assert len({str(note.element.ID) for note in notes}) == 2


@pytest.mark.parametrize("script", sorted(SCRIPTS))
def test_no_character_is_lost_to_those_who_listen(tmp_path: Path, script: str) -> None:
    said = of(tmp_path, Paragraph((Text(SCRIPTS[script]),), Role.LEAD)).root.all("P")[-1].text
    assert said == SCRIPTS[script]


def test_runs_of_opposite_direction_are_read_in_the_order_of_the_text(tmp_path: Path) -> None:
    inlines = (Marked("הנמל", ("q1",)), Text(" יקבל "), Marked("42", ("p1",)), Text(" מיליון"))
    found = of(tmp_path, Passage(PassageKind.PARAGRAPH, inlines))
    spans = [span for span in found.root.all("Span") if "/A" in span.element]
    assert [str(span.element.T) for span in spans] == ["q1 Quote", "p1 Pledge"]


def test_the_tree_says_all_that_the_blocks_say(reference: Read) -> None:
    said = "".join(reference.root.text.split())
    for block in REFERENCE.blocks:
        texts = [Text(block.text)] if isinstance(block, Heading) else []
        texts += [each for each in getattr(block, "inlines", ()) if isinstance(each, Text)]
        assert [each.text for each in texts if "".join(each.text.split()) not in said] == []
