"""The lists of all labels, one a tab; each is made when it is first seen, and then follows every change."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.models.listing import Listing, Picks, touched
from desktop.views.annotation_list import AnnotationList
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.labels import Codebook, Label
from pressmark.markup import Change


class ListTabs(QTabWidget):
    """`picked` is the one row selected by hand, `opened` one to read in its text, each with its article."""

    picked = Signal(object, str)
    opened = Signal(object, str)
    valueEdited = Signal(object, str, str, str)
    deleteRequested = Signal(object)
    selectionChanged = Signal()
    columnsChanged = Signal(object)

    def __init__(self, *, wide: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide = wide
        self._listing = Listing()
        self._counts: Counter[str] = Counter()
        self._lists: dict[str, AnnotationList] = {}
        self._pages: list[QWidget] = []
        self.labels: tuple[Label, ...] = ()
        self.columns: dict[str, list[str]] = {}
        self._filling = QTimer(self)
        self._filling.setSingleShot(True)
        self._filling.timeout.connect(self._fill_next)
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        self.setStyleSheet("QTabWidget::tab-bar { left: 2px; }")
        self.tabBar().setStyleSheet("QToolButton { padding: 0; } QTabBar::tab { margin-right: 11px; }")
        self.currentChanged.connect(lambda _: self._turned())

    @property
    def listing(self) -> Listing:
        return self._listing

    def show_listing(self, listing: Listing) -> None:
        """Lists something else; the same label stays in front."""
        self._listing = listing
        self._counts = listing.counts()
        labels = listing.labels()
        if labels != self.labels:
            self._build(labels)
        for one in self._lists.values():
            one.show_listing(listing)
        self._name(label.name for label in labels)
        self._filling.start()

    def refresh(self, change: Change, doc: AnnotatedArticle) -> None:
        """A change was made to an article: what it names, and what reads otherwise by it, is shown anew."""
        number = self._listing.number_of(doc)
        if number < 0:
            return
        if self._brings_lists(change):
            self.show_listing(self._listing)
            return
        changed = self._count(change)
        keys = touched(doc, change)
        for one in self._lists.values():
            if one.is_filled:
                one.refresh(number, keys)
                if self._listing.is_filtered:
                    changed.add(one.label.name)
        self._name(changed)

    def pick(self, doc: AnnotatedArticle | None, key: str) -> None:
        """Selects the row of an annotation and only that, and brings its list to the front."""
        number = self._listing.number_of(doc)
        one = doc.markup.get(key) if doc is not None and number >= 0 else None
        names = [label.name for label in self.labels]
        if one is not None and one.label in names:
            self.setCurrentIndex(names.index(one.label))
        for name, table in self._lists.items():
            table.pick(number, key if one is not None and name == one.label else "")

    def bring(self, labels: Sequence[str]) -> None:
        """A list of one of these labels to the front."""
        front = self.front()
        names = [label.name for label in self.labels]
        if labels and front and front.label.name not in labels:
            self.setCurrentIndex(next((names.index(one) for one in labels if one in names), 0))

    def front(self) -> AnnotationList | None:
        """The list that is seen; it is made when it is asked for."""
        index = self.currentIndex()
        return self._list(self.labels[index]) if 0 <= index < len(self.labels) else None

    def picks(self) -> Picks:
        """What is selected in the list in front."""
        front = self.front()
        return front.picks() if front else ()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._filling.start()

    def _turned(self) -> None:
        """Another list is in front."""
        self.front()
        self.selectionChanged.emit()

    def _build(self, labels: tuple[Label, ...]) -> None:
        index = self.currentIndex()
        name = self.labels[index].name if 0 <= index < len(self.labels) else ""
        with QSignalBlocker(self):
            self.clear()
            for page in self._pages:
                page.deleteLater()
            self._lists, self.labels = {}, labels
            self._pages = [QWidget() for _ in labels]
            for label, page in zip(labels, self._pages, strict=True):
                self.addTab(page, f"{label.title}s")
            self.setCurrentIndex(next((at for at, label in enumerate(labels) if label.name == name), 0))
        self.front()

    def _list(self, label: Label) -> AnnotationList:
        """The list of a label, made when it is first needed."""
        if label.name not in self._lists:
            one = self._lists[label.name] = self._made(label)
            one.show_listing(self._listing)
            column = QVBoxLayout(self._pages[self.labels.index(label)])
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(one)
            one.show()  # at once where its tab is in front: Qt would do so later
        return self._lists[label.name]

    def _made(self, label: Label) -> AnnotationList:
        one = AnnotationList(label, wide=self._wide)
        one.layout_of_columns.choose(self.columns.get(self._column_key(label.name)))
        one.picked.connect(self.picked)
        one.opened.connect(self.opened)
        one.valueEdited.connect(self.valueEdited)
        one.deleteRequested.connect(self.deleteRequested)
        one.selectionChanged.connect(self.selectionChanged)
        one.filled.connect(lambda: self._name([label.name]))
        one.columnsChosen.connect(lambda names: self._choose_columns(label.name, names))
        return one

    def _fill_next(self) -> None:
        """With a filter a list has to be made for its number to be known: one after the other."""
        if not (self._listing.is_filtered and self.isVisible()):
            return
        for label in self.labels:
            if label.name not in self._lists or not self._lists[label.name].is_filled:
                self._list(label).fill()
                self._filling.start()
                return

    def _brings_lists(self, change: Change) -> bool:
        known = {label.name for label in self.labels}
        return any(
            edit.kind is Codebook or (isinstance(edit.after, Annotation) and edit.after.label not in known)
            for edit in change.edits
        )

    def _count(self, change: Change) -> set[str]:
        """Counts what came and went; answers with the labels of which there are more or fewer now."""
        came: Counter[str] = Counter()
        for edit in change.edits:
            if isinstance(edit.before, Annotation):
                came[edit.before.label] -= 1
            if isinstance(edit.after, Annotation):
                came[edit.after.label] += 1
        self._counts.update(came)
        return {name for name, number in came.items() if number}

    def _name(self, names: Iterable[str]) -> None:
        wanted = set(names)
        for index, label in enumerate(self.labels):
            if label.name in wanted:
                count = self._number(label.name)
                self.setTabText(index, f"{label.title}s {count:,}" if count else f"{label.title}s")

    def _number(self, label: str) -> int:
        """How many are listed; 0 as long as it is not known how many the filter lets through."""
        if self._listing.is_filtered:
            return self._lists[label].count if label in self._lists and self._lists[label].is_filled else 0
        return self._counts[label]

    def _choose_columns(self, label: str, names: Sequence[str] | None) -> None:
        key = self._column_key(label)
        if names is None:
            self.columns.pop(key, None)
        else:
            self.columns[key] = list(names)
        self.columnsChanged.emit(self.columns)

    def _column_key(self, label: str) -> str:
        return f"wide {label}" if self._wide else label
