"""What of a web archive did not come in as an article, in a line for each thing that has to be known."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pressmark.importers.imported import CannotImport, Found
from pressmark.importers.warc_crawl import Crawl

_TOLD = 3
_MOST_NAMED = 50
_LONGEST = 150


@dataclass(slots=True)
class LeftOut:
    """The addresses of an archive's pages that were not taken, by why."""

    name: str
    parts: set[str] = field(default_factory=set)
    walls: set[str] = field(default_factory=set)
    lists: set[str] = field(default_factory=set)
    unlisted: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)

    def told(self, crawl: Crawl, taken: int) -> Iterator[Found]:
        """`taken` is how many pages came in."""
        yield from self._damaged(crawl)
        yield from crawl.unreadable[:_MOST_NAMED]
        yield from self._doubtful(crawl)
        reasons = [*self._reasons(crawl)]
        if reasons and taken:
            yield CannotImport(f"{self.name} also holds pages that were left out: {'; '.join(reasons)}")
        elif reasons:
            yield CannotImport(f"{self.name} holds no article. Its pages were left out: {'; '.join(reasons)}")
        elif not taken and not crawl.damaged and not crawl.unreadable and not crawl.unmade:
            yield CannotImport(f"{self.name} holds no pages: check that it is the right file")

    def _damaged(self, crawl: Crawl) -> Iterator[Found]:
        for url in dict.fromkeys(crawl.damaged[:_MOST_NAMED]):
            yield CannotImport(
                f"{url[:_LONGEST]} in {self.name} is damaged or cut short and was left out: get the archive "
                "again from where it came"
            )
        more = crawl.unmade + max(len(crawl.damaged) - _MOST_NAMED, 0)
        if more:
            what = f"{more:,} records of {self.name} are" if more > 1 else f"A record of {self.name} is"
            yield CannotImport(f"{what} damaged and could not be read: get it again from where it came")

    def _doubtful(self, crawl: Crawl) -> Iterator[Found]:
        if crawl.altered:
            yield CannotImport(
                f"{len(crawl.altered):,} of the pages of {self.name} are not what their checksums say: check "
                f"the text of {_first(crawl.altered)}"
            )
        if cut := [page.url for page in crawl.pages if page.cut_off]:
            yield CannotImport(
                f"{len(cut):,} of the pages of {self.name} were archived only in part: check the text of "
                f"{_first(cut)}"
            )

    def _reasons(self, crawl: Crawl) -> Iterator[str]:
        told = (
            (self.parts, "shown or fetched by other pages"),
            (self.lists, "that list articles"),
            (self.walls, "that ask for consent"),
            (self.unlisted, "not on its own list of pages"),
            (crawl.errors, "that answered with an error"),
            (self.missing, "on its list that are not in it"),
        )
        for urls, why in told:
            if urls:
                yield f"{len(urls):,} {why} ({_first(sorted(urls))})"
        if revisits := crawl.not_stored_again():
            yield f"{revisits:,} not stored again since an earlier archive, which has to be imported as well"


def _first(urls: list[str]) -> str:
    told = ", ".join(url[:_LONGEST] for url in urls[:_TOLD])
    return f"{told}, …" if len(urls) > _TOLD else told
