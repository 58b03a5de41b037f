"""Words: characters in a tone, links, marked runs, footnotes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, assert_never


class Tone(StrEnum):
    """What characters are; each writer decides how that looks."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    QUIET = "quiet"  # secondary: smaller and greyer
    VERBATIM = "verbatim"  # words of a source, set in the reading face


@dataclass(frozen=True, slots=True)
class Text:
    """Characters in one tone. May hold any Unicode but line breaks, which are `Break`."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Link:
    """Characters that lead somewhere: ``#anchor`` in this brief, or an http, https or mailto address."""

    text: str
    target: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Marked:
    """A run of article text under one or more marks, outermost first. Runs never overlap."""

    text: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """The next inline starts on a new line."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number stands here, its words at the foot of the page or at the end.

    Its words hold no notes of their own.
    """

    inlines: "Inlines"


Inline: TypeAlias = Text | Link | Marked | Break | Note
Inlines: TypeAlias = tuple[Inline, ...]


def plain(inlines: Inlines) -> str:
    """The characters a reader sees in their place, with a line feed for each `Break`; notes left out."""
    return "".join(map(_characters, inlines))


def _characters(inline: Inline) -> str:
    match inline:
        case Text() | Link() | Marked():
            return inline.text
        case Break():
            return "\n"
        case Note():
            return ""
        case _:
            assert_never(inline)
