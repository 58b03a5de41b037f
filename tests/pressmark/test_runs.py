from hypothesis import given
from hypothesis import strategies as st

from pressmark.article import Span
from pressmark.runs import Run, cut
from tests.pressmark.strategies import spans

keyed = st.lists(st.tuples(spans(40), st.integers(0, 5)), max_size=10)


@given(keyed, st.integers(0, 20), st.integers(0, 30))
def test_runs_tile_the_block_and_each_character_lies_under_exactly_its_keys(
    pieces: list[tuple[Span, int]], start: int, length: int
) -> None:
    end = start + length
    runs = cut(start, end, pieces)
    assert [at for run in runs for at in range(run.start, run.end)] == list(range(start, end))
    for run in runs:
        assert run.start < run.end
        for at in range(run.start, run.end):
            assert set(run.keys) == {key for span, key in pieces if span.start <= at < span.end}
        assert len(set(run.keys)) == len(run.keys)


def test_the_longest_is_outermost() -> None:
    runs = cut(0, 10, [(Span(2, 4), "inner"), (Span(0, 8), "outer")])
    assert runs == [
        Run(0, 2, ("outer",)),
        Run(2, 4, ("outer", "inner")),
        Run(4, 8, ("outer",)),
        Run(8, 10, ()),
    ]


def test_spans_that_cross_the_edges_are_cut_there() -> None:
    assert cut(5, 8, [(Span(0, 6), "a"), (Span(7, 20), "b"), (Span(8, 9), "c")]) == [
        Run(5, 6, ("a",)),
        Run(6, 7, ()),
        Run(7, 8, ("b",)),
    ]


def test_an_empty_block_has_no_runs() -> None:
    assert cut(5, 5, [(Span(0, 10), "a")]) == []
