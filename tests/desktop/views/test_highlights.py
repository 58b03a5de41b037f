import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.theme import Theme
from desktop.views.block_marks import LANES, in_lanes
from desktop.views.ends import outline
from desktop.views.highlights import blended
from desktop.views.piece_index import Piece
from desktop.views.underlines import draw_underline
from pressmark.article import Span
from pressmark.brief import LineStyle
from pressmark.palette import SWATCHES


def piece(key: str, start: int, end: int) -> Piece:
    return Piece(Span(start, end), key, "quote", end - start, start)


def lanes(*pieces: Piece) -> dict[str, int]:
    return {one.id: lane for one, lane in in_lanes(pieces)}


def test_pieces_that_overlap_have_lanes_of_their_own():
    assert lanes(piece("a", 0, 20), piece("b", 2, 6), piece("c", 4, 8)) == {"a": 0, "b": 1, "c": 2}


def test_a_lane_is_free_again_where_its_piece_ends():
    assert lanes(piece("a", 0, 4), piece("b", 4, 8), piece("c", 6, 9)) == {"a": 0, "b": 0, "c": 1}


def test_what_lies_deeper_than_the_lanes_has_none():
    found = lanes(*(piece(str(n), n, 20) for n in range(5)))
    assert sorted(found.values()) == [0, 1, 2, LANES, LANES]


@pytest.mark.parametrize("dark", [False, True])
def test_blended_fills_differ_from_the_ones_they_are_of_and_keep_words_readable(dark):
    ink = QColor(Theme.load("dark" if dark else "light").ink).lightnessF()
    fills = [one.dark_fill if dark else one.fill for one in SWATCHES.values()]
    for outer in fills:
        for inner in fills:
            both = blended((outer, inner), dark=dark)
            assert both.name() not in (outer, inner)
            assert abs(blended((outer, inner, outer), dark=dark).lightnessF() - ink) > 0.4


def painted(style: LineStyle) -> bytes:
    image = QImage(60, 12, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_underline(painter, style, "#000000", QRectF(4, 0, 48, 8), 6, 1.0)
    painter.end()
    outside = [x for x in range(60) if not 2 <= x <= 54]
    assert all(image.pixelColor(x, y) == QColor("white") for x in outside for y in range(12))
    return bytes(image.constBits())


def test_no_two_line_styles_look_the_same_and_none_leaves_its_words(qapp):
    pictures = {painted(style) for style in LineStyle}
    assert len(pictures) == len(LineStyle)
    assert painted(LineStyle.SOLID) == painted(LineStyle.SOLID)


def test_the_outline_of_lines_above_one_another_is_one_shape():
    lines = [QRectF(100, 0, 200, 24), QRectF(0, 29, 150, 24)]
    assert len(outline(lines, 18).toSubpathPolygons()) == 1
    apart = [QRectF(100, 0, 200, 24), QRectF(0, 29, 50, 24)]
    assert len(outline(apart, 18).toSubpathPolygons()) == 2
