"""One line of words as outlines, for drawings that carry no fonts."""

from collections.abc import Iterator
from itertools import groupby

import uharfbuzz as hb

from exporters.pdf.bidi import levels, visual_order
from exporters.pdf.fonts import Face, Font, items


def outlined(text: str, size: float, *, strong: bool) -> tuple[list[str], float]:
    """PDF operators that fill the words from the origin of their baseline, and how wide they are."""
    found: list[str] = []
    pen = 0.0
    for run, right_to_left in _runs(text):
        parts = list(items(run, Face(bold=strong)))
        for part in reversed(parts) if right_to_left else parts:
            operators, width = _shaped(part.font, part.shown, right_to_left, pen, size)
            found += operators
            pen += width
    return found, pen


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """Stretches of one direction, from left to right."""
    found = levels(text)
    if found is None:
        yield text, False
        return
    places = [list(group) for _, group in groupby(range(len(text)), key=lambda place: found[place])]
    for number in visual_order([found[group[0]] for group in places]):
        group = places[number]
        yield text[group[0] : group[-1] + 1], found[group[0]] % 2 == 1


def _shaped(font: Font, text: str, right_to_left: bool, start: float, size: float) -> tuple[list[str], float]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    hb.shape(font.shaper, buffer)
    unit, scale = size / 1000, size / 1000 * font.scale
    found, pen = [], start
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if outline := font.outline(info.codepoint):
            place = f"{pen + at.x_offset * scale:.3f} {at.y_offset * scale:.3f}"
            found.append(f"q {unit:.5f} 0 0 {unit:.5f} {place} cm {outline} f Q")
        pen += at.x_advance * scale
    return found, pen - start
