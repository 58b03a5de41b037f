"""Puts rows on the clipboard so that a word processor and a spreadsheet both take them as a table."""

import re
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
"""A spreadsheet would run what begins so; the wide forms are what Japanese keyboards type."""

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def copy_table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """As an HTML table and as text with tabs, at once."""
    QGuiApplication.clipboard().setMimeData(as_table(titles, rows))


def as_table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> QMimeData:
    """The same for a drag or a clipboard. Cells are one line; none of them is a formula."""
    lines = [[_cell(text) for text in row] for row in (titles, *rows)]
    data = QMimeData()
    data.setText("\n".join("\t".join(line) for line in lines))
    data.setHtml(_html(lines[0], lines[1:]))
    return data


def _cell(text: str) -> str:
    line = " ".join(text.split())
    return f"'{line}" if _FORMULA.match(line) and not _NUMBER.fullmatch(line) else line


def _html(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th>{escape(title)}</th>" for title in titles)
    body = "\n".join(f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in row)}</tr>" for row in rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
