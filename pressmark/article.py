"""The fixed text of one news article, as blocks, and the record of where it came from.

Offsets are Unicode code points of `Article.text`. Blocks are joined by one line feed, which belongs to no
block; the text never changes after import.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate

from pressmark.digest import sha256_of


class BlockKind(StrEnum):
    """What a stretch of the text was in its source."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch `[start, end)` of an article's text, in Unicode code points; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start} and {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """True when every character of the other is one of mine."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, quotation or caption: its kind and where it stands.

    `level` is the heading's (1 is the highest) and 0 elsewhere. An empty block has start == end.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0


SOURCE_STATES = ("", "corrected", "withdrawn")
"""What may have become of an article since it was published; "" is what most are: as it was."""


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """Where an article comes from: goes into every row and footnote that rests on it.

    Dates are ISO 8601 text, as precise as the source states them ("2026-11-14", "2026-11-14T09:12:00+00:00").
    `status` says whether the outlet has corrected or withdrawn it since, `status_note` what it said then.
    `guessed` names the fields that were inferred and not stated by the source. `original_sha256` is of the
    bytes that were imported, in hexadecimal.
    """

    headline: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    captured_at: str = ""
    captured_from: str = ""  # "file", "web page", "selection", "clipboard"
    original_name: str = ""
    media_type: str = ""
    original_sha256: str = ""
    status: str = ""  # one of `SOURCE_STATES`
    status_note: str = ""
    guessed: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()  # XML elements of others, kept as they came


@dataclass(frozen=True, slots=True)
class Article:
    """The text and its blocks. Build one with `Article.of`.

    `paragraph_numbers` are what a reader counts, from 1, block by block; empty blocks do not count.
    """

    text: str
    blocks: tuple[Block, ...]
    canon_version: int = 1
    paragraph_numbers: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        counted = accumulate(block.end > block.start for block in self.blocks)
        object.__setattr__(self, "paragraph_numbers", tuple(max(1, number) for number in counted))

    @classmethod
    def of(cls, blocks: Iterable[tuple[BlockKind, str] | tuple[BlockKind, str, int]]) -> "Article":
        """Joins blocks of (kind, text[, heading level]) into an article; a text may not hold line feeds."""
        parts: list[str] = []
        placed: list[Block] = []
        start = 0
        for kind, text, *level in blocks:
            if "\n" in text:
                raise ValueError("a block is one line: split it at its line feeds")
            placed.append(Block(kind, start, start + len(text), *level))
            parts.append(text)
            start += len(text) + 1
        return cls("\n".join(parts), tuple(placed))

    @property
    def sha256(self) -> str:
        """The text's SHA-256, over its UTF-8 bytes, in hexadecimal."""
        return sha256_of(self.text.encode("utf-8"))

    def words_at(self, span: Span) -> str:
        """The exact characters of a span."""
        return self.text[span.start : span.end]

    def block_text(self, block: Block) -> str:
        return self.text[block.start : block.end]

    def block_index_at(self, position: int) -> int:
        """The index of the block a code point stands in; the line feed after a block counts as its."""
        return max(0, bisect_right(self.blocks, position, key=lambda block: block.start) - 1)

    def paragraph_number_at(self, position: int) -> int:
        """The number that a reader counts for the block there."""
        return self.paragraph_numbers[self.block_index_at(position)] if self.blocks else 1

    def holds(self, span: Span) -> bool:
        """True when the span lies inside the text."""
        return span.end <= len(self.text)
