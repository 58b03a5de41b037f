"""What the writer knows of the whole page while it writes a part of it."""

from collections import Counter
from dataclasses import dataclass, field

from exporters import links
from exporters.marking import homes, lanes, runs
from pressmark.brief import Brief, Note, Tick


@dataclass(slots=True)
class Page:
    """The brief, the places in it, and which marks have begun and how many of their runs are to come."""

    brief: Brief
    tick: Tick
    anchors: frozenset[str]
    homes: dict[str, str]
    lanes: dict[str, int]
    runs_left: Counter[str]
    begun: set[str] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)  # in the order in which they are called
    numbers: Counter[str] = field(default_factory=Counter)  # of figures and tables so far

    @classmethod
    def of(cls, brief: Brief, tick: Tick) -> "Page":
        counted = Counter(name for run in runs(brief) for name in run.marks)
        return cls(brief, tick, links.anchors(brief), homes(brief), lanes(brief), counted)

    def href(self, target: str) -> str | None:
        """Where a link may lead: a place in this page or an address; None for anything else."""
        place = links.anchor(target)
        if place:
            return target if place in self.anchors else None
        return links.address(target)

    def label_class(self, label: str) -> str:
        """The class of the label's marks; its name may hold what a class may not."""
        known = list(self.brief.labels)
        return f"label-{known.index(label)}" if label in known else "label"

    def label_title(self, label: str) -> str:
        style = self.brief.labels.get(label)
        return style.title if style else label
