"""JSON exports: lists of articles wherever they stand in the file, and one article a line."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from pressmark.importers.imported import CannotImport, Imported
from pressmark.importers.questions import Answers, WhichColumns
from tests.pressmark.importers.media_exports import LEAD, MORE, NEW_YORK, NEWSAPI, RECORDS, TEXT, as_json

TakeAll = Callable[..., list[Imported | CannotImport]]
ARTICLE = {"title": "Ferry, at last", "text": TEXT}


@pytest.mark.parametrize("source", RECORDS)
def test_the_answers_of_news_services_are_read(source: str, take_all: TakeAll) -> None:
    (one,) = take_all(as_json(RECORDS[source]), "clips.json")
    assert isinstance(one, Imported), str(one)
    source_record = one.source
    assert (source_record.headline, source_record.outlet) == ("Ferry, at last", "The Gazette")
    assert source_record.author == "Jane Doe"
    assert source_record.published.startswith("2026-11-14T09:30")
    assert source_record.url == "https://gazette.example/ferry"
    assert one.article.text.startswith("Ferry, at last\nThe harbour board agreed on Saturday")
    assert isinstance(one.question, WhichColumns)


def test_nested_values_have_dotted_names_and_lists_are_joined(take_all: TakeAll) -> None:
    record = {
        **ARTICLE,
        "authors": [{"name": "Jane Doe", "id": 3}, {"name": "John Roe"}],
        "source": {"name": "The Gazette", "rank": 7, "deep": {"deeper": True}},
        "tags": ["ferry", "harbour"],
        "nothing": None,
    }
    (one,) = take_all(as_json([record]), "clips.json")
    assert isinstance(one, Imported)
    assert json.loads(one.original) == {
        **ARTICLE,
        "authors": "Jane Doe; John Roe",
        "source.name": "The Gazette",
        "source.rank": "7",
        "source.deep.deeper": "true",
        "tags": "ferry; harbour",
    }
    assert one.source.author == "Jane Doe; John Roe"


def test_paragraphs_in_a_list_are_paragraphs(take_all: TakeAll) -> None:
    (one,) = take_all(as_json([{"title": "Ferry", "body": [LEAD, MORE]}]), "clips.json")
    assert isinstance(one, Imported)
    assert one.article.text == f"Ferry\n{LEAD}\n{MORE}"


def test_one_article_a_line_and_broken_lines_are_said(take_all: TakeAll) -> None:
    lines = [json.dumps(ARTICLE), "", '{"title": "cut off', json.dumps(ARTICLE), "[1, 2]", "nonsense"]
    found = take_all("\n".join(lines), "clips.jsonl")
    assert [one.source.original_name for one in found if isinstance(one, Imported)] == [
        "clips-entry-1.json",
        "clips-entry-4.json",
    ]
    assert str(found[-1]) == ("clips.jsonl, line 3 and 1 more are damaged or cut short: left out")


def test_answers_choose_columns_by_dotted_names(take_all: TakeAll) -> None:
    columns = {"text": "lead_paragraph", "headline": "byline.original"}
    (one,) = take_all(as_json(NEW_YORK), "clips.json", answers=Answers(columns=columns))
    assert isinstance(one, Imported)
    assert one.source.headline == "By Jane Doe"
    assert one.question is None


def test_the_longest_list_is_the_articles(take_all: TakeAll) -> None:
    value = {"facets": [{"name": "x"}], "answer": {"articles": [ARTICLE] * 3}, "ads": [{"text": "Buy"}] * 2}
    found = take_all(as_json(value), "clips.json")
    assert [type(one) for one in found] == [Imported] * 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"title": "Ferry"', "damaged or cut short"),
        ('[{"title": 1}', "damaged or cut short"),
        ('{"a": 1}', "no column seems to hold articles"),
        ('[{"a": ' + "[" * 100_000, "nested too deep"),
        ('{"a": [' + "{}," * 1_500_001, "more values than"),
    ],
)
def test_what_is_no_list_of_articles_is_refused(text: str, message: str, take_all: TakeAll) -> None:
    (refused,) = take_all(text, "clips.json")
    assert isinstance(refused, CannotImport)
    assert message in str(refused)
    assert str(refused).startswith("clips.json")


@pytest.mark.parametrize(
    "odd",
    [
        "\ud800 half a character",
        {str(n): n for n in range(5000)},
        [[[[["deep"]]]]],
        [{"a": [{"b": 1}]}] * 500,
        1e308,
        10**400,
    ],
)
def test_odd_values_beside_the_text_do_no_harm(odd: Any, take_all: TakeAll) -> None:
    (one,) = take_all(json.dumps([{**ARTICLE, "odd": odd}]), "clips.json")
    assert isinstance(one, Imported)
    assert one.article.text.startswith("Ferry, at last")
    assert isinstance(json.loads(one.original), dict)


def test_what_the_service_cut_off_is_said(take_all: TakeAll) -> None:
    (one,) = take_all(as_json(NEWSAPI), "clips.json")
    assert isinstance(one, Imported)
    assert any("breaks off" in warning for warning in one.warnings)
