from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.annotation import CONTEXT, Annotation, Link, TextQuote, id_order, joined
from pressmark.article import Article, BlockKind, Span
from tests.pressmark.strategies import spans

ONE = Annotation("q1", "quote", (Span(4, 6), Span(0, 2)))


def test_pieces_are_in_text_order_and_those_that_touch_are_one() -> None:
    assert ONE.spans == (Span(0, 2), Span(4, 6))
    assert ONE.with_span(Span(2, 4)).spans == (Span(0, 6),)
    assert (ONE.start, ONE.end) == (0, 6)


@given(st.lists(spans(30), max_size=8))
def test_joined_pieces_cover_the_same_characters_with_gaps_between_them(pieces: list[Span]) -> None:
    result = joined(pieces)
    assert {at for one in result for at in range(one.start, one.end)} == {
        at for one in pieces for at in range(one.start, one.end)
    }
    assert all(one.end < other.start for one, other in pairwise(result))
    assert joined(result) == result


def test_an_annotation_needs_a_piece_or_words_that_are_lost() -> None:
    with pytest.raises(ValueError, match="q1 has no piece of text"):
        Annotation("q1", "quote", ())
    lost = Annotation("q1", "quote", (), lost=(TextQuote("gone"),))
    assert lost.start == lost.end > 10**12


def test_attributes_are_set_replaced_and_removed_without_touching_the_old_value() -> None:
    values = {"cue": "said"}
    one = Annotation("q1", "quote", (Span(0, 1),), values)
    values["cue"] = "changed behind its back"
    assert one.value("cue") == "said"
    assert one.with_value("cue", "told").value("cue") == "told"
    assert dict(one.with_value("cue", "").attributes) == {}
    assert one.value("topic") == ""
    with pytest.raises(TypeError):
        one.attributes["cue"] = "x"  # type: ignore[index]


def test_links_are_sets_in_the_order_people_count() -> None:
    ties = [Link("to", "a10"), Link("to", "a2"), Link("by", "a3"), Link("to", "a2")]
    one = Annotation("p1", "pledge", (Span(0, 1),), links=tuple(ties))
    assert one.links == (Link("by", "a3"), Link("to", "a2"), Link("to", "a10"))
    assert one.targets("to") == ("a2", "a10")
    assert one.with_link(Link("by", "a3")) is one
    assert one.without_link(Link("by", "a3")).targets("by") == ()
    assert one.with_link(Link("by", "a1")).targets("by") == ("a1", "a3")


def test_ids_are_ordered_as_people_count() -> None:
    assert sorted(["a10", "a2", "q1", "a", "10"], key=id_order) == ["10", "a", "a2", "a10", "q1"]
    assert id_order("a" + "9" * 5000) > id_order("a1")


def test_a_quote_keeps_its_words_and_what_stands_around_them() -> None:
    article = Article.of([(BlockKind.PARAGRAPH, "x" * 50 + "words" + "y" * 3)])
    quote = TextQuote.of(article, Span(50, 55))
    assert quote == TextQuote("words", "x" * CONTEXT, "yyy")


def test_the_words_are_the_exact_text_of_each_piece() -> None:
    assert ONE.words(Article.of([(BlockKind.PARAGRAPH, "ab cd\u00a0")])) == ("ab", "d\u00a0")
