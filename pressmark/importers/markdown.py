"""Markdown: CommonMark with tables and footnotes, as a reader sees it when it is set."""

import re
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass, field, replace
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from pressmark.article import BlockKind
from pressmark.importers.canon import canon
from pressmark.importers.decoding import declared_charset, decoded
from pressmark.importers.front_matter import parted
from pressmark.importers.html_blocks import blocks_of
from pressmark.importers.html_tree import tree_of
from pressmark.importers.imported import BlockText, Capture, Imported, Known, check_length
from pressmark.importers.opening import opening_of
from pressmark.importers.plain_text import read_plain_text

_LONGEST = 500_000
"""Characters that are taken apart within ten seconds, whatever they are."""

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,80})\]:[ \t]*(.*)")
_REFERENCE = re.compile(r"\[\^([^\]\s]{1,80})\]")
_AFTER = frozenset(("paragraph_close", "heading_close", "table_close"))
_INDENTED = re.compile(r"(?: {2,}|\t)(.*)")


@dataclass(slots=True)
class _Notes:
    """The footnotes by their labels, and the labels in the order in which the text refers to them."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)
    _order: list[str] = field(default_factory=list)

    def number(self, label: str) -> int:
        if label not in self._numbers:
            self._order.append(label)
            self._numbers[label] = len(self._order)
        return self._numbers[label]

    def numbered(self) -> Iterator[tuple[int, str]]:
        """Each when it is its turn: a note may refer to others, and what nothing refers to comes last."""
        rest = iter(self.texts)
        for number in range(1, len(self.texts) + 1):
            while number > len(self._order):
                self.number(next(rest))
            yield number, "\n".join(self.texts[self._order[number - 1]])


def read_markdown(data: bytes, capture: Capture) -> Imported:
    """The article in a Markdown file, with what its head states. Raises CannotImport and TooLong."""
    charset = declared_charset(b"", capture.media_type)
    found = decoded(data, capture.name, charset, capture.answers.encoding)
    check_length(found.text)
    if len(found.text) > _LONGEST:
        return _as_plain_text(data, capture)
    known, text = parted(canon(found.text))
    root, _ = tree_of(f"<div>{_html(text)}</div>", capture.name)
    blocks = blocks_of(root)
    imported = capture.imported(blocks, _with_opening(known, blocks), "text/markdown", found.warnings)
    return replace(imported, question=found.question)


def _as_plain_text(data: bytes, capture: Capture) -> Imported:
    imported = read_plain_text(data, capture)
    said = f"{capture.name} is too long for its Markdown to be understood: it was read as plain text"
    return replace(imported, warnings=(said, *imported.warnings))


def _html(text: str) -> str:
    body, notes = _without_notes(text)
    reader = _reader(notes)
    links: MutableMapping[str, Any] = {}  # the addresses that the text defines, which notes may use
    parts = [str(reader.render(body, links))]
    for number, note in notes.numbered():
        shown = reader.render(rf"\[{number}\] {note}", links)
        parts.append(f"<ul><li>{shown}</li></ul>")
    return "\n".join(parts)


def _without_notes(text: str) -> tuple[str, _Notes]:
    """The text without the footnotes below it, and those: each with the indented lines that go on with it."""
    kept: list[str] = []
    notes = _Notes()
    into: list[str] | None = None
    fence = ""
    for line in text.split("\n"):
        if opened := _FENCE.match(line):
            closes = opened[1].startswith(fence) and not line[opened.end() :].strip()
            fence = opened[1] if not fence else "" if closes else fence
        if not fence and (found := _NOTE.match(line)):
            into = notes.texts.setdefault(found[1], [])
            into.append(found[2])
        elif into is not None and (more := _INDENTED.match(line)):
            into.append(more[1])
        elif into is not None and not line.strip():
            into.append("")
            kept.append("")
        else:
            into = None
            kept.append(line)
    return "\n".join(kept), notes


def _reader(notes: _Notes) -> MarkdownIt:
    """CommonMark with tables and footnotes; a picture becomes the caption that its words are."""

    def reference(state: StateInline, silent: bool) -> bool:
        found = _REFERENCE.match(state.src, state.pos)
        if not found or found[1] not in notes.texts:
            return False
        if not silent:
            state.push("text", "", 0).content = f"[{notes.number(found[1])}]"
        state.pos = found.end()
        return True

    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    reader.inline.ruler.before("link", "footnote_reference", reference)
    reader.core.ruler.push("pictures", _caption_pictures)
    return reader


def _caption_pictures(state: StateCore) -> None:
    """Puts what pictures say below the paragraph that they stand in."""
    tokens: list[Token] = []
    waiting: list[str] = []
    for token in state.tokens:
        waiting += _taken_pictures(token, state)
        tokens.append(token)
        if waiting and token.type in _AFTER:
            captions = "".join(f"<figcaption>{escape(said)}</figcaption>\n" for said in waiting)
            tokens.append(Token("html_block", "", 0, content=captions))
            waiting = []
    state.tokens = tokens


def _taken_pictures(token: Token, state: StateCore) -> list[str]:
    pictures = [child for child in token.children or () if child.type == "image"]
    if not pictures:
        return []
    token.children = [child for child in token.children or () if child.type != "image"]
    renderer = RendererHTML()
    words = (renderer.renderInlineAsText(one.children, state.md.options, state.env) for one in pictures)
    return [said for one in words if (said := one.strip())]


def _with_opening(known: Known, blocks: list[BlockText]) -> Known:
    """What the head states, and for the rest what the first lines say."""
    opening = opening_of(blocks)
    if opening.headline_at >= 0 and blocks[opening.headline_at][0] is not BlockKind.HEADING:
        blocks[opening.headline_at] = (BlockKind.HEADING, opening.headline, 1)
    return replace(
        known,
        headline=known.headline or opening.headline,
        author=known.author or opening.author,
        published=known.published or opening.published,
        guessed=tuple(name for name in opening.guessed if not getattr(known, name)),
    )
