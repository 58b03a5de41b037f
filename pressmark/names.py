"""Names as they stand in a text: words with capital letters, and the little words between them."""

import regex

from pressmark.article import Article, Span

REACH = 20_000
"""Code points before and after a place in which names are looked for."""

_WORD = r"\p{Lu}[\p{L}\p{M}\p{N}]*(?:(?!['’]s\b)['’.&‐‑-][\p{L}\p{M}\p{N}]+)*"
_AFTER = r"(?<=s)['’](?=[ \u00a0]\p{Lu})"
_BETWEEN = r"(?:of|for|de|del|der|den|van|von|da|di|du|la|le|al|el|bin|ibn|y)(?:\ the|\ la|\ den|\ der)?"
_SHORT = r"(?<=\b(?:\p{Lu}|Mrs?|Ms|Dr|Prof|St|Gen|Col|Lt|Capt|Maj|Sgt|Sen|Rep|Gov|Rev|Hon|Amb|Adm))\."
_NAME = regex.compile(
    rf"""
    \b ( {_WORD} (?: (?:{_SHORT}|{_AFTER})? [ \u00a0] (?:{_BETWEEN} [ \u00a0])? {_WORD} )* )
    """,
    regex.VERBOSE,
)
_BEGINNINGS = frozenset({
    "A", "An", "The", "He", "She", "It", "They", "We", "I", "You", "His", "Her", "Its", "Their", "Our",
    "My", "That", "This", "These", "Those", "There", "Here", "And", "But", "Or", "If", "In", "On", "At",
    "As", "By", "For", "From", "To", "Of", "With", "When", "While", "After", "Before", "Since", "Until",
    "Not", "No", "Yes", "What", "Who", "Why", "How",
})  # fmt: skip
"""Words that sentences begin with and names do not; of another language they do no harm in a list."""


def name_places(article: Article, position: int) -> list[Span]:
    """Where names stand around a place, the nearest first. Scripts without capitals have none."""
    start, end = max(0, position - REACH), position + REACH
    found = filter(None, map(_name_in, _NAME.finditer(article.text, start, end)))
    return sorted(found, key=lambda span: abs(span.start - position))


def names_near(article: Article, position: int) -> list[str]:
    """The names around a place, each once, the nearest first."""
    return list(dict.fromkeys(article.words_at(span) for span in name_places(article, position)))


def _name_in(match: regex.Match[str]) -> Span | None:
    """Without the word that a sentence begins with."""
    first, _, rest = match[1].partition(" ")
    name = rest if first in _BEGINNINGS else match[1]
    return Span(match.end(1) - len(name), match.end(1)) if name else None
