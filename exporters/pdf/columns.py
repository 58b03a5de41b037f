"""How wide a table's columns are: as their shares say, unless words would be cut."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from exporters import typography as look
from exporters.pdf.runs import Line, Paragraph
from exporters.pdf.setting import Setting
from pressmark.brief import Align, Column

_WESTERN = re.compile("[ -\u017f‘-„…€]*")
_WIDEST = 1.2  # times the size: no such character is wider in our faces


@dataclass(frozen=True, slots=True)
class Slot:
    """A column's place on the page. `mirrored` if lines start at its right."""

    left: float
    width: float
    end: bool
    mirrored: bool = False

    def start(self, line: Line) -> float:
        """Where on the page the first glyph of `line` stands."""
        return self.left + line.left(self.width, end=self.end, mirrored=self.mirrored)


def slots(columns: Sequence[Column], rows: Sequence[Sequence[Paragraph]], at: Setting) -> tuple[Slot, ...]:
    """The columns' places, from the left, or from the right if the brief's language runs so."""
    room = at.sheet.measure - look.CELL_GAP * (len(columns) - 1)
    shares = [max(column.share, 0.0) for column in columns]
    whole = sum(shares) or 1.0
    widths = [room * share / whole for share in shares]
    if any(_may_cut(row[i], width) for row in rows for i, width in enumerate(widths)):
        least = [max(at.setter.widest_word(row[i]) for row in rows) for i in range(len(columns))]
        widths = _fitted(widths, [min(each, room / 3) + 0.1 for each in least])
    found, left = [], at.sheet.left
    for column, width in zip(columns, widths, strict=True):
        start = at.sheet.width - left - width if at.rtl else left
        found.append(Slot(start, width, column.align is Align.END, at.rtl))
        left += width + look.CELL_GAP
    return tuple(found)


def _may_cut(paragraph: Paragraph, width: float) -> bool:
    """Whether some word may be too wide; quicker to tell than how wide they are."""
    for runs in paragraph:
        text = "".join([run.text for run in runs])
        most = max([run.style.size for run in runs], default=0.0) * _WIDEST
        longest = max(map(len, text.split(" ")))
        if longest * most > width or not _WESTERN.fullmatch(text):
            return True
    return False


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
