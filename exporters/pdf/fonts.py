"""Which font draws which character, and the chain that is tried until one can."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from typing import TypeAlias
from unicodedata import category, normalize

import regex
import uharfbuzz as hb
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from exporters import typography
from resources import font_path

_Point: TypeAlias = tuple[float, float]
_CLUSTER = regex.compile(r"\X")
_EMOJI = regex.compile(r"\p{Emoji_Presentation}|\ufe0f")
_PICTURES = "NotoEmoji-Regular"
_LAST = ("DejaVuSans", _PICTURES, "DroidSansFallbackFull")  # arrows, signs and small scripts; emoji; Chinese
_UNKNOWN = "\ufffd"  # all our faces have it
_CONTROLS = frozenset(map(chr, (*range(32), *range(127, 160))))  # some fonts have glyphs even for these
_INVISIBLE = regex.compile(r"\p{Default_Ignorable_Code_Point}+")


@dataclass(frozen=True, slots=True)
class Face:
    """What a designer asks for; the fonts behind it are `chain`."""

    family: str = typography.SANS
    bold: bool = False
    italic: bool = False

    @property
    def chain(self) -> tuple[str, ...]:
        weight = "Bold" if self.bold else "Regular"
        own = self.family.replace(" ", "") + "-" + ("Italic" if self.italic and not self.bold else weight)
        plain = typography.SANS.replace(" ", "") + "-" + weight
        scripts = (f"NotoSansArabic-{weight}", f"NotoSansHebrew-{weight}")
        return tuple(dict.fromkeys((own, plain, *scripts, *_LAST)))


@dataclass(frozen=True, slots=True)
class Proportions:
    """What a PDF says of a font, in thousandths of the size."""

    box: tuple[int, ...]
    ascent: int
    descent: int
    capital: int


class Font:
    """One font file, opened when the first text needs it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.face = hb.Face(hb.Blob.from_file_path(str(font_path(name))))
        self.shaper = hb.Font(self.face)
        self.scale = 1000 / self.face.upem
        self._outlines: dict[int, str] = {}

    @cached_property
    def characters(self) -> frozenset[str]:
        return frozenset(map(chr, self.face.unicodes)) - _CONTROLS

    @cached_property
    def proportions(self) -> Proportions:
        # fontTools for what HarfBuzz does not tell; only head, hhea and OS/2 are read.
        source = TTFont(BytesIO(self.face.blob.data), lazy=True)
        head, hhea = source["head"], source["hhea"]
        capital = getattr(source["OS/2"], "sCapHeight", 0) or hhea.ascent
        box = (head.xMin, head.yMin, head.xMax, head.yMax)
        wanted = (round(each * self.scale) for each in (hhea.ascent, hhea.descent, capital))
        return Proportions(tuple(round(edge * self.scale) for edge in box), *wanted)

    def outline(self, glyph: int) -> str:
        """The glyph as a PDF path, a thousand units to the size; empty if there is nothing to see."""
        if glyph not in self._outlines:
            pen = _PathPen(self.scale)
            self.shaper.draw_glyph_with_pen(glyph, pen)
            self._outlines[glyph] = " ".join(pen.operators)
        return self._outlines[glyph]

    def covers(self, cluster: str) -> bool:
        """Whether nothing of `cluster` would come out as an empty box."""
        if self.characters.issuperset(cluster):
            return True
        # What is never seen needs no glyph, and a space of odd width is drawn with the plain one.
        visible = _INVISIBLE.sub("", cluster)
        if self.characters.issuperset(normalize("NFC", visible)):
            return True
        return all(c in self.characters or category(c) == "Zs" for c in visible)


class _PathPen(BasePen):  # type: ignore[misc]  # fontTools has no types
    """Writes what is drawn with it as PDF operators."""

    def __init__(self, scale: float) -> None:
        super().__init__(None)
        self.operators: list[str] = []
        self._scale = scale

    def _moveTo(self, point: _Point) -> None:
        self._add("m", point)

    def _lineTo(self, point: _Point) -> None:
        self._add("l", point)

    def _curveToOne(self, first: _Point, second: _Point, end: _Point) -> None:
        self._add("c", first, second, end)

    def _closePath(self) -> None:
        self._add("h")

    def _add(self, operator: str, *points: _Point) -> None:
        numbers = (f"{coordinate * self._scale:.0f}" for point in points for coordinate in point)
        self.operators.append(" ".join((*numbers, operator)))


@cache
def font(name: str) -> Font:
    return Font(name)


@dataclass(frozen=True, slots=True)
class Item:
    """Text that one font can draw; `shown` differs from `text` where no font has the character."""

    font: Font
    text: str
    shown: str


def items(text: str, face: Face) -> Iterator[Item]:
    """`text` cut where the font must change; a base and its combining marks stay together."""
    first = font(face.chain[0])
    if first.characters.issuperset(text):
        yield Item(first, text, text)
        return
    start, current = 0, first
    for cluster in _CLUSTER.finditer(text):
        found = _find(cluster[0], face, current)
        if found is current:
            continue
        if cluster.start() > start:
            yield Item(current, text[start : cluster.start()], text[start : cluster.start()])
        start = cluster.start()
        if found is None:
            yield from _rescue(cluster[0], face)
            start = cluster.end()
        current = found or first
    if start < len(text):
        yield Item(current, text[start:], text[start:])


def _find(cluster: str, face: Face, current: Font) -> Font | None:
    if not _INVISIBLE.sub("", cluster):
        return current  # a joiner between two letters is no reason to change the font
    names = (_PICTURES, *face.chain) if _EMOJI.search(cluster) else face.chain
    return next((font(name) for name in names if font(name).covers(cluster)), None)


def _rescue(cluster: str, face: Face) -> Iterator[Item]:
    """Each character by itself; where no font has it, U+FFFD is seen and the character is copied."""
    for character in cluster:
        found = next((font(name) for name in face.chain if font(name).covers(character)), None)
        if found:
            yield Item(found, character, character)
            continue
        # A control character or half a pair cannot be copied out of a PDF.
        said = _UNKNOWN if category(character) in ("Cc", "Cs") else character
        yield Item(font(face.chain[0]), said, _UNKNOWN)
