"""A brief says what it does not know."""

from dataclasses import replace

from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind, SourceRecord
from pressmark.brief import Brief, Link, Paragraph, Role, plain
from tests.pressmark.compose.reading import brief_of, headings, rows, table
from tests.pressmark.story import SOURCE, mark, story, tie, told


def bridge(amount: str, outlet: str = "") -> AnnotatedArticle:
    """Another story, in which the same minister pledges."""
    text = "Nora Venn will also pay for the bridge at Lowick, a sum of £40m, said her office on Friday."
    doc = AnnotatedArticle(
        Article.of([(BlockKind.PARAGRAPH, text)]),
        SourceRecord(headline="A bridge", published="2026-11-15", outlet=outlet),
    )
    mark(doc, "actor", "Nora Venn", values={"entity": "Nora Venn"})
    mark(doc, "pledge", "a sum of £40m", values={"amount": amount, "due": "2027"})
    tie(doc, "p1", "pledger", "a1")
    return doc


def test_each_kind_of_gap_is_counted_and_named_with_its_places() -> None:
    doc = story()
    mark(doc, "quote", "“We will build it,”")
    mark(doc, "quote", "“and we will pay for it.”")
    mark(doc, "pledge", "an undisclosed sum", values={"amount": "undisclosed"})
    assert rows(brief_of(doc), "Gaps") == [
        ["2 statements without a speaker", "q1, q2"],
        ["1 pledge without a giver", "p1"],
        ["1 pledge whose amount is undisclosed", "p1"],
        ["1 pledge without a date", "p1"],
    ]
    first = table(brief_of(doc), "Gaps").rows[0].cells[1].inlines[0]
    assert isinstance(first, Link)
    assert first.target == "#text_q1"


def test_a_restated_pledge_need_not_say_its_date_again() -> None:
    assert ["1 pledge without a date", "p3"] in rows(brief_of(told()), "Gaps")


def test_what_is_not_known_of_a_source_is_said() -> None:
    doc = AnnotatedArticle(story().article, SourceRecord(headline="Port"))
    assert rows(brief_of(doc), "Gaps") == [
        ["1 source without an outlet", "[1]"],
        ["1 source without a date", "[1]"],
    ]


def test_pledges_that_may_be_one_are_pointed_out_and_not_merged() -> None:
    told_twice = [
        "Possibly the same pledge, counted more than once: GBP 40,000,000 by Nora Venn",
        "1:p2, 2:p1",
    ]
    brief = brief_of(told(), bridge("£40m"))
    assert told_twice in rows(brief, "Gaps")
    assert len(rows(brief, "Pledges")) == 4
    assert told_twice not in rows(brief_of(told(), bridge("£41m")), "Gaps")


def test_of_many_places_the_first_are_named_and_the_others_counted() -> None:
    docs = [AnnotatedArticle(story().article, SourceRecord(headline=f"{n}", outlet="C")) for n in range(20)]
    (gap,) = rows(brief_of(*docs), "Gaps")
    assert gap[0] == "20 sources without a date"
    assert gap[1].endswith("[12] and 8 more")


def test_where_nothing_is_missing_there_is_no_section() -> None:
    assert "Gaps" not in headings(brief_of(AnnotatedArticle(story().article, SOURCE)))


def cautions(brief: Brief) -> list[str]:
    return [
        plain(block.inlines)
        for block in brief.blocks
        if isinstance(block, Paragraph) and block.role is Role.CAUTION
    ]


def test_a_brief_with_known_gaps_says_so_before_its_first_row() -> None:
    assert cautions(brief_of(told())) == [
        "Exported with known gaps: 1 pledge without a giver; 1 pledge without a date."
    ]
    withdrawn = AnnotatedArticle(story().article, replace(SOURCE, status="withdrawn"))
    assert cautions(brief_of(withdrawn)) == ["Exported with known gaps: 1 source withdrawn since."]
    assert cautions(brief_of(AnnotatedArticle(story().article, SOURCE))) == []
