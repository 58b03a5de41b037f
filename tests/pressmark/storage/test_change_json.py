"""Changes as lines of the journal: every one comes back as it was, nothing else gets in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.annotation import Annotation, Link, TextQuote
from pressmark.article import SourceRecord, Span
from pressmark.entities import Entity
from pressmark.labels import STANDARD_CODEBOOK, Codebook
from pressmark.markup import Change, Edit
from pressmark.storage.change_json import NotAChange, as_json, from_json
from pressmark.words import BriefWords

text = st.text(st.characters(), max_size=8)  # with halves of surrogate pairs and controls
spans = st.tuples(st.integers(0, 99), st.integers(1, 9)).map(lambda pair: Span(pair[0], sum(pair)))
annotations = st.builds(
    Annotation,
    id=st.just("q1"),
    label=text,
    spans=st.lists(spans, min_size=1, max_size=3).map(tuple),
    attributes=st.dictionaries(text, text, max_size=3),
    links=st.lists(st.builds(Link, text, text), max_size=3).map(tuple),
    note=text,
    lost=st.lists(st.builds(TextQuote, text, text, text), max_size=2).map(tuple),
    foreign=st.lists(text, max_size=2).map(tuple),
)
entities = st.builds(Entity, id=st.just("e"), name=text, aliases=st.lists(text, max_size=2).map(tuple))


def edits(key: str, values: st.SearchStrategy) -> st.SearchStrategy:
    return st.tuples(values, values).map(lambda pair: Edit(key, *pair))


changes = st.builds(
    Change,
    text,
    st.lists(
        edits("q1", annotations)
        | edits("e", entities)
        | edits("", st.builds(SourceRecord, headline=text, url=text))
        | edits("", st.builds(BriefWords, title=text, rates=text))
        | edits("", st.sampled_from([STANDARD_CODEBOOK, Codebook(STANDARD_CODEBOOK.labels[:2])]))
        | annotations.map(lambda one: Edit("q1", None, one))
        | entities.map(lambda one: Edit("e", one, None)),
        max_size=4,
    ).map(tuple),
    st.booleans(),
)


@given(changes)
def test_a_change_comes_back_as_it_was_from_one_line(change: Change) -> None:
    line = as_json(change)
    assert "\n" not in line
    line.encode("utf-8")
    assert from_json(line) == change


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{}",
        "[]",
        "[" * 100_000,
        as_json(Change("a", ()))[:-5],
        '{"name":"","takes_back":false,"edits":[{"kind":"Path","key":"","before":null,"after":null}]}',
        '{"name":"","takes_back":false,"edits":[{"kind":"Entity","key":"e","before":null,"after":{"id":1}}]}',
        '{"name":"","takes_back":false,"edits":[{"kind":"Entity","key":"e","before":null,"after":null}]}',
    ],
)
def test_what_is_no_change_is_refused(line: str) -> None:
    with pytest.raises(NotAChange):
        from_json(line)
