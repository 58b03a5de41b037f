from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop.views.piece_index import PieceIndex
from pressmark.annotation import Annotation, id_order
from pressmark.article import Article, BlockKind, Span

ARTICLE = Article.of((BlockKind.PARAGRAPH, text) for text in ("One two three.", "", "Four five.", "Six."))
SPANS = st.builds(
    lambda start, length: Span(start, min(len(ARTICLE.text), start + length)),
    st.integers(0, len(ARTICLE.text) - 1),
    st.integers(1, 20),
)
MARKUPS = st.dictionaries(
    st.sampled_from(["q1", "q2", "q10", "a1"]), st.lists(SPANS, min_size=1, max_size=3).map(tuple)
)


def marked(spans):
    return {key: Annotation(key, "quote", pieces) for key, pieces in spans.items()}


@given(st.lists(MARKUPS, min_size=1, max_size=4))
def test_after_any_updates_it_knows_what_the_markup_knows(states):
    index = PieceIndex(ARTICLE)
    for state in states:
        markup = marked(state)
        index.update(markup)
        for position in range(len(ARTICLE.text)):
            there = [one for one in markup.values() if any(at.start <= position < at.end for at in one.spans)]
            there.sort(key=lambda one: (sum(map(len, one.spans)), one.start, id_order(one.id)))
            assert index.at(position) == [one.id for one in there]


@given(MARKUPS, MARKUPS)
def test_taking_over_what_is_named_comes_to_the_same_as_comparing_all(before, after):
    named, compared = PieceIndex(ARTICLE), PieceIndex(ARTICLE)
    old, new = marked(before), marked(after)
    for index in (named, compared):
        index.update(old)
        for block in range(len(ARTICLE.blocks)):
            index.in_block(block)
    touched = named.take(new, {*old, *new})
    assert compared.update(new) <= touched
    for block in range(len(ARTICLE.blocks)):
        assert named.in_block(block) == compared.in_block(block)
        assert named.marked(block) == bool(named.in_block(block))


def test_only_the_blocks_that_a_change_touches_are_named():
    index = PieceIndex(ARTICLE)
    first = Annotation("q1", "quote", (Span(0, 3), Span(16, 20)))
    assert index.update({"q1": first}) == {0, 2}
    assert index.update({"q1": first}) == set()
    assert index.update({"q1": replace(first, spans=(Span(0, 3),))}) == {0, 2}
    assert index.update({}) == {0}


def test_pieces_of_a_block_stand_by_start_longest_first():
    index = PieceIndex(ARTICLE)
    index.update(marked({"q2": (Span(0, 3),), "q1": (Span(0, 7),), "a1": (Span(2, 30),)}))
    assert [piece.id for piece in index.in_block(0)] == ["q1", "q2", "a1"]
    assert [piece.id for piece in index.in_block(2)] == ["a1"]
    assert index.next_block_with_pieces(0, 4) == 1
    assert PieceIndex(ARTICLE).next_block_with_pieces(0, 2) == 2
