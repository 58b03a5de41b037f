"""The codebook: labels, and the attributes and roles their annotations may have."""

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from pressmark.brief import LineStyle


class AttributeKind(StrEnum):
    """What an attribute's value is; `pressmark.attributes` reads and writes each."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    CHOICE = "choice"
    FLAG = "flag"
    ENTITY = "entity"


class Trim(StrEnum):
    """What selected words lose at their ends when they are labelled."""

    NOTHING = "nothing"
    SPACES = "spaces"
    MARKS = "marks"  # spaces, quotation marks, commas and stops: what does not belong to a name


@dataclass(frozen=True, slots=True)
class AttributeDefinition:
    """One thing that can be said of a label's annotations. `expected` ones are asked for before export."""

    name: str
    title: str
    kind: AttributeKind = AttributeKind.TEXT
    choices: tuple[str, ...] = ()
    expected: bool = False


@dataclass(frozen=True, slots=True)
class RoleDefinition:
    """A tie that a label's annotations may have to annotations of the `targets` labels."""

    name: str
    title: str
    targets: tuple[str, ...]
    many: bool = False
    expected: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """What annotations are of. `colour` names a swatch of `pressmark.palette`; `prefix` begins their ids."""

    name: str
    title: str
    colour: str
    line: LineStyle
    key: str = ""
    prefix: str = ""
    description: str = ""
    attributes: tuple[AttributeDefinition, ...] = ()
    roles: tuple[RoleDefinition, ...] = ()
    parent: str = ""
    foreign: tuple[str, ...] = ()
    trim: Trim | None = None

    def attribute(self, name: str) -> AttributeDefinition | None:
        return next((known for known in self.attributes if known.name == name), None)

    def role(self, name: str) -> RoleDefinition | None:
        return next((known for known in self.roles if known.name == name), None)

    @property
    def entity_attribute(self) -> AttributeDefinition | None:
        """The attribute that says which entity is meant, where the label has one."""
        return next((known for known in self.attributes if known.kind is AttributeKind.ENTITY), None)

    @property
    def trimming(self) -> Trim:
        """What the label says, else what suits it: names stand without marks, quotes keep theirs."""
        return self.trim or (Trim.MARKS if self.entity_attribute else Trim.SPACES)


def label_name(text: str) -> str:
    """The text as a label's name: a hyphen for each white space, which parts names in files."""
    return "-".join(text.split())


def slug(title: str) -> str:
    """The name that a title gets in files and on the command line; empty for one without letters."""
    folded = unicodedata.normalize("NFKC", title).strip().casefold()
    return re.sub(r"[\W_]+", "-", folded).strip("-")


def free_name(wanted: str, taken: Container[str]) -> str:
    """The name, with a number where it is taken."""
    candidate, number = wanted, 1
    while candidate in taken:
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate


@dataclass(frozen=True, slots=True)
class Codebook:
    """The labels, in the analyst's order; their names, keys and prefixes are unique, names without spaces."""

    labels: tuple[Label, ...]

    def __post_init__(self) -> None:
        for what in ("name", "key", "prefix"):
            times = Counter(value for label in self.labels if (value := getattr(label, what)))
            if twice := {value for value, number in times.items() if number > 1}:
                raise ValueError(f"two labels share the {what} {', '.join(sorted(twice))}")
        if odd := [label.name for label in self.labels if label.name != label_name(label.name)]:
            raise ValueError(f"a label's name holds no spaces: {', '.join(odd)}")

    def label(self, name: str) -> Label | None:
        return next((known for known in self.labels if known.name == name), None)

    def style_of(self, name: str) -> Label:
        """The label, or a plain grey one for a name the codebook does not know."""
        return self.label(name) or Label(name, name.capitalize() or "No label", "grey", LineStyle.SOLID)

    def with_label(self, label: Label) -> "Codebook":
        """The same with a label added at the end, or put in the place of its namesake."""
        if self.label(label.name) is None:
            return replace(self, labels=(*self.labels, label))
        return replace(self, labels=tuple(label if old.name == label.name else old for old in self.labels))

    def children(self, name: str = "") -> tuple[Label, ...]:
        """The labels right below one; for "" those at the top."""
        return tuple(label for label in self.labels if label.parent == name)

    def above(self, name: str) -> tuple[str, ...]:
        """The names of the labels above one, the nearest first; where they lead in a ring, each once."""
        parents = {label.name: label.parent for label in self.labels}
        found: list[str] = []
        while (name := parents.get(name, "")) in parents and name not in found:
            found.append(name)
        return tuple(found)

    def straightened(self) -> "Codebook":
        """The same as a tree: a label whose parent is missing, or below it, stands at the top."""
        straight = self
        for label in self.labels:
            if label.parent and (
                self.label(label.parent) is None or label.name in straight.above(label.name)
            ):
                straight = straight.with_label(replace(label, parent=""))
        return straight

    def top_down(self) -> "Codebook":
        """The same as a tree, with each label right before those below it."""
        straight = self.straightened()
        return replace(straight, labels=tuple(straight._below("")))

    def _below(self, name: str) -> Iterator[Label]:
        for label in self.children(name):
            yield label
            yield from self._below(label.name)


def free_prefix(name: str, codebook: Codebook) -> str:
    """The shortest beginning of the name that no other label's ids begin with."""
    taken = {label.prefix for label in codebook.labels}
    letters = re.sub(r"[^a-z]", "", name) or "n"
    fallback = (f"{letters}-{number}-" for number in range(2, len(taken) + 3))
    candidates = (*(letters[:length] for length in range(1, len(letters) + 1)), *fallback)
    return next(one for one in candidates if one not in taken)


_TEXT, _MONEY, _DATE = AttributeKind.TEXT, AttributeKind.MONEY, AttributeKind.DATE
_CHOICE, _ENTITY, _NUMBER = AttributeKind.CHOICE, AttributeKind.ENTITY, AttributeKind.NUMBER
_Attribute, _Role = AttributeDefinition, RoleDefinition

QUOTE = Label(
    "quote", "Quote", "yellow", LineStyle.SOLID, "Q", "q", "Words somebody said, verbatim or reported.",
    (
        _Attribute("mode", "Mode", _CHOICE, ("direct", "indirect", "mixed")),
        _Attribute("cue", "Cue"),
        _Attribute("topic", "Topic"),
        _Attribute("said", "Said on", _DATE),
        _Attribute("occasion", "Occasion"),
        _Attribute("on-behalf-of", "On behalf of"),
    ),
    (
        _Role("speaker", "Speaker", ("actor",), expected=True),
        _Role("addressee", "Addressee", ("actor",), many=True),
    ),
)  # fmt: skip

_KINDS = ("financial", "military", "humanitarian", "policy", "diplomatic")

PLEDGE = Label(
    "pledge", "Pledge", "pink", LineStyle.DASHED, "P", "p", "What somebody undertakes to do or to pay.",
    (
        _Attribute("kind", "Kind", _CHOICE, _KINDS),
        _Attribute("amount", "Amount", _MONEY, expected=True),
        _Attribute("what", "What"),
        _Attribute("due", "Due date", _DATE, expected=True),
        _Attribute("conditions", "Conditions"),
        _Attribute(
            "status", "Status", _CHOICE,
            ("announced", "committed", "disbursed", "kept", "kept in part", "broken", "not yet rated"),
        ),
        _Attribute("announced", "Announced on", _DATE),
    ),
    (
        _Role("pledger", "Pledged by", ("actor",), many=True, expected=True),
        _Role("recipient", "To", ("actor", "location"), many=True, expected=True),
        _Role("place", "Place", ("location",), many=True),
        _Role("restates", "Restates", ("pledge",)),
    ),
)  # fmt: skip

ACTOR = Label(
    "actor", "Actor", "blue", LineStyle.DOTTED, "A", "a", "A person, a body or a government.",
    (
        _Attribute("entity", "Who", _ENTITY),
        _Attribute("kind", "Kind", _CHOICE, ("person", "organisation", "government", "group")),
        _Attribute("role", "Role at the time"),
        _Attribute("organisation", "Organisation"),
        _Attribute("country", "Country"),
    ),
)  # fmt: skip

LOCATION = Label(
    "location", "Location", "green", LineStyle.WAVY, "L", "l", "A place.",
    (
        _Attribute("entity", "Which place", _ENTITY),
        _Attribute("country", "Country"),
        _Attribute("geonames", "GeoNames id"),
        _Attribute("latitude", "Latitude", _NUMBER),
        _Attribute("longitude", "Longitude", _NUMBER),
    ),
)  # fmt: skip

STANDARD_CODEBOOK = Codebook((QUOTE, PLEDGE, ACTOR, LOCATION))
