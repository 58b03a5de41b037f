"""Tells the article in a message from what stands around it: notes, heads, signatures, answers, footers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressmark.importers.forwarded import Head, heads_of
from pressmark.importers.letter import Line
from pressmark.importers.mail_words import MailWords, mail_words

_LONGEST = 500  # characters of a line that is about the mail
_MOST_WORDS = 60
_LONG = 40  # words of a paragraph that ends no footer
_TIMES, _FEW = 3, 10  # times the words over it, and at least times ten words, that a quoted article has
_NOTE = 40  # words up to which what stands over a forwarded or quoted message is a note
_LONGEST_SIGNATURE = 150  # words
_LARGEST_FOOTER = 0.5  # the share of a body's words
_NEAR = 4  # lines between a rule and the first line about the mail
_EDGE = 8  # lines at the top and the bottom
_DELIMITER = re.compile(r"--\s*")
_RULE = re.compile(r"[_=* -]{15,}")
_DASHES = re.compile(r"-{20,}")


@dataclass(frozen=True, slots=True)
class Body:
    """Where the article stands, which of all lines are none of it, and the head over it, if it has one."""

    first: int
    end: int
    away: frozenset[int]
    head: Head | None = None

    @property
    def own(self) -> list[int]:
        return [at for at in range(self.first, self.end) if at not in self.away]


def body_of(lines: Sequence[Line], subject: str) -> Body:
    """The message that the lines are, or the one of those forwarded or quoted that is the article."""
    if digest := letters_of_digest(lines):
        own = {at for one in digest for at in one.own}
        return Body(0, len(lines), frozenset(range(len(lines))) - own)
    heads = heads_of(lines)
    first, end, head = _chosen(lines, heads, answered=bool(mail_words().replied.fullmatch(subject)))
    away = {*range(first), *range(end, len(lines)), *_around(lines, first, end)}
    if len(away) == len(lines):
        away = {*range(first), *range(end, len(lines))}
    return Body(first, end, frozenset(away), head)


def letters_of_digest(lines: Sequence[Line]) -> list[Body]:
    """The messages of a mailing list's digest (RFC 1153); none where it is no such thing."""
    heads = [head for head in heads_of(lines) if head.ruled]
    if len(heads) < 2:
        return []
    rules = [at for at, line in enumerate(lines) if _DASHES.fullmatch(line.text)]
    ends = [next((at for at in rules if at >= head.end), len(lines)) for head in heads]
    return [
        Body(head.end, end, frozenset(_around(lines, head.end, end)), head)
        for head, end in zip(heads, ends, strict=True)
    ]


def _chosen(lines: Sequence[Line], heads: list[Head], *, answered: bool) -> tuple[int, int, Head | None]:
    """Of what stands over the first head and under each, the longest: others are notes, or answers to it."""
    if not heads:
        return _over_or_under_quote(lines)
    top = _words(lines, 0, heads[0].first)
    if answered and top >= _NOTE:
        return 0, heads[0].first, None
    ends = [*(head.first for head in heads[1:]), len(lines)]
    found = [(_words(lines, head.end, end), head, end) for head, end in zip(heads, ends, strict=True)]
    longest = max(words for words, _, _ in found)
    if top > 2 * longest:
        return 0, heads[0].first, None
    return next((head.end, end, head) for words, head, end in found if words == longest)


def _over_or_under_quote(lines: Sequence[Line]) -> tuple[int, int, Head | None]:
    """All of it; or what is quoted, where hardly anything else is said."""
    wrote = next((at for at, line in enumerate(lines) if _fits(mail_words().wrote, line)), -1)
    if wrote < 0:
        return 0, len(lines), None
    over, under = _words(lines, 0, wrote), _words(lines, wrote + 1, len(lines))
    answer = sum(line.words for line in lines[wrote + 1 :] if line.depth == lines[wrote].depth)
    is_all = over < _NOTE and under > _TIMES * max(over, _FEW) and (answer < _NOTE or answer == under)
    if not is_all:
        return 0, len(lines), None
    return wrote + 1, len(lines), Head(wrote, wrote + 1, date=lines[wrote].text)


def _words(lines: Sequence[Line], first: int, end: int) -> int:
    return sum(line.words for line in lines[first:end])


def _around(lines: Sequence[Line], first: int, end: int) -> set[int]:
    """The lines in a body that are none of its own."""
    words = mail_words()
    depth = lines[first].depth if first < end else 0
    away = {at for at in range(first, end) if lines[at].depth != depth or lines[at].signed}
    away |= set(_quoted(lines, first, end, words))
    away |= set(_signatures(lines, first, end, depth))
    away |= {at for at in range(first, end) if _fits(words.sent_from, lines[at]) and lines[at].words < 12}
    away |= {at for at in _edges(first, end) if _fits(words.browser, lines[at])}
    return away | _footer(lines, [at for at in range(first, end) if at not in away], words)


def _quoted(lines: Sequence[Line], first: int, end: int, words: MailWords) -> Iterator[int]:
    """“Jane Doe wrote:” and, where it has no marks of its own, all that follows."""
    for at in range(first, end):
        if _fits(words.wrote, lines[at]):
            yield at
            if at + 1 < end and lines[at + 1].depth == lines[at].depth:
                yield from range(at + 1, end)
                return


def _signatures(lines: Sequence[Line], first: int, end: int, depth: int) -> Iterator[int]:
    for at in range(first, end):
        if lines[at].depth == depth and _DELIMITER.fullmatch(lines[at].text):
            under = [one for one in range(at, end) if lines[one].depth == depth]
            if sum(lines[one].words for one in under) <= _LONGEST_SIGNATURE:
                yield from under
                return


def _edges(first: int, end: int) -> set[int]:
    return {*range(first, min(end, first + _EDGE)), *range(max(first, end - _EDGE), end)}


def _footer(lines: Sequence[Line], own: list[int], words: MailWords) -> set[int]:
    """The lines about the mail, and all after the first of those that no text follows."""
    about = {at for at in own if _fits(words.footer, lines[at]) and lines[at].words <= _MOST_WORDS}
    text = max((at for at in own if at not in about and lines[at].words >= _LONG), default=-1)
    ending = [at for at in own if at > text]
    begins = next((at for at in ending if at in about), -1)
    if begins < 0:
        return about
    over = [at for at in own if at < begins][-_NEAR:]
    begins = next((at for at in reversed(over) if _RULE.fullmatch(lines[at].text)), begins)
    run = {at for at in own if at >= begins}
    small = sum(lines[at].words for at in run) <= _LARGEST_FOOTER * sum(lines[at].words for at in own)
    return about | run if small else about


def _fits(pattern: re.Pattern[str], line: Line) -> bool:
    return len(line.text) <= _LONGEST and bool(pattern.fullmatch(line.text))
