"""What the writer knows of the whole text while it writes a part of it."""

from collections import Counter
from dataclasses import dataclass, field

from exporters import links
from exporters.marking import homes, linked, runs
from pressmark.brief import Brief, Note


@dataclass(slots=True)
class Manuscript:
    """The brief, the places in it that are linked to, and how many runs of each mark are to come."""

    brief: Brief
    linked: frozenset[str]
    homes: dict[str, str]
    runs_left: Counter[str]
    begun: set[str] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)  # in the order in which they are called
    numbers: Counter[str] = field(default_factory=Counter)  # of figures and tables so far

    @classmethod
    def of(cls, brief: Brief) -> "Manuscript":
        ways_back = homes(brief)
        counted = Counter(name for run in runs(brief) for name in run.marks)
        return cls(brief, linked(brief) | frozenset(ways_back.values()), ways_back, counted)

    def place(self, anchor: str) -> str:
        """A place to be linked to; nothing where no link leads, for it disturbs who reads the source."""
        return f'<a id="{anchor}"></a>' if anchor in self.linked else ""

    def target(self, target: str) -> str | None:
        """Where a link may lead: a place that is there, or an address; None for anything else."""
        place = links.anchor(target)
        if place:
            return target if place in self.linked else None
        return links.address(target)

    def label_title(self, label: str) -> str:
        style = self.brief.labels.get(label)
        return style.title if style else label
