"""A draft of a codebook: its labels on the left, the chosen one as a form on the right."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.codebook_fields import plain
from desktop.dialogs.codebook_label_form import LabelForm
from desktop.dialogs.codebook_moves import DeleteDialog, MergeDialog, counted
from desktop.dialogs.codebook_split import SplitDialog
from desktop.dialogs.codebook_tree_view import CodebookTreeView
from pressmark.annotated_article import AnnotatedArticle
from pressmark.codebook_rules import fresh_label, refusals
from pressmark.labels import STANDARD_CODEBOOK, Codebook, Label
from pressmark.recoding import Recoding

_MISSED = "The brief finds annotations by the name “{}”, which there is no more: it leaves these out."
_NO_LABEL = "No labels yet: make one, or begin with a template."


class CodebookEditor(QWidget):
    """`said` carries why something cannot be done, or is not as asked; "" takes it back."""

    said = Signal(str)

    def __init__(self, doc: AnnotatedArticle) -> None:
        super().__init__()
        self._doc = doc
        self.draft = Recoding.of(doc.codebook)
        self._label = ""
        self._fresh: set[str] = set()
        self._refused: dict[str, str] = {}
        self.tree, self.form = CodebookTreeView(), LabelForm()
        self._count = plain("")
        self._lay_out()
        self.tree.labelChosen.connect(self._chosen)
        self.tree.moveRequested.connect(self._move)
        self.tree.deleteRequested.connect(self._delete_chosen)
        self.form.edited.connect(self._edited)
        self.form.keyWanted.connect(self._take_key)
        self._show_first()

    def take_codebook(self, codebook: Codebook) -> None:
        """Another codebook takes the place of the draft; labels that it lacks and that are in use stay."""
        before = {label.name for label in codebook.labels}
        self.draft = self.draft.replaced(codebook, self._doc)
        kept = [label.title for label in self.draft.codebook.labels if label.name not in before]
        self._show_first()
        self.said.emit(f"Kept, for they have annotations: {', '.join(kept)}." if kept else "")

    def settled(self) -> bool:
        """Whether the form says nothing that cannot be; where it does, it is pointed to."""
        if not self._refused:
            return True
        self.tree.choose(self._label)
        self.said.emit(next(iter(self._refused.values())))
        return False

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        splitter = QSplitter()
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._left())
        splitter.addWidget(self._right())
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([250, 650])
        row.addWidget(splitter)

    def _left(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 16, 0, 12)
        column.addWidget(self.tree, 1)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 12, 0)
        row.addWidget(_button("New label", lambda: self._add("")))
        self._new_below = _button("New below", lambda: self._add(self._label))
        row.addWidget(self._new_below)
        row.addStretch(1)
        column.addLayout(row)
        return side

    def _right(self) -> QWidget:
        self._merge = _button("Merge into…", self._merge_chosen)
        self._split = _button("Split…", self._split_chosen)
        self._delete = _button("Delete…", self._delete_chosen)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 20, 8)
        row.setSpacing(8)
        row.addWidget(self._count, 1)
        for button in (self._merge, self._split, self._delete):
            row.addWidget(button)
        column.addLayout(row)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.form)
        column.addWidget(scroll, 1)
        empty = plain(_NO_LABEL)
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(page)
        return self._pages

    def _show_first(self) -> None:
        self._show(next((label.name for label in self.draft.codebook.labels), ""))

    def _show(self, name: str) -> None:
        """The draft as it is now, one of its labels in the form."""
        self._label, self._refused = name, {}
        self.said.emit("")
        label = self.draft.codebook.label(name)
        self._show_tree()
        self._pages.setCurrentIndex(1 if label else 0)
        self._new_below.setEnabled(label is not None)
        if label:
            self.form.show_label(label, self.draft.codebook, follows=name in self._fresh)
            self._show_warning()

    def _show_tree(self) -> None:
        counts = self.draft.counts(self._doc)
        self.tree.show_codebook(self.draft.codebook, counts, self._label)
        self._count.setText(counted(counts[self._label]))
        self._split.setEnabled(counts[self._label] > 0)
        self._merge.setEnabled(len(self.draft.codebook.labels) > 1)

    def _show_warning(self) -> None:
        before = [old for old, new in self.draft.fates.items() if new == self._label]
        missed = [
            one for one in before if STANDARD_CODEBOOK.label(one) and not self.draft.codebook.label(one)
        ]
        self.form.show_warning(_MISSED.format(missed[0]) if missed else "")

    def _chosen(self, name: str) -> None:
        if name and name != self._label and self.settled():
            self._show(name)

    def _edited(self, label: Label) -> None:
        """The form says something else: taken into the draft where it can be."""
        self._refused = refusals(self.draft.codebook, self._label, label)
        self.said.emit("")
        if self._refused:
            self.form.show_refusals(self._refused)
            return
        self.draft = self.draft.edited(self._label, label)
        if self._label in self._fresh:
            self._fresh = self._fresh - {self._label} | {label.name}
        self._label = label.name
        self.form.take(label, self.draft.codebook)
        self._show_tree()
        self._show_warning()

    def _take_key(self) -> None:
        """The label that has the key gives it up."""
        wanted = self.form.label()
        holder = next((one for one in self.draft.codebook.labels if one.key.upper() == wanted.key), None)
        if holder:
            self.draft = self.draft.edited(holder.name, replace(holder, key=""))
            self._edited(wanted)

    def _add(self, parent: str) -> None:
        if self.settled():
            label = replace(fresh_label(self.draft.codebook, "New label"), parent=parent)
            self._fresh.add(label.name)
            self.draft = self.draft.added(label)
            self._show(label.name)
            self.form.title_box.setFocus()
            self.form.title_box.selectAll()

    def _move(self, name: str, parent: str, before: str) -> None:
        if self.settled():
            self.draft = self.draft.moved(name, parent, before)
            self._show(name)

    def _merge_chosen(self) -> None:
        label = self._chosen_label()
        if label is None:
            return
        answer = MergeDialog.ask(self, self.draft.codebook, label, self.draft.counts(self._doc)[label.name])
        if answer:
            heir, brings = answer
            self.draft = self.draft.merged(label.name, heir, with_definitions=brings)
            self._show(heir)

    def _split_chosen(self) -> None:
        label = self._chosen_label()
        if label is None:
            return
        answer = SplitDialog.ask(self, self._doc, label, self.draft.annotations(self._doc, label.name))
        if answer:
            title, keys = answer
            fresh = fresh_label(self.draft.codebook, title)
            looks = replace(label, colour=fresh.colour, line=fresh.line, key="", foreign=())
            new = replace(looks, name=fresh.name, title=title, prefix=fresh.prefix)
            self.draft = self.draft.split(label.name, new, keys)
            self._show(new.name)

    def _delete_chosen(self) -> None:
        label = self._chosen_label()
        if label is None:
            return
        book, count = self.draft.codebook, self.draft.counts(self._doc)[label.name]
        heir = DeleteDialog.ask(self, book, label, count) if count else ""
        if heir is not None:
            beside = [one.name for one in book.labels if one.name != label.name]
            at = min(book.labels.index(label), len(beside) - 1)
            draft = self.draft
            self.draft = draft.merged(label.name, heir) if heir else draft.without(label.name)
            self._show(heir or (beside[at] if beside else ""))

    def _chosen_label(self) -> Label | None:
        return self.draft.codebook.label(self._label) if self.settled() else None


def _button(title: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(title)
    button.setAutoDefault(False)
    button.clicked.connect(act)
    return button
