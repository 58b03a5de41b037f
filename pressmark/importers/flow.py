"""Puts blocks together from a document that comes piece by piece: boxes in paragraphs, cells, notes."""

from dataclasses import dataclass, field

from pressmark.article import BlockKind
from pressmark.importers.canon import canon
from pressmark.importers.imported import MOST_CHARACTERS, BlockText, TooLong

_MOST_NOTES = 20_000
_MOST_BLOCKS = 400_000


@dataclass(slots=True)
class _Place:
    """Where blocks go: the document, a cell, a note, or what stands in a box of a paragraph."""

    blocks: list[BlockText] = field(default_factory=list)
    struck: set[int] = field(default_factory=set)

    def add(self, other: "_Place") -> None:
        self.struck.update(len(self.blocks) + at for at in other.struck)
        self.blocks += other.blocks


@dataclass(slots=True)
class Flow:
    """The blocks so far. What is begun inside of a paragraph, but for notes, comes after it.

    `striking` is true while what comes is none of the article's own.
    """

    striking: bool = False
    _places: list[_Place] = field(default_factory=lambda: [_Place()])
    _open: list[list[str]] = field(default_factory=list)
    _rows: list[list[_Place]] = field(default_factory=list)
    _notes: list[_Place] = field(default_factory=list)
    _numbers: list[int] = field(default_factory=list)
    _characters: int = 0
    _count: int = 0

    def say(self, text: str) -> None:
        """Goes on with the innermost paragraph; text outside of all is none."""
        if self._open:
            self._open[-1].append(text)
            self._characters += len(text)
            if self._characters > MOST_CHARACTERS:
                raise TooLong(f"more than {MOST_CHARACTERS:,} characters")

    def begin_paragraph(self) -> None:
        self._open.append([])
        self._places.append(_Place())

    def end_paragraph(self, kind: BlockKind, level: int = 0) -> None:
        """Each line of it is a block."""
        inside, place = self._places.pop(), self._places[-1]
        for line in canon("".join(self._open.pop())).split("\n"):
            if stripped := line.strip():
                self._put(place, (kind, stripped, level))
        place.add(inside)

    def begin_row(self) -> None:
        self._rows.append([])

    def begin_cell(self) -> None:
        self._places.append(_Place())

    def end_cell(self) -> None:
        self._rows[-1].append(self._places.pop())

    def end_row(self) -> None:
        """One line with tabs between the cells; where one holds several paragraphs, each by itself."""
        cells, place = self._rows.pop(), self._places[-1]
        filled = [cell for cell in cells if cell.blocks]
        if len(filled) < 2 or any(len(cell.blocks) > 1 for cell in cells):
            for cell in cells:
                place.add(cell)
            return
        row = "\t".join(cell.blocks[0][1].replace("\t", " ") if cell.blocks else "" for cell in cells)
        self._put(place, (BlockKind.PARAGRAPH, row, 0))

    def begin_note(self) -> str:
        """Leaves the note's number in the paragraph that is open, and answers with it."""
        if len(self._notes) >= _MOST_NOTES:
            raise TooLong(f"more than {_MOST_NOTES:,} notes")
        self._notes.append(_Place())
        self._numbers.append(len(self._notes))
        said = f"[{len(self._notes)}]"
        self.say(said)
        self._places.append(_Place())
        return said

    def end_note(self) -> None:
        number, place = self._numbers.pop(), self._places.pop()
        place.blocks = [(BlockKind.LIST_ITEM, text, 0) for _, text, _ in place.blocks]
        if place.blocks:
            place.blocks[0] = (BlockKind.LIST_ITEM, f"[{number}] {place.blocks[0][1]}", 0)
        self._notes[number - 1] = place

    def finished(self) -> tuple[list[BlockText], set[int]]:
        """All blocks, the notes at the end under their numbers, and which of them are struck."""
        whole = _Place()
        for place in (*self._places, *self._notes):
            whole.add(place)
        return whole.blocks, whole.struck

    def _put(self, place: _Place, block: BlockText) -> None:
        self._count += 1
        if self._count > _MOST_BLOCKS:
            raise TooLong(f"more than {_MOST_BLOCKS:,} paragraphs and cells")
        if self.striking:
            place.struck.add(len(place.blocks))
        place.blocks.append(block)
