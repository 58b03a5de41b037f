"""The labels to choose from, to be dragged, and to be moved with Alt and the arrow keys."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from desktop.models.codebook_tree import CodebookTree, Column, Index
from pressmark.labels import Codebook, Label

_STEPS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}


class CodebookTreeView(QTreeView):
    """`moveRequested` is the model's: a label, what it is to stand below, and before."""

    labelChosen = Signal(str)
    moveRequested = Signal(str, str, str)
    deleteRequested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = CodebookTree(self)
        self._codebook = Codebook(())
        self.setModel(self._model)
        self.setAccessibleName("Labels")
        self.setHeaderHidden(True)
        self.setIconSize(QSize(22, 16))
        self.setIndentation(18)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(28)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        for column in (Column.KEY, Column.COUNT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        # queued: the drag has ended before the tree is built anew
        self._model.moveRequested.connect(self.moveRequested, Qt.ConnectionType.QueuedConnection)

    @property
    def chosen(self) -> str:
        """The name of the label chosen, "" for none."""
        label = self._model.label(self.currentIndex())
        return label.name if label else ""

    def show_codebook(self, codebook: Codebook, counts: Mapping[str, int], chosen: str) -> None:
        """Shows the labels and chooses one, without saying so."""
        self._codebook = codebook
        blocked = self.blockSignals(True)
        self._model.show(codebook, counts)
        self.expandAll()
        self.choose(chosen)
        self.blockSignals(blocked)

    def choose(self, name: str) -> None:
        if name != self.chosen:
            self.setCurrentIndex(self._model.index_of(name))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.labelChosen.emit(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in _STEPS:
            self.step(Qt.Key(event.key()))
        elif event.key() == Qt.Key.Key_Delete:
            self.deleteRequested.emit()
        else:
            super().keyPressEvent(event)

    def step(self, key: Qt.Key) -> None:
        """Asks to move the chosen label: up or down among its like, in below the one above it, or out."""
        label = self._codebook.label(self.chosen)
        if label is None:
            return
        like = [one.name for one in self._codebook.children(label.parent)]
        place = _place(self._codebook, label, like, like.index(label.name), key)
        if place:
            self.moveRequested.emit(label.name, *place)


def _place(codebook: Codebook, label: Label, like: list[str], at: int, key: Qt.Key) -> tuple[str, str] | None:
    """What the label then stands below, and before; None where there is no such place."""
    behind = [*like, "", ""]
    if key == Qt.Key.Key_Up and at > 0:
        return label.parent, like[at - 1]
    if key == Qt.Key.Key_Down and at + 1 < len(like):
        return label.parent, behind[at + 2]
    if key == Qt.Key.Key_Right and at > 0:
        return like[at - 1], ""
    above = codebook.label(label.parent)
    if key == Qt.Key.Key_Left and above:
        beside = [one.name for one in codebook.children(above.parent)]
        return above.parent, [*beside, ""][beside.index(above.name) + 1]
    return None
