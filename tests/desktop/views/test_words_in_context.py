import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop import theme
from desktop.views.words_in_context import draw_in_context, is_right_to_left
from pressmark.labels import ACTOR, Label

ROOM = QRectF(10, 0, 500, 30)


def drawn(pieces: tuple[str, str, str], label: Label | None, *, faint: bool = False) -> QImage:
    image = QImage(540, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.current().panel))
    with QPainter(image) as painter:
        draw_in_context(painter, ROOM, pieces, label, faint=faint)
        assert painter.layoutDirection() == Qt.LayoutDirection.LeftToRight
    return image


def columns(image: QImage, colour: str) -> list[int]:
    """Where the picture has a colour in the line just under its upper edge of fills."""
    return [x for x in range(image.width()) if image.pixelColor(x, 6).name() == colour]


def inked(image: QImage) -> list[int]:
    ground = QColor(theme.current().panel)
    return [x for x in range(image.width()) if any(image.pixelColor(x, y) != ground for y in range(30))]


@pytest.mark.parametrize("before", ["", "one ", "far more than there is room for in such a line, " * 4])
@pytest.mark.parametrize("words", ["Venn", "words without an end " * 9])
def test_words_begin_at_the_same_place_and_nothing_leaves_its_room(themed, before, words) -> None:
    image = drawn((before, words, " and what comes after them" * 9), ACTOR)
    assert columns(image, theme.label_colours(ACTOR)[0])[0] == pytest.approx(10 + 0.4 * 500, abs=1)
    assert min(inked(image)) >= 9
    assert max(inked(image)) <= 511


@pytest.mark.parametrize("words", ["لامي", "Lammy"])
def test_lines_from_right_to_left_are_the_mirror_of_the_others(themed, words) -> None:
    image = drawn(("قال وزير الخارجية ", words, " إن الحكومة ستدفع"), ACTOR)
    assert columns(image, theme.label_colours(ACTOR)[0])[-1] == pytest.approx(510 - 0.4 * 500, abs=1)


def test_faint_words_have_no_fill(themed) -> None:
    assert columns(drawn(("a ", "b", " c"), ACTOR, faint=True), theme.label_colours(ACTOR)[0]) == []


@pytest.mark.parametrize(
    ("text", "runs"), [("", False), ("1, لامي", True), ("Lammy لامي", False), ("“שלום”", True)]
)
def test_the_first_letter_with_a_direction_decides(text, runs) -> None:
    assert is_right_to_left(text) is runs
