"""Templates: named choices of what a brief has and how it looks, kept as files that a person can read.

A file is TOML; a logo and a Word model are named in it and lie beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import msgspec

from pressmark.brief import Faces, Look, PageSize, Picture

SUFFIX = ".toml"
_LARGEST = 20_000_000  # bytes of a logo or a Word model
_LARGEST_TEMPLATE = 1_000_000
_LONGEST_REASON = 300
_PICTURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_OWN = ("title", "description", "language", "cover", "contents", "logo", "word_model")


class TemplateNotUnderstood(ValueError):
    """The file is no template; the message names it and says what is wrong with it."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"“{path.name}” cannot be used as a template: {why}.")


class Arrangement(StrEnum):
    """In which order statements stand."""

    TEXT = "text"  # as in the articles
    SPEAKER = "speaker"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class ChosenSection:
    """A section by its name, and what of it the brief has. `most` limits its rows; 0 means all of them."""

    name: str
    title: str = ""  # instead of the section's own
    by: Arrangement = Arrangement.TEXT
    most: int = 0
    wide: bool = False  # its tables with every column, on pages turned sideways
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """`name` is its file's; `language` (BCP 47) is that of the headings.

    `logo` and `word_model` are names of files beside it; what is in them is in the `look`.
    """

    name: str
    title: str
    sections: tuple[ChosenSection, ...]
    description: str = ""
    language: str = "en-GB"
    cover: bool = False
    contents: bool = False
    logo: str = ""
    word_model: str = ""
    look: Look = field(default_factory=Look)

    def section(self, name: str) -> ChosenSection | None:
        return next((one for one in self.sections if one.name == name), None)

    def with_sections(self, names: Iterable[str]) -> "Template":
        """The same with these sections, in the order named, each as this template has it where it does."""
        return replace(self, sections=tuple(self.section(name) or ChosenSection(name) for name in names))


class _Section(msgspec.Struct, rename="kebab", omit_defaults=True):
    name: Annotated[str, msgspec.Meta(min_length=1)]
    title: str = ""
    by: Arrangement = Arrangement.TEXT
    most: Annotated[int, msgspec.Meta(ge=0, le=100_000)] = 0
    wide: bool = False
    new_page: bool = False


class _File(msgspec.Struct, kw_only=True, rename="kebab", omit_defaults=True):
    title: str = ""
    description: str = ""
    language: str = "en-GB"
    cover: bool = False
    contents: bool = False
    accent: Annotated[str, msgspec.Meta(pattern="^#[0-9a-fA-F]{6}$")] = Look().accent
    faces: Faces = Faces.MIXED
    page: PageSize = PageSize.A4
    logo: str = ""
    logo_alternative: str = ""
    word_model: str = ""
    section: Annotated[list[_Section], msgspec.Meta(min_length=1)]


def read_template(path: Path) -> Template:
    """The template in a file, with the files it names. Raises TemplateNotUnderstood and OSError."""
    try:
        found = msgspec.toml.decode(_read(path), type=_File)
    except RecursionError as error:
        raise TemplateNotUnderstood(path, "it has lists in lists beyond all measure") from error
    except ValueError as error:  # what msgspec, the decoder and a number of 5,000 digits raise
        why = " ".join(str(error)[:_LONGEST_REASON].split())
        raise TemplateNotUnderstood(path, why.rstrip(".")) from error
    sections = tuple(ChosenSection(**msgspec.structs.asdict(one)) for one in found.section)
    logo = _logo(path, found.logo, found.logo_alternative) if found.logo else None
    model = _beside(path, found.word_model) if found.word_model else b""
    own: dict[str, Any] = {name: getattr(found, name) for name in _OWN}
    own["title"] = found.title or path.stem
    look = Look(found.accent.lower(), found.faces, found.page, logo, model)
    return Template(path.stem, sections=sections, look=look, **own)


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(_LARGEST_TEMPLATE + 1)
    if len(data) > _LARGEST_TEMPLATE:
        raise ValueError("it is larger than 1 MB")
    return data


def template_text(template: Template) -> str:
    """The template as its file says it; the files it names are not in it."""
    look = template.look
    own: dict[str, Any] = {name: getattr(template, name) for name in _OWN}
    sections = [
        _Section(**{name: getattr(one, name) for name in _Section.__struct_fields__})
        for one in template.sections
    ]
    file = _File(
        section=sections,
        accent=look.accent,
        faces=look.faces,
        page=look.page,
        logo_alternative=look.logo.alternative if look.logo else "",
        **own,
    )
    return msgspec.toml.encode(file).decode("utf-8")


def picture(data: bytes, alternative: str) -> Picture | None:
    """A PNG or JPEG as its bytes say, None for anything else."""
    for opening, media_type in _PICTURES.items():
        if data.startswith(opening):
            return Picture(data, media_type, alternative or "Logo")
    return None


def _logo(template: Path, name: str, alternative: str) -> Picture:
    found = picture(_beside(template, name), alternative)
    if found is None:
        raise TemplateNotUnderstood(template, f"its logo “{name}” is neither a PNG nor a JPEG")
    return found


def _beside(template: Path, name: str) -> bytes:
    """A file in the template's own folder: a template from somebody else cannot reach for others."""
    if Path(name).name != name or "\\" in name:
        raise TemplateNotUnderstood(template, f"“{name}” must lie beside it and be named without its folder")
    path = template.with_name(name)
    try:
        if path.stat().st_size > _LARGEST:
            raise TemplateNotUnderstood(template, f"“{name}” is larger than 20 MB")
        return path.read_bytes()
    except OSError as error:
        raise TemplateNotUnderstood(template, f"“{name}” beside it cannot be read") from error
