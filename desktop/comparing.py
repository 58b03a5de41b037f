"""Two articles compared, and a new version given what was marked in the old one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop import ask
from desktop.background import Job
from desktop.models.entries import Entry
from desktop.open_article import OpenArticle
from desktop.workplace import Workplace
from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.intake import Outcome, Twin
from pressmark.markup import Change

if TYPE_CHECKING:
    from desktop.dialogs.compare_dialog import CompareDialog, Comparison
    from desktop.shelf_commands import ShelfCommands
    from pressmark.aligned import Aligned
    from pressmark.carrying import Carried


@dataclass(frozen=True, slots=True)
class _Sides:
    """The two as they are open, the older first."""

    old: OpenArticle
    new: OpenArticle

    @property
    def state(self) -> tuple[object, ...]:
        """Whether something was done to one of them since."""
        return tuple((one.position, one.state) for one in (self.old, self.new))


class Comparing(QObject):
    """One dialog for each pair that is asked for. What it is asked to do is one step of the history."""

    def __init__(self, window: Workplace, shelf_commands: "ShelfCommands") -> None:
        super().__init__(window)
        self._window, self._session, self._shelf_commands = window, window.session, shelf_commands
        panel = window.dossier_panel.list
        panel.compareAsked.connect(self.compare_entries)
        panel.twinAsked.connect(lambda entry: shelf_commands.with_open([entry], self._compare_first))

    def compare_entries(self, entries: Sequence[Entry]) -> None:
        """Two articles of the list."""
        self._shelf_commands.with_open(entries, lambda articles: self.compare(articles[0], articles[1]))

    def compare_outcome(self, outcome: Outcome) -> None:
        """What has come in with the article that was there already."""
        twin, loaded = outcome.twin, outcome.loaded
        entries = self._window.shelf.entries()
        there = twin and next((one for one in entries if _is_of(one, twin.doc, twin.path)), None)
        came = loaded and next((one for one in entries if _is_of(one, loaded.doc, loaded.path)), None)
        if there and came:
            self.compare_entries([there, came])
        else:
            ask.tell(
                self._window,
                "These cannot be compared any more",
                "One of the two articles is not in the list. Add it once more to compare it.",
            )

    def compare_with_twin(self, article: OpenArticle) -> None:
        """With the article of the dossier that is most like it, if there is one."""
        others = [(one.path, one.doc) for one in self._session.articles if one is not article]
        own = (article.path.name,) if article.path else ()
        neighbours = self._window.shelf.neighbours(others, apart_from=own)
        doc = article.doc.copy()
        job = Job(lambda _: neighbours.twin_of(doc), self)
        job.succeeded.connect(partial(self._found_twin, article))
        job.failed.connect(lambda error: ask.tell(self._window, "Nothing could be compared", str(error)))
        job.start()

    def compare(self, one: OpenArticle, other: OpenArticle) -> None:
        """Side by side, the older at the left."""
        self._read(_in_order(one, other), self._show)

    def _compare_first(self, articles: Sequence[OpenArticle]) -> None:
        self.compare_with_twin(articles[0])

    def _found_twin(self, article: OpenArticle, twin: Twin | None) -> None:
        entries = self._window.shelf.entries()
        found = twin and next((one for one in entries if _is_of(one, twin.doc, twin.path)), None)
        if not found:
            ask.tell(
                self._window,
                f"No other article is like “{article.name}”",
                "To compare it with any other, choose both in the list.",
            )
            return
        self._shelf_commands.with_open([found], lambda opened: self.compare(article, opened[0]))

    def _read(self, sides: _Sides, then: "Callable[[_Sides, Comparison], None]") -> None:
        """Finds out in the background what differs."""
        old, new = sides.old.doc, sides.new.doc
        held = (old.copy(), new.copy())
        job = Job(lambda tick: _compared(*held, tick), self)
        job.progressed.connect(self._window.status.show_progress)
        job.succeeded.connect(lambda found: self._compared(sides, found, then))
        job.failed.connect(self._not_compared)
        job.start()

    def _not_compared(self, error: Exception) -> None:
        self._window.status.hide_progress()
        ask.tell(self._window, "The two could not be compared", f"{error}\n\nNothing was changed.")

    def _compared(
        self,
        sides: _Sides,
        found: "tuple[Aligned, str, bool]",
        then: "Callable[[_Sides, Comparison], None]",
    ) -> None:
        from desktop.dialogs.compare_dialog import Comparison

        self._window.status.hide_progress()
        if all(one in self._session.articles for one in (sides.old, sides.new)):
            then(sides, Comparison(sides.old.doc, sides.new.doc, *found))

    def _show(self, sides: _Sides, comparison: "Comparison") -> None:
        from desktop.dialogs.compare_dialog import CompareDialog

        _Compared(self._window, sides, CompareDialog(self._window, comparison), self._read)


class _Compared(QObject):
    """One open comparison: what its dialog asks for. It ends with the dialog, or with one of the articles."""

    def __init__(
        self,
        window: Workplace,
        sides: _Sides,
        dialog: "CompareDialog",
        read: "Callable[[_Sides, Callable[[_Sides, Comparison], None]], None]",
    ) -> None:
        super().__init__(dialog)
        self._window, self._session, self._sides = window, window.session, sides
        self._dialog, self._read = dialog, read
        self._offered: tuple[object, ...] = ()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.carryAsked.connect(self._look)
        dialog.carried.connect(self._carry)
        dialog.archiveAsked.connect(self._archive)
        dialog.swapAsked.connect(self._swap)
        self._session.leaving.connect(self._left)
        dialog.show()

    def _left(self, article: OpenArticle) -> None:
        if article in (self._sides.old, self._sides.new):
            self._dialog.close()

    def _look(self) -> None:
        """What would become of each annotation."""
        from pressmark.carrying import carried

        self._offered = self._sides.state
        old, new = self._sides.old.doc.copy(), self._sides.new.doc.copy()
        alignment = self._dialog.comparison.alignment
        job = Job(lambda tick: carried(old, new, alignment, tick), self)
        job.succeeded.connect(self._dialog.offer)
        job.failed.connect(
            lambda error: ask.tell(self._dialog, "The annotations could not be placed", str(error))
        )
        job.start()

    def _carry(self, chosen: "list[Carried]", archive: bool) -> None:
        """One step: the annotations into the newer, and the older into the archive."""
        from pressmark.carrying import Fit
        from pressmark.carrying_over import Versions, carry_over

        if self._sides.state != self._offered:
            self._look()
            ask.tell(
                self._dialog,
                "Nothing was carried over yet",
                "One of the two was changed in the meantime. The list is made anew: look through it again.",
            )
            return
        old, new = self._sides.old, self._sides.new
        versions = Versions(old.doc, new.doc, self._dialog.comparison.alignment)
        change = carry_over(versions, chosen, self._session.hand())
        steps = [(new, change), *(self._archiving() if archive else ())]
        if not self._session.do_all(change.name, steps):
            return
        stay, went = len(old.doc.markup) - len(chosen), sum(one.fit is not Fit.THERE for one in chosen)
        told = f"; {stay:,} stay{'s' if stay == 1 else ''} in the older version" if stay else ""
        self._dialog.close()
        self._session.show_article(new)
        self._window.say(f"{went:,} annotation{'s' if went != 1 else ''} carried over{told}")

    def _archive(self) -> None:
        ((article, change),) = self._archiving()
        if self._session.do_all(change.name, [(article, change)]):
            self._dialog.close()
            self._window.say(f"The older version of “{self._sides.new.name}” is archived")

    def _archiving(self) -> list[tuple[OpenArticle, Change]]:
        old = self._sides.old
        return [(old, changes.set_filing(old.doc, replace(old.doc.filing, archived=True), "Archive"))]

    def _swap(self) -> None:
        self._sides = _Sides(self._sides.new, self._sides.old)
        self._read(self._sides, lambda _, comparison: self._dialog.show_comparison(comparison))


def _compared(
    old: AnnotatedArticle, new: AnnotatedArticle, tick: Callable[..., None]
) -> "tuple[Aligned, str, bool]":
    """What differs, how they are alike in words, and whether one may be a version of the other."""
    from pressmark.aligned import aligned
    from pressmark.duplicates import Duplicates, Likeness, in_words, known_of

    found = Duplicates([known_of("old", old)], lambda _: old).alike(new)
    told = f"{in_words(found, old.headline)}." if found else "They have little in common."
    stated = {one.source.outlet.strip().casefold() for one in (old, new) if one.source.outlet.strip()}
    is_version = found is not None and found.likeness is not Likeness.SAME_STORY
    if found and found.likeness is Likeness.SAME_STORY and len(stated) > 1:
        told += " Different outlets carry it: a brief counts a pledge in the same words once."
    return aligned(old.article, new.article, tick), told, is_version or len(stated) < 2


def _in_order(one: OpenArticle, other: OpenArticle) -> _Sides:
    """The one published first is the older; where that is not known, the one captured first."""
    for field in ("published", "captured_at"):
        stamps = [str(getattr(article.doc.source, field)) for article in (one, other)]
        days = [stamp[:10] for stamp in stamps]
        moments = days if days[0] != days[1] else [_moment(stamp) for stamp in stamps]
        if all(moments) and moments[0] != moments[1]:
            return _Sides(one, other) if moments[0] < moments[1] else _Sides(other, one)
    return _Sides(one, other)


def _moment(stamp: str) -> str:
    """In UTC, so that moments can be told apart; empty for a mere day, and for a stamp that is none."""
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return ""
    return moment.astimezone(UTC).isoformat() if moment.tzinfo else ""


def _is_of(entry: Entry, doc: AnnotatedArticle | None, path: Path | None) -> bool:
    if entry.article is not None and entry.article.doc is doc:
        return True
    return path is not None and entry.path == path
