"""One sheet: a strong, frozen header row with filters, and columns as wide as their words."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from typing import cast

from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import DEFAULT_FONT, Alignment, Border, Font, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exporters import links
from exporters.characters import one_line
from exporters.tables import titled
from exporters.typography import ACCENT, HAIRLINE, RULE
from exporters.xlsx.content import content
from exporters.xlsx.measure import fit
from pressmark.brief import Align, Brief, Cell, Link, Row, Table

_MOST_LINKS = 65_530  # on one sheet
_LONGEST_LINK = 2_079
_LONGEST_FURNITURE = 110  # Excel holds a page header of over 255 characters for damage
_FORMULA_STARTS = ("=", "+", "-", "@")

# The face is a workbook's own, for Excel measures columns by it.
_FACE, _SIZE = DEFAULT_FONT.name, DEFAULT_FONT.sz
_PLAIN = Font(name=_FACE, size=_SIZE)
_STRONG = Font(name=_FACE, size=_SIZE, bold=True)
_LINKED = Font(name=_FACE, size=_SIZE, color=ACCENT[1:])
_UNDER_HEADER = Border(bottom=Side("thin", color=RULE[1:]))
_UNDER_ROW = Border(bottom=Side("hair", color=HAIRLINE[1:]))
_ALIGNED = {
    Align.START: Alignment(vertical="top", wrap_text=True),
    Align.END: Alignment(horizontal="right", vertical="top", wrap_text=True, indent=1),
}


@dataclass(frozen=True, slots=True)
class Places:
    """Where in the workbook each anchor of the brief is."""

    of_anchors: dict[str, str]

    @classmethod
    def of(cls, tables: tuple[Table, ...], names: list[str]) -> "Places":
        """The places of all rows of the tables, each of which is on the sheet of its name."""
        found = {}
        for name, table in zip(names, tables, strict=False):
            for number, row in enumerate(table.rows, start=1 + titled(table)):
                found[row.anchor] = f"{quote_sheetname(name)}!A{number}"
        return cls(found)

    def hyperlink(self, link: Link) -> Hyperlink | None:
        """The link in a workbook's own terms, or None where it may not or cannot lead anywhere."""
        place = self.of_anchors.get(links.anchor(link.target) or "-")
        if place:
            return Hyperlink(ref="", location=place)
        address = links.address(link.target)
        return Hyperlink(ref="", target=address) if address and len(address) <= _LONGEST_LINK else None


def fill(sheet: Worksheet, table: Table, places: Places) -> Iterator[None]:
    """Write header and rows, stopping after each row for whoever counts them."""
    if titled(table):
        _write_header(sheet, table)
    linked, looks = 0, _Looks()
    for number, row in enumerate(table.rows, start=1 + titled(table)):
        links_left = places if linked < _MOST_LINKS else Places({})
        linked += _write_row(sheet, number, row, table, links_left, looks)
        yield
    fit(sheet, table)
    if titled(table) and table.columns:
        sheet.freeze_panes = "A2"
        sheet.print_title_rows = "1:1"
        body = sum(not row.total for row in table.rows)
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{1 + body}"


def furnish(sheet: Worksheet, brief: Brief, *, leftward: bool) -> None:
    """Set up the printed page: as wide as the paper, the handling caveat on each."""
    sheet.sheet_view.rightToLeft = leftward
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    _print_on_each_page(sheet.oddHeader, brief.caveat, "", brief.dateline)
    _print_on_each_page(sheet.oddFooter, brief.title, brief.caveat, "")
    cast(HeaderFooterItem, sheet.oddFooter).right.text = "&P / &N"


def _print_on_each_page(edge: HeaderFooterItem | None, left: str, center: str, right: str) -> None:
    item = cast(HeaderFooterItem, edge)  # None only for the stubs: every sheet has them
    item.left.text, item.center.text, item.right.text = map(_furniture, (left, center, right))


def _furniture(text: str) -> str:
    return one_line(text)[:_LONGEST_FURNITURE].replace("&", "&&")


def _write_header(sheet: Worksheet, table: Table) -> None:
    for number, column in enumerate(table.columns, start=1):
        cell = _cell(sheet, 1, number)
        _set_words(cell, one_line(column.title))
        cell.font, cell.border, cell.alignment = _STRONG, _UNDER_HEADER, _ALIGNED[column.align]


class _Looks:
    """The style of a cell, looked up in the workbook once for each face and alignment."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, Align], StyleArray] = {}

    def give(self, target: SheetCell, face: Font, align: Align) -> None:
        key = (id(face), align)
        if key not in self._known:
            target.font, target.border, target.alignment = face, _UNDER_ROW, _ALIGNED[align]
            self._known[key] = copy(target._style)  # type: ignore[attr-defined]  # not in the stubs
        target._style = copy(self._known[key])  # type: ignore[attr-defined]


def _write_row(sheet: Worksheet, number: int, row: Row, table: Table, places: Places, looks: _Looks) -> int:
    """Write one row and say how many links it has."""
    linked = 0
    for at, (cell, column) in enumerate(zip(row.cells, table.columns, strict=False), start=1):
        target = _cell(sheet, number, at)
        link = next(filter(None, map(places.hyperlink, _links(cell))), None)
        if link:
            target.hyperlink = link
            linked += 1
        looks.give(target, _STRONG if row.total else _LINKED if link else _PLAIN, column.align)
        _write_cell(target, cell)
    return linked


def _cell(sheet: Worksheet, row: int, column: int) -> SheetCell:
    return cast(SheetCell, sheet.cell(row, column))


def _write_cell(target: SheetCell, cell: Cell) -> None:
    value, number_format = content(cell)
    if isinstance(value, str):
        _set_words(target, value)
    else:
        target.value = value
        target.number_format = number_format


def _set_words(target: SheetCell, words: str) -> None:
    target.value = words or None
    if words:
        target.data_type = "s"  # openpyxl takes "=1" for a formula and "#N/A" for an error
    if words.startswith(_FORMULA_STARTS):
        target.quotePrefix = True  # or Excel would make it a formula when somebody edits it


def _links(cell: Cell) -> Iterator[Link]:
    return (inline for inline in cell.inlines if isinstance(inline, Link))
