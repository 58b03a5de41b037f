"""Tables that are tables to a screen reader, and on a phone a card a row."""

from exporters.captions import Kind
from exporters.characters import legal
from exporters.html.asides import captioned, scrolled
from exporters.html.elements import E, Element
from exporters.html.inlines import nodes
from exporters.html.page import Page
from exporters.tables import titled
from pressmark.brief import Align, Cell, Column, Row, Table, plain

_EMPTY = Cell(())


def table(page: Page, block: Table) -> Element:
    """The table; where it has no caption of its own, one that only screen readers show."""
    with_header = titled(block)
    cards = " cards" if with_header and not block.wide else ""
    found = E(
        "table",
        {"class": shares_class(block) + cards, "role": "table"},
        _caption(page, block),
        E("colgroup", *(E("col") for _ in block.columns)),
    )
    if with_header:
        found.append(_header(block))
    found.append(E("tbody", {"role": "rowgroup"}, *(_row(page, block, row) for row in block.rows)))
    return E("div", {"class": "wide", **scrolled(block.name)}, found) if block.wide else found


def _caption(page: Page, block: Table) -> Element:
    if not block.caption:
        return E("caption", legal(block.name))
    return E("caption", {"class": "shown", "dir": "auto"}, *captioned(page, Kind.TABLE, block.caption))


def shares_class(block: Table) -> str:
    """The class of all tables whose columns have the same shares of the width."""
    return "shares-" + "-".join(str(percent) for percent in percents(block))


def percents(block: Table) -> list[int]:
    """The width of each column in hundredths of the table's."""
    total = sum(column.share for column in block.columns) or 1.0
    return [round(100 * column.share / total) for column in block.columns]


def _header(block: Table) -> Element:
    titles = [
        E(
            "th",
            {"scope": "col", "role": "columnheader", "dir": "auto", **_aligned(column)},
            legal(column.title),
        )
        for column in block.columns
    ]
    return E("thead", {"role": "rowgroup"}, E("tr", {"role": "row"}, *titles))


def _row(page: Page, block: Table, row: Row) -> Element:
    place = {"id": row.anchor} if row.anchor else {}
    total = {"class": "total"} if row.total else {}
    found = E("tr", {"role": "row", **place, **total})
    named = False
    for column, cell, width in _spread(block, row):
        heads = bool(plain(cell.inlines)) and not named and not row.total
        named = named or heads
        found.append(_cell(page, column, cell, width, heads))
    return found


def _spread(block: Table, row: Row) -> list[tuple[Column, Cell, int]]:
    """The cells and how many columns each takes: a total's words may run over empty cells after them."""
    found: list[tuple[Column, Cell, int]] = []
    missing = (_EMPTY,) * (len(block.columns) - len(row.cells))
    for column, cell in zip(block.columns, row.cells + missing, strict=False):
        before, words, width = found[-1] if found else (column, _EMPTY, 0)
        if row.total and words.inlines and not cell.inlines and before.align is Align.START:
            found[-1] = (before, words, width + 1)
        else:
            found.append((column, cell, 1))
    return found


def _cell(page: Page, column: Column, cell: Cell, width: int, heads: bool) -> Element:
    attributes = {"dir": "auto", "role": "rowheader" if heads else "cell", **_aligned(column)}
    if heads:
        attributes["scope"] = "row"
    if width > 1:
        attributes["colspan"] = str(width)
    if column.title:
        attributes["data-title"] = legal(column.title)
    return E("th" if heads else "td", attributes, *nodes(page, cell.inlines))


def _aligned(column: Column) -> dict[str, str]:
    return {"class": "end"} if column.align is Align.END else {}
