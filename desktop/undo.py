"""The one undo command there is: changes of articles, done and undone; and the history made of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop.open_article import OpenArticle
from pressmark.markup import Change
from pressmark.storage.journal_records import Step

Part: TypeAlias = tuple[OpenArticle, Change]
"""What a step of the history does to one article."""

Announce: TypeAlias = Callable[[Sequence[Part]], None]
"""Tells the window what is different now."""


class ChangeCommand(QUndoCommand):
    """Redo applies the changes, undo their inverses.

    One that is `standing` does nothing: it stands for what has been done, until it is told to `act`.
    """

    def __init__(
        self, name: str, parts: Sequence[Part], step: Step, announce: Announce, *, standing: bool = False
    ) -> None:
        super().__init__(name)
        self._parts = parts
        self._step = step
        self._announce = announce
        self._standing = standing

    def act(self) -> None:
        self._standing = False

    def redo(self) -> None:
        if self._standing:
            return
        for article, change in self._parts:
            article.make(change, self._step)
        self._announce(self._parts)

    def undo(self) -> None:
        if self._standing:
            return
        for article, change in reversed(self._parts):
            article.take_back(change)
        self._announce([(article, change.inverse()) for article, change in reversed(self._parts)])


def recall(stack: QUndoStack, articles: Iterable[OpenArticle], announce: Announce) -> None:
    """Makes the history anew from what was done to these articles, in this session and in earlier ones.

    What was undone can be done again where nothing of another article came after it.
    """
    done: dict[Step, list[Part]] = defaultdict(list)
    undone: dict[Step, list[Part]] = defaultdict(list)
    for article in articles:
        for place, (step, change) in enumerate(article.changes):
            (done if place < article.position else undone)[step].append((article, change))
    steps = sorted(done, key=_order)
    again = sorted(undone.keys() - done.keys(), key=_order)
    if steps and again and _order(again[0]) < _order(steps[-1]):
        again = []
    commands = [_command(step, done[step], announce) for step in steps]
    commands += [_command(step, undone[step], announce) for step in again]
    stack.clear()
    for command in commands:
        stack.push(command)
    stack.setIndex(len(steps))
    for command in commands:
        command.act()


def _command(step: Step, parts: Sequence[Part], announce: Announce) -> ChangeCommand:
    several = f" in {len(parts)} articles" if len(parts) > 1 else ""
    return ChangeCommand(f"{parts[0][1].name}{several}", parts, step, announce, standing=True)


def _order(step: Step) -> tuple[bool, int, int]:
    """Steps of this session, whose number is 0, come last."""
    return step.session == 0, *step
