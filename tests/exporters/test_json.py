"""Rows for programs: stable keys, typed values."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from exporters.json import write
from exporters.tables import NotOnlyTablesError
from pressmark.brief import Brief, Cell, Column, Paragraph, Row, Table, Text


def cell(text: str, value: Decimal | int | date | None = None) -> Cell:
    return Cell((Text(text),), value)


def written(tmp_path: Path, *rows: Row) -> dict[str, object]:
    columns = tuple(Column(title, 1) for title in ("id", "amount", "due", "paragraph"))
    brief = Brief(
        "Port", created=datetime(2026, 11, 16, 9, tzinfo=UTC), blocks=(Table("Pledges", columns, rows),)
    )
    path = tmp_path / "rows.json"
    write(brief, path, lambda _: None)
    return json.loads(path.read_bytes())


def test_amounts_are_numbers_days_are_iso_and_what_is_empty_is_null(tmp_path: Path) -> None:
    day = cell("31 March 2027", date(2027, 3, 31))
    row = Row((cell("p1"), cell("40,000,000", Decimal(40_000_000)), day, cell("5", 5)))
    found = written(tmp_path, row, Row((cell("p2"), cell("1.5", Decimal("1.5")), Cell(()))))
    assert found["format"] == "pressmark-rows"
    assert found["version"] == 1
    assert found["created"] == "2026-11-16T09:00:00+00:00"
    (table,) = found["tables"]
    assert table["columns"] == ["id", "amount", "due", "paragraph"]
    assert table["rows"] == [
        {"id": "p1", "amount": 40_000_000, "due": "2027-03-31", "paragraph": 5},
        {"id": "p2", "amount": 1.5, "due": None, "paragraph": None},
    ]


def test_an_amount_too_large_to_be_exact_elsewhere_is_text(tmp_path: Path) -> None:
    huge = Decimal(2**53 + 1)
    (table,) = written(tmp_path, Row((cell("p1"), cell("", huge))))["tables"]
    assert table["rows"][0]["amount"] == "9007199254740993"


def test_text_stays_text_and_what_no_text_holds_goes(tmp_path: Path) -> None:
    (table,) = written(tmp_path, Row((cell('=1+1\x00"</script>\ud800'),)))["tables"]
    assert table["rows"][0]["id"] == '=1+1"</script>'


def test_a_brief_with_more_than_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotOnlyTablesError):
        write(Brief("T", blocks=(Paragraph(()),)), tmp_path / "x.json", lambda _: None)


def test_a_title_that_is_there_twice_loses_no_column(tmp_path: Path) -> None:
    columns = tuple(Column(title, 1) for title in ("id", "note", "note", "note"))
    rows = (Row(tuple(cell(text) for text in "abcd")), Row((cell("e"),)))
    path = tmp_path / "rows.json"
    write(Brief("T", blocks=(Table("Risks", columns, rows),)), path, lambda _: None)
    (table,) = json.loads(path.read_bytes())["tables"]
    assert table["columns"] == ["id", "note", "note_2", "note_3"]
    assert table["rows"] == [
        {"id": "a", "note": "b", "note_2": "c", "note_3": "d"},
        {"id": "e", "note": None, "note_2": None, "note_3": None},
    ]


@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "1e999999999", "-1e-999999999"])
def test_a_number_that_no_program_can_hold_is_words(number: str, tmp_path: Path) -> None:
    (table,) = written(tmp_path, Row((cell("p1"), cell(number, Decimal(number)))))["tables"]
    assert table["rows"][0]["amount"] == number


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0.1", 0.1),
        ("1234567.89", 1234567.89),
        ("0.12345678901234567890", "0.12345678901234567890"),
        ("-0", 0),
    ],
)
def test_a_fraction_is_a_number_where_it_stays_what_it_is(
    number: str, expected: object, tmp_path: Path
) -> None:
    (table,) = written(tmp_path, Row((cell("p1"), cell("", Decimal(number)))))["tables"]
    assert table["rows"][0]["amount"] == expected
