"""Who may be one and the same, and who is not."""

import pytest

from pressmark.entities import Entity, entity_id
from pressmark.likely_same import Likely, likely_same


def entity(name: str, kind: str = "", **known: object) -> Entity:
    return Entity(entity_id(name, ()), name, kind, **known)  # type: ignore[arg-type]


def likely(one: Entity, other: Entity) -> Likely | None:
    return next(iter(likely_same([one, other])), None)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Healey", "John Healey", "“Healey” is the last name of “John Healey”"),
        ("Mr Healey", "John Healey", "“Mr Healey” is the last name of “John Healey”"),
        ("Ms Venn", "Venn", "differ by a title only"),
        ("J. Healey", "John Healey", "first names cut short"),
        ("John A. Healey", "John Healey", "first names cut short"),
        ("UN", "United Nations", "“UN” are the first letters of “United Nations”"),
        ("U.N.", "United Nations", "the first letters of"),
        ("Zelenskyy", "Zelensky", "differ by a letter"),
        ("Wolodymyr Selenskyj", "Wolodymyr Selenskij", "differ by a letter"),
        ("JOSÉ GÁLVEZ", "José Galvez", "both are called"),
        ("Li Keqiang", "Keqiang Li", "the same words in another order"),
        ("Ministry of Defence", "Ukrainian Ministry of Defence", "is a part of"),
        ("the Treasury", "Treasury", "differ by a title only"),
    ],
)
def test_a_pair_is_found_with_its_reason(one: str, other: str, reason: str) -> None:
    found = likely(entity(one), entity(other))
    assert found is not None
    assert reason in found.reason
    assert 0 < found.score < 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Healey", "Denis Healey"),
        ("John Healey", "John Major"),
        ("John", "John Healey"),
        ("Iran", "Iraq"),
        ("Ministry of Defence", "Ministry of Health"),
        ("Mali", "Bali"),
        ("North Sea", "South Sea"),
        ("Niger", "Nigel"),
        ("Council of Europe", "European Council"),
        ("President", "President of France"),
    ],
)
def test_two_are_two(one: str, other: str) -> None:
    assert likely(entity(one), entity(other)) is None


def test_numbers_in_registers_decide() -> None:
    assert likely(entity("Kiev", wikidata="Q1899"), entity("Kyiv", wikidata="Q1899")).score == 1.0
    assert likely(entity("Healey", wikidata="Q1"), entity("John Healey", wikidata="Q2")) is None
    assert likely(entity("Paris", geonames="1"), entity("Paris", geonames="2")) is None


def test_a_person_is_no_place_and_no_body() -> None:
    assert likely(entity("Washington", "person"), entity("Washington", "location")) is None
    assert likely(entity("Ford", "person"), entity("Ford", "company")) is None
    assert likely(entity("Washington", "person"), entity("Washington")) is not None


def test_aliases_count_as_names() -> None:
    known = entity("John Healey", aliases=("the Defence Secretary",))
    assert "Defence Secretary" in likely(known, entity("Defence Secretary")).reason


def test_what_the_analyst_has_told_apart_is_not_offered_again() -> None:
    pair = [entity("Healey"), entity("John Healey")]
    assert likely_same(pair, {frozenset(one.id for one in pair)}) == []


def test_the_likeliest_come_first_and_each_pair_once() -> None:
    found = likely_same(
        [entity("Healey"), entity("John Healey"), entity("J. Healey"), entity("Mr John Healey")]
    )
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    pairs = [frozenset((one.one, one.other)) for one in found]
    assert len(pairs) == len(set(pairs))


def test_thousands_take_no_time_to_speak_of() -> None:
    names = [
        f"{first}{number} {last}son{number % 700}"
        for number, (first, last) in enumerate([("Ada", "Lind")] * 5000)
    ]
    assert isinstance(likely_same(map(entity, names)), list)


@pytest.mark.parametrize("name", ["", "!!!", "A", "的", "the", "Mr", "🙂"])
def test_names_of_no_words_are_nobodys(name: str) -> None:
    assert likely_same([Entity("a", name), Entity("b", "John Healey"), Entity("c", "")]) == []
