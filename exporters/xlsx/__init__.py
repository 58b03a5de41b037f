"""Excel workbooks with openpyxl: a sheet for each table, ready to be sorted, filtered and summed.

The same brief gives the same bytes, for every date in the archive is fixed.
"""

from datetime import UTC, datetime
from os import PathLike
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from exporters.characters import one_line
from exporters.language import direction
from exporters.tables import tables
from exporters.xlsx.names import sheet_names
from exporters.xlsx.sheet import Places, fill, furnish
from pressmark.brief import Brief, Table, Tick

_BUILDING = 0.8  # the share of the time that goes before the file is written

_UNKNOWN = datetime(1980, 1, 1)


class _Undated(ZipFile):
    """An archive whose members all have the first date that a ZIP file can hold."""

    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: str | bytes, *_: object) -> None:  # type: ignore[override]
        name = zinfo_or_arcname.filename if isinstance(zinfo_or_arcname, ZipInfo) else zinfo_or_arcname
        super().writestr(ZipInfo(name), data, ZIP_DEFLATED)

    def write(self, filename: str | PathLike[str], arcname: str | None = None, *_: object) -> None:  # type: ignore[override]
        self.writestr(arcname or str(filename), Path(filename).read_bytes())


def write(brief: Brief, path: Path, tick: Tick) -> None:
    """Write the tables of the brief, which must hold nothing else, a sheet each."""
    found = tables(brief)
    book = _book(brief, found, tick)
    with _Undated(path, "w") as archive:
        ExcelWriter(book, archive).save()
    tick(1.0)


def _book(brief: Brief, found: tuple[Table, ...], tick: Tick) -> Workbook:
    book = Workbook()
    _describe(book, brief)
    names = sheet_names([table.name for table in found]) or sheet_names([brief.title])
    places = Places.of(found, names)
    total = sum(len(table.rows) for table in found) or 1
    done = 0
    for name, table in zip(names, found, strict=False):
        sheet = book.create_sheet(name)
        for _ in fill(sheet, table, places):
            done += 1
            tick(_BUILDING * done / total)
    if not found:
        book.create_sheet(names[0])
    book.remove(book.worksheets[0])
    for sheet in book.worksheets:
        furnish(sheet, brief, leftward=direction(brief.language) == "rtl")
    return book


def _describe(book: Workbook, brief: Brief) -> None:
    about = book.properties
    about.title = one_line(brief.title)
    about.creator = one_line(brief.author)
    about.subject = one_line(brief.details)
    about.category = one_line(brief.caveat)
    about.description = one_line(brief.dateline)
    about.language = one_line(brief.language)
    about.created = about.modified = _in_utc(brief.created or _UNKNOWN)


def _in_utc(when: datetime) -> datetime:
    """openpyxl takes what it is given for UTC and refuses a time zone."""
    return when.astimezone(UTC).replace(tzinfo=None) if when.tzinfo else when
