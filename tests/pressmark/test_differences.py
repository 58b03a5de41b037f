"""Two states of an article, and what an analyst is told of the difference."""

from dataclasses import replace

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import SourceRecord
from pressmark.differences import Difference, differences
from pressmark.labels import Codebook
from pressmark.words import BriefWords
from tests.pressmark.story import HAND, SOURCE, mark, story, tie, told


def test_the_same_article_differs_in_nothing() -> None:
    assert differences(told(), told()) == []


def test_annotations_are_added_removed_and_changed_in_their_parts() -> None:
    then = story()
    mark(then, "actor", "Nora Venn")
    mark(then, "location", "Lowick")
    now = then.copy()
    mark(now, "quote", "“We will build it,”")
    tie(now, "q1", "speaker", "a1")
    now.apply(changes.set_note(now, "a1", "who?", HAND))
    now.apply(changes.delete(now, ["l1"]))
    found = differences(then, now)
    assert set(found) == {
        Difference("added", "q1", "Quote", "“We will build it,”"),
        Difference("changed", "a1", "Actor", "Nora Venn", ("note",)),
        Difference("removed", "l1", "Location", "Lowick"),
    }
    back = {(one.kind, one.id) for one in differences(now, then)}
    assert back == {("removed", "q1"), ("changed", "a1"), ("added", "l1")}


def test_who_changed_it_and_when_is_no_difference() -> None:
    then, now = story(), story()
    mark(then, "actor", "Nora Venn")
    mark(now, "actor", "Nora Venn")
    changed = replace(now.markup["a1"], author="ben", modified="2027-01-01T00:00:00+00:00")
    other = AnnotatedArticle(now.article, now.source, annotations=[changed])
    assert differences(then, other) == []


def test_source_words_codebook_and_entities_are_named() -> None:
    then, now = told(), told()
    now.apply(changes.set_source(now, replace(SOURCE, outlet="The Quay", status="corrected")))
    now.apply(changes.set_words(now, BriefWords(bottom_line="It comes.")))
    now.apply(changes.set_codebook(now, Codebook(now.codebook.labels[::-1]), "Turn it round"))
    assert differences(then, now) == [
        Difference("changed", "", "Source", parts=("outlet", "status")),
        Difference("changed", "", "Words of the brief", parts=("bottom line",)),
        Difference("changed", "", "Codebook"),
    ]
    bare = AnnotatedArticle(then.article, SourceRecord())
    assert Difference("removed", "", "Entity", "Nora Venn") in differences(then, bare)
