"""Where the annotations of an article go in a new version of its text: every one is placed, or told.

What stands in the same words of the same paragraph goes there. Words that stand elsewhere are found as in an
edited file (`pressmark.anchoring`): what stands around them decides, and where that does not tell, nothing
is decided. Other words are proposed only where they are much alike, and taken only where the analyst says so.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz import fuzz

from pressmark.aligned import Aligned
from pressmark.anchoring import agreement, is_in_longer_words, most_similar
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, TextQuote, joined
from pressmark.article import Article, Span
from pressmark.facts import ELLIPSIS, words_of

_TELLING = 8
"""Characters around words that must agree for another place of them to be theirs."""

_LONG = 24
"""Characters of words that speak for themselves wherever they stand, if they stand nowhere else."""

_LIKE = 60.0
"""Per cent of agreement between words and what stands in their place."""

_OTHERS = 0.5
"""The share of a place that, being known as another place of the old text, cannot be that of the words."""


class Fit(IntEnum):
    """How an annotation goes over, from the best to the worst."""

    THERE = 0  # the new version has the same annotation already
    EXACT = 1  # the same words with the same around them
    MOVED = 2  # the same words elsewhere, or with something else around them
    CHANGED = 3  # other words, much like the old ones
    UNSURE = 4  # the same words, but it cannot be told at which of their places, or whether it is meant
    UNFIT = 5  # its words, or those of one of its pieces, are not there


@dataclass(frozen=True, slots=True)
class Carried:
    """An annotation of the old version, and where it would stand in the new one.

    `lost` are the pieces that have no place. `was` and `now` are its words; `same` is the annotation of the
    new version that says it already.
    """

    annotation: Annotation
    fit: Fit
    spans: tuple[Span, ...]
    lost: tuple[TextQuote, ...]
    was: str
    now: str
    why: str = ""
    same: str = ""

    @property
    def sure(self) -> bool:
        """Nobody needs to look at it."""
        return self.fit <= Fit.MOVED

    @property
    def wanted(self) -> bool:
        """What is carried over unless the analyst says otherwise."""
        return self.sure or (self.fit is Fit.CHANGED and not self.why)


@dataclass(frozen=True, slots=True)
class _Piece:
    fit: Fit
    span: Span | None = None
    why: str = ""


def carried(
    old: AnnotatedArticle,
    new: AnnotatedArticle,
    alignment: Aligned,
    tick: Callable[[float], None] = lambda _: None,
) -> list[Carried]:
    """All annotations of the old version in text order, none left out."""
    ones = old.markup.in_text_order()
    places = _Places(old.article, new.article, alignment)
    known = {(one.label, one.spans): one.id for one in new.markup.values() if one.spans}
    found = []
    for number, one in enumerate(ones):
        tick(number / len(ones))
        found.append(_carried(old, new, one, [places.of(span) for span in one.spans], known))
    return found


def _carried(
    old: AnnotatedArticle,
    new: AnnotatedArticle,
    one: Annotation,
    pieces: list[_Piece],
    known: dict[tuple[str, tuple[Span, ...]], str],
) -> Carried:
    fit = max((piece.fit for piece in pieces), default=Fit.UNFIT)
    why = next((piece.why for piece in pieces if piece.why and piece.fit is fit), "")
    spans = joined(piece.span for piece in pieces if piece.span)
    lost = [
        TextQuote.of(old.article, span)
        for span, piece in zip(one.spans, pieces, strict=True)
        if piece.span is None
    ]
    words = [new.article.words_at(span) for span in spans]
    if fit <= Fit.MOVED and sorted(words) != sorted(one.words(old.article)):
        fit, why = Fit.CHANGED, "Its pieces stand together now"
    if fit is Fit.UNFIT and spans:
        why = "One of its pieces is not there" if len(lost) == 1 else "Some of its pieces are not there"
    same = known.get((one.label, spans), "")
    if same and fit <= Fit.CHANGED:
        fit, why = Fit.THERE, ""
    now = ELLIPSIS.join(" ".join(each.split("\n")) for each in words)
    return Carried(one, fit, spans, (*lost, *one.lost), words_of(old, one), now, why, same)


class _Places:
    """Finds pieces of the old text in the new one."""

    def __init__(self, old: Article, new: Article, alignment: Aligned) -> None:
        self._old, self._new, self._alignment = old, new, alignment

    def of(self, span: Span) -> _Piece:
        if self._old.text == self._new.text:
            return _Piece(Fit.EXACT, span)
        words, quote = self._old.words_at(span), TextQuote.of(self._old, span)
        here = self._alignment.same_words(span)
        if here and self._new.words_at(here) == words:
            if _nearest(TextQuote.of(self._new, here)) == _nearest(quote):
                return _Piece(Fit.EXACT, here)
            if self._is_told(quote, here):
                return _Piece(Fit.MOVED, here)
        return self._elsewhere(span, quote) or self._otherwise(span, quote)

    def _is_told(self, quote: TextQuote, place: Span) -> bool:
        return len(quote.exact) >= _LONG or agreement(self._new.text, quote, place.start) >= _TELLING

    def _elsewhere(self, span: Span, quote: TextQuote) -> _Piece | None:
        """A place of the very words that is no other known one; None where there is none."""
        text = self._new.text
        starts = (found.start() for found in re.finditer(f"(?={re.escape(quote.exact)})", text))
        places = [Span(start, start + len(quote.exact)) for start in starts]
        free = [
            place
            for place in places
            if not is_in_longer_words(text, quote, place.start)
            and self._alignment.taken(place, span) <= _OTHERS
        ]
        if not free:
            return None
        ranked = sorted(((agreement(text, quote, one.start), one) for one in free), key=lambda pair: -pair[0])
        best, place = ranked[0]
        if len(ranked) > 1 and ranked[1][0] == best:
            return _Piece(Fit.UNSURE, place, f"These words stand there {len(ranked)} times")
        if not self._is_told(quote, place):
            return _Piece(Fit.UNSURE, place, "The same words, but nothing around them is the same")
        return _Piece(Fit.MOVED, place)

    def _otherwise(self, span: Span, quote: TextQuote) -> _Piece:
        """What stands in the place of the words, or a sentence that is much like them."""
        there = self._alignment.other_words(span)
        trimmed = _trimmed(self._new, there) if there else None
        if trimmed is None or not self._is_like(quote.exact, trimmed):
            trimmed = most_similar(self._new.text, quote.exact)
        if trimmed is None or self._alignment.taken(trimmed, span) > _OTHERS:
            return _Piece(Fit.UNFIT)
        words = self._new.words_at(trimmed)
        if words == quote.exact:
            return _Piece(Fit.MOVED, trimmed)
        why = "" if _figures(words) == _figures(quote.exact) else "The figures are others"
        return _Piece(Fit.CHANGED, trimmed, why)

    def _is_like(self, words: str, place: Span) -> bool:
        found = self._new.words_at(place)
        is_one_paragraph = "\n" not in found or "\n" in words
        return is_one_paragraph and fuzz.ratio(words, found) >= _LIKE


def _nearest(quote: TextQuote) -> tuple[str, str]:
    """What stands around the words in their own paragraph."""
    return quote.before.rpartition("\n")[2], quote.after.partition("\n")[0]


def _trimmed(article: Article, span: Span) -> Span | None:
    words = article.words_at(span)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if start < end else None


def _figures(words: str) -> list[str]:
    return re.findall(r"\d+", words)
