from collections import Counter

import pytest

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link, TextQuote
from pressmark.article import SourceRecord, Span
from pressmark.checks import Finding, check, summary
from tests.pressmark.story import HAND, SOURCE, mark, story, tie, told


def finished() -> AnnotatedArticle:
    """The story with nothing left to say: every pledge has its pledger, recipient, amount and due date."""
    doc = told()
    for key, due in (("p2", "by March 2027"), ("p3", "next winter")):
        doc.apply(changes.set_value(doc, key, "due", due, HAND))
    tie(doc, "p3", "pledger", "a1")
    tie(doc, "p3", "recipient", "l1")
    return doc


def holding(*annotations: Annotation) -> AnnotatedArticle:
    return AnnotatedArticle(story().article, SOURCE, annotations=annotations)


def test_of_a_finished_article_nothing_is_found() -> None:
    assert check(finished()) == []
    assert summary(finished()) == []


def test_what_is_missing_is_found_once_in_text_order() -> None:
    doc = told()
    doc.apply(changes.set_source(doc, SourceRecord()))
    assert [(one.annotation, one.about, one.message, one.missing) for one in check(doc)] == [
        ("", "headline", "the article has no headline", ""),
        ("p2", "due", "p2 has no due date", "due date"),
        ("p3", "pledger", "p3 has no pledger", "pledger"),
        ("p3", "recipient", "p3 has no recipient", "recipient"),
        ("p3", "due", "p3 has no due date", "due date"),
    ]


def test_findings_are_counted_by_kind() -> None:
    doc = told()
    mark(doc, "quote", "a second ferry")
    doc.apply(changes.set_source(doc, SourceRecord()))
    assert summary(doc) == [
        "1 quote has no speaker",
        "2 pledges have no due date",
        "1 pledge has no pledger",
        "1 pledge has no recipient",
        "the article has no headline",
    ]


VENN = Annotation("a1", "actor", (Span(0, 4),))
PORT = Annotation("l1", "location", (Span(5, 9),))


@pytest.mark.parametrize(
    ("one", "finding"),
    [
        (
            Annotation("n1", "rumour", (Span(0, 4),)),
            Finding("n1", "label", "n1 has a label the codebook lacks: rumour"),
        ),
        (
            Annotation("q1", "quote", (), links=(Link("speaker", "a1"),), lost=(TextQuote("gone"),)),
            Finding("q1", "place", "the words of q1 are not in the text"),
        ),
        (
            Annotation("q1", "quote", (Span(0, 4),), links=(Link("speaker", "a9"),)),
            Finding("q1", "speaker", "q1 is linked to a9, which does not exist"),
        ),
        (
            Annotation("q1", "quote", (Span(0, 4),), links=(Link("speaker", "l1"),)),
            Finding("q1", "speaker", "q1 is linked to l1 as speaker, which must be one of: actor"),
        ),
        (
            Annotation("a2", "actor", (Span(0, 4),), {"kind": "robot"}),
            Finding("a2", "kind", "a2: Kind: “robot” is none of person, organisation, government, group"),
        ),
        (
            Annotation("a2", "actor", (Span(0, 4),), {"entity": "somebody"}),
            Finding("a2", "entity", "a2 names somebody, which is no entity here"),
        ),
    ],
)
def test_what_another_hand_left_wrong_is_found_once(one: Annotation, finding: Finding) -> None:
    assert check(holding(VENN, PORT, one)) == [finding]
    assert summary(holding(VENN, PORT, one)) == [finding.message]


def test_an_unknown_label_hides_nothing_else_that_is_wrong() -> None:
    one = Annotation("n1", "rumour", (), links=(Link("about", "a9"),), lost=(TextQuote("gone"),))
    assert [finding.about for finding in check(holding(one))] == ["label", "about", "place"]


def test_a_link_of_no_role_that_the_label_has_is_kept_from_another_label_and_not_wrong() -> None:
    one = Annotation("l2", "location", (Span(0, 4),), links=(Link("speaker", "a1"),))
    assert check(holding(VENN, one)) == []


def test_no_finding_comes_twice() -> None:
    wrong = Annotation(
        "p1", "pledge", (Span(0, 4),), {"amount": "lots", "kind": "odd"},
        (Link("pledger", "a8"), Link("pledger", "a9"), Link("place", "a1")), lost=(TextQuote("gone"),),
    )  # fmt: skip
    counted = Counter(check(holding(VENN, wrong)))
    assert len(counted) == 8
    assert set(counted.values()) == {1}
