"""Runs: stretches of characters that look the same and run the same way."""

from collections.abc import Sequence

from exporters.docx.direction import segments
from exporters.docx.wml import Element, escaped, joined, text_elements, w


def runs(
    text: str, style: str = "", direct: Sequence[Element] = (), *, right_to_left: bool = False
) -> Element:
    """`text` in a character style and direct formatting; `right_to_left` is its paragraph's direction."""
    return joined(
        run(held, style=style, direct=direct, right_to_left=reversed_)
        for piece, reversed_ in segments(text, right_to_left)
        if (held := text_elements(piece))
    )


def run(
    *held: Element, style: str = "", direct: Sequence[Element] = (), right_to_left: bool = False
) -> Element:
    """One run. `direct` stands in the order of the schema, after the style and before the direction."""
    if not (style or direct or right_to_left):
        return w("r", *held)
    properties = [w("rStyle", val=style)] if style else []
    properties += direct
    properties += [w("rtl")] if right_to_left else []
    return w("r", w("rPr", *properties), *held)


def field(instruction: str, *shown: Element) -> Element:
    """A field with what it shows until Word counts anew."""
    return w("fldSimple", *shown, instr=f" {instruction} ")


def opened(instruction: str) -> Element:
    """A field up to what it shows, written out: other programs drop what the short form shows in the text."""
    code = run(w("instrText", escaped(f" {instruction} ")))
    return joined([run(w("fldChar", fldCharType="begin")), code, run(w("fldChar", fldCharType="separate"))])


def closed() -> Element:
    """The end of a field that was `opened`."""
    return run(w("fldChar", fldCharType="end"))
