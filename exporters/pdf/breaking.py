"""Where a line may break, and what of a text is spaces."""

import re

import regex

# Those that a line may break after.
_BREAKING = r"[\t-\r\x1c-\x20\x85\u2028\u2029\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]"
SPACES = "".join(filter(re.compile(_BREAKING).match, map(chr, range(0x3001))))
SPACE_RUN = re.compile(rf"{_BREAKING}+")
_IDEOGRAPHS = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\uff00-\uffef]"
_MAY_BREAK = regex.compile(
    rf"{_BREAKING}+\K(?!{_BREAKING})"
    r"|(?<=[\p{L}\p{N}])[-‐–—]\K(?=\p{L})|(?<=\w)—\K|\u200b\K"
    rf"|{_IDEOGRAPHS}\K(?=[\p{{L}}\p{{N}}])|(?<=[，。、；：！？）」』】》〉])(?={_IDEOGRAPHS})"
    rf"|(?<=[\p{{L}}\p{{N}}])(?={_IDEOGRAPHS}(?<=[\p{{L}}]))"
)
# The same for what most texts consist of, several times as fast.
_WESTERN = re.compile("[\t\n -\u024f‘-„†-… €−]*", re.ASCII)
_WESTERN_BREAK = re.compile(r"[\t\n\x20]+(?![\t\n\x20])|(?<=[^\W_])[-–—](?=[^\W\d_])|(?<=\w)—")
PLAIN_SPACE = dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " ")
ADDRESS_PIECE = regex.compile(r"[^/?&=_.]*[/?&=_.]+|[^/?&=_.]+")  # where a word too long breaks best
CLUSTER = regex.compile(r"\X")
JOINED = regex.compile(r"[\p{Arabic}\p{Syriac}\p{Mongolian}\p{Nko}\u200c\u200d]")


def breaks_of(text: str) -> set[int]:
    """The places in `text` after which a new line may start."""
    pattern = _WESTERN_BREAK if _WESTERN.fullmatch(text) else _MAY_BREAK
    return {match.end() for match in pattern.finditer(text)}
