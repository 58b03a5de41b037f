"""What a query asks for: words and conditions, joined by all-of, any-of and not. All of them are values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

from pressmark.money import Money

Compared: TypeAlias = Literal["=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words in a row, in a text or its headline. `begun`: of the last one, only its beginning.

    `in_headline` asks for the headline alone.
    """

    words: tuple[str, ...]
    begun: bool = False
    in_headline: bool = False


class Column(StrEnum):
    """What is known of a whole article and asked for by its words."""

    OUTLET = "outlet"
    AUTHOR = "author"
    LANGUAGE = "language"
    TAGS = "tags"
    STATE = "state"


class Whole(StrEnum):
    """What an article can be as a whole."""

    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    ARCHIVED = "archived"


class Having(StrEnum):
    """What an annotation can have, whatever it says."""

    NOTE = "note"
    AMOUNT = "amount"
    DUE = "due"


class How(StrEnum):
    """How words in a row are compared with a name; `BEGUN`: the last of them may be the beginning of one."""

    BEGUN = "begun"
    WHOLE_WORDS = "whole words"
    WHOLE = "the whole name"
    WHOLE_BEGUN = "the beginning of the name"


@dataclass(frozen=True, slots=True)
class Told:
    """Of an article: words of one of its columns."""

    column: Column
    words: tuple[str, ...]
    how: How


@dataclass(frozen=True, slots=True)
class Published:
    """Of an article: when it was published, as precisely as both dates are known."""

    compared: Compared
    iso: str


@dataclass(frozen=True, slots=True)
class Is:
    """Of an article."""

    what: Whole


@dataclass(frozen=True, slots=True)
class Labelled:
    """Of an annotation: its label or one above it, by name or title. `begun`: only its beginning."""

    words: tuple[str, ...]
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """Of an annotation: words of what it says in one of the aspects: who speaks, which topic, the note."""

    aspects: tuple[str, ...]
    words: tuple[str, ...]
    how: How


@dataclass(frozen=True, slots=True)
class Amount:
    """Of an annotation: its amount reaches the bound. A bound without a currency is meant in any.

    None stands for amounts that were not disclosed.
    """

    compared: Compared
    money: Money | None


@dataclass(frozen=True, slots=True)
class Due:
    """Of an annotation: when it is due, as precisely as both dates are known."""

    compared: Compared
    iso: str


@dataclass(frozen=True, slots=True)
class Has:
    """Of an annotation."""

    what: Having


@dataclass(frozen=True, slots=True)
class Numbered:
    """Of an annotation: its id."""

    key: str


@dataclass(frozen=True, slots=True)
class Not:
    term: "Term"


@dataclass(frozen=True, slots=True)
class All:
    terms: tuple["Term", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    terms: tuple["Term", ...]


OfArticle: TypeAlias = Told | Published | Is
OfAnnotation: TypeAlias = Labelled | Said | Amount | Due | Has | Numbered
Term: TypeAlias = Words | OfArticle | OfAnnotation | Not | All | AnyOf


def speaks_of_annotations(term: Term) -> bool:
    """True where annotations are what is looked for, and not places in texts."""
    match term:
        case Not(inner):
            return speaks_of_annotations(inner)
        case All(terms) | AnyOf(terms):
            return any(map(speaks_of_annotations, terms))
        case _:
            return isinstance(term, OfAnnotation)


def wanted_words(term: Term) -> tuple[Words, ...]:
    """The words that a hit may show: those that are not refused, each once, as typed."""
    match term:
        case Words():
            return (term,)
        case All(terms) | AnyOf(terms):
            return tuple(dict.fromkeys(words for one in terms for words in wanted_words(one)))
        case _:
            return ()
