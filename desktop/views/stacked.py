"""Widgets one below the other, edge to edge."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget


def stacked(*parts: QWidget) -> QVBoxLayout:
    """A layout with nothing between its parts; those that can grow take what is free."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        grows = part.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Expanding
        column.addWidget(part, 1 if grows else 0)
    return column
