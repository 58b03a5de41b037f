"""One line of the table."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Row:
    """A value beside its limit: the physical limit or a peer, measured in the same run.

    `goal` is for the ratio of the two; `most` is a goal for the value itself, in its unit.
    """

    name: str
    value: float
    unit: str
    limit: float
    goal: float | None = None
    most: float | None = None

    def as_json(self) -> dict[str, object]:
        ratio = self.value / self.limit
        goal = self.goal if self.most is None else round(self.most / self.limit, 2)
        kept = [ratio <= self.goal] if self.goal is not None else []
        kept += [self.value <= self.most] if self.most is not None else []
        row = {key: value for key, value in asdict(self).items() if key != "most"}
        return {**row, "ratio": round(ratio, 2), "goal": goal, "holds": all(kept) if kept else None}
