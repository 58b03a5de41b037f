"""From what arrives to the desk and the report: nothing of it holds the window up."""

import time
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import ask
from desktop.arrivals import Arrived
from desktop.background import Job
from desktop.import_questions import ImportQuestions
from desktop.shelf import EAGER
from desktop.workplace import Workplace
from pressmark.intake import Fate, Intake, Outcome
from pressmark.loading import Loaded
from pressmark.storage.fingerprint import Standing

if TYPE_CHECKING:
    from desktop.dialogs.import_report import ImportReport

_PATIENCE = 700
"""Milliseconds of reading after which several things at once get a report that shows how far it is, where
much more is to come."""


class IntakeFlow(QObject):
    """Shows what came in; what did not stands in the report, or in a message where it is one thing.

    `compared`: an outcome whose article is to be seen beside the one that was there.
    """

    compared = Signal(object)

    def __init__(self, window: Workplace) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._jobs: list[Job] = []
        self._of_this_go = 0
        self._takes_long = False
        self._since, self._share = 0.0, 0.0
        self._questions = ImportQuestions(window)
        self._questions.answered.connect(self._read_again)
        self._questions.righted.connect(self._put_in_place)
        arrivals = window.arrivals
        arrivals.make_intake = self._make_intake
        arrivals.began.connect(self._began)
        arrivals.came.connect(self._came)
        arrivals.arrived.connect(self._arrived)
        arrivals.progressed.connect(self._progressed)

    @cached_property
    def report(self) -> "ImportReport":
        """Made when there is something to report."""
        from desktop.dialogs.import_report import ImportReport

        report = ImportReport(self._window, self._questions.title)
        report.cancelled.connect(self._cancel)
        report.shown.connect(self._show)
        report.retried.connect(self._retry)
        report.asked.connect(self._questions.ask)
        report.compared.connect(self.compared)
        report.takenAllTheSame.connect(partial(self._retry, twins_too=True))
        self._window.arrivals.progressed.connect(report.show_progress)
        return report

    def _make_intake(self) -> Intake:
        opened = [(article.path, article.doc) for article in self._session.articles]
        neighbours = self._window.shelf.neighbours(opened)
        return Intake(
            dossier=self._session.dossier,
            twin_of=neighbours.twin_of,
            took=neighbours.took,
            answers=self._questions.answers_for,
        )

    def _began(self, job: Job) -> None:
        if not self._jobs:
            self._of_this_go, self._takes_long = 0, False
            self._since, self._share = time.monotonic(), 0.0
        self._jobs.append(job)
        QTimer.singleShot(_PATIENCE, self, partial(self._waited_for, job))

    def _progressed(self, share: float) -> None:
        self._share = share
        self._window.status.show_progress(share)

    def _waited_for(self, job: Job) -> None:
        if job in self._jobs:
            self._takes_long = True
            self._show_how_far()

    def _show_how_far(self) -> None:
        """Once: who closes the report meanwhile is not bothered again."""
        if self._takes_long and self._of_this_go > 1 and self._left() > 3 * _PATIENCE:
            self._takes_long = False
            self.report.begin()
            self.report.show()

    def _left(self) -> float:
        """Milliseconds that the rest may take, told by what is done."""
        passed = (time.monotonic() - self._since) * 1000
        return passed * (1 - self._share) / max(self._share, 0.001)

    def _came(self, outcomes: Sequence[Outcome]) -> None:
        if not outcomes:
            return
        new = [one.loaded for one in outcomes if one.loaded]
        if self._session.dossier and len(self._session.articles) + len(new) > EAGER:
            new = [one for one in new if one.path is None] or ([] if self._session.current else new[:1])
        added = self._session.add(new, show=not self._of_this_go)
        self._of_this_go += len(outcomes)
        folder = self._session.dossier.folder if self._session.dossier else None
        alone = [one.path for one in added if one.path and one.path.parent != folder]
        self._window.settings.add_recent(*alone)
        self.report.add(outcomes)
        self._show_how_far()

    def _arrived(self, arrived: Arrived) -> None:
        self._jobs.clear()
        self._window.status.hide_progress()
        self._window.shelf.refresh()
        self.report.end(arrived.rest)
        self._tell(arrived)

    def _tell(self, arrived: Arrived) -> None:
        odd = [one for one in arrived.outcomes if one.fate is not Fate.IN]
        if self.report.isVisible():
            return
        if len(arrived.outcomes) == 1 and odd and odd[0].fate is Fate.FAILED and not odd[0].question:
            ask.tell(self._window, "This could not be added", odd[0].why)
            self.report.forget()
        elif odd or arrived.rest:
            self.report.show()
        else:
            notes = [warning for one in arrived.outcomes if one.loaded for warning in one.loaded.warnings]
            count = len(arrived.outcomes)
            said = f"Added {count:,} articles" if count > 1 else "; ".join(notes)
            if said:
                self._window.say(said)
            self.report.forget()

    def _cancel(self) -> None:
        for job in self._jobs:
            job.cancel()

    def _show(self, outcome: Outcome) -> None:
        path = outcome.twin.path if outcome.twin and not outcome.loaded else None
        if outcome.loaded:
            path = outcome.loaded.path
        for article in self._session.articles:
            if outcome.loaded and article.doc is outcome.loaded.doc:
                self._session.show_article(article)
                return
        entry = next((one for one in self._window.shelf.entries() if path and one.path == path), None)
        if entry:
            self._window.dossier_panel.chosen.emit(entry)

    def _read_again(self, outcome: Outcome) -> None:
        """With an answer: what came of the same thing before is taken back, unless it is worked on."""
        before = [one for one in self.report.outcomes if one.given is outcome.given]
        came = [one for one in before if one.loaded]
        worked_on = [one for one in came if not self._may_be_taken_back(one)]
        if worked_on:
            ask.tell(
                self._window,
                "It is not read again",
                f"“{worked_on[0].name}” is worked on already, or was closed. Add the file once more to read "
                "it otherwise.",
            )
            return
        for one in came:
            self._take_back(one)
        self.report.drop(before)
        self._window.arrivals.take_given([outcome.given])

    def _put_in_place(self, outcome: Outcome, new: Loaded) -> None:
        """The text was put right: it stands in the place of the one that was read."""
        self._take_back(outcome)
        (added,) = self._session.add([new])
        kept = replace(new, path=added.path, held=added.held, original=added.original)
        self.report.drop([outcome])
        self.report.add([Outcome(outcome.given, replace(kept, doc=added.doc))])
        self._window.shelf.refresh()

    def _may_be_taken_back(self, outcome: Outcome) -> bool:
        article = self._questions.article_of(outcome)
        return article is not None and not article.doc.markup and not article.changes

    def _take_back(self, outcome: Outcome) -> None:
        """Closes what was just added, and deletes its file, unless somebody else has changed that."""
        article = self._questions.article_of(outcome)
        if article is None:
            return
        path, held = article.path, article.held
        self._session.close_article(article)
        if path and held and held.look(path) is Standing.SAME:
            path.unlink()

    def _retry(self, outcomes: Sequence[Outcome], *, twins_too: bool = False) -> None:
        given = list({id(one.given): one.given for one in outcomes}.values())
        self._window.arrivals.take_given(given, twins_too=twins_too)
