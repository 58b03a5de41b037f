"""Which pieces of annotations lie in which block: what is painted or clicked costs what is seen there."""

from collections.abc import Mapping
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
    """Follows a markup: `update` finds what is different and answers with the blocks it lies in."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._known: dict[str, Annotation] = {}
        self._blocks: dict[int, list[Piece]] = {}

    def update(self, markup: Mapping[str, Annotation]) -> set[int]:
        """Takes over the markup as it is now; the blocks where something is added, changed or gone."""
        now = dict(markup)
        gone = [one for key, one in self._known.items() if now.get(key) is not one]
        new = [one for key, one in now.items() if self._known.get(key) is not one]
        touched: set[int] = set()
        for one in gone:
            touched |= self._remove(one)
        for one in new:
            touched |= self._add(one)
        for index in touched:
            self._blocks[index].sort(key=_order)
        self._known = now
        return touched

    def in_block(self, index: int) -> list[Piece]:
        """The pieces with characters in a block: by start, longest first."""
        return self._blocks.get(index, [])

    def next_block_with_pieces(self, index: int, at_most: int) -> int:
        """The first block after this one where a piece lies; no further on than `at_most` blocks."""
        last = min(index + at_most, len(self._article.blocks))
        return next((at for at in range(index + 1, last) if self._blocks.get(at)), last)

    def at(self, position: int) -> list[str]:
        """Ids of the annotations that cover a character, the shortest first."""
        pieces = self.in_block(self._article.block_index_at(position))
        found = [one for one in pieces if one.span.start <= position < one.span.end]
        return [one.id for one in sorted(found, key=lambda one: one.rank)]

    def _blocks_of(self, span: Span) -> range:
        article = self._article
        return range(article.block_index_at(span.start), article.block_index_at(span.end - 1) + 1)

    def _add(self, one: Annotation) -> set[int]:
        touched: set[int] = set()
        size = sum(map(len, one.spans))
        for span in one.spans:
            piece = Piece(span, one.id, one.label, size, one.start)
            for index in self._blocks_of(span):
                self._blocks.setdefault(index, []).append(piece)
                touched.add(index)
        return touched

    def _remove(self, one: Annotation) -> set[int]:
        touched = {index for span in one.spans for index in self._blocks_of(span)}
        for index in touched:
            self._blocks[index] = [piece for piece in self._blocks[index] if piece.id != one.id]
        return touched


def _order(piece: Piece) -> tuple[int, int, tuple[str, int, str]]:
    return piece.span.start, -piece.span.end, id_order(piece.id)
