"""What the keys of the article view take and move: words, sentences, quotations, ends of annotations."""

from collections.abc import Callable

from desktop.views.gesture_table import Gesture
from desktop.views.text_units import (
    character_after,
    character_before,
    next_word_end,
    paragraph_at,
    previous_word_start,
    sentence_at,
    snapped,
    word_at,
)
from pressmark.article import Article, Span
from pressmark.quotations import quotation_at

Unit = Callable[[Article, int], Span | None]

UNITS: dict[str, Unit] = {"word": word_at, "sentence": sentence_at, "paragraph": paragraph_at}


def grown(article: Article, unit: Unit, caret: int, selected: Span | None) -> Span | None:
    """The unit at the caret; where just that is selected already, the next one is added."""
    if selected is None:
        return unit(article, caret)
    here = unit(article, selected.start)
    last = unit(article, selected.end - 1)
    if here is None or last is None or not (selected.covers(here) and selected.covers(last)):
        edges = [span for span in (here, last, selected) if span is not None]
        return Span(min(span.start for span in edges), max(span.end for span in edges))
    at = selected.end
    while at < len(article.text) and article.text[at].isspace():
        at += 1
    more = unit(article, at) if at < len(article.text) else None
    return Span(selected.start, max(selected.end, more.end)) if more else selected


def next_quotation(article: Article, caret: int, selected: Span | None) -> Span | None:
    """The quotation at the caret or the next one; where just that is selected already, the one after it."""
    found = quotation_at(article, selected.start if selected else caret)
    return quotation_at(article, found.end) if found and found == selected else found


def moved_end(article: Article, spans: tuple[Span, ...], gesture: Gesture) -> tuple[Span, ...]:
    """The spans with the last one's end, or the first one's start, moved one character or word."""
    text = article.text
    if gesture.at_end:
        old = spans[-1]
        end = _moved(article, old.end, gesture)
        new = snapped(text, Span(old.start, end)) if old.start < end <= len(text) else None
        return (*spans[:-1], new or old)
    old = spans[0]
    start = _moved(article, old.start, gesture)
    new = snapped(text, Span(start, old.end)) if start < old.end else None
    return (new or old, *spans[1:])


def _moved(article: Article, position: int, gesture: Gesture) -> int:
    """The next edge in a direction; white space is stepped over with the character beyond it."""
    text = article.text
    if gesture.by_sentence:
        return _sentence_edge(article, position, gesture.forward)
    if gesture.by_word and gesture.at_end == gesture.forward:
        step = next_word_end if gesture.forward else previous_word_start
        return step(article, position)
    if gesture.by_word:
        return _shrunk_by_word(article, position, gesture.forward)
    step_by = character_after if gesture.forward else character_before
    at = step_by(text, position)
    while 0 < at < len(text) and (text[at - 1] if gesture.forward else text[at]).isspace():
        at = step_by(text, at)
    return at


def _sentence_edge(article: Article, position: int, forward: bool) -> int:
    """The end of the sentence that a position stands in, or of the next one; backward, the beginning."""
    text, step = article.text, 1 if forward else -1
    at = position if forward else position - 1
    while 0 <= at < len(text):
        sentence = sentence_at(article, at)
        if sentence and (sentence.end > position if forward else sentence.start < position):
            return sentence.end if forward else sentence.start
        at += step
    return position


def _shrunk_by_word(article: Article, position: int, forward: bool) -> int:
    """From a start to the next word's start, from an end to the end of the word before."""
    if forward:
        end = next_word_end(article, position)
        return previous_word_start(article, next_word_end(article, end)) if end != position else position
    start = previous_word_start(article, position)
    before = previous_word_start(article, start)
    return next_word_end(article, before) if before != start else position
