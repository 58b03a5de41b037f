import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from pressmark.edges import between_characters, between_words, words_in

MIXED = "ab e\u0301\u0308😀👩‍💻🇬🇧🇫🇷1️⃣한각ᄒ\u1161नि\u094dक\u0600\u200d中\u3099\n"


@given(st.text(MIXED, max_size=12))
def test_characters_end_where_the_grapheme_clusters_of_unicode_do(text: str) -> None:
    ends = {0, len(text), *(one.end() for one in regex.finditer(r"\X", text))}
    assert {place for place in range(len(text) + 1) if between_characters(text, place)} == ends


def test_a_long_row_of_marks_is_still_told_from_the_letter_after_it() -> None:
    text = "a" + "\u0301" * 300 + "b"
    assert between_characters(text, 301)
    assert not between_characters(text, 300)


@pytest.mark.parametrize(
    "words",
    [
        "pro-EU",
        "£225m",
        "O’Neill’s",
        "O'Neill",
        "1.3%",
        "225,000",
        "2025–26",
        "U.S",
        "R&D",
        "e\u0301te\u0301",
    ],
)
def test_there_is_no_edge_inside_a_word(words: str) -> None:
    text = f"the {words} of"
    start, end = 4, 4 + len(words)
    inside = [place for place in range(start + 1, end) if between_words(text, place)]
    possessive = [end - 2] if words.endswith("’s") else []
    assert inside == possessive
    assert between_words(text, start)
    assert between_words(text, end)


@pytest.mark.parametrize(
    ("text", "place"),
    [("“EU”", 1), ("“EU”", 3), ("EU, it", 2), ("the EU’s", 6), ("ministers’ pay", 9), ("and/or", 3),
     ("援助する", 2), ("text.Next", 4), ("EU", 0), ("EU", 2), ("", 0)],
)  # fmt: skip
def test_words_end_at_marks_of_punctuation_and_where_a_script_writes_no_spaces(text: str, place: int) -> None:
    assert between_words(text, place)


@given(st.text("abE’'s-‐.,:%/£$ 15\n中国中ัสวัส é\u0301\u00ad\u200d_‿#−&", max_size=24))
def test_selecting_and_searching_agree_on_what_is_inside_a_word(text: str) -> None:
    words = list(words_in(text))
    assert [edge for word in words for edge in (word.start, word.end)] == sorted(
        edge for word in words for edge in (word.start, word.end)
    )
    inside = {place for word in words for place in range(word.start + 1, word.end)}
    assert all(place in inside for place in range(len(text)) if not between_words(text, place))
