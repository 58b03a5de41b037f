"""Looks whether another has written to the file of the article in front, when the window comes forward."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from desktop.background import Job
from desktop.open_article import OpenArticle
from desktop.workplace import Workplace
from pressmark.storage.fingerprint import Fingerprint, Standing

if TYPE_CHECKING:
    from desktop.other_hands import OtherHands


class OutsideChanges(QObject):
    """What was changed is asked about; what has gone away is said."""

    def __init__(self, window: Workplace) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.session
        self._said: dict[OpenArticle, Standing] = {}
        self._desk.changedOutside.connect(self._settle)
        self._desk.currentChanged.connect(self.look)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.applicationStateChanged.connect(self._came)

    @cached_property
    def _other_hands(self) -> "OtherHands":
        from desktop.other_hands import OtherHands  # with merging: for those who are not alone

        return OtherHands(self._window)

    def look(self) -> None:
        """At the file of the article in front, off the window's thread: it may lie on a slow share."""
        article = self._desk.current
        if article is None or article.path is None or article.held is None:
            return
        path, held = article.path, article.held
        job = Job(lambda _: held.look(path), self)
        job.succeeded.connect(lambda standing: self._looked(article, held, standing))
        job.start()

    def _came(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    def _looked(self, article: OpenArticle, held: Fingerprint, standing: Standing) -> None:
        """It may have been saved or closed in the meantime."""
        if article not in self._desk.articles or article.held is not held or article.path is None:
            return
        if standing is Standing.CHANGED:
            self._other_hands.notice(article)
        elif standing is not Standing.SAME and self._said.get(article) is not standing:
            self._window.say(standing.told(article.path))
        self._said[article] = standing

    def _settle(self, article: OpenArticle) -> None:
        self._other_hands.settle(article)
