"""Stories in the order of what is in them, and how the brief was made."""

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import SourceRecord
from pressmark.brief import Paragraph, Role, plain
from pressmark.compose import EVERYTHING, compose
from pressmark.templates import ChosenSection, Template
from pressmark.words import BriefWords
from tests.pressmark.compose.reading import NOW, brief_of, headings, rows
from tests.pressmark.compose.test_gaps import bridge
from tests.pressmark.story import mark, story, told

NAME = "Top stories"


def test_a_story_stands_once_with_all_its_outlets_and_its_first_pledge() -> None:
    copy = AnnotatedArticle(told().article, SourceRecord(headline="Ferry", outlet="North Wire"))
    brief = brief_of(bridge("£9m", "Echo"), told(), copy)
    assert rows(brief, NAME) == [
        [
            "Harbour towns get a second ferry\nNora Venn: “£40m for a second ferry” 2:p1",
            "The Coast Courier\N{NO-BREAK SPACE}[2], North Wire\N{NO-BREAK SPACE}[3]\n13 November 2026",
        ],
        ["A bridge\nNora Venn: “a sum of £40m” 1:p1", "Echo\N{NO-BREAK SPACE}[1]\n15 November 2026"],
    ]


def test_one_story_needs_no_list_of_them() -> None:
    assert NAME not in headings(brief_of(told(), told()))


def test_no_more_of_them_than_the_template_wants() -> None:
    template = Template("t", "T", (ChosenSection("top-stories", most=1),))
    brief = compose([bridge("£9m"), told()], NOW, template)
    assert len(rows(brief, NAME)) == 1
    assert "and 1 more" in [plain(block.inlines) for block in brief.blocks if isinstance(block, Paragraph)]


def test_what_is_said_in_the_fullest_article_comes_before_how_many_carry_it() -> None:
    copies = [bridge("£9m", outlet) for outlet in ("Echo", "North Wire", "South Wire", "The Quay")]
    brief = brief_of(*copies, told())
    assert [row[0].split("\n")[0] for row in rows(brief, NAME)] == [
        "Harbour towns get a second ferry",
        "A bridge",
    ]


def test_the_line_of_a_story_is_from_the_article_in_which_it_is_marked() -> None:
    brief = brief_of(bridge("£9m"), story(), told())
    assert rows(brief, NAME)[0][0].endswith("\nNora Venn: “£40m for a second ferry” 3:p1")


def test_a_story_without_pledges_has_its_first_statement_and_one_without_marks_no_line() -> None:
    doc = story()
    mark(doc, "quote", "“We will build it,”")
    unmarked = bridge("£9m")
    unmarked.apply(changes.delete(unmarked, ["p1"]))
    assert [row[0] for row in rows(brief_of(doc, unmarked), NAME)] == [
        "Harbour towns get a second ferry\n“We will build it,” 1:q1",
        "A bridge",
    ]


def test_of_what_is_not_marked_there_is_no_method_to_tell() -> None:
    assert brief_of(story(), sections=["method"]).blocks == ()


def test_the_method_tells_how_totals_are_counted() -> None:
    *_, paragraph = brief_of(told(), sections=["method"]).blocks
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.inlines).endswith("undisclosed amounts are left out.")


def test_the_method_tells_labels_people_and_rates() -> None:
    words = BriefWords(
        rates="1 GBP = 1.17 EUR, ECB, 2026-11-13\n1 CHF = 1.05 EUR, ECB, 2026-11-13\nnot a rate"
    )
    brief = compose([told()], NOW, EVERYTHING.with_sections(["method"]), words)
    assert [row[0::2] for row in rows(brief, "How this was made")] == [
        ["Quote", "1"],
        ["Pledge", "3"],
        ["Actor", "2"],
        ["Location", "1"],
    ]
    told_so = [plain(block.inlines) for block in brief.blocks if isinstance(block, Paragraph)][-1].split("\n")
    assert told_so[:-1] == [
        "Marked by ana (7) on 14 November 2026.",
        "At 1 GBP = 1.17 EUR, ECB, 2026-11-13.",
    ]
    assert told_so[-1].startswith("Totals count a restated pledge once")
    assert all(block.role is not Role.BODY for block in brief.blocks if isinstance(block, Paragraph))
