"""What lists of annotations ask for, whichever of them it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class ListRequests(QWidget):
    """`picked` is a row of the article in front, `jumped` one of another, `opened` one to read in its text.

    The rest is asked for and done elsewhere; article and id, or ids article by article (`Picks`), come first.
    """

    picked = Signal(str)
    jumped = Signal(object, str)
    opened = Signal(object, str)
    valueEdited = Signal(object, str, str, str)
    relabelRequested = Signal(object, str)
    setRequested = Signal(object, str, str)
    linkRequested = Signal(object, str, str)
    deleteRequested = Signal(object)
    columnsChanged = Signal(object)
    filtersChanged = Signal(object)

    def pass_on(self, other: "ListRequests") -> None:
        """What the other asks for is asked for here: one place to wire."""
        other.picked.connect(self.picked)
        other.jumped.connect(self.jumped)
        other.opened.connect(self.opened)
        other.valueEdited.connect(self.valueEdited)
        other.relabelRequested.connect(self.relabelRequested)
        other.setRequested.connect(self.setRequested)
        other.linkRequested.connect(self.linkRequested)
        other.deleteRequested.connect(self.deleteRequested)
        other.columnsChanged.connect(self.columnsChanged)
        other.filtersChanged.connect(self.filtersChanged)
