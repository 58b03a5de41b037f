"""One template: what it is called, how its briefs look, and what of each section they have."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.views.calm_combo import CalmCombo
from desktop.views.growing_text import GrowingText
from pressmark.brief import Faces, Look, PageSize
from pressmark.templates import Template, picture

LANGUAGES = {"en-GB": "English", "de": "German", "fr": "French"}
_FACES = {Faces.MIXED: "Sans and serif", Faces.SANS: "Sans throughout"}
_PAGES = {PageSize.A4: "A4", PageSize.LETTER: "US Letter"}
_PICTURES = "Pictures (*.png *.jpg *.jpeg)"
_MODELS = "Word documents and templates (*.docx *.dotx)"


class TemplateForm(QWidget):
    """`changed` carries nothing: `template` has what the form says, with the sections it was shown with."""

    changed = Signal()
    problem = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._template: Template | None = None
        self._title, self._description = QLineEdit(), GrowingText(3, 5)
        self._accent = QPushButton()
        self._accent.setIconSize(QSize(28, 14))
        self._accent.setAutoDefault(False)
        self._accent.setAutoDefault(False)
        self._accent.clicked.connect(self._choose_accent)
        self._language = _choice(list(LANGUAGES.items()))
        self._faces = _choice([(face.value, title) for face, title in _FACES.items()])
        self._page = _choice([(page.value, title) for page, title in _PAGES.items()])
        self._cover = QCheckBox("A block above all: for whom, from whom, as of when")
        self._contents = QCheckBox("A list of contents")
        self._logo = FileRow("Logo", "No logo")
        self._model = FileRow("Word template", "Pressmark's own styles")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._build()
        self._listen()

    @property
    def template(self) -> Template | None:
        return self._template

    def show_template(self, template: Template) -> None:
        self._template = None  # what the boxes say while they are filled changes nothing
        self._title.setText(template.title)
        self._description.show_text(template.description)
        self._cover.setChecked(template.cover)
        self._contents.setChecked(template.contents)
        if self._language.findData(template.language) < 0:
            self._language.addItem(template.language, template.language)
        for box, value in (
            (self._language, template.language),
            (self._faces, template.look.faces.value),
            (self._page, template.look.page.value),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
        self._template = template
        self._show_look()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        pairs = (("Accent", self._accent), ("Language of headings", self._language))
        faces = (("Faces", self._faces), ("Page", self._page))
        for row, fields in enumerate((pairs, faces)):
            for column, (name, field) in enumerate(fields):
                grid.addWidget(_named(name, field), 2 * row, column)
                grid.addWidget(field, 2 * row + 1, column)
                grid.setColumnStretch(column, 1)
        for name, field in (("Title", self._title), ("What it is for", self._description)):
            self._column.addWidget(_named(name, field))
            self._column.addWidget(field)
            self._column.addSpacing(6)
        self._column.addLayout(grid)
        self._column.addSpacing(10)
        for part in (self._cover, self._contents, self._logo, self._model):
            self._column.addWidget(part)
        self._column.addStretch(1)

    def _listen(self) -> None:
        self._title.textEdited.connect(lambda _: self._take())
        self._description.textChanged.connect(self._take)
        for box in (self._language, self._faces, self._page):
            box.currentIndexChanged.connect(lambda _: self._take())
        for tick in (self._cover, self._contents):
            tick.toggled.connect(lambda _: self._take())
        self._logo.chooseRequested.connect(self._choose_logo)
        self._logo.removeRequested.connect(lambda: self._take_look(logo=None))
        self._model.chooseRequested.connect(self._choose_model)
        self._model.removeRequested.connect(lambda: self._take_look(word_model=b""))

    def _take(self) -> None:
        if self._template is None:
            return
        self._template = replace(
            self._template,
            title=self._title.text().strip() or self._template.title,
            description=" ".join(self._description.text.split()),
            language=str(self._language.currentData()),
            cover=self._cover.isChecked(),
            contents=self._contents.isChecked(),
        )
        self._take_look(
            faces=Faces(self._faces.currentData()),
            page=PageSize(self._page.currentData()),
        )

    def _take_look(self, **changes: object) -> None:
        if self._template is not None:
            look: Look = replace(self._template.look, **changes)  # type: ignore[arg-type]  # names of its fields
            self._template = replace(self._template, look=look)
            self._show_look()
            self.changed.emit()

    def _show_look(self) -> None:
        if self._template is None:
            return
        look = self._template.look
        swatch = QPixmap(28, 14)
        swatch.fill(QColor(look.accent))
        self._accent.setIcon(QIcon(swatch))
        self._accent.setText(look.accent)
        self._logo.show_file(look.logo.alternative if look.logo else "")
        self._model.show_file(self._template.word_model if look.word_model else "")

    def _choose_accent(self) -> None:
        if self._template is None:
            return
        colour = QColorDialog.getColor(QColor(self._template.look.accent), self, "Accent")
        if colour.isValid():
            self._take_look(accent=colour.name())

    def _choose_logo(self) -> None:
        if data := self._read("Logo", _PICTURES):
            path, content = data
            found = picture(content, path.stem)
            if found is None:
                self.problem.emit(f"“{path.name}” is neither a PNG nor a JPEG: choose one that is.")
            else:
                self._take_look(logo=found)

    def _choose_model(self) -> None:
        data = self._read("Word template", _MODELS)
        if data and self._template is not None:
            self._template = replace(self._template, word_model=data[0].name)
            self._take_look(word_model=data[1])

    def _read(self, title: str, kinds: str) -> tuple[Path, bytes] | None:
        name, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if not name:
            return None
        try:
            return Path(name), Path(name).read_bytes()
        except OSError as error:
            self.problem.emit(f"“{Path(name).name}” cannot be read: {error.strerror}.")
            return None


class FileRow(QWidget):
    """A file that may be there: its name, and buttons to choose another or none."""

    chooseRequested = Signal()
    removeRequested = Signal()

    def __init__(self, name: str, nothing: str) -> None:
        super().__init__()
        self._nothing = nothing
        self._file = QLabel(nothing)
        self._file.setTextFormat(Qt.TextFormat.PlainText)
        self._choose, self._remove = QPushButton("Choose…"), QPushButton("Remove")
        for button, said in ((self._choose, self.chooseRequested), (self._remove, self.removeRequested)):
            button.setAutoDefault(False)
            button.setAccessibleName(f"{button.text()} {name}")
            button.clicked.connect(said)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        label = _named(name, self._choose)
        label.setMinimumWidth(100)
        row.addWidget(label)
        row.addWidget(self._file, 1)
        row.addWidget(self._remove)
        row.addWidget(self._choose)

    def show_file(self, name: str) -> None:
        self._file.setText(name or self._nothing)
        self._file.setProperty("quiet", not name)
        self._file.style().polish(self._file)
        self._remove.setVisible(bool(name))


def _choice(entries: list[tuple[str, str]]) -> QComboBox:
    box = CalmCombo()
    for value, title in entries:
        box.addItem(title, value)
    return box


def _named(name: str, field: QWidget) -> QLabel:
    label = QLabel(name)
    label.setObjectName("fieldName")
    label.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(name)
    return label
