"""Makes the actions of the table into menus and keys."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton

from desktop.actions import ACTIONS
from desktop.commands import Commands
from desktop.workplace import Workplace


class Menus:
    """One menu behind one button; the keys work everywhere in the window."""

    def __init__(self, window: Workplace, commands: Commands, button: QToolButton) -> None:
        self._window = window
        self._commands = commands
        self._by_name: dict[str, QAction] = {}
        self._menu = QMenu(window)
        menus: dict[str, QMenu] = {}
        for row in ACTIONS:
            action = QAction(row.title, window)
            action.triggered.connect(window.panel.commit)  # first, so that what is typed counts
            action.triggered.connect(getattr(commands, row.name))
            window.addAction(action)
            if row.menu not in menus:
                menus[row.menu] = self._menu.addMenu(row.menu)
            menus[row.menu].addAction(action)
            self._by_name[row.name] = action
        self._take_keys()
        window.keysChanged.connect(self._take_keys)
        self._recent = QMenu("Open recent", self._menu)
        menus["File"].insertMenu(self._by_name["save"], self._recent)
        self._menu.aboutToShow.connect(self._refresh)
        button.setMenu(self._menu)

    def _take_keys(self) -> None:
        """Gives every action and gesture its key: the analyst's, or the one it came with."""
        chosen = self._window.settings.keys
        for row in ACTIONS:
            self._by_name[row.name].setShortcut(QKeySequence(chosen.get(row.name, row.key)))
        self._window.article_view.take_keys(chosen)

    def _refresh(self) -> None:
        """What makes no sense now is grey; undo and redo say what they would do."""
        session = self._window.session
        for row in ACTIONS:
            self._by_name[row.name].setEnabled(not row.needs_article or session.current is not None)
        for name, step in (("undo", session.undo_stack.undoText()), ("redo", session.undo_stack.redoText())):
            self._by_name[name].setText(f"{name.capitalize()}: {step}" if step else name.capitalize())
            self._by_name[name].setEnabled(bool(step))
        self._recent.clear()
        for path in self._window.settings.recent:
            action = self._recent.addAction(str(path).replace("&", "&&"))
            action.triggered.connect(lambda _, path=path: self._commands.open_paths([path]))
        self._recent.setEnabled(bool(self._window.settings.recent))
