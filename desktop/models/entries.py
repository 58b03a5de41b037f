"""An article as the list of the dossier has it: open, or known from the dossier's index only."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.open_article import OpenArticle
from pressmark.dates import long_date
from pressmark.labels import STANDARD_CODEBOOK, Label

if TYPE_CHECKING:
    from pressmark.storage.index import Listed

STATE_TITLES = {"": "To read", "in work": "In work", "done": "Done"}
"""How far the work on an article is, in words, in the order of the work."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the two is there; what is open says what is true now, the index what the file held."""

    article: OpenArticle | None = None
    listed: "Listed | None" = None
    folder: Path | None = None

    @property
    def path(self) -> Path | None:
        if self.article:
            return self.article.path
        return self.folder / self._listed.file if self.folder else None

    @property
    def file(self) -> str:
        """The name of its file, empty where it has none."""
        if self.article:
            return self.article.path.name if self.article.path else ""
        return self._listed.file

    @property
    def headline(self) -> str:
        if self.article:
            return self.article.doc.headline
        return self._listed.headline or self._listed.file

    @property
    def outlet(self) -> str:
        return self.article.doc.source.outlet if self.article else self._listed.outlet

    @property
    def published(self) -> str:
        return self.article.doc.source.published if self.article else self._listed.published

    @property
    def status(self) -> str:
        """“corrected”, “withdrawn” or nothing."""
        return self.article.doc.source.status if self.article else self._listed.status

    @property
    def state(self) -> str:
        return self.article.doc.filing.state if self.article else self._listed.state

    @property
    def tags(self) -> tuple[str, ...]:
        return self.article.doc.filing.tags if self.article else self._listed.tags

    @property
    def archived(self) -> bool:
        return self.article.doc.filing.archived if self.article else self._listed.archived

    @property
    def filed(self) -> tuple[object, ...]:
        """All that its place in the list may depend on."""
        said = (self.headline, self.outlet, self.published, self.status)
        return (*said, self.state, self.tags, self.archived, self.path)

    @property
    def unsaved(self) -> bool:
        return self.article is not None and self.article.unsaved

    @property
    def problem(self) -> str:
        """Why its file cannot be read; empty where it can."""
        return "" if self.article else self._listed.problem

    @property
    def details(self) -> str:
        """“Coastal Gazette · 14 Nov”."""
        if self.problem:
            return self.problem
        return " · ".join(filter(None, (self.outlet, short_date(self.published)))) or self._name

    @property
    def counts(self) -> list[tuple[Label, int]]:
        """How many quotes, pledges, …, in the codebook's order; labels of other codebooks come last."""
        if self.article:
            book, counted = self.article.doc.codebook, self.article.doc.markup.count
            return [(label, number) for label in book.labels if (number := counted(label.name))]
        found = Counter(self._listed.counts)
        names = [label.name for label in STANDARD_CODEBOOK.labels if found[label.name]]
        names += sorted(name for name in found if name not in names)
        return [(STANDARD_CODEBOOK.style_of(name), found[name]) for name in names]

    def is_of(self, article: OpenArticle | None) -> bool:
        return article is not None and self.article is article

    @property
    def _listed(self) -> "Listed":
        assert self.listed is not None, "an entry without an article is known from the index"
        return self.listed

    @property
    def _name(self) -> str:
        return self.article.doc.source.original_name if self.article else self._listed.file


def short_date(published: str) -> str:
    """“14 Nov 2025”, and without the year where it is this one: the list is narrow."""
    parts = long_date(published[:10]).split()
    if len(parts) != 3:
        return " ".join(parts)
    day, month, year = parts
    this_year = datetime.now(UTC).year
    return f"{day} {month[:3]}" if year == str(this_year) else f"{day} {month[:3]} {year}"
