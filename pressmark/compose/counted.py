"""Pledges over all articles, each counted once: not again where another one, or the same story, says it."""

from dataclasses import dataclass, replace

from pressmark.compose.material import Material, Source
from pressmark.facts import PledgeRow
from pressmark.facts import pledges as pledge_rows
from pressmark.folding import fold


@dataclass(frozen=True, slots=True)
class Counted:
    """A pledge in its article; `restates` are ids, as the brief prints them, of those it says again."""

    source: Source
    row: PledgeRow
    restates: tuple[str, ...]
    counts: bool

    @property
    def counted_row(self) -> PledgeRow:
        """The row as it is to be added up."""
        return replace(self.row, counts=self.counts)


def counted_pledges(material: Material) -> list[Counted]:
    """In the order of the articles and their text.

    The same words in two articles that carry the same story (wire copy) are one pledge: the first counts.
    """
    found: list[Counted] = []
    first: dict[tuple[int, str], Counted] = {}
    for source in material.sources:
        for row in pledge_rows(source.doc):
            restates = tuple(map(source.name, row.restates))
            key = (material.story_of(source), fold(row.words).text)
            earlier = first.get(key)
            copied = earlier is not None and earlier.source.number != source.number
            if earlier is not None and copied:
                restates = (earlier.source.name(earlier.row.annotation.id), *restates)
            one = Counted(source, row, restates, row.counts and not copied)
            first.setdefault(key, one)
            found.append(one)
    return found
