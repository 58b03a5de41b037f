"""A slim line above the lists: words to search for, filters to choose, and what the chosen one asks for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.views.filter_chips import FilterChips
from desktop.views.filter_form import FilterForm
from desktop.views.scope_button import ScopeButton
from pressmark.filtering import Filter
from pressmark.labels import Codebook, Label
from pressmark.saved_filters import NamedFilter, from_plain, ready_made, to_plain

_PAUSE = 120
"""Milliseconds without a letter before it is searched."""


class FilterBar(QWidget):
    """`changed` carries the filter, `savedChanged` all filters of the analyst's own as plain dicts."""

    changed = Signal(object)
    savedChanged = Signal(object)
    scopeChanged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = Filter()
        self.author = ""
        self._labels: tuple[Label, ...] = ()
        self._saved: list[NamedFilter] = []
        self._authors: Callable[[], Iterable[str]] = tuple
        self._search = QLineEdit()
        self._search.setPlaceholderText("Search annotations")
        self._search.setAccessibleName("Search annotations")
        self._search.setClearButtonEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.search)
        self._search.textEdited.connect(lambda _: self._pause.start())
        self._search.textChanged.connect(lambda text: self.search() if not text else None)
        self._search.returnPressed.connect(self.search)
        self._button = QToolButton()
        self._button.setText("Filter ▾")
        self._button.setAccessibleName("Filter")
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._button)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._button.setMenu(self._menu)
        self._form = FilterForm(self)
        self._form.changed.connect(self.choose)
        self._form.saved.connect(self._save)
        self._scope = ScopeButton()
        self._scope.changed.connect(self.scopeChanged)
        self._chips = FilterChips(self._scope)
        self._chips.left.connect(self.choose)
        self._arrange()

    def add_button(self, button: QWidget) -> None:
        """One more button at the end of the line."""
        self._line.addWidget(button)

    @property
    def is_of_all(self) -> bool:
        """True where the annotations of all articles are listed."""
        return self._scope.is_of_all

    def offer_all(self, count: int) -> None:
        """So many articles could be listed together."""
        self._scope.offer(count)
        self._show_chips()

    def choose_all(self) -> None:
        """Lists all articles, as if the analyst had chosen so."""
        self._scope.choose_all()

    def show_labels(self, labels: Sequence[Label], authors: Callable[[], Iterable[str]]) -> None:
        """What can be asked for; `authors` is only asked once the form opens."""
        self._labels, self._authors = tuple(labels), authors
        self._show_chips()

    def show_saved(self, saved: Iterable[Mapping[str, object]]) -> None:
        """The analyst's own filters as `savedChanged` gave them; what is none any more is left out."""
        self._saved = []
        for one in saved:
            with suppress(ValueError):  # of another version, or edited by hand
                self._saved.append(from_plain(one))

    def choose(self, wanted: Filter) -> None:
        """Another filter."""
        if self._search.text().split() != wanted.words.split():
            self._search.setText(wanted.words)
        if wanted != self.filter:
            self.filter = wanted
            self._show_chips()
            self.changed.emit(wanted)

    def focus(self) -> None:
        """The keyboard into the search line."""
        self._search.setFocus()
        self._search.selectAll()

    def search(self) -> None:
        """Looks for what is typed now."""
        self._pause.stop()
        self.choose(replace(self.filter, words=self._search.text().strip()))

    def _arrange(self) -> None:
        self._line = QHBoxLayout()
        self._line.setSpacing(6)
        self._line.addWidget(self._search, 1)
        self._line.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._line)
        column.addWidget(self._chips)

    def _show_chips(self) -> None:
        self._chips.show_filter(self.filter, Codebook(self._labels))

    def _fill_menu(self) -> None:
        self._menu.clear()
        for named in ready_made(self.author):
            self._offer(named)
        if self._saved:
            self._menu.addSection("Saved")
        for named in self._saved:
            self._offer(named)
        self._menu.addSeparator()
        self._menu.addAction("More…", self._open_form)
        if self._saved:
            forget = self._menu.addMenu("Forget")
            for named in self._saved:
                action = forget.addAction(named.name.replace("&", "&&"))
                action.triggered.connect(lambda _=False, named=named: self._forget(named))
        nothing = self._menu.addAction("Show all", lambda: self.choose(Filter()))
        nothing.setEnabled(self.filter != Filter())

    def _offer(self, named: NamedFilter) -> None:
        action = self._menu.addAction(named.name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(named.filter == self.filter)
        action.triggered.connect(lambda _=False: self.choose(named.filter))

    def _open_form(self) -> None:
        place = self.mapToGlobal(QPoint(0, self._search.geometry().bottom() + 5))
        self._form.open_for(self.filter, self._labels, self._authors(), place, min(self.width(), 420))

    def _save(self, name: str) -> None:
        """Under that name, in the place of one that was called so."""
        rest = [named for named in self._saved if named.name != name]
        self._keep([*rest, NamedFilter(name, self.filter)])

    def _forget(self, named: NamedFilter) -> None:
        self._keep([one for one in self._saved if one != named])

    def _keep(self, saved: list[NamedFilter]) -> None:
        self._saved = saved
        self.savedChanged.emit([to_plain(one) for one in saved])
