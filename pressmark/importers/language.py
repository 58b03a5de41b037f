"""Tells in which language a text is written: by its script, and by the words that all texts are full of.

The words are the stop lists of jusText, a hundred languages by frequency, which come with trafilatura.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from math import log

import regex

_ENOUGH = 20_000  # characters: more tell no more
_FEWEST_LETTERS = 20
_RANKS = 1500  # of a language's words; the rare ones of a stop list are of encyclopedias
_EVENNESS = 3  # of the frequencies at the top of a list
_STRANGE = log(1 / 20_000)  # how likely a word is that the list does not hold
_SURE, _SURE_A_WORD = 4, 0.08  # by how much text and word must speak for the language and not for the next
_KNOWN = 0.32  # the least share of the text's words that the list must hold

_SCRIPTS = (
    (0x0370, 0x03FF, "el"), (0x0400, 0x052F, "Cyrillic"), (0x0530, 0x058F, "hy"), (0x0590, 0x05FF, "he"),
    (0x0600, 0x077F, "Arabic"), (0x0900, 0x097F, "Devanagari"), (0x0980, 0x09FF, "bn"),
    (0x0A00, 0x0A7F, "pa"), (0x0A80, 0x0AFF, "gu"),
    (0x0B80, 0x0BFF, "ta"), (0x0C00, 0x0C7F, "te"), (0x0C80, 0x0CFF, "kn"),
    (0x0D00, 0x0D7F, "ml"), (0x0D80, 0x0DFF, "si"), (0x0E00, 0x0E7F, "th"), (0x0E80, 0x0EFF, "lo"),
    (0x1000, 0x109F, "my"), (0x10A0, 0x10FF, "ka"), (0x1200, 0x137F, "am"), (0x1780, 0x17FF, "km"),
    (0x3040, 0x30FF, "ja"), (0x3400, 0x9FFF, "zh"), (0xAC00, 0xD7AF, "ko"),
)  # fmt: skip
"""Where letters stand in Unicode, and the language, or the script of several, that they are of."""

_LISTS: Mapping[str, Mapping[str, str]] = {
    "Latin": {
        "af": "Afrikaans", "sq": "Albanian", "az": "Azerbaijani", "eu": "Basque", "ca": "Catalan",
        "hr": "Croatian", "cs": "Czech", "da": "Danish", "nl": "Dutch", "en": "English", "eo": "Esperanto",
        "et": "Estonian", "fi": "Finnish", "fr": "French", "gl": "Galician", "de": "German",
        "hu": "Hungarian", "is": "Icelandic", "id": "Indonesian", "ga": "Irish", "it": "Italian",
        "lv": "Latvian", "lt": "Lithuanian", "lb": "Luxembourgish", "ms": "Malay", "mt": "Maltese",
        "nb": "Norwegian_Bokmal", "nn": "Norwegian_Nynorsk", "pl": "Polish", "pt": "Portuguese",
        "ro": "Romanian", "sk": "Slovak", "sl": "Slovenian", "es": "Spanish", "sw": "Swahili",
        "sv": "Swedish", "tl": "Tagalog", "tr": "Turkish", "vi": "Vietnamese", "cy": "Welsh",
    },
    "Cyrillic": {
        "be": "Belarusian", "bg": "Bulgarian", "kk": "Kazakh", "ky": "Kyrgyz", "mk": "Macedonian",
        "ru": "Russian", "sr": "Serbian", "uk": "Ukrainian",
    },
    "Arabic": {"ar": "Arabic", "fa": "Persian", "ur": "Urdu"},
    "Devanagari": {"hi": "Hindi", "mr": "Marathi", "ne": "Nepali"},
}  # fmt: skip


_NEAR = (
    "nb nn no da", "hr sr bs sh cnr", "id ms", "cs sk", "de lb gsw nds bar", "pt gl", "nl af fy", "tl fil",
    "hi mr ne", "ca oc es", "it scn nap fur", "zh yue wuu", "fa prs tg",
)  # fmt: skip
"""Languages that are told apart by little: none of these is held against another."""


def contradicts(language: str, stated: str) -> bool:
    """True when a text in the one language is surely none in the other, which is a code of BCP 47."""
    both = {language, re.split("[-_]", stated, maxsplit=1)[0].casefold()}
    return "" not in both and len(both) == 2 and not any(both <= {*near.split()} for near in _NEAR)


def language_of(text: str) -> str:
    """The primary language as BCP 47 names it (“uk”); empty where the text does not tell."""
    sample = text[:_ENOUGH].casefold()
    script = _script_of(sample)
    return _told_by_words(sample, script) if script in _LISTS else script


def _script_of(text: str) -> str:
    """The script, or its only language, of most letters; Japanese mixes two."""
    letters = Counter(_script(character) for character in text if character.isalpha())
    if letters.total() < _FEWEST_LETTERS:
        return ""
    if letters["ja"] * 10 > letters["zh"]:
        letters["ja"] += letters.pop("zh", 0)
    script, count = letters.most_common(1)[0]
    return script if count * 2 > letters.total() else ""


def _script(character: str) -> str:
    point = ord(character)
    if point < _SCRIPTS[0][0]:
        return "Latin"
    return next((name for first, last, name in _SCRIPTS if first <= point <= last), "Latin")


def _told_by_words(text: str, script: str) -> str:
    words = Counter(_words(text))
    lists = _lists(script)
    scores = {name: _score(words, known) for name, known in lists.items()}
    (best, first), (_, second) = sorted(scores.items(), key=lambda one: -one[1])[:2]
    total = words.total()
    held = sum(count for word, count in words.items() if word in lists[best])
    sure = held >= _KNOWN * total and first - second >= max(_SURE, _SURE_A_WORD * total)
    return best if sure else ""


def _score(words: Counter[str], known: Mapping[str, float]) -> float:
    return sum(count * known.get(word, _STRANGE) for word, count in words.items())


def _words(text: str) -> list[str]:
    found: list[str] = regex.findall(r"[\p{L}\p{M}]+", text)
    return found


@cache
def _lists(script: str) -> Mapping[str, Mapping[str, float]]:
    """For each language of a script how likely its commonest words are, as logarithms."""
    return {tag: _likelihoods(name) for tag, name in _LISTS[script].items()}


def _likelihoods(name: str) -> Mapping[str, float]:
    from importlib.resources import files

    listed = files("justext").joinpath("stoplists", f"{name}.txt").read_text(encoding="utf-8")
    words = list(dict.fromkeys(_words(listed.casefold())))[:_RANKS]
    shares = [1 / (rank + _EVENNESS) for rank in range(len(words))]
    whole = 2 * sum(shares)  # these words are about half of any text
    return {word: log(share / whole) for word, share in zip(words, shares, strict=True)}
