"""Where the sources disagree, as far as the analyst has tied what is compared."""

from pressmark.annotated_article import AnnotatedArticle
from tests.pressmark.compose.reading import brief_of, headings, rows
from tests.pressmark.compose.test_gaps import bridge
from tests.pressmark.story import mark, story, tie, told

NAME = "Contradictions and single sources"


def restated(second: dict[str, str]) -> AnnotatedArticle:
    doc = story()
    mark(doc, "pledge", "£40m for a second ferry", values={"amount": "£40m", "due": "2027"})
    mark(doc, "pledge", "the £40m pledge", values=second)
    tie(doc, "p2", "restates", "p1")
    return doc


def test_a_pledge_restated_with_another_amount_or_date_is_shown_with_both_words() -> None:
    assert rows(brief_of(restated({"amount": "£30m", "due": "2028"})), NAME) == [
        [
            "p2",
            "GBP 30,000,000 here, GBP 40,000,000 in p1",
            "“the £40m pledge”\np1: “£40m for a second ferry”",
        ],
        ["p2", "2028 here, 2027 in p1", "“the £40m pledge”\np1: “£40m for a second ferry”"],
    ]


def test_what_is_only_said_again_is_no_contradiction() -> None:
    assert NAME not in headings(brief_of(restated({"amount": "£40m"})))


def test_what_one_outlet_alone_reports_is_listed_where_there_are_several() -> None:
    other = bridge("£9m", "North Wire")
    name = "Reported by one outlet only"
    assert [row[0] for row in rows(brief_of(told(), other), name)] == ["1:p2", "1:p3", "2:p1"]
    assert name not in headings(brief_of(told()))


def test_what_two_outlets_report_is_not_single_source() -> None:
    other = bridge("£40m", "North Wire")
    assert [row[0] for row in rows(brief_of(told(), other), "Reported by one outlet only")] == ["1:p3"]
