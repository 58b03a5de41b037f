"""Two versions of an article, or two articles with one story, side by side; and what can be done about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.dialogs.carrying_panel import CarryingPanel
from desktop.models.compared_rows import NEW, OLD, TITLES, ComparedRows
from desktop.views.compared_view import ComparedView
from pressmark.aligned import Aligned
from pressmark.annotated_article import AnnotatedArticle
from pressmark.carrying import Carried
from pressmark.dates import long_date

NEXT_KEY, PREVIOUS_KEY = "F7", "Shift+F7"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles, the older at the left; `told` says how they are alike.

    `versions` where one is a version of the other, so that annotations can go from the older to the newer.
    """

    old: AnnotatedArticle
    new: AnnotatedArticle
    alignment: Aligned
    told: str
    versions: bool


class CompareDialog(QDialog):
    """Stands beside the work and changes nothing itself: it asks for what is to be done."""

    carryAsked = Signal()
    carried = Signal(list, bool)  # the `Carried` that are chosen, and whether to archive the older version
    archiveAsked = Signal()
    swapAsked = Signal()

    def __init__(self, parent: QWidget, comparison: Comparison) -> None:
        super().__init__(parent)
        self.setObjectName("compareDialog")
        self.resize(QSize(1120, 760))
        self.setMinimumSize(QSize(760, 480))
        self._rows = ComparedRows(self)
        self._view = ComparedView(self._rows)
        self._panel = CarryingPanel()
        self._heads = [_Head(title) for title in TITLES]
        self._build()
        self._wire()
        self.show_comparison(comparison)

    def _build(self) -> None:
        heads = QHBoxLayout()
        heads.setContentsMargins(0, 0, 12, 0)
        heads.setSpacing(0)
        for head in self._heads:
            heads.addWidget(head, 1)
        rule = QFrame()
        rule.setObjectName("dialogFoot")  # a line of its own
        rule.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(8)
        column.addLayout(heads)
        column.addLayout(self._make_line())
        column.addWidget(rule)
        column.addWidget(self._view, 3)
        column.addWidget(self._panel, 2)
        column.addWidget(self._make_foot())
        self._panel.hide()

    def _make_line(self) -> QHBoxLayout:
        """How they are alike, how many differences there are, and the way from one to the next."""
        self._told = QLabel()
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setObjectName("quiet")
        self._told.setWordWrap(True)
        self._count = QLabel()
        self._previous, self._next = (
            self._step_button(*one) for one in (("↑", PREVIOUS_KEY), ("↓", NEXT_KEY))
        )
        self._previous.setAccessibleName("The difference before")
        self._next.setAccessibleName("The next difference")
        line = QHBoxLayout()
        line.setContentsMargins(30, 2, 24, 2)
        line.setSpacing(8)
        line.addWidget(self._told, 1)
        for part in (self._count, self._previous, self._next):
            line.addWidget(part)
        return line

    def _step_button(self, sign: str, key: str) -> QPushButton:
        button = QPushButton(sign)
        button.setAutoDefault(False)
        button.setFixedWidth(36)
        words = "The next difference" if key == NEXT_KEY else "The difference before"
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{words} ({shown})")
        return button

    def _make_foot(self) -> QWidget:
        self._carry, self._archive, self._swap, self._done = (
            QPushButton(title) for title in ("", "Archive the older", "Swap sides", "Close")
        )
        self._archive.setToolTip("It stays in the dossier, out of the list and of briefs on all articles")
        self._swap.setToolTip("The other one is the older version")
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        for button in (self._carry, self._archive, self._swap):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._done)
        self._foot = QWidget()
        self._foot.setLayout(row)
        return self._foot

    def _wire(self) -> None:
        self._next.clicked.connect(lambda: self.go(1))
        self._previous.clicked.connect(lambda: self.go(-1))
        QShortcut(QKeySequence(NEXT_KEY), self, lambda: self.go(1))
        QShortcut(QKeySequence(PREVIOUS_KEY), self, lambda: self.go(-1))
        self._carry.clicked.connect(self.carryAsked)
        self._archive.clicked.connect(self.archiveAsked)
        self._swap.clicked.connect(self.swapAsked)
        self._done.clicked.connect(self.close)
        self._panel.shown.connect(self._show_carried)
        self._panel.left.connect(self._leave_panel)
        self._panel.accepted.connect(self.carried)

    def show_comparison(self, comparison: Comparison) -> None:
        """These two from now on."""
        self.comparison = comparison
        old, new = comparison.old, comparison.new
        self.setWindowTitle(f"Compare – {new.headline}")
        for head, doc in zip(self._heads, (old, new), strict=True):
            head.show_article(doc)
        self._told.setText(comparison.told)
        self._view.show_labels(old.codebook)
        self._rows.show(old, new, comparison.alignment)
        self._show_count()
        count = len(old.markup)
        what = "one annotation" if count == 1 else f"{count:,} annotations"
        self._carry.setText(f"Carry {what} over…")
        self._carry.setVisible(comparison.versions)
        self._carry.setEnabled(count > 0)
        self._carry.setToolTip("" if count else "Nothing is marked in the older version")
        self._archive.setVisible(comparison.versions)
        self._archive.setEnabled(not old.filing.archived)
        self._done.setText("Keep both" if comparison.versions and not old.filing.archived else "Close")
        both = "In a brief on both, amounts that differ are added up twice"
        self._done.setToolTip(both if self._done.text() == "Keep both" else "")
        (self._carry if comparison.versions and count else self._done).setDefault(True)

    def offer(self, rows: Sequence[Carried]) -> None:
        """What would become of each annotation, to be looked through below the texts."""
        old = self.comparison.old
        self._foot.hide()
        self._panel.show()
        column = self.layout()
        assert column is not None
        column.activate()  # what is shown of the texts is to be in sight above the panel
        self._panel.offer(rows, old.codebook, archived=old.filing.archived)
        self._panel.setFocus()

    def go(self, step: int) -> None:
        """To the next difference, or the one before."""
        self._show_count(self._view.go(step))

    def _leave_panel(self) -> None:
        self._panel.hide()
        self._foot.show()
        self._view.setFocus()

    def _show_carried(self, one: Carried) -> None:
        """Where it would stand; where it has no place, where it stood."""
        old_spans = one.annotation.spans
        row = self._rows.row_of(NEW, one.spans[0].start) if one.spans else -1
        if row < 0 and old_spans:
            row = self._rows.row_of(OLD, old_spans[0].start)
        self._view.show_row(row)

    def _show_count(self, row: int = -1) -> None:
        differing = self.comparison.alignment.differences
        count = len(differing)
        words = "one difference" if count == 1 else f"{count:,} differences"
        at = f"{differing.index(row) + 1:,} of " if row in differing else ""
        self._count.setText(f"{at}{words}" if count else "No differences")
        for button in (self._previous, self._next):
            button.setEnabled(count > 0)


class _Head(QWidget):
    """Which side it is, where from and of when; below it the headline."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._where, self._headline = QLabel(), QLabel()
        for label in (self._where, self._headline):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._where.setObjectName("quiet")
        self._headline.setFont(theme.ui_font(11, bold=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(30, 0, 18, 0)
        column.setSpacing(2)
        column.addWidget(self._where)
        column.addWidget(self._headline)
        column.addStretch(1)

    def show_article(self, doc: AnnotatedArticle) -> None:
        source = doc.source
        when = long_date(source.published[:10]) if source.published else ""
        parts = (self._title, source.outlet, when, source.status, "archived" if doc.filing.archived else "")
        self._where.setText(" · ".join(filter(None, parts)))
        name = doc.headline
        self._headline.setText(name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…")
        self._headline.setToolTip(name if len(name) > _LONGEST else "")


_LONGEST = 160
"""Characters of a headline."""
