import pytest

from pressmark import bulk
from pressmark.annotation import Link
from pressmark.labels import LOCATION, PLEDGE, QUOTE
from tests.pressmark.story import HAND, mark, tie, told


def state(doc):
    return dict(doc.markup), dict(doc.entities)


def test_many_get_another_label_and_links_to_them_follow() -> None:
    doc = told()
    before = state(doc)
    done = bulk.relabel_many(doc, ["a1", "a2"], LOCATION, HAND)
    doc.apply(done.change)
    assert done.keys == ("l2", "l3")
    assert [doc.markup[key].label for key in done.keys] == ["location", "location"]
    assert doc.markup["q1"].targets("speaker") == ("l3",)
    assert doc.markup["p1"].targets("pledger") == ("l2",)
    assert done.change.name == "Make 2 annotations location"
    doc.apply(done.change.inverse())
    assert state(doc) == before


def test_those_that_have_the_label_already_stay_as_they_are() -> None:
    doc = told()
    done = bulk.relabel_many(doc, ["p1", "q1"], PLEDGE, HAND)
    assert done.keys == ("p1", "p4")
    assert {edit.key for edit in done.change.edits} == {"q1", "p4"}


def test_annotations_tied_to_one_another_keep_their_ties_when_both_change() -> None:
    doc = told()
    done = bulk.relabel_many(doc, ["p2", "p1"], QUOTE, HAND)
    doc.apply(done.change)
    second, first = done.keys
    assert doc.markup[second].targets("restates") == (first,)


def test_many_are_deleted_with_the_links_to_them_and_entities_nobody_names() -> None:
    doc = told()
    before = state(doc)
    done = bulk.delete_many(doc, ["a1", "a2", "gone"])
    doc.apply(done.change)
    assert not {"a1", "a2"} & set(doc.markup)
    assert doc.markup["q1"].links == ()
    assert "nora-venn" not in doc.entities
    assert done.refused == (bulk.Refusal("gone", "it is not there any more"),)
    doc.apply(done.change.inverse())
    assert state(doc) == before


def test_a_value_is_set_where_the_label_has_it_and_the_others_are_told() -> None:
    doc = told()
    done = bulk.set_value_many(doc, ["p1", "q1", "p3"], "status", "announced", HAND)
    doc.apply(done.change)
    assert [doc.markup[key].value("status") for key in ("p1", "p3")] == ["announced", "announced"]
    assert done.keys == ("p1", "p3")
    assert done.change.name == "Set status of 2 annotations"
    (refused,) = done.refused
    assert refused.key == "q1"
    assert "no attribute “status”" in refused.why


def test_a_new_entity_of_many_is_one_entity() -> None:
    doc = told()
    done = bulk.set_value_many(doc, ["a1", "a2"], "entity", "Nora V. Venn", HAND)
    doc.apply(done.change)
    assert doc.markup["a1"].value("entity") == doc.markup["a2"].value("entity") == "nora-v-venn"
    assert set(doc.entities) == {"nora-v-venn", "port-almar"}


def test_nothing_is_changed_where_all_refuse() -> None:
    done = bulk.set_value_many(told(), ["p1", "p2"], "due", "", HAND)
    assert [edit.key for edit in done.change.edits] == ["p1"]  # p2 had none
    done = bulk.set_value_many(told(), ["p1", "p2"], "amount", "lots", HAND)
    assert done.change.changes_nothing
    assert bulk.told(done.refused).startswith("p1, p2: Amount: “lots” is not an amount")


def test_many_are_linked_to_the_same_annotation() -> None:
    doc = told()
    done = bulk.link_many(doc, ["p1", "p3", "a1"], "recipient", "Lowick", HAND)
    doc.apply(done.change)
    (added,) = (one for one in doc.markup.values() if doc.article.words_at(one.spans[0]) == "Lowick")
    assert Link("recipient", added.id) in doc.markup["p1"].links
    assert doc.markup["p3"].targets("recipient") == (added.id,)
    assert [one.key for one in done.refused] == ["a1"]
    assert done.change.name == "Link 2 annotations as recipient"


def test_a_role_that_holds_one_tie_gives_up_its_old_one() -> None:
    doc = told()
    tie(doc, "q1", "speaker", "a1")
    mark(doc, "quote", "£40m pledge")
    done = bulk.link_many(doc, ["q1", "q2"], "speaker", "a2", HAND)
    doc.apply(done.change)
    assert [doc.markup[key].targets("speaker") for key in ("q1", "q2")] == [("a2",), ("a2",)]


@pytest.mark.parametrize(
    ("keys", "said"),
    [(["p1"], "p1: no"), (["p1", "p2", "p3", "p4", "p5"], "p1, p2, p3 and 2 more: no"), ([], "")],
)
def test_refusals_are_told_in_one_line(keys: list[str], said: str) -> None:
    assert bulk.told(bulk.Refusal(key, "no") for key in keys) == said


def test_a_single_one_is_named() -> None:
    assert bulk.set_value_many(told(), ["p1"], "what", "ferry", HAND).change.name == "Set what of p1"
