r"""A codebook as a table for spreadsheets, one label a row.

A cell of attributes has a line each, ``name=Title:kind expected:choice|choice``; one of roles
``name=Title→target target:many expected``. A title that is the name in plain words is left out, as are
`expected` and `many` where they do not hold. A backslash before a mark makes it a plain character; ``\n``,
``\r`` and ``\s`` are a line feed, a carriage return and a space at an edge. Elements of another hand, which
XML can hold, do not fit into a table.
"""

import csv
import io
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import TypeVar

from pressmark.brief import LineStyle
from pressmark.importers.decoding import decoded
from pressmark.importers.imported import CannotImport
from pressmark.labels import (
    AttributeDefinition,
    AttributeKind,
    Codebook,
    Label,
    RoleDefinition,
    Trim,
    label_name,
)
from pressmark.palette import SWATCHES
from pressmark.storage.checked_labels import Complaints, checked
from pressmark.storage.read_xml import CannotRead

COLUMNS = (
    "name", "title", "parent", "colour", "line", "key", "prefix", "description", "attributes", "roles",
    "trim",
)  # fmt: skip
EXPECTED, MANY = "expected", "many"

Kind = TypeVar("Kind", bound=StrEnum)

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""What a spreadsheet would run, behind any number of the apostrophes that keep it from doing so."""

_MARKS = re.compile(r"[\\:=|→>]")
_TOKEN = re.compile(r"\\.|->|.", re.DOTALL)
_COLOURS = tuple(SWATCHES)
_ESCAPES = {"n": "\n", "r": "\r", "s": " "}


def codebook_to_csv(codebook: Codebook) -> bytes:
    """The file's bytes, in UTF-8 with the mark by which Excel knows it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for label in codebook.labels:
        writer.writerow([_guarded(cell) for cell in _cells(label)])
    return text.getvalue().encode("utf-8-sig", "replace")


def codebook_from_csv(data: bytes, name: str) -> Codebook:
    """The codebook in the bytes of the file `name`. Raises CannotRead, which names each wrong row."""
    complaints = Complaints(name)
    try:
        text = decoded(data, name).text
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        rows = [(number, cells) for number, cells in enumerate(lines, start=1) if cells]  # most may be blank
    except (CannotImport, csv.Error) as error:
        raise CannotRead(f"{name} is no table that can be read ({error})") from error
    header = [title.strip().casefold() for title in rows[0][1]] if rows else []
    if "name" not in header:
        raise CannotRead(f"{name} has no column “name”: its first row must be {', '.join(COLUMNS)}")
    labels = []
    for number, cells in rows[1:]:
        row = dict(zip(header, map(_unguarded, cells), strict=False))
        if any(cell.strip() for cell in row.values()):
            labels += _read(row, number, complaints)
    return checked(labels, complaints)


def _cells(label: Label) -> Iterator[str]:
    yield from (label.name, label.title, label.parent, label.colour, label.line.value, label.key)
    yield from (label.prefix, label.description)
    yield "\n".join(map(_attribute_written, label.attributes))
    yield "\n".join(map(_role_written, label.roles))
    yield label.trim or ""


def _read(row: dict[str, str], number: int, complaints: Complaints) -> list[tuple[str, Label]]:
    """The row's label with its place; nothing where the row is none, of which is then complained."""
    name = label_name(row.get("name", ""))
    place = f"row {number} ({name})" if name else f"row {number}"
    try:
        label = Label(
            name,
            row.get("title") or _in_words(name),
            _one_of("colour", _COLOURS, row.get("colour") or _COLOURS[(number - 2) % len(_COLOURS)]),
            _kind("line", LineStyle, row.get("line") or LineStyle.SOLID),
            row.get("key", ""),
            row.get("prefix", ""),
            row.get("description", ""),
            tuple(map(_attribute_read, _lines(row.get("attributes", "")))),
            tuple(map(_role_read, _lines(row.get("roles", "")))),
            row.get("parent", ""),
            trim=_kind("trim", Trim, trim) if (trim := row.get("trim", "")) else None,
        )
    except ValueError as error:
        complaints.add(place, str(error))
        return []
    return [(place, label)]


def _attribute_written(one: AttributeDefinition) -> str:
    parts = [_named(one.name, one.title), f"{one.kind.value} {EXPECTED}" if one.expected else one.kind.value]
    return ":".join((*parts, "|".join(map(_escaped, one.choices))) if one.choices else parts)


def _attribute_read(line: str) -> AttributeDefinition:
    named, *rest = _split(line, ":")
    if len(rest) > 2:
        raise ValueError(f"“{line}” has more parts than name:kind:choices; write \\: for a colon")
    name, title = _name_read(named)
    kind, *flags = (rest[0] if rest else "").split() or [AttributeKind.TEXT.value]
    _known_flags(line, flags, (EXPECTED,))
    choices = tuple(map(_plain, _split(rest[1], "|"))) if len(rest) == 2 else ()
    return AttributeDefinition(name, title, _kind("kind", AttributeKind, kind), choices, bool(flags))


def _role_written(one: RoleDefinition) -> str:
    targets = " ".join(map(_escaped, one.targets))
    flags = " ".join(flag for flag, holds in ((MANY, one.many), (EXPECTED, one.expected)) if holds)
    return f"{_named(one.name, one.title)}→{targets}{f':{flags}' if flags else ''}"


def _role_read(line: str) -> RoleDefinition:
    named, *rest = _split(line, "→", "->")
    if len(rest) != 1:
        raise ValueError(f"“{line}” is no role: write it like speaker→actor")
    targets, *more = _split(rest[0], ":")
    flags = " ".join(more).split()
    _known_flags(line, flags, (MANY, EXPECTED))
    name, title = _name_read(named)
    return RoleDefinition(name, title, tuple(map(_plain, targets.split())), MANY in flags, EXPECTED in flags)


def _known_flags(line: str, flags: list[str], known: tuple[str, ...]) -> None:
    if odd := [flag for flag in flags if flag not in known]:
        raise ValueError(f"“{odd[0]}” in “{line}” is none of {', '.join(known)}")


def _named(name: str, title: str) -> str:
    return _escaped(name) if title == _in_words(name) else f"{_escaped(name)}={_escaped(title)}"


def _name_read(part: str) -> tuple[str, str]:
    name, *title = (_plain(one) for one in _split(part, "="))
    return name, "=".join(title) or _in_words(name)


def _in_words(name: str) -> str:
    words = name.replace("-", " ")
    return words[:1].upper() + words[1:]


def _escaped(text: str) -> str:
    """The text as one part: marks behind a backslash, line ends and the spaces at its edges as letters."""
    text = _MARKS.sub(lambda mark: f"\\{mark[0]}", text).replace("\n", "\\n").replace("\r", "\\r")
    return re.sub(r"^ +| +$", lambda edge: "\\s" * len(edge[0]), text)


def _plain(part: str) -> str:
    return re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[1]), part.strip(" "))


def _split(text: str, *marks: str) -> list[str]:
    """The parts between the marks that no backslash stands before."""
    parts: list[list[str]] = [[]]
    for token in _TOKEN.findall(text):
        if token in marks:
            parts.append([])
        else:
            parts[-1].append(token)
    return ["".join(part) for part in parts]


def _lines(cell: str) -> list[str]:
    return [line for line in re.split(r"[\r\n]+", cell) if line.strip()]


def _kind(what: str, kinds: type[Kind], value: str) -> Kind:
    return kinds(_one_of(what, tuple(kind.value for kind in kinds), value))


def _one_of(what: str, known: tuple[str, ...], value: str) -> str:
    if value.strip().casefold() not in known:
        raise ValueError(f"the {what} “{value}” is none of {', '.join(known)}")
    return value.strip().casefold()


def _delimiter(text: str) -> str:
    """Spreadsheets of half of Europe part cells by semicolons."""
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _guarded(cell: str) -> str:
    """The cell as words that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
