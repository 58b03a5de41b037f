"""Every key of the article view in one table: what it does, and the key it comes with.

A label's own letter comes first: it labels the selection. Tab goes on to the form and Escape takes back one
thing at a time, whatever the analyst chooses for the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from pressmark.labels import STANDARD_CODEBOOK, Codebook

_NONE, _ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
_SAME = {Qt.Key.Key_Enter: Qt.Key.Key_Return, Qt.Key.Key_Backspace: Qt.Key.Key_Delete}


@dataclass(frozen=True, slots=True)
class Gesture:
    """What a key asks for.

    `name` is one of label, unit, quotation, walk, tab, pick, choose, piece, split, join, take, delete, leave,
    end; `text` the label or unit.
    """

    name: str
    text: str = ""
    forward: bool = True
    at_end: bool = True
    by_word: bool = False
    by_sentence: bool = False


@dataclass(frozen=True, slots=True)
class GestureRow:
    """`name` is under what the analyst's own key is remembered."""

    name: str
    title: str
    key: str
    gesture: Gesture


_END = Gesture("end")
_START = Gesture("end", forward=False, at_end=False)

GESTURES = (
    GestureRow("select_word", "Select the word, then the next", "W", Gesture("unit", "word")),
    GestureRow("select_sentence", "Select the sentence, then the next", "S", Gesture("unit", "sentence")),
    GestureRow("select_paragraph", "Select the paragraph, then the next", "G", Gesture("unit", "paragraph")),
    GestureRow("select_quotation", "Select the next quotation", '"', Gesture("quotation")),
    GestureRow("next_annotation", "Next annotation", "N", Gesture("walk")),
    GestureRow("previous_annotation", "Annotation before", "B", Gesture("walk", forward=False)),
    GestureRow("pick_at_caret", "Pick the annotation at the caret", "Return", Gesture("pick")),
    GestureRow("choose_at_caret", "Choose among the annotations there", "Alt+Return", Gesture("choose")),
    GestureRow("delete_annotation", "Delete the annotation", "Del", Gesture("delete")),
    GestureRow("add_piece", "Add the selection as a piece", "+", Gesture("piece")),
    GestureRow("split_piece", "Split the piece at the caret", "/", Gesture("split")),
    GestureRow("join_pieces", "Join the piece with the next", "&", Gesture("join")),
    GestureRow("take_piece", "Take the piece away", "-", Gesture("take")),
    GestureRow("end_right", "End one character on", "Alt+Shift+Right", _END),
    GestureRow("end_left", "End one character back", "Alt+Shift+Left", replace(_END, forward=False)),
    GestureRow("start_right", "Start one character on", "Alt+Shift+Down", replace(_START, forward=True)),
    GestureRow("start_left", "Start one character back", "Alt+Shift+Up", _START),
    GestureRow("end_word_right", "End one word on", "Ctrl+Alt+Shift+Right", replace(_END, by_word=True)),
    GestureRow(
        "end_word_left",
        "End one word back",
        "Ctrl+Alt+Shift+Left",
        replace(_END, forward=False, by_word=True),
    ),
    GestureRow(
        "start_word_right",
        "Start one word on",
        "Ctrl+Alt+Shift+Down",
        replace(_START, forward=True, by_word=True),
    ),
    GestureRow("start_word_left", "Start one word back", "Ctrl+Alt+Shift+Up", replace(_START, by_word=True)),
    GestureRow("end_sentence", "End with the sentence", "Alt+Shift+End", replace(_END, by_sentence=True)),
    GestureRow(
        "start_sentence", "Start with the sentence", "Alt+Shift+Home", replace(_START, by_sentence=True)
    ),
)
"""In the order of the list of keys."""

_FIXED = {Qt.Key.Key_Tab: Gesture("tab"), Qt.Key.Key_Escape: Gesture("leave")}
_MARKS = {"“": '"', "„": '"', "«": '"'}
"""What the key of quotation marks writes on other keyboards."""


@dataclass(frozen=True, slots=True)
class KeyTable:
    """The keys of one codebook; `chosen` has those that the analyst gave instead, by name of the row."""

    codebook: Codebook = STANDARD_CODEBOOK
    chosen: Mapping[str, str] = field(default_factory=dict)
    _labels: dict[str, str] = field(init=False)
    _gestures: dict[str, Gesture] = field(init=False)

    def __post_init__(self) -> None:
        labels = {label.key.upper(): label.name for label in self.codebook.labels if label.key}
        keys = {_written(QKeySequence(self.chosen.get(row.name, row.key))): row.gesture for row in GESTURES}
        letters = {f"Alt+{key}": gesture for key, gesture in keys.items() if gesture.name == "unit"}
        object.__setattr__(self, "_labels", labels)
        object.__setattr__(self, "_gestures", letters | {key: what for key, what in keys.items() if key})

    def gesture(self, event: QKeyEvent) -> Gesture | None:
        """What this key press means here; None where it is not ours.

        A sign counts by what is written, for it needs Shift on some keyboards and not on others. With Alt, a
        letter selects even where a label has it.
        """
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key, sign = Qt.Key(event.key()), _MARKS.get(event.text(), event.text().upper())
        if modifiers == _NONE and key in _FIXED:
            return _FIXED[key]
        if modifiers == _NONE and sign in self._labels:
            return Gesture("label", self._labels[sign])
        is_sign = bool(sign) and not sign.isalnum() and sign.isprintable() and not modifiers & _ALT
        if is_sign and sign in self._gestures:
            return self._gestures[sign]
        return self._gestures.get(_written(QKeySequence(int(_SAME.get(key, key)) | modifiers.value)))


def _written(sequence: QKeySequence) -> str:
    """A key in the same words on every system."""
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)
