"""Runs: stretches of characters that look the same and run the same way."""

from collections.abc import Iterator, Sequence

from exporters.docx.direction import segments
from exporters.docx.wml import Element, text_elements, w


def runs(
    text: str, style: str = "", direct: Sequence[Element] = (), *, right_to_left: bool = False
) -> Iterator[Element]:
    """`text` in a character style and direct formatting; `right_to_left` is its paragraph's direction."""
    for piece, reversed_ in segments(text, right_to_left):
        if held := text_elements(piece):
            yield run(*held, style=style, direct=direct, right_to_left=reversed_)


def run(
    *held: Element, style: str = "", direct: Sequence[Element] = (), right_to_left: bool = False
) -> Element:
    """One run. `direct` stands in the order of the schema, after the style and before the direction."""
    properties = [w("rStyle", val=style)] if style else []
    properties += direct
    properties += [w("rtl")] if right_to_left else []
    return w("r", *([w("rPr", *properties)] if properties else []), *held)
