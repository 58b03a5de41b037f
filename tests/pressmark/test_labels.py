import pytest

from pressmark.brief import LineStyle
from pressmark.labels import STANDARD_CODEBOOK, Codebook, Label, label_name
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
