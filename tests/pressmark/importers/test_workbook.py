"""Excel workbooks of articles, written by openpyxl and by LibreOffice."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from pressmark.importers.imported import CannotImport, Imported
from pressmark.importers.questions import Answers, WhichColumns
from tests.pressmark.importers.media_exports import CISION, LEAD, MORE, TABLES, TEXT, workbook

TakeAll = Callable[..., list[Imported | CannotImport]]
SAMPLES = Path(__file__).parent / "samples"


@pytest.mark.parametrize("database", TABLES)
def test_the_exports_of_media_databases_are_read(database: str, take_all: TakeAll) -> None:
    (one,) = take_all(workbook(("Export", TABLES[database])), "clips.xlsx")
    assert isinstance(one, Imported)
    assert (one.source.headline, one.source.outlet) == ("Ferry, at last", "The Gazette")
    assert one.source.published[:10] == "2026-11-14"
    assert one.article.text.startswith(f"Ferry, at last\n{LEAD}")


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        (datetime(2026, 11, 14), "2026-11-14"),
        (datetime(2026, 11, 14, 9, 30), "2026-11-14T09:30"),
        (date(2026, 11, 14), "2026-11-14"),
        (20261114, "2026-11-14"),
        ("14.11.2026", "2026-11-14"),
    ],
)
def test_dates_are_iso_however_the_cell_holds_them(
    cell: datetime | date | int | str, iso: str, take_all: TakeAll
) -> None:
    (one,) = take_all(workbook(("Sheet1", [("Date", "Text"), (cell, TEXT)])), "clips.xlsx")
    assert isinstance(one, Imported)
    assert one.source.published == iso
    assert "published" not in one.source.guessed


def test_a_workbook_of_libreoffice_is_read_below_its_title(take_all: TakeAll) -> None:
    found = take_all((SAMPLES / "clips_libreoffice.xlsx").read_bytes(), "clips.xlsx")
    sources = [one.source for one in found if isinstance(one, Imported)]
    assert [one.original_name for one in sources] == [f"clips-row-{n}.json" for n in (4, 5, 6)]
    assert [one.outlet for one in sources] == ["The Northmouth Gazette", "Küstenbote", "Портовий вісник"]


@pytest.mark.foreign
def test_a_workbook_that_libreoffice_writes_today_is_read(tmp_path: Path, take_all: TakeAll) -> None:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "clips.csv").write_bytes((SAMPLES / "clips_nexis.csv").read_bytes())
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--infilter=CSV:44,34,76,1", "--outdir", tmp_path / "out",
         tmp_path / "clips.csv"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    written = tmp_path / "out" / "clips.xlsx"
    if not written.is_file():  # it says so nowhere but in what is not there
        pytest.skip("LibreOffice has no Calc")
    found = take_all(written.read_bytes(), "clips.xlsx")
    assert [type(one) for one in found] == [Imported] * 3


def test_the_first_sheet_with_texts_is_read_and_the_others_are_said(take_all: TakeAll) -> None:
    about = ("About", [("Exported", datetime(2026, 11, 14)), ("Hits", 1)])
    (one,) = take_all(workbook(about, ("Empty", []), ("Clips", CISION), ("More", CISION)), "clips.xlsx")
    assert isinstance(one, Imported)
    assert one.warnings == ("Of the sheets of the workbook only “Clips” was read",)


def test_answers_choose_the_columns_and_with_them_the_sheet(take_all: TakeAll) -> None:
    other = ("Notes", [("Note", "On"), (f"My view. {MORE}", "x")])
    data = workbook(("Clips", CISION), other)
    (one,) = take_all(data, "clips.xlsx", answers=Answers(columns={"text": "Note"}))
    assert isinstance(one, Imported)
    assert one.article.text == f"My view. {MORE}"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([], "without any cell filled in"),
        ([("a", "b"), (1, 2)], "no column seems to hold articles"),
        ([("Title", "Text")], "no column seems to hold articles"),
    ],
)
def test_a_workbook_without_articles_is_refused(
    rows: list[tuple[object, ...]], message: str, take_all: TakeAll
) -> None:
    (refused,) = take_all(workbook(("Sheet1", rows)), "clips.xlsx")
    assert isinstance(refused, CannotImport)
    assert message in str(refused)
    assert isinstance(refused.question, WhichColumns) == bool(rows)


def test_formulas_are_what_they_last_showed_and_line_ends_stay(take_all: TakeAll) -> None:
    rows = [("Title", "Text", "Sum"), ("Ferry", f"{LEAD}\r\n\r\n{MORE}", "=1+1"), ("=1+1", TEXT, "")]
    first, second = take_all(workbook(("Sheet1", rows)), "clips.xlsx")
    assert isinstance(first, Imported)
    assert first.article.text == f"Ferry\n{TEXT.replace(chr(10) * 2, chr(10))}"
    assert isinstance(second, Imported)
    assert "=1+1" not in second.original.decode()


def test_a_damaged_workbook_is_refused_by_name(take_all: TakeAll) -> None:
    data = workbook(("Sheet1", CISION))
    (refused,) = take_all(
        data.replace(b"xl/worksheets/sheet1.xml", b"xl/worksheets/sheet9.xml"), "clips.xlsx"
    )
    assert isinstance(refused, CannotImport)
    assert str(refused).startswith("clips.xlsx")
