"""Values taken apart, so that two hands that changed different parts of one do not stand in each other's way.

Parts that are empty are left out. A part is whatever an analyst sees as one thing: an attribute, the place
in the text, the tie in a role that holds one; what there may be many of is merged one by one, undisputed.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from itertools import chain
from typing import Any, TypeAlias, TypeVar

from pressmark.annotation import Annotation, Link, TextQuote
from pressmark.article import SourceRecord
from pressmark.entities import Entity
from pressmark.filing import Filing
from pressmark.labels import Codebook, Label
from pressmark.words import BriefWords

Part: TypeAlias = Any
"""Text, a tuple, a definition: told by `==`."""

Whole: TypeAlias = Annotation | Entity | Label | SourceRecord | BriefWords | Filing
OneWhole = TypeVar("OneWhole", Annotation, Entity, Label, SourceRecord, BriefWords, Filing)

Decide: TypeAlias = Callable[[str, Part, Part], Part]
"""Which of mine and theirs stands as the part of that name; each may be None."""

LABEL, PLACE, NOTE = "label", "place", "note"
VALUE, ROLE, ATTRIBUTE = "value:", "role:", "attribute:"
"""Begin the names of parts that are called as the analyst likes."""

_LINKS, _ATTRIBUTES, _ROLES = "links", "attributes", "roles"
_NOWHERE = ((), (TextQuote(""),))


def merged_one(base: OneWhole | None, mine: OneWhole, theirs: OneWhole, decide: Decide) -> OneWhole:
    """What both hands made of one value; of one that both have added, `base` is None."""
    if theirs in (mine, base):
        return mine
    if mine == base:
        return theirs
    parts = _merged_parts(_parts_of(base) if base else {}, _parts_of(mine), _parts_of(theirs), decide)
    return _put_together(mine, parts)


def merged_annotation(
    base: Annotation, mine: Annotation, theirs: Annotation, single: Collection[str], decide: Decide
) -> Annotation:
    """The same, where each role of `single` holds one tie, which is then one part."""
    if theirs in (mine, base):
        return mine
    if mine == base:
        return theirs
    base_parts, mine_parts, theirs_parts = (_of_annotation(one, single) for one in (base, mine, theirs))
    return _annotation(mine, _merged_parts(base_parts, mine_parts, theirs_parts, decide))


def common_annotation(mine: Annotation, theirs: Annotation) -> Annotation:
    """What both say; without a label or a place in the text where they differ in that."""
    here, there = _of_annotation(mine, ()), _of_annotation(theirs, ())
    parts = {name: part for name, part in here.items() if part == there.get(name)}
    parts[_LINKS] = tuple(link for link in mine.links if link in theirs.links)
    return _annotation(mine, {PLACE: _NOWHERE, **parts})


def single_roles(codebooks: Iterable[Codebook], labels: Collection[str]) -> frozenset[str]:
    """The roles of labels that hold one tie, as any of the codebooks has it."""
    found = (book.style_of(label).roles for book in codebooks for label in labels)
    return frozenset(role.name for role in chain.from_iterable(found) if not role.many)


def merged_items(base: Sequence[Part], mine: Sequence[Part], theirs: Sequence[Part]) -> tuple[Part, ...]:
    """Theirs without what mine has lost, then what mine has gained."""
    if tuple(mine) == tuple(base):
        return tuple(theirs)
    if tuple(theirs) == tuple(base):
        return tuple(mine)
    kept = [one for one in theirs if one in mine or one not in base]
    return (*kept, *(one for one in mine if one not in theirs and one not in base))


def merged_order(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """All names of either, in the order of the hand that has moved some, else mine; new ones keep place."""
    led, other = (theirs, mine) if _in_order_of(base, mine) else (mine, theirs)
    result = list(led)
    at = 0
    for name in other:
        if name not in result:
            result.insert(at, name)
        at = result.index(name) + 1
    return tuple(result)


def _in_order_of(base: Sequence[str], mine: Sequence[str]) -> bool:
    return [one for one in base if one in mine] == [one for one in mine if one in base]


def _later(base: str | None, mine: str | None, theirs: str | None) -> str:
    return max(mine or "", theirs or "")


_UNDISPUTED: Mapping[str, Callable[..., Part]] = {
    "modified": _later,
    "attribute order": merged_order,
    "role order": merged_order,
    **dict.fromkeys((_LINKS, "aliases", "guessed", "offices", "tags", "struck", "foreign"), merged_items),
}


def _merged_parts(
    base: Mapping[str, Part], mine: Mapping[str, Part], theirs: Mapping[str, Part], decide: Decide
) -> dict[str, Part]:
    result: dict[str, Part] = {}
    for name in dict.fromkeys((*mine, *theirs)):
        then, here, there = base.get(name), mine.get(name), theirs.get(name)
        if there in (here, then):
            result[name] = here
        elif here == then:
            result[name] = there
        elif merged := _UNDISPUTED.get(name):
            result[name] = merged(then or (), here or (), there or ())
        else:
            result[name] = decide(name, here, there)
    return {name: part for name, part in result.items() if part}


def _parts_of(one: Whole) -> dict[str, Part]:
    """By field; the definitions of a label by their names."""
    found = {each.name: getattr(one, each.name) for each in fields(one)}
    if isinstance(one, Label):
        for what, prefix in ((_ATTRIBUTES, ATTRIBUTE), (_ROLES, ROLE)):
            definitions = {each.name: each for each in found.pop(what)}
            found |= {f"{prefix}{name}": each for name, each in definitions.items()}
            found[f"{what[:-1]} order"] = tuple(definitions)
    return {name: part for name, part in found.items() if part}


def _put_together(like: OneWhole, parts: Mapping[str, Part]) -> OneWhole:
    if isinstance(like, Label):
        return _label(like, parts)
    return replace(
        like, **{each.name: parts.get(each.name, _blank(like, each.name)) for each in fields(like)}
    )


def _blank(like: Whole, name: str) -> Part:
    value = getattr(like, name)
    return type(value)() if isinstance(value, tuple | bool) else ""


def _label(like: Label, parts: Mapping[str, Part]) -> Label:
    plain = [each.name for each in fields(like) if each.name not in (_ATTRIBUTES, _ROLES)]
    stated = {name: parts.get(name, None if name == "trim" else _blank(like, name)) for name in plain}
    attributes, roles = (
        tuple(parts[prefix + name] for name in parts.get(order, ()) if prefix + name in parts)
        for prefix, order in ((ATTRIBUTE, "attribute order"), (ROLE, "role order"))
    )
    return Label(**stated, attributes=attributes, roles=roles)


_PLAIN = (LABEL, NOTE, "author", "created", "modified", "foreign")


def _of_annotation(one: Annotation, single: Collection[str]) -> dict[str, Part]:
    found: dict[str, Part] = {name: getattr(one, name) for name in _PLAIN}
    found[PLACE] = (one.spans, one.lost)
    found |= {f"{VALUE}{name}": value for name, value in one.attributes.items()}
    for link in one.links:
        name = f"{ROLE}{link.role}" if link.role in single else _LINKS
        found[name] = (*found.get(name, ()), link)
    return {name: part for name, part in found.items() if part}


def _annotation(like: Annotation, parts: Mapping[str, Part]) -> Annotation:
    links: list[Link] = []
    for name, part in parts.items():
        if name == _LINKS or name.startswith(ROLE):
            links += part
    spans, lost = parts[PLACE]
    return replace(
        like,
        **{name: parts.get(name, _blank(like, name)) for name in _PLAIN},
        spans=spans,
        lost=lost,
        attributes={name.removeprefix(VALUE): part for name, part in parts.items() if name.startswith(VALUE)},
        links=tuple(links),
    )
