"""What two merged hands leave hanging is put right: ties, entities and labels that only one of them gave up.

What hung loose on a side before is none of the merge's business and stays as it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link
from pressmark.article import SourceRecord
from pressmark.codebook_rules import freed
from pressmark.entities import Entity
from pressmark.filing import Filing
from pressmark.labels import Codebook, Label
from pressmark.words import BriefWords


@dataclass(frozen=True, slots=True)
class State:
    """All that can change of an article, at one moment."""

    annotations: Mapping[str, Annotation]
    entities: Mapping[str, Entity]
    codebook: Codebook
    source: SourceRecord
    words: BriefWords
    filing: Filing

    @classmethod
    def of(cls, doc: AnnotatedArticle) -> "State":
        return cls(dict(doc.markup), dict(doc.entities), doc.codebook, doc.source, doc.words, doc.filing)

    def stated(self) -> set[str]:
        """All values of attributes: the ids of entities that are named are among them."""
        return {value for one in self.annotations.values() for value in one.attributes.values()}


@dataclass(frozen=True, slots=True)
class Sides:
    """What both have come from, and what each has made of it."""

    base: State
    mine: State
    theirs: State

    @property
    def both(self) -> tuple[State, State]:
        return self.mine, self.theirs


def mended(merged: State, sides: Sides) -> State:
    """The same with nothing loose that was not."""
    merged = replace(merged, codebook=_with_used_labels(merged, sides))
    merged = replace(merged, annotations=_tied_again(merged, sides))
    merged = replace(merged, annotations=_without_loose_ties(merged.annotations, sides))
    return replace(merged, entities=_entities(merged, sides))


def apart(labels: Iterable[Label], first: Codebook) -> tuple[Label, ...]:
    """No two labels with one key, or one beginning of ids: whose it is in the first codebook keeps it."""
    result = list(labels)
    for field in ("key", "prefix"):
        owners: dict[str, str] = {}
        for label in sorted(result, key=lambda one: not _has_it_in(first, one, field)):
            owners.setdefault(getattr(label, field), label.name)
        result = [one if owners[getattr(one, field)] == one.name else _without(one, field) for one in result]
    return tuple(result)


def _without(label: Label, field: str) -> Label:
    return replace(label, key="") if field == "key" else replace(label, prefix="")


def _has_it_in(book: Codebook, label: Label, field: str) -> bool:
    known = book.label(label.name)
    return known is not None and getattr(known, field) == getattr(label, field)


def _with_used_labels(merged: State, sides: Sides) -> Codebook:
    """A label that one side has deleted stays where the other has labelled something new with it."""
    book = merged.codebook
    names = {label.name for label in book.labels}
    for key, one in merged.annotations.items():
        if one.label in names:
            continue
        holders = (side for side in sides.both if _label_at(side, key) == one.label)
        known = [side.codebook.label(one.label) for side in holders]
        if known and (label := known[0]) and all(known):
            book = Codebook((*book.labels, freed(book, label)))
            names.add(label.name)
    was_straight = all(side.codebook == side.codebook.straightened() for side in sides.both)
    return book.straightened() if was_straight else book


def _label_at(side: State, key: str) -> str:
    one = side.annotations.get(key)
    return one.label if one else ""


def _tied_again(merged: State, sides: Sides) -> dict[str, Annotation]:
    """An annotation that stays though one side has deleted it has its ties back, which went with it there."""
    annotations = dict(merged.annotations)
    for deleted_by, kept_by in ((sides.mine, sides.theirs), (sides.theirs, sides.mine)):
        back = annotations.keys() & sides.base.annotations.keys() - deleted_by.annotations.keys()
        for key in _tied_to(back, kept_by) & annotations.keys() & sides.base.annotations.keys():
            there = kept_by.annotations[key].links
            for link in sides.base.annotations[key].links:
                if link.target in back and link in there:
                    annotations[key] = _tied(annotations[key], link, merged.codebook)
    return annotations


def _tied_to(targets: Iterable[str], side: State) -> set[str]:
    wanted = set(targets)
    if not wanted:
        return set()
    return {key for key, one in side.annotations.items() if any(link.target in wanted for link in one.links)}


def _tied(one: Annotation, link: Link, book: Codebook) -> Annotation:
    role = book.style_of(one.label).role(link.role)
    taken = role is not None and not role.many and one.targets(link.role)
    return one if taken else one.with_link(link)


def _without_loose_ties(annotations: Mapping[str, Annotation], sides: Sides) -> dict[str, Annotation]:
    result = dict(annotations)
    for key, one in annotations.items():
        loose = [link for link in one.links if link.target not in annotations]
        for link in loose:
            if not any(_was_loose(link, key, side) for side in sides.both):
                result[key] = result[key].without_link(link)
    return result


def _was_loose(link: Link, key: str, side: State) -> bool:
    one = side.annotations.get(key)
    return one is not None and link in one.links and link.target not in side.annotations


def _entities(merged: State, sides: Sides) -> dict[str, Entity]:
    """Those that are named stay, whoever deleted them; those that only one side named yet go."""
    entities = dict(merged.entities)
    known = {**sides.mine.entities, **sides.theirs.entities}
    for key, one in merged.annotations.items():
        for value in one.attributes.values():
            if value in known and value not in entities and not _was_unknown(value, key, sides):
                entities[value] = known[value]
    stated = merged.stated()
    by_side = [(side.entities, side.stated()) for side in sides.both]
    for key in entities.keys() - stated:
        disputed = key in sides.base.entities and any(key not in held for held, _ in by_side)
        if not disputed and all(key in named for held, named in by_side if key in held):
            del entities[key]
    return entities


def _was_unknown(value: str, key: str, sides: Sides) -> bool:
    """True where a side states the value of that annotation and knows no entity of that id."""
    return any(
        (one := side.annotations.get(key)) is not None
        and value in one.attributes.values()
        and value not in side.entities
        for side in sides.both
    )
