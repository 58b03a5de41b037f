"""The sections of a brief: ticked where it has them, in the order it has them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from pressmark.templates import ChosenSection

_ROW = 28
_SECTION = Qt.ItemDataRole.UserRole
_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SectionList(QListWidget):
    """Ticked with the space bar or a click; moved by dragging or with Alt and the arrow keys."""

    changed = Signal()

    def __init__(self, titles: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`titles` are the names and titles of all sections there are."""
        super().__init__(parent)
        self.setObjectName("sectionList")
        self.setAccessibleName("Sections")
        self.setToolTip("Drag to move, or Alt+↑ and Alt+↓")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._titles = dict(titles)
        self.itemChanged.connect(lambda _: self.changed.emit())

    def show_sections(self, chosen: Sequence[ChosenSection]) -> None:
        """The chosen ones in their order, then the others there are, not ticked."""
        named = {one.name for one in chosen}
        self.blockSignals(True)
        self.clear()
        for one in chosen:
            self._add(one, Qt.CheckState.Checked)
        for name in self._titles:
            if name not in named:
                self._add(ChosenSection(name), Qt.CheckState.Unchecked)
        self.setCurrentRow(0)
        self.blockSignals(False)
        self.updateGeometry()

    def sections(self) -> tuple[ChosenSection, ...]:
        """The ticked ones, in their order."""
        entries = map(self.item, range(self.count()))
        return tuple(one.data(_SECTION) for one in entries if one.checkState() == Qt.CheckState.Checked)

    def current_section(self) -> ChosenSection | None:
        entry = self.currentItem()
        return entry.data(_SECTION) if entry else None

    def set_current_section(self, section: ChosenSection) -> None:
        """What the brief has of the section in front is this from now on."""
        entry = self.currentItem()
        entry.setData(_SECTION, section)
        entry.setText(self._title(section))

    def move_current(self, way: int) -> None:
        """One place up (-1) or down (1)."""
        row = self.currentRow()
        if 0 <= row + way < self.count():
            self.blockSignals(True)
            self.insertItem(row + way, self.takeItem(row))
            self.setCurrentRow(row + way)
            self.blockSignals(False)
            self.changed.emit()

    def sizeHint(self) -> QSize:
        """High enough for all of them, so that the form around it scrolls and not the list."""
        return QSize(super().sizeHint().width(), self.count() * _ROW + 2 * self.frameWidth() + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), min(self.count(), 5) * _ROW)

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _WAYS.get(Qt.Key(event.key()))
        if way and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.move_current(way)
        else:
            super().keyPressEvent(event)

    def _add(self, section: ChosenSection, state: Qt.CheckState) -> None:
        entry = QListWidgetItem(self._title(section), self)
        entry.setSizeHint(QSize(0, _ROW))
        entry.setData(_SECTION, section)
        entry.setFlags(
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsDragEnabled
        )
        entry.setCheckState(state)

    def _title(self, section: ChosenSection) -> str:
        return section.title or self._titles.get(section.name, section.name)
