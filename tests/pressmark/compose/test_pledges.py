from dataclasses import replace
from decimal import Decimal

import pytest

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link
from pressmark.article import Article, BlockKind, SourceRecord, Span
from pressmark.brief import Note, Text, Tone, plain
from pressmark.compose import EVERYTHING, compose
from pressmark.templates import ChosenSection
from pressmark.words import BriefWords
from tests.pressmark.compose.reading import NOW, brief_of, headings, rows, table, totals
from tests.pressmark.story import HAND, SOURCE, mark, story, tie, told


def pledged(*amounts: str, restates: str = "") -> AnnotatedArticle:
    """The story with a pledge for each amount; `restates` is the pledge that the last one says again."""
    doc = story()
    for words, amount in zip(
        ("£40m", "the £40m pledge", "€2–3m", "an undisclosed sum"), amounts, strict=False
    ):
        key = mark(doc, "pledge", words, values={"amount": amount})
    if restates:
        tie(doc, key, "restates", restates)
    return doc


def test_a_row_says_who_to_whom_what_how_much_by_when_and_where() -> None:
    first, second, third = rows(brief_of(told()), "Pledges")
    assert first == [
        "p1",
        "Nora Venn → Port Almar",
        "“£40m for a second ferry”",
        "GBP 40,000,000\nprinted: £40m",
        "by March 2027",
        "[1] ¶2\nThe Coast Courier",
    ]
    assert second[1] == "Nora Venn → Port Almar\nrestates p1"
    assert third[1:5] == [
        "not stated",
        "“€2–3m”\nif the vote passes",
        "EUR 2,000,000–3,000,000\nprinted: €2–3m",
        "not stated",
    ]


def test_one_amount_is_a_number_and_a_range_is_none() -> None:
    amounts = [row.cells[3].value for row in table(brief_of(told()), "Pledges").rows]
    assert amounts == [Decimal(40_000_000), Decimal(40_000_000), None]


def test_kind_status_what_and_conditions_are_told() -> None:
    doc = pledged("£40m")
    values = {"kind": "financial", "status": "announced", "what": "A ferry", "conditions": "the vote passes"}
    for name, typed in values.items():
        doc.apply(changes.set_value(doc, "p1", name, typed, HAND))
    ((_, who, what, *_),) = rows(brief_of(doc), "Pledges")
    assert who == "not stated\nfinancial\nannounced"
    assert what == "“£40m”\nA ferry\nif: the vote passes"


def test_recipients_and_places_are_named_once_each() -> None:
    doc = told()
    mark(doc, "location", "Lowick")
    for role, target in (("recipient", "l2"), ("place", "l2"), ("place", "l1")):
        tie(doc, "p1", role, target)
    assert rows(brief_of(doc), "Pledges")[0][1] == "Nora Venn → Port Almar, Lowick"


@pytest.mark.parametrize(
    ("doc", "said"),
    [
        (pledged("£40m"), []),
        (pledged("£40m", "£2m"), [["Total", "GBP 42,000,000"]]),
        (pledged("£40m", "£2m", "€5m"), [["Total", "GBP 42,000,000"]]),
        (pledged("£40m", "£1m–2m"), [["Total", "GBP 41,000,000–42,000,000"]]),
        (pledged("£40m", "€2m", "€3m", "£1m"), [["Total", "GBP 41,000,000"], ["Total", "EUR 5,000,000"]]),
        (pledged("£40m", "undisclosed", "£1m"), [["Total\n1 undisclosed left out", "GBP 41,000,000"]]),
        (pledged("£4m", "£2m", "£4m", restates="p1"), [["Total\n1 restated counted once", "GBP 6,000,000"]]),
        (pledged("£40m", "£2m", "", restates="p1"), [["Total", "GBP 42,000,000"]]),
        (pledged("40000000", "2000000"), []),
        (pledged("£40m", "£40m", restates="p1"), []),
    ],
)  # fmt: skip
def test_a_total_adds_up_each_currency_and_counts_what_is_restated_once(
    doc: AnnotatedArticle, said: list[list[str]]
) -> None:
    assert totals(brief_of(doc), "Pledges") == said


def test_two_articles_are_added_up_together_and_their_ids_kept_apart() -> None:
    article = Article.of([(BlockKind.PARAGRAPH, "Lowick will pay £3m for its own bridge, said the mayor.")])
    other = AnnotatedArticle(article, SourceRecord(headline="A bridge"))
    mark(other, "pledge", "£3m for its own bridge", values={"amount": "£3m"})
    brief = brief_of(told(), other)
    assert [row[0] for row in rows(brief, "Pledges")] == ["1:p1", "1:p2", "1:p3", "2:p1"]
    assert totals(brief, "Pledges") == [["Total\n1 restated counted once", "GBP 43,000,000"]]


def test_a_story_that_two_outlets_carry_is_counted_once_and_says_so() -> None:
    brief = brief_of(told(), told())
    found = rows(brief, "Pledges")
    assert [row[0] for row in found] == ["1:p1", "1:p2", "1:p3", "2:p1", "2:p2", "2:p3"]
    assert found[3][1].endswith("restates 1:p1")
    assert found[4][1].endswith("restates 1:p2, restates 2:p1")
    alone = brief_of(told())
    assert totals(brief, "Pledges") == totals(alone, "Pledges")


def test_what_it_restates_and_is_not_there_is_not_named() -> None:
    ties = (Link("restates", "p9"), Link("pledger", "a9"), Link("recipient", "a8"))
    one = Annotation("p1", "pledge", (Span(0, 7),), {"amount": "lots"}, ties)
    doc = AnnotatedArticle(story().article, SOURCE, annotations=[one])
    assert rows(brief_of(doc), "Pledges") == [
        ["p1", "not stated", "“Harbour”", "not stated", "not stated", "[1] ¶1\nThe Coast Courier"]
    ]


def test_quoted_words_of_a_pledge_have_one_pair_of_marks() -> None:
    doc = story()
    mark(doc, "pledge", "“and we will pay for it.”")
    (row,) = table(brief_of(doc), "Pledges").rows
    assert row.cells[2].inlines == (Text("“and we will pay for it.”", Tone.VERBATIM),)


def test_without_a_pledge_there_are_none() -> None:
    assert "Pledges" not in headings(brief_of(story()))


def test_a_wide_table_has_a_column_for_each_attribute_that_is_stated() -> None:
    doc = told()
    doc.apply(changes.set_value(doc, "p1", "status", "announced", HAND))
    template = EVERYTHING.with_sections(["pledges"])
    template = replace(template, sections=(ChosenSection("pledges", wide=True),))
    found = table(compose([doc], NOW, template), "Pledges")
    assert found.wide
    assert [column.title for column in found.columns] == [
        "", "Who, to whom", "What", "Amount", "Due", "Status", "Conditions", "Marked by", "Source"
    ]  # fmt: skip
    fields = [name for cell in found.rows[0].cells for name in cell.fields]
    assert list(filter(None, fields)) == ["amount", "due", "status"]


def test_each_line_of_a_cell_says_which_attribute_it_shows() -> None:
    doc = told()
    for name, value in (("kind", "financial"), ("status", "announced"), ("what", "a second ferry")):
        doc.apply(changes.set_value(doc, "p1", name, value, HAND))
    _, who, what, *_ = table(brief_of(doc), "Pledges").rows[0].cells
    assert dict(zip(who.fields, plain(who.inlines).split("\n"), strict=True)) == {
        "": "Nora Venn → Port Almar",
        "kind": "financial",
        "status": "announced",
    }
    assert (what.fields, plain(what.inlines).split("\n")[1]) == (("", "what"), "a second ferry")


def test_of_more_than_the_template_wants_the_largest_are_kept_and_the_others_counted() -> None:
    template = replace(EVERYTHING, sections=(ChosenSection("pledges", most=2),))
    brief = compose([pledged("£2m", "£40m", "£3m")], NOW, template)
    assert [row[0] for row in rows(brief, "Pledges")] == ["p2", "p3"]
    assert plain(brief.blocks[-1].inlines) == "and 1 more"


def test_amounts_are_converted_at_the_stated_rate_which_a_note_names() -> None:
    words = BriefWords(rates="1 GBP = 1.17 EUR, ECB, 2026-11-13")
    brief = compose([pledged("£40m", "£1m")], NOW, EVERYTHING, words)
    assert rows(brief, "Pledges")[0][3].endswith("about EUR 46,800,000")
    assert totals(brief, "Pledges") == [["Total", "GBP 41,000,000\nabout EUR 48,000,000"]]
    (note,) = [one for one in table(brief, "Pledges").rows[0].cells[3].inlines if isinstance(one, Note)]
    assert plain(note.inlines) == "At 1 GBP = 1.17 EUR, ECB, 2026-11-13."
