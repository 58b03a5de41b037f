"""Who else has the article in front open: told once, and word left beside the file that it is open here."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Union

from PySide6.QtCore import QObject

from desktop import ask
from desktop.background import Job
from desktop.open_article import OpenArticle
from desktop.workplace import Workplace

if TYPE_CHECKING:  # with sockets and JSON: not at the start of the window
    from pressmark.storage.presence import OtherHand, Presence

_TOGETHER = "What both of you change is brought together before anything is saved over."


class Company(QObject):
    """An article is announced when it first comes to the front, under its own file."""

    def __init__(self, window: Workplace) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._words: dict[OpenArticle, tuple[Path, Presence | None]] = {}
        self._session.currentChanged.connect(self._arrive)
        self._session.written.connect(lambda _: self._arrive())
        self._session.leaving.connect(self._leave)

    def leave_all(self) -> None:
        """The window closes."""
        for article in list(self._words):
            self._leave(article)

    def _arrive(self) -> None:
        article = self._session.current
        if article and article.path and not self._is_announced(article, article.path):
            self._leave(article)
            self._announce(article, article.path)

    def _is_announced(self, article: OpenArticle, path: Path) -> bool:
        return article in self._words and self._words[article][0] == path

    def _announce(self, article: OpenArticle, path: Path, over: "OtherHand | None" = None) -> None:
        self._words[article] = (path, None)
        job = Job(_announcing(path, self._session.author, over), self)
        job.succeeded.connect(lambda answer: self._answered(article, path, *answer))
        job.start()

    def _answered(
        self, article: OpenArticle, path: Path, left: "Presence | None", other: "OtherHand | None"
    ) -> None:
        if not self._is_announced(article, path):  # closed, or saved elsewhere in the meantime
            if left:
                left.leave()
            return
        self._words[article] = (path, left)
        if other:
            self._tell(article, path, other)

    def _tell(self, article: OpenArticle, path: Path, other: "OtherHand") -> None:
        told = f"It is {other.told(datetime.now(UTC).astimezone())}.\n\n{_TOGETHER}"
        title = f"“{article.name}” is open elsewhere, too"
        ask.open_elsewhere(self._window, title, told, lambda: self._overrule(article, path, other))

    def _overrule(self, article: OpenArticle, path: Path, other: "OtherHand") -> None:
        if self._is_announced(article, path):
            self._announce(article, path, other)

    def _leave(self, article: OpenArticle) -> None:
        _, left = self._words.pop(article, (None, None))
        if left:
            left.leave()


_Answer = tuple[Union["Presence", None], Union["OtherHand", None]]


def _announcing(path: Path, analyst: str, over: "OtherHand | None") -> Callable[[object], _Answer]:
    """Leaves word; answers with that, or with who was there first."""

    def left(_: object) -> _Answer:
        from pressmark.storage.presence import Presence, announce

        answer = announce(path, analyst, over)
        return (answer, None) if isinstance(answer, Presence) else (None, answer)

    return left
