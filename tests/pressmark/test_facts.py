from decimal import Decimal

import pytest

from pressmark import changes, facts
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link, TextQuote
from pressmark.article import Article, BlockKind, Span
from pressmark.facts import Mention
from pressmark.money import Money
from tests.pressmark.story import HAND, mark, story, tie, told


def saying(text: str, mode: str = "", *, start: int = 0, end: int | None = None) -> str:
    """The verbatim words of one quote of a text."""
    one = Annotation("q1", "quote", (Span(start, len(text) if end is None else end),), {"mode": mode})
    blocks = [(BlockKind.PARAGRAPH, line) for line in text.split("\n")]
    return facts.verbatim(AnnotatedArticle(Article.of(blocks), annotations=[one]), one)


def test_a_quote_in_two_pieces_is_one_with_an_ellipsis_and_one_pair_of_marks() -> None:
    (quote,) = facts.quotes(told())
    assert quote.words == "“We will build it, […] and we will pay for it.”"


@pytest.mark.parametrize(
    ("text", "mode", "words"),
    [
        ("“We pay.”", "", "“We pay.”"),
        ('"We pay."', "", "“We pay.”"),
        ("«On paie.»", "direct", "“On paie.”"),
        ("‘We pay.’", "direct", "“We pay.”"),
        ("We pay.", "direct", "“We pay.”"),
        ("They would pay", "", "They would pay"),
        ("They would “pay”", "mixed", "They would “pay”"),
        ("“We pay.”", "indirect", "“We pay.”"),
        ("They would pay", "indirect", "They would pay"),
        ("“We pay.\n“At once.”", "", "“We pay. At once.”"),
    ],
)
def test_words_are_in_quotation_marks_only_where_they_are_somebodys_own(
    text: str, mode: str, words: str
) -> None:
    assert saying(text, mode) == words


def test_a_quotation_mark_just_before_the_selection_counts() -> None:
    assert saying("“We pay,” she said", start=1, end=8) == "“We pay,”"


def test_the_role_that_one_mention_states_goes_for_all_of_the_same_entity() -> None:
    (quote,) = facts.quotes(told())
    assert quote.speakers == (Mention("a2", "Nora Venn", "Venn", "minister", "nora-venn"),)


def test_ties_to_what_is_not_there_are_left_out() -> None:
    links = (Link("speaker", "a9"), Link("addressee", "a8"), Link("restates", "p9"), Link("pledger", "a7"))
    ones = [
        Annotation(key, label, (Span(0, 4),), links=links)
        for key, label in (("q1", "quote"), ("p1", "pledge"))
    ]
    doc = AnnotatedArticle(story().article, annotations=ones)
    (quote,), (pledge,) = facts.quotes(doc), facts.pledges(doc)
    assert quote.speakers == quote.addressees == ()
    assert pledge.pledgers == pledge.restates == ()
    assert pledge.counts


def test_a_pledge_has_its_links_as_names_and_its_amount_as_printed_and_as_a_number() -> None:
    first, second, third = facts.pledges(told())
    assert [one.name for one in (*first.pledgers, *first.recipients)] == ["Nora Venn", "Port Almar"]
    assert first.amount == Money(Decimal(40_000_000), Decimal(40_000_000), "GBP")
    assert (first.printed_amount, third.printed_amount) == ("£40m", "€2–3m")
    assert first.due is not None
    assert str(first.due) == "by 2027-03"
    assert second.restates == ("p1",)
    assert second.due is None


def test_a_value_of_another_hand_is_no_amount() -> None:
    one = Annotation("p1", "pledge", (Span(0, 4),), {"amount": "lots"})
    (pledge,) = facts.pledges(AnnotatedArticle(story().article, annotations=[one]))
    assert pledge.amount is None


@pytest.mark.parametrize(
    ("amounts", "restates", "counting"),
    [
        (("£1m", "£1m", "£1m"), (), ["p1", "p2", "p3"]),
        (("£1m", "£1m", "£1m"), ("2>1",), ["p2", "p3"]),
        (("£1m", "£1m", "£1m"), ("2>1", "3>2"), ["p3"]),
        (("£1m", "£1m", "£1m"), ("3>1", "3>2"), ["p3"]),
        (("£1m", "£1m", "£1m"), ("1>2", "2>1"), ["p2", "p3"]),
        (("£1m", "£1m", "£1m"), ("1>2", "2>3", "3>1"), ["p2"]),
        (("£1m", "", "£1m"), ("2>1",), ["p1", "p3"]),
        (("£1m", "undisclosed", "£1m"), ("2>1",), ["p1", "p3"]),
        (("£1m", "", "£1m"), ("2>1", "3>2"), ["p3"]),
        (("£1m", "£1m", ""), ("2>1", "3>2"), ["p2"]),
        (("", "", ""), ("2>1", "3>2"), ["p3"]),
        (("undisclosed", "£1m", ""), ("2>1",), ["p2", "p3"]),
        (("£1m", "", ""), ("1>2", "2>1"), ["p1", "p3"]),
    ],
)  # fmt: skip
def test_what_is_restated_counts_once_and_with_its_figure(
    amounts: tuple[str, ...], restates: tuple[str, ...], counting: list[str]
) -> None:
    links = [one.split(">") for one in restates]
    doc = AnnotatedArticle(
        story().article,
        annotations=[
            Annotation(
                f"p{number}", "pledge", (Span(number, number + 1),), {"amount": amount},
                tuple(Link("restates", f"p{earlier}") for later, earlier in links if later == str(number)),
            )
            for number, amount in enumerate(amounts, start=1)
        ],
    )  # fmt: skip
    assert [one.annotation.id for one in facts.pledges(doc) if one.counts] == counting


def test_an_actor_is_one_row_under_all_its_names_with_what_is_tied_to_it() -> None:
    doc = told()
    mark(doc, "actor", "Lowick")
    venn, lowick = facts.actors(doc)
    assert (venn.name, venn.entity, venn.printed) == ("Nora Venn", "nora-venn", ("Nora Venn", "Venn"))
    assert (venn.quotes, venn.pledges) == (("q1",), ("p1", "p2"))
    assert (venn.first_value("role"), venn.values("kind"), venn.first_value("country")) == (
        "minister", ("person",), "",
    )  # fmt: skip
    assert (lowick.name, lowick.entity, lowick.mentions) == ("Lowick", "", (doc.markup["a3"],))


def test_mentions_without_an_entity_are_one_where_their_words_are() -> None:
    doc = story()
    for nth in (1, 2):
        mark(doc, "actor", "Venn", nth=nth)
    mark(doc, "actor", "Lowick")
    assert [(row.name, len(row.mentions)) for row in facts.actors(doc)] == [("Venn", 2), ("Lowick", 1)]


def test_those_with_most_tied_to_them_come_first() -> None:
    doc = story()
    for words in ("Lowick", "Nora Venn", "Port Almar"):
        mark(doc, "actor", words)
    mark(doc, "quote", "“We will build it,”")
    tie(doc, "q1", "speaker", "a3")
    assert [row.name for row in facts.actors(doc)] == ["Port Almar", "Lowick", "Nora Venn"]


def test_a_place_knows_the_pledges_made_to_it() -> None:
    (port,) = facts.places(told())
    assert (port.name, port.pledges, port.quotes, port.first_value("country")) == (
        "Port Almar", ("p1", "p2"), (), "Lorn",
    )  # fmt: skip


def test_the_name_is_the_entitys_else_the_words() -> None:
    doc = told()
    assert facts.name_of(doc, doc.markup["a2"]) == "Nora Venn"
    assert facts.name_of(doc, doc.markup["p3"]) == "€2–3m"
    doc.apply(changes.set_value(doc, "a2", "entity", "", HAND))
    assert facts.name_of(doc, doc.markup["a2"]) == "Venn"


def test_lost_words_are_still_said_and_line_ends_are_spaces() -> None:
    one = Annotation("q1", "quote", (Span(0, 5),), lost=(TextQuote("gone\nnow"),))
    blocks = [(BlockKind.PARAGRAPH, "ab"), (BlockKind.PARAGRAPH, "cd")]
    doc = AnnotatedArticle(Article.of(blocks), annotations=[one])
    assert facts.words_of(doc, one) == "ab cd […] gone now"
