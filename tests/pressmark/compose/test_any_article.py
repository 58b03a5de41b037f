"""What holds of the brief on whatever articles."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.annotated_article import AnnotatedArticle
from pressmark.brief import ANCHOR, Break, Brief, Heading, Legend, Link, Marked, Passage, Table, plain
from pressmark.compose import ALL_SECTIONS, EVERYTHING, compose
from pressmark.compose.rows import compose_rows
from pressmark.storage.read_xml import from_xml
from pressmark.storage.write_xml import to_xml
from tests.pressmark.compose.reading import NOW, all_inlines, anchors
from tests.pressmark.operations import worked_on
from tests.pressmark.strategies import docs

articles = st.lists(worked_on() | docs(), min_size=1, max_size=2)
chosen = st.lists(st.sampled_from(ALL_SECTIONS), unique=True)


def pieces(brief: Brief) -> list[str]:
    """Every stretch of characters that must stay on one line."""
    found = [block.text for block in brief.blocks if isinstance(block, Heading)]
    found += [one.text for inlines in all_inlines(brief) for one in inlines if not isinstance(one, Break)]
    return [*found, brief.title, brief.details, brief.caveat, brief.dateline, brief.author]


@given(articles, chosen)
@settings(max_examples=80, deadline=None)
def test_no_link_leads_nowhere_and_no_place_has_two_names(
    held: list[AnnotatedArticle], sections: list[str]
) -> None:
    brief = compose(held, NOW, EVERYTHING.with_sections(sections))
    places = anchors(brief)
    assert all(ANCHOR.fullmatch(place) for place in places)
    assert len({place.casefold() for place in places}) == len(places)
    for inlines in all_inlines(brief):
        for one in inlines:
            if isinstance(one, Link):
                assert one.target.removeprefix("#") in places or one.target.startswith("http")


@given(articles, chosen)
@settings(max_examples=80, deadline=None)
def test_marks_in_the_text_and_marks_of_the_brief_are_the_same(
    held: list[AnnotatedArticle], sections: list[str]
) -> None:
    brief = compose(held, NOW, EVERYTHING.with_sections(sections))
    used = {
        key
        for inlines in all_inlines(brief)
        for one in inlines
        if isinstance(one, Marked)
        for key in one.marks
    }
    assert used == brief.marks.keys()
    assert {mark.label for mark in brief.marks.values()} <= brief.labels.keys()
    for block in brief.blocks:
        if isinstance(block, Legend):
            assert brief.labels.keys() >= set(block.labels) != set()


@given(articles)
@settings(max_examples=80, deadline=None)
def test_the_article_is_in_the_brief_character_for_character(held: list[AnnotatedArticle]) -> None:
    brief = compose(held, NOW)
    passages = [plain(block.inlines) for block in brief.blocks if isinstance(block, Passage)]
    assert passages == [line for doc in held for line in own_lines(doc)]


def own_lines(doc: AnnotatedArticle) -> list[str]:
    """Without what is struck out, unless something is marked in it."""
    block_of = doc.article.block_index_at
    marked = {
        number
        for one in doc.markup.values()
        for span in one.spans
        for number in range(block_of(span.start), block_of(span.end - 1) + 1)
    }
    left_out = {*doc.filing.struck} - marked
    lines = enumerate(doc.article.text.split("\n"))
    return [line for number, line in lines if line and number not in left_out]


@given(articles)
@settings(max_examples=80, deadline=None)
def test_a_table_is_full_and_no_text_breaks_its_line(held: list[AnnotatedArticle]) -> None:
    brief = compose(held, NOW)
    for block in brief.blocks:
        if isinstance(block, Table):
            assert block.rows
            assert {len(row.cells) for row in block.rows} == {len(block.columns)}
    for text in pieces(brief):
        assert text.splitlines() in ([], [text])


@given(articles)
@settings(max_examples=60, deadline=None)
def test_what_is_saved_and_opened_again_makes_the_same_brief(held: list[AnnotatedArticle]) -> None:
    once = [from_xml(to_xml(doc), "x").doc for doc in held]
    twice = [from_xml(to_xml(doc), "x").doc for doc in once]
    for again in (once, twice):
        assert compose(again, NOW) == compose(held, NOW)
        for one_table in (False, True):
            expected = compose_rows(held, NOW, one_table=one_table)
            assert compose_rows(again, NOW, one_table=one_table) == expected
