"""Below a list, once several rows are selected: what can be done to all of them."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QToolButton, QWidget

from desktop.views.bulk_cards import LinkCard, ValueCard
from desktop.views.flow_layout import FlowLayout
from pressmark.labels import Label, RoleDefinition


class BulkBar(QFrame):
    """Carries what is asked for; of which annotations, the list knows."""

    relabelRequested = Signal(str)
    setRequested = Signal(str, str)
    linkRequested = Signal(str, str)
    deleteRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What to do with the selected rows")
        self._label: Label | None = None
        self._labels: tuple[Label, ...] = ()
        self._names: Callable[[RoleDefinition], Iterable[str]] = lambda _: ()
        self._count = QLabel()
        self._relabel = QToolButton()
        self._relabel.setText("Relabel ▾")
        self._relabel.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._relabel)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._relabel.setMenu(self._menu)
        self._value_card, self._link_card = ValueCard(self), LinkCard(self)
        self._value_card.chosen.connect(self.setRequested)
        self._link_card.chosen.connect(self.linkRequested)
        self._set = _button("Set…", self._open_values)
        self._link = _button("Link…", self._open_links)
        self._delete = _button("Delete", self.deleteRequested.emit)
        flow = FlowLayout(self, 5)
        flow.setContentsMargins(2, 7, 2, 8)
        for part in (self._count, self._relabel, self._set, self._link, self._delete):
            flow.addWidget(part)
        self._count.setMinimumHeight(self._relabel.sizeHint().height())
        self._count.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.setStyleSheet("QToolButton { padding: 3px 5px; font-size: 9pt; } QLabel { font-size: 9pt; }")
        self.hide()

    def show_selection(
        self,
        count: int,
        label: Label,
        labels: Sequence[Label],
        names: Callable[[RoleDefinition], Iterable[str]],
    ) -> None:
        """So many rows of a label are selected; `names` says whom they could be linked to in a role."""
        self._label, self._labels, self._names = label, tuple(labels), names
        self._count.setText(f"{count:,} selected")
        self._set.setVisible(bool(label.attributes))
        self._link.setVisible(bool(label.roles))
        self.setVisible(count > 1)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for label in self._labels:
            if self._label and label.name != self._label.name:
                action = self._menu.addAction(label.title.replace("&", "&&"))
                action.triggered.connect(lambda _=False, name=label.name: self.relabelRequested.emit(name))

    def _open_values(self) -> None:
        if self._label:
            self._value_card.open_for(self._label.attributes, self)

    def _open_links(self) -> None:
        if self._label:
            self._link_card.open_for(self._label.roles, self._names, self)


def _button(title: str, act: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setText(title)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda _=False: act())
    return button
