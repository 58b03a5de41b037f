"""What an organisation may choose of the look of its briefs; all else is the writers' one typography."""

from dataclasses import dataclass
from enum import StrEnum


class PageSize(StrEnum):
    A4 = "a4"
    LETTER = "letter"


class Faces(StrEnum):
    """Which faces the brief is set in."""

    MIXED = "mixed"  # sans for headings and tables, serif for what is read
    SANS = "sans"  # one face for everything


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG; `alternative` is what it shows, in words."""

    data: bytes
    media_type: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Look:
    """`accent` is ``#rrggbb``; `word_model` a .docx or .dotx whose styles a Word document takes over."""

    accent: str = "#2f5d8a"
    faces: Faces = Faces.MIXED
    page: PageSize = PageSize.A4
    logo: Picture | None = None
    word_model: bytes = b""
