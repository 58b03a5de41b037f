"""A font as one document uses it, written into the PDF as a subset that can be read back.

A code stands for a glyph *and* the characters it was drawn for, so that what is copied out of the PDF is
what was written, even where two characters share a glyph (a space and a no-break space).
"""

from io import BytesIO

import uharfbuzz as hb
from fontTools.ttLib import TTFont
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
)

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


class EmbeddedFont:
    """Hands out codes while text is laid out, and becomes PDF objects at the end."""

    def __init__(self, font: Font, resource: str) -> None:
        self.font = font
        self.resource = resource
        self._codes: dict[tuple[int, str], int] = {(0, ""): 0}  # code 0 is .notdef and is never drawn
        self._widths: dict[int, float] = {}

    def code(self, glyph: int, text: str) -> int:
        return self._codes.setdefault((glyph, text), len(self._codes))

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

    def reference(self, document: PDFDocument) -> PDFObjectReference:
        """Adds the font to `document`."""
        name = f"{self._tag()}+{self.font.name}"
        program, places = self._subset()
        descriptor = self._descriptor(name, _added(document, _stream(program, Length1=len(program))))
        to_glyph = b"".join(places[glyph].to_bytes(2, "big") for glyph, _ in self.pairs)
        system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
        descendant = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": PDFName(name),
            "CIDSystemInfo": PDFDictionary(system),
            "FontDescriptor": _added(document, descriptor),
            "W": PDFArray([0, PDFArray([self.width(glyph) for glyph, _ in self.pairs])]),
            "CIDToGIDMap": _added(document, _stream(to_glyph)),
        }
        whole = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(name),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([_added(document, PDFDictionary(descendant))]),
            "ToUnicode": _added(document, _stream(self._unicode_map())),
        }
        return _added(document, PDFDictionary(whole))

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

    def _descriptor(self, name: str, program: PDFObjectReference) -> PDFDictionary:
        # fontTools for what HarfBuzz does not tell; only head, hhea and OS/2 are read.
        source = TTFont(BytesIO(self.font.face.blob.data), lazy=True)
        head, hhea, scale = source["head"], source["hhea"], self.font.scale
        box = [round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)]
        italic = "Italic" in self.font.name
        capital = getattr(source["OS/2"], "sCapHeight", 0) or hhea.ascent
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(name),
                "Flags": 4 | 64 * italic,
                "FontBBox": PDFArray(box),
                "ItalicAngle": -12 * italic,
                "Ascent": round(hhea.ascent * scale),
                "Descent": round(hhea.descent * scale),
                "CapHeight": round(capital * scale),
                "StemV": 165 if "Bold" in self.font.name else 85,
                "FontFile2": program,
            }
        )

    def _unicode_map(self) -> bytes:
        pairs = [(code, text) for (_, text), code in self._codes.items() if text]
        blocks = []
        for start in range(0, len(pairs), 100):  # no more than 100 a block
            block = pairs[start : start + 100]
            lines = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in block]
            blocks.append("\n".join([f"{len(block)} beginbfchar", *lines, "endbfchar"]))
        return _UNICODE_MAP.format(mappings="\n".join(blocks)).encode("ascii")


def _added(document: PDFDocument, thing: PDFObject) -> PDFObjectReference:
    reference: PDFObjectReference = document.Reference(thing)  # type: ignore[no-untyped-call]
    return reference


def _stream(content: bytes, **entries: int) -> PDFStream:
    stream = PDFStream(PDFDictionary(dict(entries)), content)
    stream.filters = [PDFZCompress]
    return stream
