"""A query as typed becomes a term, or a sentence that says what is not understood.

any    = all { OR all }
all    = factor { [AND] factor }
factor = "-" factor | "(" any ")" | field ":" value | '"' words '"' | word
"""

import difflib
import re
from dataclasses import dataclass
from typing import cast

from pressmark.finding import QueryNotUnderstood
from pressmark.searching.fields import FIELDS, Field, Typed, Value
from pressmark.searching.terms import All, AnyOf, Compared, Not, Term, Words
from pressmark.searching.tokens import words_of

_LONGEST = 1000
_MOST_TERMS = 60
_DEEPEST = 10

_ALIKE = str.maketrans({**dict.fromkeys("“”„‟«»〝〞＂", '"'), "：": ":", "≤": "<=", "≥": ">=", "　": " "})
_SPACE = re.compile(r"\s*")
_FIELD = re.compile(r"([^\W\d_]+)(<=|>=|[:<>=])")
_QUOTED = re.compile(r'"([^"]*)("|$)')
_WORD = re.compile(r'[^\s()"]+')
_VALUES = {
    Value.DATE: re.compile(
        r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+\d{4}\b"
        r"|[A-Za-z]{3,9}\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4}\b"
    ),
    Value.AMOUNT: re.compile(
        r'[^\s()"]*\d[^\s()"]*\s+(?:k|m|mn|bn|b|tn|thousand|million|billion|trillion)\b', re.IGNORECASE
    ),
}
"""Values of several words that need no quotation marks."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query understood; `term` is None where it asks for nothing."""

    term: Term | None


def understood(typed: str, *, typing: bool = False) -> Asked:
    """What a query asks for. `typing`: its last word may only be begun. Raises QueryNotUnderstood."""
    if len(typed) > _LONGEST:
        raise QueryNotUnderstood("The query is too long: use fewer words.")
    return Asked(_Parser(typed.translate(_ALIKE), typing).whole())


class _Parser:
    """Goes through a query once, from left to right."""

    def __init__(self, typed: str, typing: bool) -> None:
        self._typed = typed
        self._typing = typing
        self._at = 0
        self._terms = 0
        self._closed = False  # by a quotation mark: what was read last goes on no more

    def whole(self) -> Term | None:
        term = self._any(0)
        if self._at < len(self._typed):
            raise QueryNotUnderstood("There is a ) without its (.")
        return term

    def _any(self, depth: int) -> Term | None:
        found = [self._all(depth)]
        while self._take("OR"):
            found.append(self._all(depth))
            if found[-2] is None or (found[-1] is None and not self._still_typing):
                raise QueryNotUnderstood("OR needs words on both sides.")
        terms = tuple(one for one in found if one is not None)
        return AnyOf(terms) if len(terms) > 1 else next(iter(terms), None)

    def _all(self, depth: int) -> Term | None:
        found: list[Term] = []
        while not self._at_end_of_all():
            if self._take("AND"):
                continue
            term = self._factor(depth, refused=False)
            found += [term] if term is not None else []
        return All(tuple(found)) if len(found) > 1 else next(iter(found), None)

    def _factor(self, depth: int, refused: bool) -> Term | None:
        if depth > _DEEPEST:
            raise QueryNotUnderstood("There are too many parentheses inside one another.")
        if self._typed.startswith("-", self._at):
            self._at += 1
            if self._typed[self._at : self._at + 1].strip() in ("", ")"):
                return None  # a dash
            inner = self._factor(depth + 1, refused=True)
            return Not(inner) if inner is not None else None
        if self._typed.startswith("(", self._at):
            self._at += 1
            inner = self._any(depth + 1)
            self._skip_space()
            self._at += self._typed.startswith(")", self._at)
            return inner
        self._terms += 1
        if self._terms > _MOST_TERMS:
            raise QueryNotUnderstood(f"The query has more than {_MOST_TERMS} terms: use fewer.")
        if field := _FIELD.match(self._typed, self._at):
            self._at = field.end()
            return self._field(field[1], cast("Compared", field[2].replace(":", "=")), refused)
        words = words_of(self._value(_WORD))
        return Words(tuple(words), self._begun and not refused) if words else None

    def _field(self, name: str, compared: Compared, refused: bool) -> Term | None:
        field = _known(name)
        if compared != "=" and not field.compares:
            raise QueryNotUnderstood(f"{field.name} is followed by a colon: {field.example}.")
        value = self._value(_VALUES.get(field.value, _WORD))
        if not value.strip():
            if self._still_typing:
                return None
            raise QueryNotUnderstood(f"{field.name}: says nothing: write it like {field.example}.")
        return field.read(Typed(field.name, compared, value, self._begun and not refused))

    def _value(self, pattern: "re.Pattern[str]") -> str:
        """What is quoted, else what looks like a value, else the next word."""
        quoted = _QUOTED.match(self._typed, self._at)
        found = quoted or pattern.match(self._typed, self._at) or _WORD.match(self._typed, self._at)
        if found is None:
            return ""
        self._at = found.end()
        self._closed = bool(quoted and quoted[2])
        return quoted[1] if quoted else found[0]

    @property
    def _still_typing(self) -> bool:
        return self._typing and self._at == len(self._typed)

    @property
    def _begun(self) -> bool:
        """True where the analyst may still be at the word just read."""
        return self._still_typing and not self._closed

    def _at_end_of_all(self) -> bool:
        self._skip_space()
        return self._at >= len(self._typed) or self._typed[self._at] == ")" or self._sees("OR")

    def _skip_space(self) -> None:
        found = _SPACE.match(self._typed, self._at)
        self._at = found.end() if found else self._at

    def _sees(self, word: str) -> bool:
        found = _WORD.match(self._typed, self._at)
        return found is not None and found[0] == word

    def _take(self, word: str) -> bool:
        self._skip_space()
        if self._sees(word):
            self._at += len(word)
            return True
        return False


def _known(name: str) -> Field:
    field = FIELDS.get(name.casefold())
    if field is None:
        near = difflib.get_close_matches(name.casefold(), FIELDS, 1)
        hint = f"did you mean {near[0]}:?" if near else f"there are {', '.join(FIELDS)}."
        raise QueryNotUnderstood(
            f"“{name}:” is not something to search by; {hint} Words with a colon go into quotation marks."
        )
    return field
