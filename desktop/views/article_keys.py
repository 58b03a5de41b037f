"""The keys of the article view: select by word, sentence, paragraph; label; walk; move ends.

A label's own letter labels the selection. W, S and G (graph) take the word, sentence or paragraph at the
caret, pressed again the next one too; with Alt they work even where a label has that letter. " takes the
quotation at the caret or the next one, pressed again the one after it. N and B walk the annotations, Enter
picks the one at the caret, Tab goes to its form, + adds a piece, Delete asks to delete.
Alt+Enter lists all annotations at the caret to choose from. Shift+Alt with Right and Left moves the end of
the picked annotation by a character, with Down and Up its start; with Ctrl as well, by a word; Shift+Alt+End
takes the rest of the sentence and then the next one, Shift+Alt+Home what stands before. Of the picked
annotation, / splits the piece at the caret, & joins it with the next one, - takes it away.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

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
from pressmark.labels import Codebook
from pressmark.quotations import quotation_at

Unit = Callable[[Article, int], Span | None]

UNITS: dict[str, Unit] = {"W": word_at, "S": sentence_at, "G": paragraph_at}

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_NONE, _SHIFT, _ALT = _Modifier.NoModifier, _Modifier.ShiftModifier, _Modifier.AltModifier
_ENDS = {
    _Key.Key_Right: (True, 1),
    _Key.Key_Left: (True, -1),
    _Key.Key_Down: (False, 1),
    _Key.Key_Up: (False, -1),
}
_SIGNS = {"+": "piece", "/": "split", "&": "join", "-": "take", '"': "quotation", "“": "quotation"}
"""By what they write: they need Shift on some keyboards and not on others."""


@dataclass(frozen=True, slots=True)
class Gesture:
    """What a key asks for.

    `name` is one of label, unit, quotation, walk, tab, pick, choose, piece, split, join, take, delete, leave,
    end.
    """

    name: str
    text: str = ""
    forward: bool = True
    at_end: bool = True
    by_word: bool = False
    by_sentence: bool = False


@dataclass(frozen=True, slots=True)
class KeyTable:
    """The keys of one codebook."""

    codebook: Codebook
    _labels: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        keys = {label.key.upper(): label.name for label in self.codebook.labels if label.key}
        object.__setattr__(self, "_labels", keys)

    def gesture(self, event: QKeyEvent) -> Gesture | None:
        """What this key press means here; None where it is not ours."""
        key, letter = event.key(), event.text().upper()
        modifiers = event.modifiers() & ~_Modifier.KeypadModifier
        if modifiers & _ALT:
            return self._with_alt(key, modifiers)
        if modifiers & _Modifier.ControlModifier:
            return None
        if modifiers == _NONE and letter in self._labels:
            return Gesture("label", self._labels[letter])
        if letter in _SIGNS:
            return Gesture(_SIGNS[letter])
        return self._plain(key, letter) if modifiers == _NONE else None

    def _plain(self, key: int, letter: str) -> Gesture | None:
        if letter in UNITS:
            return Gesture("unit", letter)
        match key:
            case _Key.Key_N:
                return Gesture("walk")
            case _Key.Key_Tab:
                return Gesture("tab")
            case _Key.Key_B:
                return Gesture("walk", forward=False)
            case _Key.Key_Return | _Key.Key_Enter:
                return Gesture("pick")
            case _Key.Key_Delete | _Key.Key_Backspace:
                return Gesture("delete")
            case _Key.Key_Escape:
                return Gesture("leave")
        return None

    @staticmethod
    def _with_alt(key: int, modifiers: Qt.KeyboardModifier) -> Gesture | None:
        if modifiers & _SHIFT and (found := _ENDS.get(_Key(key))):
            by_word = bool(modifiers & _Modifier.ControlModifier)
            return Gesture("end", forward=found[1] > 0, at_end=found[0], by_word=by_word)
        if modifiers & _SHIFT and key in (_Key.Key_Home, _Key.Key_End):
            at_end = key == _Key.Key_End
            return Gesture("end", forward=at_end, at_end=at_end, by_sentence=True)
        if modifiers == _ALT and key in (_Key.Key_Return, _Key.Key_Enter):
            return Gesture("choose")
        letter = chr(key) if key < 128 else ""
        return Gesture("unit", letter) if modifiers == _ALT and letter in UNITS else None


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
