"""The versions kept of one article, by day, the newest first."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Protocol

from babel.dates import format_date
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from desktop import theme

_ROW, _DAY = 30, 36
_ASIDE = 11  # what the style leaves on both sides of a cell's words
_LOCALE = "en_GB"  # as the words around it
_VERSION = Qt.ItemDataRole.UserRole
_WHY = {
    "": "saved",
    "before-bulk-change": "before many were changed at once",
    "before-codebook-change": "before the codebook was changed",
    "before-format-change": "as it was found",
    "before-merge": "before two versions were merged",
    "mine": "yours, before two versions met",
    "theirs": "theirs, before two versions met",
}


class Version(Protocol):
    """What is known of one version without reading it."""

    @property
    def path(self) -> Path: ...
    @property
    def number(self) -> int: ...
    @property
    def when(self) -> datetime: ...
    @property
    def why(self) -> str: ...


class BackupList(QTreeWidget):
    """The days stand between the versions and cannot be chosen."""

    chosen = Signal(object)  # a Version

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Versions")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(False)
        self.setHeaderLabels(["Time", "Kept", "Annotations"])
        self.headerItem().setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)  # a day is wider than its column
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setStyleSheet("QHeaderView::section { padding: 6px 9px; }")  # over the words below
        self.ensurePolished()
        header.resizeSection(0, self.fontMetrics().horizontalAdvance("00:00") + 2 * _ASIDE)
        self._entries: dict[int, QTreeWidgetItem] = {}
        self.currentItemChanged.connect(self._tell)

    def show_versions(self, versions: Sequence[Version], today: date) -> None:
        """The first of them is chosen."""
        self.blockSignals(True)
        self.clear()
        self._entries.clear()
        for day, ones in groupby(versions, key=lambda one: one.when.astimezone().date()):
            self._add_day(day_words(day, today))
            for one in ones:
                self._add(one)
        self.blockSignals(False)
        first = next(iter(self._entries.values()), None)
        if first is not None:
            self.setCurrentItem(first)

    def show_counts(self, counts: Iterable[tuple[int, int | None]]) -> None:
        """How many annotations there are in the version of each number."""
        for number, count in counts:
            if number in self._entries and count is not None:
                self._entries[number].setText(2, f"{count:,}")

    def version(self) -> Version | None:
        """The one that is chosen."""
        entry = self.currentItem()
        return entry.data(0, _VERSION) if entry is not None else None

    def _tell(self) -> None:
        if version := self.version():
            self.chosen.emit(version)

    def _add_day(self, words: str) -> None:
        entry = QTreeWidgetItem(self, [words])
        entry.setFlags(Qt.ItemFlag.NoItemFlags)
        entry.setFirstColumnSpanned(True)
        entry.setFont(0, theme.ui_font(9, bold=True))
        entry.setForeground(0, QColor(theme.current().quiet))
        entry.setSizeHint(0, QSize(0, _DAY))

    def _add(self, one: Version) -> None:
        entry = QTreeWidgetItem(self, [f"{one.when.astimezone():%H:%M}", why_words(one.why), ""])
        entry.setData(0, _VERSION, one)
        entry.setSizeHint(0, QSize(0, _ROW))
        entry.setToolTip(1, why_words(one.why))
        entry.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column in (1, 2):
            entry.setForeground(column, QColor(theme.current().quiet))
        self._entries[one.number] = entry


def day_words(day: date, today: date) -> str:
    """“Today, Saturday 14 November”; with the year where it is another one."""
    words = format_date(day, "EEEE d MMMM" if day.year == today.year else "EEEE d MMMM y", _LOCALE)
    near = {today: "Today", today - timedelta(days=1): "Yesterday"}
    return f"{near[day]}, {words}" if day in near else words


def why_words(why: str) -> str:
    """What a version was kept for."""
    return _WHY.get(why, why.replace("-", " "))
