"""Marks as a tree, with lanes for their underlines and ways back to their rows."""

import pytest

from exporters.marking import MarkedText, Under, homes, lanes, met, met_elsewhere, nested, parts
from pressmark.brief import (
    Brief,
    Cell,
    Column,
    Heading,
    Inline,
    Legend,
    Link,
    Mark,
    Marked,
    Passage,
    PassageKind,
    Row,
    Table,
    Text,
)

KNOWN = {name: Mark(name, "label", f"m_{name}") for name in "abc"}


def passage(*inlines: Inline) -> Passage:
    return Passage(PassageKind.PARAGRAPH, inlines)


def outline(inlines: tuple[Inline, ...]) -> str:
    def one(node: object) -> str:
        match node:
            case Under():
                return f"{node.mark}({''.join(map(one, node.inside))})"
            case Text() | Marked():
                return node.text
        raise AssertionError(node)

    return "".join(map(one, nested(inlines, KNOWN)))


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([("x", "a"), ("y", "ab"), ("z", "a")], "a(xb(y)z)"),
        ([("x", "a"), ("y", "ab"), ("z", "b")], "a(xb(y))b(z)"),
        ([("x", "ab"), ("y", "ac")], "a(b(x)c(y))"),
        ([("x", ""), ("y", "a"), ("z", "")], "xa(y)z"),
        ([("x", "?"), ("y", "?a")], "xa(y)"),
    ],
)
def test_neighbouring_runs_are_joined_under_the_marks_they_share(
    runs: list[tuple[str, str]], expected: str
) -> None:
    assert outline(tuple(Marked(text, tuple(marks)) for text, marks in runs)) == expected


def test_text_between_two_pieces_keeps_them_apart() -> None:
    assert outline((Marked("x", ("a",)), Text(" and "), Marked("y", ("a",)))) == "a(x) and a(y)"


def test_marks_over_the_same_words_never_share_a_lane_and_keep_theirs() -> None:
    runs = passage(Marked("1", ("a",)), Marked("2", ("a", "b")), Marked("3", ("b",)), Marked("4", ("b", "c")))
    assert lanes(Brief("B", blocks=(runs,))) == {"a": 0, "b": 1, "c": 0}


def test_a_mark_leads_back_to_the_row_that_calls_it_by_its_name() -> None:
    def row(text: str, target: str, anchor: str) -> Row:
        return Row((Cell((Link(text, target),)),), anchor)

    rows = (row("see a", "#m_a", "row_1"), row("a", "#m_a", "row_2"), row("b", "#m_b", ""))
    brief = Brief("B", blocks=(Table("T", (Column("", 1),), rows),), marks=KNOWN)
    assert homes(brief) == {"a": "row_2"}


def test_passages_and_their_legends_stay_together() -> None:
    legend, first, second, last = (
        Legend(("label",)),
        passage(Text("1")),
        passage(Text("2")),
        passage(Text("3")),
    )
    found = list(parts(Brief("B", blocks=(legend, first, second, Heading("H"), last))))
    assert found == [MarkedText((legend, first, second)), Heading("H"), MarkedText((last,))]


def test_marks_are_met_in_the_order_of_reading_and_those_in_tables_elsewhere() -> None:
    text = passage(Marked("1", ("b",)), Marked("2", ("b", "a")), Marked("3", ("gone",)))
    table = Table("T", (Column("", 1),), (Row((Cell((Marked("4", ("c",)), Marked("5", ("a",)))),)),))
    brief = Brief("B", blocks=(table, text), marks=KNOWN)
    assert met(MarkedText((text,)), brief) == ("b", "a")
    assert met_elsewhere(brief) == ("c",)
