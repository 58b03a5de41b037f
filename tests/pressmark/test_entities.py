import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.entities import Entity, entity_id, named

VENN = Entity("nora-venn", "Nora Venn", aliases=("the minister", "Straße"))


@pytest.mark.parametrize("name", ["Nora Venn", " nora venn ", "THE MINISTER", "strasse"])
def test_an_entity_goes_by_its_name_and_aliases_in_any_case(name: str) -> None:
    assert named([Entity("x", "X"), VENN], name) is VENN


@pytest.mark.parametrize("name", ["", "Nora", "Nora  Venn"])
def test_an_entity_goes_by_no_other_name(name: str) -> None:
    assert named([VENN], name) is None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("John Healey", "john-healey"),
        ("Zoë Łuk", "zoe-łuk"),
        ("Київ", "київ"),
        ("10 Downing Street", "e-10-downing-street"),
        ("…", "entity"),
        ("", "entity"),
        ("U.S.", "u-s"),
    ],
)
def test_ids_are_readable(name: str, key: str) -> None:
    assert entity_id(name, ()) == key


@given(st.lists(st.text(max_size=5), max_size=8))
def test_ids_are_unlike_any_taken(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        key = entity_id(name, taken)
        assert key not in taken
        assert not any(character.isspace() for character in key)
        taken.add(key)
