"""Where each mark begins and ends: what bookmarks and comments hold on to.

A mark may be cut into runs by marks that overlap it, go on in the next paragraph, and consist of several
pieces with unmarked words between them.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from pressmark.brief import Block, Break, Brief, Inlines, Marked, Note, Paragraph, Passage, Table

Address: TypeAlias = tuple[int, ...]
"""Of a block, or with row and column of a cell; `in_note` adds to it."""

_IN_NOTE = -1

Place: TypeAlias = tuple[Address, int]
"""One inline of the brief."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a mark without a gap; `number` counts them from 1."""

    mark: str
    number: int
    last: bool


@dataclass(frozen=True, slots=True)
class Edges:
    """The pieces that begin before and end after an inline; those that enclose others are outermost."""

    begins: defaultdict[Place, list[Piece]] = field(default_factory=lambda: defaultdict(list))
    ends: defaultdict[Place, list[Piece]] = field(default_factory=lambda: defaultdict(list))


@dataclass(slots=True)
class _Stretch:
    mark: str
    start: Place
    end: Place


def edges(brief: Brief) -> Edges:
    """The pieces of all marks: in the article where the mark stands in one, else where it is quoted, be it
    only in a note."""
    units = [unit for index, block in enumerate(brief.blocks) for unit in _units(index, block)]
    articles = [unit for unit in units if isinstance(brief.blocks[unit[0][0]], Passage)]
    elsewhere = [unit for unit in units if not isinstance(brief.blocks[unit[0][0]], Passage)]
    found: list[_Stretch] = []
    for group in (articles, elsewhere, [note for unit in units for note in _notes(*unit)]):
        known = {stretch.mark for stretch in found}
        found += [stretch for stretch in _stretches(group) if stretch.mark not in known]
    return _edges([stretch for stretch in found if stretch.mark in brief.marks])


def _edges(stretches: list[_Stretch]) -> Edges:
    totals: defaultdict[str, int] = defaultdict(int)
    for stretch in stretches:
        totals[stretch.mark] += 1
    found, numbers = Edges(), defaultdict[str, int](int)
    for stretch in stretches:
        numbers[stretch.mark] += 1
        number = numbers[stretch.mark]
        piece = Piece(stretch.mark, number, last=number == totals[stretch.mark])
        found.begins[stretch.start].append(piece)
        found.ends[stretch.end].insert(0, piece)
    return found


def _stretches(units: list[tuple[Address, Inlines]]) -> list[_Stretch]:
    found: list[_Stretch] = []
    running: dict[str, _Stretch] = {}
    previous: Address = ()
    for address, inlines in units:
        if not _follows(previous, address):
            running = {}
        previous = address
        for place, marks in _marks(address, inlines):
            running = {mark: _extended(running.get(mark), mark, place, found) for mark in marks}
    return found


def _extended(running: _Stretch | None, mark: str, place: Place, found: list[_Stretch]) -> _Stretch:
    if running is None:
        running = _Stretch(mark, place, place)
        found.append(running)
    running.end = place
    return running


def _marks(address: Address, inlines: Inlines) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """The marks of every inline that has characters: a line break ends no mark."""
    for index, inline in enumerate(inlines):
        if not isinstance(inline, Break | Note) and inline.text:
            yield (address, index), inline.marks if isinstance(inline, Marked) else ()


def _follows(previous: Address, address: Address) -> bool:
    """Whether a mark may run on from one to the other: from paragraph to paragraph, not from cell to cell."""
    return len(previous) == len(address) == 1 and address[0] == previous[0] + 1


def _units(index: int, block: Block) -> Iterator[tuple[Address, Inlines]]:
    match block:
        case Paragraph() | Passage():
            yield (index,), block.inlines
        case Table():
            for row_number, row in enumerate(block.rows):
                for column, cell in enumerate(row.cells):
                    yield (index, row_number, column), cell.inlines
        case _:
            return


def _notes(address: Address, inlines: Inlines) -> Iterator[tuple[Address, Inlines]]:
    for index, inline in enumerate(inlines):
        if isinstance(inline, Note):
            yield in_note(address, index), inline.inlines


def in_note(address: Address, index: int) -> Address:
    """The address of the note whose reference is the inline numbered `index`."""
    return (*address, _IN_NOTE, index)
