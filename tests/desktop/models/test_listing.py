import pytest

from desktop.models.listing import Listing, touched
from pressmark import changes
from pressmark.changes import Hand
from pressmark.filtering import Filter
from pressmark.labels import STANDARD_CODEBOOK, Codebook
from pressmark.markup import Change, Edit
from tests.pressmark.story import told

HAND = Hand("ana", "2026-11-14T09:30:00+00:00")


@pytest.fixture
def doc():
    return told()


def test_rows_are_article_by_article_in_text_order(doc):
    listing = Listing((doc, told()), ("First", "Second"))
    assert [(row.article, row.one.id) for row in listing.rows("actor")] == [
        ("First", "a1"), ("First", "a2"), ("Second", "a1"), ("Second", "a2"),
    ]  # fmt: skip
    assert listing.number_of(listing.docs[1]) == 1
    assert listing.number_of(told()) == listing.number_of(None) == -1


def test_only_what_the_filter_asks_for_is_listed(doc):
    listing = Listing((doc,), ("First",), Filter(words="second ferry"))
    assert listing.is_filtered
    assert [row.one.id for row in listing.rows("pledge")] == ["p1", "p2"]
    assert listing.row(0, "p3", "pledge") is None
    assert listing.counts()["pledge"] == 3


def test_a_row_is_what_the_annotation_is_now(doc):
    listing = Listing((doc,), ("First",))
    doc.apply(changes.set_value(doc, "p1", "what", "a ferry", HAND))
    row = listing.row(0, "p1", "pledge")
    assert row is not None
    assert row.one.value("what") == "a ferry"
    assert listing.row(0, "p1", "quote") is None
    assert listing.row(0, "p9", "pledge") is None


def test_labels_are_those_of_all_codebooks_and_those_only_named(doc):
    doc.apply(changes.set_codebook(doc, Codebook(STANDARD_CODEBOOK.labels[:1]), ""))
    names = [label.name for label in Listing((doc,), ("",)).labels()]
    assert names[0] == "quote"
    assert sorted(names) == ["actor", "location", "pledge", "quote"]
    assert Listing().labels() == ()


@pytest.mark.parametrize(
    ("key", "name", "value", "keys"),
    [
        ("p3", "what", "a quay", {"p3"}),
        ("a2", "role", "minister", {"a2"}),
        ("a2", "entity", "Somebody", {"a2", "q1"}),
    ],
)
def test_a_change_touches_what_it_names_and_what_shows_its_name(doc, key, name, value, keys):
    change = changes.set_value(doc, key, name, value, HAND)
    doc.apply(change)
    assert touched(doc, change) == keys


def test_another_name_of_an_entity_touches_all_that_show_it(doc):
    old = doc.entities["nora-venn"]
    change = Change("", (Edit(old.id, old, type(old)(old.id, "N. Venn", old.kind)),))
    doc.apply(change)
    assert touched(doc, change) == {"a1", "a2", "p1", "p2", "q1"}
