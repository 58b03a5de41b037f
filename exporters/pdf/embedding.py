"""A font as one document uses it, written into the PDF as a subset that can be read back.

A code stands for a glyph *and* the characters it was drawn for, so that what is copied out of the PDF is
what was written, even where two characters share a glyph (a space and a no-break space).
"""

import uharfbuzz as hb

from exporters.pdf.file import File, ref
from exporters.pdf.fonts import Font

_UNICODE_MAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{mappings}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


_NOT_SAID = dict.fromkeys((0, 0xFEFF, 0xFFFE, 0xFFFF))  # PDF/A has no glyph stand for these
_NOTHING_SAID = "\u200b"


class EmbeddedFont:
    """Hands out codes while text is laid out, and becomes PDF objects at the end."""

    def __init__(self, font: Font, resource: str) -> None:
        self.font = font
        self.resource = resource
        self._codes = {(0, ""): "0000"}  # which is .notdef and is never drawn
        self._widths: dict[int, float] = {}

    def code(self, glyph: int, text: str) -> str:
        """The code of `glyph` standing for `text`, as four digits."""
        code = self._codes.get((glyph, text))
        if code is None:
            code = self._codes[glyph, text] = f"{len(self._codes):04X}"
        return code

    @property
    def pairs(self) -> tuple[tuple[int, str], ...]:
        """Each glyph in use with the characters it stands for, in the order of their codes."""
        return tuple(self._codes)

    def width(self, glyph: int) -> float:
        """The advance that the PDF states, in thousandths of the size."""
        width = self._widths.get(glyph)
        if width is None:
            width = round(self.font.shaper.get_glyph_h_advance(glyph) * self.font.scale, 2)
            self._widths[glyph] = width
        return width

    def put(self, file: File) -> int:
        """Writes the font; the number of its object."""
        name = f"{self._tag()}+{self.font.name}"
        program, places = self._subset()
        to_glyph = b"".join(places[glyph].to_bytes(2, "big") for glyph, _ in self.pairs)
        widths = " ".join(f"{self.width(glyph):g}" for glyph, _ in self.pairs)
        descriptor = self._descriptor(name, file.stream(program, f"/Length1 {len(program)}"))
        descendant = file.put(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}"
            f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {ref(file.put(descriptor))}/W[0[{widths}]]"
            f"/CIDToGIDMap {ref(file.stream(to_glyph))}>>"
        )
        return file.put(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts[{ref(descendant)}]/ToUnicode {ref(file.stream(self._unicode_map()))}>>"
        )

    def _tag(self) -> str:
        """Six capitals that tell this subset from others of the font (ISO 32000-1, 9.6.4)."""
        number = int(self.resource[1:])
        return "".join(chr(65 + number // 26**i % 26) for i in range(6))

    def _subset(self) -> tuple[bytes, dict[int, int]]:
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyph for glyph, _ in self.pairs)
        wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
        wanted.drop_table_tag_set.update(int.from_bytes(tag) for tag in (b"GSUB", b"GPOS", b"GDEF"))
        plan = hb.SubsetPlan(self.font.face, wanted)
        return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)

    def _descriptor(self, name: str, program: int) -> str:
        font = self.font.proportions
        italic = "Italic" in self.font.name
        return (
            f"<</Type/FontDescriptor/FontName/{name}/Flags {4 | 64 * italic}"
            f"/FontBBox[{' '.join(map(str, font.box))}]/ItalicAngle {-12 * italic}"
            f"/Ascent {font.ascent}/Descent {font.descent}/CapHeight {font.capital}"
            f"/StemV {165 if 'Bold' in self.font.name else 85}/FontFile2 {ref(program)}>>"
        )

    def _unicode_map(self) -> bytes:
        said = ((code, text.translate(_NOT_SAID) or _NOTHING_SAID) for (_, text), code in self._codes.items())
        pairs = [(code, text.encode("utf-16-be").hex().upper()) for code, text in said][1:]
        blocks = []
        for start in range(0, len(pairs), 100):  # no more than 100 a block
            block = pairs[start : start + 100]
            lines = [f"<{code}> <{text}>" for code, text in block]
            blocks.append("\n".join([f"{len(block)} beginbfchar", *lines, "endbfchar"]))
        return _UNICODE_MAP.format(mappings="\n".join(blocks)).encode("ascii")
