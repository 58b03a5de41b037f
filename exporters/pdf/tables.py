"""Tables: hairlines and no boxes, the header on every page, rows in one piece."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from exporters import typography as look
from exporters.pdf import ink, styles
from exporters.pdf.inlines import RunMaker
from exporters.pdf.lines import Line, Run, Setter
from exporters.pdf.pages import ROOM, WIDTH, Page, Strip
from exporters.pdf.paragraphs import BASELINE
from pressmark.brief import Align, Column, Row, Table

_RIGHT = look.PAGE_MARGIN + WIDTH


@dataclass(frozen=True, slots=True)
class _Slot:
    """A column's place on the page."""

    left: float
    width: float
    end: bool


@dataclass(frozen=True, slots=True)
class _SetRow:
    """A row as set: the lines of each cell, and the rule under it."""

    cells: tuple[list[Line], ...]
    slots: tuple[_Slot, ...]
    anchor: str
    rule: tuple[str, float] | None

    def bands(self) -> list[float]:
        """The height of each of the row's lines; baselines agree across its cells."""
        count = max((len(cell) for cell in self.cells), default=0)
        return [max(cell[i].leading for cell in self.cells if i < len(cell)) for i in range(count)]


def strips(table: Table, runs: RunMaker, setter: Setter) -> Iterator[Strip]:
    """The header row, if any column has a title, then the rows; a total stays with the row above."""
    titles = [[[Run(column.title, styles.COLUMN_TITLE)]] for column in table.columns]
    texts = [_texts(row, runs, len(table.columns)) for row in table.rows]
    slots = _slots(table.columns, _least(titles, texts, setter))
    header = None
    if any(column.title for column in table.columns):
        header = _strip(_set(titles, slots, setter, rule=(look.RULE, look.RULE_WIDTH)))
        yield replace(header, keep=bool(table.rows))
    for i, (row, cells) in enumerate(zip(table.rows, texts, strict=True)):
        rule = None if row.total else (look.HAIRLINE, look.HAIRLINE_WIDTH)
        set_row = _set(cells, slots, setter, rule=rule, anchor=row.anchor)
        before_total = i + 1 < len(table.rows) and table.rows[i + 1].total
        yield from _row_strips(set_row, header, before_total)


def _texts(row: Row, runs: RunMaker, columns: int) -> list[list[list[Run]]]:
    style = styles.COLUMN_TITLE if row.total else styles.TABLE
    texts = [runs.paragraph(cell.inlines, style) for cell in row.cells]
    return (texts + [[[]]] * columns)[:columns]


def _least(titles: list[list[list[Run]]], texts: list[list[list[list[Run]]]], setter: Setter) -> list[float]:
    """The width at which each column cuts no word."""
    rows = [titles, *texts]
    return [max(setter.widest_word(row[i]) for row in rows) for i in range(len(titles))]


def _slots(columns: tuple[Column, ...], least: list[float]) -> tuple[_Slot, ...]:
    room = WIDTH - look.CELL_GAP * (len(columns) - 1)
    shares = [max(column.share, 0.0) for column in columns]
    whole = sum(shares) or 1.0
    widths = _fitted([room * share / whole for share in shares], [min(w, room / 3) + 0.1 for w in least])
    slots, left = [], look.PAGE_MARGIN
    for column, width in zip(columns, widths, strict=True):
        slots.append(_Slot(left, width, column.align is Align.END))
        left += width + look.CELL_GAP
    return tuple(slots)


def _fitted(widths: list[float], least: list[float]) -> list[float]:
    """Columns too narrow for their words take what they lack from those that have it to spare."""
    lack = sum(max(need - width, 0.0) for width, need in zip(widths, least, strict=True))
    spare = sum(max(width - need, 0.0) for width, need in zip(widths, least, strict=True))
    if lack == 0.0:
        return widths
    given = min(lack, spare)
    return [
        width - given * (width - need) / spare if width > need else width + given * (need - width) / lack
        for width, need in zip(widths, least, strict=True)
    ]


def _set(
    cells: list[list[list[Run]]],
    slots: tuple[_Slot, ...],
    setter: Setter,
    *,
    rule: tuple[str, float] | None,
    anchor: str = "",
) -> _SetRow:
    lines = tuple(setter.lines(cell, slot.width) for cell, slot in zip(cells, slots, strict=True))
    return _SetRow(lines, slots, anchor, rule)


def _row_strips(row: _SetRow, header: Strip | None, before_total: bool) -> Iterator[Strip]:
    whole = _strip(row, header)
    if whole.height <= ROOM - (header.height if header else 0.0):
        yield replace(whole, keep=before_total)
        return
    count = len(row.bands())
    for i in range(count):
        cells = tuple(cell[i : i + 1] for cell in row.cells)
        rule = row.rule if i == count - 1 else None
        band = _SetRow(cells, row.slots, row.anchor if i == 0 else "", rule)
        yield _strip(band, header, first=i == 0, last=i == count - 1)


def _strip(row: _SetRow, again: Strip | None = None, *, first: bool = True, last: bool = True) -> Strip:
    above = look.CELL_ABOVE if first else 0.0
    height = above + sum(row.bands()) + (look.CELL_BELOW if last else 0.0)

    def draw(page: Page, top: float) -> None:
        if row.anchor:
            page.places.append((row.anchor, top))
        _draw_cells(row, page, top - above)
        if row.rule is not None:
            tone, thickness = row.rule
            ink.rule(page, tone, thickness, look.PAGE_MARGIN, _RIGHT, top - height)

    return Strip(height, draw, again=again)


def _draw_cells(row: _SetRow, page: Page, top: float) -> None:
    bands = row.bands()
    for cell, slot in zip(row.cells, row.slots, strict=True):
        y = top
        for i, line in enumerate(cell):
            leading = bands[i] if i == 0 else line.leading
            ink.text(page, line, slot.left + line.left(slot.width, end=slot.end), y - BASELINE * leading)
            y -= leading
