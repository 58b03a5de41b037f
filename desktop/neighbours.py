"""What is there already, asked of the index and the open articles before another is added."""

from collections.abc import Collection, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from pressmark.annotated_article import AnnotatedArticle
from pressmark.intake import Twin
from pressmark.loading import Loaded

if TYPE_CHECKING:
    from pressmark.duplicates import Duplicates
    from pressmark.storage.index import Index


class Neighbours:
    """Of one go of adding. `opened` are the open articles, with their files where they have one.

    `apart_from` are files of the dossier that nothing is compared with.
    """

    def __init__(
        self,
        index: "Index | None",
        folder: Path | None,
        opened: Sequence[tuple[Path | None, AnnotatedArticle]],
        apart_from: Collection[str] = (),
    ) -> None:
        self._index, self._folder, self._apart_from = index, folder, apart_from
        self._opened = {_name(path, number): (path, doc) for number, (path, doc) in enumerate(opened)}
        self._duplicates: Duplicates | None = None
        self._lock = Lock()

    def twin_of(self, doc: AnnotatedArticle) -> Twin | None:
        """The article that is most like it, if one is."""
        from pressmark.duplicates import Likeness, in_words

        found = self._known().alike(doc)
        if found is None:
            return None
        opened = self._opened.get(found.name)
        path, twin = opened or (self._path(found.name), self._article(found.name))
        headline = twin.headline if twin else found.name
        same = found.likeness in {Likeness.SAME_FILE, Likeness.SAME_TEXT}
        version = found.likeness is Likeness.NEW_VERSION
        open_doc = twin if opened else None
        return Twin(headline, path, in_words(found, headline), same, version, open_doc)

    def took(self, loaded: Loaded) -> None:
        """An article has come in: the next one may be like it."""
        name = _name(loaded.path, len(self._opened))
        self._opened[name] = (loaded.path, loaded.doc)
        self._known().add(name, loaded.doc)

    def _known(self) -> "Duplicates":
        from pressmark.duplicates import Duplicates, known_of
        from pressmark.storage.index import IndexLost

        with self._lock:
            if self._duplicates is None:
                try:
                    listed = self._index.known() if self._index else []
                except IndexLost:  # what is open is known all the same; the next refresh mends it
                    listed = []
                known = [one for one in listed if one.name not in (*self._opened, *self._apart_from)]
                known += [known_of(name, doc) for name, (_, doc) in self._opened.items()]
                self._duplicates = Duplicates(known, self._article)
            return self._duplicates

    def _article(self, name: str) -> AnnotatedArticle | None:
        """None where its file cannot be read any more."""
        from pressmark.storage.articles import open_article
        from pressmark.storage.read_xml import CannotRead

        if known := self._opened.get(name):
            return known[1]
        path = self._path(name)
        try:
            return open_article(path).doc if path else None
        except CannotRead:
            return None

    def _path(self, name: str) -> Path | None:
        return self._folder / name if self._folder else None


def _name(path: Path | None, number: int) -> str:
    return path.name if path else f"open article {number}"
