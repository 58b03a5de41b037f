"""Damaged and random tables, workbooks and JSON: articles or refusals, whatever the bytes."""

import random
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.importers.canon import canon
from pressmark.importers.imported import CannotImport, Imported
from pressmark.importers.questions import Answers
from pressmark.importers.reading import read_all
from tests.hostile.mutations import mutated
from tests.pressmark.importers.media_exports import (
    CISION,
    LEAD,
    MELTWATER,
    NEW_YORK,
    TEXT,
    as_json,
    comma_separated,
    workbook,
)

NOW = datetime(2026, 11, 24, tzinfo=UTC)
SAMPLES = {
    "clips.csv": comma_separated([*MELTWATER, MELTWATER[1]], ";").encode("utf-8"),
    "clips.tsv": comma_separated(MELTWATER, "\t").encode("utf-16"),
    "clips.xlsx": workbook(("Clips", CISION), ("Other", MELTWATER)),
    "clips.json": as_json(NEW_YORK),
    "clips.jsonl": as_json({"title": "Ferry", "text": f"<p>{TEXT}</p>"}) + b"\n" + as_json({"text": LEAD}),
}


def found_in(data: bytes, name: str, answers: Answers | None = None) -> list[Imported | CannotImport]:
    """Every article is clean and has its original; anything but articles and refusals fails the test."""
    found = list(read_all(data, name, now=NOW, answers=answers))
    for one in found:
        if isinstance(one, Imported):
            assert one.article.text.strip()
            assert canon(one.article.text) == one.article.text
            assert one.original
        else:
            assert name.partition(".")[0] in str(one)
            assert len(str(one)) < 700
    assert found
    return found


@pytest.mark.parametrize("name", SAMPLES)
def test_damaged_files_are_read_or_refused(name: str) -> None:
    for seed in range(150):
        found_in(mutated(SAMPLES[name], seed), name)


@pytest.mark.parametrize("name", SAMPLES)
def test_files_cut_anywhere_are_read_or_refused(name: str) -> None:
    data = SAMPLES[name]
    for end in range(1, len(data), max(1, len(data) // 60)):
        found_in(data[:end], name)


CELLS = st.text(alphabet="ab ,;\t|\"'\\\r\n<>&=/#0123456789.-é日\u00ad\u0301", max_size=30)


@given(st.lists(st.lists(CELLS, max_size=6), max_size=8), st.sampled_from(",;\t|"), st.booleans())
@settings(max_examples=80, deadline=None)
def test_tables_of_anything_are_read_or_refused(rows: list[list[str]], delimiter: str, headed: bool) -> None:
    head = [["Title", "Text", "Date"]] if headed else []
    found_in(comma_separated([*head, *rows], delimiter).encode() + b"x", "clips.csv")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["title", "text", "a", "a.b", "", "date", "url"]), inner, max_size=4
        )
    ),
    max_leaves=30,
)


@given(st.dictionaries(st.sampled_from(["articles", "title", "text"]), JSON, min_size=1))
@settings(max_examples=80, deadline=None)
def test_json_of_anything_is_read_or_refused(value: dict[str, object]) -> None:
    found_in(as_json(value), "clips.json")


def test_answers_of_any_kind_do_no_harm() -> None:
    chance = random.Random(5)
    names = ["Headline", "Opening Text", "Date", "URL", "nonsense", "", "Column 1"]
    fields = ["text", "headline", "published", "url", "lead", "language", "nonsense"]
    for _ in range(60):
        columns = {chance.choice(fields): chance.choice(names) for _ in range(4)}
        answers = Answers(
            encoding=chance.choice(["", "utf-8", "cp437", "rot13", "utf-16-le"]), columns=columns
        )
        found_in(SAMPLES["clips.csv"], "clips.csv", answers)


@pytest.mark.parametrize("field", ["text", "headline", "published", "url", "author", "language", "lead"])
def test_one_column_may_hold_several_fields(field: str) -> None:
    (one,) = found_in(
        comma_separated([("Body", "x"), (TEXT, "y")]).encode(),
        "clips.csv",
        Answers(columns={"text": "Body", field: "Body"}),
    )
    assert isinstance(one, Imported)


def test_every_row_of_a_large_table_comes_in() -> None:
    rows = [("Title", "Text"), *((f"Ferry {number}", f"{LEAD} {number}") for number in range(1_000))]
    found = found_in(comma_separated(rows).encode(), "clips.csv")
    assert [one.source.headline for one in found if isinstance(one, Imported)] == [
        f"Ferry {number}" for number in range(1_000)
    ]
