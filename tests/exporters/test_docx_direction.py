"""Left and right in Word, which wants to be told of both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from exporters.docx.bookmarks import Bookmarks
from exporters.docx.direction import runs_right_to_left, segments
from exporters.docx.runs import runs
from exporters.docx.wml import declared

_SCRIPTS = st.text(st.sampled_from("abcشلוم \u0301\u0651.,()12١٢\n\t漢😀\u200f"))


@pytest.mark.parametrize(
    ("text", "otherwise", "expected"),
    [
        ("The ministry (وزارة) said", False, False),
        ("قالت Ida Roth إن العبّارة جاهزة", False, True),
        ("2026 – 42", False, False),
        ("2026 – 42", True, True),
        ("Ulm", True, False),
        ("", True, True),
    ],
)
def test_most_letters_decide_where_a_paragraph_begins(text: str, otherwise: bool, expected: bool) -> None:
    assert runs_right_to_left(text, otherwise) is expected


@pytest.mark.parametrize(
    ("text", "paragraph", "expected"),
    [
        ("the union (איגוד) signed", False, [("the union (", False), ("איגוד", True), (") signed", False)]),
        ("شركة Ulm.", True, [("شركة ", True), ("Ulm", False), (".", True)]),
        ("عبّ x", False, [("عبّ", True), (" x", False)]),
        ("plain", True, [("plain", False)]),
    ],
)
def test_text_is_cut_where_its_direction_changes(
    text: str, paragraph: bool, expected: list[tuple[str, bool]]
) -> None:
    assert list(segments(text, paragraph)) == expected


@given(_SCRIPTS, st.booleans())
def test_cutting_loses_nothing(text: str, paragraph: bool) -> None:
    pieces = list(segments(text, paragraph))
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)


@given(st.text(), st.booleans())
def test_runs_hold_what_was_said(text: str, paragraph: bool) -> None:
    signs = {"tab": "\t", "br": "\n"}
    held = etree.fromstring(declared(runs(text, right_to_left=paragraph))).iter()
    shown = "".join(element.text or signs.get(element.tag.rpartition("}")[2], "") for element in held)
    spoken = "".join(character for character in text if character.isprintable())
    assert "".join(character for character in shown if character.isprintable()) == spoken


def test_long_names_stay_apart_within_words_forty_characters() -> None:
    long = "a" * 40
    places = Bookmarks([long, long.upper()])
    names = [places.name(long), places.name(long.upper()), places.further(long, 2), places.further(long, 3)]
    assert len({str(name).casefold() for name in names}) == 4
    assert all(len(str(name)) <= 40 for name in names)
