"""PDFs whose every letter is known: pages set here line by line, drawn by pdfium.

Words may hold soft hyphens, at which they may be broken; justified lines are drawn word by word, as press
systems do, without any space in the file.
"""

import ctypes
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import Any

import pypdfium2
from fontTools.ttLib import TTFont
from pypdfium2 import raw

from resources import font_path

A4 = (595, 842)
SERIF, SANS, BOLD, ITALIC = "NotoSerif-Regular", "NotoSans-Regular", "NotoSans-Bold", "NotoSerif-Italic"
HAN = "DroidSansFallbackFull"


@dataclass(frozen=True)
class Frame:
    """A column: `y` is its top."""

    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Look:
    """How paragraphs are set."""

    font: str = SERIF
    size: float = 9.5
    leading: float = 12.0
    indent: float = 10.0
    gap: float = 0.0
    justified: bool = True


@cache
def _metrics(font: str) -> tuple[dict[int, str], Any, int]:
    loaded = TTFont(font_path(font))
    return loaded.getBestCmap(), loaded["hmtx"], loaded["head"].unitsPerEm


def width(text: str, font: str, size: float) -> float:
    names, metrics, units = _metrics(font)
    return sum(metrics[names.get(ord(char), ".notdef")][0] for char in text) * size / units


@dataclass
class Made:
    """A PDF in the making."""

    pages: list[Any] = field(default_factory=list)
    fonts: dict[str, Any] = field(default_factory=dict)
    document: Any = field(default_factory=pypdfium2.PdfDocument.new)

    def page(self, number: int) -> Any:
        while len(self.pages) < number:
            self.pages.append(self.document.new_page(*A4))
        return self.pages[number - 1]

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        page: int = 1,
        font: str = SERIF,
        size: float = 9.5,
        turn: int = 0,
        hidden: bool = False,
    ) -> None:
        """A line at one go; `turn` is in quarters, against the clock; `hidden` as by text recognition."""
        drawn = raw.FPDFPageObj_CreateTextObj(self.document.raw, self._font(font), size)
        written = (text + "\0").encode("utf-16-le")
        raw.FPDFText_SetText(drawn, ctypes.cast(written, ctypes.POINTER(ctypes.c_ushort)))
        raw.FPDFTextObj_SetTextRenderMode(drawn, 3 if hidden else 0)
        across, up = ((1, 0), (0, 1), (-1, 0), (0, -1))[turn]
        raw.FPDFPageObj_Transform(drawn, across, up, -up, across, x, y)
        raw.FPDFPage_InsertObject(self.page(page).raw, drawn)

    def picture(self, x: float, y: float, across: float, up: float, *, page: int = 1) -> None:
        bitmap = pypdfium2.PdfBitmap.new_native(4, 4, raw.FPDFBitmap_BGR)
        bitmap.fill_rect((90, 120, 160, 255), 0, 0, 4, 4)
        image = pypdfium2.PdfImage.new(self.document)
        image.set_bitmap(bitmap)
        image.set_matrix(pypdfium2.PdfMatrix().scale(across, up).translate(x, y))
        self.page(page).insert_obj(image)

    def flow(self, paragraphs: Iterable[str], frames: Sequence[Frame], look: Look | None = None) -> float:
        """Fills frame after frame; the height at which the last line stands."""
        look = look or Look()
        left = list(frames)
        frame = left.pop(0)
        y = frame.y
        for paragraph in paragraphs:
            indent = look.indent
            for words, last in lines_of(paragraph, look, [frame.width] * 400):
                if y - look.leading < frame.y - frame.height:
                    frame = left.pop(0)
                    y = frame.y
                y -= look.leading
                self._line(frame, y, words, look, indent, justified=look.justified and not last)
                indent = 0
            y -= look.gap
        return y

    def data(self) -> bytes:
        for page in self.pages:
            page.gen_content()
        written = BytesIO()
        self.document.save(written)
        return written.getvalue()

    def _line(
        self, frame: Frame, y: float, words: Sequence[str], look: Look, indent: float, *, justified: bool
    ) -> None:
        x = frame.x + indent
        if not justified:
            self.text(x, y, " ".join(words), page=frame.page, font=look.font, size=look.size)
            return
        used = sum(width(word, look.font, look.size) for word in words)
        space = (frame.width - indent - used) / max(1, len(words) - 1)
        for word in words:
            self.text(x, y, word, page=frame.page, font=look.font, size=look.size)
            x += width(word, look.font, look.size) + space

    def _font(self, name: str) -> Any:
        if name not in self.fonts:
            data = font_path(name).read_bytes()
            held = (ctypes.c_uint8 * len(data)).from_buffer_copy(data)
            self.fonts[name] = raw.FPDFText_LoadFont(
                self.document.raw, held, len(data), raw.FPDF_FONT_TRUETYPE, 1
            )
        return self.fonts[name]


def lines_of(paragraph: str, look: Look, widths: Sequence[float]) -> list[tuple[list[str], bool]]:
    """The words of each line, broken as late as they can be, and whether it is the paragraph's last."""
    found: list[list[str]] = [[]]
    waiting = paragraph.split()
    room = widths[0] - look.indent
    while waiting:
        word = waiting.pop(0)
        parts = word.split("\u00ad")
        taken = _fitting(parts, " ".join([*found[-1], ""]), look, room)
        if taken == len(parts):
            found[-1].append("".join(parts))
            continue
        if taken:
            found[-1].append(_cut("".join(parts[:taken])))
        waiting.insert(0, "\u00ad".join(parts[taken:]))
        found.append([])
        room = widths[len(found) - 1]
    return [(words, number == len(found) - 1) for number, words in enumerate(found)]


def _cut(begun: str) -> str:
    return begun if begun.endswith("-") else f"{begun}-"


def _fitting(parts: Sequence[str], before: str, look: Look, room: float) -> int:
    """How many of a word's parts the line still takes."""
    for taken in range(len(parts), 0, -1):
        begun = "".join(parts[:taken])
        tried = _cut(begun) if taken < len(parts) else begun
        if width(before + tried, look.font, look.size) <= room:
            return taken
    return 0 if before else len(parts)
