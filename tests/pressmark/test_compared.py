"""The same article and the same annotation, as they were."""

import pytest

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind, SourceRecord
from pressmark.compared import same_annotations, same_articles
from tests.pressmark.story import HAND, at, mark, story, told


def article(text: str, original: str = "", url: str = "") -> AnnotatedArticle:
    record = SourceRecord(original_sha256=original, url=url)
    return AnnotatedArticle(Article.of([(BlockKind.PARAGRAPH, text)]), record)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (article("One", original="ab"), article("Two", original="ab")),
        (article("One", "ab", "https://a.example"), article("Two", "cd", "https://a.example")),
        (article("One"), article("One", original="ab")),
    ],
)
def test_an_article_is_known_by_its_original_its_address_or_its_text(
    now: AnnotatedArticle, then: AnnotatedArticle
) -> None:
    assert same_articles([article("Other"), now], [then]) == [None, then]


def test_what_is_empty_tells_nothing() -> None:
    assert same_articles([article("One")], [article("Two")]) == [None]


def test_wire_copy_of_several_outlets_is_told_apart_by_its_address() -> None:
    north, south = (article("The same words.", url=f"https://{name}.example") for name in ("n", "s"))
    assert same_articles([south, north], [north, south]) == [south, north]


def test_an_article_is_the_same_as_one_other_only() -> None:
    first, second = article("One"), article("One")
    assert same_articles([first, second], [first]) == [first, None]


def test_ids_that_have_changed_places_are_told_by_their_words() -> None:
    now, then = story(), story()
    for doc, words in ((now, ("Lowick", "Port Almar")), (then, ("Port Almar", "Lowick"))):
        for each in words:
            mark(doc, "location", each)
    found = same_annotations(now, then, ["location"])
    assert [(key, was and was.id) for key, was in found.items()] == [("l2", "l1"), ("l1", "l2")]


def test_words_that_have_changed_keep_their_id_and_what_is_gone_has_no_other() -> None:
    now, then = told(), told()
    now.apply(changes.set_spans(now, "p3", [at(now, "€2–3m and an undisclosed sum")], HAND))
    now.apply(changes.delete(now, ["q1"]))
    found = same_annotations(now, then, ["pledge", "quote"])
    assert found == {key: then.markup[key] for key in ("p1", "p2", "p3")}
    assert same_annotations(then, now, ["quote"]) == {"q1": None}
