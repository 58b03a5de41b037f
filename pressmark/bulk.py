"""The same done to many annotations in one Change; what cannot be done is told, the rest is done."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.attributes import ValueNotUnderstood
from pressmark.changes import Hand
from pressmark.labels import Label
from pressmark.linking import link_to_text
from pressmark.markup import Change, Edit, Value


@dataclass(frozen=True, slots=True)
class Refusal:
    """Of which annotation, and why."""

    key: str
    why: str


@dataclass(frozen=True, slots=True)
class Bulk:
    """The one change, the ids that the annotations go by after it, and what was not done."""

    change: Change
    keys: tuple[str, ...]
    refused: tuple[Refusal, ...] = ()


def relabel_many(doc: AnnotatedArticle, keys: Iterable[str], label: Label, hand: Hand) -> Bulk:
    """Another label for each, and ids that fit it; links to them follow."""
    renamed: dict[str, str] = {}

    def one(work: AnnotatedArticle, key: str) -> Change:
        change, renamed[key] = changes.relabel(work, key, label, hand)
        return change

    done = _each(doc, keys, one, lambda many: f"Make {many} {label.title.lower()}")
    return Bulk(done.change, tuple(renamed[key] for key in done.keys), done.refused)


def delete_many(doc: AnnotatedArticle, keys: Iterable[str]) -> Bulk:
    """Deletes them, the links that lead to them, and entities that nothing mentions any more."""
    here, refused = _there(doc, keys)
    return Bulk(changes.delete(doc, here), (), refused)


def set_value_many(doc: AnnotatedArticle, keys: Iterable[str], name: str, typed: str, hand: Hand) -> Bulk:
    """Sets an attribute of each to what was typed, or clears it."""

    def one(work: AnnotatedArticle, key: str) -> Change:
        return changes.set_value(work, key, name, typed, hand)

    return _each(doc, keys, one, lambda many: f"Set {name} of {many}")


def link_many(doc: AnnotatedArticle, keys: Iterable[str], role: str, typed: str, hand: Hand) -> Bulk:
    """Ties each to what the typed text means: an id, a name, or words of the text."""

    def one(work: AnnotatedArticle, key: str) -> Change:
        return link_to_text(work, key, role, typed, hand)

    return _each(doc, keys, one, lambda many: f"Link {many} as {role}")


def told(refused: Iterable[Refusal]) -> str:
    """Why something was not done, in one line: “q1, q3: Quote has no attribute “amount””."""
    by_reason: dict[str, list[str]] = {}
    for one in refused:
        by_reason.setdefault(one.why, []).append(one.key)
    return "; ".join(f"{_some(keys)}: {why}" for why, keys in by_reason.items())


def _each(
    doc: AnnotatedArticle,
    keys: Iterable[str],
    one: Callable[[AnnotatedArticle, str], Change],
    name: Callable[[str], str],
) -> Bulk:
    """Each after the other on a copy, so that the next sees what the one before has done."""
    here, not_there = _there(doc, keys)
    work = doc.copy()
    edits: list[Edit] = []
    done: list[str] = []
    refused = list(not_there)
    for key in here:
        try:
            change = one(work, key)
        except ValueNotUnderstood as error:
            refused.append(Refusal(key, str(error)))
            continue
        work.apply(change)
        edits += change.edits
        done.append(key)
    many = done[0] if len(done) == 1 else f"{len(done)} annotations"
    return Bulk(Change(name(many), _merged(edits)), tuple(done), tuple(refused))


def _there(doc: AnnotatedArticle, keys: Iterable[str]) -> tuple[list[str], tuple[Refusal, ...]]:
    wanted = dict.fromkeys(keys)
    gone = (key for key in wanted if key not in doc.markup)
    refused = tuple(Refusal(key, "it is not there any more") for key in gone)
    return [key for key in wanted if key in doc.markup], refused


def _merged(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """One edit a value: from what it was at first to what it is at last."""
    ends: dict[tuple[type, str], tuple[Value | None, Value | None]] = {}
    for edit in edits:
        place = (edit.kind, edit.key)
        first, _ = ends.get(place, (edit.before, None))
        ends[place] = (first, edit.after)
    return tuple(Edit(key, first, last) for (_, key), (first, last) in ends.items() if first != last)


def _some(keys: list[str]) -> str:
    return ", ".join(keys) if len(keys) <= 4 else f"{', '.join(keys[:3])} and {len(keys) - 3} more"
