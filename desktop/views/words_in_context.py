"""Draws words in the middle of a line, in bold as their label has them, with what stands before and after."""

import re
import unicodedata

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desktop import theme
from desktop.views.underlines import draw_underline
from pressmark.labels import Label

_PIVOT = 0.4
"""Where the words begin, as a part of the line."""

_POINTS = 10.5
_SPACES = re.compile(r"\s+")
_RIGHT_TO_LEFT = frozenset(("R", "AL"))


def draw_in_context(
    painter: QPainter, room: QRectF, pieces: tuple[str, str, str], label: Label | None, *, faint: bool
) -> None:
    """`pieces` are what comes before, the words, and what comes after.

    Words begin at the same place in every line, so that the eye runs down them; lines that are written from
    right to left are the mirror of the others.
    """
    before, words, after = (_SPACES.sub(" ", piece) for piece in pieces)
    plain, bold = theme.reading_font(_POINTS), theme.reading_font(_POINTS, bold=True)
    metrics = QFontMetricsF(plain)
    pivot = room.width() * _PIVOT
    before, before_width = _elided(before, plain, pivot, Qt.TextElideMode.ElideLeft)
    words, width = _elided(words, bold, room.width() - pivot, Qt.TextElideMode.ElideRight)
    after, after_width = _elided(after, plain, room.width() - pivot - width, Qt.TextElideMode.ElideRight)
    mirrored = is_right_to_left(before + words + after)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    colours = theme.current()
    baseline = room.top() + (room.height() + metrics.capHeight()) / 2

    def left(x: float, wide: float) -> float:
        return room.right() - x - wide if mirrored else room.left() + x

    if label is not None and not faint:
        _draw_label(painter, label, QRectF(left(pivot, width), room.top(), width, room.height()), baseline)
    for x, text, wide, font, colour in (
        (pivot - before_width, before, before_width, plain, colours.quiet),
        (pivot, words, width, bold, colours.ink),
        (pivot + width, after, after_width, plain, colours.quiet),
    ):
        painter.setFont(font)
        painter.setPen(QColor(colours.faint if faint else colour))
        painter.drawText(QPointF(left(x, wide), baseline), text)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def is_right_to_left(text: str) -> bool:
    """True where the first letter that has a direction runs to the left."""
    directions = (unicodedata.bidirectional(one) for one in text)
    return next((one for one in directions if one in ("L", *_RIGHT_TO_LEFT)), "L") in _RIGHT_TO_LEFT


def _elided(text: str, font: QFont, room: float, where: Qt.TextElideMode) -> tuple[str, float]:
    metrics = QFontMetricsF(font)
    fitting = metrics.elidedText(text, where, room)
    return fitting, metrics.horizontalAdvance(fitting)


def _draw_label(painter: QPainter, label: Label, place: QRectF, baseline: float) -> None:
    fill, ink = theme.label_colours(label)
    painter.fillRect(place.adjusted(0, 5, 0, -5), QColor(fill))
    ratio = painter.device().devicePixelRatioF()
    draw_underline(painter, label.line, ink, place, baseline + 4, ratio)
