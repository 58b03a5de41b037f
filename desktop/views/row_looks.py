"""What the rows of the lists at the left have in common: their faces, and the ground of a chosen one."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from desktop import theme

_STRIPE = 3
_SMALL = 0.88


def bold(option: QStyleOptionViewItem) -> QFont:
    font = QFont(option.font)
    font.setBold(True)
    return font


def small(option: QStyleOptionViewItem) -> QFont:
    font = QFont(option.font)
    font.setPointSizeF(font.pointSizeF() * _SMALL)
    return font


def room(option: QStyleOptionViewItem, sides: int) -> int:
    """The width that words have between the sides of the list."""
    view = option.widget
    width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
    return max(40, width - sides)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    colours, area = theme.current(), option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(area, QColor(colours.page))
        painter.fillRect(QRect(area.topLeft(), QSize(_STRIPE, area.height())), QColor(colours.accent))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, QColor(colours.hover))
