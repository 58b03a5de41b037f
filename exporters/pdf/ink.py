"""Draws on a page: rules, tints, underlines, and lines of text with all that belongs to them."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import accumulate, groupby
from typing import TypeAlias, TypeVar

from exporters import typography
from exporters.pdf import file, underlines
from exporters.pdf.pages import Box, Page
from exporters.pdf.runs import LANES, Fragment, Line, Run, Style, Underline
from exporters.pdf.shaping import Word
from exporters.pdf.tagging import Element, Tag

_T = TypeVar("_T")
_Placed: TypeAlias = list[tuple[Fragment, float]]  # fragments and where they start
_BEFORE_UNDERLINES = 0.30  # of the size, from the baseline to the first lane


@cache
def colour(hexadecimal: str) -> str:
    """The three operands of `rg` and `RG`."""
    value = int(hexadecimal.lstrip("#"), 16)
    return " ".join(f"{(value >> shift & 255) / 255:.4g}" for shift in (16, 8, 0))


def fill(page: Page, tone: str, box: Box) -> None:
    size = f"{box.right - box.left:.2f} {box.top - box.bottom:.2f}"
    page.under.append(f"{colour(tone)} rg {box.left:.2f} {box.bottom:.2f} {size} re f")


def rule(page: Page, tone: str, thickness: float, left: float, right: float, y: float) -> None:
    page.under.append(f"{colour(tone)} RG {thickness} w {left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S")


def text(page: Page, line: Line, left: float, baseline: float, tag: Tag) -> None:
    """Draws `line` from `left` as a part of `tag`, its marks under it; adds its links and places."""
    placed, x, adorned, divided = [], left, False, False
    run = None
    for fragment in line.fragments:
        shaped = fragment.shaped
        placed.append((fragment, x))
        x += shaped.width
        if fragment.run is not run:
            run = fragment.run
            adorned = adorned or not run.plain
            divided = divided or run.element is not None
        divided = divided or fragment.level > 0 or shaped.private
    if not placed:
        return
    if adorned:
        _adornments(page, placed, baseline)
    for piece in _pieces(placed) if divided else [placed]:
        _show(page, piece, baseline, tag)
    if adorned:
        _leads(page, placed, line, baseline)


def _adornments(page: Page, placed: _Placed, baseline: float) -> None:
    for (_, tint), start, end, run in _stretches(placed, _tint):
        size = run.style.size
        fill(page, tint, Box(start, baseline - 0.34 * size, end, baseline + 0.86 * size))
    for lane in range(max(len(fragment.run.underlines) for fragment, _ in placed) and LANES):
        for underline, start, end, run in _stretches(placed, partial(_in_lane, lane)):
            y = baseline - _BEFORE_UNDERLINES * run.style.size - lane * typography.UNDERLINE_STEP
            page.under.append(f"{colour(underline.ink)} RG {underlines.operators(underline, start, end, y)}")


def _leads(page: Page, placed: _Placed, line: Line, baseline: float) -> None:
    for fragment, _ in placed:
        for place in fragment.run.places:
            page.place(place, baseline + line.leading + 6)
    for (target, element), start, end, run in _stretches(placed, _link):
        foot = baseline + run.style.rise
        box = Box(start, foot - 0.25 * run.style.size, end, foot + run.style.size)
        page.link(box, target, run.text.strip(), element)


def _link(run: Run) -> tuple[str, Element] | None:
    return (run.target, run.element) if run.target and run.element is not None else None


def _tint(run: Run) -> tuple[str, str] | None:
    return (run.underlines[0].mark if run.underlines else "", run.tint) if run.tint else None


def _in_lane(lane: int, run: Run) -> Underline | None:
    return next((underline for underline in run.underlines if underline.lane == lane), None)


def _stretches(placed: _Placed, of: Callable[[Run], _T | None]) -> Iterator[tuple[_T, float, float, Run]]:
    """Neighbours on the line that share what `of` tells of them, without spaces hanging at its ends."""
    for shared, group in groupby(placed, lambda entry: of(entry[0].run)):
        stretch = list(group) if shared else []
        at_end = bool(stretch) and stretch[-1] is placed[-1]
        while at_end and stretch and stretch[-1][0].space:
            stretch.pop()
        if shared and stretch:
            last, start = stretch[-1]
            hang = last.shaped.hang if at_end else 0.0
            yield shared, stretch[0][1], start + last.width - hang, last.run


def _pieces(placed: _Placed) -> list[_Placed]:
    """What is shown in one go, in the order in which it is read: neighbours that belong together."""
    pieces = [list(group) for _, group in groupby(placed, _belonging)]
    if any(fragment.level for fragment, _ in placed):
        pieces.sort(key=lambda piece: piece[0][0].start)
    return pieces


def _belonging(placed: tuple[Fragment, float]) -> tuple[Element | None, bool, int]:
    """What neighbours must share. From right to left each word is shown by itself."""
    fragment, _ = placed
    return fragment.run.element, fragment.shaped.private, fragment.start if fragment.level % 2 else -1


def _show(page: Page, piece: _Placed, baseline: float, tag: Tag) -> None:
    first, left = piece[0]
    page.enter(first.run.element or tag)
    if first.level % 2:
        shown = f"/ReversedChars BMC {_reversed(page, first, left, baseline)} EMC"
    else:
        shown = f"{_at(left, baseline)} {_glyphs(page, piece)} ET"
    if first.shaped.private:  # the archive wants it said in so many words
        said = "".join(fragment.text for fragment, _ in piece)
        shown = f"/Span <</ActualText{file.text(said)}>> BDC {shown} EMC"
    page.content.append(shown)
    for fragment, start in piece:
        if not fragment.shaped.simple:
            page.content += _drawn(fragment, start, baseline)


def _at(left: float, baseline: float) -> str:
    return f"BT 1 0 0 1 {left:.2f} {baseline:.2f} Tm"


def _reversed(page: Page, fragment: Fragment, left: float, baseline: float) -> str:
    """Strings in the order in which they are read, the glyphs in each from left to right.

    That is what ISO 32000-1 in 14.8.2.3.3 calls reversed.
    """
    style = fragment.run.style
    starts = accumulate((word.width * style.size / 1000 for word in fragment.shaped.words), initial=left)
    shown = []
    for word, start in reversed(list(zip(fragment.shaped.words, starts, strict=False))):
        parts = [_at(start, baseline)]
        _add_word(page, parts, word, style)
        shown.append(" ".join([*parts, "ET"]))
    return " ".join(shown)


def _glyphs(page: Page, piece: _Placed) -> str:
    parts: list[str] = []
    operands: list[str] = []
    style: Style | None = None
    font = ""
    for fragment, _ in piece:
        shaped = fragment.shaped
        word = shaped.words[0] if shaped.words else None
        if not shaped.simple or word is None:
            style = None
            _add_shown(parts, operands)
            operands = []
            for each in shaped.words:
                _add_word(page, parts, each, fragment.run.style)
            continue
        if fragment.run.style is not style or word.font != font:
            _add_shown(parts, operands)
            operands = []
            style, font = fragment.run.style, word.font
            _set_state(page, parts, (font, style.size, style.colour, style.rise))
        operands.append(word.shows[0].operand)
    _add_shown(parts, operands)
    return " ".join(parts)


def _add_word(page: Page, parts: list[str], word: Word, style: Style) -> None:
    """A word of which something stands above or below the line."""
    for show in word.shows:
        rise = style.rise + show.rise * style.size / 1000
        _set_state(page, parts, (word.font, style.size, style.colour, rise))
        _add_shown(parts, [show.operand])


def _drawn(fragment: Fragment, left: float, baseline: float) -> Iterator[str]:
    style = fragment.run.style
    scale = style.size / 1000
    for word in fragment.shaped.words:
        for drawn in word.drawn:
            x, y = left + drawn.right * scale, baseline + style.rise + drawn.up * scale
            place = f"{scale:.5f} 0 0 {scale:.5f} {x:.2f} {y:.2f} cm"
            yield f"q {colour(style.colour)} rg {place} {drawn.outline} f Q"
        left += word.width * scale


def _add_shown(parts: list[str], operands: list[str]) -> None:
    if operands:
        parts.append(f"[{''.join(operands)}] TJ".replace("><", ""))


def _set_state(page: Page, parts: list[str], new: tuple[str, float, str, float]) -> None:
    """What has to change for glyphs to be shown in this font, size, colour and rise."""
    old = page.text_state
    if old == new:
        return
    if old[:2] != new[:2]:
        parts.append(f"/{new[0]} {new[1]:.4g} Tf")
    if old[2:3] != new[2:3]:
        parts.append(f"{colour(new[2])} rg")
    if old[3:] != new[3:]:
        parts.append(f"{new[3]:.4g} Ts")
    page.text_state = new
