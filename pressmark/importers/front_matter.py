"""The head of a Markdown file, between lines of dashes (YAML) or plus signs (TOML): what it states."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date

from pressmark.dates import FuzzyDate
from pressmark.importers.canon import one_line
from pressmark.importers.imported import Known
from pressmark.importers.web_address import web_address

_LONGEST = 20_000
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_LINE = re.compile(r"""(?:["']?([\w.:-]+?)["']?\s*:(?:\s+(.*))?|\s+\S.*|-\s.*|\s*#.*|\s*)""")
_QUOTED = re.compile(r"""(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*(?:#.*)?""")
_BESIDE = re.compile(r"\s#.*")
_NAMED = re.compile(r"(?:-\s+)?(?:(?:full[_-]?)?name\s*:\s*)?", re.IGNORECASE)
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "headline": ("title", "headline"),
    "outlet": ("outlet", "publisher", "publication", "site", "site_name", "source"),
    "author": ("author", "authors", "byline", "by"),
    "published": ("published", "date", "publishdate", "pubdate", "datepublished"),
    "language": ("lang", "language"),
    "url": ("url", "source", "canonical", "canonicalurl", "canonical_url", "link", "permalink"),
}


def parted(text: str) -> tuple[Known, str]:
    """What the head states, and the text below it; all of the text where it has no head."""
    first, _, rest = text.partition("\n")
    ends = _FENCES.get(first.rstrip())
    if ends is None:
        return Known(), text
    head: list[str] = []
    for line in rest[:_LONGEST].split("\n"):
        if line.rstrip() in ends:
            values = _toml(head) if "+++" in ends else _yaml(head)
            return (Known(), text) if values is None else (_known(values), rest[_length(head, line) :])
        head.append(line)
    return Known(), text


def _length(head: list[str], end: str) -> int:
    return sum(len(line) + 1 for line in head) + len(end)


def _toml(lines: list[str]) -> dict[str, list[str]] | None:
    try:
        found = tomllib.loads("\n".join(lines))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return None
    return {
        key.casefold(): [_said(one) for one in (value if isinstance(value, list) else [value])]
        for key, value in found.items()
        if not isinstance(value, dict)
    }


def _said(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _yaml(lines: list[str]) -> dict[str, list[str]] | None:
    """The plain values and lists of them, which is all that heads of articles have; None for other text."""
    found: dict[str, list[str]] = {}
    values: list[str] = []
    for line in lines:
        match = _LINE.fullmatch(line.rstrip())
        if not match:
            return None
        if match[1]:
            values = found.setdefault(match[1].casefold(), [])
            values += _listed(match[2] or "")
        elif line.strip() and not line.lstrip().startswith("#"):
            values += _listed(_NAMED.sub("", line.strip(), count=1))
    return found


def _listed(text: str) -> list[str]:
    text = text.strip()
    if text.startswith("[") and text.endswith("]") and not text.startswith("[["):
        return [_plain(one) for one in text[1:-1].split(",") if one.strip()]
    return [_plain(text)] if text.strip("|>-+ ") else []


def _plain(text: str) -> str:
    text = text.strip()
    if quoted := _QUOTED.fullmatch(text):
        text = re.sub(r"\\(.)", r"\1", quoted[1]) if quoted[1] is not None else quoted[2].replace("''", "'")
    else:
        text = _BESIDE.sub("", text)
    return text.removeprefix("[[").removesuffix("]]").strip()


def _known(values: dict[str, list[str]]) -> Known:
    def stated(field: str) -> str:
        joint = ", " if field == "author" else " "
        found = [one_line(joint.join(values[name])) for name in _FIELDS[field] if values.get(name)]
        if field in {"url", "outlet"}:
            found = [one for one in found if bool(web_address(one)) == (field == "url")]
        return found[0] if found else ""

    published = stated("published")
    return Known(
        headline=stated("headline"),
        outlet=stated("outlet"),
        author=stated("author"),
        published=FuzzyDate.parse(published).iso or published,
        language=stated("language"),
        url=web_address(stated("url")),
    )
