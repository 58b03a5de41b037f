"""Workbooks, read back with openpyxl."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from exporters.xlsx import write
from exporters.xlsx.names import sheet_names
from pressmark.brief import Align, Break, Brief, Cell, Column, Link, Row, Table, Text

Written = Callable[[Brief], Workbook]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """A brief, written and opened again."""

    def write_and_open(brief: Brief) -> Workbook:
        write(brief, tmp_path / "brief.xlsx", lambda _: None)
        return load_workbook(tmp_path / "brief.xlsx")

    return write_and_open


def one(cell: Cell) -> Brief:
    return Brief("One", blocks=(Table("T", (Column("A", 1),), (Row((cell,)),)),))


def texts(*values: str) -> tuple[Cell, ...]:
    return tuple(Cell((Text(value),)) for value in values)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "-"])
def test_words_are_never_a_formula_not_even_when_somebody_edits_them(text: str, written: Written) -> None:
    cell = written(one(Cell((Text(text),))))["T"]["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


@pytest.mark.parametrize("text", ["#N/A", "12", "1.5", "2026-11-14", "TRUE", "00123", "a = b"])
def test_words_that_look_like_values_stay_words(text: str, written: Written) -> None:
    cell = written(one(Cell((Text(text),))))["T"]["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", False)


def test_the_titles_of_columns_are_words_too(written: Written) -> None:
    brief = Brief("B", blocks=(Table("T", (Column("=A1", 1),), (Row(texts("x")),)),))
    assert written(brief)["T"]["A1"].data_type == "s"


@pytest.mark.parametrize(
    ("text", "value", "stored", "number_format"),
    [
        ("EUR 42,000,000", Decimal("42000000.00"), 42000000, '"EUR "#,##0'),
        ("GBP 1,250.50", Decimal("1250.50"), 1250.5, '"GBP "#,##0.00'),
        ("EUR 42m", 42_000_000, 42000000, '"EUR "#,##0'),
        ("2 pledges", 2, 2, '0" pledges"'),
        ("¶12", 12, 12, '"¶"0'),
        ("−€5", -5, -5, '"€"0'),
        ("2026", 2026, 2026, "0"),
        ("EUR 42m · 72m", 72_000_000, 72000000, "#,##0"),
        ("", 3, 3, "0"),
    ],
)
def test_a_number_is_a_number_that_looks_as_printed(
    text: str, value: Decimal | int, stored: float, number_format: str, written: Written
) -> None:
    cell = written(one(Cell((Text(text),), value)))["T"]["A2"]
    assert (cell.value, cell.data_type, cell.number_format) == (stored, "n", number_format)


def test_what_is_no_number_at_all_is_words(written: Written) -> None:
    assert written(one(Cell((Text("unknown"),), Decimal("NaN"))))["T"]["A2"].value == "unknown"


@pytest.mark.parametrize(
    ("value", "stored", "number_format"),
    [
        (date(2027, 3, 31), datetime(2027, 3, 31), "d mmm yyyy"),
        (datetime(2027, 3, 31, 9, 5, tzinfo=timezone(timedelta(hours=2))), datetime(2027, 3, 31, 9, 5), None),
        (date(1848, 3, 18), "1848-03-18", "General"),
    ],
)
def test_a_date_is_a_date_as_far_as_excel_knows_any(
    value: date, stored: object, number_format: str | None, written: Written
) -> None:
    cell = written(one(Cell((Text("then"),), value)))["T"]["A2"]
    assert (cell.value, cell.number_format) == (stored, number_format or "d mmm yyyy hh:mm")


def test_the_header_is_strong_frozen_repeated_and_filters_all_but_totals(written: Written) -> None:
    rows = (Row(texts("a", "b")), Row(texts("c", "d")), Row(texts("Total", "2"), total=True))
    sheet = written(Brief("B", blocks=(Table("T", (Column("X", 1), Column("Y", 1)), rows),)))["T"]
    assert [cell.font.bold for cell in sheet[1]] == [True, True]
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.auto_filter.ref) == ("A2", "$1:$1", "A1:B3")
    assert [sheet[f"A{row}"].font.bold for row in (2, 4)] == [False, True]


def test_a_table_without_titles_starts_with_its_rows(written: Written) -> None:
    sheet = written(Brief("B", blocks=(Table("T", (Column("", 1),), (Row(texts("a")),)),)))["T"]
    assert (sheet["A1"].value, sheet.freeze_panes, sheet.auto_filter.ref) == ("a", None, None)


def test_columns_are_as_wide_as_their_words_within_limits_and_rows_as_high(written: Written) -> None:
    long = "word " * 60
    columns = (Column("", 1), Column("Name", 1), Column("Words", 1))
    row = Row((*texts("1", "港口将获得四千二百万欧元"), Cell((Text(long), Break(), Text("end")))))
    sheet = written(Brief("B", blocks=(Table("T", columns, (row,)),)))["T"]
    widths = [sheet.column_dimensions[letter].width for letter in "ABC"]
    assert widths[0] < 10 < widths[1] < widths[2] == 60
    assert sheet.row_dimensions[2].height == 15 * 7


def test_numbers_stand_at_the_right(written: Written) -> None:
    table = Table("T", (Column("A", 1), Column("B", 1, Align.END)), (Row(texts("x", "1")),))
    sheet = written(Brief("B", blocks=(table,)))["T"]
    assert [sheet[place].alignment.horizontal for place in ("A2", "B2", "B1")] == [None, "right", "right"]


def test_links_lead_to_addresses_and_to_rows_and_others_are_words(written: Written) -> None:
    targets = ("https://example.org/a?b=1", "#s_2", "javascript:alert(1)", "file:///etc/passwd", "#gone")
    links = Row(tuple(Cell((Text("see "), Link("there", target))) for target in targets))
    sources = Table("The sources", (Column("", 1),), (Row(texts("one")), Row(texts("two"), "s_2")))
    book = written(Brief("B", blocks=(Table("T", tuple(Column("c", 1) for _ in targets), (links,)), sources)))
    found = [cell.hyperlink for cell in book["T"][2]]
    assert [cell.value for cell in book["T"][2]] == ["see there"] * len(targets)
    assert (found[0].target, found[1].location) == ("https://example.org/a?b=1", "'The sources'!A2")
    assert found[2:] == [None, None, None]


def test_characters_that_a_workbook_cannot_hold_are_dropped(written: Written) -> None:
    assert written(one(Cell((Text("a\x00b\x0bc\ud800d\uffff"),))))["T"]["A2"].value == "abcd"


def test_a_cell_that_is_too_long_says_that_it_goes_on(written: Written) -> None:
    value = written(one(Cell((Text("x" * 40_000),))))["T"]["A2"].value
    assert (len(value), value[-2:]) == (32_767, "x…")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (["Quotes", "quotes", "QUOTES"], ["Quotes", "quotes 2", "QUOTES 3"]),
        (["a/b\\c:d*e?f[g]"], ["a b c d e f g"]),
        (["", "  ", "'"], ["Table", "Table 2", "Table 3"]),
        (["History"], ["History 2"]),
        (["x" * 40, "x" * 40], ["x" * 31, "x" * 29 + " 2"]),
        (["🚢" * 20], ["🚢" * 15]),
        (["'quoted'"], ["quoted"]),
    ],
)
def test_sheets_have_names_that_excel_takes(wanted: list[str], expected: list[str]) -> None:
    assert sheet_names(wanted) == expected


def test_the_workbook_says_what_it_is_and_prints_the_caveat_on_each_page(written: Written) -> None:
    when = datetime(2026, 10, 3, 18, 30, tzinfo=UTC)
    table = Table("T", (Column("A", 1),), (Row(texts("x")),))
    book = written(
        Brief("Line & bridge", "For the board", "INTERNAL", "As of now", "Desk", "en", when, (table,))
    )
    about = book.properties
    assert (about.title, about.creator, about.subject) == ("Line & bridge", "Desk", "For the board")
    assert about.created.replace(tzinfo=None) == when.replace(tzinfo=None)
    sheet = book["T"]
    assert (sheet.oddHeader.left.text, sheet.oddFooter.center.text) == ("INTERNAL", "INTERNAL")
    assert sheet.oddFooter.left.text == "Line && bridge"


@pytest.mark.parametrize(
    ("language", "leftward"), [("ar", True), ("he-IL", True), ("en-GB", False), ("?", False)]
)
def test_sheets_run_as_the_language_does(language: str, leftward: bool, written: Written) -> None:
    assert written(Brief("B", language=language)).active.sheet_view.rightToLeft is leftward


def test_nothing_in_the_file_tells_when_it_was_written(tmp_path: Path) -> None:
    write(one(Cell((Text("x"),))), tmp_path / "a.xlsx", lambda _: None)
    with ZipFile(tmp_path / "a.xlsx") as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01" in archive.read("docProps/core.xml")
