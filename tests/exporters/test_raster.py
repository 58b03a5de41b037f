"""Figures as PNG."""

from io import BytesIO

import pytest
from PIL import Image

from exporters.glyphs import outlined
from exporters.raster import png
from exporters.shades import on_paper
from pressmark.brief import Anchor, Area, Disc, Figure, Shade, Shape, Stroke, Words

COLOURS = on_paper("#2f5d8a")
ACCENT = (0x2F, 0x5D, 0x8A)
WHITE = (255, 255, 255)


def drawn(*shapes: Shape, width: float = 60, height: float = 40) -> Image.Image:
    figure = Figure("Sums", width, height, shapes, "", "")
    return Image.open(BytesIO(png(figure, COLOURS))).convert("RGB")


def square(left: float, side: float) -> tuple[tuple[float, float], ...]:
    return ((left, left), (left + side, left), (left + side, left + side), (left, left + side))


def ink(image: Image.Image) -> tuple[int, int, int, int] | None:
    """Where anything is drawn."""
    return image.convert("L").point(lambda value: 255 * (value < 250)).getbbox()


def test_a_point_is_three_dots_and_the_origin_is_the_upper_left_corner() -> None:
    image = drawn(Area((square(0, 10),), Shade.ACCENT))
    assert image.size == (180, 120)
    assert image.getpixel((5, 5)) == pytest.approx(ACCENT, abs=1)
    assert image.getpixel((5, 115)) == WHITE


def test_a_ring_within_a_ring_is_a_hole() -> None:
    image = drawn(Area((square(0, 30), square(10, 10)), Shade.ACCENT))
    assert image.getpixel((45, 45)) == WHITE
    assert image.getpixel((15, 15)) == pytest.approx(ACCENT, abs=1)


def test_discs_and_lines_are_where_they_are_said_to_be() -> None:
    assert ink(drawn(Disc((20, 20), 10, Shade.ACCENT))) == pytest.approx((30, 30, 90, 90), abs=1)
    assert ink(drawn(Stroke(((10, 20), (50, 20)), Shade.INK, 2))) == pytest.approx((30, 57, 150, 63), abs=1)
    assert ink(drawn(Disc((20, 20), 10))) is None
    lines = (Stroke(((0, 20), (60, 20)), Shade.INK, 2, dashed=dashed) for dashed in (False, True))
    solid, dashed = map(drawn, lines)
    assert (solid.getpixel((9, 60)), dashed.getpixel((9, 60))) == ((0x1F, 0x23, 0x28), WHITE)


@pytest.mark.parametrize("anchor", list(Anchor))
@pytest.mark.parametrize("text", ["Almar 20", "الماء 20", "Ж 港 שלום"])
def test_words_stand_at_their_point(text: str, anchor: Anchor) -> None:
    image = drawn(Words(text, (100, 20), 10, anchor=anchor), width=200)
    box = ink(image)
    assert box is not None
    width = outlined(text, 10, strong=False)[1] * 3
    share = {Anchor.START: 0, Anchor.MIDDLE: 0.5, Anchor.END: 1}[anchor]
    assert box[0] == pytest.approx(300 - width * share, abs=8)
    assert box[2] == pytest.approx(300 + width * (1 - share), abs=8)
    assert box[1] < 60 < box[3] + 4


def test_words_that_run_from_right_to_left_are_drawn_so() -> None:
    def half(text: str) -> int:
        left, _, right, _ = ink(drawn(Words(text, (5, 20), 10))) or (0, 0, 0, 0)
        return right - left

    whole = half("אאאאא i")
    image = drawn(Words("אאאאא i", (5, 20), 10))
    first = ink(image.crop((0, 0, 15 + whole // 6, 120)))
    assert first is not None
    assert first[2] - first[0] < whole // 6  # the i, which is read last, stands at the left


def test_strong_words_are_wider() -> None:
    assert outlined("Almar", 10, strong=True)[1] > outlined("Almar", 10, strong=False)[1] * 1.02


def test_a_large_figure_has_no_more_dots_than_can_be_opened() -> None:
    assert drawn(width=5000, height=100).size == (4000, 80)


def test_the_same_figure_is_the_same_bytes() -> None:
    figure = Figure("", 60, 40, (Words("Ulm", (5, 20)), Disc((9, 9), 5, Shade.SOFT, Shade.INK)), "", "")
    assert png(figure, COLOURS) == png(figure, COLOURS)
