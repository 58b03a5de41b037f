"""One field for each role: what is linked, as chips, and a line to find or name another."""

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link
from pressmark.facts import name_of, words_of
from pressmark.labels import RoleDefinition


class LinkField(QWidget):
    """`requested` carries an id or the words typed; `removed` a link; `followed` the id of a chip."""

    requested = Signal(str)
    removed = Signal(object)
    followed = Signal(str)

    def __init__(self, role: RoleDefinition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = role
        self._ids: dict[str, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        name = QLabel(role.title)
        name.setObjectName("fieldName")
        name.setTextFormat(Qt.TextFormat.PlainText)
        self._chips = QVBoxLayout()
        self._chips.setSpacing(3)
        self._box = QLineEdit()
        self._box.setAccessibleName(role.title)
        self._box.setPlaceholderText("Find or type a name")
        name.setBuddy(self._box)
        self.setFocusProxy(self._box)
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._column.addWidget(name)
        self._column.addLayout(self._chips)
        self._column.addWidget(self._box)
        self._column.addWidget(self._problem)
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.activated.connect(self._choose)
        self._popup = QListView()
        self._popup.setObjectName("popup")
        self._completer.setPopup(self._popup)
        self._popup.installEventFilter(self)
        self._box.setCompleter(self._completer)
        self._box.returnPressed.connect(lambda: self._choose(self._box.text()))

    def show_links(self, doc: AnnotatedArticle, one: Annotation) -> None:
        """What the annotation is linked to in this role, and what it could be linked to."""
        self._problem.hide()
        self._ids = {
            _described(doc, other): other.id
            for other in doc.markup.in_text_order()
            if other.label in self.role.targets and other.id != one.id
        }
        self._names.setStringList(list(self._ids))
        while (item := self._chips.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        ties = [tie for tie in one.links if tie.role == self.role.name]
        for tie in ties:
            self._chips.addWidget(self._chip(doc, tie))
        self._box.setVisible(self.role.many or not ties)

    def show_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the typed words where the analyst has not gone into the list."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not self._popup.currentIndex().isValid()
        ):
            self._popup.hide()
            self._choose(self._box.text())
            return True
        return super().eventFilter(watched, event)

    def _choose(self, text: str) -> None:
        """An entry of the list means its annotation, other words mean themselves."""
        if not text.strip():
            return
        QTimer.singleShot(0, self._box.clear)  # the completer writes its choice after this
        self.requested.emit(self._ids.get(text, text.strip()))

    def _chip(self, doc: AnnotatedArticle, tie: Link) -> QWidget:
        chip = QWidget()
        row = QHBoxLayout(chip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        target = doc.markup.get(tie.target)
        name = name_of(doc, target) if target else f"{tie.target}, which does not exist"
        button = QPushButton(f"{_short(name)}   {tie.target}".replace("&", "&&"))
        button.setObjectName("linkChip")
        button.setToolTip(f"Go to {tie.target}")
        button.setAccessibleName(f"{self.role.title}: {name}, {tie.target}")
        button.clicked.connect(lambda: self.followed.emit(tie.target))
        remove = QToolButton()
        remove.setText("×")
        remove.setAutoRaise(True)
        remove.setAccessibleName(f"Unlink {name}")
        remove.clicked.connect(lambda: self.removed.emit(tie))
        row.addWidget(button, 1)
        row.addWidget(remove)
        return chip


def _described(doc: AnnotatedArticle, other: Annotation) -> str:
    """How the list names an annotation: “John Healey · “Healey” · a3 · ¶5”."""
    name, words = name_of(doc, other), words_of(doc, other)
    printed = "" if words == name else f"“{_short(words)}”"
    place = f"¶{doc.article.paragraph_number_at(other.start)}" if other.spans else ""
    return " · ".join(filter(None, (_short(name), printed, other.id, place)))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 34 else f"{line[:33].rstrip()}…"
