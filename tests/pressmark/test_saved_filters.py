import json

import pytest

from pressmark.filtering import AttributeCondition, Filter, How, RoleCondition
from pressmark.labels import STANDARD_CODEBOOK
from pressmark.saved_filters import NamedFilter, from_plain, parts, ready_made, to_plain
from tests.pressmark.story import HAND, told

EVERYTHING = Filter(
    ("quote", "pledge"),
    "ferry",
    (AttributeCondition("amount", How.FROM, "£1m"), AttributeCondition("due", How.MISSING)),
    (RoleCondition("speaker", False), RoleCondition("recipient", True, "Port")),
    "ana",
    False,
    "june",
    "2026-11",
    "2026-12-01",
    True,
)


@pytest.mark.parametrize(
    "one", [Filter(), EVERYTHING, Filter(noted=True), *(each.filter for each in ready_made("ana"))]
)
def test_a_filter_comes_back_from_json_as_it_was(one: Filter) -> None:
    named = NamedFilter("Kept", one)
    assert from_plain(json.loads(json.dumps(to_plain(named)))) == named


def test_only_what_is_stated_is_written() -> None:
    assert to_plain(NamedFilter("Mine", Filter(author="ana"))) == {"name": "Mine", "author": "ana"}


@pytest.mark.parametrize(
    "plain",
    [
        {},
        {"name": 3},
        {"name": "x", "labels": "quote"},
        {"name": "x", "attributes": [{"name": "due", "how": "sideways"}]},
        {"name": "x", "attributes": ["due"]},
        {"name": "x", "roles": [{"name": "speaker"}]},
        {"name": "x", "roles": 5},
        {"name": "x", "roles": ["speaker"]},
    ],
)
def test_what_is_no_filter_is_refused(plain: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"no filter|sideways"):
        from_plain(plain)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Quotes without a speaker", []),
        ("Pledges without an amount", []),
        ("Pledges without a due date", ["p2", "p3"]),
        ("Something expected is missing", ["p2", "p3"]),
        ("With a note", []),
        ("Mine", ["a1", "a2", "l1", "p1", "p2", "p3", "q1"]),
    ],
)
def test_filters_come_ready_made(name: str, ids: list[str]) -> None:
    doc = told()
    wanted = next(each.filter for each in ready_made(HAND.author) if each.name == name)
    assert sorted(key for key, one in doc.markup.items() if wanted.matches(doc, one)) == ids


def test_each_part_says_what_it_asks_and_what_is_left_without_it() -> None:
    found = parts(EVERYTHING, STANDARD_CODEBOOK)
    assert [part.words for part in found] == [
        "Quotes",
        "Pledges",
        "Amount from £1m",
        "Due date is missing",
        "Speaker: nobody linked",
        "To: Port",
        "By ana",
        "Without a note",
        "Note: “june”",
        "Made from November 2026",
        "Made until 1 December 2026",
        "Something is missing",
    ]
    left = EVERYTHING
    while remaining := parts(left, STANDARD_CODEBOOK):
        left = remaining[-1].without
    assert left == Filter(words="ferry")


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (Filter(attributes=(AttributeCondition("due", How.SET),)), "Due date is stated"),
        (Filter(attributes=(AttributeCondition("mood", How.IS, "grim"),)), "mood is grim"),
        (Filter(roles=(RoleCondition("speaker", True),)), "Speaker is linked"),
        (Filter(noted=True), "With a note"),
    ],
)
def test_a_part_is_said_in_the_words_of_the_codebook(one: Filter, words: str) -> None:
    (part,) = parts(one, STANDARD_CODEBOOK)
    assert part.words == words
    assert part.without == Filter()


def test_nobodys_annotations_are_not_offered_as_mine() -> None:
    assert [each.name for each in ready_made("")] == [each.name for each in ready_made("ana")][:-1]
