"""Tables as text: comma, semicolon, tab or bar between the cells, in any encoding, with whatever quotes."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pressmark.importers.decoding import declared_charset, decoded
from pressmark.importers.imported import MOST_CHARACTERS, CannotImport, Capture, Found
from pressmark.importers.rows import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Row, Table, articles_of, with_header

_DELIMITERS = ",;\t|"
_SAMPLE = 100_000
_SAMPLE_ROWS = 50
_SAID = re.compile(r"sep=(.)\n", re.IGNORECASE)  # what Excel writes and reads in the first line
_BACKSLASHED = re.compile(r'[^\\"]\\"[^,;\t|\n"]')
_SINGLY_QUOTED = re.compile(r"\s*'[^'\n]*'[,;\t|]'")


@dataclass(frozen=True, slots=True)
class _Dialect:
    """What stands between cells, around them, and before a quotation mark in them."""

    delimiter: str
    quote: str = '"'
    backslash: bool = False

    def rows(self, lines: Iterable[str]) -> Iterator[list[str]]:
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quotechar=self.quote,
            doublequote=not self.backslash,
            escapechar="\\" if self.backslash else None,
        )


def read_table(data: bytes, capture: Capture) -> Iterator[Found]:
    """The articles of a CSV or TSV file, one a row. Raises CannotImport and TooLong."""
    charset = declared_charset(b"", capture.media_type)
    found = decoded(data, capture.name, charset, capture.answers.encoding)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    start, dialect = _dialect(text, capture.name)
    rows, warnings = _rows(text, start, dialect, capture.name)
    header, rest = with_header(rows)
    table = Table(
        header,
        rest[:MOST_ROWS],
        warnings=(*found.warnings, *warnings),
        question=found.question,
        more=len(rest) > MOST_ROWS,
    )
    yield from articles_of(table, capture)


def _dialect(text: str, name: str) -> tuple[int, _Dialect]:
    """How the table is written, and where it starts."""
    sample = text[:_SAMPLE]
    quote = "'" if _SINGLY_QUOTED.match(sample) else '"'
    backslash = bool(_BACKSLASHED.search(sample))
    if said := _SAID.match(sample):
        return said.end(), _Dialect(said[1], quote, backslash)
    if name.casefold().endswith((".tsv", ".tab")) and "\t" in sample:
        return 0, _Dialect("\t", quote, backslash)
    dialects = [_Dialect(one, quote, backslash) for one in _DELIMITERS]
    return 0, max(dialects, key=lambda dialect: _evenness(sample, dialect))


def _evenness(sample: str, dialect: _Dialect) -> float:
    """How well a table comes out: many rows with the same number of cells, more than one."""
    try:
        rows = [row for row in islice(dialect.rows(_lines(sample, 0)), _SAMPLE_ROWS) if row]
    except csv.Error:
        return 0.0
    whole = rows[:-1] if len(rows) > 2 else rows  # the sample may end within a row
    if not whole:
        return 0.0
    width, count = Counter(len(row) for row in whole).most_common(1)[0]
    return count / len(whole) * (1 + min(width, 30) / 100) if width > 1 else 0.0


def _rows(text: str, start: int, dialect: _Dialect, name: str) -> tuple[list[Row], tuple[str, ...]]:
    """The rows up to one more than are read, numbered as a spreadsheet would."""
    rows: list[Row] = []
    cells = 0
    _check_line(text, start, dialect, name)
    reader = dialect.rows(_lines(text, start))
    usual = csv.field_size_limit(MOST_CHARACTERS)  # of all readers of this process: put back below
    try:
        for number, row in enumerate(reader, 1):
            cells += len(row)
            if len(row) > MOST_COLUMNS or cells > MOST_CELLS:
                raise _too_many(name)
            rows.append(Row(number, tuple(row)))
            if len(rows) > MOST_ROWS + 50:
                return rows, ()
    except csv.Error as error:
        raise CannotImport(
            f"{name} is no table that can be read ({error}, in row {len(rows) + 1}): open it in a "
            "spreadsheet and save it as an Excel workbook"
        ) from error
    finally:
        csv.field_size_limit(usual)
    return rows, _unclosed(text, rows, dialect)


def _check_line(text: str, start: int, dialect: _Dialect, name: str) -> None:
    """Of countless empty cells each costs memory before the row can be counted."""
    if text.count(dialect.delimiter, start) > 2 * MOST_CELLS:
        raise _too_many(name)


def _too_many(name: str) -> CannotImport:
    return CannotImport(
        f"{name} has more cells than any table of articles (over {MOST_COLUMNS:,} columns or {MOST_CELLS:,} "
        "cells in all): delete what you do not need"
    )


def _unclosed(text: str, rows: list[Row], dialect: _Dialect) -> tuple[str, ...]:
    """A quotation mark that nothing closes makes one cell of all the rows after it."""
    last = rows[-1].cells[-1] if rows and rows[-1].cells else ""
    if text.count(dialect.quote) % 2 == 0 or dialect.backslash or last.count("\n") < 2:
        return ()
    return (
        f"A quotation mark in row {rows[-1].number} is never closed: the rows after it may have become part "
        "of its text",
    )


def _lines(text: str, start: int) -> Iterator[str]:
    """The lines one by one, with their ends; not all at once, which would double a large table."""
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end
