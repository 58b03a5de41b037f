"""Who else has the article in front open: told once, and word left beside the file that it is open here."""

from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop import ask
from desktop.background import Job
from desktop.open_article import OpenArticle
from desktop.session import Session

if TYPE_CHECKING:  # with sockets and JSON: not at the start of the window
    from pressmark.storage.presence import OtherHand, Presence

_TOGETHER = "What both of you change is brought together before anything is saved over."


class Company(QObject):
    """An article is announced when it first comes to the front, under its own file."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._words: dict[OpenArticle, _Word] = {}
        self._session.currentChanged.connect(self._arrive)
        self._session.written.connect(lambda _: self._arrive())
        self._session.leaving.connect(self._leave)

    def leave_all(self) -> None:
        """The window closes."""
        for article in list(self._words):
            self._leave(article)

    def _arrive(self) -> None:
        article = self._session.current
        if article is None or article.path is None:
            return
        word = self._words.get(article)
        if word is None or word.path != article.path:
            self._leave(article)
            self._words[article] = _Word(article.path)
            self._announce(article)

    def _announce(self, article: OpenArticle, over: "OtherHand | None" = None) -> None:
        word, analyst = self._words[article], self._session.author
        job = Job(lambda _: word.put(analyst, over), self)
        job.succeeded.connect(lambda other: self._answered(article, word, other))
        job.start()

    def _answered(self, article: OpenArticle, word: "_Word", other: "OtherHand | None") -> None:
        if other is None or self._words.get(article) is not word:  # or closed, or saved elsewhere meanwhile
            return
        told = f"It is {other.told(datetime.now(UTC).astimezone())}.\n\n{_TOGETHER}"
        title = f"“{article.name}” is open elsewhere, too"
        ask.open_elsewhere(self._window, title, told, lambda: self._overrule(article, word, other))

    def _overrule(self, article: OpenArticle, word: "_Word", other: "OtherHand") -> None:
        if self._words.get(article) is word:
            self._announce(article, other)

    def _leave(self, article: OpenArticle) -> None:
        if word := self._words.pop(article, None):
            word.take_back()


class _Word:
    """Ours beside one file: put there in the background, and taken back even if it arrives too late."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        self._left: Presence | None = None
        self._is_over = False

    def put(self, analyst: str, over: "OtherHand | None") -> "OtherHand | None":
        """Answers with who was there first; then there is no word of ours."""
        from pressmark.storage.presence import Presence, announce

        answer = announce(self.path, analyst, over)
        if not isinstance(answer, Presence):
            return answer
        with self._lock:
            if not self._is_over:
                self._left = answer
                return None
        answer.leave()
        return None

    def take_back(self) -> None:
        with self._lock:
            self._is_over = True
            left, self._left = self._left, None
        if left:
            left.leave()
