"""What has changed since the last brief."""

from dataclasses import replace

from pressmark import changes as edits
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import SourceRecord
from pressmark.brief import Link
from pressmark.compose import EVERYTHING, compose
from tests.pressmark.compose.reading import NOW, headings, rows, table
from tests.pressmark.compose.test_gaps import bridge
from tests.pressmark.story import HAND, mark, story, told

NAME = "What has changed"


def changed(now: list[AnnotatedArticle], earlier: list[AnnotatedArticle]) -> list[list[str]]:
    return [row[:4] for row in rows(compose(now, NOW, EVERYTHING, earlier=earlier), NAME)]


def test_without_an_earlier_brief_there_is_nothing_to_compare() -> None:
    assert NAME not in headings(compose([told()], NOW))


def test_that_nothing_has_changed_is_said() -> None:
    assert changed([told()], [told()]) == [["", "Nothing has changed since the last brief", "", ""]]


def test_an_amount_altered_shows_both() -> None:
    now = told()
    now.apply(edits.set_value(now, "p1", "amount", "£30m", HAND))
    now.apply(edits.set_value(now, "p3", "due", "2028", HAND))
    assert changed([now], [told()]) == [
        ["p1", "Amount altered", "GBP 40,000,000", "GBP 30,000,000"],
        ["p3", "Date altered", "not stated", "2028"],
    ]


def test_new_and_gone_are_told_with_who_and_what() -> None:
    now = told()
    now.apply(edits.delete(now, ["p3"]))
    mark(now, "quote", "“We will build it,”")
    assert changed([now], [told()]) == [
        ["q2", "New statement", "", "“We will build it,”"],
        ["", "Pledge gone", "“€2–3m”", ""],
    ]


def test_an_article_is_known_by_its_address_though_its_text_is_another() -> None:
    then = bridge("£9m")
    then = AnnotatedArticle(
        then.article, replace(then.source, url=told().source.url), annotations=then.markup.values()
    )
    assert ["p1", "Amount altered", "GBP 9,000,000", "GBP 40,000,000"] in changed([told()], [then])


def test_sources_that_are_new_gone_or_withdrawn_are_told() -> None:
    doc = told()
    withdrawn = AnnotatedArticle(
        doc.article, replace(doc.source, status="withdrawn"), annotations=doc.markup.values()
    )
    found = changed([withdrawn], [doc, bridge("£9m")])
    assert found == [
        ["", "Source withdrawn", "", "Harbour towns get a second ferry"],
        ["", "Source no longer in the brief", "A bridge", ""],
    ]
    assert ["", "New source", "", "A bridge"] in changed([doc, bridge("£9m")], [doc])


def test_an_article_marked_anew_is_compared_by_its_words() -> None:
    now, then = story(), story()
    mark(now, "pledge", "€2–3m", values={"amount": "€2–3m"})
    mark(now, "pledge", "£40m for a second ferry", values={"amount": "£40m"})
    mark(then, "pledge", "£40m for a second ferry", values={"amount": "£40m"})
    mark(then, "pledge", "€2–3m", values={"amount": "€2–3m"})
    assert changed([now], [then])[0][1] == "Nothing has changed since the last brief"


def test_an_outlet_more_that_carries_the_same_story_is_no_new_pledge() -> None:
    copy = AnnotatedArticle(
        told().article,
        SourceRecord(headline="Ferry", outlet="North Wire"),
        annotations=told().markup.values(),
    )
    for now in ([told(), copy], [copy, told()]):
        assert changed(now, [told()]) == [["", "New source", "", "Ferry"]]
    assert [row[1] for row in changed([copy, copy], [bridge("£9m")])] == [
        "New source",
        "New pledge",
        "New statement",
        "New pledge",
        "New pledge",
        "New source",
        "Source no longer in the brief",
    ]


def test_a_new_source_that_was_withdrawn_is_said_to_be_both() -> None:
    doc = bridge("£9m")
    doc = AnnotatedArticle(doc.article, replace(doc.source, status="withdrawn"))
    assert [row[1] for row in changed([told(), doc], [told()])] == ["New source", "Source withdrawn"]


def test_ids_lead_to_the_words_and_what_is_gone_leads_nowhere() -> None:
    now = told()
    now.apply(edits.delete(now, ["p3"]))
    now.apply(edits.set_value(now, "p1", "amount", "£30m", HAND))
    altered, gone = table(compose([now], NOW, EVERYTHING, earlier=[told()]), NAME).rows
    assert altered.cells[0].inlines == (Link("p1", "#text_p1"),)
    assert gone.cells[0].inlines == ()
