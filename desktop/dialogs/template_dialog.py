"""Templates made and edited: theirs are the titles, sections and looks of briefs to come."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.section_options import SectionOptions
from desktop.dialogs.template_form import TemplateForm
from desktop.views.section_list import SectionList
from pressmark.templates import SUFFIX, Template

_FILES = f"Templates (*{SUFFIX})"
_UNUSED = "The changes are not kept yet. Cancel once more to give them up."


@dataclass(frozen=True, slots=True)
class TemplateEdits:
    """Templates to keep, and names of the analyst's own to delete."""

    kept: tuple[Template, ...]
    deleted: tuple[str, ...]
    front: str


class TemplateDialog(QDialog):
    """Changes nothing by itself: `ask` answers with what is to be kept and deleted.

    Files are read and written by others: `importRequested` carries a Path, to be answered by `take_template`
    or `show_problem`; `shareRequested` carries the Template and the Path to write it to.
    """

    importRequested = Signal(object)
    shareRequested = Signal(object, object)

    def __init__(
        self,
        parent: QWidget,
        templates: Sequence[Template],
        own: Collection[str],
        sections: Sequence[tuple[str, str]],
        front: str,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Templates of briefs")
        self.resize(QSize(1000, 660))
        self._before = {one.name: one for one in templates}
        self._drafts = dict(self._before)
        self._own = set(own)
        self._deleted: list[str] = []
        self._titles = dict(sections)
        self._warned = False
        self._list = QListWidget()
        self._list.setAccessibleName("Templates")
        self.form = TemplateForm()
        self.sections = SectionList(sections)
        self.options = SectionOptions()
        self._problem = QLabel()
        self._build()
        self._listen()
        self._fill(front)

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        templates: Sequence[Template],
        own: Collection[str],
        sections: Sequence[tuple[str, str]],
        front: str,
        wire: Callable[["TemplateDialog"], None],
    ) -> TemplateEdits | None:
        """What is to be kept and deleted, None when the analyst leaves all as it is.

        `own` are the names of the analyst's own, `sections` names and titles of all there are.
        """
        dialog = cls(parent, templates, own, sections, front)
        wire(dialog)
        accepted = dialog.exec()
        answer = dialog.answer() if accepted else None
        dialog.deleteLater()
        return answer

    def answer(self) -> TemplateEdits:
        kept = tuple(one for name, one in self._drafts.items() if self._before.get(name) != one)
        return TemplateEdits(kept, tuple(self._deleted), self._current().name)

    def take_template(self, template: Template) -> None:
        """A template from a file joins the list, in front."""
        name = self._free(template.name)
        self._drafts[name] = replace(template, name=name)
        self._own.add(name)
        self._fill(name)

    def show_problem(self, sentence: str) -> None:
        """Why something cannot be done, or what became of it."""
        self._warned = False
        self._problem.setText(sentence)

    def accept(self) -> None:
        empty = next((one.title for one in self._drafts.values() if not one.sections), "")
        if empty:
            self.show_problem(f"Tick at least one section of “{empty}”.")
        else:
            super().accept()

    def reject(self) -> None:
        if self._warned or not (self.answer().kept or self._deleted):
            super().reject()
        else:
            self.show_problem(_UNUSED)
            self._warned = True

    def _build(self) -> None:
        parts = QHBoxLayout()
        parts.setContentsMargins(24, 20, 24, 12)
        parts.setSpacing(24)
        parts.addLayout(self._left(), 4)
        parts.addWidget(self.form, 6)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(_named("Sections, in their order", self.sections))
        right.addWidget(self.sections, 1)
        right.addSpacing(8)
        right.addWidget(self.options)
        parts.addLayout(right, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(parts, 1)
        column.addWidget(self._foot())

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(_named("Templates", self._list))
        column.addWidget(self._list, 1)
        column.addSpacing(4)
        self._delete = _button("Delete", self._delete_front)
        pairs = (
            (_button("Copy", self._copy), self._delete),
            (_button("Import…", self._import), _button("Share…", self._share)),
        )
        for pair in pairs:
            row = QHBoxLayout()
            for button in pair:
                row.addWidget(button, 1)
            column.addLayout(row)
        return column

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("dialogFoot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 24, 14)
        row.setSpacing(10)
        self._problem.setObjectName("problem")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        keep = _button("Keep the changes", self.accept)
        keep.setObjectName("primary")
        keep.setDefault(True)
        row.addWidget(self._problem, 1)
        row.addWidget(_button("Cancel", self.reject))
        row.addWidget(keep)
        return foot

    def _listen(self) -> None:
        self._list.currentRowChanged.connect(lambda _: self._show())
        self.form.changed.connect(self._take_form)
        self.form.problem.connect(self.show_problem)
        self.sections.changed.connect(self._take_sections)
        self.sections.currentRowChanged.connect(lambda _: self._show_options())
        self.options.changed.connect(self._take_options)

    def _fill(self, front: str) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        for name, one in self._drafts.items():
            entry = QListWidgetItem(self._shown(one), self._list)
            entry.setData(Qt.ItemDataRole.UserRole, name)
            entry.setSizeHint(QSize(0, 30))
        names = list(self._drafts)
        self._list.setCurrentRow(names.index(front) if front in names else 0)
        self._list.blockSignals(False)
        self._show()

    def _shown(self, template: Template) -> str:
        return f"{template.title} · yours" if template.name in self._own else template.title

    def _current(self) -> Template:
        entry = self._list.currentItem()
        return self._drafts[entry.data(Qt.ItemDataRole.UserRole)]

    def _show(self) -> None:
        template = self._current()
        self.form.show_template(template)
        self.sections.show_sections(template.sections)
        self._delete.setEnabled(template.name in self._own)
        self._show_options()

    def _show_options(self) -> None:
        section = self.sections.current_section()
        if section:
            self.options.show_section(section, self._titles.get(section.name, section.name))

    def _take_form(self) -> None:
        if self.form.template:
            self._keep(replace(self.form.template, sections=self._current().sections))

    def _take_sections(self) -> None:
        self._keep(replace(self._current(), sections=self.sections.sections()))
        self._show_options()

    def _take_options(self, section: object) -> None:
        self.sections.set_current_section(section)  # type: ignore[arg-type]  # signals carry objects
        self._keep(replace(self._current(), sections=self.sections.sections()))

    def _keep(self, template: Template) -> None:
        """The draft of the template in front; a shipped one that is changed becomes one's own."""
        self._drafts[template.name] = template
        self._list.currentItem().setText(self._shown(template))
        self.show_problem("")

    def _copy(self) -> None:
        template = self._current()
        name = self._free(template.name)
        self._drafts[name] = replace(template, name=name, title=f"{template.title}, copy")
        self._own.add(name)
        self._fill(name)

    def _delete_front(self) -> None:
        name = self._current().name
        del self._drafts[name]
        self._own.discard(name)
        if name in self._before:
            self._deleted.append(name)
        self._fill("")

    def _import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Import a template", "", _FILES)
        if name:
            self.importRequested.emit(Path(name))

    def _share(self) -> None:
        template = self._current()
        name, _ = QFileDialog.getSaveFileName(
            self, "Write the template to", f"{template.name}{SUFFIX}", _FILES
        )
        if name:
            self.shareRequested.emit(template, Path(name))

    def _free(self, name: str) -> str:
        taken = {*self._drafts, *self._before}
        return next(one for one in (name, *(f"{name}-{i}" for i in range(2, 1000))) if one not in taken)


def _named(name: str, field: QWidget) -> QLabel:
    label = QLabel(name)
    label.setObjectName("fieldName")
    label.setBuddy(field)
    return label


def _button(text: str, pressed: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(pressed)
    return button
