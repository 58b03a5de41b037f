"""All annotations of one article, and the one record by which anything ever changes."""

from collections.abc import Iterator, Mapping, ValuesView
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from pressmark.annotation import MOST_DIGITS, Annotation
from pressmark.article import SourceRecord
from pressmark.entities import Entity
from pressmark.filing import Filing
from pressmark.labels import Codebook
from pressmark.markup_index import MarkupIndex, TextOrder
from pressmark.words import BriefWords

Value: TypeAlias = Annotation | Entity | Codebook | SourceRecord | BriefWords | Filing
"""What can change. Of all but annotations and entities an article has one each, under the key ""."""


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
    """The annotations of one article by id. Only `AnnotatedArticle.apply` alters it.

    What is asked of all of them is kept from the first question on, and costs what it finds.
    """

    def __init__(self, annotations: Mapping[str, Annotation] = MappingProxyType({})) -> None:
        self._by_id = dict(annotations)
        self._retired: set[str] = set()
        self._highest: dict[str, int] = {}
        self._order: TextOrder | None = None
        self._index: MarkupIndex | None = None

    def __getitem__(self, key: str) -> Annotation:
        return self._by_id[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def values(self) -> ValuesView[Annotation]:
        return self._by_id.values()

    def in_text_order(self) -> list[Annotation]:
        """By first character, longest first, then by id; those without a place in the text come last."""
        if self._order is None:
            self._order = TextOrder(self._by_id.values())
        return list(self._order.annotations)

    def tied_to(self, target: str) -> list[Annotation]:
        """Annotations that hold a link to this one."""
        return [self._by_id[key] for key in self._indexed().tied_to(target)]

    def alike(self, one: Annotation) -> list[Annotation]:
        """Annotations of the same label with pieces of the same length."""
        return [self._by_id[key] for key in self._indexed().alike(one)]

    def count(self, label: str) -> int:
        """How many annotations of a label there are."""
        return self._indexed().count(label)

    def times_stated(self, value: str) -> int:
        """How many attributes have this value: whether an entity is still named."""
        return self._indexed().times_stated(value)

    def next_id(self, prefix: str) -> str:
        """A new readable id: the prefix and the number after the highest one used since it was opened."""
        number = self._highest.get(prefix)
        if number is None:
            names = (*self._by_id, *self._retired)
            endings = (name[len(prefix) :] for name in names if name.startswith(prefix))
            used = (int(one) for one in endings if one.isdecimal() and len(one) <= MOST_DIGITS)
            number = self._highest[prefix] = max(used, default=0)
        return f"{prefix}{number + 1}"

    def copy(self) -> "Markup":
        copied = Markup(self._by_id)
        copied._retired |= self._retired
        copied._order = self._order.copy() if self._order else None  # what is saved is a copy: sorted once
        return copied

    def _indexed(self) -> MarkupIndex:
        if self._index is None:
            self._index = MarkupIndex(self._by_id)
        return self._index

    def _put(self, annotation: Annotation) -> None:
        key = annotation.id
        self._forget(key)
        self._by_id[key] = annotation
        self._retired.discard(key)
        if self._order is not None:
            self._order.add(annotation)
        if self._index is not None:
            self._index.add(annotation)
        for prefix, highest in self._highest.items():
            ending = key[len(prefix) :] if key.startswith(prefix) else ""
            if ending.isdecimal() and len(ending) <= MOST_DIGITS:
                self._highest[prefix] = max(highest, int(ending))

    def _delete(self, key: str, *, retire: bool) -> None:
        self._forget(key)
        del self._by_id[key]
        if retire:  # its history still names it: no other annotation may go by its id
            self._retired.add(key)
        else:
            self._highest.clear()

    def _forget(self, key: str) -> None:
        """Takes an annotation out of what is kept besides it."""
        old = self._by_id.get(key)
        if old is not None and self._order is not None:
            self._order.remove(old)
        if old is not None and self._index is not None:
            self._index.remove(old)
