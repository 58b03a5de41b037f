from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.views.trimming import joined_at, split_at, trimmed, whole_words, without_piece_at
from pressmark.article import Article, BlockKind, Span
from pressmark.labels import ACTOR, LOCATION, QUOTE, Trim


def article(text: str) -> Article:
    return Article.of([(BlockKind.PARAGRAPH, text)])


def words(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


@pytest.mark.parametrize(
    ("text", "marked", "label", "left"),
    [
        ("met “Healey,” there", "“Healey,”", ACTOR, "Healey"),
        ("in 'Port Almar'.", " 'Port Almar'.", LOCATION, "Port Almar"),
        ("«Київ», said", "«Київ»,", LOCATION, "Київ"),
        ("from the U.S. yesterday", "the U.S. ", ACTOR, "the U.S."),
        ("he said “No.” and left", " “No.” ", QUOTE, "“No.”"),
        ("well “…” yes", "“…”", ACTOR, "“…”"),
    ],
)
def test_names_lose_marks_and_stops_and_quotes_only_white_space(text, marked, label, left):
    one = article(text)
    assert one.words_at(trimmed(one, words(text, marked), label)) == left


@pytest.mark.parametrize(
    ("trim", "left"), [(Trim.NOTHING, " “No.” "), (Trim.SPACES, "“No.”"), (Trim.MARKS, "No"), (None, "“No.”")]
)
def test_a_label_says_what_is_left_out_at_the_ends(trim, left):
    one = article("he said “No.” and left")
    assert one.words_at(trimmed(one, words(one.text, " “No.” "), replace(QUOTE, trim=trim))) == left


@given(st.text("ab .,“”'\t😀", min_size=1, max_size=20), st.data())
def test_what_is_trimmed_lies_within_what_was_marked(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    for label in (ACTOR, QUOTE):
        assert span.covers(trimmed(article(text), span, label))


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("ro-E", "pro-EU"), ("225", "£225m"), ("Neill", "O'Neill's"), ("EU gave £2", "pro-EU gave £225m"),
        ("gave", "gave"), (" gave ", " gave "),
    ],
)  # fmt: skip
def test_ends_grow_to_those_of_words_as_the_press_writes_them(part, whole):
    text = "The pro-EU gave £225m to O'Neill's men."
    one = article(text)
    assert one.words_at(whole_words(one, words(text, part))) == whole


def test_a_piece_is_split_without_the_space_between_and_joined_again():
    one = article("One two three. Four.")
    pieces = (Span(0, 13), Span(15, 19))
    split = split_at(one, pieces, 4)
    assert [one.words_at(span) for span in split] == ["One", "two three", "Four"]
    assert joined_at(split, 2) == pieces
    assert joined_at(split, 17) == (Span(0, 3), Span(4, 19))
    assert joined_at(pieces[:1], 2) == pieces[:1]


def test_where_nothing_can_be_split_or_taken_away_all_stays():
    one = article("One two three. Four.")
    pieces = (Span(0, 7), Span(15, 19))
    assert split_at(one, pieces, 10) == pieces
    assert split_at(one, pieces, 0) == pieces
    assert split_at(one, pieces, 2) == pieces
    assert without_piece_at(pieces, 16) == pieces[:1]
    assert without_piece_at(pieces, 10) == pieces
    assert without_piece_at(pieces[:1], 3) == pieces[:1]
