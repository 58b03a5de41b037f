"""The articles of a table, whatever file it comes from: one a row, by columns that are told or guessed."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pressmark.columns import RememberedColumns, fitting
from pressmark.digest import sha256_of
from pressmark.importers.canon import one_line
from pressmark.importers.column_guess import Guess, guess
from pressmark.importers.column_names import is_known
from pressmark.importers.imported import CannotImport, Capture, Found, Imported, Known, TooLong
from pressmark.importers.questions import Question, WhichColumns
from pressmark.importers.row_article import Reading, blocks_and_known
from pressmark.written_dates import Order, iso_date, order_of

MOST_ROWS = 10_000
MOST_COLUMNS = 1_000
MOST_CELLS = 2_000_000

_HEADER_WITHIN = 30
_SHOWN_ROWS = 20
_SHOWN_CELL = 2_000
_LONGEST_NAME = 80
_SAID_SINGLY = 5
_MOST_TAGS = 1_500_000
_NOT_TEXT = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, and its number as the program shows it that made the table."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under names of columns, each but once; `unit` is what a row is called in messages.

    `more` are rows that were not read for their number.
    """

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    unit: str = "row"
    warnings: tuple[str, ...] = ()
    question: Question | None = None
    more: bool = False


def with_header(rows: Sequence[Row]) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Finds the header among the first rows, below a title perhaps; columns without a name get a number."""
    rows = [row for row in rows if any(cell.strip() for cell in row.cells)]
    at = _header_at(rows[:_HEADER_WITHIN])
    width = max((len(row.cells) for row in rows), default=0)
    names = rows[at].cells if at >= 0 else ()
    return named(names, width), tuple(rows[at + 1 :])


def named(names: Sequence[str], width: int = 0) -> tuple[str, ...]:
    """Names of columns as they can be told apart: none empty, none twice."""
    header: dict[str, None] = {}
    for at in range(max(width, len(names))):
        name = one_line(names[at][: _LONGEST_NAME * 4])[:_LONGEST_NAME] if at < len(names) else ""
        name = name or f"Column {at + 1}"
        header[name if name not in header else f"{name} ({at + 1})"] = None
    return tuple(header)


def _header_at(rows: Sequence[Row]) -> int:
    """The row with most known names; else the first of full width, if it does not look like an article."""
    known = [sum(map(is_known, row.cells)) for row in rows]
    filled = [sum(1 for cell in row.cells if cell.strip()) for row in rows]
    best = max(known, default=0)
    if best >= 2 or (best and best == filled[known.index(best)]):
        return known.index(best)
    if not rows:
        return -1
    widest = filled.index(max(filled))
    cells = rows[widest].cells
    short = all(len(cell) <= _LONGEST_NAME and not iso_date(cell) and "://" not in cell for cell in cells)
    return widest if short else -1


def chosen_columns(table: Table, capture: Capture) -> tuple[dict[str, str], Guess | None]:
    """The columns that the analyst named, now or of such a table before; or a guess, which comes along."""
    remembered = RememberedColumns(capture.answers.tables)
    if answered := fitting(capture.answers.columns, table.header) or remembered.of(table.header):
        return answered, None
    guessed = guess(table.header, [row.cells for row in table.rows])
    return guessed.columns, guessed


def articles_of(table: Table, capture: Capture) -> Iterator[Found]:
    """An article a row. Raises CannotImport, with the question to be answered, where no text can be told."""
    columns, guessed = chosen_columns(table, capture)
    which = WhichColumns(table.header, _shown(table), columns)
    if complaint := _complaint(columns, guessed, capture.name):
        raise CannotImport(complaint, which)
    reading = Reading(table.header, columns, _order(table, columns, capture))
    _check_tags(table, reading, capture.name)
    questions = [one for one in (table.question, which if guessed else None) if one]
    without: list[Row] = []
    found = 0
    for row in table.rows:
        if not reading.has_text(row.cells):
            without.append(row)
            continue
        one = _article(row, table, reading, capture)
        if isinstance(one, Imported):
            one = replace(one, question=questions.pop(0) if questions else None)
            one = replace(one, warnings=(*table.warnings, *one.warnings)) if not found else one
            found += 1
        yield one
    if not found and without:
        raise CannotImport(_nowhere(table, columns["text"], capture.name), which)
    yield from _complaints(without, table, columns["text"], capture.name)


def _check_tags(table: Table, reading: Reading, name: str) -> None:
    """Cells of HTML take time by their tags, however many rows they are spread over."""
    if sum(reading.cell(row.cells, "text").count("<") for row in table.rows) > _MOST_TAGS:
        raise CannotImport(
            f"{name} has more than {_MOST_TAGS:,} tags of HTML in its cells, which would take minutes to "
            "read: split the table"
        )


def _article(row: Row, table: Table, reading: Reading, capture: Capture) -> Imported | CannotImport:
    """The article of a row, whose original is the row itself, as JSON."""
    where = f"{capture.name}, {table.unit} {row.number}"
    original = row_bytes(table.header, row)
    stem = capture.name.rpartition(".")[0] or capture.name
    circumstances = replace(
        capture,
        name=f"{stem}-{table.unit}-{row.number}.json",
        sha256=sha256_of(original),
        url="",
        around=Known(),
    )
    try:
        blocks, known, warnings = blocks_and_known(row.cells, reading, where)
        imported = circumstances.imported(blocks, known, "application/json", warnings)
    except TooLong as error:
        return CannotImport(f"{where}, holds {error}, which no article does: it was left out")
    except CannotImport as error:
        return CannotImport(str(error).replace(circumstances.name, where))
    return replace(imported, original=original)


def row_bytes(header: Sequence[str], row: Row) -> bytes:
    """The row as it was read, for keeping beside its article."""
    cells = {name: cell for name, cell in zip(header, row.cells, strict=False) if cell}
    text = json.dumps(cells, ensure_ascii=False, indent=1)
    return (json.dumps(cells, indent=1) if _NOT_TEXT.search(text) else text).encode()


def _order(table: Table, columns: dict[str, str], capture: Capture) -> Order:
    at = table.header.index(columns["published"]) if "published" in columns else -1
    cells = [row.cells[at] for row in table.rows if 0 <= at < len(row.cells)]
    return order_of(cells, capture.now.date())


def _shown(table: Table) -> tuple[tuple[str, ...], ...]:
    """The first rows, for the analyst to tell the columns by."""
    width = len(table.header)
    return tuple(
        tuple(cell[:_SHOWN_CELL] for cell in (*row.cells, *[""] * (width - len(row.cells))))
        for row in table.rows[:_SHOWN_ROWS]
    )


def _complaint(columns: dict[str, str], guessed: Guess | None, name: str) -> str:
    if "text" not in columns and "url" in columns:
        return (
            f"{name} is a table of addresses, but no column seems to hold articles: drop the addresses that "
            "you want fetched, or say which column holds what"
        )
    if "text" not in columns:
        return f"{name} is a table, but no column seems to hold articles: say which column holds what"
    if guessed and guessed.rivals:
        rivals = " and ".join(f"“{one}”" for one in guessed.rivals[:3])
        return f"{name} is a table of which {rivals} may each hold the text: say which column holds what"
    return ""


def _nowhere(table: Table, column: str, name: str) -> str:
    return f"{name}: no {table.unit} has text in column “{column}”: say which column holds what"


def _complaints(without: Sequence[Row], table: Table, column: str, name: str) -> Iterator[CannotImport]:
    if len(without) > _SAID_SINGLY:
        numbers = ", ".join(str(row.number) for row in without[:_SAID_SINGLY])
        yield CannotImport(
            f"{name}: {len(without):,} {_plural(table.unit)} have no text in column “{column}” "
            f"({table.unit} {numbers} and others) and were left out"
        )
    else:
        for row in without:
            yield CannotImport(f"{name}, {table.unit} {row.number}: no text in column “{column}”")
    if table.more:
        yield CannotImport(
            f"{name} has more than {MOST_ROWS:,} {_plural(table.unit)}: the rest was not read. Split the "
            "table and import the other part"
        )


def _plural(unit: str) -> str:
    return f"{unit[:-1]}ies" if unit.endswith("y") else f"{unit}s"
