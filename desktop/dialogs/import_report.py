"""The import report: what came in, was here already, or did not come in and why, with a way on for each."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.models.outcome_list import OutcomeList
from pressmark.intake import Fate, Outcome

_WIDTHS = (300, 190)


class ImportReport(QDialog):
    """Stands beside the work, and holds nothing up. Emits what is to be done with outcomes.

    `questionTitle` says what the question of an outcome is called on its button.
    """

    cancelled = Signal()
    shown = Signal(object)
    retried = Signal(list)
    takenAllTheSame = Signal(list)
    asked = Signal(object)
    compared = Signal(object)

    def __init__(self, parent: QWidget, question_title: Callable[[Outcome], str]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Adding articles")
        self.resize(QSize(860, 520))
        self.setMinimumSize(QSize(620, 360))
        self._question_title = question_title
        self._model = OutcomeList(self)
        self._running = False
        self._build()
        self._show_state()

    def _build(self) -> None:
        self._summary = QLabel()
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(180)
        self._only = QCheckBox("Only what wants a look")
        self._only.toggled.connect(self._narrow)
        top = QHBoxLayout()
        for part in (self._summary, self._bar):
            top.addWidget(part)
        top.addStretch(1)
        top.addWidget(self._only)
        self._list = self._make_list()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._list, 1)
        column.addWidget(self._make_details())
        column.addLayout(self._make_foot())

    def _make_list(self) -> QTreeView:
        view = QTreeView()
        view.setAccessibleName("What became of each")
        view.setModel(self._model)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setAllColumnsShowFocus(True)
        header = view.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, width)
        view.selectionModel().selectionChanged.connect(lambda *_: self._show_details())
        view.activated.connect(lambda index: self._open(self._model.outcome(index.row())))
        return view

    def _make_details(self) -> QFrame:
        self._details = QLabel()
        self._details.setTextFormat(Qt.TextFormat.PlainText)
        self._details.setWordWrap(True)
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details.setMinimumHeight(52)
        self._details.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._buttons = {
            "show": self._button("Show it", lambda ones: self._show(ones[0])),
            "compare": self._button("Compare…", lambda ones: self.compared.emit(ones[0])),
            "ask": self._button("", lambda ones: self.asked.emit(ones[0])),
            "all the same": self._button("Add all the same", self._take_all_the_same),
            "again": self._button("Try again", self._retry),
        }
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        frame = QFrame()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self._details)
        column.addLayout(row)
        return frame

    def _make_foot(self) -> QHBoxLayout:
        self._again = QPushButton("Try all that failed again")
        self._again.clicked.connect(lambda: self._retry(self._of(Fate.FAILED)))
        self._stop = QPushButton("Stop")
        self._stop.clicked.connect(self.cancelled)
        self._done = QPushButton("Close")
        self._done.setDefault(True)
        self._done.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addWidget(self._again)
        foot.addStretch(1)
        foot.addWidget(self._stop)
        foot.addWidget(self._done)
        return foot

    def _button(self, title: str, press: Callable[[list[Outcome]], object]) -> QPushButton:
        button = QPushButton(title)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: press(self._selected()))
        button.hide()
        return button

    @property
    def wants_a_look(self) -> bool:
        """True where something did not simply come in."""
        return any(number for fate, number in self._model.counts.items() if fate is not Fate.IN)

    @property
    def count(self) -> int:
        return len(self._model.outcomes)

    def begin(self) -> None:
        self._running = True
        self._show_state()

    def add(self, outcomes: Iterable[Outcome]) -> None:
        self._model.add(outcomes)
        self._show_state()

    def show_progress(self, done: float) -> None:
        self._bar.setValue(round(done * 100))

    def end(self, rest: int) -> None:
        """All is through, or `rest` things were not looked at any more."""
        self._running = False
        self._show_state(rest)
        if self.wants_a_look and not self._selected():
            self._list.setCurrentIndex(self._model.index(self._first_to_look_at(), 0))

    @property
    def outcomes(self) -> list[Outcome]:
        return list(self._model.outcomes)

    def drop(self, outcomes: Iterable[Outcome]) -> None:
        """Something else comes in their place."""
        self._model.drop(outcomes)
        self._show_state()

    def forget(self) -> None:
        """Nobody needs to know of what it says."""
        self._model.drop(list(self._model.outcomes))

    def hideEvent(self, event: QHideEvent) -> None:
        """It was read. What is still to be read comes in all the same: closing the report stops nothing."""
        super().hideEvent(event)
        if not self._running:
            self.forget()

    def _first_to_look_at(self) -> int:
        rows = range(self._model.rowCount())
        outcomes = ((row, self._model.outcome(row)) for row in rows)
        return next((row for row, one in outcomes if one and one.fate is not Fate.IN), 0)

    def _show_state(self, rest: int = 0) -> None:
        self._summary.setText(_in_words(self._model, rest) or "Reading …")
        self._bar.setVisible(self._running)
        self._stop.setVisible(self._running)
        self._again.setVisible(not self._running and len(self._of(Fate.FAILED)) > 1)
        self._show_details()

    def _show_details(self) -> None:
        ones = self._selected()
        one = ones[0] if len(ones) == 1 else None
        fates = {each.fate for each in ones}
        self._details.setText(_details(ones))
        title = self._question_title(one) if one else ""
        self._buttons["ask"].setText(title)
        may = {
            "show": bool(one and (one.loaded or (one.twin and one.twin.path))),
            "compare": _has_twin(one),
            "ask": bool(title) and not self._running,
            "all the same": fates == {Fate.THERE} and not self._running,
            "again": fates == {Fate.FAILED} and not self._running,
        }
        for name, button in self._buttons.items():
            button.setVisible(may[name])

    def _selected(self) -> list[Outcome]:
        rows = sorted({index.row() for index in self._list.selectionModel().selectedIndexes()})
        return [one for row in rows if (one := self._model.outcome(row))]

    def _of(self, fate: Fate) -> list[Outcome]:
        return [one for one in self._model.outcomes if one.fate is fate]

    def _narrow(self, wanted: bool) -> None:
        self._model.narrow(wanted)
        self._show_details()

    def _show(self, outcome: Outcome | None) -> None:
        if outcome:
            self.shown.emit(outcome)

    def _open(self, outcome: Outcome | None) -> None:
        """What is like another is seen beside it, all else by itself."""
        if outcome and _has_twin(outcome):
            self.compared.emit(outcome)
        else:
            self._show(outcome)

    def _retry(self, outcomes: list[Outcome]) -> None:
        self._model.drop(outcomes)
        self.retried.emit(outcomes)

    def _take_all_the_same(self, outcomes: list[Outcome]) -> None:
        self._model.drop(outcomes)
        self.takenAllTheSame.emit(outcomes)


def _has_twin(outcome: Outcome | None) -> bool:
    """Both it and what it is like are there."""
    return bool(outcome and outcome.loaded and outcome.twin)


def _in_words(model: OutcomeList, rest: int) -> str:
    """“12 came in, 3 of them want a look, 2 were here already, 1 did not come in”."""
    counts = model.counts
    came = counts[Fate.IN] + counts[Fate.LOOK]
    there, failed, look = counts[Fate.THERE], counts[Fate.FAILED], counts[Fate.LOOK]
    parts = [
        f"{came:,} came in" if came else "",
        f"{look:,} of them want{'s' if look == 1 else ''} a look" if look else "",
        f"{there:,} {'was' if there == 1 else 'were'} here already" if there else "",
        f"{failed:,} did not come in" if failed else "",
        f"stopped with {rest:,} still to read" if rest else "",
    ]
    return ", ".join(filter(None, parts))


def _details(outcomes: list[Outcome]) -> str:
    if len(outcomes) == 1:
        one = outcomes[0]
        return one.told or f"“{one.name}” {one.fate}."
    return f"{len(outcomes):,} chosen" if outcomes else ""
