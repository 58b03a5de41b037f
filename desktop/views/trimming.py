"""Spans as they are meant: whole words, without what does not belong to them."""

from desktop.views.text_units import snapped, word_at
from pressmark.article import Article, Span
from pressmark.labels import Label, Trim
from pressmark.quotation_marks import CLOSING

_MARKS = frozenset(CLOSING) | frozenset("".join(CLOSING.values()))
_STOPS = frozenset(".,;:!?…")


def trimmed(article: Article, span: Span, label: Label) -> Span:
    """Without what the label's annotations do not hold at their ends.

    So quotes keep their quotation marks, and “Healey,” marked as an actor is Healey. A span that would have
    nothing left stays as it is.
    """
    if label.trimming is Trim.NOTHING:
        return span
    text = article.text
    start, end = span.start, span.end
    unwanted = _MARKS | _STOPS if label.trimming is Trim.MARKS else frozenset[str]()
    while start < end and (text[start].isspace() or text[start] in unwanted):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in unwanted):
        end -= 1
    if start == end:
        return span
    if unwanted and "." in text[end : span.end]:  # U.S. keeps its last full stop
        word = word_at(article, end - 1)
        if word and end < word.end <= span.end:
            end = word.end
    return Span(start, end)


def whole_words(article: Article, span: Span) -> Span:
    """The span grown to the ends of the words that it begins and ends in."""
    first, last = word_at(article, span.start), word_at(article, span.end - 1)
    start = first.start if first and first.start < span.start < first.end else span.start
    end = last.end if last and last.start < span.end < last.end else span.end
    return Span(start, end)


def split_at(article: Article, spans: tuple[Span, ...], position: int) -> tuple[Span, ...]:
    """The piece at a position made two, without the white space around it; unchanged where none is there."""
    for number, span in enumerate(spans):
        if span.start < position < span.end:
            halves = (Span(span.start, position), Span(position, span.end))
            parts = [part for half in halves if (part := snapped(article.text, half))]
            if len(parts) == 2 and parts[0].end < parts[1].start:
                return (*spans[:number], *parts, *spans[number + 1 :])
    return spans


def joined_at(spans: tuple[Span, ...], position: int) -> tuple[Span, ...]:
    """The piece at or before a position made one with the next, and what is between; the last with the one
    before it."""
    if len(spans) < 2:
        return spans
    before = sum(1 for span in spans if span.start <= position)
    number = min(max(before - 1, 0), len(spans) - 2)
    one = Span(spans[number].start, spans[number + 1].end)
    return (*spans[:number], one, *spans[number + 2 :])


def without_piece_at(spans: tuple[Span, ...], position: int) -> tuple[Span, ...]:
    """The spans without the piece at a position; the last piece stays."""
    rest = tuple(span for span in spans if not span.start <= position <= span.end)
    return rest or spans
