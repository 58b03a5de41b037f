"""What is asked of all annotations of an article, answered without looking at each of them."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from pressmark.annotation import Annotation, id_order

_Order = tuple[int, int, tuple[str, int, str]]


class TextOrder:
    """Annotations by first character, longest first, then by id; those without a place come last."""

    def __init__(self, annotations: Iterable[Annotation]) -> None:
        self.annotations: list[Annotation] = []
        for _, same in groupby(
            sorted(annotations, key=_place), key=_place
        ):  # few share a place: ids are dear
            self.annotations += sorted(same, key=_order)

    def add(self, one: Annotation) -> None:
        insort(self.annotations, one, key=_order)

    def remove(self, one: Annotation) -> None:
        del self.annotations[bisect_left(self.annotations, _order(one), key=_order)]


class MarkupIndex:
    """Ids of annotations by what they are tied to, by what their attributes say, by label and size."""

    def __init__(self, annotations: Iterable[Annotation]) -> None:
        self._tied: dict[str, dict[str, None]] = {}
        self._alike: dict[tuple[str | int, ...], dict[str, None]] = {}
        self._values: Counter[str] = Counter()
        self._labels: Counter[str] = Counter()
        for one in annotations:
            self.add(one)

    def add(self, one: Annotation) -> None:
        for link in one.links:
            self._tied.setdefault(link.target, {})[one.id] = None
        self._alike.setdefault(_likeness(one), {})[one.id] = None
        for value in one.attributes.values():  # Counter.update takes four times as long for so few
            self._values[value] += 1
        self._labels[one.label] += 1

    def remove(self, one: Annotation) -> None:
        for link in one.links:
            self._tied[link.target].pop(one.id, None)
        del self._alike[_likeness(one)][one.id]
        for value in one.attributes.values():
            self._values[value] -= 1
        self._labels[one.label] -= 1

    def tied_to(self, target: str) -> Iterable[str]:
        """Ids of those that hold a link to this one."""
        return self._tied.get(target, ())

    def alike(self, one: Annotation) -> Iterable[str]:
        """Ids of those of the same label with pieces as long: those of the same words are among them."""
        return self._alike.get(_likeness(one), ())

    def count(self, label: str) -> int:
        """How many annotations of a label there are."""
        return self._labels[label]

    def times_stated(self, value: str) -> int:
        """How many attributes have this value."""
        return self._values[value]


def _place(one: Annotation) -> tuple[int, int]:
    return one.start, -one.end


def _order(one: Annotation) -> _Order:
    return one.start, -one.end, id_order(one.id)


def _likeness(one: Annotation) -> tuple[str | int, ...]:
    return (one.label, *map(len, one.spans))
