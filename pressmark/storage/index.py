"""The index of a dossier: what its articles are, and where words stand in them, found at once.

It is only a cache, in a file of its own outside the dossier, and may be deleted at any time. What it tells is
what the files held at the last `refresh` or `put`. A file is known again by its name, its size and its times;
where these are too fresh to be relied upon, by what it holds.
"""

from pathlib import Path

from pressmark.annotated_article import AnnotatedArticle
from pressmark.digest import sha256_of
from pressmark.duplicates import Known
from pressmark.searching.parsing import Asked
from pressmark.storage import folder_scan, index_reading, index_search, index_writing
from pressmark.storage.fingerprint import Fingerprint, read_ordinary
from pressmark.storage.index_file import IndexFile, IndexLost, IndexUnavailable
from pressmark.storage.index_reading import Listed, ListedEntity
from pressmark.storage.index_refreshing import Progress, Refreshed, refresh
from pressmark.storage.index_rows import rows_of
from pressmark.storage.index_search import Hit, Page
from pressmark.storage.index_writing import Entry
from pressmark.storage.read_xml import MOST_BYTES

__all__ = ["Hit", "Index", "IndexLost", "IndexUnavailable", "Listed", "ListedEntity", "Page", "Refreshed"]


class Index:
    """Of one folder. Any thread may call it; asking goes on while another thread refreshes.

    Whatever asks or writes raises IndexLost where the file was damaged: then `refresh`, and ask again.
    """

    def __init__(self, folder: Path, cache: Path) -> None:
        """`cache` is where indexes are kept. Raises IndexUnavailable where there is no place for one."""
        self._folder = folder.resolve()
        name = sha256_of(str(self._folder).encode("utf-8", "surrogatepass"))[:32]
        self._file = IndexFile(cache / f"{name}.sqlite", str(self._folder))

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> "Index":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def refresh(self, tick: Progress = lambda _done, _all: None) -> Refreshed:
        """Reads what has changed in the folder since. What was read stays when `tick` ends it.

        Raises OSError, and leaves the index as it is, where the folder cannot be listed.
        """
        self._file.look()
        return refresh(self._file, self._folder, tick)

    def put(self, path: Path, doc: AnnotatedArticle, held: Fingerprint) -> None:
        """Takes in an article just read from its file, or written to it; `held` is what the file holds."""
        if path.parent.resolve() != self._folder:
            return
        try:
            stamp = folder_scan.stamp(path)
            same = sha256_of(read_ordinary(path, MOST_BYTES)) == held.sha256
        except OSError:
            same = False
        if same:  # else another hand was there, and the next refresh reads what it wrote
            entry = Entry(path.name, folder_scan.sure(stamp), held.sha256, rows_of(doc))
            with self._file.writing() as database:
                index_writing.put(database, [entry])

    def rows(self) -> list[Listed]:
        """All articles, the newest first."""
        with self._file.reading() as database:
            return index_reading.rows(database)

    def entities(self) -> list[ListedEntity]:
        """Who and what the articles name, file by file."""
        with self._file.reading() as database:
            return index_reading.entities(database)

    def known(self) -> list[Known]:
        """What tells duplicates of its articles, by the names of their files."""
        with self._file.reading() as database:
            return index_reading.known(database)

    def search(
        self,
        asked: Asked,
        since: tuple[int, int] = (0, 0),
        most: int | None = index_search.PAGE,
        places: int | None = index_search.PLACES,
    ) -> Page:
        """The hits of a query, a page of about `most` at a time; `since` is the page's `following`.

        Of each text the best `places` are shown. None stands for all.
        """
        if asked.term is None:
            return Page((), 0, None)
        with self._file.reading() as database:
            return index_search.page(database, asked.term, since, most, places)
