"""The index finds exactly what a plain look through all texts finds."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import SourceRecord, Span
from pressmark.filing import Filing
from pressmark.finding import QueryNotUnderstood
from pressmark.searching.parsing import understood
from pressmark.searching.terms import (
    All,
    AnyOf,
    How,
    Labelled,
    Not,
    Published,
    Term,
    Told,
    Words,
    speaks_of_annotations,
)
from pressmark.searching.tokens import words_of
from pressmark.storage.index import Index
from tests.pressmark.storage.indexed import doc_of, hits, write

WORDS = (
    "air",
    "Air-d",
    "defence",
    "DÉFENCE",
    "def",
    "防衛費",
    "防",
    "衛",
    "كِتاب",
    "ß",
    "½",
    "a",
    "— 😀",
    "สวัส",
)

LINES = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
QUERY_PARTS = st.sampled_from(
    (*WORDS, '"air d', '"', "defence\"", "-", "(", ")", "OR", "headline:air", "headline:防", "label:quote",
     "label:pledge", "tag:a", "date:2026", "after:2026-02")
)  # fmt: skip


@st.composite
def docs(draw: st.DrawFn) -> AnnotatedArticle:
    lines = draw(st.lists(LINES, min_size=1, max_size=4))
    text = "\n".join(lines)
    spans = st.tuples(st.integers(0, max(len(text) - 1, 0)), st.integers(1, 12))
    chosen = draw(st.lists(spans, max_size=2)) if text else []
    annotations = [
        Annotation(
            f"n{number}", draw(st.sampled_from(("quote", "pledge"))), (Span(at, min(at + size, len(text))),)
        )
        for number, (at, size) in enumerate(chosen, 1)
    ]
    source = SourceRecord(draw(LINES), published=draw(st.sampled_from(("", "2026-01", "2026-03-04"))))
    struck = tuple(sorted(draw(st.sets(st.integers(0, len(lines) - 1), max_size=1))))
    filing = Filing(tags=draw(st.sampled_from(((), ("a",), ("a b",)))), struck=struck)
    return doc_of(lines, source, filing=filing, annotations=annotations)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(docs(), min_size=1, max_size=4),
    st.lists(st.lists(QUERY_PARTS, max_size=5), min_size=6, max_size=20),
    st.booleans(),
)
def test_the_index_finds_what_a_look_through_all_texts_finds(
    corpus: list[AnnotatedArticle], queries: list[list[str]], typing: bool
) -> None:
    with tempfile.TemporaryDirectory() as name:
        for number, doc in enumerate(corpus):
            write(Path(name) / "d", f"n{number}", doc)
        with Index(Path(name) / "d", Path(name) / "cache") as index:
            index.refresh()
            for parts in queries:
                typed = " ".join(parts)
                try:
                    term = understood(typed, typing=typing).term
                except QueryNotUnderstood:
                    continue
                found = hits(index, typed, typing=typing)
                assert {(hit.file, hit.annotation) for hit in found} == _scanned(corpus, term)
                for hit in found:
                    doc = corpus[int(hit.file[1:].partition(".")[0])]
                    if hit.span is not None and not hit.annotation:
                        assert doc.article.words_at(hit.span) == hit.words


def _scanned(corpus: list[AnnotatedArticle], term: Term | None) -> set[tuple[str, str]]:
    found = set()
    for number, doc in enumerate(corpus):
        if term is None:
            continue
        if not speaks_of_annotations(term):
            blocks = [*_lines(doc, range(len(doc.article.blocks))), words_of(doc.headline)]
            found |= {(f"n{number}.pressmark", "")} if _holds(doc, None, blocks, term) else set()
            continue
        for one in doc.markup.values():
            first, last = doc.article.block_index_at(one.start), doc.article.block_index_at(one.end - 1)
            own = [place for place in range(first, last + 1) if place not in doc.filing.struck]
            if own and _holds(doc, one, _lines(doc, own), term):
                found.add((f"n{number}.pressmark", one.id))
    return found


def _lines(doc: AnnotatedArticle, numbers: range | list[int]) -> list[list[str]]:
    shown = (number for number in numbers if number not in doc.filing.struck)
    return [words_of(doc.article.block_text(doc.article.blocks[number])) for number in shown]


def _holds(doc: AnnotatedArticle, one: Annotation | None, lines: list[list[str]], term: Term) -> bool:
    match term:
        case All(terms):
            return all(_holds(doc, one, lines, each) for each in terms)
        case AnyOf(terms):
            return any(_holds(doc, one, lines, each) for each in terms)
        case Not(inner):
            return not _holds(doc, one, lines, inner)
        case Words(in_headline=True):
            return _stands(words_of(doc.headline), term)
        case Words():
            return any(_stands(line, term) for line in lines)
        case Labelled((name,), begun):
            assert one is not None
            return one.label.startswith(name) if begun else one.label == name
        case Told(_, words, how):
            tags = [" ".join(words_of(tag)) for tag in doc.filing.tags]
            wanted = " ".join(words)
            return any(tag.startswith(wanted) if how is How.WHOLE_BEGUN else tag == wanted for tag in tags)
        case Published(compared, iso):
            known = min(len(doc.source.published), len(iso))
            ours, theirs = doc.source.published[:known], iso[:known]
            return bool(known) and (ours >= theirs if compared == ">=" else ours == theirs)
        case _:
            raise AssertionError(term)


def _stands(line: list[str], term: Words) -> bool:
    wanted = list(term.words)
    for first in range(len(line) - len(wanted) + 1):
        there = line[first : first + len(wanted)]
        last = there[-1].startswith(wanted[-1]) if term.begun else there[-1] == wanted[-1]
        if there[:-1] == wanted[:-1] and last:
            return True
    return False
