"""JSON exports: a list of articles, an object that holds one, or an article a line."""

import json
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from pressmark.importers.column_names import rank
from pressmark.importers.decoding import declared_charset, decoded
from pressmark.importers.imported import CannotImport, Capture, Found
from pressmark.importers.rows import MOST_CELLS, MOST_ROWS, Row, Table, articles_of

_DEEPEST = 8
_MOST_NAMES = 300  # of one record, those in it counted
_MOST_ITEMS = 200  # of one list in a record
_MOST_OPENED = 1_500_000
_MOST_NAMED = 2_000_000
_MOST_VALUES = 4_000_000
_SHORT = 80
_AN_ARTICLE = 100  # characters of text in an object that is an article itself


def read_records(data: bytes, capture: Capture) -> Iterator[Found]:
    """The articles of a JSON or JSON Lines file, one an object. Raises CannotImport."""
    found = decoded(data, capture.name, declared_charset(b"", capture.media_type), capture.answers.encoding)
    _check_size(found.text, capture.name)
    records, broken = _records(found.text, capture.name)
    if not records:
        raise CannotImport(f"{capture.name} is JSON, but holds no list of articles: nothing was imported")
    header, rows = _flat_table(records[:MOST_ROWS], capture.name)
    more = len(records) > MOST_ROWS
    yield from articles_of(Table(header, rows, "entry", found.warnings, found.question, more), capture)
    yield from broken


def _check_size(text: str, name: str) -> None:
    """Every list, object and value costs memory, some thirty times what it takes in the file."""
    opened, named, values = text.count("{") + text.count("["), text.count('":'), text.count(",")
    if opened > _MOST_OPENED or named > _MOST_NAMED or values > _MOST_VALUES:
        raise CannotImport(f"{name} holds more values than any list of articles: take it apart")


def _records(text: str, name: str) -> tuple[list[tuple[int, Any]], list[CannotImport]]:
    """The articles' objects with their numbers, and lines that are none."""
    try:
        return _numbered(_articles_in(json.loads(text))), []
    except RecursionError as error:
        raise CannotImport(f"{name} is nested too deep for a list of articles: it was not read") from error
    except ValueError as error:
        records, broken = _lines(text, name)
        if records:
            return records, broken
        raise CannotImport(
            f"{name} is damaged or cut short ({error}): get it again from where it came"
        ) from error


def _numbered(records: list[Any]) -> list[tuple[int, Any]]:
    return [(number, record) for number, record in enumerate(records, 1) if isinstance(record, dict)]


def _lines(text: str, name: str) -> tuple[list[tuple[int, Any]], list[CannotImport]]:
    """JSON Lines: of those that are broken the first is told, and how many there are."""
    records: list[tuple[int, Any]] = []
    broken: list[int] = []
    for number, line in enumerate(text.split("\n"), 1):
        try:
            record = json.loads(line) if line.strip() else None
        except (ValueError, RecursionError):
            broken.append(number)
            continue
        if isinstance(record, dict):
            records.append((number, record))
    if not broken:
        return records, []
    others = f" and {len(broken) - 1:,} more are" if len(broken) > 1 else " is"
    return records, [CannotImport(f"{name}, line {broken[0]}{others} damaged or cut short: left out")]


def _articles_in(value: Any) -> list[Any]:
    """The longest list of objects, looked for from the outside; or the object, if it is an article."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return []
    if any(rank("text", key) is not None and len(str(one)) >= _AN_ARTICLE for key, one in value.items()
           if isinstance(one, str)):  # fmt: skip
        return [value]
    lists: list[list[Any]] = []
    waiting: deque[tuple[Mapping[str, Any], int]] = deque([(value, 0)])
    while waiting:
        one, depth = waiting.popleft()
        for inner in one.values():
            if isinstance(inner, list) and any(isinstance(item, dict) for item in inner):
                lists.append(inner)
            elif isinstance(inner, dict) and depth < _DEEPEST:
                waiting.append((inner, depth + 1))
    return max(lists, key=len, default=[value])


def _flat_table(records: list[tuple[int, Any]], name: str) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """The records under dotted names, in the order in which these come up."""
    flat = [(number, _flat(record)) for number, record in records]
    header = tuple(dict.fromkeys(key for _, record in flat for key in record))
    if len(header) * len(flat) > 2 * MOST_CELLS:
        raise CannotImport(f"{name} holds more values than any list of articles: take it apart")
    return header, tuple(Row(number, tuple(record.get(key, "") for key in header)) for number, record in flat)


def _flat(record: Mapping[str, Any]) -> dict[str, str]:
    """Nested values by dotted names; of what is nested too deep, or too much, the JSON."""
    found: dict[str, str] = {}
    waiting: list[tuple[str, Any, int]] = [("", record, 0)]
    while waiting:
        name, value, depth = waiting.pop()
        if isinstance(value, dict) and depth < _DEEPEST and len(found) + len(waiting) < _MOST_NAMES:
            inner = [(f"{name}.{key}" if name else key, one, depth + 1) for key, one in value.items()]
            waiting += reversed(inner[:_MOST_NAMES])
        elif text := _text(value):
            found[name or "value"] = text
    return found


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case bool() | int() | float():
            return json.dumps(value)
        case list():
            return _listed([_item(one) for one in value[:_MOST_ITEMS]])
        case _:
            return _json(value)


def _item(value: Any) -> str:
    """An item of a list: of an object its name, as of an author or an outlet."""
    if isinstance(value, dict):
        named = next(
            (value[key] for key in ("name", "fullName", "title", "value", "text") if value.get(key)), ""
        )
        return named if isinstance(named, str) and named else _json(value)
    return value if isinstance(value, str) else _json(value)


def _listed(items: list[str]) -> str:
    """Names side by side, paragraphs below one another."""
    filled = [item for item in items if item.strip()]
    return ("; " if all(len(item) <= _SHORT for item in filled) else "\n").join(filled)


def _json(value: Any) -> str:
    try:
        return json.dumps(value, ensure_ascii=False)
    except RecursionError:
        return ""
