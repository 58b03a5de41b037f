"""What a brief's look makes of the Word document: faces, accent, page."""

import re
from dataclasses import dataclass, replace

from exporters import typography as look
from exporters.docx.faces import SANS, SERIF, Face
from exporters.docx.wml import twips
from pressmark.brief import Faces, Look, PageSize

_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_SIZES = {PageSize.A4: (look.PAGE_WIDTH, look.PAGE_HEIGHT), PageSize.LETTER: (612.0, 792.0)}


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet and its margins, in points."""

    width: float
    height: float
    left: float = look.PAGE_MARGIN
    right: float = look.PAGE_MARGIN
    top: float = 84.0
    bottom: float = 68.0
    header: float = look.HEADER_BASELINE - 10
    footer: float = look.FOOTER_BASELINE - 4
    gutter: float = 0.0

    @property
    def measure(self) -> float:
        """The width of the text."""
        return self.width - self.left - self.right - self.gutter

    @property
    def text_width(self) -> int:
        """The same in twips."""
        return twips(self.width) - twips(self.left) - twips(self.right) - twips(self.gutter)

    @property
    def text_height(self) -> float:
        return self.height - self.top - self.bottom

    def turned(self) -> "Page":
        """The same sheet on its side."""
        return replace(self, width=max(self.width, self.height), height=min(self.width, self.height))


@dataclass(frozen=True, slots=True)
class Setting:
    """`serif` sets what is read, `sans` what is looked up."""

    accent: str
    serif: Face
    sans: Face
    page: Page
    modelled: bool = False  # styles, theme and furniture are those of an organisation's file


def setting(chosen: Look) -> Setting:
    """The setting that the look asks for."""
    if not _COLOUR.fullmatch(chosen.accent):
        raise ValueError(f"“{chosen.accent}” is no colour of the form #rrggbb.")
    serif = SANS if chosen.faces is Faces.SANS else SERIF
    return Setting(chosen.accent, serif, SANS, Page(*_SIZES[chosen.page]))
