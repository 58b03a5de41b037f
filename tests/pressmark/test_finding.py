import time
from itertools import pairwise

import pytest
import regex
from hypothesis import assume, given
from hypothesis import strategies as st

from pressmark import finding
from pressmark.article import Span
from pressmark.finding import Match, Query, QueryNotUnderstood, QueryTooSlow, find, pattern
from pressmark.folding import fold
from pressmark.importers.canon import canon

NASTY = "abSs éE\u0301ßﬁİıı’'–-\u00a0 \n\u200d\u200f中がか\u3099한😀👩💻🏽🇬🇧"
SENTENCE = "The pro-EU bloc, not EUROPE, pledged £225m; O’Neill’s “EU” and the EU's 3% stay."


def found(text: str, words: str, how: Match = Match.FOLDED, whole_words: bool = False) -> list[str]:
    return [text[span.start : span.end] for span in find(text, Query(words, how, whole_words))]


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("Café CAFÉ cafe\u0301 cafe", "cafe", ["Café", "CAFÉ", "cafe\u0301", "cafe"]),
        ("Weißstraße", "strasse", ["straße"]),
        ("Weißstraße", "stras", []),
        ("ﬁnd", "fin", ["ﬁn"]),
        ("ﬁnd", "in", []),
        ("İstanbul ISTANBUL", "istanbul", ["İstanbul", "ISTANBUL"]),
        ("“We’ll go”", '"we\'ll go"', ["“We’ll go”"]),
        ("Port\u00a0Almar, Port  Almar", "port almar", ["Port\u00a0Almar", "Port  Almar"]),
        ("Port\nAlmar", "port almar", []),
        ("2025–26", "2025-26", ["2025–26"]),
        ("👩‍💻 and 👩", "👩", ["👩"]),
        ("e e\u0301", "e", ["e", "e\u0301"]),
        ("qu’il\u200bfaut", "ilfaut", ["il\u200bfaut"]),
        ("한국", "하", []),
        ("aaaa", " aa ", ["aa", "aa"]),
        ("every word", "  ", []),
        ("every word", "\u0301", []),
    ],
)
def test_folded_words_are_found_whatever_their_case_accents_and_typography(
    text: str, words: str, hits: list[str]
) -> None:
    assert found(text, words) == hits


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("Café cafe", "cafe", ["cafe"]),
        ("cafe\u0301 cafe", "cafe", ["cafe"]),
        ("Caf\u00e9", "Cafe\u0301", ["Café"]),
        ("👩‍💻 and 👩", "👩", ["👩"]),
        ("a.b axb", "a.b", ["a.b"]),
    ],
)
def test_exact_words_are_found_as_they_are_typed_and_never_within_a_character(
    text: str, words: str, hits: list[str]
) -> None:
    assert found(text, words, Match.EXACT) == hits


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("EU", ["EU", "EU"]),
        ("pro-EU", ["pro-EU"]),
        ("£225m", ["£225m"]),
        ("225m", []),
        ("O'Neill's", ["O’Neill’s"]),
        ("O'Neill", ["O’Neill"]),
        ("Neill", []),
        ("3", []),
        ("3%", ["3%"]),
    ],
)
@pytest.mark.parametrize("how", [Match.FOLDED, Match.REGEX])
def test_whole_words_are_words_as_a_reader_takes_them(words: str, hits: list[str], how: Match) -> None:
    words = words.replace("'", "’") if how is Match.REGEX else words
    assert found(SENTENCE, words, how, whole_words=True) == hits


def test_a_regular_expression_looks_for_whole_words_among_its_alternatives() -> None:
    assert found("EUROPE EU", "EU|EUROPE", Match.REGEX, whole_words=True) == ["EUROPE", "EU"]


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("£5m and €20m", r"[£€]\d+m", ["£5m", "€20m"]),
        ("first\nsecond", "^s", ["s"]),
        ("abc", "x*", []),
        ("a  b", r"\s*b", ["b"]),
        ("cafe\u0301", "e", ["e\u0301"]),
        ("e\u0301", ".", ["e\u0301"]),
        ("EU eu", "eu", ["eu"]),
        ("EU eu", "(?i)eu", ["EU", "eu"]),
    ],
)
def test_hits_of_a_regular_expression_are_whole_characters_and_never_blank(
    text: str, words: str, hits: list[str]
) -> None:
    assert found(text, words, Match.REGEX) == hits


def test_a_regular_expression_may_mind_no_case() -> None:
    assert len(find("EU eu", Query("eu", Match.REGEX, any_case=True))) == 2


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("(", r"not understood: missing \) \(at character 2\)\.$"),
        ("a)(b", "unbalanced parenthesis"),
        ("((a{1000}){1000}){1000}", "repeats too much"),
        ("(?R)|a", "calls itself"),
        ("(" * 6000 + ")" * 6000, "too large"),
    ],
)
@pytest.mark.parametrize("whole_words", [False, True])
def test_what_is_no_regular_expression_is_refused_in_a_sentence(
    words: str, why: str, whole_words: bool
) -> None:
    with pytest.raises(QueryNotUnderstood, match=why):
        pattern(Query(words, Match.REGEX, whole_words))


@pytest.mark.parametrize("words", [r"\d{4}-\d{2}-\d{2}", r"(?:a{10}){10}", r"[({]{3}\){2}"])
def test_counted_repeats_of_a_sane_size_are_fine(words: str) -> None:
    assert pattern(Query(words, Match.REGEX)).pattern == words


def test_a_regular_expression_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "TIME_LIMIT", 0.1)
    begun = time.monotonic()
    with pytest.raises(QueryTooSlow, match="takes too long here"):
        find("a" * 5000, Query("(a|aa)+$x", Match.REGEX))
    assert time.monotonic() - begun < 1


@pytest.mark.parametrize("how", list(Match))
def test_only_a_part_of_the_text_may_be_searched(how: Match) -> None:
    assert find("EU, EU and EU", Query("EU", how), Span(3, 8)) == [Span(4, 6)]
    assert find("EU, EU and EU", Query("EU", how), Span(5, 8)) == []


@pytest.mark.parametrize("how", list(Match))
def test_nothing_is_found_in_an_empty_text(how: Match) -> None:
    assert find("", Query("a", how)) == []


def characters(text: str) -> set[int]:
    return {0, *(one.end() for one in regex.finditer(r"\X", text))}


@given(st.text(NASTY, max_size=14), st.text(NASTY, min_size=1, max_size=3), st.booleans())
def test_what_is_found_folds_to_what_was_asked_and_is_whole_characters(
    text: str, words: str, whole_words: bool
) -> None:
    wanted = fold(words.strip()).text.strip()
    hits = find(text, Query(words, whole_words=whole_words))
    for hit in hits:
        assert {hit.start, hit.end} <= characters(text)
        assert fold(text[hit.start : hit.end]).text == wanted
    assert all(one.end <= other.start for one, other in pairwise(hits))


@given(st.text(NASTY, max_size=12), st.data())
def test_any_stretch_of_whole_characters_is_found_again_folded_and_exact(
    text: str, data: st.DataObject
) -> None:
    text = canon(text)  # as articles hold it
    start, end = sorted(data.draw(st.tuples(*[st.sampled_from(sorted(characters(text)))] * 2)))
    words = text[start:end]
    assume(words.strip() == words and fold(words).text.strip() == fold(words).text != "")
    for how in (Match.EXACT, Match.FOLDED):
        spans = find(text, Query(words, how))
        assert any(hit.overlaps(Span(start, end)) for hit in spans)


@given(st.text(NASTY, max_size=12), st.sampled_from((".", r"\w+", "e|s", r"\b", "[^a]{2}", "中|$")))
def test_hits_of_any_regular_expression_are_whole_characters_in_order(text: str, words: str) -> None:
    hits = find(text, Query(words, Match.REGEX))
    assert all({hit.start, hit.end} <= characters(text) for hit in hits)
    assert all(one.end <= other.start for one, other in pairwise(hits))
