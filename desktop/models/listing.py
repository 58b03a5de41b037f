"""What the lists hold: articles by number, and which of their annotations are wanted."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from desktop.models.table_columns import Row
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.entities import Entity
from pressmark.filtering import Filter
from pressmark.labels import Label
from pressmark.markup import Change

Picks: TypeAlias = tuple[tuple[AnnotatedArticle, tuple[str, ...]], ...]
"""Ids of annotations, article by article."""


@dataclass(frozen=True, slots=True)
class Listing:
    docs: tuple[AnnotatedArticle, ...] = ()
    names: tuple[str, ...] = ()
    wanted: Filter = field(default_factory=Filter)

    @property
    def is_filtered(self) -> bool:
        return self.wanted != Filter()

    def number_of(self, doc: AnnotatedArticle | None) -> int:
        """The article's number, -1 where it is not listed."""
        return next((number for number, one in enumerate(self.docs) if one is doc), -1)

    def rows(self, label: str) -> Iterator[Row]:
        """All that are wanted, article by article in text order."""
        everything = not self.is_filtered
        for number, (doc, name) in enumerate(zip(self.docs, self.names, strict=True)):
            for one in doc.markup.in_text_order():
                if one.label == label and (everything or self.wanted.matches(doc, one)):
                    yield Row(number, name, doc, one)

    def row(self, number: int, key: str, label: str) -> Row | None:
        """An annotation as it is now; None where it is not there, not of the label or not wanted."""
        doc = self.docs[number]
        one = doc.markup.get(key)
        if one is None or one.label != label or (self.is_filtered and not self.wanted.matches(doc, one)):
            return None
        return Row(number, self.names[number], doc, one)

    def labels(self) -> tuple[Label, ...]:
        """Those of all codebooks, each as the first has it, then those that only annotations name."""
        found: dict[str, Label] = {}
        for doc in self.docs:
            for label in doc.codebook.labels:
                found.setdefault(label.name, label)
        for name in self.counts():
            found.setdefault(name, self.docs[0].codebook.style_of(name))
        return tuple(found.values())

    def counts(self) -> Counter[str]:
        """How many annotations of each label there are, wanted or not."""
        return Counter(one.label for doc in self.docs for one in doc.markup.values())


def touched(doc: AnnotatedArticle, change: Change) -> set[str]:
    """Ids of annotations that read otherwise once the change is made."""
    keys: set[str] = set()
    renamed: set[str] = set()
    for edit in change.edits:
        before, after = edit.before, edit.after
        if edit.kind is Annotation:
            keys.add(edit.key)
            if _name(before) != _name(after):
                keys |= {one.id for one in doc.markup.tied_to(edit.key)}
        elif isinstance(before, Entity) and isinstance(after, Entity) and before.name != after.name:
            renamed.add(edit.key)
    if renamed:
        for one in doc.markup.values():
            if renamed.intersection(one.attributes.values()):
                keys |= {one.id, *(tied.id for tied in doc.markup.tied_to(one.id))}
    return keys


def _name(value: object) -> tuple[object, ...]:
    """All that the name of an annotation is made of."""
    if not isinstance(value, Annotation):
        return ()
    return value.label, value.spans, value.lost, value.attributes.get("entity")
