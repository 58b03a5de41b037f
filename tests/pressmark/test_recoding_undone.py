"""Whatever is done to a codebook, it can be taken back to the last byte, and nothing is lost on the way."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.annotated_article import AnnotatedArticle
from pressmark.brief import LineStyle
from pressmark.labels import Codebook, Label, RoleDefinition, free_name, free_prefix
from pressmark.recoding import Recoding, recode
from pressmark.storage.write_xml import to_xml
from tests.pressmark.operations import CODEBOOKS, LATER, worked_on

NAMES = ("claim", "denial", "actor", "b")


def _new(draw: st.DrawFn, book: Codebook) -> Label:
    name = free_name(draw(st.sampled_from(NAMES)), {label.name for label in book.labels})
    targets = tuple(draw(st.lists(st.sampled_from((*NAMES, "quote")), min_size=1, max_size=2, unique=True)))
    roles = (RoleDefinition("about", "About", targets),)
    return Label(name, name, "red", LineStyle.SOLID, prefix=free_prefix(name, book), roles=roles)


@st.composite
def recodings(draw: st.DrawFn, doc: AnnotatedArticle) -> Recoding:
    """A few steps in any order; those that are refused leave the draft as it was."""
    draft = Recoding.of(doc.codebook)
    for _ in range(draw(st.integers(1, 5))):
        book = draft.codebook
        names = [label.name for label in book.labels] or [""]
        one, other = draw(st.sampled_from(names)), draw(st.sampled_from(names))
        step = draw(
            st.sampled_from(("add", "rename", "prefix", "move", "merge", "split", "delete", "replace"))
        )
        try:
            draft = _step(draw, draft, step, one, other, doc)
        except ValueError:
            continue
    return draft


def _step(
    draw: st.DrawFn, draft: Recoding, step: str, one: str, other: str, doc: AnnotatedArticle
) -> Recoding:
    book = draft.codebook
    label = book.label(one) or _new(draw, book)
    keys = [each.id for each in draft.annotations(doc, one)]
    return {
        "add": lambda: draft.added(_new(draw, book)),
        "rename": lambda: draft.edited(one, replace(label, name=draw(st.sampled_from(NAMES)))),
        "prefix": lambda: draft.edited(one, replace(label, prefix=draw(st.sampled_from(("z", "", "a-"))))),
        "move": lambda: draft.moved(one, draw(st.sampled_from(("", other))), other),
        "merge": lambda: draft.merged(one, other, with_definitions=draw(st.booleans())),
        "split": lambda: draft.split(one, _new(draw, book), keys[: draw(st.integers(0, 3))]),
        "delete": lambda: draft.without(one),
        "replace": lambda: draft.replaced(draw(st.sampled_from(CODEBOOKS)), doc),
    }[step]()


def state(doc: AnnotatedArticle) -> tuple[object, ...]:
    return doc.codebook, dict(doc.entities), dict(doc.markup), to_xml(doc)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_recoding_is_taken_back_and_made_again_to_the_very_same_states(data: st.DataObject) -> None:
    doc = data.draw(worked_on())
    change = recode(doc, data.draw(recodings(doc)), LATER)
    before = state(doc)
    doc.apply(change)
    after = state(doc)
    doc.apply(change.inverse())
    assert state(doc) == before
    doc.apply(change)
    assert state(doc) == after
    assert change.changes_nothing == (before == after)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_annotations_keep_what_they_say_and_every_link_leads_where_it_led(data: st.DataObject) -> None:
    doc = data.draw(worked_on())
    draft = data.draw(recodings(doc))
    known = {label.name for label in doc.codebook.labels}
    expected = sorted(
        (said(doc, key), draft.label_of(one), sorted((tie.role, said(doc, tie.target)) for tie in one.links
         if draft.label_of(doc.markup[tie.target])))
        for key, one in doc.markup.items() if draft.label_of(one)
    )  # fmt: skip
    counts = draft.counts(doc)
    assert {name: n for name, n in counts.items() if n} == Counter(map(draft.label_of, doc.markup.values()))
    lost = {one.label for one in doc.markup.values()} - known
    doc.apply(recode(doc, draft, LATER))
    found = sorted(
        (said(doc, key), one.label, sorted((tie.role, said(doc, tie.target)) for tie in one.links))
        for key, one in doc.markup.items()
    )
    assert found == expected
    assert {one.label for one in doc.markup.values()} <= lost | {label.name for label in doc.codebook.labels}


def said(doc: AnnotatedArticle, key: str) -> str:
    one = doc.markup[key]
    return repr((one.spans, sorted(one.attributes.items()), one.note, one.created, one.lost))
