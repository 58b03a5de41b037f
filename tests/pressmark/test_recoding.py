"""Merging, splitting, renaming and deleting labels, and what their annotations become."""

from dataclasses import replace

import pytest

from pressmark.annotation import Link
from pressmark.brief import LineStyle
from pressmark.changes import Hand
from pressmark.labels import (
    STANDARD_CODEBOOK,
    AttributeDefinition,
    AttributeKind,
    Codebook,
    Label,
    RoleDefinition,
)
from pressmark.recoding import Recoding, recode
from tests.pressmark.story import mark, tie, told

LATER = Hand("otto", "2026-11-15T10:00:00+00:00")
CLAIM = Label(
    "claim", "Claim", "teal", LineStyle.DOUBLE, "C", "c",
    attributes=(AttributeDefinition("topic", "Topic"), AttributeDefinition("stance", "Stance")),
    roles=(RoleDefinition("speaker", "Speaker", ("actor",)), RoleDefinition("denies", "Denies", ("claim",))),
)  # fmt: skip
CHOICE = AttributeDefinition("tone", "Tone", AttributeKind.CHOICE)
WITH_CLAIM = STANDARD_CODEBOOK.with_label(CLAIM)


@pytest.fixture
def doc():
    """The story with two claims: c1 denies c2 and is said by a2."""
    doc = told()
    doc.apply(recode(doc, draft(doc).added(CLAIM), LATER))
    mark(doc, "claim", "We will build it", values={"topic": "ferry", "stance": "for"})
    mark(doc, "claim", "a second ferry", nth=2, values={"topic": "ferry"})
    tie(doc, "c1", "speaker", "a2")
    tie(doc, "c1", "denies", "c2")
    return doc


def draft(doc) -> Recoding:
    return Recoding.of(doc.codebook)


def made(doc, recoding: Recoding) -> str:
    """Makes the draft true; answers with the name of the change."""
    change = recode(doc, recoding, LATER)
    doc.apply(change)
    return change.name


def test_a_renamed_label_takes_its_annotations_roles_and_lower_labels_along(doc):
    lower = replace(CLAIM, name="lie", title="Lie", key="", prefix="x", parent="claim")
    assertion = replace(CLAIM, name="assertion", title="Assertion")
    name = made(doc, draft(doc).added(lower).edited("claim", assertion))
    assert name == "Change the codebook"
    assert doc.markup["c1"].label == "assertion"
    assert doc.markup["c1"].modified == LATER.now
    assert doc.markup["c1"].links == (Link("denies", "c2"), Link("speaker", "a2"))
    assert doc.codebook.label("claim") is None
    assert doc.codebook.label("assertion").role("denies").targets == ("assertion",)
    assert doc.codebook.label("lie").parent == "assertion"


def test_ids_follow_a_new_prefix_and_links_follow_the_ids(doc):
    made(doc, draft(doc).edited("actor", replace(doc.codebook.label("actor"), prefix="who")))
    assert {"who1", "who2"} <= doc.markup.keys()
    assert not {"a1", "a2"} & doc.markup.keys()
    assert doc.markup["q1"].targets("speaker") == ("who2",)
    assert doc.markup["q1"].modified != LATER.now  # it still says the same
    assert doc.markup["who1"].value("role") == "minister"


def test_merged_annotations_keep_what_was_said_of_them_even_what_the_heir_does_not_know(doc):
    assert made(doc, draft(doc).merged("claim", "quote")) == "Merge Claim into Quote"
    assert {key for key, one in doc.markup.items() if one.label == "quote"} == {"q1", "q2", "q3"}
    assert dict(doc.markup["q2"].attributes) == {"stance": "for", "topic": "ferry"}
    assert doc.markup["q2"].links == (Link("denies", "q3"), Link("speaker", "a2"))
    assert doc.codebook == STANDARD_CODEBOOK


def test_a_merge_can_bring_the_attributes_and_roles_along_that_the_heir_lacks(doc):
    made(doc, draft(doc).merged("claim", "quote", with_definitions=True))
    quote = doc.codebook.label("quote")
    assert quote.attribute("stance") == CLAIM.attribute("stance")
    assert quote.attribute("topic") == STANDARD_CODEBOOK.label("quote").attribute("topic")
    assert quote.role("speaker") == STANDARD_CODEBOOK.label("quote").role("speaker")
    assert quote.role("denies").targets == ("quote",)


def test_what_led_to_a_merged_label_leads_to_its_heir_once(doc):
    made(doc, draft(doc).merged("location", "actor"))
    assert doc.codebook.label("pledge").role("recipient").targets == ("actor",)
    assert doc.codebook.label("pledge").role("place").targets == ("actor",)
    assert doc.markup["p1"].targets("recipient") == ("a3",)
    assert doc.markup["a3"].value("country") == "Lorn"


def test_a_split_moves_the_chosen_ones_and_what_led_to_one_label_leads_to_both(doc):
    minister = Label("minister", "Minister", "red", LineStyle.SOLID, "M", "m")
    assert made(doc, draft(doc).split("actor", minister, ["a1"])) == "Split off the label Minister"
    assert doc.markup["m1"].label == "minister"
    assert doc.markup["m1"].value("role") == "minister"
    assert doc.markup["a2"].label == "actor"
    assert doc.markup["p1"].targets("pledger") == ("m1",)
    assert doc.codebook.label("quote").role("speaker").targets == ("actor", "minister")
    assert [label.name for label in doc.codebook.labels][2:4] == ["actor", "minister"]


def test_a_label_is_deleted_with_its_annotations_and_the_links_to_them(doc):
    assert made(doc, draft(doc).without("actor")) == "Delete the label Actor"
    assert not [one for one in doc.markup.values() if one.label == "actor"]
    assert doc.markup["q1"].links == ()
    assert "nora-venn" not in doc.entities
    assert "port-almar" in doc.entities
    assert doc.codebook.label("quote").roles == ()  # they led to actors only
    assert doc.codebook.label("pledge").role("recipient").targets == ("location",)


def test_labels_below_a_merged_one_go_to_the_heir_or_up_where_the_heir_is_one_of_them():
    tree = Codebook((
        Label("a", "A", "red", LineStyle.SOLID), Label("b", "B", "red", LineStyle.SOLID, parent="a"),
        Label("c", "C", "red", LineStyle.SOLID, parent="b"), Label("d", "D", "red", LineStyle.SOLID),
    ))  # fmt: skip
    parents = {label.name: label.parent for label in Recoding.of(tree).merged("b", "d").codebook.labels}
    assert parents == {"a": "", "d": "", "c": "d"}
    parents = {label.name: label.parent for label in Recoding.of(tree).merged("a", "c").codebook.labels}
    assert parents == {"b": "", "c": "b", "d": ""}
    parents = {label.name: label.parent for label in Recoding.of(tree).without("b").codebook.labels}
    assert parents == {"a": "", "c": "a", "d": ""}


def test_several_steps_are_followed_one_after_the_other(doc):
    steps = draft(doc).edited("claim", replace(CLAIM, name="assertion", title="Assertion"))
    other = replace(steps.codebook.label("assertion"), name="claim", key="", prefix="cl")
    steps = steps.added(other).split("assertion", replace(other, name="denial", prefix="d"), ["c1"])
    made(doc, steps.merged("denial", "quote").merged("assertion", "claim"))
    assert doc.markup["q2"].targets("denies") == ("cl1",)
    assert doc.markup["cl1"].label == "claim"


def test_a_draft_counts_what_each_label_will_have(doc):
    steps = (
        draft(doc).without("location").split("actor", replace(CLAIM, name="x", key="", prefix="x"), ["a1"])
    )
    counts = steps.counts(doc)
    assert (counts["actor"], counts["x"], counts[""], counts["claim"]) == (1, 1, 1, 2)
    assert [one.id for one in steps.annotations(doc, "x")] == ["a1"]


def test_new_ids_of_two_prefixes_never_meet():
    doc = told()
    for _ in range(12):
        mark(doc, "quote", "Venn")
    book = doc.codebook
    for name, prefix in (("quote", "x"), ("pledge", "x1")):
        book = book.with_label(replace(book.label(name), prefix=prefix))
    made(doc, Recoding(book))
    assert {"x1", "x9", "x11"} <= doc.markup.keys()
    assert len(doc.markup) == len(told().markup) + 12


def test_a_moved_label_stands_before_the_one_named_and_takes_those_below_along(doc):
    steps = draft(doc).moved("claim", "quote").moved("actor", "", "quote")
    assert [label.name for label in steps.codebook.labels] == [
        "actor",
        "quote",
        "claim",
        "pledge",
        "location",
    ]
    steps = steps.moved("quote", "")
    assert [label.name for label in steps.codebook.labels] == [
        "actor",
        "pledge",
        "location",
        "quote",
        "claim",
    ]


def test_another_codebook_keeps_the_labels_that_have_annotations(doc):
    taken = Codebook((Label("call", "Call", "red", LineStyle.SOLID, "C", "c"),))
    steps = draft(doc).without("pledge").replaced(taken, doc)
    names = [label.name for label in steps.codebook.labels]
    assert names == ["call", "quote", "actor", "location", "claim"]
    assert (steps.codebook.label("claim").key, steps.codebook.label("claim").prefix) == ("", "")
    made(doc, steps)
    assert doc.markup["n1"].label == "claim"


@pytest.mark.parametrize(("changed", "sentence"), [
    ({"title": " "}, "The label needs a name."),
    ({"name": ""}, "The label needs a name in files."),
    ({"name": "a claim"}, "A name in files holds no spaces."),
    ({"name": "quote"}, "There is a label quote already."),
    ({"key": "q"}, "The key q is Quote’s."),
    ({"key": "4"}, "The key 4 is no letter."),
    ({"prefix": "q"}, "The ids of Quote begin with q."),
    ({"prefix": "c4"}, "A number follows in each id: end with a letter or a hyphen."),
    ({"prefix": "c c"}, "Ids hold no spaces."),
    ({"parent": "claim"}, "Claim cannot stand below itself."),
    ({"parent": "rumour"}, "There is no label rumour to stand below."),
    ({"attributes": (AttributeDefinition("a", "A"),) * 2}, "Two attributes are named a."),
    ({"attributes": (AttributeDefinition("", ""),)}, "An attribute needs a name."),
    ({"attributes": (CHOICE,)}, "Tone is a choice: write between what, with commas."),
    ({"roles": (RoleDefinition("a", "A", ("claim",)),) * 2}, "Two roles are named a."),
    ({"roles": (RoleDefinition("", "A", ("claim",)),)}, "A role needs a name."),
    ({"roles": (RoleDefinition("a", "A", ()),)}, "A leads to no label: choose at least one."),
])  # fmt: skip
def test_what_no_label_can_be_is_refused_in_a_sentence(changed, sentence):
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        Recoding.of(WITH_CLAIM).edited("claim", replace(CLAIM, **changed))


def test_labels_cannot_stand_in_a_ring():
    steps = Recoding.of(WITH_CLAIM).moved("claim", "quote")
    with pytest.raises(ValueError, match="Quote cannot stand below itself"):
        steps.moved("quote", "claim")
    ring = Codebook((replace(CLAIM, parent="claim"),))
    with pytest.raises(ValueError, match="stands below itself"):
        recode(told(), Recoding(ring), LATER)
    assert Recoding.of(ring).codebook.labels[0].parent == ""


def test_no_annotation_is_left_without_a_label(doc):
    with pytest.raises(ValueError, match="q1 would be left without a label: there is no quote"):
        recode(doc, Recoding(Codebook(doc.codebook.labels[1:])), LATER)
    with pytest.raises(ValueError, match="q1 would be left without a label: there is no rumour"):
        recode(doc, Recoding(doc.codebook, {"quote": "rumour"}), LATER)


@pytest.mark.parametrize("refused", [
    lambda draft: draft.merged("quote", "quote"),
    lambda draft: draft.merged("quote", "rumour"),
    lambda draft: draft.without("rumour"),
    lambda draft: draft.split("rumour", CLAIM, []),
    lambda draft: draft.split("quote", STANDARD_CODEBOOK.labels[0], []),
    lambda draft: draft.added(STANDARD_CODEBOOK.labels[0]),
])  # fmt: skip
def test_a_label_that_is_not_there_or_there_already_is_refused(refused):
    with pytest.raises(ValueError, match=r"There is|cannot be merged with itself"):
        refused(Recoding.of(STANDARD_CODEBOOK))


def test_annotations_of_a_label_the_codebook_never_had_stay_as_they_are(doc):
    orphaned = replace(doc.markup["q1"], id="x9", label="rumour")
    doc.markup._put(orphaned)
    made(doc, draft(doc).edited("quote", replace(doc.codebook.label("quote"), prefix="qu")))
    assert doc.markup["x9"] == replace(orphaned)


def test_a_name_on_the_way_to_another_takes_no_annotations_along(doc):
    doc.markup._put(replace(doc.markup["q1"], id="x9", label="ass"))
    typed = draft(doc)
    for name, title in (("ass", "Ass"), ("assertion", "Assertion")):
        old = typed.codebook.labels[-1]
        typed = typed.edited(old.name, replace(old, name=name, title=title))
    assert (typed.counts(doc)["assertion"], typed.counts(doc)["ass"]) == (2, 1)
    new = replace(CLAIM, name="ass", key="", prefix="as")
    assert typed.added(new).merged("ass", "quote").counts(doc)["quote"] == 2
    assert typed.added(new).without("ass").counts(doc)[""] == 1


def test_nothing_done_is_no_change(doc):
    assert recode(doc, draft(doc), LATER).changes_nothing
    assert recode(doc, draft(doc).moved("claim", ""), LATER).changes_nothing


@pytest.mark.parametrize(("steps", "name"), [
    (lambda draft: draft.added(replace(CLAIM, name="x", title="X", key="", prefix="x")), "Add the label X"),
    (lambda draft: draft.edited("claim", replace(CLAIM, colour="red")), "Edit the label Claim"),
    (lambda draft: draft.edited("claim", replace(CLAIM, name="c", title="C")), "Rename Claim to C"),
    (lambda draft: draft.moved("claim", "", "quote"), "Change the codebook"),
    (lambda draft: draft.without("quote").without("pledge"), "Change the codebook"),
    (
        lambda draft: draft.edited("quote", replace(draft.codebook.labels[0], name="x")).merged("claim", "x"),
        "Change the codebook",
    ),
])  # fmt: skip
def test_undo_names_the_one_thing_that_was_done(doc, steps, name):
    assert recode(doc, steps(draft(doc)), LATER).name == name
