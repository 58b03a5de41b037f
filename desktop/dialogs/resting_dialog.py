"""What rests on a source, a line each, with a way to where it stands."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.clipboard import copy_table
from pressmark.annotated_article import AnnotatedArticle
from pressmark.dates import long_date
from pressmark.resting import Kind, Resting

_COLUMNS = ("Words", "Who", "Amount", "Where")
_WIDTHS = (0, 140, 205, 150)
"""Of the columns after the first, which takes what is left."""

_ROW = 28
_TITLES = {
    Kind.QUOTE: "Quotes",
    Kind.PLEDGE: "Pledges",
    Kind.AGAIN: "The same words in other articles",
    Kind.SENTENCE: "Sentences of briefs that cite it",
    Kind.STORY: "Articles that tell the same story",
}
_STATES = {"corrected": "Corrected", "withdrawn": "Withdrawn"}
_LONGEST = 200


class RestingDialog(QDialog):
    """Stands beside the work. A double click or Enter leads to where a line stands."""

    jumped = Signal(object)

    def __init__(self, parent: QWidget, source: AnnotatedArticle, rows: Sequence[Resting], told: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("What rests on this source")
        self.resize(QSize(940, 600))
        self.setMinimumSize(QSize(620, 360))
        self._rows = rows
        self._tree = self._make_tree()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(6)
        headline = _label(source.headline)
        headline.setFont(theme.ui_font(11, bold=True))
        column.addWidget(headline)
        column.addWidget(_quiet(_where_from(source)))
        column.addSpacing(4)
        column.addWidget(_label(told))
        column.addSpacing(4)
        self._details = _quiet("")
        column.addWidget(self._tree, 1)
        column.addWidget(self._details)
        column.addLayout(self._make_foot())
        self._fill()

    def _make_tree(self) -> QTreeWidget:
        tree = _Tree()
        tree.setAccessibleName("What rests on it")
        tree.setHeaderLabels(list(_COLUMNS))
        tree.setAllColumnsShowFocus(True)
        tree.setExpandsOnDoubleClick(False)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, width)
        tree.currentItemChanged.connect(lambda item, _: self._show_details(item))
        tree.itemActivated.connect(lambda item, _: self._jump(item))
        tree.entered_on.connect(self._jump)
        tree.copied.connect(self._copy)
        return tree

    def _make_foot(self) -> QHBoxLayout:
        self._copying, done = QPushButton("Copy as a table"), QPushButton("Close")
        self._copying.setAutoDefault(False)
        self._copying.setEnabled(bool(self._rows))
        self._copying.clicked.connect(self._copy)
        done.setDefault(True)
        done.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 8, 0, 0)
        foot.addWidget(self._copying)
        foot.addStretch(1)
        foot.addWidget(done)
        return foot

    def _fill(self) -> None:
        for kind, title in _TITLES.items():
            ones = [one for one in self._rows if one.kind is kind]
            if not ones:
                continue
            group = QTreeWidgetItem(self._tree, [f"{title} ({len(ones):,})"])
            group.setFirstColumnSpanned(True)
            group.setSizeHint(0, QSize(0, _ROW))
            for one in ones:
                item = QTreeWidgetItem(group, [_cut(text) for text in _texts(one)])
                item.setData(0, Qt.ItemDataRole.UserRole, one)
                item.setSizeHint(0, QSize(0, _ROW))
                item.setToolTip(0, f"<p>{escape(one.words)}</p>")
            group.setExpanded(True)
        top = self._tree.topLevelItem(0)
        first = top.child(0) if top else None
        if first:
            self._tree.setCurrentItem(first)
            self._tree.setFocus()

    def _show_details(self, item: QTreeWidgetItem | None) -> None:
        """All of the words, which a line may not have room for."""
        one = item.data(0, Qt.ItemDataRole.UserRole) if item else None
        self._details.setText(one.words if isinstance(one, Resting) else "")

    def _jump(self, item: QTreeWidgetItem) -> None:
        one = item.data(0, Qt.ItemDataRole.UserRole)
        if isinstance(one, Resting):
            self.jumped.emit(one)

    def _copy(self) -> None:
        kinds = [[_TITLES[one.kind], one.key, *_texts(one)] for one in self._rows]
        copy_table(("What", "Id", *_COLUMNS), kinds)


class _Tree(QTreeWidget):
    """Enter goes to the line and does not close the dialog."""

    entered_on = Signal(object)
    copied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item:
            self.entered_on.emit(item)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        else:
            super().keyPressEvent(event)


def _texts(one: Resting) -> tuple[str, ...]:
    return one.words, one.who, one.amount, one.where


def _where_from(doc: AnnotatedArticle) -> str:
    source = doc.source
    status = ": ".join(filter(None, (_STATES.get(source.status, ""), source.status_note)))
    published = long_date(source.published[:10]) if source.published else ""
    return " · ".join(filter(None, (source.outlet, published, status)))


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _quiet(text: str) -> QLabel:
    label = _label(text)
    label.setObjectName("quiet")
    return label


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
