"""Which pieces of annotations lie in which block: what is painted or clicked costs what is seen there."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pressmark.annotation import Annotation, id_order
from pressmark.article import Article, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """One span of an annotation, whole, wherever its block ends; `size` and `first` are of all its pieces."""

    span: Span
    id: str
    label: str
    size: int
    first: int

    @property
    def rank(self) -> tuple[int, int, tuple[str, int, str]]:
        """A click means the piece of the lowest rank: of the shortest annotation."""
        return self.size, self.first, id_order(self.id)


class PieceIndex:
    """Follows a markup. Keeps annotations by block; their pieces are made when a block is asked for."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._starts = [block.start for block in article.blocks]
        self._known: dict[str, Annotation] = {}
        self._blocks: dict[int, list[Annotation]] = {}
        self._pieces: dict[int, list[Piece]] = {}

    def update(self, markup: Mapping[str, Annotation]) -> set[int]:
        """Takes over the whole markup; the blocks where something is added, changed or gone."""
        now = {one.id: one for one in markup.values()}
        if not self._blocks:  # at the first sight of an article nothing has to be compared
            self._known = now
            for one in now.values():
                self._add(one)
            return set(self._blocks)
        gone = self._known.keys() - now.keys()
        changed = {key for key, one in now.items() if self._known.get(key) is not one}
        return self.take(markup, gone | changed)

    def take(self, markup: Mapping[str, Annotation], keys: Iterable[str]) -> set[int]:
        """Takes over these annotations as they are now; the blocks where they were and are."""
        touched: set[int] = set()
        for key in keys:
            old, new = self._known.pop(key, None), markup.get(key)
            if old is not None:
                touched |= self._remove(old)
            if new is not None:
                self._known[key] = new
                touched |= self._add(new)
        for index in touched:
            self._pieces.pop(index, None)
        return touched

    def in_block(self, index: int) -> list[Piece]:
        """The pieces with characters in a block: by start, longest first."""
        if index not in self._pieces:
            if index not in self._blocks:
                return []
            self._pieces[index] = self._made(index)
        return self._pieces[index]

    def marked(self, index: int) -> bool:
        """True when a piece lies in the block."""
        return bool(self._blocks.get(index))

    def next_block_with_pieces(self, index: int, at_most: int) -> int:
        """The first block after this one where a piece lies; no further on than `at_most` blocks."""
        last = min(index + at_most, len(self._starts))
        return next((at for at in range(index + 1, last) if self._blocks.get(at)), last)

    def at(self, position: int) -> list[str]:
        """Ids of the annotations that cover a character, the shortest first."""
        pieces = self.in_block(self._article.block_index_at(position))
        found = [one for one in pieces if one.span.start <= position < one.span.end]
        return [one.id for one in sorted(found, key=lambda one: one.rank)]

    def blocks_of(self, one: Annotation) -> set[int]:
        """Where its pieces lie."""
        starts = self._starts
        found: set[int] = set()
        for span in one.spans:
            first, last = bisect_right(starts, span.start), bisect_right(starts, span.end - 1)
            found.update(range(first - 1, last))
        return found

    def _made(self, index: int) -> list[Piece]:
        start = self._starts[index]
        end = self._starts[index + 1] if index + 1 < len(self._starts) else len(self._article.text)
        made = []
        for one in self._blocks[index]:
            size, first = sum(map(len, one.spans)), one.start
            made += [
                Piece(span, one.id, one.label, size, first)
                for span in one.spans
                if span.start < end and start < span.end
            ]
        return sorted(made, key=_order)

    def _add(self, one: Annotation) -> set[int]:
        touched = self.blocks_of(one)
        for index in touched:
            self._blocks.setdefault(index, []).append(one)
        return touched

    def _remove(self, old: Annotation) -> set[int]:
        touched = self.blocks_of(old)
        for index in touched:
            self._blocks[index] = [one for one in self._blocks[index] if one.id != old.id]
        return touched


def _order(piece: Piece) -> tuple[int, int, tuple[str, int, str]]:
    return piece.span.start, -piece.span.end, id_order(piece.id)
