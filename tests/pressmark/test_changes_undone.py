"""Every change can be taken back and made again, whatever came before it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.labels import AttributeKind
from pressmark.markup import Change
from pressmark.storage.write_xml import to_xml
from tests.pressmark.operations import operations
from tests.pressmark.story import told


def state(doc: AnnotatedArticle) -> tuple[object, ...]:
    """All that can change, as values and as the bytes of the file."""
    return doc.source, doc.codebook, doc.words, dict(doc.entities), dict(doc.markup), to_xml(doc)


def history(data: st.DataObject, doc: AnnotatedArticle) -> tuple[list[Change], list[tuple[object, ...]]]:
    """Changes made to the article one after the other, and the states before, between and after them."""
    made, states = [], [state(doc)]
    for _ in range(data.draw(st.integers(1, 8), "how many")):
        if change := data.draw(operations(doc)):
            doc.apply(change)
            made.append(change)
            states.append(state(doc))
    return made, states


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_a_history_is_taken_back_and_made_again_to_the_very_same_states(data: st.DataObject) -> None:
    doc = told()
    text = doc.article
    made, states = history(data, doc)
    for change, before in zip(reversed(made), reversed(states[:-1]), strict=True):
        doc.apply(change.inverse())
        assert state(doc) == before
    for change, after in zip(made, states[1:], strict=True):
        doc.apply(change.inverse().inverse())
        assert state(doc) == after
    assert doc.article is text


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_change_says_that_it_changes_nothing_exactly_when_it_does_not(data: st.DataObject) -> None:
    made, states = history(data, told())
    for change, before, after in zip(made, states, states[1:], strict=False):
        assert change.changes_nothing == (before == after), change
        assert change.name.strip() == change.name != ""


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_no_link_and_no_entity_is_left_dangling(data: st.DataObject) -> None:
    doc = told()
    history(data, doc)
    for one in doc.markup.values():
        assert {link.target for link in one.links} <= doc.markup.keys()
        for definition in doc.codebook.style_of(one.label).attributes:
            if definition.kind is AttributeKind.ENTITY and one.value(definition.name):
                assert one.value(definition.name) in doc.entities


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_an_id_of_the_history_never_goes_to_another_annotation(data: st.DataObject) -> None:
    doc = told()
    made: list[Change] = []
    used = [set(doc.markup)]
    for _ in range(data.draw(st.integers(1, 10), "how many")):
        if made and data.draw(st.booleans(), "undo"):
            doc.apply(made.pop().inverse())
            used.pop()
        elif change := data.draw(operations(doc)):
            assert not used[-1].intersection(created(change))
            doc.apply(change)
            made.append(change)
            used.append(used[-1] | set(doc.markup))


def created(change: Change) -> set[str]:
    return {edit.key for edit in change.edits if isinstance(edit.after, Annotation) and edit.before is None}
