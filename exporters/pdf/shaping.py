"""Words become glyphs: HarfBuzz once a word and font, kept for the rest of the document."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import uharfbuzz as hb

from exporters.pdf.embedding import EmbeddedFont
from exporters.pdf.fonts import Face, Font, Item, items


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
    """Glyphs of one font, left to right; `width` in thousandths of the size."""

    font: str
    shows: tuple[Show, ...]
    drawn: tuple[Drawn, ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Glyph:
    index: int
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
            parts = list(items(text, face))
            words = tuple(
                self._word(part, rtl, before, after) for part in (reversed(parts) if rtl else parts)
            )
            self._words[key] = words
        return words

    def _word(self, item: Item, rtl: bool, before: str, after: str) -> Word:
        embedded = self.fonts.get(item.font.name)
        if embedded is None:
            embedded = self.fonts[item.font.name] = EmbeddedFont(item.font, f"F{len(self.fonts) + 1}")
        glyphs, width = _glyphs(item, rtl, before, after)
        drawn = tuple(_drawn(glyphs, item.font))
        return Word(embedded.resource, tuple(_shows(glyphs, width, embedded)), drawn, width)


def _glyphs(item: Item, rtl: bool, before: str, after: str) -> tuple[list[_Glyph], float]:
    """The glyphs of `item` where they stand, and where the next word starts."""
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(c) for c in before + item.shown + after], len(before), len(item.shown))
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    hb.shape(item.font.shaper, buffer)
    clusters = [info.cluster - len(before) for info in buffer.glyph_infos]
    said = _said(clusters, [at.x_advance for at in buffer.glyph_positions], item.text)
    pen, scale, glyphs = 0.0, item.font.scale, []
    for info, at, text in zip(buffer.glyph_infos, buffer.glyph_positions, said, strict=True):
        left, up = pen + at.x_offset * scale, round(at.y_offset * scale, 2)
        glyphs.append(_Glyph(info.codepoint, text, at.x_advance * scale, left, up))
        pen += at.x_advance * scale
    return glyphs, pen


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


def _shows(glyphs: list[_Glyph], width: float, font: EmbeddedFont) -> Iterator[Show]:
    pen = 0.0
    rise = 0.0
    for rise, group in groupby((glyph for glyph in glyphs if glyph.text), lambda glyph: glyph.up):
        operand, pen = _operand(list(group), pen, font)
        yield Show(operand, rise)
    if abs(width - pen) >= 0.05:
        yield Show(f"{pen - width:.5g}", rise)


def _operand(glyphs: list[_Glyph], pen: float, font: EmbeddedFont) -> tuple[str, float]:
    """The codes of `glyphs` with what moves the pen from where it is, and where it is left."""
    parts = []
    codes = ""
    for glyph in glyphs:
        if abs(glyph.left - pen) >= 0.5:
            parts += [f"<{codes}>" if codes else "", f"{pen - glyph.left:.5g}"]
            codes, pen = "", glyph.left
        codes += f"{font.code(glyph.index, glyph.text):04X}"
        pen += font.width(glyph.index)
    return "".join([*parts, f"<{codes}>"]), pen


def _drawn(glyphs: list[_Glyph], font: Font) -> Iterator[Drawn]:
    for glyph in glyphs:
        outline = "" if glyph.text else font.outline(glyph.index)
        if outline:
            yield Drawn(outline, glyph.left, glyph.up)
