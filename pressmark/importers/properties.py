"""What the properties of a document say, weighed against what its first lines say."""

from dataclasses import dataclass

from pressmark.article import BlockKind
from pressmark.dates import FuzzyDate
from pressmark.importers.canon import one_line
from pressmark.importers.imported import BlockText, Known
from pressmark.importers.opening import opening_of


@dataclass(frozen=True, slots=True)
class Properties:
    """As word processors keep them: the author is who typed, the date when the file was made."""

    title: str = ""
    author: str = ""
    created: str = ""
    language: str = ""


def known_of(blocks: list[BlockText], properties: Properties) -> Known:
    """The headline that readers see before the one in the properties, which is often an older document's.

    Makes the block that is the headline a heading.
    """
    opening = opening_of(blocks)
    title = one_line(properties.title)
    if opening.headline_at >= 0:
        level = max(1, blocks[opening.headline_at][2])
        blocks[opening.headline_at] = (BlockKind.HEADING, opening.headline, level)
    inferred = {
        "headline": opening.headline if opening.headline != title else "",
        "author": opening.author or properties.author,
        "published": opening.published or FuzzyDate.parse(properties.created).iso,
    }
    return Known(
        headline=opening.headline or title,
        author=inferred["author"],
        published=inferred["published"],
        language=properties.language,
        guessed=tuple(name for name, value in inferred.items() if value),
    )


def changes_accepted(name: str) -> str:
    """The warning for a document in which changes were tracked."""
    return f"{name} holds tracked changes: it shows the text as if all changes were accepted"
