import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.views.article_keys import grown, moved_end, next_quotation
from desktop.views.gesture_table import GESTURES, Gesture, KeyTable
from desktop.views.text_units import word_at
from pressmark.article import Article, BlockKind, Span
from pressmark.labels import STANDARD_CODEBOOK

ARTICLE = Article.of(
    [(BlockKind.PARAGRAPH, "Port Almar pays."), (BlockKind.PARAGRAPH, "e\u0301t\u00e9 👩\u200d👧 end")]
)
TABLE = KeyTable(STANDARD_CODEBOOK)


def pressed(key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
    return TABLE.gesture(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))


def test_letters_mean_labels_in_both_cases_and_never_with_control():
    assert pressed(Qt.Key.Key_Q, "q") == Gesture("label", "quote")
    assert pressed(Qt.Key.Key_Q, "Q") == Gesture("label", "quote")
    assert pressed(Qt.Key.Key_Q, "\x11", Qt.KeyboardModifier.ControlModifier) is None
    assert pressed(Qt.Key.Key_Z, "z") is None


def test_letters_of_other_alphabets_and_arrows_are_left_alone():
    assert pressed(Qt.Key.Key_unknown, "щ") is None
    assert pressed(Qt.Key.Key_Right) is None
    assert pressed(Qt.Key.Key_Right, "", Qt.KeyboardModifier.ShiftModifier) is None


def test_plus_adds_a_piece_on_every_keyboard():
    assert pressed(Qt.Key.Key_Plus, "+", Qt.KeyboardModifier.ShiftModifier) == Gesture("piece")
    assert pressed(Qt.Key.Key_Plus, "+", Qt.KeyboardModifier.KeypadModifier) == Gesture("piece")


def test_a_quotation_mark_takes_quotations_one_after_the_other():
    assert pressed(Qt.Key.Key_QuoteDbl, '"', Qt.KeyboardModifier.ShiftModifier) == Gesture("quotation")
    article = Article.of([(BlockKind.PARAGRAPH, "“We go,” she said, “and stay.”")])
    first, second = Span(0, 8), Span(19, 30)
    assert next_quotation(article, 3, None) == next_quotation(article, 0, Span(1, 3)) == first
    assert next_quotation(article, 8, first) == next_quotation(article, 8, None) == second
    assert next_quotation(article, 30, second) is None


def test_every_gesture_has_a_key_of_its_own_and_answers_to_it():
    assert len({row.key for row in GESTURES}) == len({row.name for row in GESTURES}) == len(GESTURES)
    for row in GESTURES:
        keys = QKeySequence(row.key)[0]
        text = row.key if len(row.key) == 1 else ""
        assert pressed(keys.key(), text, keys.keyboardModifiers()) == row.gesture


def test_the_analysts_keys_stand_instead_and_labels_go_before_them():
    table = KeyTable(
        STANDARD_CODEBOOK, {"select_word": "X", "select_sentence": "Q", "take_piece": "Ctrl+Del"}
    )

    def means(key: Qt.Key, text: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
        return table.gesture(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))

    assert means(Qt.Key.Key_X, "x") == Gesture("unit", "word")
    assert means(Qt.Key.Key_W, "w") is None
    assert means(Qt.Key.Key_Q, "q") == Gesture("label", "quote")
    assert means(Qt.Key.Key_Q, "q", Qt.KeyboardModifier.AltModifier) == Gesture("unit", "sentence")
    assert means(Qt.Key.Key_Delete, "", Qt.KeyboardModifier.ControlModifier) == Gesture("take")
    assert means(Qt.Key.Key_Minus, "-") is None


def test_growing_begins_with_the_unit_at_the_caret_and_goes_on():
    first = grown(ARTICLE, word_at, 1, None)
    assert first == Span(0, 4)
    assert grown(ARTICLE, word_at, 4, first) == Span(0, 10)
    assert grown(ARTICLE, word_at, 4, Span(2, 3)) == Span(0, 4)
    everything = Span(0, len(ARTICLE.text))
    assert grown(ARTICLE, word_at, 4, everything) == everything


@pytest.mark.parametrize(
    ("gesture", "span", "expected"),
    [
        (Gesture("end", forward=True), (11, 14), (11, 15)),
        (Gesture("end", forward=False), (17, 19), (17, 19)),
        (Gesture("end", forward=True), (17, 21), (17, 25)),
        (Gesture("end", forward=False, at_end=False), (5, 10), (3, 10)),
        (Gesture("end", forward=True, at_end=False), (0, 1), (0, 1)),
        (Gesture("end", forward=True, by_word=True), (0, 4), (0, 10)),
        (Gesture("end", forward=False, by_word=True), (0, 15), (0, 10)),
        (Gesture("end", forward=True, at_end=False, by_word=True), (0, 15), (5, 15)),
        (Gesture("end", forward=False, by_word=True), (0, 4), (0, 4)),
    ],
)
def test_an_end_moves_by_whole_characters_and_words_and_a_span_is_never_lost(gesture, span, expected):
    assert moved_end(ARTICLE, (Span(*span),), gesture) == (Span(*expected),)


def test_of_several_pieces_the_outer_ends_move():
    pieces = (Span(0, 4), Span(11, 15))
    assert moved_end(ARTICLE, pieces, Gesture("end", forward=False)) == (Span(0, 4), Span(11, 14))
    start = Gesture("end", forward=True, at_end=False)
    assert moved_end(ARTICLE, pieces, start) == (Span(1, 4), Span(11, 15))
