"""The values of two hands side by side: which are merged, and which are a conflict for the analyst."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias, TypeVar

from pressmark.annotation import Annotation
from pressmark.article import SourceRecord
from pressmark.entities import Entity
from pressmark.filing import Filing
from pressmark.labels import Codebook, Label
from pressmark.three_way_mended import Sides, State, apart, mended
from pressmark.three_way_parts import (
    Decide,
    Part,
    merged_annotation,
    merged_one,
    merged_order,
    single_roles,
)
from pressmark.words import BriefWords

_One = TypeVar("_One", Annotation, Entity, Label)
_Three: TypeAlias = tuple[Mapping[str, _One], Mapping[str, _One], Mapping[str, _One]]
_Merge: TypeAlias = Callable[[_One | None, _One, _One, Decide], _One]

Place: TypeAlias = tuple[type, str, str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both have changed differently: a part of the value of that kind and key, see `three_way_parts`.

    Where `part` is empty it is all of the value: None on the side that has deleted it, while the other has
    changed it or tied something new to it.
    """

    kind: type
    key: str
    part: str
    mine: Part
    theirs: Part

    @property
    def place(self) -> Place:
        return self.kind, self.key, self.part


class Merging:
    """One go, and the conflicts it comes upon; what is not `for_theirs` is decided for mine."""

    def __init__(self, sides: Sides, for_theirs: Collection[Place] = ()) -> None:
        self.conflicts: list[Conflict] = []
        self._sides = sides
        self._for_theirs = for_theirs
        self._new_targets = (_new_targets(sides.mine, sides.base), _new_targets(sides.theirs, sides.base))

    def state(self) -> State:
        """What both hands made of the article."""
        base, mine, theirs = self._sides.base, self._sides.mine, self._sides.theirs
        roles = (mine.codebook, theirs.codebook)
        annotations = self._each(
            Annotation,
            (base.annotations, mine.annotations, theirs.annotations),
            partial(_annotation, codebooks=roles),
        )
        entities = self._each(Entity, (base.entities, mine.entities, theirs.entities), merged_one)
        source = merged_one(base.source, mine.source, theirs.source, self._decide(SourceRecord, ""))
        words = merged_one(base.words, mine.words, theirs.words, self._decide(BriefWords, ""))
        filing = merged_one(base.filing, mine.filing, theirs.filing, self._decide(Filing, ""))
        codebook = self._codebook(base.codebook, mine.codebook, theirs.codebook)
        return mended(State(annotations, entities, codebook, source, words, filing), self._sides)

    def _codebook(self, base: Codebook, mine: Codebook, theirs: Codebook) -> Codebook:
        if theirs in (mine, base):
            return mine
        if mine == base:
            return theirs
        books = [{label.name: label for label in book.labels} for book in (base, mine, theirs)]
        labels = self._each(Label, (books[0], books[1], books[2]), merged_one)
        order = merged_order(*(tuple(book) for book in books))
        return Codebook(apart((labels[name] for name in order if name in labels), theirs))

    def _each(self, kind: type[_One], sides: _Three[_One], merge: _Merge[_One]) -> dict[str, _One]:
        """All values of a kind, of either side."""
        result: dict[str, _One | None] = {}
        for key in dict.fromkeys((*sides[1], *sides[2])):
            then, here, there = (side.get(key) for side in sides)
            if here is not None and there is not None:
                result[key] = merge(then, here, there, self._decide(kind, key))
            elif then is None:
                result[key] = here or there
            elif self._is_disputed(key, then, here, there):
                result[key] = self._decide(kind, key)("", here, there)
        return {key: one for key, one in result.items() if one is not None}

    def _is_disputed(self, key: str, then: _One, here: _One | None, there: _One | None) -> bool:
        """True where one hand has deleted what the other has changed, or tied something new to."""
        kept = here or there
        if not isinstance(then, Annotation):
            return kept != then
        side = self._sides.mine if here else self._sides.theirs
        links = tuple(link for link in then.links if link.target in side.annotations)
        changed = kept not in (then, replace(then, links=links))  # ties go with what they lead to
        return changed or key in self._new_targets[here is None]

    def _decide(self, kind: type, key: str) -> Decide:
        def decide(part: str, mine: Part, theirs: Part) -> Part:
            conflict = Conflict(kind, key, part, mine, theirs)
            self.conflicts.append(conflict)
            return theirs if conflict.place in self._for_theirs else mine

        return decide


def _annotation(
    base: Annotation | None,
    mine: Annotation,
    theirs: Annotation,
    decide: Decide,
    codebooks: tuple[Codebook, Codebook],
) -> Annotation:
    """One that both have added says the same, or mine would go by another id."""
    if base is None:
        return theirs
    return merged_annotation(base, mine, theirs, single_roles(codebooks, {mine.label, theirs.label}), decide)


def _new_targets(side: State, base: State) -> set[str]:
    """Ids of annotations to which a side has tied what was not tied to them."""
    found: set[str] = set()
    for key, one in side.annotations.items():
        if one.links:
            then = base.annotations.get(key)
            old = then.links if then else ()
            found.update(link.target for link in one.links if link not in old)
    return found
