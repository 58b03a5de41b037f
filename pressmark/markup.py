"""All annotations of one article, and the one record by which anything ever changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from pressmark.annotation import MOST_DIGITS, Annotation, id_order
from pressmark.article import SourceRecord, Span
from pressmark.entities import Entity
from pressmark.labels import Codebook
from pressmark.words import BriefWords

Value: TypeAlias = Annotation | Entity | Codebook | SourceRecord | BriefWords
"""What can change. Of codebook, source record and brief words an article has one each, under the key ""."""


class ChangeDoesNotFit(Exception):
    """The article no longer holds what the change says was there before."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One value put in the place of another. `before` is None for a new value, `after` for a deleted one."""

    key: str
    before: Value | None
    after: Value | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("an edit needs a value before or after")
        if self.before is not None and self.after is not None and type(self.before) is not type(self.after):
            raise ValueError("an edit keeps the type of its value")
        if self.after is None and self.kind not in (Annotation, Entity):
            raise ValueError(f"an article always has a {self.kind.__name__}")
        values = (self.before, self.after)
        if any(isinstance(one, Annotation | Entity) and one.id != self.key for one in values):
            raise ValueError(f"the value of an edit of {self.key} goes by another id")

    @property
    def kind(self) -> type:
        return type(self.before if self.before is not None else self.after)


@dataclass(frozen=True, slots=True)
class Change:
    """What was before and what is after, under the name that undo shows (“Label ‘Healey’ as actor”).

    `takes_back` marks the inverse of what an analyst did: an annotation that it removes was never made.
    """

    name: str
    edits: tuple[Edit, ...]
    takes_back: bool = False

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        undone = tuple(Edit(edit.key, edit.after, edit.before) for edit in reversed(self.edits))
        return Change(self.name, undone, not self.takes_back)

    @property
    def changes_nothing(self) -> bool:
        return all(edit.before == edit.after for edit in self.edits)


class Markup(Mapping[str, Annotation]):
    """The annotations of one article by id. Only `AnnotatedArticle.apply` alters it."""

    def __init__(self) -> None:
        self._by_id: dict[str, Annotation] = {}
        self._retired: set[str] = set()

    def __getitem__(self, key: str) -> Annotation:
        return self._by_id[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def in_text_order(self) -> list[Annotation]:
        """By first character, longest first, then by id; those without a place in the text come last."""
        return sorted(self._by_id.values(), key=lambda one: (one.start, -one.end, id_order(one.id)))

    def overlapping(self, span: Span) -> list[Annotation]:
        """Annotations with a piece that shares a character with the span, shortest first."""
        found = [one for one in self._by_id.values() if any(piece.overlaps(span) for piece in one.spans)]
        return sorted(found, key=lambda one: (sum(map(len, one.spans)), one.start, id_order(one.id)))

    def at(self, position: int) -> list[Annotation]:
        """Annotations that cover a character, the shortest first: the one a click there means."""
        return self.overlapping(Span(position, position + 1))

    def tied_to(self, target: str) -> list[Annotation]:
        """Annotations that hold a link to this one."""
        return [one for one in self._by_id.values() if any(link.target == target for link in one.links)]

    def next_id(self, prefix: str) -> str:
        """A new readable id: the prefix and the number after the highest one used since it was opened."""
        names = self._by_id.keys() | self._retired
        numbers = (one.removeprefix(prefix) for one in names if one.startswith(prefix))
        used = [int(number) for number in numbers if number.isdecimal() and len(number) <= MOST_DIGITS]
        return f"{prefix}{max(used, default=0) + 1}"

    def _put(self, key: str, annotation: Annotation) -> None:
        self._by_id[key] = annotation
        self._retired.discard(key)

    def _delete(self, key: str, *, retire: bool) -> None:
        del self._by_id[key]
        if retire:  # its history still names it: no other annotation may go by its id
            self._retired.add(key)
