"""Which of several annotations a typed text means."""

from dataclasses import replace

import pytest

from pressmark import changes
from pressmark.attributes import ValueNotUnderstood
from pressmark.labels import QUOTE, STANDARD_CODEBOOK, RoleDefinition
from pressmark.linking import link_to_text
from tests.pressmark.story import HAND, mark, story, told


def test_of_several_mentions_the_nearest_is_meant() -> None:
    doc = told()
    doc.apply(link_to_text(doc, "q1", "addressee", "Nora Venn", HAND))
    assert doc.markup["q1"].targets("addressee") == ("a2",)
    doc.apply(link_to_text(doc, "p3", "pledger", "Venn", HAND))
    assert doc.markup["p3"].targets("pledger") == ("a2",)


def test_of_two_at_the_same_place_the_first_made_is_meant_even_after_undo() -> None:
    doc = story()
    mark(doc, "quote", "“We will build it,”")
    for _ in range(2):
        mark(doc, "actor", "Lowick")
    deletion = changes.delete(doc, ["a1"])
    doc.apply(deletion)
    doc.apply(deletion.inverse())
    doc.apply(link_to_text(doc, "q1", "speaker", "Lowick", HAND))
    assert doc.markup["q1"].targets("speaker") == ("a1",)


def test_words_of_another_label_are_marked_anew_as_what_the_role_takes() -> None:
    doc = told()
    change = link_to_text(doc, "q1", "addressee", "Port Almar", HAND)
    doc.apply(change)
    assert change.name == "Link q1 → a3 as addressee"
    assert doc.markup["a3"].spans == doc.markup["l1"].spans


def test_a_mention_of_pieces_is_meant_by_its_words() -> None:
    doc = told()
    key = mark(doc, "actor", "minister", "Venn")
    doc.apply(link_to_text(doc, "q1", "addressee", "minister Venn", HAND))
    assert doc.markup["q1"].targets("addressee") == (key,)


def test_an_annotation_is_never_meant_by_its_own_words() -> None:
    doc = told()
    doc.apply(link_to_text(doc, "p1", "restates", "£40m for a second ferry", HAND))
    (other,) = doc.markup["p1"].targets("restates")
    assert other == "p4"


def test_a_role_that_leads_to_no_label_says_so() -> None:
    doc = told()
    odd = replace(QUOTE, roles=(RoleDefinition("source", "Source", ()),))
    doc.apply(changes.set_codebook(doc, STANDARD_CODEBOOK.with_label(odd), "Change a label"))
    with pytest.raises(ValueNotUnderstood, match="Source leads to no label: name one in the codebook"):
        link_to_text(doc, "q1", "source", "Lowick", HAND)
