import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.folding import fold, letter

LETTERS = "aAéE\u0301ßﬁİı½…’“–\u00a0 \t\n\u200d\u200f中がか\u3099한ᾳΣς\u0640ن\u064bक\u093f😀👩\uffff"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ÉTÉ", "ete"),
        ("e\u0301te\u0301", "ete"),
        ("Strauß", "strauss"),
        ("ﬁnd", "find"),
        ("İstanbul", "istanbul"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("ΣΑΣ", "σασ"),
        ("½", "1/2"),
        ("…", "..."),
        ("ＥＵ", "eu"),
        ("‘a’ “b” «c»", '\'a\' "b" "c"'),
        ("2025–26", "2025-26"),
        ("a\u00a0 \tb", "a b"),
        ("co\u00adoperate", "cooperate"),
        ("\u200fقالـ", "قال"),
        ("\u05d1\u05bc", "\u05d1"),
    ],
)
def test_case_accents_and_typography_are_folded(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize("text", ["हिन्दी", "がか", "한국", "ﷺ", "中文", "ที่"])
def test_letters_that_are_no_accents_stay(text: str) -> None:
    assert fold(text).text == text


def test_the_end_of_a_paragraph_is_no_space_between_words() -> None:
    assert fold("a \n\n b").text == "a\nb" != fold("a  b").text


@given(st.characters())
def test_what_one_letter_folds_to_folds_no_further(one: str) -> None:
    assert "".join(map(letter, letter(one))) == letter(one)


@given(st.text(LETTERS, max_size=10))
def test_every_place_of_the_folded_text_is_where_the_original_folds_to_what_is_before_it(text: str) -> None:
    folded = fold(text)
    seen = set()
    for position in range(len(folded.text) + 1):
        for place in folded.places(position):
            assert fold(text[:place]).text == folded.text[:position]
            seen.add(place)
    assert {0, len(text)} <= seen


def test_no_place_is_inside_what_folds_to_several_letters() -> None:
    folded = fold("aßb")
    assert [list(folded.places(position)) for position in range(5)] == [[0], [1], [], [2], [3]]


def test_what_folds_to_nothing_leaves_several_places() -> None:
    folded = fold("e\u0301\u0302x")
    assert [list(folded.places(position)) for position in range(3)] == [[0], [1, 2, 3], [4]]


def test_a_text_folded_again_is_the_same_folded() -> None:
    text = "The minister" * 50
    assert fold(text) is fold(text)
