"""The panel at the right: the selected annotation as a form, all of them as lists, what is missing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QUndoStack
from PySide6.QtWidgets import QFrame, QLabel, QTabWidget, QUndoView, QVBoxLayout, QWidget

from desktop.views.annotation_form import AnnotationForm
from desktop.views.annotation_tables import AnnotationTables
from pressmark.annotated_article import AnnotatedArticle
from pressmark.markup import Change


class AnnotationPanel(QFrame):
    """Keeps form, lists and the article together; their signals are the window's to wire.

    `left` asks for the article: Escape was pressed where it means nothing else.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("annotationPanel")
        self.setMinimumWidth(300)
        self.setMaximumWidth(520)
        self.form = AnnotationForm()
        self.tables = AnnotationTables()
        self._doc: AnnotatedArticle | None = None
        self._key = ""
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self.form, "Selected")
        self._tabs.addTab(self.tables, "All")
        self._history = QUndoView()
        self._history.setEmptyLabel("As it was opened")
        self._history.setAccessibleName("History: a click goes back or forward to that step")
        self._tabs.addTab(self._history, "History")
        self._findings = QLabel()
        self._findings.setObjectName("findings")
        self._findings.setTextFormat(Qt.TextFormat.PlainText)
        self._findings.setWordWrap(True)
        self._findings.setContentsMargins(18, 8, 18, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs, 1)
        column.addWidget(self._findings)

    def show_article(self, doc: AnnotatedArticle | None) -> None:
        self._doc = doc
        self.form.show_annotation(doc, None)
        if doc is not None:
            self.tables.show_article(doc)
            self.pick("")

    def refresh(self, change: Change) -> None:
        """The article in front was changed."""
        self.form.refresh()
        self.tables.refresh(change)
        self._name_tabs()

    def pick(self, key: str) -> None:
        """Shows an annotation in the form; "" for none."""
        self._key = key
        if self._doc is None:
            return
        self.form.show_annotation(self._doc, key or None)
        self.tables.pick(key)
        self._name_tabs()

    def focus_form(self) -> None:
        """Brings the form to the front with the keyboard in its first field."""
        self._tabs.setCurrentWidget(self.form)
        self.form.focus_first()

    def follow(self, history: QUndoStack) -> None:
        """Lists these steps under History."""
        self._history.setStack(history)

    def show_history(self) -> None:
        """Brings to the front all that was done, where any step can be gone back to."""
        self._tabs.setCurrentWidget(self._history)
        self._history.setFocus()

    def commit(self) -> None:
        """Hands over what is typed and not yet entered."""
        self.form.commit()

    def show_findings(self, sentences: Sequence[str]) -> None:
        """What a brief would still lack."""
        self._findings.setText(" · ".join(sentences))
        self._findings.setVisible(bool(sentences))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _name_tabs(self) -> None:
        one = self._doc.markup.get(self._key) if self._doc else None
        if one and self._doc:
            self._tabs.setTabText(0, f"{one.id} {self._doc.codebook.style_of(one.label).title}")
        else:
            self._tabs.setTabText(0, "Selected")
        self._tabs.setTabText(1, f"All {len(self._doc.markup)}" if self._doc else "All")
