"""Which entities of a dossier may be one and the same, and why one might think so; nothing is merged here.

Only names that share a word, or its beginning or sound, are compared, so that thousands take no time.
Two different first names, kinds or numbers in a register speak against a pair, whatever else is alike.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

from pressmark.entities import Entity
from pressmark.folding import fold

_TITLES = frozenset((
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "president",
    "minister", "secretary", "mp", "senator", "herr", "frau", "monsieur", "madame", "mme", "king", "queen",
))  # fmt: skip
_SMALL = frozenset(
    ("the", "of", "and", "for", "de", "der", "des", "du", "la", "le", "von", "van", "und", "et")
)
_LONG = 6
"""Letters from which on one wrong letter is a slip; in shorter names it makes another name."""

_MOST_OF_A_WORD = 60
"""Entities that share a word: in more, the word says nothing (“ministry”)."""


@dataclass(frozen=True, slots=True)
class Likely:
    """Two entities by id, how sure one may be from 0 to 1, and the reason in words."""

    one: str
    other: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Name:
    """As it is printed, and in words, folded."""

    printed: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"“{self.printed}”"


@dataclass(frozen=True, slots=True)
class _Known:
    """An entity with all its names."""

    entity: Entity
    names: tuple[_Name, ...]

    @classmethod
    def of(cls, entity: Entity) -> "_Known":
        names = {_words(name): name for name in (*reversed(entity.aliases), entity.name)}
        return cls(entity, tuple(_Name(printed, words) for words, printed in names.items() if words))


def likely_same(entities: Iterable[Entity], apart: Collection[frozenset[str]] = ()) -> list[Likely]:
    """The likeliest first. `apart` are pairs of ids that the analyst knows to be two."""
    known = [_Known.of(one) for one in entities]
    found: list[Likely] = []
    for one, other in _candidates(known):
        ids = frozenset((one.entity.id, other.entity.id))
        if ids in apart or _are_two(one.entity, other.entity):
            continue
        if likely := _compared(one, other):
            found.append(likely)
    return sorted(found, key=lambda likely: (-likely.score, likely.one, likely.other))


def _candidates(known: Sequence[_Known]) -> Iterator[tuple[_Known, _Known]]:
    """Pairs that share a word or its beginning, an acronym, or a number in a register; each once."""
    by_mark: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(known):
        for mark in _marks(one):
            by_mark[mark].append(number)
    pairs = {
        pair
        for numbers in by_mark.values()
        if len(numbers) <= _MOST_OF_A_WORD
        for pair in combinations(sorted({*numbers}), 2)
    }
    for here, there in sorted(pairs):
        yield known[here], known[there]


def _marks(one: _Known) -> set[str]:
    marks = {f"wikidata:{one.entity.wikidata}" if one.entity.wikidata else ""}
    marks.add(f"geonames:{one.entity.geonames}" if one.entity.geonames else "")
    for words in (name.words for name in one.names):
        meaning = [word for word in words if word not in _SMALL and word not in _TITLES]
        marks |= {f"word:{word}" for word in meaning}
        marks |= {f"begins:{word[:3]}" for word in meaning[-1:] if len(word) >= _LONG}
        marks |= {f"ends:{word[-4:]}" for word in meaning[-1:] if len(word) >= _LONG}
        marks.add(f"acronym:{_acronym(words)}")
        marks |= {f"acronym:{word}" for word in words if len(words) == 1}
    return marks - {"", "acronym:"}


def _are_two(one: Entity, other: Entity) -> bool:
    """What is known of them cannot be true of one."""
    kinds = {_family(one.kind), _family(other.kind)} - {""}
    numbers = ((one.wikidata, other.wikidata), (one.geonames, other.geonames))
    return len(kinds) > 1 or any(here and there and here != there for here, there in numbers)


def _family(kind: str) -> str:
    """Places, persons and bodies are told apart; what a kind of the analyst's own is, nobody knows."""
    if kind in {"location", "place", "city", "country", "region"}:
        return "place"
    if kind == "person":
        return "person"
    return "body" if kind in {"organisation", "government", "body", "party", "company"} else ""


def _compared(one: _Known, other: _Known) -> Likely | None:
    first, second = one.entity, other.entity
    if first.wikidata and first.wikidata == second.wikidata:
        return Likely(first.id, second.id, 1.0, f"both have the Wikidata number {first.wikidata}")
    if first.geonames and first.geonames == second.geonames:
        return Likely(first.id, second.id, 1.0, f"both have the GeoNames number {first.geonames}")
    best: tuple[float, str] = (0.0, "")
    for here in one.names:
        for there in other.names:
            for score, reason in _reasons(here, there):
                best = max(best, (score, reason))
    return Likely(first.id, second.id, *best) if best[0] else None


def _reasons(here: _Name, there: _Name) -> Iterator[tuple[float, str]]:
    said, said_long = sorted((here, there), key=lambda name: (len(_without_titles(name.words)), name.printed))
    short, long = said.words, said_long.words
    plain, plain_long = _without_titles(short), _without_titles(long)
    if short == long:
        yield 0.98, f"both are called {said}"
    elif plain and plain == plain_long:
        yield 0.93, f"{said} and {said_long} differ by a title only"
    elif sorted(plain) == sorted(plain_long) and len(plain) > 1:
        yield 0.92, f"{said} and {said_long} are the same words in another order"
    elif len(plain) == 1 and len(plain_long) > 1 and plain[0] == plain_long[-1]:
        yield 0.8, f"{said} is the last name of {said_long}"
    elif len(short) == 1 and len(short[0]) > 1 and short[0] == _acronym(long):
        yield 0.85, f"{said} are the first letters of {said_long}"
    elif _is_abbreviated(plain, plain_long):
        yield 0.88, f"{said} may be {said_long} with first names cut short"
    elif _is_within(plain, plain_long):
        yield 0.7, f"{said} is a part of {said_long}"
    elif slip := _slip(plain, plain_long):
        yield slip, f"{said} and {said_long} differ by a letter"


def _is_abbreviated(short: Sequence[str], long: Sequence[str]) -> bool:
    """“j healey” and “john healey”, “john a healey” and “john healey”: the last names are the same."""
    if len(short) < 2 or len(long) < 2 or short[-1] != long[-1]:
        return False
    firsts, others = short[:-1], long[:-1]
    pairs = zip(firsts, others, strict=False)
    return firsts != others and all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in pairs)


def _is_within(short: Sequence[str], long: Sequence[str]) -> bool:
    """“ministry of defence” in “ukrainian ministry of defence”; never a first name alone in a full name."""
    if len(short) < 2 or len(short) >= len(long):
        return False
    return any(tuple(long[at : at + len(short)]) == tuple(short) for at in range(len(long) - len(short) + 1))


def _slip(one: Sequence[str], other: Sequence[str]) -> float:
    """How sure one may be that one is the other misspelt: one letter of one long word."""
    if len(one) != len(other):
        return 0.0
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) != 1:
        return 0.0
    here, there = differing[0]
    if min(len(here), len(there)) < _LONG or OSA.distance(here, there, score_cutoff=1) > 1:
        return 0.0
    return 0.75 if len(one) > 1 else 0.65


def _acronym(words: Sequence[str]) -> str:
    meaning = [word for word in words if word not in _SMALL]
    return "".join(word[0] for word in meaning) if len(meaning) > 1 else ""


def _without_titles(words: Sequence[str]) -> tuple[str, ...]:
    rest = tuple(word for word in words if word not in _TITLES and word != "the")
    return rest or tuple(words)


def _words(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", re.sub(r"(?<=\w)\.(?=\w)|'s\b", "", fold(name).text)))
