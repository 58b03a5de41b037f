"""Tables: hairlines and no boxes, the header on every page, rows in one piece."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exporters import typography as look
from exporters.pdf import ink
from exporters.pdf.columns import Slot, slots
from exporters.pdf.file import text
from exporters.pdf.pages import Page, Strip
from exporters.pdf.paragraphs import BASELINE
from exporters.pdf.runs import Line, Paragraph, Run, Style
from exporters.pdf.setting import Setting
from exporters.pdf.tagging import AGAIN, Element, Tag
from exporters.tables import titled
from pressmark.brief import Row, Table, Tone

_OF_COLUMN = "/A<</O/Table/Scope/Column>>"
_OF_ROW = "/A<</O/Table/Scope/Row>>"


@dataclass(frozen=True, slots=True)
class _Words:
    """A row before it is set: its element, and the text of each cell with the cell's element."""

    element: Element
    tags: tuple[Element, ...]
    cells: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class _SetRow:
    """A row as set: the lines of each cell, and the rule under it."""

    cells: tuple[list[Line], ...]
    tags: tuple[Tag, ...]
    slots: tuple[Slot, ...]
    anchor: str = ""
    rule: tuple[str, float] | None = None

    def bands(self) -> list[float]:
        """The height of each of the row's lines; baselines agree across its cells."""
        count = max((len(cell) for cell in self.cells), default=0)
        return [max([cell[i].leading for cell in self.cells if i < len(cell)]) for i in range(count)]


def strips(table: Table, element: Element, at: Setting, style: Style | None = None) -> Iterator[Strip]:
    """The header row, if any column has a title, then the rows; a total stays with the row above."""
    style = style or at.styles.table
    head = _head(table, element, at) if titled(table) else None
    body = at.tree.element("TBody", element)
    columns = len(table.columns)
    rows = [_words(row, columns, body, at, style, of_row=head is None) for row in table.rows]
    texts = [row.cells for row in ([head] if head is not None else []) + rows]
    places = slots(table.columns, texts, at)
    again = None
    if head is not None:
        header = _set(head, places, at, (look.RULE, look.RULE_WIDTH))
        again = _strip(replace(header, tags=(AGAIN,) * len(header.tags)))
        yield replace(_strip(header), keep=bool(rows), ends=head.element)
    for i, (row, words) in enumerate(zip(table.rows, rows, strict=True)):
        rule = None if row.total else (look.HAIRLINE, look.HAIRLINE_WIDTH)
        set_row = replace(_set(words, places, at, rule), anchor=row.anchor)
        # No row stands alone between the header and the end of a page, nor after one.
        keep = i + 1 < len(rows) and (i == 0 or i + 2 == len(rows) or table.rows[i + 1].total)
        room = at.sheet.room - (again.height if again else 0.0)
        *others, last = _row_strips(set_row, again, room)
        yield from others
        yield replace(last, keep=keep, ends=words.element)


def summary(table: Table) -> str:
    """The attributes of a table's element."""
    return f"/A<</O/Table/Summary{text(table.name)}>>" if table.name else ""


def _head(table: Table, element: Element, at: Setting) -> _Words:
    row = at.tree.element("TR", at.tree.element("THead", element))
    tags = tuple(at.tree.element("TH", row, _OF_COLUMN) for _ in table.columns)
    return _Words(row, tags, tuple([[Run(each.title, at.styles.column_title)]] for each in table.columns))


def _words(row: Row, columns: int, body: Element, at: Setting, style: Style, *, of_row: bool) -> _Words:
    """A table without column titles is one whose first column tells what its rows are of."""
    style = at.styles.toned(style, Tone.STRONG) if row.total else style
    element = at.tree.element("TR", body)
    tags, texts = [], []
    for i in range(columns):
        first = of_row and i == 0
        tags.append(at.tree.element("TH" if first else "TD", element, _OF_ROW if first else ""))
        texts.append(at.runs.paragraph(row.cells[i].inlines, style, tags[-1]) if i < len(row.cells) else [[]])
    return _Words(element, tuple(tags), tuple(texts))


def _set(words: _Words, places: Sequence[Slot], at: Setting, rule: tuple[str, float] | None) -> _SetRow:
    lines = tuple(at.setter.lines(cell, slot.width) for cell, slot in zip(words.cells, places, strict=True))
    return _SetRow(lines, words.tags, tuple(places), rule=rule)


def _row_strips(row: _SetRow, again: Strip | None, room: float) -> Iterator[Strip]:
    whole = _strip(row, again)
    if whole.height <= room:
        yield whole
        return
    count = len(row.bands())
    for i in range(count):
        cells = tuple(cell[i : i + 1] for cell in row.cells)
        rule = row.rule if i == count - 1 else None
        band = replace(row, cells=cells, anchor=row.anchor if i == 0 else "", rule=rule)
        yield _strip(band, again, first=i == 0, last=i == count - 1)


def _strip(row: _SetRow, again: Strip | None = None, *, first: bool = True, last: bool = True) -> Strip:
    above = look.CELL_ABOVE if first else 0.0
    bands = row.bands()
    height = above + sum(bands) + (look.CELL_BELOW if last else 0.0)
    notes = tuple(note for cell in row.cells for line in cell for note in line.notes)

    def draw(page: Page, top: float) -> None:
        if row.anchor:
            page.place(row.anchor, top + 6)
        _draw_cells(row, bands, page, top - above)
        if row.rule is not None:
            tone, thickness = row.rule
            ink.rule(page, tone, thickness, page.sheet.left, page.sheet.right, top - height)

    return Strip(height, draw, again=again, notes=notes)


def _draw_cells(row: _SetRow, bands: Sequence[float], page: Page, top: float) -> None:
    for cell, tag, slot in zip(row.cells, row.tags, row.slots, strict=True):
        y = top
        for i, line in enumerate(cell):
            leading = bands[i] if i == 0 else line.leading
            ink.text(page, line, slot.start(line), y - BASELINE * leading, tag)
            y -= leading
