"""Who is who: merged, split and corrected, and nobody lost on the way."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.annotated_article import AnnotatedArticle
from pressmark.entities import Entity, Office
from pressmark.entity_changes import combined, edit_entity, merge_entities, split_entity
from tests.pressmark.operations import LATER, operations
from tests.pressmark.story import mark, told


def named(doc: AnnotatedArticle) -> dict[str, str]:
    """The entity of each mention."""
    return {key: one.value("entity") for key, one in doc.markup.items() if one.value("entity")}


@pytest.fixture
def doc() -> AnnotatedArticle:
    """Nora Venn, and the same person taken for another one."""
    doc = told()
    mark(doc, "actor", "The transport minister", values={"entity": "The minister"})
    return doc


def test_all_mentions_of_both_are_mentions_of_the_one(doc: AnnotatedArticle) -> None:
    venn, minister = doc.entities["nora-venn"], doc.entities["the-minister"]
    into = combined([venn, minister])
    doc.apply(merge_entities(doc, ["nora-venn", "the-minister"], into, LATER))
    assert "the-minister" not in doc.entities
    assert doc.entities["nora-venn"].aliases == ("The minister",)
    assert "the-minister" not in named(doc).values()


def test_an_article_that_names_neither_is_left_alone(doc: AnnotatedArticle) -> None:
    stranger = Entity("otto-lind", "Otto Lind")
    assert merge_entities(doc, ["otto-lind", "lind"], stranger, LATER).changes_nothing
    assert edit_entity(doc, stranger).changes_nothing


def test_an_article_that_names_only_the_other_takes_the_one_on(doc: AnnotatedArticle) -> None:
    into = Entity("nora-l-venn", "Nora L. Venn", aliases=("Nora Venn",))
    doc.apply(merge_entities(doc, ["nora-venn"], into, LATER))
    assert doc.entities["nora-l-venn"] == into
    assert "nora-venn" not in doc.entities


def test_mentions_are_split_off_and_the_rest_stays(doc: AnnotatedArticle) -> None:
    other = Entity("other-venn", "Another Venn", "person")
    (key, *rest) = [key for key, entity in named(doc).items() if entity == "nora-venn"]
    doc.apply(split_entity(doc, [key], "nora-venn", other, LATER))
    assert named(doc)[key] == "other-venn"
    assert all(named(doc)[one] == "nora-venn" for one in rest)
    assert ("nora-venn" in doc.entities) == bool(rest)


def test_what_is_known_is_corrected_and_comes_back(doc: AnnotatedArticle) -> None:
    before = doc.entities["nora-venn"]
    after = replace(before, offices=(Office("Transport minister", "Marenia", "2024", ""),), wikidata="Q1")
    change = edit_entity(doc, after)
    doc.apply(change)
    assert doc.entities["nora-venn"] == after
    doc.apply(change.inverse())
    assert doc.entities["nora-venn"] == before


def test_together_they_know_what_each_knew() -> None:
    office = Office("Mayor", "Lowick", "2020", "2024")
    one = Entity("a", "Nora Venn", "", ("Venn",), "", "77", "met in May", (office,))
    other = Entity("b", "NORA VENN", "person", ("venn", "The mayor"), "Q5", "", "met in May", (office,))
    assert combined([one, other]) == Entity(
        "a", "Nora Venn", "person", ("Venn", "The mayor"), "Q5", "77", "met in May", (office,)
    )


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_was_done_before_no_mention_loses_its_entity(data: st.DataObject) -> None:
    doc = told()
    for _ in range(data.draw(st.integers(0, 4))):
        if change := data.draw(operations(doc)):
            doc.apply(change)
    if not doc.entities:
        return
    chosen = data.draw(st.lists(st.sampled_from(sorted(doc.entities)), min_size=1, unique=True))
    before, entities = dict(doc.markup), dict(doc.entities)
    change = merge_entities(doc, chosen, combined([doc.entities[key] for key in chosen]), LATER)
    doc.apply(change)
    assert {
        key: chosen[0] if entity in chosen else entity for key, entity in _named(before).items()
    } == named(doc)
    assert all(entity in doc.entities for entity in named(doc).values() if entity in entities)
    doc.apply(change.inverse())
    assert (dict(doc.markup), dict(doc.entities)) == (before, entities)


def _named(markup: dict) -> dict[str, str]:
    return {key: one.value("entity") for key, one in markup.items() if one.value("entity")}
