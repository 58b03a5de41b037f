"""Where the press quotes somebody word for word: what stands between quotation marks."""

from collections.abc import Iterator

from pressmark.article import Article, Span
from pressmark.quotation_marks import CLOSING

_WITHOUT_SIDES = frozenset("\"'»«›‹’‚‘")
"""Marks that open in one place and close, or are an apostrophe, in another."""

_FRENCH = frozenset("«»‹›")
"""May stand beside a space inside the quotation."""

_APOSTROPHES = frozenset("'’")


def quotations_in(text: str) -> Iterator[Span]:
    """The outermost quotations of a paragraph with their marks, in order.

    One that the paragraph begins with and never closes goes to its end: the press closes only the last of
    several quoted paragraphs. Other marks that nothing closes are none.
    """
    at, unclosed = 0, set[str]()
    while at < len(text):
        end = at
        if text[at] not in unclosed and _opens(text, at):
            end = _end_of(text, at)
            if end == at:
                unclosed.add(text[at])  # so the next one like it is not closed either
            else:
                yield Span(at, end)
        at = max(end, at + 1)


def quotation_at(article: Article, position: int) -> Span | None:
    """The quotation that holds a position or is the next one after it; None where none comes."""
    for block in article.blocks[article.block_index_at(position) :] if article.text else ():
        for found in quotations_in(article.block_text(block)):
            if position < block.start + found.end:
                return Span(block.start + found.start, block.start + found.end)
    return None


def _opens(text: str, at: int) -> bool:
    """Whether a mark can open: before a word, and not the apostrophe at the end of one."""
    if text[at] not in CLOSING or at + 1 == len(text):
        return False
    if text[at] not in _WITHOUT_SIDES:
        return True
    before, after = text[at - 1 : at], text[at + 1]
    free = not before or before.isspace() or before in "([{—–-/“„"
    return free and (not after.isspace() or text[at] in _FRENCH)


def _closes(text: str, at: int) -> bool:
    """Whether a mark can close: not the apostrophe of O’Neill, and not one after a space."""
    if text[at] in _APOSTROPHES and text[at + 1 : at + 2].isalnum():
        return False
    return text[at] in _FRENCH or not text[at - 1].isspace()


def _end_of(text: str, start: int) -> int:
    """After the mark that closes the one at `start`; `start` where none does."""
    opening, closing = text[start], CLOSING[text[start]]
    depth, first = 0, 0
    for at in range(start + 1, len(text)):
        sign = text[at]
        if sign in closing and _closes(text, at):
            if not depth:
                return at + 1
            depth, first = depth - 1, first or at + 1
        elif sign == opening and _opens(text, at):
            depth += 1
    if first:  # one too many was opened
        return first
    goes_on = opening not in _WITHOUT_SIDES and not text[:start].strip()
    return len(text.rstrip()) if goes_on else start
