"""What of one section a brief has: its title, its order, how much of it, and on which pages."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.views.calm_combo import CalmCombo
from pressmark.templates import Arrangement, ChosenSection

_ORDERS = {
    Arrangement.TEXT: "As in the articles",
    Arrangement.SPEAKER: "By speaker",
    Arrangement.TOPIC: "By topic",
}
_ARRANGED = ("statements",)
_WIDE = ("pledges",)
_LIMITS = (0, 3, 5, 10, 20, 50)
_LIMITED = ("pledges", "statements", "actors", "places", "top-stories", "timeline")


class SectionOptions(QWidget):
    """Only what the section can be told is shown."""

    changed = Signal(object)  # the ChosenSection

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section: ChosenSection | None = None
        self._title = QLineEdit()
        self._order = CalmCombo()
        for arrangement, title in _ORDERS.items():
            self._order.addItem(title, arrangement.value)
        self._most = CalmCombo()
        for most in _LIMITS:
            self._most.addItem(_at_most(most), most)
        self._wide = QCheckBox("Every column, on pages turned sideways")
        self._new_page = QCheckBox("On a new page")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._names: dict[QWidget, QLabel] = {}
        for name, field in (
            ("Title of the section", self._title),
            ("Order", self._order),
            ("Rows", self._most),
        ):
            self._names[field] = label = QLabel(name)
            label.setObjectName("fieldName")
            label.setBuddy(field)
            field.setAccessibleName(name)
            column.addWidget(label)
            column.addWidget(field)
        column.addSpacing(4)
        column.addWidget(self._wide)
        column.addWidget(self._new_page)
        self._title.textEdited.connect(lambda _: self._take())
        self._order.currentIndexChanged.connect(lambda _: self._take())
        self._most.currentIndexChanged.connect(lambda _: self._take())
        self._wide.toggled.connect(lambda _: self._take())
        self._new_page.toggled.connect(lambda _: self._take())

    def show_section(self, section: ChosenSection, own_title: str) -> None:
        """`own_title` is what the section is called where nothing else is said."""
        self._section = None
        self._title.setText(section.title)
        self._title.setPlaceholderText(own_title)
        self._order.setCurrentIndex(max(0, self._order.findData(section.by.value)))
        if self._most.findData(section.most) < 0:
            self._most.addItem(_at_most(section.most), section.most)
        self._most.setCurrentIndex(self._most.findData(section.most))
        self._wide.setChecked(section.wide)
        self._new_page.setChecked(section.new_page)
        for field, names in ((self._order, _ARRANGED), (self._most, _LIMITED)):
            field.setVisible(section.name in names)
            self._names[field].setVisible(section.name in names)
        self._wide.setVisible(section.name in _WIDE)
        self._section = section

    def _take(self) -> None:
        if self._section is None:
            return
        self._section = replace(
            self._section,
            title=self._title.text().strip(),
            by=Arrangement(self._order.currentData()),
            most=int(self._most.currentData()),
            wide=self._wide.isChecked(),
            new_page=self._new_page.isChecked(),
        )
        self.changed.emit(self._section)


def _at_most(rows: int) -> str:
    return f"At most {rows}" if rows else "All of them"
