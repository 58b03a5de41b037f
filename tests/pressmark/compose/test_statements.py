import pytest

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link
from pressmark.article import Span
from pressmark.brief import Text, Tone
from tests.pressmark.compose.reading import brief_of, headings, rows, table
from tests.pressmark.story import HAND, SOURCE, mark, story, tie, told


def test_a_row_says_who_said_what_and_where() -> None:
    assert rows(brief_of(told()), "Statements") == [
        [
            "q1",
            "Nora Venn\nminister\nas “Venn”",
            "“We will build it, […] and we will pay for it.”",
            "[1] ¶3\nThe Coast Courier",
        ]
    ]


def test_quotes_come_in_text_order() -> None:
    doc = told()
    mark(doc, "quote", "promised £40m")
    assert [row[0] for row in rows(brief_of(doc), "Statements")] == ["q2", "q1"]


def test_an_unknown_speaker_is_shown_as_not_stated() -> None:
    doc = story()
    mark(doc, "quote", "“We will build it,”")
    ((_, speaker, words, _),) = rows(brief_of(doc), "Statements")
    assert (speaker, words) == ("not stated", "“We will build it,”")


def test_a_speaker_who_is_not_there_is_not_stated_either() -> None:
    one = Annotation("q1", "quote", (Span(0, 7),), links=(Link("speaker", "a9"),))
    doc = AnnotatedArticle(story().article, SOURCE, annotations=[one])
    assert rows(brief_of(doc), "Statements")[0][1] == "not stated"


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        ("", "promised £40m"),
        ("direct", "“promised £40m”"),
        ("mixed", "promised £40m"),
        ("indirect", "promised £40m\nreported, not word for word"),
    ],
)
def test_reported_speech_is_told_apart_from_somebodys_own_words(mode: str, words: str) -> None:
    doc = story()
    mark(doc, "quote", "promised £40m", values={"mode": mode})
    assert rows(brief_of(doc), "Statements")[0][2] == words


def test_the_words_are_set_as_words_of_a_source() -> None:
    (row,) = table(brief_of(told()), "Statements").rows
    assert row.cells[2].inlines == (Text("“We will build it, […] and we will pay for it.”", Tone.VERBATIM),)


def test_for_whom_to_whom_where_and_when_stand_below_the_speaker() -> None:
    doc = told()
    mark(doc, "actor", "Lowick")
    tie(doc, "q1", "addressee", "a3")
    for name, typed in (("said", "12 Nov 2026"), ("occasion", "at the pier"), ("on-behalf-of", "the crew")):
        doc.apply(changes.set_value(doc, "q1", name, typed, HAND))
    speaker = rows(brief_of(doc), "Statements")[0][1]
    assert speaker.splitlines()[-1] == "for the crew, to Lowick, at the pier, 12 November 2026"


def test_without_a_quote_there_are_no_statements() -> None:
    doc = told()
    doc.apply(changes.delete(doc, ["q1"]))
    assert "Statements" not in headings(brief_of(doc))
