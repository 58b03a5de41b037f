"""What would become of each annotation in the new version: a line each, ticked where it is carried over."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pressmark.carrying import Carried, Fit
from pressmark.carrying_over import links_left_out
from pressmark.labels import Codebook

_TITLES = {
    Fit.UNFIT: "Not found in the newer version",
    Fit.UNSURE: "To be checked: which words are meant is not clear",
    Fit.CHANGED: "Other words",
    Fit.MOVED: "The same words, with something else around them",
    Fit.EXACT: "The same words in the same place",
    Fit.THERE: "In the newer version already",
}
"""Groups in their order: what wants a look comes first."""

_WIDTHS = (170, 0, 0, 250)
"""Of the columns; the words share what is left."""

_LONGEST = 160


class CarryingPanel(QFrame):
    """`shown`: a line was chosen; `accepted`: the ticked ones, and whether the older version is archived."""

    shown = Signal(object)
    accepted = Signal(list, bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Carried] = ()
        self._summary, self._details = QLabel(), QLabel()
        for label in (self._summary, self._details):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._details.setObjectName("quiet")
        self._tree = self._make_tree()
        self._archive = QCheckBox("Archive the older version")
        self._archive.setToolTip("It stays in the dossier, out of the list and of briefs on all articles")
        self._carry, self._back = QPushButton("Carry over"), QPushButton("Back")
        self._build()
        self.setFocusProxy(self._tree)

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._archive)
        foot.addStretch(1)
        for button in (self._back, self._carry):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 0)
        column.setSpacing(8)
        for part in (self._summary, self._tree, self._details):
            column.addWidget(part, 1 if part is self._tree else 0)
        column.addLayout(foot)
        self._carry.clicked.connect(self._accept)
        self._back.clicked.connect(self.left)

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName("What would become of each annotation")
        tree.setHeaderLabels(["Annotation", "Was", "Would be", "What there is to say"])
        tree.setAllColumnsShowFocus(True)
        tree.setExpandsOnDoubleClick(False)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = tree.header()
        header.setStretchLastSection(False)
        for column, width in enumerate(_WIDTHS):
            how = QHeaderView.ResizeMode.Interactive if width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, how)
            header.resizeSection(column, width or header.defaultSectionSize())
        tree.itemChanged.connect(lambda *_: self._count())
        tree.currentItemChanged.connect(lambda item, _: self._show(item))
        tree.itemDoubleClicked.connect(lambda item, _: self._show(item))
        tree.itemActivated.connect(lambda item, _: self._show(item))
        return tree

    def offer(self, rows: Sequence[Carried], codebook: Codebook, *, archived: bool) -> None:
        """These, with what is sure ticked; the older version may be archived already."""
        self._rows = rows
        self._tree.blockSignals(True)
        self._tree.clear()
        for fit, title in _TITLES.items():
            ones = [one for one in rows if one.fit is fit]
            if ones:
                self._add_group(f"{title} ({len(ones):,})", ones, codebook)
        self._tree.blockSignals(False)
        self._archive.setChecked(not archived)
        self._archive.setVisible(not archived)
        first = self._tree.topLevelItem(0)
        if first and (item := first.child(0)):
            self._tree.setCurrentItem(item)
        self._count()

    def chosen(self) -> list[Carried]:
        """Those ticked, in text order, and those that are there already: links to them are kept."""
        ticked = {id(_carried(item)) for item in self._items() if item.checkState(0) == Qt.CheckState.Checked}
        return [one for one in self._rows if id(one) in ticked or one.fit is Fit.THERE]

    def _add_group(self, title: str, ones: Sequence[Carried], codebook: Codebook) -> None:
        group = QTreeWidgetItem(self._tree, [title])
        group.setFirstColumnSpanned(True)
        may_be_ticked = ones[0].fit is not Fit.THERE
        if may_be_ticked:
            group.setFlags(group.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
        for one in ones:
            label = codebook.style_of(one.annotation.label).title
            texts = (f"{one.annotation.id}  {label}", one.was, one.now, _said(one))
            item = QTreeWidgetItem(group, [_cut(text) for text in texts])
            item.setData(0, Qt.ItemDataRole.UserRole, one)
            if may_be_ticked:
                ticked = Qt.CheckState.Checked if one.wanted else Qt.CheckState.Unchecked
                item.setCheckState(0, ticked)
        group.setExpanded(ones[0].fit >= Fit.CHANGED or len(self._rows) <= _FEW)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self._tree.topLevelItemCount()):
            group = self._tree.topLevelItem(number)
            assert group is not None
            children = map(group.child, range(group.childCount()))
            yield from filter(None, children)

    def _show(self, item: QTreeWidgetItem | None) -> None:
        one = _carried(item) if item else None
        self._details.setText(_details(one) if one else "")
        if one:
            self.shown.emit(one)

    def _count(self) -> None:
        chosen = [one for one in self.chosen() if one.fit is not Fit.THERE]
        number, every = len(chosen), sum(one.fit is not Fit.THERE for one in self._rows)
        left = every - number
        words = f"{number:,} of {every:,} annotations are carried over"
        stays = f"; {left:,} stay{'s' if left == 1 else ''} in the older version only" if left else ""
        cut = len(links_left_out(self._rows, {one.annotation.id for one in chosen}))
        links = " One link leads to what is not carried over, and is left out." if cut == 1 else ""
        if cut > 1:
            links = f" {cut:,} links lead to what is not carried over, and are left out."
        self._summary.setText(f"{words}{stays}.{links}" if every else "All of it is there already.")
        self._carry.setEnabled(number > 0)
        self._carry.setText(f"Carry {number:,} over" if number else "Carry over")
        self._carry.setDefault(True)

    def _accept(self) -> None:
        self.accepted.emit(self.chosen(), self._archive.isVisible() and self._archive.isChecked())


_FEW = 12
"""Annotations that are all seen at once; of more, what wants a look."""


def _carried(item: QTreeWidgetItem) -> Carried | None:
    found = item.data(0, Qt.ItemDataRole.UserRole)
    return found if isinstance(found, Carried) else None


def _said(one: Carried) -> str:
    if one.fit is Fit.UNFIT:
        return one.why or "Its words are not there"
    return one.why


def _details(one: Carried) -> str:
    """All of its words, and what ticking it means."""
    parts = [f"Was: {one.was}"]
    if one.now and one.now != one.was:
        parts.append(f"Would be: {one.now}")
    if one.lost:
        parts.append("If it is ticked, what is not found is kept without a place in the text.")
    return "\n".join(parts)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
