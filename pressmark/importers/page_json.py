"""The article that a page describes for machines in JSON-LD, by the words of schema.org."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import html

from pressmark.importers.page_names import plain

Node = Mapping[str, Any]

_LARGEST_SCRIPT = 2_000_000
_MOST_NODES = 2000
_DEEPEST = 5
_INTO = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart")
_ARTICLES = ("Article", "Posting", "Report", "Review")


class PageJson:
    """What the scripts of a page say; `article` is the node of its article, empty where there is none."""

    def __init__(self, root: html.HtmlElement, titles: frozenset[str] = frozenset()) -> None:
        nodes = [node for script in _scripts(root) for node in _nodes(_parsed(script))][:_MOST_NODES]
        self._named = {
            name: node for node in nodes if isinstance(name := node.get("@id"), str) and len(node) > 1
        }
        articles = [node for node in nodes if is_article(node.get("@type"))]
        # a page that lists others describes them as well: its own is the one with the page's title
        own = [node for node in articles if plain(text_of(node.get("headline"))).casefold() in titles]
        self.article: Node = next(iter(own or articles), {})

    def names(self, key: str) -> list[str]:
        """The names of the people or bodies of a field, each as the page has it."""
        return [name for name in self._names(self.article.get(key), _DEEPEST) if name.strip()]

    def _names(self, value: Any, depth: int) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list) and depth:
            for one in value[:_MOST_NODES]:
                yield from self._names(one, depth - 1)
        elif isinstance(value, dict) and depth:
            known = value if value.get("name") else self._named.get(str(value.get("@id")), {})
            yield from self._names(known.get("name"), depth - 1)


def is_article(kind: Any) -> bool:
    """True for a type of schema.org, or a list of them, that is an article of some sort."""
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and one.endswith(_ARTICLES) and "Job" not in one for one in kinds)


def text_of(value: Any) -> str:
    """The text of a field, or the first of several."""
    if isinstance(value, list) and value:
        return text_of(value[0]) if not isinstance(value[0], list) else ""
    if isinstance(value, dict):
        return text_of(value.get("@value") or value.get("alternateName") or value.get("@id"))
    return value if isinstance(value, str) else ""


def _scripts(root: html.HtmlElement) -> Iterator[str]:
    for script in root.iter("script"):
        if (script.get("type") or "").casefold().split(";")[0].strip() == "application/ld+json":
            yield script.text or ""


def _parsed(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().removesuffix(";")
    try:
        return json.loads(text, strict=False) if len(text) <= _LARGEST_SCRIPT else None
    except (ValueError, RecursionError):  # pages often hold broken JSON-LD; the meta elements remain
        return None


def _nodes(value: Any) -> Iterator[Node]:
    waiting, seen = [value], 0
    while waiting and seen < _MOST_NODES:
        seen += 1
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting[:0] = one[:_MOST_NODES]
        elif isinstance(one, dict):
            yield one
            waiting += [one[key] for key in _INTO if key in one]
