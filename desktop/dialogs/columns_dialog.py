"""Which column of a table of articles holds what: guessed, put right, and seen at once in a row."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.dialogs.form import FormDialog
from desktop.dialogs.row_preview import RowPreview
from desktop.views.calm_combo import CalmCombo
from pressmark.columns import FIELDS

_NONE = "(none)"
_WIDTH = 860
_LONGEST_TIP = 300


class ColumnsDialog(FormDialog):
    """One choice a field beside a row as an article; the text is the one that there must be."""

    def __init__(
        self,
        parent: QWidget,
        name: str,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        guessed: Mapping[str, str],
    ) -> None:
        super().__init__(parent, "Columns of the table", _WIDTH)
        self._header, self._rows, self._at = header, rows, 0
        self._choices: dict[str, CalmCombo] = {}
        self._preview = RowPreview(header, rows, date.today())
        self._add_lead(name)
        halves = QHBoxLayout()
        halves.setSpacing(24)
        halves.addLayout(self._fields(guessed), 2)
        halves.addLayout(self._beside(), 3)
        self._column.addSpacing(12)
        self._column.addLayout(halves, 1)
        self.add_buttons("Import")
        (self._done,) = (one for one in self.findChildren(QPushButton) if one.isDefault())
        self._add_remark()
        self._show()
        first = self._choices["text" if "text" not in guessed else "headline"]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        name: str,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        guessed: Mapping[str, str],
    ) -> dict[str, str] | None:
        """From fields to names of columns; None when the analyst leaves it as it was."""
        dialog = cls(parent, name, header, rows, guessed)
        accepted = dialog.exec()
        answer = dialog.answer() if accepted else None
        dialog.deleteLater()
        return answer

    def answer(self) -> dict[str, str]:
        """Fields that no column holds are left out."""
        chosen = {field: box.currentIndex() for field, box in self._choices.items()}
        return {field: self._header[at - 1] for field, at in chosen.items() if at > 0}

    def accept(self) -> None:
        if self._done.isEnabled():
            super().accept()

    def _add_lead(self, name: str) -> None:
        lead, about = QLabel("Which column holds what?"), QLabel()
        lead.setFont(theme.ui_font(11, bold=True))
        about.setObjectName("quiet")
        about.setTextFormat(Qt.TextFormat.PlainText)
        columns = "1 column" if len(self._header) == 1 else f"{len(self._header):,} columns"
        about.ensurePolished()
        shown = about.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, _WIDTH - 220)
        about.setText(f"{shown} · {columns}")
        about.setToolTip("" if shown == name else name)
        self._column.addWidget(lead)
        self._column.addWidget(about)

    def _fields(self, guessed: Mapping[str, str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for row, (field, title) in enumerate(FIELDS.items()):
            box = self._choice(guessed.get(field, ""))
            label = QLabel(title)
            label.setBuddy(box)
            box.setAccessibleName(title)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
            self._choices[field] = box
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(FIELDS), 1)
        return grid

    def _choice(self, chosen: str) -> CalmCombo:
        box = CalmCombo()
        box.addItem(_NONE)
        for at, name in enumerate(self._header):
            box.addItem(name)
            cells = (row[at].strip() for row in self._rows if at < len(row))
            tip = next((cell for cell in cells if cell), "Empty in the first rows")
            box.setItemData(at + 1, _tip(tip), Qt.ItemDataRole.ToolTipRole)
        box.setCurrentIndex(self._header.index(chosen) + 1 if chosen in self._header else 0)
        box.currentIndexChanged.connect(lambda _: self._show())
        return box

    def _beside(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._preview, 1)
        row = QHBoxLayout()
        row.setSpacing(6)
        self._where = QLabel()
        self._where.setObjectName("quiet")
        self._back = self._stepper("‹", "Previous row", -1)
        self._on = self._stepper("›", "Next row", 1)
        row.addStretch()
        for widget in (self._back, self._where, self._on):
            row.addWidget(widget)
            widget.setVisible(len(self._rows) > 1)
        row.addStretch()
        column.addLayout(row)
        return column

    def _stepper(self, sign: str, name: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        keys = "Alt+Left" if step < 0 else "Alt+Right"
        button.setShortcut(keys)
        button.setToolTip(f"{name} ({keys})")
        button.clicked.connect(lambda: self._step(step))
        return button

    def _add_remark(self) -> None:
        """Beside the buttons: that the answer is asked for once."""
        (buttons,) = self.findChildren(QDialogButtonBox)
        remark = QLabel("Remembered for tables with these columns")
        remark.setObjectName("quiet")
        self._column.removeWidget(buttons)
        row = QHBoxLayout()
        row.addWidget(remark, 1)
        row.addWidget(buttons)
        self._column.addLayout(row)

    def _step(self, step: int) -> None:
        self._at = max(0, min(len(self._rows) - 1, self._at + step))
        self._show()

    def _show(self) -> None:
        columns = self.answer()
        self._preview.show_row(self._at, columns)
        self._where.setText(f"Row {self._at + 1} of the first {len(self._rows)}")
        self._back.setEnabled(self._at > 0)
        self._on.setEnabled(self._at < len(self._rows) - 1)
        self._done.setEnabled("text" in columns)
        self.show_problem("" if "text" in columns else "Choose the column that holds the text.")


def _tip(cell: str) -> str:
    return cell if len(cell) <= _LONGEST_TIP else f"{cell[:_LONGEST_TIP].rstrip()}…"
