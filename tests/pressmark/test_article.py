import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.article import Article, BlockKind, Span
from tests.pressmark.strategies import articles

P = BlockKind.PARAGRAPH


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_a_span_is_never_empty_backwards_or_before_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start < end"):
        Span(start, end)


def test_spans_overlap_only_where_they_share_a_character() -> None:
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 5).covers(Span(0, 5))
    assert not Span(1, 5).covers(Span(0, 5))
    assert len(Span(2, 5)) == 3


def test_offsets_count_code_points_and_one_line_feed_between_blocks() -> None:
    article = Article.of([(BlockKind.HEADING, "😀 é", 2), (P, ""), (P, "مرحبا")])
    assert article.text == "😀 é\n\nمرحبا"
    assert [(block.start, block.end, block.level) for block in article.blocks] == [
        (0, 3, 2),
        (4, 4, 0),
        (5, 10, 0),
    ]
    assert article.words_at(Span(5, 10)) == "مرحبا"
    assert article.holds(Span(5, 10))
    assert not article.holds(Span(5, 11))


def test_a_block_is_one_line() -> None:
    with pytest.raises(ValueError, match="split it at its line feeds"):
        Article.of([(P, "a\nb")])


def test_an_article_without_blocks_is_empty() -> None:
    assert Article.of([]).text == ""
    assert Article.of([]).paragraph_number_at(0) == 1


def test_the_hash_is_of_the_text_in_utf_8() -> None:
    assert Article.of([(P, "é")]).sha256 == hashlib.sha256(b"\xc3\xa9").hexdigest()


def test_empty_blocks_are_not_counted_as_paragraphs() -> None:
    article = Article.of([(P, "one"), (P, ""), (P, ""), (P, "two"), (P, "three")])
    numbers = [article.paragraph_number_at(article.text.index(word)) for word in ("one", "two", "three")]
    assert numbers == [1, 2, 3]


@given(articles())
def test_every_character_stands_in_the_block_that_holds_it(article: Article) -> None:
    for position, character in enumerate(article.text):
        block = article.blocks[article.block_index_at(position)]
        if character == "\n":
            assert position == block.end
        else:
            assert block.start <= position < block.end
            assert article.block_text(block)[position - block.start] == character


@given(articles(), st.data())
def test_the_blocks_joined_are_the_text(article: Article, data: st.DataObject) -> None:
    assert "\n".join(map(article.block_text, article.blocks)) == article.text
    if article.text:
        start = data.draw(st.integers(0, len(article.text) - 1))
        end = data.draw(st.integers(start + 1, len(article.text)))
        assert article.words_at(Span(start, end)) == article.text[start:end]
