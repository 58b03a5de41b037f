"""What is in one version kept, and what was changed since."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from desktop import theme
from desktop.dialogs.backup_list import Version, why_words
from pressmark.annotated_article import AnnotatedArticle
from pressmark.differences import Difference

_MOST = 60
"""Differences that are listed one by one."""

_LONGEST = 160
"""Characters of a headline; the tip has it whole."""

_SIGNS = {"added": "+", "removed": "\N{MINUS SIGN}", "changed": "~"}
_ROW = 28


@dataclass(frozen=True, slots=True)
class Seen:
    """A version as read; `problem` says why it could not be. `since` is None without another to compare."""

    version: Version
    headline: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    since: tuple[Difference, ...] | None = None
    problem: str = ""


def counts_of(doc: AnnotatedArticle) -> tuple[tuple[str, int], ...]:
    """Titles of labels and how many annotations each has, in the order of the codebook."""
    counted = Counter(one.label for one in doc.markup.values())
    order = [label.name for label in doc.codebook.labels]
    names = [*(name for name in order if name in counted), *sorted(counted.keys() - set(order))]
    return tuple((doc.codebook.style_of(name).title, counted[name]) for name in names)


class BackupPage(QFrame):
    """Shows; what is to be shown is read by others."""

    def __init__(self) -> None:
        super().__init__()
        self._headline = _plain()
        self._headline.setFont(theme.ui_font(12, bold=True))
        self._when = _plain("quiet")
        self._counts = _plain()
        self._problem = _plain("problem")
        self._since = _plain("sectionHeading")
        self._told = _plain()
        self._list = _table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for label in (self._headline, self._when, self._counts, self._problem):
            column.addWidget(label)
        column.addSpacing(10)
        column.addWidget(self._since)
        column.addWidget(self._told)
        column.addWidget(self._list, 1)
        column.addStretch()
        self._clear()

    def show_nothing(self, sentence: str) -> None:
        """There is no version to be shown."""
        self._clear()
        self._counts.setText(sentence)
        self._counts.show()

    def show_seen(self, seen: Seen, compared_with: str) -> None:
        """`compared_with` names the state that `since` leads to, as in “Changed since then”."""
        self._clear()
        if seen.problem:
            self._headline.setText("This version cannot be read")
            self._problem.setText(seen.problem)
        else:
            self._headline.setText(_shortened(seen.headline))
            self._counts.setText(_counted(seen.counts))
        self._headline.setToolTip(f"<p>{escape(seen.headline)}</p>" if len(seen.headline) > _LONGEST else "")
        self._when.setText(_kept(seen.version))
        if seen.since is not None:
            self._since.setText(compared_with)
            self._told.setText(summary(seen.since))
            self._fill(seen.since)
        for label in self.findChildren(QLabel):
            label.setVisible(bool(label.text()))

    def _clear(self) -> None:
        self._list.clear()
        self._list.hide()
        for label in self.findChildren(QLabel):
            label.clear()
            label.hide()

    def _fill(self, since: Sequence[Difference]) -> None:
        for one in since[:_MOST]:
            words = f"“{one.words}”" if one.id and one.words else one.words
            parts = ", ".join(one.parts)
            entry = _row(self._list, _SIGNS[one.kind], one.id or one.what, one.what if one.id else "")
            entry.setText(3, ": ".join(filter(None, (parts, words))))
            entry.setToolTip(3, f"<p>{escape(entry.text(3))}</p>")
            spoken = f"{one.kind}: {one.id} {one.what}"
            entry.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
            entry.setToolTip(0, one.kind)
            entry.setForeground(0, QColor(theme.current().quiet))
            entry.setForeground(2, QColor(theme.current().quiet))
        if len(since) > _MOST:
            _row(self._list, "", "", "").setText(3, f"and {len(since) - _MOST:,} more")
        self._list.setVisible(bool(since))


def summary(since: Sequence[Difference]) -> str:
    """“3 annotations added, 1 removed; also changed: codebook, 2 entities.”"""
    if not since:
        return "Nothing was changed."
    kinds = Counter(one.kind for one in since if one.id)
    counted = [f"{kinds[kind]:,} {kind}" for kind in _SIGNS if kinds[kind]]
    sentences = []
    if counted:
        first, rest = counted[0].split(" ", 1)
        noun = "annotation" if first == "1" else "annotations"
        sentences.append(", ".join([f"{first} {noun} {rest}", *counted[1:]]))
    others = Counter(one.what for one in since if not one.id)
    if others:
        names = ", ".join(_other(what, number) for what, number in others.items())
        sentences.append(f"also changed: {names}" if counted else f"Changed: {names}")
    return "; ".join(sentences) + "."


def _other(what: str, number: int) -> str:
    if what == "Entity":
        return "one entity" if number == 1 else f"{number:,} entities"
    return what.lower()


def _counted(counts: Sequence[tuple[str, int]]) -> str:
    if not counts:
        return "No annotations"
    return " \N{MIDDLE DOT} ".join(f"{title} {number:,}" for title, number in counts)


def _kept(version: Version) -> str:
    when = version.when.astimezone()
    return f"Kept on {when:%A}, {when.day} {when:%B %Y, %H:%M}, {why_words(version.why)}"


def _shortened(headline: str) -> str:
    words = " ".join(headline.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"


def _plain(name: str = "") -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _table() -> QTreeWidget:
    table = QTreeWidget()
    table.setAccessibleName("What was changed since")
    table.setColumnCount(4)
    table.setHeaderHidden(True)
    table.setRootIsDecorated(False)
    table.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    header = table.header()
    header.setMinimumSectionSize(16)
    header.setStretchLastSection(True)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
    return table


def _row(table: QTreeWidget, *texts: str) -> QTreeWidgetItem:
    entry = QTreeWidgetItem(table, list(texts))
    entry.setSizeHint(0, QSize(0, _ROW))
    return entry
