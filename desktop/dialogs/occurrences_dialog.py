"""Label all occurrences: the words, how they match, where, which label, and every place with its context.

It is asked and answered while nothing else changes, so the places seen are the places labelled: Enter labels
what is ticked, Escape leaves everything as it was.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.form import FormDialog
from desktop.dialogs.scope_choice import ScopeChoice
from desktop.latest import Latest
from desktop.models.occurrence_list import OccurrenceList
from desktop.views.calm_combo import CalmCombo
from desktop.views.match_options import MatchOptions
from desktop.views.occurrence_rows import OccurrenceRows
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import Span
from pressmark.attributes import shown
from pressmark.finding import Query, QueryNotUnderstood
from pressmark.occurrences import Occurrence, occurrences

PAUSE = 150
"""Milliseconds of quiet after a key before the articles are searched."""


@dataclass(frozen=True, slots=True)
class Offer:
    """All open articles, which of them is in front, and what is asked for at first.

    `selected` is the annotation of the front article whose attributes and links may be carried.
    """

    articles: Sequence[AnnotatedArticle]
    front: int
    query: Query
    label: str = ""
    selected: Annotation | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The label, the places by the number of their article, and whether they are to be like the selected."""

    label: str
    spans: Mapping[int, tuple[Span, ...]]
    carry: bool


@dataclass(frozen=True, slots=True)
class _Search:
    query: Query
    label: str
    scope: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    search: _Search
    occurrences: list[tuple[int, list[Occurrence]]]
    problem: str = ""


class OccurrencesDialog(FormDialog):
    """Searches in the background while the analyst types; what is not seen yet cannot be labelled."""

    def __init__(self, parent: QWidget, offer: Offer) -> None:
        super().__init__(parent, "Label all occurrences", 780)
        self._offer = offer
        self._seen: _Search | None = None
        self._latest: Latest[_Search, _Found] = Latest(self._find, self._take, _fail, PAUSE, self)
        self._add_words()
        self._add_choices()
        self._add_rows()
        self.add_buttons("Label")
        self._column.removeWidget(self._problem)  # it is about the words
        self._column.insertWidget(self._column.indexOf(self._words_row) + 1, self._problem)
        (self._done,) = (one for one in self.findChildren(QPushButton) if one.isDefault())
        self.resize(860, 620)
        self._words.textChanged.connect(lambda _: self._look())
        self._options.changed.connect(self._look)
        self._where.changed.connect(self._look)
        self._label.currentIndexChanged.connect(lambda _: self._look())
        self._model.ticksChanged.connect(self._show_counts)
        self._words.selectAll()
        self._look()

    @classmethod
    def ask(cls, parent: QWidget, offer: Offer) -> Answer | None:
        """What is to be labelled, None when the analyst leaves everything as it was."""
        dialog = cls(parent, offer)
        accepted = dialog.exec()
        answer = dialog.answer() if accepted else None
        dialog.deleteLater()
        return answer

    def answer(self) -> Answer:
        carry = self._carry.isEnabled() and self._carry.isChecked()
        return Answer(self._label_name(), self._model.ticked(), carry)

    def accept(self) -> None:
        if self._done.isEnabled():
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The down key goes from the words to the places."""
        if event.key() == Qt.Key.Key_Down and self._words.hasFocus() and self._model.rowCount():
            self._rows.setFocus(Qt.FocusReason.TabFocusReason)
            self._rows.setCurrentIndex(self._model.index(0))
        else:
            super().keyPressEvent(event)

    def _add_words(self) -> None:
        self._words = QLineEdit(self._offer.query.words.partition("\n")[0])
        self._words.setPlaceholderText("Words of the article")
        self._options = MatchOptions()
        self._options.show_query(self._offer.query)
        self._words_row = QWidget()
        inside = QHBoxLayout(self._words_row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self._words, 1)
        inside.addWidget(self._options)
        self.add_field("Words", self._words_row)
        self._words_row.setFocusProxy(self._words)
        self._words.setAccessibleName("Words")

    def _add_choices(self) -> None:
        names = [doc.headline for doc in self._offer.articles]
        self._where, self._label = ScopeChoice(names, self._offer.front), CalmCombo()
        for label in self._front.codebook.labels:
            self._label.addItem(label.title, label.name)
        self._label.setCurrentIndex(max(0, self._label.findData(self._offer.label)))
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, field in (("Where", self._where), ("Label", self._label)):
            title = QLabel(name)
            title.setObjectName("fieldName")
            title.setBuddy(field)
            field.setAccessibleName(name)
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(title)
            column.addWidget(field)
            row.addLayout(column, 1)
        self._column.addSpacing(6)
        self._column.addLayout(row)
        self._carry = QCheckBox()
        self._carry.setVisible(self._offer.selected is not None)
        self._column.addSpacing(6)
        self._column.addWidget(self._carry)

    def _add_rows(self) -> None:
        self._model = OccurrenceList(self._offer.articles, self)
        self._rows = OccurrenceRows(self._model)
        self._rows.setAccessibleName("Places")
        self._rows.setMinimumHeight(200)
        self._counts = QLabel()
        self._counts.setObjectName("quiet")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._counts, 1)
        for title, on in (("Tick all", True), ("Tick none", False)):
            button = QPushButton(title)
            button.setObjectName("linkLike")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, on=on: self._model.tick_all(on))
            row.addWidget(button)
        self._column.addSpacing(8)
        self._column.addLayout(row)
        self._column.addWidget(self._rows, 1)

    @property
    def _front(self) -> AnnotatedArticle:
        return self._offer.articles[self._offer.front]

    def _label_name(self) -> str:
        return str(self._label.currentData())

    def _search(self) -> _Search:
        query = self._options.query(self._words.text())
        return _Search(query, self._label_name(), self._where.scope())

    def _look(self) -> None:
        self._done.setEnabled(False)
        self._show_carried()
        search = self._search()
        self._latest.ask(lambda: search)

    def _find(self, search: _Search, tick: Callable[[float], None]) -> _Found:
        """In the background."""
        found = []
        try:
            for number in search.scope:
                found.append((number, occurrences(self._offer.articles[number], search.query, search.label)))
                tick(len(found) / len(search.scope))
        except QueryNotUnderstood as error:
            return _Found(search, [], str(error))
        return _Found(search, found)

    def _take(self, found: _Found) -> None:
        if found.search != self._search():
            return  # what is wanted now is under way
        self._seen = found.search
        self.show_problem(found.problem)
        self._words.setProperty("problem", bool(found.problem))
        self._words.style().polish(self._words)
        self._rows.show_label(self._front.codebook.label(found.search.label))
        self._model.show(found.occurrences)

    def _show_counts(self) -> None:
        ticked, already = self._model.ticked_count, self._model.already_count
        found = self._model.rowCount()
        said = [f"{found:,} found"] if found else []
        said += [f"{already:,} labelled already"] if already else []
        searched = self._words.text().strip() and not self._words.property("problem")
        self._counts.setText(" · ".join(said) or ("Nothing found" if searched else ""))
        self._done.setText(f"Label {ticked:,}" if ticked else "Label")
        self._done.setEnabled(ticked > 0 and self._seen == self._search())

    def _show_carried(self) -> None:
        """Attributes and links mean something on annotations of the same label only."""
        one = self._offer.selected
        if one is None:
            return
        carried = _carried(self._front, one)
        same = one.label == self._label_name()
        self._carry.setEnabled(same and bool(carried))
        self._carry.setText(
            f"Like {one.id}: {carried}" if carried else f"Like {one.id}, of which nothing is said"
        )


_MOST_SAID = 90


def _carried(doc: AnnotatedArticle, one: Annotation) -> str:
    """“Who David Lammy · Kind person · 2 links”."""
    label = doc.codebook.style_of(one.label)
    said = []
    for name, value in one.attributes.items():
        definition, entity = label.attribute(name), doc.entities.get(value)
        words = entity.name if entity else shown(definition, value) if definition else value
        said.append(f"{definition.title if definition else name} {words}")
    if one.links:
        said.append("1 link" if len(one.links) == 1 else f"{len(one.links)} links")
    line = " · ".join(" ".join(each.split()) for each in said)
    return line if len(line) <= _MOST_SAID else f"{line[: _MOST_SAID - 1].rstrip()}…"


def _fail(error: Exception) -> None:
    raise error
