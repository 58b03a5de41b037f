"""An article that two hands have changed since both had the same: merged value by value, part by part.

What one hand changed is taken, what both changed alike too; what both changed differently is a conflict, mine
unless the analyst decides otherwise. Annotations that both have added under one id both stay: theirs keeps
the id. The outcome is one `Change` of mine, so that undo takes it back.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, id_order
from pressmark.labels import Codebook, Label
from pressmark.markup import Change, Edit, Markup
from pressmark.three_way_conflicts import Conflict, Merging
from pressmark.three_way_mended import Sides, State
from pressmark.three_way_parts import merged_items


class TextsDiffer(Exception):
    """Places in the text of one are others in the other's: such articles cannot be merged."""


@dataclass(frozen=True, slots=True)
class Merged:
    """`renamed` leads from ids of my new annotations that theirs has given to others to their new ones.

    `taken` and `kept` count values (annotations, entities, labels, the source record, the words) that theirs
    and mine have changed without standing in each other's way. `foreign` is what others have put into the
    file, of both: no `Change` carries it.
    """

    mine: AnnotatedArticle
    theirs: AnnotatedArticle
    sides: Sides
    renamed: Mapping[str, str]
    conflicts: tuple[Conflict, ...]
    taken: int
    kept: int
    foreign: tuple[str, ...]

    def change(self, theirs: Collection[int] = ()) -> Change:
        """What makes mine the merged state. `theirs` are the numbers of conflicts decided against mine."""
        places = {self.conflicts[number].place for number in theirs}
        state = Merging(self.sides, places).state()
        edits = tuple(_edits(State.of(self.mine), state))
        return Change("Merge what another program changed", edits)


def merge(base: AnnotatedArticle, mine: AnnotatedArticle, theirs: AnnotatedArticle) -> Merged:
    """`base` is what mine and theirs have both come from. Raises TextsDiffer."""
    for one in (mine, theirs):
        if (one.article.text, one.article.blocks) != (base.article.text, base.article.blocks):
            raise TextsDiffer("the text itself was changed, not only what is said of it")
    renamed = _renamed(base, mine, theirs)
    sides = Sides(State.of(base), _under(renamed, State.of(mine)), State.of(theirs))
    merging = Merging(sides)
    state = merging.state()
    disputed = {(one.kind, one.key) for one in merging.conflicts}
    taken, kept = (len({*_places(_edits(side, state))} - disputed) for side in sides.both)
    foreign = merged_items(base.foreign, mine.foreign, theirs.foreign)
    conflicts = tuple(sorted(merging.conflicts, key=lambda one: _position(one, sides)))
    return Merged(mine, theirs, sides, renamed, conflicts, taken, kept, foreign)


def _position(conflict: Conflict, sides: Sides) -> tuple[int, tuple[str, int, str]]:
    """Annotations come in text order, the rest after them."""
    held = (side.annotations.get(conflict.key) for side in sides.both)
    start = min((one.start for one in held if one), default=0) if conflict.kind is Annotation else 2**64
    return start, id_order(conflict.key) if conflict.kind is Annotation else ("", 0, "")


def _edits(before: State, after: State) -> Iterator[Edit]:
    for key in dict.fromkeys((*before.entities, *after.entities)):
        if before.entities.get(key) != after.entities.get(key):
            yield Edit(key, before.entities.get(key), after.entities.get(key))
    for key in dict.fromkeys((*before.annotations, *after.annotations)):
        if before.annotations.get(key) != after.annotations.get(key):
            yield Edit(key, before.annotations.get(key), after.annotations.get(key))
    for then, now in (
        (before.codebook, after.codebook),
        (before.source, after.source),
        (before.words, after.words),
        (before.filing, after.filing),
    ):
        if then != now:
            yield Edit("", then, now)


def _places(edits: Iterator[Edit]) -> Iterator[tuple[type, str]]:
    """What is edited, the labels of a codebook one by one."""
    for edit in edits:
        if isinstance(edit.before, Codebook) and isinstance(edit.after, Codebook):
            changed = {*edit.before.labels} ^ {*edit.after.labels}
            yield from {(Label, label.name) for label in changed} or [(Codebook, "")]
        else:
            yield edit.kind, edit.key


def _renamed(base: AnnotatedArticle, mine: AnnotatedArticle, theirs: AnnotatedArticle) -> dict[str, str]:
    """For each annotation of mine whose id theirs has given to another, the id it is to have."""
    both = {key for key in mine.markup if key in theirs.markup and key not in base.markup}
    clash = {key for key in both if _said(mine.markup[key]) != _said(theirs.markup[key])}
    while more := {key for key in both - clash if any(one.target in clash for one in mine.markup[key].links)}:
        clash |= more  # what it is tied to is another annotation there
    taken = {*base.markup, *mine.markup, *theirs.markup}
    known = Markup({**base.markup, **theirs.markup, **mine.markup})
    ids: dict[str, str] = {}
    for key in sorted(clash, key=id_order):
        prefix = key.rstrip("0123456789")
        first = max(mine.markup.next_id(prefix), known.next_id(prefix), key=id_order)
        number = int(first.removeprefix(prefix))
        while f"{prefix}{number}" in taken:
            number += 1
        ids[key] = f"{prefix}{number}"
        taken.add(ids[key])
    return ids


def _said(one: Annotation) -> Annotation:
    """What it says, whoever says it and whenever."""
    return replace(one, author="", created="", modified="")


def _under(ids: Mapping[str, str], mine: State) -> State:
    """The same under other ids, with the links following."""
    if not ids:
        return mine
    moved = (_moved(one, ids) for one in mine.annotations.values())
    return replace(mine, annotations={one.id: one for one in moved})


def _moved(one: Annotation, ids: Mapping[str, str]) -> Annotation:
    links = tuple(replace(link, target=ids.get(link.target, link.target)) for link in one.links)
    if one.id not in ids and links == one.links:
        return one
    return replace(one, id=ids.get(one.id, one.id), links=links)
