"""What goes into the brief and where to; the pages beside it are what will be written."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.export_form import ExportForm, FormatChoice, Offer
from desktop.views.brief_preview import BriefPreview

_SIDE = 380


class ExportDialog(QDialog):
    """Stays open while the export runs, so that it can be cancelled and tried again elsewhere."""

    exportRequested = Signal(object)  # the Path to write to
    cancelRequested = Signal()

    def __init__(self, parent: QWidget, offer: Offer) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export the brief")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(1080, 760))
        self._formats: Sequence[FormatChoice] = offer.formats
        self._running = False
        self.form = ExportForm(offer)
        self.form.formatChanged.connect(self._format_chosen)
        self.preview = BriefPreview()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        side = QWidget()
        side.setFixedWidth(_SIDE)
        row.addWidget(side)
        row.addWidget(self.preview, 1)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setWidget(self.form)
        column.addWidget(scrolled, 1)
        column.addWidget(self._foot(offer.place))

    def show_progress(self, done: float) -> None:
        self._bar.setValue(round(done * 100))

    def show_outcome(self, sentence: str) -> None:
        """The export has ended, one way or another."""
        self._set_running(False)
        self._say(sentence)

    def reject(self) -> None:
        if self._running:
            self.cancelRequested.emit()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._running:
            self.cancelRequested.emit()
        event.accept()

    def _foot(self, place: Path) -> QWidget:
        """Where to, and go."""
        foot = QFrame()
        foot.setObjectName("dialogFoot")
        column = QVBoxLayout(foot)
        column.setContentsMargins(24, 12, 24, 20)
        column.setSpacing(8)
        name = QLabel("Save as")
        name.setObjectName("fieldName")
        column.addWidget(name)
        row = QHBoxLayout()
        self._place = QLineEdit(str(place.with_suffix(self._formats[0].suffix)))
        self._place.setAccessibleName("File to write")
        choose = QPushButton("Choose…")
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose_place)
        row.addWidget(self._place, 1)
        row.addWidget(choose)
        column.addLayout(row)
        self._outcome = QLabel()
        self._outcome.setObjectName("outcome")
        self._outcome.setTextFormat(Qt.TextFormat.PlainText)
        self._outcome.setWordWrap(True)
        self._outcome.hide()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.hide()
        column.addWidget(self._outcome)
        column.addWidget(self._bar)
        column.addLayout(self._buttons())
        return foot

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._close = QPushButton("Close")
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.reject)
        self._export = QPushButton("Export")
        self._export.setObjectName("primary")
        self._export.setDefault(True)
        self._export.clicked.connect(self._go)
        row.addWidget(self._close)
        row.addStretch(1)
        row.addWidget(self._export)
        return row

    def _format_chosen(self, chosen: FormatChoice) -> None:
        typed = self._place.text().strip()
        known = next((one.suffix for one in self._formats if typed.lower().endswith(one.suffix)), "")
        if typed:
            self._place.setText(typed[: len(typed) - len(known)] + chosen.suffix)

    def _choose_place(self) -> None:
        one = self.form.format()
        name, _ = QFileDialog.getSaveFileName(
            self, "Export the brief", self._place.text(), f"{one.title} (*{one.suffix})"
        )
        if name:
            self._place.setText(name)

    def _go(self) -> None:
        if not self._place.text().strip():
            self._say("Choose a file to write to.")
            return
        if not self.form.format().rows and not self.form.template().sections:
            self._say("Tick at least one section.")
            return
        self._set_running(True)
        self._say("")
        self.exportRequested.emit(Path(self._place.text().strip()))

    def _say(self, sentence: str) -> None:
        self._outcome.setText(sentence)
        self._outcome.setVisible(bool(sentence))

    def _set_running(self, running: bool) -> None:
        self._running = running
        self._bar.setValue(0)
        self._bar.setVisible(running)
        self._export.setEnabled(not running)
        self._close.setText("Cancel" if running else "Close")
