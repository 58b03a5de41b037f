"""The sections that are looked at rather than read."""

import pytest

from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind, SourceRecord
from pressmark.brief import Figure, Words
from pressmark.compose import EVERYTHING, compose
from pressmark.template_store import TemplateStore
from pressmark.templates import Template
from tests.pressmark.compose.reading import NOW, brief_of, headings, rows
from tests.pressmark.compose.test_gaps import bridge
from tests.pressmark.story import mark, tie, told


def promises(*amounts: str) -> AnnotatedArticle:
    """An article in which as many ministers each promise an amount."""
    sentences = [f"Minister {chr(65 + number)} promised {amount}." for number, amount in enumerate(amounts)]
    doc = AnnotatedArticle(
        Article.of([(BlockKind.PARAGRAPH, one) for one in sentences]), SourceRecord(published="2026-11-13")
    )
    for number, amount in enumerate(amounts):
        actor = mark(doc, "actor", f"Minister {chr(65 + number)}")
        pledge = mark(doc, "pledge", f"promised {amount}", values={"amount": amount})
        tie(doc, pledge, "pledger", actor)
    return doc


def figures(*docs: AnnotatedArticle) -> list[Figure]:
    brief = compose(docs, NOW, EVERYTHING.with_sections(["charts", "pledges"]))
    return [block for block in brief.blocks if isinstance(block, Figure)]


def test_three_givers_in_a_currency_are_drawn_largest_first() -> None:
    (figure,) = figures(promises("£1m", "£3m", "£2–4m", "€5m"))
    words = [shape.text for shape in figure.shapes if isinstance(shape, Words)]
    assert words == [
        "Minister C", "GBP 2,000,000–4,000,000",
        "Minister B", "GBP 3,000,000",
        "Minister A", "GBP 1,000,000",
    ]  # fmt: skip
    assert "Minister C GBP 2,000,000–4,000,000; Minister B" in figure.alternative


def test_fewer_are_read_faster_in_the_table() -> None:
    assert figures(promises("£1m", "£3m")) == []


def test_the_timeline_has_what_was_said_promised_and_falls_due() -> None:
    assert [row[:3] for row in rows(brief_of(told()), "Timeline")] == [
        ["13 November 2026", "p2", "Pledged: Nora Venn, GBP 40,000,000, “the £40m pledge”"],
        ["13 November 2026", "p3", "Pledged: EUR 2,000,000–3,000,000, “€2–3m”"],
        ["13 November 2026", "q1", "Nora Venn: “We will build it, […] and we will pay for it.”"],
        ["by March 2027", "p1", "Due: Nora Venn, GBP 40,000,000, “£40m for a second ferry”"],
    ]


def test_a_single_day_is_no_timeline() -> None:
    doc = promises("£1m", "£2m")
    assert "Timeline" not in headings(brief_of(doc))
    assert "Timeline" in headings(brief_of(doc, bridge("£9m")))


@pytest.mark.parametrize("template", TemplateStore.of_user().templates()[0], ids=lambda one: one.name)
def test_every_template_that_ships_makes_a_brief(template: Template) -> None:
    brief = compose([told(), bridge("£9m"), promises("£1m", "£3m", "£4m")], NOW, template, earlier=[told()])
    assert "Pledges" in headings(brief)
