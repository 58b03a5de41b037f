"""The bar at the top: whose dossier, the way to every command, adding articles, the brief."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

_WIDEST_NAME = 240
"""In pixels; the title of the window has all of it."""


class TopBar(QFrame):
    """Shows a name and emits what is asked for."""

    paletteRequested = Signal()
    addRequested = Signal()
    briefRequested = Signal()
    exportRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setFixedHeight(44)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 14, 0)
        row.setSpacing(10)
        self._name = QLabel()
        self._name.setObjectName("dossierName")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._count = QLabel()
        self._count.setObjectName("quiet")
        self._brief = QPushButton("Brief")
        self._brief.setToolTip("Show the brief beside the article (F6)")
        self._brief.clicked.connect(self.briefRequested)
        self._export = QPushButton("Export…")
        self._export.setObjectName("primary")
        self._export.clicked.connect(self.exportRequested)
        add = QPushButton("Add articles")
        add.clicked.connect(self.addRequested)
        self.menu_button, search = _menu_button(), _palette_button()
        search.clicked.connect(self.paletteRequested)
        row.addWidget(self.menu_button)
        row.addWidget(self._name)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(search, 20)  # up to its own limit
        row.addStretch(1)
        for part in (add, self._brief, self._export):
            row.addWidget(part)
        for button in (self.menu_button, search, add, self._brief, self._export):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_name(self, name: str, articles: int) -> None:
        """The dossier's name, and how many articles are open."""
        self._name.ensurePolished()
        self._name.setText(
            self._name.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _WIDEST_NAME)
        )
        self._count.setText(f"{articles} article{'s' if articles != 1 else ''}" if articles else "")

    def enable_brief(self, enabled: bool) -> None:
        self._brief.setEnabled(enabled)
        self._export.setEnabled(enabled)


def _menu_button() -> QToolButton:
    button = QToolButton()
    button.setObjectName("menuButton")
    button.setText("☰")
    button.setAccessibleName("Menu")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button


def _palette_button() -> QPushButton:
    """Looks like a box to type in; what is typed goes into the palette it opens."""
    button = QPushButton("Search or type a command")
    button.setObjectName("paletteButton")
    button.setAccessibleName("Search or type a command, Ctrl+K")
    button.setMinimumWidth(240)
    button.setMaximumWidth(400)
    hint = QLabel("Ctrl K")
    hint.setObjectName("quiet")
    inside = QHBoxLayout(button)
    inside.setContentsMargins(12, 0, 12, 0)
    inside.addWidget(hint, 0, Qt.AlignmentFlag.AlignRight)
    return button
