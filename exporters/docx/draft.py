"""What the walk over a brief knows and remembers on its way."""

from collections.abc import Callable
from dataclasses import dataclass, field

from exporters import links
from exporters.captions import Kind
from exporters.docx.bookmarks import Bookmarks
from exporters.docx.character_styles import label_style_ids
from exporters.docx.controls import Controls
from exporters.docx.edges import Edges, edges
from exporters.docx.listing import listed
from exporters.docx.setting import Setting
from exporters.docx.wml import Element
from exporters.language import direction
from exporters.marking import homes
from pressmark.brief import Brief


@dataclass(frozen=True, slots=True)
class Ties:
    """Where one part of the document leads to outside of it: relationships by address."""

    addresses: dict[str, str] = field(default_factory=dict)

    def to(self, address: str) -> str:
        """The relationship that leads to `address`, made when first asked for."""
        return self.addresses.setdefault(address, f"rLink{len(self.addresses) + 1}")


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture that the text shows."""

    relationship: str
    suffix: str
    media_type: str
    data: bytes


@dataclass(slots=True)
class Flow:
    """What the next paragraph must know of what came before it."""

    new_page: bool = False

    def takes_break(self) -> bool:
        """Whether the paragraph that asks begins a page; only the first that asks does."""
        asked, self.new_page = self.new_page, False
        return asked


@dataclass(frozen=True, slots=True)
class Draft:
    """The brief, and the parts of the document that come into being while its text is written."""

    brief: Brief
    setting: Setting
    edges: Edges
    labels: dict[str, str]  # label name: style id
    homes: dict[str, str]  # mark: anchor of the row that tells of it
    right_to_left: bool
    bookmarks: Bookmarks
    listed: dict[int, str]  # number of a heading's block: its bookmark for the contents
    advance: Callable[[], None]  # told of every paragraph and row; may raise to cancel
    flow: Flow = field(default_factory=Flow)
    controls: Controls = field(default_factory=Controls)
    ties: Ties = field(default_factory=Ties)
    ties_of_notes: Ties = field(default_factory=Ties)
    notes: list[Element] = field(default_factory=list)
    comments: dict[str, int] = field(default_factory=dict)  # key of a mark: number of its comment
    media: list[Medium] = field(default_factory=list)
    numbers: dict[Kind, int] = field(default_factory=dict)  # the last one given to a caption

    def picture(self, suffix: str, media_type: str, data: bytes) -> str:
        """The relationship of a picture, whose file will be added."""
        relationship = f"rPicture{len(self.media) + 1}"
        self.media.append(Medium(relationship, suffix, media_type, data))
        return relationship

    def next_number(self, kind: Kind) -> int:
        """The number of the next figure or table with a caption."""
        self.numbers[kind] = self.numbers.get(kind, 0) + 1
        return self.numbers[kind]


def draft(brief: Brief, setting: Setting, advance: Callable[[], None]) -> Draft:
    """A draft of `brief` with nothing written yet."""
    return Draft(
        brief,
        setting,
        edges(brief),
        label_style_ids(brief.labels),
        homes(brief),
        direction(brief.language) == "rtl",
        Bookmarks(links.anchors(brief)),
        listed(brief),
        advance,
    )
