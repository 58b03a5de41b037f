"""Find in the article: a slim bar that searches while the analyst types and steps from hit to hit."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.latest import Latest
from desktop.views.match_options import MatchOptions
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Span
from pressmark.finding import Query, QueryNotUnderstood, find

PAUSE = 50
"""Milliseconds of quiet after a key before the text is searched."""


@dataclass(frozen=True, slots=True)
class _Search:
    text: str
    query: Query


@dataclass(frozen=True, slots=True)
class _Found:
    search: _Search
    hits: list[Span]
    problem: str = ""


class FindBar(QWidget):
    """`hitsChanged` carries all hits and the number of the current one, -1 for none.

    After `closed` the last hit is still `hit`, for the view to select.
    """

    hitsChanged = Signal(object, int)
    closed = Signal()
    labelAllRequested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAccessibleName("Find in the article")
        self._text: str | None = None
        self._near = 0
        self._hits: list[Span] = []
        self._current = -1
        self._shown: _Search | None = None
        self._steps = 0
        self._latest: Latest[_Search, _Found] = Latest(_search, self._take, _fail, PAUSE, self)
        self._build()
        self.hide()

    def _build(self) -> None:
        self._field = QLineEdit()
        self._field.setPlaceholderText("Find in the article")
        self._field.setAccessibleName("Find in the article")
        self._field.setMinimumWidth(160)
        self._field.setMaximumWidth(360)
        self._options = MatchOptions()
        self._count = QLabel()
        self._count.setObjectName("quiet")
        self._count.setMinimumWidth(self.fontMetrics().horizontalAdvance("99,999 of 99,999"))
        self._label_all = QPushButton("Label all…")
        self._label_all.setToolTip("Label all occurrences of these words")
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._field, 8)
        row.addWidget(self._options)
        row.addSpacing(6)
        row.addWidget(self._count)
        row.addWidget(_button("↑", "Previous hit", "Shift+F3", self.previous_hit))
        row.addWidget(_button("↓", "Next hit", "F3", self.next_hit))
        row.addStretch(1)
        row.addWidget(self._label_all)
        row.addWidget(_button("✕", "Close", "Escape", self.leave))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 7, 10, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._problem)
        self.setFocusProxy(self._field)
        self._field.textChanged.connect(lambda _: self._look())
        self._options.changed.connect(self._look)
        self._label_all.clicked.connect(lambda: self.labelAllRequested.emit(self.query))
        self._show_state()

    @property
    def query(self) -> Query:
        """What is searched for, as it stands in the bar."""
        return self._options.query(self._field.text())

    @property
    def hit(self) -> Span | None:
        """The current hit."""
        return self._hits[self._current] if self._current >= 0 else None

    def show_article(self, doc: AnnotatedArticle | None) -> None:
        """Searches another article from now on."""
        self._text = doc.article.text if doc else None
        self._near = 0
        self._forget_hits()
        if self.isVisible():
            self._look()

    def begin(self, words: str = "", position: int = 0) -> None:
        """Opens the bar and searches from a place on: for the words, or for those of the last time."""
        self._near = position
        self.show()
        if words:
            self._field.setText(words.partition("\n")[0])
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._shown = None
        self._look()

    def leave(self) -> None:
        """Closes the bar; the view shows no hits any more."""
        self._latest.forget()
        self.hide()
        self.hitsChanged.emit([], -1)
        self.closed.emit()

    def go_to(self, number: int) -> None:
        """Makes a hit the current one."""
        if 0 <= number < len(self._hits):
            self._step(number - self._current)

    def next_hit(self) -> None:
        self._step(1)

    def previous_hit(self) -> None:
        self._step(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F3:
                self._step(-1 if back else 1)
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Escape:
                self.leave()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of bars, with a hairline between it and the article."""
        colours = theme.current()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(colours.field))
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours.line))

    def _step(self, by: int) -> None:
        """To another hit, round the ends of the article; once they are found, where they still are not."""
        if self.isHidden():
            self.begin(position=self._near)
        if self._text is not None and self._shown != _Search(self._text, self.query):
            self._steps += by
        elif self._hits:
            self._current = (self._current + by) % len(self._hits)
            self._near = self._hits[self._current].start
            self._tell()

    def _look(self) -> None:
        self._steps = 0
        if self._text is None or not self.query.words.strip():
            self._latest.forget()
            self._forget_hits()
            self._tell()
        else:
            search = _Search(self._text, self.query)
            self._latest.ask(lambda: search)

    def _take(self, found: _Found) -> None:
        if self.isHidden() or self._text is None or found.search != _Search(self._text, self.query):
            return  # another search is under way, or none is wanted any more
        self._shown, self._hits = found.search, found.hits
        later = (number for number, hit in enumerate(found.hits) if hit.start >= self._near)
        self._current = next(later, 0 if found.hits else -1)
        self._show_problem(found.problem)
        self._tell()
        if self._steps:
            steps, self._steps = self._steps, 0
            self._step(steps)

    def _forget_hits(self) -> None:
        self._shown, self._hits, self._current = None, [], -1
        self._show_problem("")

    def _tell(self) -> None:
        self._show_state()
        self.hitsChanged.emit(self._hits, self._current)

    def _show_state(self) -> None:
        if self._hits:
            said = f"{self._current + 1:,} of {len(self._hits):,}"
        else:
            said = "No hits" if self._shown and self._problem.isHidden() else ""
        self._count.setText(said)
        self._label_all.setEnabled(bool(self._hits))

    def _show_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._field.setProperty("problem", bool(sentence))
        self._field.style().polish(self._field)


def _search(search: _Search, tick: Callable[[float], None]) -> _Found:
    try:
        return _Found(search, find(search.text, search.query))
    except QueryNotUnderstood as error:
        return _Found(search, [], str(error))


def _fail(error: Exception) -> None:
    raise error


def _button(sign: str, name: str, key: str, press: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setAutoRaise(True)
    button.setAccessibleName(name)
    button.setToolTip(f"{name} ({key})")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda _=False: press())
    return button
