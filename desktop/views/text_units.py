"""Words, sentences and paragraphs as an analyst means them when selecting; spans of whole characters."""

from itertools import pairwise

import regex

from pressmark.article import Article, Block, Span
from pressmark.edges import words_in

_CLUSTER = regex.compile(r"\X")

_SENTENCE_END = regex.compile(
    r"""
    (?: [.!?…]+ ["'”’»)\]]* (?=\s+ ["'“‘„«(\[¿¡]* [\p{Lu}\p{Lt}\p{Lo}\p{N}] )
      | [。！？]+ [」』”’）]*
      | [؟۔]+ ["”»)]* (?=\s)
    )
    """,
    regex.VERBOSE,
)
_NO_SENTENCE_END = regex.compile(
    r"""(?: \b(?:Mr|Mrs|Ms|Dr|Prof|Sir|St|Gen|Col|Lt|Capt|Maj|Sgt|Cpl|Sen|Rep|Gov|Pres|Rev|Hon|Amb|Adm
               |Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|vs|cf|e\.g|i\.e|approx|ca|Inc|Ltd|Corp|Co)
          | \b\p{Lu} (?:\.\p{Lu})* ) \. $""",
    regex.VERBOSE,
)


def snapped(text: str, span: Span) -> Span | None:
    """The span grown to whole characters as a reader counts them, without white space at its ends."""
    edges = _edges(text, span)
    if not edges:
        return None
    first, last = 0, len(edges) - 1
    while first < last and text[edges[first] : edges[first + 1]].isspace():
        first += 1
    while first < last and text[edges[last - 1] : edges[last]].isspace():
        last -= 1
    return Span(edges[first], edges[last]) if first < last else None


def character_after(text: str, position: int) -> int:
    """Where the character that a reader sees at a position ends."""
    return _edges(text, Span(position, position + 1))[-1] if position < len(text) else position


def character_before(text: str, position: int) -> int:
    """Where the character that a reader sees before a position begins."""
    return _edges(text, Span(position - 1, position))[0] if position > 0 else position


def word_at(article: Article, position: int) -> Span | None:
    """The word at or just before a position; a lone sign or emoji counts as one. None in white space."""
    if not article.text:
        return None
    block = _block_at(article, position)
    before: Span | None = None
    for word in words_in(article.block_text(block)):
        span = Span(block.start + word.start, block.start + word.end)
        if span.start <= position < span.end:
            return span
        if span.end == position:
            before = span
        if span.start > position:
            break
    return before or _sign_at(article, position)


def next_word_end(article: Article, position: int) -> int:
    """Where the first word after a position ends, in this block or a later one."""
    return min(
        (span.end for span in _words_around(article, position) if span.end > position), default=position
    )


def previous_word_start(article: Article, position: int) -> int:
    """Where the last word before a position begins, in this block or an earlier one."""
    starts = (span.start for span in _words_around(article, position) if span.start < position)
    return max(starts, default=position)


def sentence_at(article: Article, position: int) -> Span | None:
    """The sentence at a position, with its closing quotation mark. None in an empty block."""
    if not article.text:
        return None
    block = _block_at(article, position)
    text = article.block_text(block)
    here = position - block.start
    edges = [0, *_sentence_ends(text), len(text)]
    for start, end in pairwise(edges):
        if start < end and (here < end or end == len(text)):
            return snapped(article.text, Span(block.start + start, block.start + end))
    return None


def paragraph_at(article: Article, position: int) -> Span | None:
    """The whole block at a position. None where it is empty."""
    if not article.text:
        return None
    block = _block_at(article, position)
    return snapped(article.text, Span(block.start, block.end)) if block.start < block.end else None


def _block_at(article: Article, position: int) -> Block:
    return article.blocks[article.block_index_at(position)]


def _edges(text: str, span: Span) -> list[int]:
    """Starts of all characters a span touches and the end of the last; clusters never cross a line feed."""
    start = text.rfind("\n", 0, span.start) + 1
    edges = []
    for cluster in _CLUSTER.finditer(text, start):
        if cluster.end() > span.start:
            edges.append(cluster.start())
        if cluster.end() >= span.end:
            edges.append(cluster.end())
            break
    return edges


def _words_around(article: Article, position: int) -> list[Span]:
    """The words of the block at a position and of the nearest blocks with words on both sides."""
    here = article.block_index_at(position)
    found = _block_words(article, here)
    for step in (-1, 1):
        at = here + step
        while 0 <= at < len(article.blocks) and not (more := _block_words(article, at)):
            at += step
        if 0 <= at < len(article.blocks):
            found += more
    return found


def _block_words(article: Article, index: int) -> list[Span]:
    block = article.blocks[index]
    return [
        Span(block.start + word.start, block.start + word.end) for word in words_in(article.block_text(block))
    ]


def _sign_at(article: Article, position: int) -> Span | None:
    return snapped(article.text, Span(position, position + 1)) if position < len(article.text) else None


def _sentence_ends(text: str) -> list[int]:
    return [
        match.end()
        for match in _SENTENCE_END.finditer(text)
        if not _NO_SENTENCE_END.search(text[max(0, match.start() - 12) : match.start() + 1])
    ]
