"""What is asked of all annotations of an article, answered without looking at each of them."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby

from pressmark.annotation import Annotation, id_order

_Order = tuple[int, int, tuple[str, int, str]]
_Likeness = tuple[str | int, ...]


class TextOrder:
    """Annotations by first character, longest first, then by id; those without a place come last."""

    def __init__(self, annotations: Iterable[Annotation]) -> None:
        self.annotations: list[Annotation] = []
        for _, same in groupby(
            sorted(annotations, key=_place), key=_place
        ):  # few share a place: ids are dear
            self.annotations += sorted(same, key=_order)

    def copy(self) -> "TextOrder":
        copied = TextOrder(())
        copied.annotations = self.annotations.copy()
        return copied

    def add(self, one: Annotation) -> None:
        insort(self.annotations, one, key=_order)

    def remove(self, one: Annotation) -> None:
        del self.annotations[bisect_left(self.annotations, _order(one), key=_order)]


class MarkupIndex:
    """Ids of annotations by what they are tied to, by what their attributes say, by label and size.

    Each is looked through when it is first asked for, and kept up from then on.
    """

    def __init__(self, annotations: Mapping[str, Annotation]) -> None:
        """`annotations` may change later: then `add` and `remove` must be told."""
        self._annotations = annotations
        self._tied: dict[str, dict[str, None]] | None = None
        self._alike: dict[_Likeness, dict[str, None]] | None = None
        self._counted: tuple[Counter[str], Counter[str]] | None = None

    def add(self, one: Annotation) -> None:
        if self._tied is not None:
            _add_ties(self._tied, one)
        if self._alike is not None:
            self._alike.setdefault(_likeness(one), {})[one.id] = None
        if self._counted is not None:
            _count(self._counted, one, 1)

    def remove(self, one: Annotation) -> None:
        if self._tied is not None:
            for link in one.links:
                self._tied[link.target].pop(one.id, None)
        if self._alike is not None:
            del self._alike[_likeness(one)][one.id]
        if self._counted is not None:
            _count(self._counted, one, -1)

    def tied_to(self, target: str) -> Iterable[str]:
        """Ids of those that hold a link to this one."""
        if self._tied is None:
            self._tied = {}
            for one in self._annotations.values():
                _add_ties(self._tied, one)
        return self._tied.get(target, ())

    def alike(self, one: Annotation) -> Iterable[str]:
        """Ids of those of the same label with pieces as long: those of the same words are among them."""
        if self._alike is None:
            self._alike = {}
            for each in self._annotations.values():
                self._alike.setdefault(_likeness(each), {})[each.id] = None
        return self._alike.get(_likeness(one), ())

    def count(self, label: str) -> int:
        """How many annotations of a label there are."""
        return self._counts()[0][label]

    def times_stated(self, value: str) -> int:
        """How many attributes have this value."""
        return self._counts()[1][value]

    def _counts(self) -> tuple[Counter[str], Counter[str]]:
        if self._counted is None:
            self._counted = (Counter(), Counter())
            for one in self._annotations.values():
                _count(self._counted, one, 1)
        return self._counted


def _add_ties(tied: dict[str, dict[str, None]], one: Annotation) -> None:
    for link in one.links:
        tied.setdefault(link.target, {})[one.id] = None


def _count(counted: tuple[Counter[str], Counter[str]], one: Annotation, by: int) -> None:
    labels, values = counted
    labels[one.label] += by
    for value in one.attributes.values():  # Counter.update takes four times as long for so few
        values[value] += by


def _place(one: Annotation) -> tuple[int, int]:
    return one.start, -one.end


def _order(one: Annotation) -> _Order:
    return one.start, -one.end, id_order(one.id)


def _likeness(one: Annotation) -> _Likeness:
    if len(one.spans) == 1:  # most: twice as fast as what follows
        span = one.spans[0]
        return (one.label, span.end - span.start)
    return (one.label, *map(len, one.spans))
