"""Reads one page through pdfium, letter by letter; the only module that asks pdfium about letters.

Calls are made on the bare handles and with one buffer each: that is twenty times as fast as the wrappers.
"""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from pressmark.importers.imported import TooLong
from pressmark.importers.pdf_glyphs import Box, Face, Letter, Page, is_unreadable
from pressmark.importers.pdf_stretches import is_right_to_left, stretches_of

_MOST_LETTERS = 200_000  # on one page; a broadsheet page has 20,000
_MOST_OBJECTS = 300_000
_STRAIGHT = 0.1  # radians that a scan may lie askew
_INVISIBLE = (3, 7)
_HYPHEN = 2  # what pdfium puts in the place of a hyphen that ends a line
_STROKED = 2  # filled and outlined: how word processors make a face bold that has no bold
_BOLD = re.compile(r"bold|black|heavy|(?<![a-z])demi(?!tal)|-bd\b", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|slant|kursiv", re.IGNORECASE)
_SUBSET = re.compile(r"[A-Z]{6}\+")


@dataclass(frozen=True, slots=True)
class _Ink:
    """What all letters of one text object share; `base` is a point of the line that they stand on.

    `unmapped` is true where the font does not say which characters its letters are.
    """

    face: Face
    base: tuple[float, float]
    quarters: int
    skewed: bool
    seen: bool
    unmapped: bool


class _Drawn(NamedTuple):
    """A word, or what of it stands together, as pdfium tells it, before the page is turned."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    ink: _Ink
    spaced: bool


def read_page(document: Any, number: int) -> Page:
    """What is drawn on the page of this number (from 1). Raises TooLong, and pdfium's errors."""
    page = document[number - 1]
    try:
        text = page.get_textpage()
        try:
            return _page(_Reader(page, text).drawn(), _sheet(page), _pictures(page), number)
        finally:
            text.close()
    finally:
        page.close()


def _page(drawn: list[_Drawn], sheet: Box, pictures: list[Box], number: int) -> Page:
    quarters = _most_quarters(drawn)
    straight = [one for one in drawn if one.ink.quarters == quarters and not one.ink.skewed]
    seen = [one for one in straight if one.ink.seen]
    kept = seen or straight  # text that nobody sees beside text that is seen is none of the article's
    frame = sheet.turned(quarters)
    letters = list(_letters(kept, quarters, frame))
    upright = (picture.turned(quarters).common(frame) for picture in pictures)
    return Page(
        number=number,
        width=frame.width,
        height=frame.height,
        stretches=stretches_of(letters),
        pictures=tuple(picture.moved(-frame.left, -frame.bottom) for picture in upright if picture.area),
        letters=sum(len(letter.text) for letter in letters),
        unreadable=sum(map(_unreadable, kept)),
        recognised=not seen and bool(straight),
        turned=sum(len(one.text) for one in drawn) - sum(len(one.text) for one in straight),
    )


def _most_quarters(drawn: list[_Drawn]) -> int:
    counted: Counter[int] = Counter()
    for one in drawn:
        counted[one.ink.quarters] += 0 if one.ink.skewed else len(one.text)
    return counted.most_common(1)[0][0] if counted else 0


def _letters(drawn: Iterable[_Drawn], quarters: int, frame: Box) -> Iterator[Letter]:
    """Upright, without what lies outside the page, as printers' notes do."""
    bases: dict[int, float] = {}
    for one in drawn:
        ink, left, right = one.ink, one.left, one.right
        if id(ink) not in bases:
            x, y = ink.base
            bases[id(ink)] = Box(x, y, x, y).turned(quarters).bottom - frame.bottom
        if quarters:
            box = Box(one.left, one.bottom, one.right, one.top).turned(quarters)
            left, right = box.left, box.right
        left, right, base = left - frame.left, right - frame.left, bases[id(ink)]
        if -1 <= (left + right) / 2 <= frame.width + 1 and -1 <= base <= frame.height + 1:
            yield Letter(one.text, left, right, base, ink.face, one.spaced)


def _unreadable(one: _Drawn) -> int:
    """How many of its letters the file gives no character for."""
    return len(one.text) if one.ink.unmapped else sum(map(is_unreadable, one.text))


@lru_cache(maxsize=4096)
def _char(code: int) -> str:
    """What is drawn; a space stands for everything that parts words."""
    char = "-" if code == _HYPHEN else chr(min(code, 0x10FFFF))
    return " " if char.isspace() else char


class _Reader:
    """Asks pdfium about the letters of one page, which must stay open meanwhile."""

    def __init__(self, page: Any, text: Any) -> None:
        from pypdfium2 import raw

        self._raw, self._page, self._text = raw, page.raw, text.raw
        self._inks: dict[int, _Ink] = {}
        self._rect = raw.FS_RECTF()
        self._where = ctypes.byref(self._rect)

    def drawn(self) -> list[_Drawn]:
        raw, text = self._raw, self._text
        count = raw.FPDFText_CountChars(text)
        if count > _MOST_LETTERS:
            raise TooLong(f"more than {_MOST_LETTERS:,} letters on one page")
        if raw.FPDFPage_CountObjects(self._page) > _MOST_OBJECTS:
            raise TooLong(f"more than {_MOST_OBJECTS:,} drawings on one page")
        return list(self._words(count, single=is_right_to_left(self._whole(count))))

    def _words(self, count: int, *, single: bool) -> Iterator[_Drawn]:
        """Letters of one text object without white space between them; each by itself where `single`.

        Only the first and the last of a word are measured: measuring takes longest.
        """
        tell, own = self._raw.FPDFText_GetUnicode, _addresses(self._raw)
        handle = ctypes.cast(self._text, ctypes.c_void_p)
        word, begun, held, spaced = "", 0, 0, False
        for at in range(count + 1):
            address = own(handle, at) if at < count else 0  # none is for what pdfium has put in between
            char = _char(tell(self._text, at)) if address else " "
            if word and (single or address != held or char == " "):
                yield from self._measured(word, range(begun, at), held, spaced)
                word, spaced = "", False
            if char == " ":
                spaced = True
            else:
                word, begun, held = word + char, begun if word else at, address

    def _measured(self, word: str, places: range, address: int, spaced: bool) -> Iterator[_Drawn]:
        ink = self._inks.get(address) or self._inks.setdefault(address, self._look(places[0]))
        first = self._box(places[0])
        last = self._box(places[-1]) if len(places) > 1 else first
        if first and last:
            left, bottom = min(first[0], last[0]), min(first[1], last[1])
            right, top = max(first[2], last[2]), max(first[3], last[3])
            yield _Drawn(word, left, bottom, right, top, ink, spaced)

    def _box(self, at: int) -> tuple[float, float, float, float] | None:
        rect = self._rect
        known = self._raw.FPDFText_GetLooseCharBox(self._text, at, self._where)
        return (rect.left, rect.bottom, rect.right, rect.top) if known else None

    def _whole(self, count: int) -> str:
        """All characters of the page, to tell its scripts."""
        held = (ctypes.c_ushort * (2 * count + 2))()
        self._raw.FPDFText_GetText(self._text, 0, count, held)
        return bytes(held).decode("utf-16-le", "replace")

    def _look(self, at: int) -> _Ink:
        raw, text = self._raw, self._text
        x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
        raw.FPDFText_GetCharOrigin(text, at, ctypes.byref(x), ctypes.byref(y))
        raw.FPDFText_GetMatrix(text, at, ctypes.byref(matrix))
        mode = raw.FPDFTextObj_GetTextRenderMode(raw.FPDFText_GetTextObject(text, at))
        size = raw.FPDFText_GetFontSize(text, at) * math.hypot(matrix.c, matrix.d)
        angle = math.atan2(matrix.b, matrix.a)
        return _Ink(
            self._face(at, size, mode == _STROKED),
            (x.value, y.value),
            round(angle / (math.pi / 2)) % 4,
            abs(math.remainder(angle, math.pi / 2)) > _STRAIGHT,
            mode not in _INVISIBLE,
            raw.FPDFText_HasUnicodeMapError(text, at) == 1,
        )

    def _face(self, at: int, size: float, stroked: bool) -> Face:
        name = ctypes.create_string_buffer(200)
        self._raw.FPDFText_GetFontInfo(self._text, at, name, len(name), None)
        font = _SUBSET.sub("", name.value.decode("utf-8", "replace"))
        bold = bool(_BOLD.search(font)) or stroked
        return Face(round(abs(size), 1) or 1.0, bold, bool(_ITALIC.search(font)), font)


def _addresses(raw: Any) -> Any:
    """Asks which text object a letter is of, for its bare address: a pointer takes ten times as long."""
    ask = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    return ask(ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value or 0)


def _sheet(page: Any) -> Box:
    """What is shown of the page, in its own coordinates."""
    left, bottom, right, top = page.get_bbox()
    return Box(left, bottom, right, top)


def _pictures(page: Any) -> list[Box]:
    from pypdfium2 import raw

    found = []
    for one in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=4):
        left, bottom, right, top = one.get_bounds()
        found.append(Box(left, bottom, right, top))
        if len(found) > 2000:
            break
    return found
