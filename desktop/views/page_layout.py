"""How the view shares its width between gutter, text column and chips."""

from dataclasses import dataclass

from desktop.views.typesetting import Measures

_CHIP_GAP = 26
_CHIPS_LEAST, _CHIPS_MOST = 104, 176
_EDGE = 12


@dataclass(frozen=True, slots=True)
class PageLayout:
    """`left` lies outside the page; then come the gutter, the column, and the chips, if they have room."""

    left: int
    column: int
    chip_gap: int
    chips: int


def arrange(width: int, measures: Measures) -> PageLayout:
    """The column in the middle, moved aside for the chips; narrow views lose the chips, then measure."""
    gutter, column = measures.gutter, measures.column
    beside = width - gutter - column - _CHIP_GAP - _EDGE
    if beside >= _CHIPS_LEAST:
        wanted = min(_CHIPS_MOST, beside)
        centred = (width - column) // 2 - gutter
        left = max(0, min(centred, beside - wanted))
        chips = min(_CHIPS_MOST, width - left - gutter - column - _CHIP_GAP - _EDGE)
        return PageLayout(left, column, _CHIP_GAP, chips)
    column = max(round(measures.em * 12), min(column, width - gutter - _EDGE * 2))
    left = max(0, (width - column) // 2 - gutter)
    return PageLayout(left, column, _CHIP_GAP, 0)
