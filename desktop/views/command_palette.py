"""Type a few letters, press Enter: every action, label and article by name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

_MOST = 12
_SIMILAR_ENOUGH = 55


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done now; `hint` is its key or what it is."""

    title: str
    hint: str
    run: Callable[[], None]


class CommandPalette(QDialog):
    """Lives for one command: Enter or a click runs it, Escape leaves."""

    def __init__(self, parent: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("commandPalette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands = commands
        self._box = QLineEdit()
        self._box.setPlaceholderText("Search or type a command")
        self._box.setAccessibleName("Search or type a command")
        self._list = QListWidget()
        self._list.setObjectName("commandList")
        self._list.setAccessibleName("Commands")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._box)
        column.addWidget(self._list)
        self._box.textChanged.connect(self._filter)
        self._box.installEventFilter(self)
        self._list.itemClicked.connect(self._run)
        self._filter("")
        self.resize(460, 420)
        self._box.setFocus()

    def open_over(self, window: QWidget) -> None:
        """Shows itself in the upper middle of the window."""
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + 52)
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter of the text box work on the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if key == Qt.Key.Key_Down else -1
                self._list.setCurrentRow(max(0, min(self._list.count() - 1, self._list.currentRow() + step)))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _filter(self, typed: str) -> None:
        self._list.clear()
        for command in matching(self._commands, typed):
            item = QListWidgetItem(f"{command.title}   {command.hint}".rstrip())
            item.setData(Qt.ItemDataRole.UserRole, self._commands.index(command))
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        command = self._commands[int(item.data(Qt.ItemDataRole.UserRole))]
        self.close()
        command.run()


def matching(commands: Sequence[Command], typed: str) -> list[Command]:
    """The commands that the typed letters mean, best first; all of them where nothing is typed."""
    if not typed.strip():
        return list(commands)
    from rapidfuzz import fuzz, process, utils  # at the first search, not at the start

    found = process.extract(
        typed,
        [command.title for command in commands],
        scorer=fuzz.partial_ratio,
        processor=utils.default_process,
        limit=_MOST,
        score_cutoff=_SIMILAR_ENOUGH,
    )
    return [commands[index] for _, _, index in found]
