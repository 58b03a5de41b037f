"""Check the text of a document that was put together from its pages: the page as it looks beside the blocks.

What is righted here becomes the text of the article, before there is any annotation on it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QToolButton, QVBoxLayout, QWidget

from desktop import ask
from desktop.dialogs.form import FormDialog
from desktop.views.block_looks import KINDS, TITLES
from desktop.views.calm_combo import CalmCombo
from desktop.views.kind_margin import MarginedEditor
from desktop.views.page_pictures import PagePictures, Pages
from pressmark.text_check import PagedBlock, righted


@dataclass(frozen=True, slots=True)
class TextCheckOffer:
    """The document's name, why its text may be wrong, its blocks, and its pages where it has any to show."""

    name: str
    reason: str
    blocks: Sequence[PagedBlock]
    pages: Pages | None = None


class TextCheckDialog(FormDialog):
    """The block at the cursor shows its page; Escape asks before corrections are given up."""

    def __init__(self, parent: QWidget, offer: TextCheckOffer) -> None:
        super().__init__(parent, f"Check the text of {' '.join(offer.name.split())}", 720)
        self._offer = offer
        self._editor = MarginedEditor(offer.blocks)
        self._editor.add_margin()
        self._kind = CalmCombo()
        self._pages = PagePictures(offer.pages) if offer.pages else None
        self._add_lead()
        self._add_parts()
        self.add_buttons("Use this text")
        self._editor.blockChanged.connect(self._show_block)
        self._editor.textChanged.connect(self._show_counts)
        self._kind.activated.connect(self._set_kind)
        self._add_keys()
        self._show_block()
        self._show_counts()
        self.resize(1180 if self._pages else 760, 780)
        self._editor.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, offer: TextCheckOffer) -> list[PagedBlock] | None:
        """The blocks as the analyst wants them, None when nothing is to become of them."""
        dialog = cls(parent, offer)
        accepted = dialog.exec()
        answer = dialog.answer() if accepted else None
        dialog.deleteLater()
        return answer

    def answer(self) -> list[PagedBlock]:
        return righted(self._editor.blocks())

    def accept(self) -> None:
        if self.answer():
            super().accept()
        else:
            self.show_problem("There is no text left: undo with Ctrl+Z, or cancel")

    def reject(self) -> None:
        corrected = self._editor.document().isModified()
        if not corrected or ask.give_up(self, [f"Corrections to the text of {self._offer.name}"]):
            super().reject()

    def _add_lead(self) -> None:
        lead = QLabel(self._offer.reason)
        lead.setTextFormat(Qt.TextFormat.PlainText)
        lead.setWordWrap(True)
        self._column.addWidget(lead)
        self._column.addSpacing(10)

    def _add_parts(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._tools())
        column.addWidget(self._editor, 1)
        if self._pages is None:
            self._column.addWidget(right, 1)
            return
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        self._pages.setContentsMargins(0, 0, 12, 0)
        right.setContentsMargins(12, 0, 0, 0)
        parts.addWidget(self._pages)
        parts.addWidget(right)
        parts.setStretchFactor(0, 4)
        parts.setStretchFactor(1, 5)
        self._column.addWidget(parts, 1)

    def _tools(self) -> QHBoxLayout:
        """The kind of the block at the cursor, and what can be done with it."""
        for number, kind in enumerate(KINDS, start=1):
            self._kind.addItem(TITLES[kind], kind)
            self._kind.setItemData(number - 1, f"Alt+{number}", Qt.ItemDataRole.ToolTipRole)
        self._kind.setAccessibleName("What this is")
        self._kind.setMinimumWidth(116)
        self._counts = QLabel()
        self._counts.setObjectName("quiet")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._kind)
        row.addSpacing(4)
        for title, tip, act in (
            ("Join", "Joins this to the one before (Ctrl+J, or Backspace at its start)", self._editor.join),
            ("Split", "Splits this at the cursor (Enter)", self._editor.split),
            ("Drop", "Leaves this out (Ctrl+D)", self._editor.drop),
        ):
            row.addWidget(self._tool(title, tip, act))
        row.addStretch(1)
        row.addWidget(self._counts)
        row.addSpacing(8)
        document = self._editor.document()
        for title, tip, act, possible in (
            ("Undo", "Takes back the last correction (Ctrl+Z)", self._editor.undo, document.undoAvailable),
            ("Redo", "Does it again (Ctrl+Shift+Z)", self._editor.redo, document.redoAvailable),
        ):
            button = self._tool(title, tip, act)
            button.setEnabled(False)
            possible.connect(button.setEnabled)
            row.addWidget(button)
        return row

    def _tool(self, title: str, tip: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setObjectName("quietButton")
        button.setText(title)
        button.setToolTip(tip)
        button.clicked.connect(lambda _=False: self._do(act))
        return button

    def _add_keys(self) -> None:
        keys = {"Ctrl+J": self._editor.join, "Ctrl+D": self._editor.drop, "Ctrl+Return": self.accept}
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)
        for number in range(len(KINDS)):
            shortcut = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            shortcut.activated.connect(partial(self._set_kind, number))
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)

    def _do(self, act: Callable[[], None]) -> None:
        act()
        self._editor.setFocus()

    def _set_kind(self, number: int) -> None:
        self._editor.set_kind(KINDS[number])
        self._editor.setFocus()

    def _show_block(self) -> None:
        block = self._editor.current()
        self._kind.setCurrentIndex(KINDS.index(block.kind))
        if self._pages is not None and block.page:
            self._pages.show_page(block.page)

    def _show_counts(self) -> None:
        count = len(self.answer())
        self._counts.setText("1 paragraph" if count == 1 else f"{count:,} paragraphs")
        self.show_problem("")
