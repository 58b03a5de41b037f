"""Tables of articles as text: every database's names, delimiters, quotes and encodings."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from pressmark.columns import RememberedColumns
from pressmark.digest import sha256_of
from pressmark.importers.imported import CannotImport, Imported
from pressmark.importers.questions import Answers, WhichColumns, WhichEncoding
from tests.pressmark.importers.media_exports import (
    FACTIVA,
    GENIOS,
    LEAD,
    MORE,
    NEXIS,
    TABLES,
    TEXT,
    comma_separated,
)

TakeAll = Callable[..., list[Imported | CannotImport]]
SAMPLES = Path(__file__).parent / "samples"


def only(found: list[Imported | CannotImport]) -> Imported:
    (one,) = found
    assert isinstance(one, Imported), str(one)
    return one


def one_table(text_header: str, *texts: str) -> str:
    return comma_separated(
        [("Title", text_header), *((f"Ferry {at}", text) for at, text in enumerate(texts))]
    )


@pytest.mark.parametrize("database", TABLES)
def test_the_columns_of_media_databases_are_known(database: str, take_all: TakeAll) -> None:
    one = only(take_all(comma_separated(TABLES[database]), "clips.csv"))
    source = one.source
    assert (source.headline, source.outlet) == ("Ferry, at last", "The Gazette")
    assert source.published[:10] == "2026-11-14"
    assert "published" not in source.guessed
    assert one.article.text.startswith(f"Ferry, at last\n{LEAD}")
    if database != "Meltwater":
        assert source.author == "Jane Doe"
        assert one.article.text.endswith(MORE)
    if database != "Cision":
        assert source.language == "en"
        assert "language" not in source.guessed


def test_the_lead_is_put_before_a_text_that_does_not_have_it(take_all: TakeAll) -> None:
    apart = only(take_all(comma_separated(FACTIVA), "clips.csv"))
    whole = comma_separated([FACTIVA[0], (*FACTIVA[1][:-1], f"{LEAD.upper()}\n{MORE}")])
    assert apart.article.text.count("harbour board") == 1
    assert "harbour board" not in only(take_all(whole, "clips.csv")).article.text


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_are_told(delimiter: str, take_all: TakeAll) -> None:
    rows = [("Title", "Outlet", "Text"), *[("Ferry; at, last", "The | Gazette", TEXT)] * 3]
    found = take_all(comma_separated(rows, delimiter), "clips.csv")
    assert [one.source.outlet for one in found if isinstance(one, Imported)] == ["The | Gazette"] * 3


@pytest.mark.parametrize(
    "table",
    [
        f"sep=;\r\nTitle;Text\r\nFerry;{LEAD}\r\n",
        f"'Title','Text'\n'Ferry','{LEAD}'\n",
        f'"Title","Text"\n"Ferry","{LEAD}"',
        f"Title,Text\rFerry,\"{LEAD}\"\r",
        f"\n\nTitle,Text\n\nFerry,\"{LEAD}\"\n\n",
        f"Export of 14 November,,\nHits: 1,,\nTitle,,Text\nFerry,,\"{LEAD}\"\n",
        f"Title\tText\nFerry\t{LEAD}\n",
    ],
)  # fmt: skip
def test_ways_of_writing_a_table(table: str, take_all: TakeAll) -> None:
    one = only(take_all(table, "clips.csv"))
    assert (one.source.headline, one.article.text) == ("Ferry", f"Ferry\n{LEAD}")


def test_quotation_marks_with_backslashes_are_read(take_all: TakeAll) -> None:
    table = f'"Title","Text"\n"The \\"ferry\\"","{LEAD} \\"Good,\\" he said."\n'
    one = only(take_all(table, "clips.csv"))
    assert one.source.headline == 'The "ferry"'
    assert one.article.text.endswith('"Good," he said.')


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_tables(encoding: str, take_all: TakeAll) -> None:
    table = one_table("Text", f"{LEAD} Größere Schäden gab es nicht.", TEXT)
    found = take_all(table.encode(encoding), "clips.csv")
    assert isinstance(found[0], Imported)
    assert "Größere Schäden" in found[0].article.text
    assert bool(found[0].warnings) == (encoding == "cp1252")


def test_a_table_whose_encoding_cannot_be_told_asks_and_then_asks_for_the_columns(take_all: TakeAll) -> None:
    text = "Портова рада погодилася оплатити пором. " * 5
    data = one_table("Text", text, text).encode("koi8-u")
    first, second = take_all(data, "clips.csv")
    assert isinstance(first.question, WhichEncoding)
    assert isinstance(second.question, WhichColumns)
    answered = take_all(data, "clips.csv", answers=Answers(encoding="koi8-u"))
    assert [type(one.question) for one in answered] == [WhichColumns, type(None)]


def test_a_guess_comes_with_the_first_article_and_an_answer_ends_it(take_all: TakeAll) -> None:
    table = comma_separated([*NEXIS, NEXIS[1]])
    first, second = take_all(table, "clips.csv")
    question = first.question
    assert isinstance(question, WhichColumns)
    assert question.header == NEXIS[0]
    assert question.rows == (NEXIS[1], NEXIS[1])
    assert question.guessed["text"] == "Hlead"
    assert second.question is None
    answers = Answers(columns={"text": "Headline", "headline": "Byline"})
    again = take_all(table, "clips.csv", answers=answers)
    assert [one.source.headline for one in again if isinstance(one, Imported)] == ["Jane Doe"] * 2
    assert again[0].question is None


def test_what_was_said_of_such_a_table_before_is_remembered(take_all: TakeAll) -> None:
    columns = {"text": "Headline", "headline": "Byline"}
    remembered = RememberedColumns().with_table(reversed(NEXIS[0]), columns)
    one = only(take_all(comma_separated(NEXIS), "clips.csv", answers=Answers(tables=remembered.tables)))
    assert (one.source.headline, one.question) == ("Jane Doe", None)
    now = Answers(columns={"text": "Hlead"}, tables=remembered.tables)
    assert only(take_all(comma_separated(NEXIS), "clips.csv", answers=now)).article.text == TEXT.replace(
        "\n\n", "\n"
    )


def test_an_answer_for_other_tables_is_passed_over(take_all: TakeAll) -> None:
    one = only(take_all(comma_separated(NEXIS), "clips.csv", answers=Answers(columns={"text": "Body"})))
    assert one.source.headline == "Ferry, at last"


@pytest.mark.parametrize(
    ("rows", "message", "guessed"),
    [
        ([("Body", "Article"), (TEXT, MORE * 2)], "“Article” and “Body” may each hold the text", True),
        ([("a", "b"), ("1", "2"), ("3", "4")], "no column seems to hold articles", False),
        ([("Title", "URL"), ("Ferry", "https://a.example/")], "no column seems to hold articles", False),
    ],
)
def test_a_table_without_one_likely_text_is_asked_about(
    rows: Sequence[Sequence[str]], message: str, guessed: bool, take_all: TakeAll
) -> None:
    (refused,) = take_all(comma_separated(rows), "clips.csv")
    assert isinstance(refused, CannotImport)
    assert message in str(refused)
    assert str(refused).startswith("clips.csv is a table")
    assert isinstance(refused.question, WhichColumns)
    assert ("text" in refused.question.guessed) == guessed


def test_columns_without_a_name_that_says_anything_are_told_by_what_they_hold(take_all: TakeAll) -> None:
    rows = [("f1", "f2", "f3"), *[("https://a.example/1", "14.11.2026", TEXT)] * 3]
    first = take_all(comma_separated(rows), "clips.csv")[0]
    assert isinstance(first, Imported)
    assert (first.source.url, first.source.published) == ("https://a.example/1", "2026-11-14")


def test_a_table_without_a_header_is_told_by_what_it_holds(take_all: TakeAll) -> None:
    found = take_all(comma_separated([("https://a.example/1", "14.11.2026", TEXT)] * 3), "clips.csv")
    assert len(found) == 3
    assert isinstance(found[0].question, WhichColumns)
    assert found[0].question.header == ("Column 1", "Column 2", "Column 3")


def test_two_columns_of_one_name_stay_apart(take_all: TakeAll) -> None:
    one = only(take_all(comma_separated([("Text", "Text", ""), (TEXT, "x", "y")]), "clips.csv"))
    assert json.loads(one.original) == {"Text": TEXT, "Text (2)": "x", "Column 3": "y"}


def test_rows_without_text_are_named(take_all: TakeAll) -> None:
    found = take_all(one_table("Body", TEXT, "", " \n ", TEXT), "clips.csv")
    assert [str(one) for one in found if isinstance(one, CannotImport)] == [
        "clips.csv, row 3: no text in column “Body”",
        "clips.csv, row 4: no text in column “Body”",
    ]
    assert sum(isinstance(one, Imported) for one in found) == 2


def test_many_rows_without_text_are_one_line(take_all: TakeAll) -> None:
    found = take_all(one_table("Body", TEXT, *[""] * 1_200), "clips.csv")
    assert len(found) == 2
    assert str(found[1]) == (
        "clips.csv: 1,200 rows have no text in column “Body” (row 3, 4, 5, 6, 7 and others) and were left out"
    )


def test_a_column_that_turns_out_empty_is_asked_about(take_all: TakeAll) -> None:
    table = comma_separated([("Title", "Body", "Rest"), ("Ferry", "", TEXT)])
    (refused,) = take_all(table, "clips.csv", answers=Answers(columns={"text": "Body"}))
    assert isinstance(refused, CannotImport)
    assert isinstance(refused.question, WhichColumns)
    assert "no row has text in column “Body”" in str(refused)


def test_the_original_of_an_article_is_its_row(take_all: TakeAll) -> None:
    table = one_table("Text", TEXT, f"{MORE} Größe 😀 {LEAD}")
    second = take_all(table, "clips.csv", url="https://export.example/clips.csv")[1]
    assert isinstance(second, Imported)
    source = second.source
    assert json.loads(second.original) == {"Title": "Ferry 1", "Text": f"{MORE} Größe 😀 {LEAD}"}
    assert "Größe 😀".encode() in second.original
    assert source.original_sha256 == sha256_of(second.original)
    assert (source.original_name, source.media_type) == ("clips-row-3.json", "application/json")
    assert source.url == ""


def test_dates_that_could_be_either_are_guesses(take_all: TakeAll) -> None:
    rows = [("Date", "Text"), ("03/04/2026", TEXT), ("04/04/2026", TEXT)]
    found = [one.source for one in take_all(comma_separated(rows), "clips.csv") if isinstance(one, Imported)]
    assert [(one.published, "published" in one.guessed) for one in found] == [
        ("2026-04-03", True),
        ("2026-04-04", False),
    ]
    certain = take_all(comma_separated([*rows, ("11/14/2026", TEXT)]), "clips.csv")[0]
    assert isinstance(certain, Imported)
    assert certain.source.published == "2026-03-04"
    assert "published" not in certain.source.guessed


def test_html_in_cells_is_read_and_tags_for_hits_leave_the_words(take_all: TakeAll, shown: Any) -> None:
    html = f"<h2>Who pays</h2><p>{LEAD}</p><script>x()</script><ul><li>One &amp; two</li></ul>"
    first, second, third = take_all(
        one_table("Text", html, f"The <b>ferry</b>\n\n{MORE}", "A &quot;b&quot; &lt; c"), "a.csv"
    )
    assert shown(first)[1:] == ["heading2: Who pays", f"paragraph: {LEAD}", "list-item: One & two"]
    assert shown(second)[1:] == ["paragraph: The ferry", f"paragraph: {MORE}"]
    assert shown(third)[1:] == ['paragraph: A "b" < c']


def test_a_row_with_a_lead_alone_is_taken_with_a_warning(take_all: TakeAll) -> None:
    found = take_all(comma_separated([("Lead", "Full Text"), (LEAD, ""), (LEAD, TEXT)]), "clips.csv")
    assert [one.article.text for one in found if isinstance(one, Imported)] == [LEAD, f"{LEAD}\n{MORE}"]
    assert isinstance(found[0], Imported)
    assert any("lead was taken" in warning for warning in found[0].warnings)


def test_a_headline_that_no_column_states_is_guessed_from_the_text(take_all: TakeAll) -> None:
    one = only(take_all(comma_separated([("Text", "x"), (f"Ferry, at last\n\n{TEXT}", "y")]), "clips.csv"))
    assert one.source.headline == "Ferry, at last"
    assert "headline" in one.source.guessed
    assert one.article.text.count("Ferry, at last") == 1


def test_a_quotation_mark_that_is_never_closed_is_said(take_all: TakeAll) -> None:
    table = f'Title,Text\nOne,"{LEAD}"\nTwo,"{LEAD}\nThree,x\nFour,y\n'
    found = take_all(table, "clips.csv")
    assert isinstance(found[0], Imported)
    assert "A quotation mark in row 3 is never closed" in found[0].warnings[0]


def test_what_the_database_cut_off_is_said(take_all: TakeAll) -> None:
    one = only(take_all(one_table("Content", f"{TEXT}… [+1234 chars]"), "clips.csv"))
    assert one.article.text.endswith("twice. …")
    assert any("breaks off" in warning for warning in one.warnings)


def test_names_above_the_table_as_nexis_writes_them(take_all: TakeAll) -> None:
    found = take_all((SAMPLES / "clips_nexis.csv").read_bytes(), "clips.csv")
    sources = [one.source for one in found if isinstance(one, Imported)]
    assert [one.original_name for one in sources] == [f"clips-row-{n}.json" for n in (4, 5, 6)]
    assert [one.author for one in sources] == ["Jane Doe", "Jörg Müller", "Олена Коваль"]
    assert [one.published for one in sources] == ["2026-11-14", "2026-11-15", "2026-11-16"]


def test_more_rows_than_are_read_are_said(take_all: TakeAll) -> None:
    found = take_all(one_table("Text", *["A ferry."] * 10_010), "clips.csv")
    assert sum(isinstance(one, Imported) for one in found) == 10_000
    assert isinstance(found[-1], CannotImport)
    assert "more than 10,000" in str(found[-1])


def test_the_german_database_in_its_own_encoding(take_all: TakeAll) -> None:
    row = (
        "Fähre kommt",
        "Küstenbote",
        "Von Jörg Müller",
        "14.11.2026",
        "Deutsch",
        "",
        f"Die Fähre fährt. {TEXT}",
    )
    one = only(take_all(comma_separated([GENIOS[0], row], ";").encode("cp1252"), "genios.csv"))
    assert (one.source.outlet, one.source.author, one.source.language) == ("Küstenbote", "Jörg Müller", "de")
