"""A brief comes back: its articles are opened, and what was edited in Word is offered as changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from desktop import ask
from desktop.background import Job
from desktop.dialogs.review_dialog import Edited, ReviewDialog
from desktop.earlier_brief import EarlierBrief, read_brief
from desktop.open_article import OpenArticle
from desktop.workplace import Workplace
from pressmark import changes
from pressmark.attributes import ValueNotUnderstood
from pressmark.changes import Hand
from pressmark.compose.anchors import annotations_by_anchor
from pressmark.importers.word_brief import EditedValue
from pressmark.loading import Loaded
from pressmark.markup import Change


@dataclass(frozen=True, slots=True)
class _Offered:
    """An edited value, and the change that it would be, where it can be one."""

    edited: Edited
    article: OpenArticle
    key: str
    field: str


class ReadingBack(QObject):
    """Files without articles of ours in them are taken as any other file."""

    def __init__(self, window: Workplace) -> None:
        super().__init__(window)
        self._window = window

    def take(self, path: Path) -> None:
        job = Job(lambda _: read_brief(path), self)
        job.succeeded.connect(lambda found: self._taken(path, found))
        job.failed.connect(lambda error: ask.tell(self._window, "The file could not be read", str(error)))
        job.start()

    def _taken(self, path: Path, found: EarlierBrief | None) -> None:
        if found is None:
            self._window.arrivals.take_paths([path])
            return
        articles = [self._opened(loaded) for loaded in map(Loaded, found.articles)]
        offered = self._offered(found, articles)
        if not offered:
            count = len(articles)
            self._window.say(
                f"{count} article{'s' if count != 1 else ''} from {path.name}; "
                "no value in its tables was edited"
            )
            return
        chosen = ReviewDialog.ask(self._window, path.name, [one.edited for one in offered])
        if chosen:
            self._take_over(path, [offered[number] for number in chosen])

    def _opened(self, loaded: Loaded) -> OpenArticle:
        """The open article of this text; where there is none, the one that rode in the brief."""
        session = self._window.session
        text = loaded.doc.article.text
        same = next((one for one in session.articles if one.doc.article.text == text), None)
        return same or session.add([loaded])[0]

    def _offered(self, found: EarlierBrief, articles: Sequence[OpenArticle]) -> list[_Offered]:
        """Only of annotations that are still there, and only what differs from what they say now."""
        places = annotations_by_anchor(found.articles)
        offered = []
        for value in found.edited:
            place, key = places.get(value.anchor, (-1, ""))
            if key and key in articles[place].doc.markup:
                offered.append(_offer(value, articles[place], key, self._window.session.hand()))
        return offered

    def _take_over(self, path: Path, chosen: Sequence[_Offered]) -> None:
        session, hand = self._window.session, self._window.session.hand()
        steps: list[tuple[OpenArticle, Change]] = []
        after = {id(one.article): one.article.doc for one in chosen}
        for one in chosen:
            doc = after[id(one.article)]
            change = changes.set_value(doc, one.key, one.field, one.edited.now, hand)
            steps.append((one.article, change))
            after[id(one.article)] = doc.after(change)
        session.do_all(f"Take over {len(chosen)} from {path.name}", steps)


def _offer(value: EditedValue, article: OpenArticle, key: str, hand: Hand) -> _Offered:
    problem = ""
    try:
        changes.set_value(article.doc, key, value.field, value.now, hand)
    except ValueNotUnderstood as error:
        problem = str(error)
    row = f"{key}, {article.name}"
    return _Offered(Edited(row, value.field, value.then, value.now, problem), article, key, value.field)
