"""A file that somebody else has changed: theirs, mine, or both merged, asked before anything is written."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.dialogs.dispute_table import DisputeTable
from desktop.dialogs.form import FormDialog
from pressmark.conflict_words import disputes
from pressmark.three_way import Merged

_WIDTH = 780
_INDENT = 24
_ROW, _TALLEST = 60, 720


class Choice(Enum):
    """Whose version the article goes on with."""

    MERGE = auto()
    RELOAD = auto()
    KEEP = auto()


@dataclass(frozen=True, slots=True)
class Wording:
    """What the dialog says. `reload` and `keep` are the choice, its button, and what it does; `sides` are
    what mine and theirs are called, with `as_in` before them in sentences."""

    title: str
    told: str
    reload: tuple[str, str, str]
    keep: tuple[str, str, str]
    sides: tuple[str, str]
    merging: str = ""
    later: str = ""
    as_in: str = ""


@dataclass(frozen=True, slots=True)
class OtherHandsOffer:
    """`unsaved` is how many of my changes the file does not hold; `merged` is None where texts differ.

    Without a `wording` another program has changed the file.
    """

    name: str
    file: Path
    unsaved: int
    merged: Merged | None = None
    wording: Wording | None = None


@dataclass(frozen=True, slots=True)
class OtherHandsAnswer:
    """`theirs` are the numbers of the conflicts decided against mine, for `Merged.change`."""

    choice: Choice
    theirs: tuple[int, ...] = ()


class OtherHandsDialog(FormDialog):
    """Escape and “Not now” leave both as they are: the article unsaved, the file untouched."""

    def __init__(self, parent: QWidget, offer: OtherHandsOffer) -> None:
        self._wording = offer.wording or _another_program(offer.unsaved)
        super().__init__(parent, self._wording.title, _WIDTH)
        self._offer = offer
        self._choices = QButtonGroup(self)
        self._explained: dict[Choice, QRadioButton] = {}
        self._add_lead()
        self._table = self._add_merge()
        self._add_choice(Choice.RELOAD, *self._wording.reload[::2])
        self._add_choice(Choice.KEEP, *self._wording.keep[::2])
        self.add_buttons("Merge")
        (self._done,) = (one for one in self.findChildren(QPushButton) if one.isDefault())
        (buttons,) = self.findChildren(QDialogButtonBox)
        later = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        later.setText("Not now")
        later.setToolTip(self._wording.later)
        self._choices.idToggled.connect(lambda _number, on: self._chosen() if on else None)
        if self._table is not None:
            self._count()
            self.resize(_WIDTH + 60, min(_TALLEST, 420 + _ROW * self._table.rowCount()))
        first = self._explained[_likeliest(offer)]
        first.setChecked(True)
        first.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget, offer: OtherHandsOffer, then: Callable[[OtherHandsAnswer | None], None]
    ) -> None:
        """Tells `then` what the analyst wants, None for nothing yet; holds nothing up but the window."""
        dialog = cls(parent, offer)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda accepted: then(dialog.answer() if accepted else None))
        dialog.open()

    def answer(self) -> OtherHandsAnswer:
        choice = self._choice()
        table = self._table if choice is Choice.MERGE else None
        return OtherHandsAnswer(choice, table.theirs() if table else ())

    def _choice(self) -> Choice:
        return Choice(self._choices.checkedId())

    def _add_lead(self) -> None:
        told = self._wording.told
        lead = QLabel()
        lead.setTextFormat(Qt.TextFormat.PlainText)
        lead.setFont(theme.ui_font(11, bold=True))
        lead.ensurePolished()
        room = _WIDTH - 60
        metrics = lead.fontMetrics()
        name = " ".join(self._offer.name.split())
        fitting = metrics.elidedText(
            name, Qt.TextElideMode.ElideRight, room - metrics.horizontalAdvance(f"“”{told}")
        )
        lead.setText(f"“{fitting}”{told}")
        lead.setToolTip(_wrapped(name) if fitting != name else "")
        where = QLabel()
        where.setObjectName("quiet")
        where.setTextFormat(Qt.TextFormat.PlainText)
        where.ensurePolished()
        file = str(self._offer.file)
        where.setText(where.fontMetrics().elidedText(file, Qt.TextElideMode.ElideMiddle, room))
        where.setToolTip(_wrapped(file))
        self._column.addWidget(lead)
        self._column.addWidget(where)
        self._column.addSpacing(10)

    def _add_merge(self) -> DisputeTable | None:
        merged = self._offer.merged
        if merged is None:
            why = "The text of the article itself was changed: the two cannot be merged."
            self._add_choice(Choice.MERGE, "Merge both", why).setEnabled(False)
            return None
        explained = " ".join(filter(None, (_merging(merged), self._wording.merging)))
        if merged.conflicts:
            explained = f"{explained} What both of you changed is for you to decide:"
        self._add_choice(Choice.MERGE, "Merge both", explained)
        if not merged.conflicts:
            return None
        table = DisputeTable(disputes(merged), self._wording.sides)
        table.decided.connect(self._count)
        indented = QVBoxLayout()
        indented.setContentsMargins(_INDENT, 4, 0, 0)
        indented.setSpacing(4)
        indented.addWidget(self._line_above(table))
        indented.addWidget(table, 1)
        self._column.addLayout(indented, 1)
        self._column.addSpacing(6)
        return table

    def _line_above(self, table: DisputeTable) -> QWidget:
        self._above = QWidget()
        row = QHBoxLayout(self._above)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        self._counts = QLabel()
        self._counts.setObjectName("quiet")
        row.addWidget(self._counts, 1)
        for title, theirs in zip(self._wording.sides, (False, True), strict=True):
            button = QPushButton(f"All {self._wording.as_in}{title.lower()}")
            button.setObjectName("linkLike")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, theirs=theirs: table.decide_all(theirs))
            row.addWidget(button)
        return self._above

    def _add_choice(self, choice: Choice, title: str, explained: str) -> QRadioButton:
        button = QRadioButton(title)
        button.setAccessibleDescription(explained)
        self._choices.addButton(button, choice.value)
        self._explained[choice] = button
        told = QLabel(explained)
        told.setObjectName("quiet")
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        told.setContentsMargins(_INDENT, 0, 0, 0)
        self._column.addSpacing(8)
        self._column.addWidget(button)
        self._column.addWidget(told)
        return button

    def _chosen(self) -> None:
        choice = self._choice()
        reload, keep = self._wording.reload[1], self._wording.keep[1]
        self._done.setText({Choice.MERGE: "Merge", Choice.RELOAD: reload, Choice.KEEP: keep}[choice])
        if self._table is not None:
            self._table.setEnabled(choice is Choice.MERGE)
            self._above.setEnabled(choice is Choice.MERGE)

    def _count(self) -> None:
        if self._table is not None:
            theirs, number = len(self._table.theirs()), self._table.rowCount()
            mine_called, theirs_called = (
                f"{self._wording.as_in}{one.lower()}" for one in self._wording.sides
            )
            counted = f"{number - theirs} {mine_called}, {theirs} {theirs_called}"
            self._counts.setText(f"{number} to decide: {counted}")


def _likeliest(offer: OtherHandsOffer) -> Choice:
    """The one that loses nothing and asks for least."""
    if not offer.unsaved and offer.wording is None:
        return Choice.RELOAD
    return Choice.MERGE if offer.merged else Choice.KEEP


def _another_program(unsaved: int) -> Wording:
    return Wording(
        title="Changed by another program",
        told=" was changed by another program",
        reload=("Reload theirs", "Reload", _reloading(unsaved)),
        keep=(
            "Keep mine",
            "Keep mine",
            "Your next save puts yours in the place of theirs, which is kept as a backup.",
        ),
        sides=("Mine", "Theirs"),
        later="Asked again before the next save",
    )


def _reloading(unsaved: int) -> str:
    if not unsaved:
        return "You have changed nothing since you last saved."
    what = "the change" if unsaved == 1 else f"the {unsaved:,} changes"
    return f"Gives up {what} that you have not saved."


def _merging(merged: Merged) -> str:
    if not (merged.kept or merged.taken or merged.conflicts):
        return "Both say the same."
    mine = f"{merged.kept:,} of yours" if merged.kept else "none of yours"
    theirs = f"{merged.taken:,} of their changes" if merged.taken else "None of their changes"
    sentences = [f"{theirs} and {mine} fit together by themselves."]
    if len(merged.renamed) == 1:
        sentences.append("One of your new annotations gets a new id: theirs uses the old one.")
    elif merged.renamed:
        number = len(merged.renamed)
        sentences.append(f"{number:,} of your new annotations get new ids: theirs uses the old ones.")
    return " ".join(sentences)


def _wrapped(text: str) -> str:
    """A tip that is as plain as the text, and breaks its lines."""
    return f"<p>{escape(text)}</p>"
