"""What pages say of themselves: running heads and feet, page numbers, what a browser prints at the edges.

Dropped is what stands on several pages at the same place in the same words, figures aside, and a page's
number that stands alone at its edge. What merely looks like it stays in the text.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressmark.importers.pdf_lines import Line, rows_of

_EDGE = 0.12  # of a page's height
_MARGIN = 80.0  # points, on small pages
_SAME_PLACE = 3.0  # points
_GAP = 1.5  # letters' sizes between a running head and the text
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—|•·\[(\s]*(?:(?:page|seite|pag\.?|página|pagina|p\.|стр\.?|σελ\.?)\s*)?"
    r"(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|von|sur|de|di|из|от)\s*\d{1,4})?[-–—|•·\])\s]*",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:page |seite )?\d{1,4} ?(?:/|of|von|sur|de) ?\d{1,4}", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")
_PRINTED = re.compile(
    r"(?:printed|retrieved|downloaded|accessed) (?:on|at|from)\b.*|file://\S+|about:\S+|"
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d\d(?: ?[AP]M)?(?: .*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """The lines of each page that are left, and what was dropped, each wording once."""

    pages: tuple[tuple[Line, ...], ...]
    dropped: tuple[str, ...]
    address: str

    @property
    def said(self) -> str:
        """The dropped words in a sentence's middle; empty where only page numbers were dropped."""
        words = [f"“{one}”" for one in self.dropped if not _PAGE_NUMBER.fullmatch(one)]
        return ", ".join(words[:3]) + (" and others" if len(words) > 3 else "")


def without_furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> Furniture:
    """`heights` are those of the pages. A page keeps all it has where nothing else would be left."""
    edges = [_edge(lines, height) for lines, height in zip(pages, heights, strict=True)]
    repeated = _repeated(edges)
    kept: list[tuple[Line, ...]] = []
    dropped: dict[str, None] = {}
    address = ""
    for lines, edge in zip(pages, edges, strict=True):
        gone = frozenset(_gone(edge, lines, repeated))
        left = tuple(line for line in lines if line not in gone)
        kept.append(left or tuple(lines))
        for line in (one for one in lines if left and one in gone):
            dropped.setdefault(line.text)
            address = address or next(iter(_ADDRESS.findall(line.text)), "")
    return Furniture(tuple(kept), tuple(dropped), address)


def _edge(lines: Sequence[Line], height: float) -> list[Line]:
    deep = max(_EDGE * height, min(_MARGIN, 0.25 * height))
    return [line for line in lines if not deep < line.base < height - deep]


def _key(line: Line) -> tuple[str, float]:
    return _DIGITS.sub("#", line.text.casefold()), line.size


def _repeated(edges: Sequence[Sequence[Line]]) -> dict[tuple[str, float], frozenset[float]]:
    """For each wording the heights at which it stands on more than one page."""
    seen: dict[tuple[str, float], list[tuple[int, float]]] = defaultdict(list)
    for page, lines in enumerate(edges):
        for line in lines:
            seen[_key(line)].append((page, line.base))
    return {key: heights for key, places in seen.items() if (heights := _common(places))}


def _common(places: Sequence[tuple[int, float]]) -> frozenset[float]:
    """The heights that places on two pages share."""
    ordered = sorted(places, key=lambda place: place[1])
    found = []
    for (page, base), (other, above) in pairwise(ordered):
        if page != other and above - base <= _SAME_PLACE:
            found += [base, above]
    return frozenset(found)


def _gone(
    edge: Sequence[Line], lines: Sequence[Line], repeated: dict[tuple[str, float], frozenset[float]]
) -> list[Line]:
    """From the outermost row inwards: rows with words that repeat, or numbers, and a gap before the rest."""
    again = {id(line) for line in edge if line.base in repeated.get(_key(line), ())}
    of_page = {id(line) for line in edge if _is_of_page(line)}
    rows = rows_of(lines)

    def is_furniture(row: list[Line]) -> bool:
        told = [line for line in row if id(line) in again or id(line) in of_page]
        sure = any(
            (id(line) in again and not _is_bare(line)) or _COUNTED.fullmatch(line.text) for line in told
        )
        return sure or len(told) == len(row)

    above = _outer_rows(rows, is_furniture)
    below = _outer_rows(rows[len(above) :][::-1], is_furniture)
    return [line for row in (*above, *below) for line in row]


def _outer_rows(
    rows: Sequence[list[Line]], is_furniture: Callable[[list[Line]], bool]
) -> Sequence[list[Line]]:
    count = 0
    while count < len(rows) and is_furniture(rows[count]):
        count += 1
    while 0 < count < len(rows) and not _is_apart(rows[count - 1], rows[count]):
        count -= 1
    return rows[:count]


def _is_bare(line: Line) -> bool:
    """Figures alone: they could be a table's as well."""
    return not re.search(r"[^\W\d_]", line.text)


def _is_apart(outer: list[Line], inner: list[Line]) -> bool:
    size = max(line.size for line in (*outer, *inner))
    return abs(outer[0].base - inner[0].base) > _GAP * min(size, 2 * outer[0].size)


def _is_of_page(line: Line) -> bool:
    return any(pattern.fullmatch(line.text) for pattern in (_PAGE_NUMBER, _PRINTED, _ADDRESS))
