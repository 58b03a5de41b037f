"""A label of the analyst's own: its name, colour, line, key, and what can be said of its annotations."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop import theme
from desktop.dialogs.form import FormDialog
from pressmark.brief import LineStyle
from pressmark.labels import AttributeDefinition, AttributeKind, Codebook, Label, free_prefix, slug
from pressmark.palette import SWATCHES, Swatch

_ATTRIBUTES_HINT = "One a line, as in  Topic  ·  Date: date  ·  Stance: for, against, neutral"


class LabelDialog(FormDialog):
    """Offers the first free colour; refuses a name or a key that another label has."""

    def __init__(self, parent: QWidget, codebook: Codebook, title: str = "") -> None:
        super().__init__(parent, "New label")
        self._codebook = codebook
        self._title = QLineEdit(title)
        self._title.setPlaceholderText("Claim")
        self._key = QLineEdit()
        self._key.setMaxLength(1)
        self._key.setPlaceholderText("One letter, as in C")
        self._colour = QComboBox()
        self._colour.setIconSize(QSize(28, 14))
        for name, swatch in SWATCHES.items():
            self._colour.addItem(_icon(swatch), name.capitalize(), name)
        used = {label.colour for label in codebook.labels}
        free = next((index for index, name in enumerate(SWATCHES) if name not in used), 0)
        self._colour.setCurrentIndex(free)
        self._line = QComboBox()
        for line in LineStyle:
            self._line.addItem(line.value.capitalize(), line.value)
        self._description = QLineEdit()
        self._attributes = QPlainTextEdit()
        self._attributes.setPlaceholderText(_ATTRIBUTES_HINT)
        self._attributes.setTabChangesFocus(True)
        self._attributes.setMaximumHeight(90)
        for name, field in (
            ("Name", self._title),
            ("Key", self._key),
            ("Colour", self._colour),
            ("Underline", self._line),
            ("What it marks", self._description),
            ("Attributes", self._attributes),
        ):
            self.add_field(name, field)
        self.add_buttons("Add label")

    @classmethod
    def ask(cls, parent: QWidget, codebook: Codebook, title: str = "") -> Label | None:
        """The new label, None when the analyst wants none. `title` is what it is called at first."""
        dialog = cls(parent, codebook, title)
        accepted = dialog.exec()
        answer = dialog.answer() if accepted else None
        dialog.deleteLater()
        return answer

    def answer(self) -> Label:
        title = self._title.text().strip()
        name = slug(title)
        return Label(
            name,
            title,
            str(self._colour.currentData()),
            LineStyle(str(self._line.currentData())),
            self._key.text().strip().upper(),
            free_prefix(name, self._codebook),
            self._description.text().strip(),
            read_attributes(self._attributes.toPlainText()),
        )

    def accept(self) -> None:
        if problem := self._found_problem():
            self.show_problem(problem)
        else:
            super().accept()

    def _found_problem(self) -> str:
        """Why there can be no such label; empty where there can."""
        title, key = self._title.text().strip(), self._key.text().strip().upper()
        others = {label.key.upper(): label.title for label in self._codebook.labels if label.key}
        said = _lines(self._attributes.toPlainText())
        nameless = [line.strip() for line in said if not slug(line.partition(":")[0])]
        if not slug(title):
            return "The label needs a name."
        if self._codebook.label(slug(title)):
            return f"There is a label {title} already."
        if key in others:
            return f"The key {key} is {others[key]}’s."
        if key and not (len(key) == 1 and key.isalpha()):
            return f"The key {key} is no letter."
        return f"The attribute “{nameless[0]}” needs a name." if nameless else ""


def read_attributes(text: str) -> tuple[AttributeDefinition, ...]:
    """One attribute a line: a title, or a title with a kind or with choices after a colon."""
    found: dict[str, AttributeDefinition] = {}
    for line in _lines(text):
        title, _, rest = (part.strip() for part in line.partition(":"))
        kinds = {kind.value: kind for kind in AttributeKind if kind is not AttributeKind.CHOICE}
        if rest and rest.casefold() not in kinds:
            choices = tuple(dict.fromkeys(filter(None, map(str.strip, rest.split(",")))))
            found[slug(title)] = AttributeDefinition(slug(title), title, AttributeKind.CHOICE, choices)
        else:
            kind = kinds.get(rest.casefold(), AttributeKind.TEXT)
            found[slug(title)] = AttributeDefinition(slug(title), title, kind)
    return tuple(found.values())


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _icon(swatch: Swatch) -> QIcon:
    dark = theme.current().dark
    fill, ink = (swatch.dark_fill, swatch.dark_ink) if dark else (swatch.fill, swatch.ink)
    pixmap = QPixmap(28, 14)
    pixmap.fill(QColor(fill))
    with QPainter(pixmap) as painter:
        painter.fillRect(0, 11, 28, 3, QColor(ink))
    return QIcon(pixmap)
