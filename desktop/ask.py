"""Questions and messages: the one place that opens message boxes. All text in them is plain."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget
from shiboken6 import isValid


class Leaving(Enum):
    """What to do with unsaved work."""

    SAVE = auto()
    DISCARD = auto()
    STAY = auto()


def tell(parent: QWidget, title: str, details: str, then: Callable[[], None] = lambda: None) -> None:
    """A calm message that holds nothing up, after those that are there; `then` is called when it is read."""
    box = _box(parent, QMessageBox.Icon.NoIcon, title, details)
    box.addButton(QMessageBox.StandardButton.Ok)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.finished.connect(lambda _: then())
    _open_in_turn(box)


def open_elsewhere(parent: QWidget, title: str, details: str, not_any_more: Callable[[], None]) -> None:
    """A message as `tell` shows it; `not_any_more` is called where the analyst knows better."""
    box = _box(parent, QMessageBox.Icon.NoIcon, title, details)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Ok))
    box.setEscapeButton(QMessageBox.StandardButton.Ok)
    gone = box.addButton("Not any more", QMessageBox.ButtonRole.ActionRole)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.finished.connect(lambda _: not_any_more() if box.clickedButton() is gone else None)
    _open_in_turn(box)


def offer(parent: QWidget, title: str, details: str, accept: str, then: Callable[[], None]) -> None:
    """A message as `tell` shows it; `then` is called where the analyst takes up what it offers."""
    box = _box(parent, QMessageBox.Icon.NoIcon, title, details)
    taken = box.addButton(accept, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(taken)
    box.setEscapeButton(box.addButton("Not now", QMessageBox.ButtonRole.RejectRole))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.finished.connect(lambda _: then() if box.clickedButton() is taken else None)
    _open_in_turn(box)


def _open_in_turn(box: QMessageBox) -> None:
    """Never on top of another question: only of what it belongs to."""
    if not isValid(box):
        return
    other, own = QApplication.activeModalWidget(), box.parentWidget()
    if isinstance(other, QDialog) and not _belongs(own, other):
        other.finished.connect(lambda _: QTimer.singleShot(0, lambda: _open_in_turn(box)))
    else:
        box.open()


def _belongs(own: QWidget | None, other: QWidget) -> bool:
    return own is not None and (own is other or other.isAncestorOf(own))


def save_elsewhere(parent: QWidget, title: str, details: str) -> bool:
    """After a failed save: True when the analyst wants to choose another place."""
    box = _box(parent, QMessageBox.Icon.NoIcon, title, details)
    elsewhere = box.addButton("Save elsewhere…", QMessageBox.ButtonRole.AcceptRole)
    box.addButton("Not now", QMessageBox.ButtonRole.RejectRole)
    box.exec()
    chosen = box.clickedButton() is elsewhere
    box.deleteLater()
    return chosen


def give_up(parent: QWidget, names: list[str]) -> bool:
    """Before unsaved work goes for good."""
    box = _box(parent, QMessageBox.Icon.NoIcon, "Give up this unsaved work for good?", _listed(names))
    gone = box.addButton("Give up", QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton("Keep it", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.exec()
    chosen = box.clickedButton() is gone
    box.deleteLater()
    return chosen


def leaving(parent: QWidget, names: list[str]) -> Leaving:
    """Before closing over unsaved work."""
    count = "One article has" if len(names) == 1 else f"{len(names)} articles have"
    box = _box(parent, QMessageBox.Icon.NoIcon, f"{count} changes that are not saved", _listed(names))
    save = box.addButton(QMessageBox.StandardButton.Save)
    discard = box.addButton("Close without saving", QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Save)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    if clicked is save:
        return Leaving.SAVE
    return Leaving.DISCARD if clicked is discard else Leaving.STAY


def close_all_the_same(parent: QWidget, what: str, unsaved: list[str], *, is_kept: bool) -> bool:
    """After closing has failed: True when the analyst wants to go nevertheless."""
    left = "Nothing is unsaved."
    if unsaved:
        kept = "is kept and offered at the next start" if is_kept else "could not be kept, and would be lost"
        left = f"What is not saved {kept}:\n{_listed(unsaved)}"
    title = "Pressmark could not close as it should"
    box = _box(parent, QMessageBox.Icon.NoIcon, title, f"{what}\n\n{left}")
    close = box.addButton("Close all the same", QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton("Stay", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.exec()
    chosen = box.clickedButton() is close
    box.deleteLater()
    return chosen


def _listed(names: list[str]) -> str:
    return "\n".join([*(f"• {name}" for name in names[:8]), *(["…"] if len(names) > 8 else [])])


def _box(parent: QWidget, icon: QMessageBox.Icon, title: str, details: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle("Pressmark")
    box.setIcon(icon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    box.setInformativeText(details)
    return box
