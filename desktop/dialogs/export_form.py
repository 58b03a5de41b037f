"""What goes into the brief: template, format, articles, sections; and what is still missing from it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.dialogs.scope_choice import ScopeChoice
from desktop.views.calm_combo import CalmCombo
from desktop.views.findings_list import FindingsList
from desktop.views.section_list import SectionList
from pressmark.checks import FindingGroup
from pressmark.templates import Template

_BRIEFS = "Briefs made with Pressmark (*.docx *.pdf);;Articles (*.pressmark *.xml)"


@dataclass(frozen=True, slots=True)
class FormatChoice:
    """A format by its title; `rows` says that it holds tables of everything and no sections."""

    name: str
    title: str
    suffix: str
    rows: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to choose from; `sections` are names and titles, `template` names the one at first.

    `archived` are the numbers of articles that are put away: a brief on all of them leaves these out.
    """

    formats: Sequence[FormatChoice]
    templates: Sequence[Template]
    template: str
    sections: Sequence[tuple[str, str]]
    articles: Sequence[str]
    front: int
    place: Path
    archived: Collection[int] = ()


class ExportForm(QWidget):
    """Says when what the brief holds has changed, and what the analyst wants to see to first."""

    contentChanged = Signal()
    formatChanged = Signal(object)
    jumpRequested = Signal(int, str)  # number of the article, id of the annotation
    templatesRequested = Signal()

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self._templates = list(offer.templates)
        self._earlier: Path | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 16)
        self._column.setSpacing(6)
        self._add_format()
        self._add_template()
        self._scope = ScopeChoice(offer.articles, offer.front, aside=offer.archived)
        self._scope.changed.connect(self.contentChanged)
        self._field("Articles", self._scope).setVisible(len(offer.articles) > 1)
        self._scope.setVisible(len(offer.articles) > 1)
        self._add_findings()
        self._add_sections()
        self._column.addStretch(1)
        self.show_findings([])
        self.show_templates(offer.templates, offer.template)

    def template(self) -> Template:
        """The template chosen, with the sections as they are ticked and ordered here."""
        chosen = self._templates[max(0, self._template.currentIndex())]
        return replace(chosen, sections=self._sections.sections())

    def format(self) -> FormatChoice:
        return self._offer.formats[max(0, self._format.currentIndex())]

    def scope(self) -> tuple[int, ...]:
        """The numbers of the articles the brief is about."""
        return self._scope.scope()

    def earlier(self) -> Path | None:
        """The last brief, that what has changed since can be told."""
        return self._earlier

    def show_templates(self, templates: Sequence[Template], name: str) -> None:
        """These are there to choose from now, and that one is chosen."""
        self._templates = list(templates)
        self._template.blockSignals(True)
        self._template.clear()
        self._template.addItems([one.title for one in templates])
        names = [one.name for one in templates]
        self._template.setCurrentIndex(names.index(name) if name in names else 0)
        self._template.blockSignals(False)
        self._take_template()

    def show_findings(self, groups: Sequence[FindingGroup]) -> None:
        """What is missing in the articles chosen."""
        self._findings.show_groups(groups)
        self._findings.setVisible(bool(groups))
        self._findings_name.setVisible(bool(groups))

    def _field(self, name: str, field: QWidget) -> QLabel:
        label = QLabel(name)
        label.setObjectName("fieldName")
        label.setBuddy(field)
        field.setAccessibleName(name)
        self._column.addSpacing(4)
        self._column.addWidget(label)
        self._column.addWidget(field)
        return label

    def _add_format(self) -> None:
        self._format = CalmCombo()
        self._format.addItems([f"{one.title} ({one.suffix})" for one in self._offer.formats])
        self._format.currentIndexChanged.connect(self._format_chosen)
        self._field("Format", self._format)

    def _add_template(self) -> None:
        self._template = CalmCombo()
        self._template.currentIndexChanged.connect(lambda _: self._take_template())
        self._template_name = self._field("Template", self._template)
        self._described = QLabel()
        self._described.setObjectName("quiet")
        self._described.setTextFormat(Qt.TextFormat.PlainText)
        self._described.setWordWrap(True)
        self._column.addWidget(self._described)
        self._edit = link_like("Templates…")
        self._edit.clicked.connect(self.templatesRequested)
        self._column.addWidget(self._edit)

    def _add_findings(self) -> None:
        """Above the sections: what has to be put right is seen before what may be chosen."""
        self._findings = FindingsList()
        self._findings.jumpRequested.connect(self.jumpRequested)
        self._findings_name = self._field("Before the brief", self._findings)

    def _add_sections(self) -> None:
        self._sections = SectionList(self._offer.sections)
        self._sections.changed.connect(self._sections_changed)
        self._sections_name = self._field("Sections", self._sections)
        self._since = link_like("")
        self._since.clicked.connect(self._choose_earlier)
        self._column.addWidget(self._since)

    def _take_template(self) -> None:
        template = self._templates[max(0, self._template.currentIndex())]
        self._described.setText(template.description)
        self._described.setVisible(bool(template.description))
        self._sections.show_sections(template.sections)
        self._sections_changed()

    def _sections_changed(self) -> None:
        name = f"Changes since {self._earlier.name}" if self._earlier else "Compare with an earlier brief…"
        self._since.setText(name)
        compares = any(one.name == "changes" for one in self._sections.sections())
        self._since.setVisible(compares and not self.format().rows)
        self.contentChanged.emit()

    def _choose_earlier(self) -> None:
        """The same button takes the comparison back: cancelling the question means none."""
        name, _ = QFileDialog.getOpenFileName(
            self, "The earlier brief", str(self._offer.place.parent), _BRIEFS
        )
        self._earlier = Path(name) if name else None
        self._sections_changed()

    def _format_chosen(self) -> None:
        """Formats of rows hold every annotation: there is nothing to choose but the articles."""
        parts: tuple[QWidget, ...] = (
            self._template_name,
            self._template,
            self._described,
            self._edit,
            self._sections_name,
            self._sections,
        )
        for part in parts:
            part.setVisible(not self.format().rows)
        self.formatChanged.emit(self.format())
        self._sections_changed()


def link_like(text: str) -> QPushButton:
    """A button that looks like a link."""
    button = QPushButton(text)
    button.setObjectName("linkLike")
    button.setAutoDefault(False)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
