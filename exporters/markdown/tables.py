"""Tables as GitHub writes them: one line a row, and always a header."""

from exporters.markdown import escape
from exporters.markdown.inlines import lines
from exporters.markdown.manuscript import Manuscript
from pressmark.brief import Align, Cell, Row, Table

_RULES = {Align.START: "---", Align.END: "---:"}


def table(manuscript: Manuscript, block: Table) -> str:
    """The table; where no column has a title its header is empty, for Markdown has no table without one."""
    header = _line([escape.words(column.title) for column in block.columns])
    rule = _line([_RULES[column.align] for column in block.columns])
    return "\n".join([header, rule, *(_row(manuscript, block, row) for row in block.rows)])


def _row(manuscript: Manuscript, block: Table, row: Row) -> str:
    missing = [""] * (len(block.columns) - len(row.cells))
    cells = [_cell(manuscript, cell, row) for cell in row.cells[: len(block.columns)]] + missing
    return _line([manuscript.place(row.anchor) + cells[0], *cells[1:]] if cells else [])


def _cell(manuscript: Manuscript, cell: Cell, row: Row) -> str:
    return "<br>".join(lines(manuscript, cell.inlines, strong=row.total))


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cell.strip(" \t") for cell in cells) + " |"
