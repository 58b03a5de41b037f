"""What the walk over a brief knows and remembers on its way."""

from collections.abc import Callable
from dataclasses import dataclass, field

from exporters import links
from exporters.docx.bookmarks import Bookmarks
from exporters.docx.character_styles import label_style_ids
from exporters.docx.contents import listed
from exporters.docx.edges import Edges, edges
from exporters.language import direction
from exporters.marking import homes
from pressmark.brief import Brief


@dataclass(frozen=True, slots=True)
class Draft:
    """The brief, and the parts of the document that come into being while its text is written."""

    brief: Brief
    edges: Edges
    labels: dict[str, str]  # label name: style id
    homes: dict[str, str]  # mark: anchor of the row that tells of it
    right_to_left: bool
    bookmarks: Bookmarks
    listed: dict[int, str]  # number of a heading's block: its bookmark for the contents
    advance: Callable[[], None]  # told of every paragraph and row; may raise to cancel
    addresses: dict[str, str] = field(default_factory=dict)  # web address: relationship
    comments: dict[str, int] = field(default_factory=dict)  # key of a mark: number of its comment

    def relationship(self, address: str) -> str:
        """The relationship that leads to `address`, made when first asked for."""
        return self.addresses.setdefault(address, f"rLink{len(self.addresses) + 1}")


def draft(brief: Brief, advance: Callable[[], None]) -> Draft:
    """A draft of `brief` with nothing written yet."""
    return Draft(
        brief,
        edges(brief),
        label_style_ids(brief.labels),
        homes(brief),
        direction(brief.language) == "rtl",
        Bookmarks(links.anchors(brief)),
        listed(brief),
        advance,
    )
