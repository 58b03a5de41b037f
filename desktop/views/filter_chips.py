"""What a filter asks for, a chip each; a click on one takes it away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.views.flow_layout import FlowLayout
from desktop.views.scope_button import ScopeButton
from pressmark.filtering import Filter
from pressmark.labels import Codebook
from pressmark.saved_filters import Part, parts

_LONGEST = 34


class FilterChips(QWidget):
    """After the choice of articles. `left` carries the filter without what was clicked."""

    left = Signal(object)

    def __init__(self, first: ScopeButton) -> None:
        super().__init__()
        self._first = first
        self._flow = FlowLayout(self)
        self._flow.addWidget(first)
        self._chips: list[QPushButton] = []
        self.hide()

    def show_filter(self, one: Filter, codebook: Codebook) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()  # later: it may have just been pressed
        found = parts(one, codebook)
        self._chips = [self._chip(part) for part in found]
        for chip in self._chips:
            self._flow.addWidget(chip)
        self.setVisible(bool(found) or self._first.is_offered)
        self.updateGeometry()

    def _chip(self, part: Part) -> QPushButton:
        words = part.words if len(part.words) <= _LONGEST else f"{part.words[: _LONGEST - 1].rstrip()}…"
        chip = QPushButton(f"{words}  ×".replace("&", "&&"))
        chip.setObjectName("filterChip")
        chip.setStyleSheet("QPushButton { padding: 1px 8px; font-size: 9pt; }")
        chip.setAccessibleName(f"{part.words}: remove from the filter")
        chip.clicked.connect(lambda: self.left.emit(part.without))
        return chip
