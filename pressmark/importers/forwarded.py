"""The heads that mail programs set over a message when it is forwarded, answered or put into a digest."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressmark.importers.letter import Line
from pressmark.importers.mail_words import mail_words

_LONGEST_FIELD = 600
_MOST_BETWEEN = 2  # lines that a long list of addresses was broken into
_RULE = re.compile(r"[-_=*]{10,}")
_DASHES = re.compile(r"-{20,}")
_FEWEST_FIELDS = 3


@dataclass(frozen=True, slots=True)
class Head:
    """What a head states of the message under it; it fills the lines from `first` up to `end`.

    `ruled` where a line of dashes stands over it, as in the digests of mailing lists.
    """

    first: int
    end: int
    sender: str = ""
    date: str = ""
    subject: str = ""
    ruled: bool = False


def heads_of(lines: Sequence[Line]) -> list[Head]:
    """All heads, in their order."""
    heads, at = [], 0
    while at < len(lines):
        if head := _head(lines, at):
            heads.append(head)
            at = head.end
        else:
            at += 1
    return heads


def _head(lines: Sequence[Line], at: int) -> Head | None:
    """The head whose first field stands there."""
    if not _field(lines[at]):
        return None
    values: dict[str, str] = {}
    end = at
    for number, field in _fields(lines, at):
        if field[0] in values and field[0] != "to":
            break
        values[field[0]], end = field[1], number + 1
    first = _first(lines, at)
    enough = len(values) >= _FEWEST_FIELDS or (first < at and len(values) > 1)
    if not enough or "from" not in values or not {"subject", "date"} & set(values):
        return None
    ruled = first < at and bool(_DASHES.fullmatch(lines[first].text))
    get = values.get
    return Head(first, end, get("from", ""), get("date", ""), get("subject", ""), ruled)


def _fields(lines: Sequence[Line], at: int) -> Iterator[tuple[int, tuple[str, str]]]:
    """The fields from there on, where no more than lines of addresses stand between them."""
    between = 0
    for number in range(at, len(lines)):
        if field := _field(lines[number]):
            between = 0
            yield number, field
            continue
        between += 1
        if between > _MOST_BETWEEN or "@" not in lines[number].text:
            return


def _field(line: Line) -> tuple[str, str] | None:
    if len(line.text) > _LONGEST_FIELD or ":" not in line.text[:40]:
        return None
    found = mail_words().label.fullmatch(line.text)
    return _named(found) if found else None


def _named(found: re.Match[str]) -> tuple[str, str]:
    name = next(name for name in ("from", "date", "subject", "to") if found[name])
    return name, found["value"].strip(" *_\t")


def _first(lines: Sequence[Line], at: int) -> int:
    """Where the head begins: with the line over it that says so, or with a rule."""
    first = at
    while first and (_says_so(lines[first - 1]) or _RULE.fullmatch(lines[first - 1].text)):
        first -= 1
    return first


def _says_so(line: Line) -> bool:
    return len(line.text) < _LONGEST_FIELD and bool(mail_words().forwarded.fullmatch(line.text))
