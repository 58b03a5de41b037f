"""What goes into the brief, in which format, and where to; the pages beside it are what will be written."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.views.brief_preview import BriefPreview


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its name in the code and its title for the analyst."""

    name: str
    title: str
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to choose from; `articles` is how many are open, `findings` what is still missing."""

    formats: Sequence[Choice]
    sections: Sequence[Choice]
    articles: int
    findings: Sequence[str]
    place: Path


class ExportDialog(QDialog):
    """Stays open while the export runs, so that it can be cancelled and tried again elsewhere."""

    exportRequested = Signal(object)  # the Path to write to
    cancelRequested = Signal()
    contentChanged = Signal()

    def __init__(self, parent: QWidget, offer: Offer) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export the brief")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(980, 700))
        self._formats = offer.formats
        self._running = False
        self.preview = BriefPreview()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        side = QWidget()
        side.setObjectName("exportSide")
        side.setFixedWidth(340)
        row.addWidget(side)
        row.addWidget(self.preview, 1)
        column = QVBoxLayout(side)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        self._add_formats(column, offer.formats)
        self._add_articles(column, offer.articles)
        self._add_sections(column, offer.sections)
        self._add_findings(column, offer.findings)
        column.addStretch(1)
        self._add_place(column, offer.place)
        self._add_buttons(column)

    def takes_all_articles(self) -> bool:
        """True when the brief is to be about every open article."""
        return self._all_articles.isChecked()

    def chosen_sections(self) -> tuple[str, ...]:
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def show_progress(self, done: float) -> None:
        self._bar.setValue(round(done * 100))

    def show_outcome(self, sentence: str) -> None:
        """The export has ended, one way or another."""
        self._set_running(False)
        self._outcome.setText(sentence)

    def reject(self) -> None:
        if self._running:
            self.cancelRequested.emit()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._running:
            self.cancelRequested.emit()
        event.accept()

    def _add_formats(self, column: QVBoxLayout, formats: Sequence[Choice]) -> None:
        column.addWidget(_heading("Format"))
        self._group = QButtonGroup(self)
        for index, one in enumerate(formats):
            button = QRadioButton(one.title)
            button.setChecked(index == 0)
            self._group.addButton(button, index)
            column.addWidget(button)
        self._group.idClicked.connect(self._format_chosen)

    def _add_articles(self, column: QVBoxLayout, count: int) -> None:
        self._all_articles = QCheckBox(f"One brief on all {count} articles")
        self._all_articles.setVisible(count > 1)
        self._all_articles.toggled.connect(lambda _: self.contentChanged.emit())
        column.addSpacing(6)
        column.addWidget(self._all_articles)

    def _add_sections(self, column: QVBoxLayout, sections: Sequence[Choice]) -> None:
        column.addSpacing(12)
        column.addWidget(_heading("Sections"))
        self._boxes: dict[str, QCheckBox] = {}
        for one in sections:
            box = QCheckBox(one.title)
            box.setChecked(True)
            box.toggled.connect(lambda _: self.contentChanged.emit())
            self._boxes[one.name] = box
            column.addWidget(box)

    def _add_findings(self, column: QVBoxLayout, findings: Sequence[str]) -> None:
        if not findings:
            return
        column.addSpacing(12)
        column.addWidget(_heading("Before the brief"))
        label = _plain("\n".join(findings))
        label.setObjectName("findings")
        column.addWidget(label)

    def _add_place(self, column: QVBoxLayout, place: Path) -> None:
        column.addWidget(_heading("Save as"))
        row = QHBoxLayout()
        self._place = QLineEdit(str(place.with_suffix(self._formats[0].suffix)))
        self._place.setAccessibleName("File to write")
        choose = QPushButton("Choose…")
        choose.clicked.connect(self._choose_place)
        row.addWidget(self._place, 1)
        row.addWidget(choose)
        column.addLayout(row)

    def _add_buttons(self, column: QVBoxLayout) -> None:
        self._outcome = _plain("")
        self._outcome.setObjectName("outcome")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.hide()
        column.addWidget(self._outcome)
        column.addWidget(self._bar)
        row = QHBoxLayout()
        self._close = QPushButton("Close")
        self._close.clicked.connect(self.reject)
        self._export = QPushButton("Export")
        self._export.setObjectName("primary")
        self._export.setDefault(True)
        self._export.clicked.connect(self._go)
        row.addWidget(self._close)
        row.addStretch(1)
        row.addWidget(self._export)
        column.addLayout(row)

    def _format_chosen(self, index: int) -> None:
        typed, suffix = self._place.text().strip(), self._formats[index].suffix
        known = next((one.suffix for one in self._formats if typed.lower().endswith(one.suffix)), "")
        if typed:
            self._place.setText(typed[: len(typed) - len(known)] + suffix)

    def _choose_place(self) -> None:
        one = self._formats[self._group.checkedId()]
        name, _ = QFileDialog.getSaveFileName(
            self, "Export the brief", self._place.text(), f"{one.title} (*{one.suffix})"
        )
        if name:
            self._place.setText(name)

    def _go(self) -> None:
        if not self._place.text().strip():
            self._outcome.setText("Choose a file to write to.")
            return
        self._set_running(True)
        self._outcome.setText("")
        self.exportRequested.emit(Path(self._place.text().strip()))

    def _set_running(self, running: bool) -> None:
        self._running = running
        self._bar.setValue(0)
        self._bar.setVisible(running)
        self._export.setEnabled(not running)
        self._close.setText("Cancel" if running else "Close")


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("sectionHeading")
    return label


def _plain(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
