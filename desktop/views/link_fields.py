"""One field for each role: what is linked, as chips, and a line to find or name another."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.views.link_chip import LinkChip
from desktop.views.named_field import NamedField
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link
from pressmark.facts import name_of, words_of
from pressmark.labels import RoleDefinition
from pressmark.linking import means_somebody
from pressmark.names import names_near


class LinkField(NamedField):
    """`requested` carries an id or the words typed; `removed` a link; `followed` the id of a chip."""

    requested = Signal(str)
    removed = Signal(object)
    followed = Signal(str)

    def __init__(self, role: RoleDefinition, parent: QWidget | None = None) -> None:
        super().__init__(role.title, parent)
        self.role = role
        self._ids: dict[str, str] = {}
        self._could_be: Callable[[], dict[str, str]] = dict
        self._is_whole: Callable[[str], bool] = bool
        self._linked: list[tuple[Link, str]] = []
        self._shown: list[LinkChip] = []
        self._chips = QVBoxLayout()
        self._chips.setSpacing(4)
        self._column.addLayout(self._chips)
        self._box = QLineEdit()
        self._box.setPlaceholderText("Find or type a name")
        self.add_editor(self._box)
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
        self._box.installEventFilter(self)
        self._box.editingFinished.connect(self._leave)

    def show_links(self, doc: AnnotatedArticle, one: Annotation) -> None:
        """What the annotation is linked to in this role, and what it could be linked to."""
        self._could_be = lambda: _known(doc, one, self.role) | _named(doc, one, self.role)
        self._is_whole = lambda typed: means_somebody(doc, one, self.role, typed)
        if self._box.hasFocus():
            self._learn_names()
        linked = [(tie, _target_name(doc, tie)) for tie in one.links if tie.role == self.role.name]
        if linked != self._linked:
            self._linked = linked
            self.clear_problem()
            self._show_chips()
        self._box.setVisible(self.role.many or not linked)

    def stops(self) -> list[QWidget]:
        return [*(stop for chip in self._shown for stop in chip.stops()), self._box]

    def commit(self) -> None:
        """Words typed and left count as entered."""
        if self._box.isModified():
            self._take_typed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click or the down key opens the list before anything is typed.

        Enter takes the typed words where they mean somebody, else what the list begins with.
        """
        if watched is self._box and event.type() == QEvent.Type.FocusIn:
            self._learn_names()
        if watched is self._box and not self._box.text() and _opens(event):
            self._completer.setCompletionPrefix("")
            self._completer.complete()
            return True
        if watched is self._popup and not self._popup.currentIndex().isValid() and _enters(event):
            self._take_typed()
            return True
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        if not self._popup.isVisible():  # which the line seems to be left for
            self.commit()

    def _take_typed(self) -> None:
        """What is typed, where it means somebody, else what the list begins with."""
        typed = self._box.text()
        first = self._completer.currentCompletion() if self._popup.isVisible() else ""
        self._popup.hide()
        self._choose(first if first and not self._is_whole(typed) else typed)

    def _learn_names(self) -> None:
        """All that could be linked has to be described, of thousands too: only once somebody may type."""
        self._ids = self._could_be()
        self._names.setStringList(list(self._ids))

    def _choose(self, text: str) -> None:
        """An entry of the list means its annotation, other words mean themselves."""
        self._box.setModified(False)
        self.clear_problem()
        if text.strip():
            self.requested.emit(self._ids.get(text, text.strip()))
            if not self.has_problem:
                QTimer.singleShot(0, self._box, self._box.clear)  # the completer writes its choice after this

    def _show_chips(self) -> None:
        for chip in self._shown:
            self._chips.removeWidget(chip)
            chip.hide()
            chip.deleteLater()  # later: its cross may have just been pressed
        self._shown = [self._chip(tie, name) for tie, name in self._linked]
        for chip in self._shown:
            self._chips.addWidget(chip)

    def _chip(self, tie: Link, name: str) -> LinkChip:
        chip = LinkChip(self.role.title, name, tie.target)
        chip.followed.connect(partial(self.followed.emit, tie.target))
        chip.removed.connect(partial(self.removed.emit, tie))
        return chip


def _target_name(doc: AnnotatedArticle, tie: Link) -> str:
    target = doc.markup.get(tie.target)
    return name_of(doc, target) if target else f"{tie.target}, which does not exist"


def _opens(event: QEvent) -> bool:
    if isinstance(event, QKeyEvent):
        return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
    return event.type() == QEvent.Type.MouseButtonRelease


def _enters(event: QEvent) -> bool:
    enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in enter


def _known(doc: AnnotatedArticle, one: Annotation, role: RoleDefinition) -> dict[str, str]:
    """The annotations that the role can lead to, as the list names them."""
    return {
        _described(doc, other): other.id
        for other in doc.markup.in_text_order()
        if other.label in role.targets and other.id != one.id
    }


def _named(doc: AnnotatedArticle, one: Annotation, role: RoleDefinition) -> dict[str, str]:
    """Names of the text that nobody has marked yet, where the role leads to somebody or some place."""
    if not any(doc.codebook.style_of(target).entity_attribute for target in role.targets):
        return {}
    marked = {words_of(doc, other) for other in doc.markup.values() if other.label in role.targets}
    return {
        f"{name} · in the text": name for name in names_near(doc.article, one.start) if name not in marked
    }


def _described(doc: AnnotatedArticle, other: Annotation) -> str:
    """How the list names an annotation: “John Healey · “Healey” · a3 · ¶5”."""
    name, words = name_of(doc, other), words_of(doc, other)
    printed = "" if words == name else f"“{_short(words)}”"
    place = f"¶{doc.article.paragraph_number_at(other.start)}" if other.spans else ""
    return " · ".join(filter(None, (_short(name), printed, other.id, place)))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 34 else f"{line[:33].rstrip()}…"
