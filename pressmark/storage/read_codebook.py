"""Reads the codebook of an article's file."""

from dataclasses import replace
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from lxml import etree

from pressmark.brief import LineStyle
from pressmark.labels import (
    STANDARD_CODEBOOK,
    AttributeDefinition,
    AttributeKind,
    Codebook,
    Label,
    RoleDefinition,
    Trim,
    label_name,
)
from pressmark.storage.xml_names import foreign_children, named, text_of

Kind = TypeVar("Kind", bound=StrEnum)

_KNOWN = frozenset(named(name) for name in ("description", "attribute", "role"))
_MOST_LABELS = 2000
_DEEPEST = 50


class TooManyLabels(ValueError):
    """No analyst has made so many, or put so many below one another."""


def read_codebook(root: etree._Element) -> Codebook:
    """The labels of the file; ours where it has no codebook. Raises TooManyLabels."""
    elements = root.findall(named("codebook"))
    if not elements:
        return STANDARD_CODEBOOK
    return _codebook(tuple(etree.tostring(one, with_tail=False) for one in elements))


@lru_cache(maxsize=8)
def _codebook(written: tuple[bytes, ...]) -> Codebook:
    """Articles of a dossier have one in common: a thousand of them hold it once."""
    books = [etree.fromstring(one) for one in written]
    elements = [label for book in books for label in book.iterfind(named("label"))]
    if len(elements) > _MOST_LABELS:
        raise TooManyLabels(f"has more than {_MOST_LABELS} labels")
    labels = _unlike([read_label(element) for element in elements])
    if _is_deep({label.name: label.parent for label in labels}):
        raise TooManyLabels(f"has labels that are more than {_DEEPEST} deep below one another")
    return Codebook(labels)


def _is_deep(parents: dict[str, str]) -> bool:
    """Labels in a ring are not: what draws them as a tree takes them apart."""
    return any(_is_far_down(name, parents) for name in parents)


def _is_far_down(name: str, parents: dict[str, str]) -> bool:
    seen = {name}
    while (name := parents.get(name, "")) in parents:
        if name in seen:
            return False
        seen.add(name)
        if len(seen) > _DEEPEST:
            return True
    return False


def _unlike(labels: list[Label]) -> tuple[Label, ...]:
    """The first of each name; a key or prefix that is taken is left out (a hand-edited file may have two)."""
    kept: list[Label] = []
    names, keys, prefixes = set[str](), set[str](), set[str]()
    for label in labels:
        if label.name not in names:
            key = "" if label.key in keys else label.key
            prefix = "" if label.prefix in prefixes else label.prefix
            kept.append(replace(label, key=key, prefix=prefix))
            names.add(label.name)
            keys.add(key)
            prefixes.add(prefix)
    return tuple(kept)


def read_label(element: etree._Element) -> Label:
    """The label of one element, the plainest values where it says what we do not know."""
    name = label_name(element.get("name", ""))
    return Label(
        name,
        element.get("title", name),
        element.get("colour", "grey"),
        _of(LineStyle, element.get("line", ""), LineStyle.SOLID),
        element.get("key", ""),
        element.get("prefix", ""),
        text_of(element.find(named("description"))),
        tuple(_attribute(one) for one in element.iterfind(named("attribute"))),
        tuple(_role(one) for one in element.iterfind(named("role"))),
        element.get("parent", ""),
        foreign_children(element, _KNOWN),
        next((one for one in Trim if one.value == element.get("trim")), None),
    )


def _attribute(element: etree._Element) -> AttributeDefinition:
    name = element.get("name", "")
    return AttributeDefinition(
        name,
        element.get("title", name),
        _of(AttributeKind, element.get("kind", ""), AttributeKind.TEXT),
        tuple(text_of(one) for one in element.iterfind(named("choice"))),
        element.get("expected") == "true",
    )


def _role(element: etree._Element) -> RoleDefinition:
    name = element.get("name", "")
    targets = tuple(element.get("to", "").split())
    many, expected = (element.get(flag) == "true" for flag in ("many", "expected"))
    return RoleDefinition(name, element.get("title", name), targets, many, expected)


def _of(kinds: type[Kind], value: str, otherwise: Kind) -> Kind:
    """The member of that value; a value of another hand gets the plainest (the schema has complained)."""
    return next((kind for kind in kinds if kind.value == value), otherwise)
