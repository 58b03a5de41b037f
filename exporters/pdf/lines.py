"""Runs of text become lines: cut where a line may break, shaped, filled greedily, put in visual order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

import regex

from exporters.pdf.bidi import base_level, levels, visual_order
from exporters.pdf.fonts import Face
from exporters.pdf.shaping import Shaper, Word
from pressmark.brief import LineStyle

# Those that a line may break after.
_SPACES = r"[\t-\r\x1c-\x20\x85\u2028\u2029\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]"
_IDEOGRAPHS = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\uff00-\uffef]"
_MAY_BREAK = regex.compile(
    rf"{_SPACES}+\K(?!{_SPACES})"
    r"|(?<=[\p{L}\p{N}])[-‐–—]\K(?=\p{L})|(?<=\w)—\K|\u200b\K"
    rf"|{_IDEOGRAPHS}\K(?=[\p{{L}}\p{{N}}])|(?<=[，。、；：！？）」』】》〉])(?={_IDEOGRAPHS})"
    rf"|(?<=[\p{{L}}\p{{N}}])(?={_IDEOGRAPHS}(?<=[\p{{L}}]))"
)
_SPACE_RUN = regex.compile(rf"{_SPACES}+")
_PLAIN_SPACE = dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " ")
_IN_ADDRESS = regex.compile(r"[^/?&=_.]*[/?&=_.]+|[^/?&=_.]+")  # where a word too long breaks best
LANES = 3  # underlines that fit between two lines

_CLUSTER = regex.compile(r"\X")
_JOINED = regex.compile(r"[\p{Arabic}\p{Syriac}\p{Mongolian}\p{Nko}\u200c\u200d]")


@dataclass(frozen=True, slots=True)
class Style:
    """How characters look; `leading` is the least distance to the next line."""

    face: Face
    size: float
    colour: str
    leading: float
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class Underline:
    """The line of one mark, in its lane below the text."""

    mark: str
    lane: int
    ink: str
    line: LineStyle


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that look and lead the same. A `glued` run never starts a line of its own."""

    text: str
    style: Style
    target: str = ""
    places: tuple[str, ...] = ()
    tint: str = ""
    underlines: tuple[Underline, ...] = ()
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Fragment:
    """What is never cut further, unless it alone is wider than the line."""

    text: str
    run: Run
    words: tuple[Word, ...]
    width: float
    level: int
    space: bool
    breaks: bool  # the next fragment may start a new line


@dataclass(frozen=True, slots=True)
class Line:
    """Fragments from left to right; spaces at the end hang outside `width`."""

    fragments: tuple[Fragment, ...]
    width: float
    leading: float
    rtl: bool

    def left(self, room: float, *, end: bool) -> float:
        """Where the first fragment starts in a column of that width."""
        if not self.rtl:
            return room - self.width if end else 0.0
        hanging = sum(fragment.width for fragment in self.fragments) - self.width
        return room - self.width - hanging


_Shaped: TypeAlias = tuple[tuple[Word, ...], float, bool]  # and its width, and whether it is a space


class Setter:
    """Sets text for one document."""

    def __init__(self, shaper: Shaper) -> None:
        self.shaper = shaper
        self._known: dict[Style, dict[str, _Shaped]] = {}

    def lines(self, paragraph: list[list[Run]], width: float) -> list[Line]:
        """`paragraph` holds one list of runs for each line that a Break ends."""
        found = []
        for runs in paragraph:
            text = "".join(run.text for run in runs)
            fragments = list(self._fragments(runs, text))
            rtl = base_level(text) == 1
            found += [_line(chosen, rtl) for chosen in self._fill(fragments, width)]
        return found

    def balanced(self, paragraph: list[list[Run]], width: float) -> list[Line]:
        """As many lines as needed, of about equal width: no title ends in a single word."""
        lines = self.lines(paragraph, width)
        if not 1 < len(lines) < 5:
            return lines
        narrow, wide = self.widest_word(paragraph), width
        while wide - narrow > 4:
            middle = (narrow + wide) / 2
            if len(self.lines(paragraph, middle)) > len(lines):
                narrow = middle
            else:
                wide = middle
        return self.lines(paragraph, wide)

    def widest_word(self, paragraph: list[list[Run]]) -> float:
        """The least width at which no word must be cut."""
        widest = 0.0
        for runs in paragraph:
            text = "".join(run.text for run in runs)
            unit = 0.0
            for fragment in self._fragments(runs, text):
                unit += 0 if fragment.space else fragment.width
                widest = max(widest, unit)
                unit = 0.0 if fragment.breaks else unit
        return widest

    def width(self, runs: list[Run]) -> float:
        """How wide `runs` are on one line."""
        return sum(fragment.width for fragment in self._fragments(runs, "".join(run.text for run in runs)))

    def _fragments(self, runs: list[Run], text: str) -> Iterator[Fragment]:
        breaks = {match.end() for match in _MAY_BREAK.finditer(text)}
        spaces = [match.span() for match in _SPACE_RUN.finditer(text)]
        text_levels = levels(text)
        cuts = breaks.union(*spaces) | _level_changes(text_levels)
        start = 0
        for run in runs:
            end = start + len(run.text)
            if run.glued:
                breaks.difference_update(range(start, end))
            edges = sorted({start, end} | {cut for cut in cuts if start < cut < end}) if run.text else []
            for a, b in pairwise(edges):
                level = text_levels[a] if text_levels else 0
                yield self._fragment(run, text, (a, b), level, breaks=b in breaks)
            start = end

    def _fragment(self, run: Run, text: str, span: tuple[int, int], level: int, *, breaks: bool) -> Fragment:
        start, end = span
        shown = text[start:end]
        known = self._known.setdefault(run.style, {})
        found = known.get(shown)
        if found is None or level:
            before = after = ""
            joins = _JOINED.search(shown) is not None
            if joins:
                before, after = text[max(start - 3, 0) : start], text[end : end + 3]
            found = self._shape(shown, run.style, level, before, after)
            if not joins and not level:
                known[shown] = found
        words, width, space = found
        return Fragment(shown, run, words, width, level, space, breaks)

    def _shape(self, shown: str, style: Style, level: int, before: str, after: str) -> _Shaped:
        plain = shown.translate(_PLAIN_SPACE)
        words = self.shaper.shape(plain, style.face, rtl=level % 2 == 1, before=before, after=after)
        width = sum(word.width for word in words) * style.size / 1000
        return words, width, _SPACE_RUN.fullmatch(shown) is not None

    def _fill(self, fragments: list[Fragment], width: float) -> Iterator[list[Fragment]]:
        line: list[Fragment] = []
        used = 0.0
        for unit in _units(fragments):
            ink = _ink(unit)
            if line and used + ink > width:
                yield line
                line, used = [], 0.0
            if ink > width:
                *whole, line = self._cut(unit, width)
                yield from whole
                used = sum(fragment.width for fragment in line)
                continue
            line += unit
            used += sum(fragment.width for fragment in unit)
        yield line

    def _cut(self, unit: list[Fragment], width: float) -> list[list[Fragment]]:
        """Lines of a unit that is wider than one; cut after a slash or a dot, else anywhere."""
        lines: list[list[Fragment]] = [[]]
        used = 0.0
        for fragment in (piece for whole in unit for piece in self._pieces(whole, width)):
            if lines[-1] and used + fragment.width > width and not (fragment.space or fragment.run.glued):
                lines.append([])
                used = 0.0
            lines[-1].append(fragment)
            used += fragment.width
        return lines

    def _pieces(self, fragment: Fragment, width: float) -> Iterator[Fragment]:
        for match in _IN_ADDRESS.finditer(fragment.text):
            piece = self._fragment(fragment.run, fragment.text, match.span(), fragment.level, breaks=True)
            if piece.width <= width:
                yield piece
                continue
            for cluster in _CLUSTER.finditer(fragment.text, *match.span()):
                yield self._fragment(fragment.run, fragment.text, cluster.span(), fragment.level, breaks=True)


def _level_changes(text_levels: tuple[int, ...] | None) -> set[int]:
    if text_levels is None:
        return set()
    return {i for i in range(1, len(text_levels)) if text_levels[i] != text_levels[i - 1]}


def _units(fragments: list[Fragment]) -> Iterator[list[Fragment]]:
    unit: list[Fragment] = []
    for fragment in fragments:
        unit.append(fragment)
        if fragment.breaks:
            yield unit
            unit = []
    if unit:
        yield unit


def _ink(fragments: list[Fragment]) -> float:
    """The width without the spaces at the end."""
    total = sum(fragment.width for fragment in fragments)
    for fragment in reversed(fragments):
        if not fragment.space:
            break
        total -= fragment.width
    return total


def _line(fragments: list[Fragment], rtl: bool) -> Line:
    width = _ink(fragments)
    leading = max((fragment.run.style.leading for fragment in fragments), default=0.0)
    if rtl or any(fragment.level for fragment in fragments):
        fragments = _ordered(fragments, int(rtl))
    return Line(tuple(fragments), width, leading, rtl)


def _ordered(fragments: list[Fragment], base: int) -> list[Fragment]:
    last = len(fragments)
    while last and fragments[last - 1].space:
        last -= 1  # spaces at the end of a line stand at its end (L1)
    settled = fragments[:last] + [replace(fragment, level=base) for fragment in fragments[last:]]
    return [settled[i] for i in visual_order([fragment.level for fragment in settled])]
