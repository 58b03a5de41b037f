"""Plain text of mails: lines that were broken on the way joined again, quoted ones told by their marks."""

import re
from collections.abc import Iterator
from itertools import groupby

_MARKS = re.compile(r"(?:> ?)*")
_NARROWEST, _WIDEST = 60, 90  # characters of the longest line that a mail program broke
_ADDRESS = re.compile(r"https?://\S+")
_SHARE = 0.97


def unflowed(text: str, *, without_space: bool) -> str:
    """The text with its soft line breaks undone (RFC 3676); `without_space` where they are within words."""
    lines: list[str] = []
    soft = False
    before = 0
    for raw in text.replace("\r\n", "\n").split("\n"):
        depth = len(raw) - len(raw.lstrip(">"))
        line = raw[depth:].removeprefix(" ")
        if soft and depth == before and line != "-- ":
            lines[-1] += line
        else:
            lines.append(f"{'>' * depth}{' ' if depth else ''}{line}")
        soft, before = line.endswith(" ") and line != "-- ", depth
        if soft and without_space:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def by_depth(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines in stretches that are quoted equally deep, without their marks."""
    lines = ((_depth(line), line) for line in text.split("\n"))
    for depth, stretch in groupby(lines, key=lambda one: one[0]):
        yield depth, [_MARKS.sub("", line, count=1) if depth else line for _, line in stretch]


def width_of(text: str) -> int:
    """At how many characters the lines were broken; 0 where each paragraph is a line."""
    lengths = [len(line.rstrip()) for line in text.split("\n") if line.strip() and not _ADDRESS.search(line)]
    fitting = [length for length in lengths if length <= _WIDEST]
    width = max(fitting, default=0)
    return width if width >= _NARROWEST and len(fitting) >= _SHARE * len(lengths) else 0


def _depth(line: str) -> int:
    marks = _MARKS.match(line)
    return marks[0].count(">") if marks else 0
