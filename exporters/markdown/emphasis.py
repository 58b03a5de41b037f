"""Bold and italic that begin and end exactly where they should.

CommonMark takes asterisks for emphasis only in certain company: ``**“yes”**`` is bold after a space, but
not after a letter. So emphasis stays a pair of edges until all of a line is known.
"""

import re
from dataclasses import dataclass
from enum import Enum
from itertools import count
from typing import TypeAlias
from unicodedata import category


class Kind(Enum):
    """An emphasis: its asterisks, if there are any for it, and its tag."""

    STRONG = ("**", "b")
    EMPHASIS = ("*", "i")
    FURTHER = ("", "ins")  # a mark within a mark within a mark


@dataclass(frozen=True, slots=True)
class Edge:
    """The beginning or the end of a stretch of emphasis; both ends have the same number."""

    number: int
    kind: Kind
    begins: bool


Token: TypeAlias = Edge | str

# Brackets of texts are escaped: this one begins a link, and the link would become a picture.
_PICTURE = re.compile(r"!(?=\[)")

# The sign of a footnote before a parenthesis would be a link.
_LINKED_NOTE = re.compile(r"(\[\^\w+\])\(")
_numbers = count()


def emphasised(kind: Kind, inside: list[Token]) -> list[Token]:
    """The tokens between the edges of the emphasis; nothing for nothing."""
    number = next(_numbers)
    return [Edge(number, kind, True), *inside, Edge(number, kind, False)] if any(inside) else []


def joined(tokens: list[Token]) -> str:
    """The tokens as Markdown."""
    tokens = [token for token in tokens if token]
    around = zip(["", *tokens], tokens, [*tokens[1:], ""], strict=False)
    by_tag = {
        token.number
        for before, token, after in around
        if isinstance(token, Edge) and not _works(token, before, after)
    }
    markdown = "".join(
        token if isinstance(token, str) else _written(token, by_tag=token.number in by_tag)
        for token in tokens
    )
    return _LINKED_NOTE.sub(r"\1\\(", _PICTURE.sub(r"\\!", markdown))


def _written(edge: Edge, *, by_tag: bool) -> str:
    asterisks, tag = edge.kind.value
    if not by_tag:
        return asterisks
    return f"<{tag}>" if edge.begins else f"</{tag}>"


def _works(edge: Edge, before: Token, after: Token) -> bool:
    """Whether asterisks would be taken for this edge: CommonMark's flanking delimiter runs."""
    if edge.kind is Kind.FURTHER or isinstance(before, Edge) or isinstance(after, Edge):
        return False
    outside, inside = (before[-1:], after[:1]) if edge.begins else (after[:1], before[-1:])
    return not _is_space(inside) and (
        not _is_punctuation(inside) or _is_space(outside) or _is_punctuation(outside)
    )


def _is_space(character: str) -> bool:
    return not character or character.isspace()


def _is_punctuation(character: str) -> bool:
    return category(character)[0] in "PS"
