"""A text put together from pages, as the analyst rights it before it becomes the text of an article."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pressmark.article import BlockKind


@dataclass(frozen=True, slots=True)
class PagedBlock:
    """A block, and on which page, from 1, it begins; 0 where there are no pages."""

    kind: BlockKind
    text: str
    level: int = 0
    page: int = 0


def righted(blocks: Iterable[PagedBlock]) -> list[PagedBlock]:
    """What may become an article: lines without white space around them, none empty, levels for headings."""
    found = []
    for block in blocks:
        level = max(1, block.level) if block.kind is BlockKind.HEADING else 0
        if text := " ".join(block.text.split("\u2028")).strip():
            found.append(replace(block, text=text, level=level))
    return found
