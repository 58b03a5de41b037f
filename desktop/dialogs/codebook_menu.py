"""What can be done with the codebook as a whole: templates, files, the order of its labels."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton

from pressmark.labels import STANDARD_CODEBOOK, Codebook

TEMPLATES = {"Quotes, pledges, actors, places": STANDARD_CODEBOOK, "Empty": Codebook(())}
"""Title → the codebook to begin with."""

_MOVES = {
    "Move the label up\tAlt+Up": Qt.Key.Key_Up,
    "Move the label down\tAlt+Down": Qt.Key.Key_Down,
    "Put it below the one above\tAlt+Right": Qt.Key.Key_Right,
    "Take it out again\tAlt+Left": Qt.Key.Key_Left,
}


class CodebookMenu(QToolButton):
    """`templateChosen` carries a codebook, `stepAsked` the arrow key that does the same in the tree."""

    templateChosen = Signal(object)
    importAsked = Signal()
    exportAsked = Signal()
    stepAsked = Signal(Qt.Key)

    def __init__(self) -> None:
        super().__init__()
        self.setText("Codebook ▾")
        self.setAccessibleName("Templates, import, export, order")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        templates = menu.addMenu("Begin with a template")
        for title, codebook in TEMPLATES.items():
            action = templates.addAction(title)
            action.triggered.connect(lambda _, codebook=codebook: self.templateChosen.emit(codebook))
        menu.addAction("Import…", self.importAsked.emit)
        menu.addAction("Export…", self.exportAsked.emit)
        menu.addSeparator()
        for title, key in _MOVES.items():
            menu.addAction(title).triggered.connect(lambda _, key=key: self.stepAsked.emit(key))
        self.setMenu(menu)
