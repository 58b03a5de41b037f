"""Words become glyphs: HarfBuzz once a word and font, the glyphs kept from one document to the next."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb

from exporters.pdf.embedding import EmbeddedFont
from exporters.pdf.fonts import Face, Font, Item, items

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_SEEN = 0.05  # thousandths of the size: what less than this adds up to is not seen on any line
_REMEMBERED = 10_000  # words, some ten megabytes


@dataclass(frozen=True, slots=True)
class Show:
    """An operand of TJ, and how far above the line it stands (in thousandths of the size)."""

    operand: str
    rise: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """A dot or an accent that another glyph speaks for: an outline, and where it stands in the word.

    Drawn as a glyph it would need characters of its own, and readers would copy them.
    """

    outline: str
    right: float
    up: float


@dataclass(frozen=True, slots=True)
class Word:
    """Glyphs of one font, left to right; `width` in thousandths of the size.

    `private` if what it stands for has no meaning that the fonts of others know.
    """

    font: str
    shows: tuple[Show, ...]
    drawn: tuple[Drawn, ...]
    width: float
    private: bool = False

    @property
    def simple(self) -> bool:
        """Whether it is a single operand on the line."""
        return len(self.shows) == 1 and not self.shows[0].rise and not self.drawn and not self.private


class _Glyph(NamedTuple):
    number: int
    text: str
    advance: float
    left: float
    up: float


class Shaper:
    """Shapes for one document, whose fonts it collects."""

    def __init__(self) -> None:
        self.fonts: dict[str, EmbeddedFont] = {}
        self._words: dict[tuple[str, Face, bool, str, str], tuple[Word, ...]] = {}

    def shape(
        self, text: str, face: Face, *, rtl: bool, before: str = "", after: str = ""
    ) -> tuple[Word, ...]:
        """The glyphs of `text`, left to right; letters join with the neighbours `before` and `after`."""
        key = (text, face, rtl, before, after)
        words = self._words.get(key)
        if words is None:
            parts = _items(text, face)
            ordered = parts[::-1] if rtl else parts
            words = tuple([self._word(part, rtl, before, after) for part in ordered])
            self._words[key] = words
        return words

    def _word(self, item: Item, rtl: bool, before: str, after: str) -> Word:
        embedded = self.fonts.get(item.font.name)
        if embedded is None:
            embedded = self.fonts[item.font.name] = EmbeddedFont(item.font, f"F{len(self.fonts) + 1}")
        glyphs, width, plain = _glyphs(item, rtl, before, after)
        if plain:
            operand, pen = _operand(glyphs, 0.0, embedded)
            over = f"{pen - width:.5g}" if abs(width - pen) >= _SEEN else ""
            return Word(embedded.resource, (Show(operand + over, 0.0),), (), width)
        shows = tuple(_shows(glyphs, width, embedded))
        private = _PRIVATE.search(item.text) is not None
        return Word(embedded.resource, shows, tuple(_drawn(glyphs, item.font)), width, private)


@lru_cache(_REMEMBERED)
def _items(text: str, face: Face) -> tuple[Item, ...]:
    return tuple(items(text, face))


@lru_cache(_REMEMBERED)
def _glyphs(item: Item, rtl: bool, before: str, after: str) -> tuple[Sequence[_Glyph], float, bool]:
    """The glyphs of `item` where they stand, where the next word starts, and if all stand on the line."""
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(c) for c in before + item.shown + after], len(before), len(item.shown))
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    hb.shape(item.font.shaper, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    clusters = [info.cluster - len(before) for info in infos]
    if clusters == list(range(len(item.text))):
        said: Sequence[str] = item.text
    else:
        said = _said(clusters, [at.x_advance for at in positions], item.text)
    pen, scale, glyphs = 0.0, item.font.scale, []
    for info, at, text in zip(infos, positions, said, strict=True):
        left, up, right, _ = at.position
        advance = right * scale
        glyphs.append(_Glyph(info.codepoint, text, advance, pen + left * scale, round(up * scale, 2)))
        pen += advance
    plain = all(glyph.text and not glyph.up for glyph in glyphs) and not _PRIVATE.search(item.text)
    return glyphs, pen, plain and bool(glyphs)


def _said(clusters: list[int], advances: list[int], text: str) -> list[str]:
    """Which characters each glyph stands for; of several glyphs for one cluster the widest says all."""
    starts = sorted(set(clusters))
    if not starts:
        return []  # a soft hyphen by itself leaves nothing
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    speakers = {start: _speaker(start, clusters, advances) for start in starts}
    # Characters that left no glyph go with the first.
    spoken = {speakers[start]: text[start if start != starts[0] else 0 : ends[start]] for start in starts}
    return [spoken.get(i, "") for i in range(len(clusters))]


def _speaker(start: int, clusters: list[int], advances: list[int]) -> int:
    return max((i for i, cluster in enumerate(clusters) if cluster == start), key=lambda i: advances[i])


def _shows(glyphs: Sequence[_Glyph], width: float, font: EmbeddedFont) -> Iterator[Show]:
    pen = rise = 0.0
    for rise, group in groupby((glyph for glyph in glyphs if glyph.text), lambda glyph: glyph.up):
        operand, pen = _operand(list(group), pen, font)
        yield Show(operand, rise)
    if abs(width - pen) >= _SEEN:
        yield Show(f"{pen - width:.5g}", rise)


def _operand(glyphs: Sequence[_Glyph], pen: float, font: EmbeddedFont) -> tuple[str, float]:
    """The codes of `glyphs` with what moves the pen from where it is, and where it is left."""
    parts = []
    codes = ""
    for glyph in glyphs:
        if abs(glyph.left - pen) >= 0.5:
            parts += [f"<{codes}>" if codes else "", f"{pen - glyph.left:.5g}"]
            codes, pen = "", glyph.left
        codes += font.code(glyph.number, glyph.text)
        pen += font.width(glyph.number)
    return "".join([*parts, f"<{codes}>"]), pen


def _drawn(glyphs: Sequence[_Glyph], font: Font) -> Iterator[Drawn]:
    for glyph in glyphs:
        outline = "" if glyph.text else font.outline(glyph.number)
        if outline:
            yield Drawn(outline, glyph.left, glyph.up)
