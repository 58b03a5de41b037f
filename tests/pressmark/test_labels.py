import pytest

from pressmark.brief import LineStyle
from pressmark.labels import STANDARD_CODEBOOK, Codebook, Label, free_name, label_name
from pressmark.palette import SWATCHES

MOOD = Label("mood", "Mood", "teal", LineStyle.DOUBLE, "M", "m")


def test_the_standard_labels_are_told_apart_by_name_key_prefix_colour_and_line() -> None:
    labels = STANDARD_CODEBOOK.labels
    assert [label.name for label in labels] == ["quote", "pledge", "actor", "location"]
    for what in ("key", "prefix", "colour", "line"):
        assert len({getattr(label, what) for label in labels}) == len(labels)
    assert all(label.colour in SWATCHES for label in labels)


def test_every_role_of_the_standard_labels_leads_to_one_of_them() -> None:
    names = {label.name for label in STANDARD_CODEBOOK.labels}
    for label in STANDARD_CODEBOOK.labels:
        for role in label.roles:
            assert names.issuperset(role.targets)


def test_attributes_and_roles_are_found_by_name() -> None:
    actor, quote = (STANDARD_CODEBOOK.style_of(name) for name in ("actor", "quote"))
    assert actor.entity_attribute == actor.attribute("entity")
    assert quote.entity_attribute is None
    assert quote.role("speaker") is not None
    assert quote.role("pledger") is None
    assert quote.attribute("amount") is None


def test_a_label_is_added_at_the_end_or_put_in_the_place_of_its_namesake() -> None:
    added = STANDARD_CODEBOOK.with_label(MOOD)
    assert added.labels[-1] is MOOD
    renamed = Label("quote", "Citation", "red", LineStyle.SOLID, "Q", "q")
    assert added.with_label(renamed).labels[0] is renamed
    assert len(added.with_label(renamed).labels) == 5


@pytest.mark.parametrize("double", [
    Label("mood", "Other", "red", LineStyle.SOLID, "O", "o"),
    Label("other", "Other", "red", LineStyle.SOLID, "M", "o"),
    Label("other", "Other", "red", LineStyle.SOLID, "O", "m"),
])  # fmt: skip
def test_names_keys_and_prefixes_are_unique(double: Label) -> None:
    with pytest.raises(ValueError, match="two labels share the"):
        Codebook((MOOD, double))


def test_labels_without_key_and_prefix_may_be_several() -> None:
    plain = [Label(name, name, "grey", LineStyle.SOLID) for name in ("a", "b")]
    assert len(Codebook(tuple(plain)).labels) == 2


def test_a_name_holds_no_spaces() -> None:
    assert label_name(" a  body\u00a0of ") == "a-body-of"
    with pytest.raises(ValueError, match="holds no spaces"):
        Codebook((Label("a body", "Body", "grey", LineStyle.SOLID),))


def test_an_unknown_label_is_plain_and_grey() -> None:
    style = STANDARD_CODEBOOK.style_of("rumour")
    assert (style.title, style.colour, style.line) == ("Rumour", "grey", LineStyle.SOLID)
    assert STANDARD_CODEBOOK.style_of("").title == "No label"


def tree(parents: str) -> Codebook:
    """Labels and what they stand below, as in “a b<a”."""
    parts = (one.partition("<") for one in parents.split())
    return Codebook(
        tuple(Label(name, name, "grey", LineStyle.SOLID, parent=above) for name, _, above in parts)
    )


@pytest.mark.parametrize(
    ("parents", "straight"),
    [
        ("a b<a c<b", "a b<a c<b"),
        ("a<x b<a", "a b<a"),
        ("a<a", "a"),
        ("a<b b<a c<b", "a b<a c<b"),
        ("c<b b<a a<b", "c<b b a<b"),
    ],
)
def test_labels_in_a_ring_or_below_nothing_stand_at_the_top(parents: str, straight: str) -> None:
    assert tree(parents).straightened() == tree(straight)
    assert set(tree(parents).top_down().labels) == set(tree(straight).labels)


def test_each_label_stands_before_those_below_it() -> None:
    book = tree("c<a b a d<c e<a")
    assert [label.name for label in book.top_down().labels] == ["b", "a", "c", "d", "e"]
    assert [label.name for label in book.children("a")] == ["c", "e"]
    assert book.above("d") == ("c", "a")
    assert book.above("nobody") == ()


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert free_name("claim", ()) == "claim"
    assert free_name("claim", ("claim", "claim-2")) == "claim-3"
