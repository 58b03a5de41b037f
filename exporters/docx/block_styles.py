"""The styles of what stands out of the text: captions, figures, cautions, the cover, footnotes."""

from exporters import typography as look
from exporters.docx.faces import characters
from exporters.docx.paragraph_styles import paragraph_style, spacing
from exporters.docx.setting import Setting
from exporters.docx.wml import Element, colour, eighths, twips, w

COVER_INDENT = 92.0
"""From a cover line's label to its value."""

_BAR_GAP = 8
_BAR = 2.4


def block_styles(setting: Setting) -> list[Element]:
    """One for each kind of block that is no running text."""
    small = characters(points=look.QUIET_SIZE, ink=look.QUIET)
    above = [w("keepLines"), spacing(look.PARAGRAPH_BELOW, 5, look.TABLE_LEADING)]
    figure = [w("keepNext"), spacing(look.PARAGRAPH_BELOW, 2)]
    note = [spacing(0, 2, look.QUIET_LEADING)]
    return [
        paragraph_style("Caption", "caption", above, characters(points=look.TABLE_SIZE), rank=35),
        paragraph_style("Figure", "Figure", figure, then="Caption"),
        paragraph_style("Logo", "Logo", [spacing(0, 20)], then="Title"),
        paragraph_style("Caution", "Caution", _caution(), then="BodyText"),
        paragraph_style("CoverLine", "Cover Line", _cover(), rank=11),
        paragraph_style("FootnoteText", "footnote text", note, small, rank=99),
    ]


def _caution() -> list[Element]:
    """A box with a bar: what must not be overlooked is told by its shape, too."""
    indent = _BAR_GAP + _BAR
    return [
        w("keepLines"),
        caution_box("left"),
        w("shd", val="clear", color="auto", fill=colour(look.CAUTION_FILL)),
        spacing(12, 16, look.BODY_LEADING),
        w("ind", left=twips(indent), right=twips(indent)),
    ]


def caution_box(bar: str) -> Element:
    """The box, its bar at the side on which lines begin: borders do not change sides with the text."""
    sides = {side: _BAR if side == bar else look.HAIRLINE_WIDTH for side in ("left", "right")}
    return w(
        "pBdr",
        _edge("top", look.HAIRLINE_WIDTH, 6),
        _edge("left", sides["left"], _BAR_GAP),
        _edge("bottom", look.HAIRLINE_WIDTH, 6),
        _edge("right", sides["right"], _BAR_GAP),
    )


def _edge(side: str, width: float, space: int) -> Element:
    return w(side, val="single", sz=eighths(width), space=space, color=colour(look.CAUTION_INK))


def _cover() -> list[Element]:
    """Label and value side by side, the lines parted by hairlines."""
    size, ink = eighths(look.HAIRLINE_WIDTH), colour(look.HAIRLINE)
    edges = (w(edge, val="single", sz=size, space=4, color=ink) for edge in ("top", "bottom", "between"))
    return [
        w("pBdr", *edges),
        w("tabs", w("tab", val="left", pos=twips(COVER_INDENT))),
        spacing(0, 0, look.BODY_LEADING),
        w("ind", left=twips(COVER_INDENT), hanging=twips(COVER_INDENT)),
    ]
