"""The codebook as a draft that becomes one change: labels, their looks, attributes and roles."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.dialogs.codebook_editor import CodebookEditor
from desktop.dialogs.codebook_fields import plain
from desktop.dialogs.codebook_menu import CodebookMenu
from pressmark.annotated_article import AnnotatedArticle
from pressmark.labels import Codebook
from pressmark.recoding import Recoding

_FILES = "Codebook (*.xml *.csv);;All files (*)"
_UNUSED = "The draft is not used yet. Cancel once more to give it up."


class CodebookDialog(QDialog):
    """Changes nothing by itself: `ask` answers with the draft, of which `recode` makes one change.

    Files are read and written by others: `importRequested` carries a Path, to be answered by `take_codebook`
    or `show_problem`; `exportRequested` carries a Path and the Codebook to write there.
    """

    importRequested = Signal(object)
    exportRequested = Signal(object, object)

    def __init__(self, parent: QWidget, doc: AnnotatedArticle) -> None:
        super().__init__(parent)
        self.setWindowTitle("Codebook")
        self.resize(QSize(900, 640))
        self._before = Recoding.of(doc.codebook)
        self._warned = False
        self.editor = CodebookEditor(doc)
        self._problem = plain("")
        self._problem.setObjectName("problem")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.editor, 1)
        column.addWidget(self._bar())
        self.editor.said.connect(self.show_problem)
        self.editor.tree.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget, doc: AnnotatedArticle, wire: Callable[["CodebookDialog"], None]
    ) -> Recoding | None:
        """What is to be changed, None when the analyst leaves the codebook as it is.

        `wire` connects the signals about files before the dialog is shown.
        """
        dialog = cls(parent, doc)
        wire(dialog)
        accepted = dialog.exec()
        answer = dialog.editor.draft if accepted else None
        dialog.deleteLater()
        return answer

    def take_codebook(self, codebook: Codebook) -> None:
        """A codebook that was read from a file takes the place of the draft."""
        self.editor.take_codebook(codebook)

    def show_problem(self, sentence: str) -> None:
        """Why something cannot be done, or what became of it; nothing for an empty sentence."""
        self._warned = False
        self._problem.setText(sentence)

    def accept(self) -> None:
        if self.editor.settled():
            super().accept()

    def reject(self) -> None:
        if self.editor.draft == self._before or self._warned:
            super().reject()
        else:
            self.show_problem(_UNUSED)
            self._warned = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        else:
            super().keyPressEvent(event)

    def _bar(self) -> QWidget:
        """What is done with the codebook as a whole."""
        bar = QFrame()
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 12, 20, 14)
        row.setSpacing(10)
        menu = CodebookMenu()
        menu.templateChosen.connect(self.take_codebook)
        menu.importAsked.connect(self._import)
        menu.exportAsked.connect(self._export)
        menu.stepAsked.connect(self.editor.tree.step)
        cancel, use = QPushButton("Cancel"), QPushButton("Use this codebook")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        use.setAutoDefault(False)
        use.setObjectName("primary")
        use.setToolTip("Ctrl+Enter")
        use.clicked.connect(self.accept)
        row.addWidget(menu)
        row.addWidget(self._problem, 1)
        row.addWidget(cancel)
        row.addWidget(use)
        return bar

    def _import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Import a codebook", "", _FILES)
        if name:
            self.importRequested.emit(Path(name))

    def _export(self) -> None:
        if self.editor.settled():
            name, _ = QFileDialog.getSaveFileName(self, "Export the codebook", "codebook.xml", _FILES)
            if name:
                self.exportRequested.emit(Path(name), self.editor.draft.codebook)
