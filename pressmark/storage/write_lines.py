"""The text and the annotations of an article's file, written line by line.

Thousands of annotations are saved after every change: as text, which is what they become, that takes a third
of the time that a tree does. Escaped as libxml2 does, so that a tree of the same content is the same bytes.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial

from pressmark.annotation import CONTEXT, Annotation
from pressmark.article import Article, Span

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (§2.2) cannot hold; the text has none since `canon`, typed values might."""

_SPECIAL = re.compile("[^ !#-%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What cannot stand as it is, in an attribute or between tags."""

_INSIDE = " " * 6
"""Before what stands in an annotation."""


def text_lines(article: Article) -> Iterator[str]:
    """The blocks, one a line, with the text's checksum."""
    about = _attributes(canon=str(article.canon_version), sha256=article.sha256)
    if not article.blocks:
        yield f"\n  <text{about}/>"
        return
    yield f"\n  <text{about}>\n"
    for block in article.blocks:
        level = str(block.level) if block.level else ""
        yield _element("    ", "block", article.block_text(block), kind=block.kind.value, level=level)
    yield "  </text>"


def annotation_lines(
    article: Article, annotations: Sequence[Annotation], foreign: Callable[[str], str]
) -> Iterator[str]:
    """Each annotation as the lines of its element; `foreign` says how one of another hand is written."""
    if not annotations:
        yield "\n  <annotations/>"
        return
    yield "\n  <annotations>\n"
    place = partial(_span, article.text)
    for one in annotations:
        modified = one.modified if one.modified != one.created else ""
        about = _about(one.label, one.author, one.created, modified)
        yield f'    <annotation id="{_quoted(one.id)}"{about}>\n'
        yield from map(place, one.spans)
        if one.lost or one.attributes or one.links or one.note:
            yield from _rest(one)
        for element in one.foreign:
            yield f"{foreign(element)}\n"
        yield "    </annotation>\n"
    yield "  </annotations>"


@lru_cache(maxsize=64)
def _about(label: str, author: str, created: str, modified: str) -> str:
    """Annotations made together are many, and have this in common."""
    return _attributes(label=label, by=author, created=created, modified=modified)


def _span(text: str, span: Span) -> str:
    start, end = span.start, span.end
    first = start - CONTEXT if start > CONTEXT else 0
    before, exact, after = text[first:start], text[start:end], text[end : end + CONTEXT]
    if not (before and after and exact):
        return _element(_INSIDE, "span", exact, start=str(start), end=str(end), before=before, after=after)
    if _SPECIAL.search(text, first, end + CONTEXT):
        before, after = _quoted(before), _quoted(after)
        exact = _escaped(exact) if _SPECIAL.search(exact) else exact
    return f'{_INSIDE}<span start="{start}" end="{end}" before="{before}" after="{after}">{exact}</span>\n'


def _rest(one: Annotation) -> Iterator[str]:
    for quote in one.lost:
        yield _element(_INSIDE, "lost", quote.exact, before=quote.before, after=quote.after)
    for name in sorted(one.attributes):
        yield _element(_INSIDE, "attribute", one.attributes[name], name=name)
    for tie in one.links:
        yield _element(_INSIDE, "link", "", role=tie.role, to=tie.target)
    if one.note:
        yield _element(_INSIDE, "note", one.note)


def _element(indent: str, name: str, text: str, /, **attributes: str) -> str:
    stated = _attributes(**attributes)
    text = _escaped(text) if _SPECIAL.search(text) else text
    return f"{indent}<{name}{stated}>{text}</{name}>\n" if text else f"{indent}<{name}{stated}/>\n"


def _attributes(**values: str) -> str:
    """Those that are not empty."""
    return "".join([f' {name}="{_quoted(value)}"' for name, value in values.items() if value])


def _quoted(value: str) -> str:
    if not _SPECIAL.search(value):
        return value
    return _escaped(value).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")


def _escaped(text: str) -> str:
    legal = ILLEGAL.sub("", text).replace("&", "&amp;").replace("<", "&lt;")
    return legal.replace(">", "&gt;").replace("\r", "&#13;")
