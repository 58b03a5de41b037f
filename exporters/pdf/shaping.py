"""Words become glyphs: HarfBuzz once a word and font, kept for the rest of the document."""

from dataclasses import dataclass
from itertools import groupby

import uharfbuzz as hb

from exporters.pdf.embedding import EmbeddedFont
from exporters.pdf.fonts import Face, Item, items


@dataclass(frozen=True, slots=True)
class Show:
    """An operand of TJ, and how far above the line it stands (in thousandths of the size)."""

    operand: str
    rise: float


@dataclass(frozen=True, slots=True)
class Word:
    """Glyphs of one font, left to right; `width` in thousandths of the size."""

    font: str
    shows: tuple[Show, ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Glyph:
    index: int
    text: str
    advance: float
    right: float
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
        glyphs = _glyphs(item, rtl, before, after)
        shows = tuple(
            Show(_operand(list(group), embedded), rise) for rise, group in groupby(glyphs, lambda g: g.up)
        )
        return Word(embedded.resource, shows, sum(glyph.advance for glyph in glyphs))


def _glyphs(item: Item, rtl: bool, before: str, after: str) -> list[_Glyph]:
    shown = item.shown
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    context = [ord(c) for c in before + shown + after]
    buffer.add_codepoints(context, len(before), len(shown))
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    hb.shape(item.font.shaper, buffer)
    clusters = [info.cluster - len(before) for info in buffer.glyph_infos]
    said = _said(clusters, shown) if shown == item.text else [item.text] + [""] * (len(clusters) - 1)
    scale = item.font.scale
    return [
        _Glyph(info.codepoint, text, at.x_advance * scale, at.x_offset * scale, round(at.y_offset * scale, 2))
        for info, at, text in zip(buffer.glyph_infos, buffer.glyph_positions, said, strict=True)
    ]


def _said(clusters: list[int], text: str) -> list[str]:
    """Which characters each glyph stands for; of several glyphs for one cluster the first says it."""
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    if starts:
        ends[0] = ends.pop(starts[0])  # characters that left no glyph go with the first
    seen: set[int] = set()
    said = []
    for cluster in clusters:
        place = 0 if cluster == starts[0] else cluster
        said.append("" if place in seen else text[place : ends[place]])
        seen.add(place)
    return said


def _operand(glyphs: list[_Glyph], font: EmbeddedFont) -> str:
    parts = []
    codes = ""
    debt = 0.0  # how far the pen must go before the next glyph, beyond the advance the font states
    for glyph in glyphs:
        debt += glyph.right
        if abs(debt) >= 0.5:
            parts.append(f"<{codes}>{-debt:.4g}" if codes else f"{-debt:.4g}")
            codes, debt = "", 0.0
        codes += f"{font.code(glyph.index, glyph.text):04X}"
        debt += glyph.advance - font.width(glyph.index) - glyph.right
    parts.append(f"<{codes}>")
    return "".join(parts) + (f"{-debt:.4g}" if abs(debt) >= 0.001 else "")
