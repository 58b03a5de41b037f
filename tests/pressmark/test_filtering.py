from dataclasses import replace

import pytest

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.filtering import AttributeCondition, Filter, How, RoleCondition
from tests.pressmark.story import HAND, told


@pytest.fixture
def doc() -> AnnotatedArticle:
    """The story told, with a note on p1 and p3 made by another hand a month later."""
    doc = told()
    doc.apply(changes.set_note(doc, "p1", "Is this the June money?", HAND))
    old = doc.markup["p3"]
    new = replace(old, author="ben", created="2026-12-14T12:00:00+00:00")
    doc.apply(changes.Change("", (changes.Edit("p3", old, new),)))
    doc.apply(changes.set_value(doc, "p1", "status", "announced", HAND))
    doc.apply(changes.set_value(doc, "l1", "latitude", "-12.5", HAND))
    return doc


def found(doc: AnnotatedArticle, wanted: Filter) -> list[str]:
    return sorted(one.id for one in doc.markup.values() if wanted.matches(doc, one))


def test_an_empty_filter_lets_everything_through(doc) -> None:
    assert found(doc, Filter()) == sorted(doc.markup)


def test_labels_are_any_of_those_named(doc) -> None:
    assert found(doc, Filter(labels=("quote", "location"))) == ["l1", "q1"]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("FERRY", ["p1", "p2"]),
        ("second FERRY", ["p1", "p2"]),
        ("ferry third", []),
        ("june", ["p1"]),
        ("p3", ["p3"]),
        ("nora", ["a1", "a2", "p1", "p2", "q1"]),
        ("GBP 40,000,000", ["p1", "p2"]),
        ("  ", ["a1", "a2", "l1", "p1", "p2", "p3", "q1"]),
        ("“and", ["q1"]),
        ('"we', ["q1"]),
    ],
)
def test_words_are_looked_for_in_all_that_an_annotation_says(doc, words: str, ids: list[str]) -> None:
    assert found(doc, Filter(words=words)) == ids


@pytest.mark.parametrize(
    ("name", "how", "value", "ids"),
    [
        ("amount", How.SET, "", ["p1", "p2", "p3"]),
        ("due", How.SET, "", ["p1"]),
        ("due", How.MISSING, "", ["p2", "p3"]),
        ("amount", How.IS, "£40 million", ["p1", "p2"]),
        ("status", How.IS, "Announced", ["p1"]),
        ("entity", How.IS, "nora venn", ["a1", "a2"]),
        ("conditions", How.CONTAINS, "VOTE", ["p3"]),
        ("amount", How.FROM, "GBP 1m", ["p1", "p2"]),
        ("amount", How.FROM, "3m", ["p1", "p2", "p3"]),
        ("amount", How.TO, "EUR 2m", ["p3"]),
        ("amount", How.TO, "EUR 1m", []),
        ("amount", How.TO, "undisclosed", []),
        ("due", How.TO, "March 2027", ["p1"]),
        ("due", How.FROM, "2027", ["p1"]),
        ("due", How.FROM, "April 2027", []),
        ("due", How.FROM, "some day", []),
        ("latitude", How.TO, "-12", ["l1"]),
        ("latitude", How.FROM, "-12", []),
        ("latitude", How.FROM, "north", []),
        ("status", How.FROM, "announced", []),
    ],
)
def test_attributes_are_asked_by_their_kind(doc, name: str, how: How, value: str, ids: list[str]) -> None:
    assert found(doc, Filter(attributes=(AttributeCondition(name, how, value),))) == ids


@pytest.mark.parametrize(
    ("role", "linked", "to", "ids"),
    [
        ("pledger", True, "", ["p1", "p2"]),
        ("pledger", False, "", ["p3"]),
        ("speaker", True, "nora", ["q1"]),
        ("speaker", True, "venn", ["q1"]),
        ("speaker", True, "Lowick", []),
        ("restates", True, "", ["p2"]),
    ],
)
def test_links_are_asked_of_labels_that_have_the_role(doc, role, linked, to, ids) -> None:
    assert found(doc, Filter(roles=(RoleCondition(role, linked, to),))) == ids


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Filter(author="ben"), ["p3"]),
        (Filter(noted=True), ["p1"]),
        (Filter(labels=("pledge",), noted=False), ["p2", "p3"]),
        (Filter(note_words="JUNE"), ["p1"]),
        (Filter(since="2026-12"), ["p3"]),
        (Filter(since="2026-12-14", until="2026-12-14"), ["p3"]),
        (Filter(until="2026-11", labels=("pledge",)), ["p1", "p2"]),
        (Filter(incomplete=True), ["p2", "p3"]),
    ],
)
def test_the_other_questions(doc, wanted: Filter, ids: list[str]) -> None:
    assert found(doc, wanted) == ids


def test_all_that_is_stated_must_hold(doc) -> None:
    both = Filter(("pledge",), "40m", roles=(RoleCondition("restates", True),))
    assert found(doc, both) == ["p2"]


def test_what_was_made_nobody_knows_when_is_of_no_time(doc) -> None:
    timeless = replace(doc.markup["p3"], created="")
    assert not Filter(since="1900").matches(doc, timeless)
    assert Filter().matches(doc, timeless)
    odd = replace(timeless, created="2026-11-02, about noon")
    assert Filter(since="2026-11-02", until="2026-11-02").matches(doc, odd)
