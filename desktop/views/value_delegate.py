"""Typing into a cell: a choice as a choice, everything else as a line; Escape leaves it as it was."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop import theme
from desktop.models.annotation_table import AnnotationTable
from desktop.views.calm_combo import CalmCombo
from pressmark.labels import AttributeDefinition, AttributeKind

Index = QModelIndex | QPersistentModelIndex
_HINTS = {AttributeKind.MONEY: "£225m, undisclosed", AttributeKind.DATE: "by 31 March 2027"}


class ValueDelegate(QStyledItemDelegate):
    """Shows where the keyboard is when it is on a value; Enter hands over what was typed."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        is_here = bool(option.state & QStyle.StateFlag.State_HasFocus)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        if is_here and index.flags() & Qt.ItemFlag.ItemIsEditable:
            painter.save()
            painter.setPen(QPen(QColor(theme.current().accent), 1))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -3))
            painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        definition = _definition(index)
        choices = ("yes", "no") if definition.kind is AttributeKind.FLAG else definition.choices
        if choices:
            return self._choice(parent, choices)
        line = QLineEdit(parent)
        line.setPlaceholderText(_HINTS.get(definition.kind, ""))
        line.setAccessibleName(definition.title)
        if definition.kind is AttributeKind.ENTITY:
            line.setCompleter(_names(line, index))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, CalmCombo):
            if editor.findText(value) < 0:  # of another hand, or of an older codebook
                editor.addItem(value)
            editor.setCurrentIndex(editor.findText(value))
        elif isinstance(editor, QLineEdit):
            editor.setText(_one_line(index))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CalmCombo):
            model.setData(index, editor.currentText())
        elif isinstance(editor, QLineEdit) and editor.text() != _one_line(index):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """A field has its own height, and at least the width of a short word."""
        cell = option.rect
        viewport = editor.parentWidget()
        room = viewport.width() if viewport else cell.width()
        width = min(max(cell.width(), 120), room)
        left = max(0, min(cell.left(), room - width))
        editor.setGeometry(left, cell.top(), width, editor.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a choice hands it over; Qt knows that only of lines."""
        if (
            isinstance(watched, CalmCombo)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self._done(watched)
            return True
        return super().eventFilter(watched, event)

    def _choice(self, parent: QWidget, choices: tuple[str, ...]) -> CalmCombo:
        box = CalmCombo(parent)
        box.addItems(["", *choices])
        box.activated.connect(lambda _: self._done(box))
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def _done(self, box: CalmCombo) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


def _definition(index: Index) -> AttributeDefinition:
    model = index.model()
    assert isinstance(model, AnnotationTable)
    definition = model.columns[index.column()].definition
    assert definition is not None
    return definition


def _one_line(index: Index) -> str:
    """What a line can show of the value: several lines that nobody touches stay as they are."""
    return " ".join(str(index.data(Qt.ItemDataRole.EditRole)).split("\n"))


def _names(line: QLineEdit, index: Index) -> QCompleter:
    model = index.model()
    assert isinstance(model, AnnotationTable)
    known = model.row_at(index.row()).doc.entities.values()
    completer = QCompleter(sorted({one.name for one in known}, key=str.casefold), line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
