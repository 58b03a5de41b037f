import subprocess
import sys
from dataclasses import replace

import pytest

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, SourceRecord
from pressmark.brief import Heading, Link, Paragraph, Role, Text, Tone, plain
from pressmark.compose import ALL_SECTIONS, SECTIONS, compose
from pressmark.words import BriefWords
from tests.pressmark.compose.reading import NOW, all_inlines, anchors, brief_of, headings, rows
from tests.pressmark.story import SOURCE, story, told

WORDS = BriefWords(
    "Ferries",
    "the Transport Committee",
    "the Research Desk",
    "2026-11-14",
    "OFFICIAL",
    "It comes.\n\n It costs. ",
)


def worded(**words: str) -> AnnotatedArticle:
    doc = told()
    doc.apply(changes.set_words(doc, BriefWords(**words)))
    return doc


def links(doc: AnnotatedArticle, *sections: str) -> set[str]:
    brief = brief_of(doc, sections=sections)
    return {one.target for inlines in all_inlines(brief) for one in inlines if isinstance(one, Link)}


def test_sections_come_in_the_order_of_the_template() -> None:
    doc = worded(bottom_line="It comes.")
    assert headings(brief_of(doc)) == [
        "Pledges", "Statements", "Actors", "Places", "Timeline", "Gaps", "The article, marked",
        "Sources", "How this was made",
    ]  # fmt: skip
    assert isinstance(brief_of(doc).blocks[0], Paragraph)
    assert headings(brief_of(doc, sections=("sources", "pledges"))) == ["Sources", "Pledges"]
    assert tuple(section.name for section in SECTIONS) == ALL_SECTIONS


def test_an_empty_section_is_left_out() -> None:
    assert headings(brief_of(story())) == ["The article, marked", "Sources"]
    assert brief_of(told(), sections=()).blocks == ()


def test_the_bottom_line_is_the_analysts_own_words_line_by_line() -> None:
    lead = compose([told()], NOW, words=WORDS).blocks[0]
    assert isinstance(lead, Paragraph)
    assert (lead.role, plain(lead.inlines)) == (Role.LEAD, "It comes.\nIt costs.")
    empty = brief_of(worded(bottom_line=" \n "))
    assert all(block.role is not Role.LEAD for block in empty.blocks if isinstance(block, Paragraph))


def test_the_title_block_says_for_whom_from_whom_on_how_much_as_of_when() -> None:
    brief = compose([told()], NOW, words=WORDS)
    assert (brief.title, brief.caveat, brief.author) == ("Ferries", "OFFICIAL", "the Research Desk")
    assert brief.details == "For the Transport Committee · from the Research Desk · 1 article"
    assert brief.dateline == "14 November 2026"


def test_what_nobody_states_is_left_out_or_taken_from_the_article() -> None:
    brief = brief_of(told())
    assert (brief.title, brief.details) == ("Harbour towns get a second ferry", "1 article")
    assert brief.dateline == "As of 14 November 2026, 09:40"
    assert (brief.caveat, brief.author) == ("", "")


def test_a_date_in_words_is_kept_in_them() -> None:
    assert brief_of(worded(date="early next week")).dateline == "early next week"


def test_several_articles_are_counted_with_their_outlets() -> None:
    other = AnnotatedArticle(story().article, replace(SOURCE, outlet="The Quay"))
    brief = brief_of(told(), other, told())
    assert (brief.title, brief.details) == ("Brief on 3 articles", "3 articles, 2 outlets")
    assert brief_of(told(), told()).details == "2 articles"


def test_the_words_are_of_the_first_article_with_a_title_or_bottom_line_under_the_caveats_of_all() -> None:
    brief = brief_of(
        worded(sender="Nobody", caveat="AMBER"), worded(title="Ferries", caveat="RED"), worded(caveat="AMBER")
    )
    assert (brief.title, brief.author, brief.caveat) == ("Ferries", "", "AMBER · RED")
    assert brief_of(told(), worded(sender="The desk")).author == "The desk"


def test_line_ends_in_what_was_typed_are_spaces() -> None:
    brief = brief_of(worded(title="Two\r\nlines", caveat="A\u2028B", sender="C \n D"))
    assert (brief.title, brief.caveat, brief.author) == ("Two lines", "A B", "C D")


def test_ids_lead_to_the_text_and_numbers_to_the_sources_where_the_brief_holds_them() -> None:
    assert links(told(), "statements", "article", "sources") == {
        "#text_q1", "#source_1", "https://coast.example/ferry"
    }  # fmt: skip
    assert links(told(), "statements", "sources") == {"#source_1", "https://coast.example/ferry"}
    assert links(told(), "statements") == set()


def test_rows_go_by_the_ids_of_their_annotations() -> None:
    assert {"p1", "p2", "p3", "q1", "source_1", "text_q1"} <= set(anchors(brief_of(told())))
    assert {"s1_q1", "s2_q1", "text_s2_q1"} <= set(anchors(brief_of(told(), told())))


def test_a_source_has_all_that_makes_it_traceable() -> None:
    assert rows(brief_of(told()), "Sources") == [
        [
            "[1]",
            "Harbour towns get a second ferry. The Coast Courier, Ines Marlow, 13 November 2026.\n"
            "https://coast.example/ferry\n"
            f"Captured 2026-11-14 09:12:00 UTC, from ferry.html, SHA-256 {'ab' * 32}",
        ]
    ]


@pytest.mark.parametrize(
    ("source", "entry"),
    [
        (SourceRecord(), "Empty article. outlet not stated, date not stated."),
        (
            SourceRecord("Two\nlines", "The Quay", captured_at="some day", captured_from="clipboard"),
            "Two lines. The Quay, date not stated.\nCaptured some day, from clipboard",
        ),
        (
            SourceRecord("A", "B", published="2026-11", captured_at="2026-11-14T10:12:00+01:00"),
            "A. B, November 2026.\nCaptured 2026-11-14 09:12:00 UTC",
        ),
    ],
)
def test_what_a_source_does_not_state_is_said(source: SourceRecord, entry: str) -> None:
    assert rows(brief_of(AnnotatedArticle(Article.of([]), source)), "Sources") == [["[1]", entry]]


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "javascript:alert(1)", "//host/share", "coast.example"]
)
def test_only_addresses_of_the_web_become_links(url: str) -> None:
    doc = AnnotatedArticle(story().article, replace(SOURCE, url=url))
    assert links(doc, "sources") == set()
    assert any(Text(url, Tone.QUIET) in inlines for inlines in all_inlines(brief_of(doc)))


def test_a_brief_can_be_made_without_the_window_word_or_pdf() -> None:
    code = (
        "import sys, pressmark.compose, pressmark.compose.rows, pressmark.changes, pressmark.loading;"
        "print(sorted({name.partition('.')[0] for name in sys.modules}"
        " & {'PySide6', 'docx', 'uharfbuzz', 'PIL', 'openpyxl', 'exporters', 'desktop'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_headings_of_sections_are_listed_in_the_contents() -> None:
    assert {block.level for block in brief_of(told()).blocks if isinstance(block, Heading)} == {1}
