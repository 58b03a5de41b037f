"""Who wrote an article and who printed it, from what pages put where a name belongs: roles taken off,
addresses and accounts passed over.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from pressmark.importers.canon import one_line

_MOST_NAMES = 12
_LONGEST_NAME = 80
_BY = re.compile(
    r"(?:(?:written|text|story|words|reported) )?(?:by|von|par|por|di|od)\b:?\s+|"
    r"(?:автор(?:ка|и)?|authors?|autor(?:in)?)\s*:\s*",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:editors?|writers?|reporters?|correspondents?|columnists?|contributors?|journalists?|bureau|chief|"
    r"producer|photographer|analyst|commentator|professor|redakteur(?:in)?|korrespondent(?:in)?|"
    r"reporterin|journaliste?|journalistin|correspondant(?:e)?|rédact\w+|envoyée?|"
    r"журналіст\w*|кореспондент\w*|редактор\w*|оглядач\w*)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:admin(?:istrator)?|webmaster|root|user ?\d*|wordpress|test|authors?|unknown|n/?a|none|null|"
    r"undefined|nan|guest|anonymous|editor|redaktion|editorial|by|super ?user|follow|share|home|\W*)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:[,;|•·]|\s(?:and|und|et|y|та|і|&|with|mit|avec)\s)\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|www\.|@", re.IGNORECASE)
_AFTER = re.compile(r"\s+(?:[–—-]|in|at|for|of|aus)\s+.*")
_TAGS = re.compile(r"<[^<>]{0,300}>")


def plain(text: str) -> str:
    """One line without mark-up, however often it was escaped."""
    return one_line(_TAGS.sub(" ", unescape(unescape(text))))


def authors_of(values: Iterable[str]) -> str:
    """The names in the values as “A, B”, each once; empty where none is surely a name."""
    names: dict[str, str] = {}
    for value in values:
        for name in _names(_BY.sub("", plain(value)[:1000], count=1)):
            names.setdefault(name.casefold(), name)
    return ", ".join(list(names.values())[:_MOST_NAMES])


def outlet_of(values: Iterable[str]) -> str:
    """The first of the values that is a name and no address or account."""
    names = (plain(value) for value in values)
    return next((name for name in names if name and len(name) < 120 and not _ADDRESS.match(name)), "")


def _names(text: str) -> Iterator[str]:
    parts = [part for part in _AND.split(text) if part]
    if len(parts) == 2 and all(re.fullmatch(r"[^\W\d_]+", part) for part in parts) and "," in text:
        yield text  # “Doe, Jane”
        return
    for at, part in enumerate(parts):
        if at and _ROLE.search(part):
            continue
        name = _without_role(_AFTER.sub("", part)).strip(" .()[]")
        if name and _is_name(name):
            yield name


def _is_name(text: str) -> bool:
    if len(text) > _LONGEST_NAME or len(text.split()) > 6 or _NO_NAME.fullmatch(text):
        return False
    return not re.search(r"[@/\d<>{}=]|https?:|www\.|\.(?:com|org|net)\b", text) and text[0].isalpha()


def _without_role(text: str) -> str:
    """The two words before a role that follows without a comma; empty where it is a role alone."""
    if not _ROLE.search(text):
        return text
    words = text.split()
    roles = [at for at, word in enumerate(words) if _ROLE.fullmatch(word)]
    alone = len(words) < 3 or roles[:1] == [0] or roles[-1:] != [len(words) - 1] or len(words) > 4
    return "" if alone else " ".join(words[:2])
