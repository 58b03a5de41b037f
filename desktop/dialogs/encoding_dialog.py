"""Which encoding a text is in: the readings beside one another, in the lines in which they differ."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.dialogs.form import FormDialog
from pressmark.encodings import ENCODINGS, in_words

_WIDTH = 780
_LIST_WIDTH = 270
_OTHER = "Other…"
_MOST_SHOWN = 1_500


class EncodingDialog(FormDialog):
    """The likeliest is chosen at first; “Other…” opens the list of all."""

    def __init__(
        self,
        parent: QWidget,
        name: str,
        choices: Sequence[tuple[str, str]],
        preview: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__(parent, "Encoding of the text", _WIDTH)
        self._previews = dict(choices)
        self._preview = preview
        self._list = QListWidget()
        self._list.setAccessibleName("Encodings")
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words = _plain()
        self._add_lead(name)
        halves = QHBoxLayout()
        halves.setSpacing(20)
        halves.addWidget(self._list)
        halves.addWidget(self._card(), 1)
        self._column.addSpacing(12)
        self._column.addLayout(halves, 1)
        self.add_buttons("Import")
        (self._done,) = (one for one in self.findChildren(QPushButton) if one.isDefault())
        self.resize(_WIDTH, 430)
        self._fill()
        self._list.currentItemChanged.connect(lambda *_: self._show())
        self._list.itemActivated.connect(self._activated)
        self._list.itemClicked.connect(lambda item: self._open(item) if _is_other(item) else None)
        self._list.setCurrentRow(0)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        name: str,
        choices: Sequence[tuple[str, str]],
        preview: Callable[[str], str] | None = None,
    ) -> str | None:
        """Python's name of the encoding; None when the analyst leaves it as it was.

        `preview` reads the same lines in an encoding that is none of the choices.
        """
        dialog = cls(parent, name, choices, preview)
        accepted = dialog.exec()
        answer = dialog.answer() if accepted else None
        dialog.deleteLater()
        return answer

    def answer(self) -> str:
        item = self._list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole) or "") if item else ""

    def accept(self) -> None:
        """Enter on “Other…” opens the list."""
        item = self._list.currentItem()
        if item and _is_other(item):
            self._open(item)
        elif self.answer():
            super().accept()

    def _add_lead(self, name: str) -> None:
        lead, about = QLabel("Which of these reads right?"), QLabel()
        lead.setFont(theme.ui_font(11, bold=True))
        about.setObjectName("quiet")
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.ensurePolished()
        shown = about.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, _WIDTH - 360)
        about.setText(f"{shown} does not say how its characters are written.")
        about.setToolTip("" if shown == name else name)
        self._column.addWidget(lead)
        self._column.addWidget(about)

    def _card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 14, 20, 16)
        inside.setSpacing(8)
        self._title = QLabel("The first lines that differ")
        self._title.setObjectName("sectionHeading")
        inside.addWidget(self._title)
        inside.addWidget(self._words, 1)
        return card

    def _fill(self) -> None:
        for encoding in self._previews:
            self._add(encoding)
        if self._preview and any(not self._is_offered(one) for one in ENCODINGS):
            self._list.addItem(QListWidgetItem(_OTHER))

    def _add(self, encoding: str) -> None:
        item = QListWidgetItem(in_words(encoding))
        item.setData(Qt.ItemDataRole.UserRole, encoding)
        self._list.addItem(item)

    def _is_offered(self, encoding: str) -> bool:
        return in_words(encoding) in map(in_words, self._previews)

    def _activated(self, item: QListWidgetItem) -> None:
        if _is_other(item):
            self._open(item)
        else:
            self.accept()

    def _open(self, other: QListWidgetItem) -> None:
        """Puts all the other encodings in the place of “Other…”."""
        at = self._list.row(other)
        for encoding in ENCODINGS:
            if not self._is_offered(encoding):
                self._add(encoding)
        self._list.takeItem(at)
        self._list.setCurrentRow(at)

    def _show(self) -> None:
        encoding = self.answer()
        words = self._previews.get(encoding, "")
        if encoding and not words and self._preview:
            words = self._preview(encoding)
        shown = "\n\n".join(words[:_MOST_SHOWN].split("\n"))
        self._words.setText(shown if encoding else "All the other encodings that Pressmark reads")
        self._words.setProperty("missing", not encoding)
        self._title.setVisible(bool(encoding))
        self._done.setText("Import" if encoding else "Show all")
        self._words.style().polish(self._words)


def _is_other(item: QListWidgetItem) -> bool:
    return not item.data(Qt.ItemDataRole.UserRole)


def _plain() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.reading_font(12))
    label.setWordWrap(True)
    label.setAccessibleName("Preview")
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    label.setSizePolicy(
        QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
    )  # a long word widens nothing
    return label
