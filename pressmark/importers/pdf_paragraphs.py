"""Lines of a column → paragraphs, by what sets them apart: a gap, an indent, a line that could have been
longer, other letters, a list's mark; and on from one column into the next."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pressmark.importers.pdf_lines import INITIAL, Line
from pressmark.importers.pdf_type import Setting, runs_leftward

_SAME_SIZE = 0.06
_GAP = 0.18  # of the letters' size, beyond the usual distance of lines
_INDENT = 0.6
_FLUSH = 0.1
_MOST_INITIALS = 20  # of a column
_ROOM = 0.25  # of a column's width: more than a last word leaves free
_SURE_BULLETS = "•‣◦⁃▪■□●○◆►▶➢✓"
BULLET = re.compile(rf"(?:[{_SURE_BULLETS}]|[–—*-](?=\s))\s*(?=\S)|(?=\(?(?:\d{{1,2}}|[a-z])[.)]\s+\S)")
"""What begins an item of a list: a mark, which is dropped, or a number, which stays."""

_ENDS = re.compile(r"[.!?…:;。！？؟।]['\"”’»›“‘)\]]*(?:\[?\d{1,3}\]?)?$")
_BROKEN = re.compile(r"[^\W\d_][-\u00ad\u2010\u2011]$")
_TAIL = 12


def ends_sentence(text: str) -> bool:
    """True at the end of a sentence, whatever mark closes it; a note may be called after it."""
    return bool(_ENDS.search(text[-_TAIL:]))


def is_broken(text: str) -> bool:
    """True for a line that ends within a word."""
    return bool(_BROKEN.search(text[-2:]))


@dataclass(frozen=True, slots=True)
class Column:
    """Lines one below the other, and where most start and end; `flush` where full ones end at one place."""

    lines: tuple[Line, ...]
    start: float
    end: float
    flush: bool
    leftward: bool

    def start_of(self, line: Line) -> float:
        """Where reading begins, the larger the further on."""
        return -line.right if self.leftward else line.left

    def end_of(self, line: Line) -> float:
        return -line.left if self.leftward else line.right


def columns_of(cells: Sequence[Sequence[Line]], setting: Setting) -> list[Column]:
    return [_column(_with_initials(cell, setting), setting) for cell in cells]


def paragraphs_of(column: Column, setting: Setting) -> list[list[Line]]:
    """The lines of each paragraph."""
    found: list[list[Line]] = []
    widths = _runs(column, setting)
    for line, within in zip(column.lines, widths, strict=True):
        if found and not _begins(found[-1], line, within, setting):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _runs(column: Column, setting: Setting) -> list[Column]:
    """For each line what it is measured by: the column for the text, its own neighbours for other sizes."""
    found: list[Column] = []
    for _, group in groupby(column.lines, key=lambda line: 0.0 if setting.is_text(line) else line.size):
        lines = list(group)
        run = column if setting.is_text(lines[0]) else _column(lines, setting)
        found += [run] * len(lines)
    return found


def goes_on(last: Line, column: Column, first: Line, following: Column, setting: Setting) -> bool:
    """True when a column's last paragraph goes on in the first one of the column after it."""
    if is_broken(last.text):
        return True
    indented = following.start_of(first) - following.start > _INDENT * first.size
    if indented or BULLET.match(first.text):
        return False
    if ends_sentence(last.text):
        return not _had_room(last, first, column, setting) and not _falls_short(last, column, setting)
    wide = column.end - column.end_of(last) > 2 * _ROOM * (column.end - column.start)
    return not (wide and first.text[:1].isupper())


def _begins(group: Sequence[Line], line: Line, column: Column, setting: Setting) -> bool:
    """True when the line begins another paragraph than the one of the lines before it."""
    last = group[-1]
    apart = last.base - line.base - setting.leading(line.size)
    if abs(last.size - line.size) > _SAME_SIZE * line.size or apart > _GAP * line.size + 0.5:
        return True
    if line.base >= last.base or _is_item(line, last, column, setting):
        return True
    if line.size > (1 + 2 * _SAME_SIZE) * setting.size:
        return _look(last) != _look(line)
    if _steps(group, line, column, setting):
        return True
    short = column.end - column.end_of(last) > 1.5 * line.size
    if short and _look(last) != _look(line):
        return True
    ended = ends_sentence(last.text)
    if ended and _falls_short(last, column, setting):
        return True
    room = column.end - column.end_of(last) > _ROOM * (column.end - column.start)
    return _had_room(last, line, column, setting) and (room or ended)


def _is_item(line: Line, last: Line, column: Column, setting: Setting) -> bool:
    """True for a list's mark; a number or a dash may begin any line, so the one before must have ended."""
    if not BULLET.match(line.text):
        return False
    sure = line.text[0] in _SURE_BULLETS
    return sure or ends_sentence(last.text) or _had_room(last, line, column, setting)


def _steps(group: Sequence[Line], line: Line, column: Column, setting: Setting) -> bool:
    """True when the line starts further in or out than one of the same paragraph does."""
    first, last, here = (column.start_of(one) for one in (group[0], group[-1], line))
    indent = _INDENT * line.size
    if BULLET.match(group[0].text):
        return here < first + 0.3 * line.size and len(group) > 1 and last > first + 0.3 * line.size
    if here > last + indent:
        return not _hangs(group, line, column, setting)
    after = _after(line, column)
    returns = after is not None and here > column.start_of(after) + indent
    alike = len(group) == 1 and here > column.start + indent and abs(here - last) < 1.5
    if alike and (returns or ends_sentence(group[0].text)):
        return True  # two first lines in a row, the first a whole paragraph
    return here < last - indent and len(group) > 1


def _hangs(group: Sequence[Line], line: Line, column: Column, setting: Setting) -> bool:
    """True for the second line of a paragraph whose first stands out: one without a mark, that was full."""
    full = column.end - column.end_of(group[0]) < 1.5 * line.size
    after = _after(line, column)
    same = after is not None and abs(column.start_of(after) - column.start_of(line)) < 1.5
    return len(group) == 1 and full and same and not ends_sentence(group[0].text)


def _after(line: Line, column: Column) -> Line | None:
    """The line below, where it is of the same size."""
    at = bisect_right(column.lines, -line.base, key=lambda one: -one.base)
    return column.lines[at] if at < len(column.lines) and column.lines[at].size == line.size else None


def _had_room(last: Line, line: Line, column: Column, setting: Setting) -> bool:
    """True when the first word of the line would have fitted on the one before it."""
    word = line.text.split(None, 1)[0]
    width = line.width * len(word) / max(1, len(line.text))
    return column.end - column.end_of(last) > width + 0.4 * line.size


def _falls_short(line: Line, column: Column, setting: Setting) -> bool:
    """True for a line that ends before the others, where they all end at one place: it was not stretched."""
    return column.flush and column.end - column.end_of(line) > _FLUSH * line.size


def _look(line: Line) -> tuple[bool, bool, str]:
    family = re.split(r"[-,]", line.stretches[0].face.font)[0]
    return line.bold, line.italic, family


def _column(lines: Sequence[Line], setting: Setting) -> Column:
    text = [line for line in lines if setting.is_text(line)] or list(lines)
    leftward = runs_leftward(text)
    starts = _common([-line.right if leftward else line.left for line in text])
    ends = [-line.left if leftward else line.right for line in text]
    at_end = sum(1 for end in ends if max(ends) - end <= _FLUSH * setting.size)
    return Column(tuple(lines), starts, max(ends), at_end >= max(3, 0.5 * len(ends)), leftward)


def _common(starts: list[float]) -> float:
    """The foremost place at which several lines start."""
    starts.sort()
    for number, at in enumerate(starts):
        if bisect_right(starts, at + 1.5) - number >= 0.15 * len(starts):
            return at
    return starts[0]


def _with_initials(lines: Sequence[Line], setting: Setting) -> list[Line]:
    """The lines, large initials before the first of those that they stand beside."""
    initials = [line for line in lines if len(line.text) <= 3 and line.size >= INITIAL * setting.size]
    if len(initials) > _MOST_INITIALS:
        return list(lines)
    found = [line for line in lines if line not in initials]
    for initial in initials:
        beside = [at for at, line in enumerate(found) if _is_beside(initial, line)]
        if not initial.text[:1].isalpha() or len(beside) < 2:
            found = [line for line in lines if line is initial or line in found]
            continue
        for at in beside:
            pushed = max(0.0, found[at].left - initial.left)
            found[at] = replace(found[at], beside=0.0 if runs_leftward(found) else pushed)
        found[beside[0]] = _begun(initial, found[beside[0]])
    return found


def _is_beside(initial: Line, line: Line) -> bool:
    gap = initial.left - line.right if runs_leftward([line]) else line.left - initial.right
    return -1 < gap < 2 * line.size and initial.base - 1 < line.base < initial.top + 0.5 * line.size


def _begun(initial: Line, line: Line) -> Line:
    first = line.stretches[0]
    parted = initial.text in "AIO" and first.left - initial.right > 0.35 * line.size
    stretch = replace(
        initial.stretches[0],
        text=f"{initial.text}",
        right=first.left - (line.size if parted else 0),
        base=first.base,
        face=first.face,
    )
    rest = (replace(first, spaced=parted), *line.stretches[1:])
    return Line(line.page, (stretch, *rest))
