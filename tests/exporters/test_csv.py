"""CSV as Python's own reader, Excel and pandas take it."""

import csv
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from exporters.csv import write
from pressmark.brief import Break, Brief, Cell, Column, Row, Table, Text


def cell(text: str = "", value: Decimal | int | date | None = None) -> Cell:
    return Cell((Text(text),) if text else (), value)


def table(name: str, titles: str, *rows: tuple[Cell, ...]) -> Table:
    return Table(name, tuple(Column(title, 1) for title in titles.split("|")), tuple(map(Row, rows)))


def written(tmp_path: Path, *tables: Table) -> bytes:
    path = tmp_path / "rows.csv"
    write(Brief("Rows", blocks=tables), path, lambda _: None)
    return path.read_bytes()


def records(tmp_path: Path, *tables: Table) -> list[list[str]]:
    text = written(tmp_path, *tables).decode("utf-8-sig")
    return list(csv.reader(text.splitlines(keepends=True)))


def test_excel_is_told_that_it_is_utf_8_and_lines_end_as_rfc_4180_asks(tmp_path: Path) -> None:
    assert written(tmp_path, table("T", "Who|What", (cell("Żeńia"), cell("x, y")))) == (
        b"\xef\xbb\xbfWho,What\r\n" + 'Żeńia,"x, y"\r\n'.encode()
    )


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(“x”)", "＝1+1", "-", "+49 30 1234"]
)
def test_words_that_a_spreadsheet_would_calculate_get_an_apostrophe(text: str, tmp_path: Path) -> None:
    assert records(tmp_path, table("T", "A", (cell(text),)))[1] == ["'" + text]


@pytest.mark.parametrize("text", ["1 = 1", "a-b", "2026-11-14", "’tis", "“-”"])
def test_other_words_stay_as_they_are(text: str, tmp_path: Path) -> None:
    assert records(tmp_path, table("T", "A", (cell(text),)))[1] == [text]


def test_a_carriage_return_cannot_hide_a_formula(tmp_path: Path) -> None:
    assert records(tmp_path, table("T", "A", (cell("\r=1+1"),)))[1] == ["'\n=1+1"]


def test_titles_and_names_of_tables_are_guarded_too(tmp_path: Path) -> None:
    tables = (table("=A", "=B", (cell("x"),)), table("C", "D", (cell("y"),)))
    assert records(tmp_path, *tables) == [["Table", "'=B", "D"], ["'=A", "x", ""], ["C", "", "y"]]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("42000000.00"), "42000000.00"),
        (Decimal("-1.5E+3"), "-1500"),
        (-7, "-7"),
        (0, "0"),
        (date(2027, 3, 31), "2027-03-31"),
        (datetime(2027, 3, 31, 9, 5), "2027-03-31 09:05"),
    ],
)
def test_numbers_and_dates_are_written_for_machines(
    value: Decimal | int, expected: str, tmp_path: Path
) -> None:
    assert records(tmp_path, table("T", "A", (cell("as printed", value),)))[1] == [expected]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999999999"])
def test_a_number_that_no_program_can_hold_is_words(number: str, tmp_path: Path) -> None:
    assert records(tmp_path, table("T", "A", (cell(number, Decimal(number)),)))[1] == [number]


def test_a_break_is_a_line_feed_in_a_quoted_field(tmp_path: Path) -> None:
    row = (Cell((Text("one"), Break(), Text("two “three”"))), cell('say "so"'))
    assert records(tmp_path, table("T", "A|B", row))[1] == ["one\ntwo “three”", 'say "so"']


def test_several_tables_share_one_header_and_each_row_names_its_table(tmp_path: Path) -> None:
    quotes = table("Quotes", "|Who|Words", (cell("q1"), cell("Abara"), cell("Yes.")))
    pledges = table("Pledges", "|Who|Amount|Who", (cell("p1"), cell("Wray"), cell("", 9), cell("County")))
    assert records(tmp_path, quotes, pledges) == [
        ["Table", "", "Who", "Words", "Amount", "Who"],
        ["Quotes", "q1", "Abara", "Yes.", "", ""],
        ["Pledges", "p1", "Wray", "", "9", "County"],
    ]


def test_a_table_without_titles_has_no_header(tmp_path: Path) -> None:
    assert records(tmp_path, table("T", "|", (cell("a"), cell("b")))) == [["a", "b"]]


def test_a_short_row_is_filled_up(tmp_path: Path) -> None:
    assert records(tmp_path, table("T", "A|B|C", (cell("a"),)))[1] == ["a", "", ""]


def test_characters_that_readers_refuse_are_dropped(tmp_path: Path) -> None:
    assert records(tmp_path, table("T", "A", (cell("a\x00b\ud800c\x1bd\ufffe"),)))[1] == ["abcd"]


def test_a_brief_without_tables_is_an_empty_file(tmp_path: Path) -> None:
    assert written(tmp_path) == b""
