"""Words become glyphs: HarfBuzz once a word and font, kept for the rest of the document."""

from collections.abc import Iterator
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

    @property
    def satellite(self) -> bool:
        """A dot or an accent that another glyph speaks for."""
        return self.advance == 0 and not self.text


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
        width = sum(glyph.advance for glyph in glyphs)
        shows = [
            Show(_operand(list(group), embedded), rise)
            for rise, group in groupby([g for g in glyphs if not g.satellite], lambda g: g.up)
        ]
        return Word(embedded.resource, (*shows, *_satellites(glyphs, width, embedded)), width)


def _glyphs(item: Item, rtl: bool, before: str, after: str) -> list[_Glyph]:
    shown = item.shown
    buffer = hb.Buffer()
    context = [ord(c) for c in before + shown + after]
    buffer.add_codepoints(context, len(before), len(shown))
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    hb.shape(item.font.shaper, buffer)
    clusters = [info.cluster - len(before) for info in buffer.glyph_infos]
    advances = [at.x_advance for at in buffer.glyph_positions]
    if shown == item.text:
        said = _said(clusters, advances, shown)
    else:
        said = [item.text] + [""] * (len(clusters) - 1)
    scale = item.font.scale
    return [
        _Glyph(info.codepoint, text, at.x_advance * scale, at.x_offset * scale, round(at.y_offset * scale, 2))
        for info, at, text in zip(buffer.glyph_infos, buffer.glyph_positions, said, strict=True)
    ]


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


def _satellites(glyphs: list[_Glyph], width: float, font: EmbeddedFont) -> Iterator[Show]:
    """Dots and accents, drawn after their word: between its letters they would tear it for readers."""
    pen = 0.0
    for glyph in glyphs:
        if glyph.satellite:
            back = width - pen - glyph.right
            forth = font.width(glyph.index) - back
            yield Show(f"{back:.5g}<{font.code(glyph.index, glyph.text):04X}>{forth:.5g}", glyph.up)
        pen += glyph.advance


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
    return "".join(parts) + (f"{-debt:.4g}" if abs(debt) >= 0.05 else "")
