from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, TextQuote
from pressmark.article import Article, BlockKind, SourceRecord, Span
from pressmark.brief import Brief, Comment, Legend, LineStyle, Mark, Marked, Passage, PassageKind, Text, plain
from pressmark.labels import STANDARD_CODEBOOK, Codebook
from pressmark.palette import swatch
from tests.pressmark.compose.reading import brief_of, headings
from tests.pressmark.story import BLOCKS, HAND, mark, story, told


def passages(brief: Brief) -> list[Passage]:
    return [block for block in brief.blocks if isinstance(block, Passage)]


def legends(brief: Brief) -> list[Legend]:
    return [block for block in brief.blocks if isinstance(block, Legend)]


def test_every_block_is_there_in_its_kind_under_the_number_a_reader_counts() -> None:
    brief = brief_of(told())
    assert [plain(one.inlines) for one in passages(brief)] == [block[1] for block in BLOCKS if block[1]]
    assert [one.number for one in passages(brief)] == [1, 2, 3, 4]
    assert passages(brief)[0].kind is PassageKind.HEADING


def test_each_run_carries_its_marks_the_longest_outermost() -> None:
    doc = told()
    mark(doc, "quote", "Nora Venn, promised £40m")
    (_, second, *_) = passages(brief_of(doc))
    assert second.inlines == (
        Text("The transport minister, "),
        Marked("Nora Venn", ("q2", "a1")),
        Marked(", promised ", ("q2",)),
        Marked("£40m", ("q2", "p1")),
        Marked(" for a second ferry", ("p1",)),
        Text(" by March 2027."),
    )  # fmt: skip


def test_marks_of_the_same_words_keep_their_order_after_undo() -> None:
    doc = story()
    for _ in range(2):
        mark(doc, "actor", "Lowick")
    before = passages(brief_of(doc))
    deletion = changes.delete(doc, ["a1"])
    doc.apply(deletion)
    doc.apply(deletion.inverse())
    assert passages(brief_of(doc)) == before
    assert Marked("Lowick", ("a1", "a2")) in before[-1].inlines


def test_a_mark_over_two_blocks_is_in_both() -> None:
    article = Article.of(
        [(BlockKind.PARAGRAPH, "One"), (BlockKind.LIST_ITEM, ""), (BlockKind.CAPTION, "Two")]
    )
    doc = AnnotatedArticle(article, annotations=[Annotation("q1", "quote", (Span(1, 6),))])
    assert [one.inlines for one in passages(brief_of(doc))] == [
        (Text("O"), Marked("ne", ("q1",))),
        (Marked("T", ("q1",)), Text("wo")),
    ]


def test_a_mark_names_its_annotation_and_carries_its_note() -> None:
    doc = told()
    doc.apply(changes.set_note(doc, "q1", "Ask again", HAND))
    comment = Comment("ana", "Ask again", datetime(2026, 11, 14, 9, 30, tzinfo=UTC))
    assert brief_of(doc).marks["q1"] == Mark("q1", "quote", "text_q1", comment)
    assert brief_of(doc).marks["a1"].comment is None


@pytest.mark.parametrize("stamp", ["", "yesterday"])
def test_a_note_of_an_unknown_time_is_still_a_note(stamp: str) -> None:
    one = Annotation("q1", "quote", (Span(0, 3),), note="Why?", author="otto", modified=stamp)
    doc = AnnotatedArticle(story().article, annotations=[one])
    assert brief_of(doc).marks["q1"].comment == Comment("otto", "Why?", None)


def test_the_legend_names_the_labels_that_are_used_in_the_codebooks_order() -> None:
    doc = story()
    mark(doc, "location", "Lowick")
    mark(doc, "quote", "“We will build it,”")
    assert legends(brief_of(doc)) == [Legend(("quote", "location"))]
    assert legends(brief_of(story())) == []


def test_a_label_that_the_codebook_lacks_is_grey_and_last() -> None:
    one = Annotation("r1", "rumour", (Span(0, 3),))
    doc = AnnotatedArticle(story().article, annotations=[one, replace(one, id="a1", label="actor")])
    brief = brief_of(doc)
    assert legends(brief) == [Legend(("actor", "rumour"))]
    assert (brief.labels["rumour"].title, brief.labels["rumour"].ink) == ("Rumour", swatch("grey").ink)


def test_where_articles_differ_the_first_codebook_decides_on_a_label() -> None:
    first, second = told(), told()
    changed = replace(STANDARD_CODEBOOK.labels[0], colour="teal", line=LineStyle.DOUBLE)
    first.apply(changes.set_codebook(first, Codebook((changed,)), "Change"))
    brief = brief_of(first, second)  # a label that the first lacks looks as in the second
    assert (brief.labels["quote"].fill, brief.labels["quote"].line) == (swatch("teal").fill, LineStyle.DOUBLE)
    assert brief.labels["pledge"].line is STANDARD_CODEBOOK.style_of("pledge").line


def test_words_that_are_lost_have_no_mark() -> None:
    one = Annotation("q1", "quote", (), lost=(TextQuote("gone"),))
    brief = brief_of(AnnotatedArticle(story().article, annotations=[one]))
    assert brief.marks == {}
    assert legends(brief) == []


def test_several_articles_go_by_their_headlines_and_one_by_none() -> None:
    assert "The article, marked" in headings(brief_of(told()))
    other = AnnotatedArticle(story().article, SourceRecord(headline="Another\nline"))
    assert headings(brief_of(told(), other))[-5:] == [
        "The articles, marked",
        "[1] Harbour towns get a second ferry",
        "[2] Another line",
        "Sources",
        "How this was made",
    ]


def test_an_article_without_a_text_is_left_out() -> None:
    assert headings(brief_of(AnnotatedArticle(Article.of([])))) == ["Gaps", "Sources"]


def test_without_the_article_a_brief_has_no_marks() -> None:
    assert brief_of(told(), sections=("statements",)).marks == {}


def test_what_is_struck_out_is_left_out_but_for_what_is_marked_in_it() -> None:
    doc = told()
    marked = {doc.article.block_index_at(span.start) for one in doc.markup.values() for span in one.spans}
    doc.apply(changes.strike_out(doc, range(len(doc.article.blocks))))
    kept = passages(brief_of(doc))
    texts = [doc.article.block_text(block) for block in doc.article.blocks]
    assert [plain(one.inlines) for one in kept] == [texts[index] for index in sorted(marked)]
    numbers = [doc.article.paragraph_numbers[index] for index in sorted(marked)]
    assert [one.number for one in kept] == numbers
