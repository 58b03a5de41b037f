"""Stories in the order of what is in them, and how the brief was made."""

from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import SourceRecord
from pressmark.brief import Paragraph, Role, plain
from pressmark.compose import EVERYTHING, compose
from pressmark.templates import ChosenSection, Template
from pressmark.words import BriefWords
from tests.pressmark.compose.reading import NOW, brief_of, headings, rows
from tests.pressmark.compose.test_gaps import bridge
from tests.pressmark.story import told

NAME = "Top stories"


def test_a_story_stands_once_with_all_its_outlets_and_its_first_pledge() -> None:
    copy = AnnotatedArticle(told().article, SourceRecord(headline="Ferry", outlet="North Wire"))
    brief = brief_of(bridge("£9m", "Echo"), told(), copy)
    assert rows(brief, NAME) == [
        [
            "Harbour towns get a second ferry\nNora Venn: “£40m for a second ferry” 2:p1",
            "The Coast Courier [2], North Wire [3]\n13 November 2026",
        ],
        ["A bridge\nNora Venn: “a sum of £40m” 1:p1", "Echo [1]\n15 November 2026"],
    ]


def test_one_story_needs_no_list_of_them() -> None:
    assert NAME not in headings(brief_of(told(), told()))


def test_no_more_of_them_than_the_template_wants() -> None:
    template = Template("t", "T", (ChosenSection("top-stories", most=1),))
    brief = compose([bridge("£9m"), told()], NOW, template)
    assert len(rows(brief, NAME)) == 1
    assert "and 1 more" in [plain(block.inlines) for block in brief.blocks if isinstance(block, Paragraph)]


def test_the_method_tells_labels_people_and_rates() -> None:
    words = BriefWords(rates="1 GBP = 1.17 EUR, ECB, 2026-11-13\nnot a rate")
    brief = compose([told()], NOW, EVERYTHING.with_sections(["method"]), words)
    assert [row[0::2] for row in rows(brief, "How this was made")] == [
        ["Quote", "1"],
        ["Pledge", "3"],
        ["Actor", "2"],
        ["Location", "1"],
    ]
    told_so = [plain(block.inlines) for block in brief.blocks if isinstance(block, Paragraph)][-1].split("\n")
    assert told_so[:2] == [
        "Marked by ana (7) on 14 November 2026.",
        "At 1 GBP = 1.17 EUR, ECB, 2026-11-13.",
    ]
    assert all(block.role is not Role.BODY for block in brief.blocks if isinstance(block, Paragraph))
