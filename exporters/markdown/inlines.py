"""Inlines and marks as Markdown."""

from collections.abc import Iterable
from typing import assert_never

from exporters.markdown import escape
from exporters.markdown.emphasis import Kind, Token, emphasised, joined
from exporters.markdown.manuscript import Manuscript
from exporters.marking import Nested, Under, nested
from pressmark.brief import Break, Inlines, Link, Marked, Note, Text, Tone

_TONES = {Tone.STRONG: Kind.STRONG, Tone.EMPHASIS: Kind.EMPHASIS}
_DEPTHS = (Kind.STRONG, Kind.EMPHASIS, Kind.FURTHER)
_LINE_END = "\n"


def lines(manuscript: Manuscript, inlines: Inlines, *, strong: bool = False) -> list[str]:
    """The inlines as Markdown, a string for each line of theirs."""
    found: list[list[Token]] = [[]]
    for token in _tokens(manuscript, nested(inlines, manuscript.brief.marks), 0):
        if token == _LINE_END:
            found.append([])
        else:
            found[-1].append(token)
    return [joined(_all_strong(line) if strong else line) for line in found]


def strong(text: str) -> str:
    """A text in bold."""
    return joined(emphasised(Kind.STRONG, [escape.words(text)]))


def _all_strong(line: list[Token]) -> list[Token]:
    """What is strong already cannot be stronger: strong within strong would end the outer one."""
    inside = [token for token in line if isinstance(token, str) or token.kind is not Kind.STRONG]
    return emphasised(Kind.STRONG, inside)


def _tokens(manuscript: Manuscript, inlines: Iterable[Nested], depth: int) -> list[Token]:
    return [token for inline in inlines for token in _inline(manuscript, inline, depth)]


def _inline(manuscript: Manuscript, inline: Nested, depth: int) -> list[Token]:
    match inline:
        case Text():
            return _toned(escape.words(inline.text), inline.tone)
        case Link():
            return _toned(_link(manuscript, inline), inline.tone)
        case Break():
            return [_LINE_END]
        case Marked():
            manuscript.runs_left.subtract(inline.marks)
            return [escape.words(inline.text)]
        case Note():
            manuscript.notes.append(inline)
            return [f"[^{len(manuscript.notes)}]"]
        case Under():
            return _under(manuscript, inline, depth)
        case _:
            assert_never(inline)


def _toned(words: str, tone: Tone) -> list[Token]:
    """The words in their tone; quiet ones and those of a source have none here."""
    kind = _TONES.get(tone)
    return emphasised(kind, [words]) if kind else [words]


def _link(manuscript: Manuscript, link: Link) -> str:
    target, words = manuscript.target(link.target), escape.words(link.text)
    return f"[{words}]({escape.address(target)})" if target and words.strip() else words


def _under(manuscript: Manuscript, under: Under, depth: int) -> list[Token]:
    """The marked words and, after the last of them, the mark's name."""
    mark = manuscript.brief.marks[under.mark]
    place = "" if under.mark in manuscript.begun else manuscript.place(mark.anchor)
    manuscript.begun.add(under.mark)
    kind = _DEPTHS[min(depth, len(_DEPTHS) - 1)]
    words = emphasised(kind, _tokens(manuscript, under.inside, depth + 1))
    ended = not manuscript.runs_left[under.mark]
    return [place, *words, *([_name(manuscript, under.mark)] if ended else [])]


def _name(manuscript: Manuscript, key: str) -> str:
    """The name that leads to the mark's row, and the sign of its footnote."""
    mark, home = manuscript.brief.marks[key], manuscript.homes.get(key)
    name = escape.words(mark.name)
    linked = f"[{name}](#{home})" if home else name
    return f"<sup>{linked}</sup>" + (f"[^{mark.anchor}]" if mark.comment else "")
