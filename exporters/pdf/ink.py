"""Draws on a page: rules, tints, underlines, and lines of text with all that belongs to them."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import groupby
from typing import TypeAlias, TypeVar

from exporters import typography
from exporters.pdf.lines import LANES, Fragment, Line, Run, Underline
from exporters.pdf.pages import Area, Page
from pressmark.brief import LineStyle

_T = TypeVar("_T")
_Placed: TypeAlias = list[tuple[Fragment, float]]  # fragments and where they start
_BEFORE_UNDERLINES = 0.30  # of the size, from the baseline to the first lane


@cache
def colour(hexadecimal: str) -> str:
    """The three operands of `rg` and `RG`."""
    value = int(hexadecimal.lstrip("#"), 16)
    return " ".join(f"{(value >> shift & 255) / 255:.4g}" for shift in (16, 8, 0))


def fill(page: Page, tone: str, left: float, bottom: float, width: float, height: float) -> None:
    page.operators.append(f"{colour(tone)} rg {left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f")


def rule(page: Page, tone: str, thickness: float, left: float, right: float, y: float) -> None:
    page.operators.append(f"{colour(tone)} RG {thickness} w {left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S")


def text(page: Page, line: Line, left: float, baseline: float) -> None:
    """Draws `line` from `left`, its marks under and over it, and notes its links and places."""
    placed = list(_placed(line, left))
    marked = any(fragment.run.tint or fragment.run.underlines for fragment in line.fragments)
    if marked:
        _tints(page, placed, baseline)
    page.operators.append(f"BT 1 0 0 1 {left:.2f} {baseline:.2f} Tm {_glyphs(line)} ET")
    for fragment, start in placed:
        page.operators += _drawn(fragment, start, baseline)
        page.places += [(place, baseline + line.leading) for place in fragment.run.places]
    if marked:
        _underlines(page, placed, baseline)
    if any(fragment.run.target for fragment in line.fragments):
        _areas(page, placed, baseline)


def _tints(page: Page, placed: _Placed, baseline: float) -> None:
    for tint, start, end, run in _stretches(placed, _tint):
        size = run.style.size
        fill(page, tint[1], start, baseline - 0.34 * size, end - start, 1.2 * size)


def _underlines(page: Page, placed: _Placed, baseline: float) -> None:
    for lane in range(LANES):
        for underline, start, end, run in _stretches(placed, partial(_in_lane, lane)):
            depth = _BEFORE_UNDERLINES * run.style.size + lane * typography.UNDERLINE_STEP
            page.operators.append(_underline(underline, start, end, baseline - depth))


def _areas(page: Page, placed: _Placed, baseline: float) -> None:
    for target, start, end, run in _stretches(placed, lambda run: run.target):
        foot = baseline + run.style.rise
        page.areas.append(Area(start, foot - 0.25 * run.style.size, end, foot + run.style.size, target))


def _placed(line: Line, left: float) -> Iterator[tuple[Fragment, float]]:
    for fragment in line.fragments:
        yield fragment, left
        left += fragment.width


def _tint(run: Run) -> tuple[str, str] | None:
    return (run.underlines[0].mark if run.underlines else "", run.tint) if run.tint else None


def _in_lane(lane: int, run: Run) -> Underline | None:
    return next((underline for underline in run.underlines if underline.lane == lane), None)


def _stretches(placed: _Placed, of: Callable[[Run], _T | None]) -> Iterator[tuple[_T, float, float, Run]]:
    """Neighbours on the line that share what `of` tells of them, without spaces hanging at its ends."""
    for shared, group in groupby(placed, lambda entry: of(entry[0].run)):
        stretch = list(group)
        while stretch and stretch[-1][0].space and stretch[-1] is placed[-1]:
            stretch.pop()
        if shared and stretch:
            last, start = stretch[-1]
            yield shared, stretch[0][1], start + last.width, last.run


def _glyphs(line: Line) -> str:
    parts: list[str] = []
    state: tuple[str, float, str, float] = ("", 0.0, "", 0.0)
    operands: list[str] = []
    for fragment in line.fragments:
        style = fragment.run.style
        for word in fragment.words:
            for show in word.shows:
                rise = style.rise + show.rise * style.size / 1000
                wanted = (word.font, style.size, style.colour, rise)
                if wanted != state:
                    parts += _shown(operands)
                    parts += _changes(state, wanted)
                    operands, state = [], wanted
                operands.append(show.operand)
    parts += _shown(operands)
    if state[3]:
        parts.append("0 Ts")
    return " ".join(parts)


def _drawn(fragment: Fragment, left: float, baseline: float) -> Iterator[str]:
    style = fragment.run.style
    scale = style.size / 1000
    for word in fragment.words:
        for drawn in word.drawn:
            x, y = left + drawn.right * scale, baseline + style.rise + drawn.up * scale
            place = f"{scale:.5f} 0 0 {scale:.5f} {x:.2f} {y:.2f} cm"
            yield f"q {colour(style.colour)} rg {place} {drawn.outline} f Q"
        left += word.width * scale


def _shown(operands: list[str]) -> list[str]:
    return [f"[{''.join(operands)}] TJ".replace("><", "")] if operands else []


def _changes(old: tuple[str, float, str, float], new: tuple[str, float, str, float]) -> Iterator[str]:
    if old[:2] != new[:2]:
        yield f"/{new[0]} {new[1]:.4g} Tf"
    if old[2] != new[2]:
        yield f"{colour(new[2])} rg"
    if old[3] != new[3]:
        yield f"{new[3]:.4g} Ts"


def _underline(underline: Underline, left: float, right: float, y: float) -> str:
    width = typography.UNDERLINE_WIDTH
    stroke = f"{left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S"
    match underline.line:
        case LineStyle.SOLID:
            drawn = f"{width} w {stroke}"
        case LineStyle.DASHED:
            drawn = f"{width} w [3 1.6] 0 d {stroke}"
        case LineStyle.DOTTED:
            drawn = f"{width * 1.2:.3g} w 1 J [0 2] 0 d {stroke}"
        case LineStyle.WAVY:
            drawn = f"{width * 0.8:.3g} w {_wave(left, right, y)} S"
        case LineStyle.DOUBLE:
            upper = f"{left:.2f} {y + 0.6:.2f} m {right:.2f} {y + 0.6:.2f} l S"
            lower = f"{left:.2f} {y - 0.7:.2f} m {right:.2f} {y - 0.7:.2f} l S"
            drawn = f"{width * 0.55:.3g} w {upper} {lower}"
    return f"q {colour(underline.ink)} RG {drawn} Q"


def _wave(left: float, right: float, y: float) -> str:
    """Half waves of even width that end where the mark ends."""
    count = max(round((right - left) / 1.9), 2)
    step = (right - left) / count
    parts = [f"{left:.2f} {y:.2f} m"]
    for i in range(count):
        x, bend = left + i * step, y + (1.5 if i % 2 else -1.5)
        parts.append(
            f"{x + step / 3:.2f} {bend:.2f} {x + 2 * step / 3:.2f} {bend:.2f} {x + step:.2f} {y:.2f} c"
        )
    return " ".join(parts)
