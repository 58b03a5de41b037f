"""What rests on an article that was withdrawn: its statements, who repeats them, and who cites it."""

from dataclasses import replace

from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind
from pressmark.changes import set_words
from pressmark.resting import Kind, Resting, in_words, resting, statements
from pressmark.words import BriefWords
from tests.pressmark.story import BLOCKS, SOURCE, mark, story, tie, told


def article(*paragraphs: str, **source: str) -> AnnotatedArticle:
    blocks = ((BlockKind.PARAGRAPH, one) for one in paragraphs)
    return AnnotatedArticle(Article.of(blocks), replace(SOURCE, **source))


def of(rows: list[Resting], kind: Kind) -> list[tuple[str, ...]]:
    return [(one.key, one.words, one.who, one.amount, one.where) for one in rows if one.kind is kind]


def test_its_own_quotes_and_pledges_come_with_who_and_how_much() -> None:
    rows = resting(one := told(), [one])
    assert of(rows, Kind.QUOTE) == [
        ("q1", "“We will build it, […] and we will pay for it.”", "Nora Venn", "", "¶3")
    ]
    assert of(rows, Kind.PLEDGE) == [
        ("p1", "£40m for a second ferry", "Nora Venn", "GBP 40,000,000", "¶2"),
        ("p2", "the £40m pledge", "Nora Venn", "GBP 40,000,000", "¶4"),
        ("p3", "€2–3m", "", "EUR 2,000,000–3,000,000", "¶4"),
    ]
    assert statements(one) == 4


def test_wire_copies_of_it_and_the_same_words_in_them_are_told() -> None:
    source = told()
    copy = AnnotatedArticle(Article.of(BLOCKS), replace(SOURCE, outlet="Bay Herald"))
    mark(copy, "pledge", "€2–3m", values={"amount": "€2–3m"})
    mark(copy, "pledge", "an undisclosed sum")
    other = article(
        "The council of Northmouth met on Monday and talked about the price of tickets for hours."
    )
    rows = resting(source, [other, copy, source])
    assert of(rows, Kind.STORY) == [("", copy.headline, "Bay Herald", "", "13 November 2026")]
    again = [one for one in rows if one.kind is Kind.AGAIN]
    assert [(one.doc is copy, one.key, one.where) for one in again] == [(True, "p1", "Bay Herald ¶4")]


def test_the_same_words_in_another_story_count_where_they_are_no_turn_of_phrase() -> None:
    source, other = told(), article("They will pay £40m for a second ferry, and also €2–3m, it was said.")
    mark(other, "pledge", "£40m for a second ferry")
    mark(other, "pledge", "€2–3m")
    rows = resting(source, [source, other])
    assert [one.key for one in rows if one.kind is Kind.AGAIN] == ["p1"]
    assert not of(rows, Kind.STORY)


def test_sentences_of_briefs_that_cite_it_are_found() -> None:
    source, other = told(), story()
    mark(other, "actor", "Nora Venn")
    mark(other, "pledge", "£40m for a second ferry")
    said = (
        "Venn promises a ferry [p1]. Nobody else does. She says so herself. [q1]\nLowick adds to it [2:p3]."
    )
    source.apply(set_words(source, BriefWords(bottom_line=said)))
    other.apply(
        set_words(other, BriefWords(judgements="It is likely that it sails [2:p2].\nNot this [1:p1]."))
    )
    rows = resting(source, [other, source])
    assert [(one.words, one.where) for one in rows if one.kind is Kind.SENTENCE] == [
        ("It is likely that it sails [2:p2].", f"Key judgements, {other.headline}"),
        ("Venn promises a ferry [p1].", "Bottom line"),
        ("She says so herself. [q1]", "Bottom line"),
        ("Lowick adds to it [2:p3].", "Bottom line"),
    ]


def test_it_is_summed_up_in_a_sentence() -> None:
    source = told()
    rows = resting(source, [source])
    assert in_words(source, rows) == (
        "1 quote and 3 pledges (GBP 40,000,000 + EUR 2,000,000–3,000,000) rest on it."
    )
    copy = AnnotatedArticle(Article.of(BLOCKS), SOURCE)
    mark(copy, "pledge", "€2–3m")
    assert in_words(source, resting(source, [source, copy])).endswith(
        " rest on it; 1 statement elsewhere has the same words; 1 article tells the same story."
    )
    nothing = article("Nothing is marked here.")
    assert in_words(nothing, resting(nothing, [nothing])) == "Nothing that is marked rests on it."


def test_one_thing_rests_and_several_rest() -> None:
    one = article("Mara Lindqvist promised a ferry.")
    mark(one, "actor", "Mara Lindqvist")
    mark(one, "pledge", "a ferry")
    tie(one, "p1", "pledger", "a1")
    assert in_words(one, resting(one, [one])) == "1 pledge rests on it."
