"""What is missing before a brief can be trusted, each a way to where it is missing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from pressmark.checks import FindingGroup

_MOST = 12
"""Kinds of finding shown; more of them than this help nobody."""


class FindingsList(QWidget):
    """A click leads to the first place of its kind."""

    jumpRequested = Signal(int, str)  # number of the article, id of the annotation

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findingsList")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_groups(self, groups: Sequence[FindingGroup]) -> None:
        while taken := self._column.takeAt(0):
            if widget := taken.widget():
                widget.deleteLater()
        for group in groups[:_MOST]:
            self._column.addWidget(self._row(group))
        if len(groups) > _MOST:
            more = QLabel(f"and {len(groups) - _MOST} more kinds")
            more.setObjectName("quiet")
            self._column.addWidget(more)

    def _row(self, group: FindingGroup) -> QPushButton:
        row = QPushButton(group.message)
        row.setObjectName("finding")
        row.setAutoDefault(False)
        row.setEnabled(bool(group.places))
        if group.places:
            article, annotation = group.places[0]
            row.setCursor(Qt.CursorShape.PointingHandCursor)
            row.setToolTip("Show the first of them in its article")
            row.clicked.connect(lambda: self.jumpRequested.emit(article, annotation))
        return row
