import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton

from desktop.views.find_bar import FindBar
from desktop.views.match_options import Toggle
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind, Span
from pressmark.finding import Match, Query

TEXT = "Café Almar and the cafe of Port Almar: CAFÉ."


@pytest.fixture
def article() -> AnnotatedArticle:
    return AnnotatedArticle(Article.of([(BlockKind.PARAGRAPH, TEXT)]))


@pytest.fixture
def bar(themed, qtbot, article) -> FindBar:
    shown = FindBar()
    qtbot.addWidget(shown)
    shown.show_article(article)
    return shown


@pytest.fixture
def find(bar, qtbot):
    """Opens the bar with words and waits for the hits."""

    def by_hand(words: str, position: int = 0) -> list[str]:
        with qtbot.waitSignal(bar.hitsChanged) as heard:
            bar.begin(words, position)
        return [TEXT[hit.start : hit.end] for hit in heard.args[0]]

    return by_hand


def said(bar: FindBar) -> list[str]:
    """What its labels say."""
    return [label.text() for label in bar.findChildren(QLabel) if not label.isHidden()]


def press(bar: FindBar, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(bar.findChild(QLineEdit), key, modifier)


def button(bar: FindBar, name: str) -> QAbstractButton:
    return next(one for one in bar.findChildren(QAbstractButton) if one.accessibleName() == name)


def test_words_are_found_whatever_their_case_and_accents(bar, find) -> None:
    assert find("cafe") == ["Café", "cafe", "CAFÉ"]
    assert said(bar) == ["1 of 3"]
    assert bar.query == Query("cafe")


@pytest.mark.parametrize(("position", "current"), [(0, 1), (5, 2), (19, 2), (20, 3), (44, 1)])
def test_the_first_hit_is_the_one_after_where_the_analyst_is(bar, find, position, current) -> None:
    find("cafe", position)
    assert said(bar) == [f"{current} of 3"]


@pytest.mark.parametrize(
    ("options", "hits", "query"),
    [
        (("Match case and accents",), ["cafe"], Query("cafe", Match.EXACT)),
        (("Whole words",), ["Café", "cafe", "CAFÉ"], Query("cafe", whole_words=True)),
        (("Regular expression",), ["cafe"], Query("cafe", Match.REGEX, any_case=True)),
        (("Regular expression", "Match case and accents"), ["cafe"], Query("cafe", Match.REGEX)),
    ],
)
def test_the_options_say_how_words_match(bar, find, qtbot, options, hits, query) -> None:
    find("cafe")
    with qtbot.waitSignal(bar.hitsChanged) as heard:
        for name in options:
            button(bar, name).click()
    assert [TEXT[hit.start : hit.end] for hit in heard.args[0]] == hits
    assert bar.query == query


def test_enter_and_arrows_step_from_hit_to_hit_and_round_the_ends(bar, find) -> None:
    find("cafe")
    steps = []
    bar.hitsChanged.connect(lambda _, current: steps.append(current))
    shift = Qt.KeyboardModifier.ShiftModifier
    for key, modifier in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F3, shift),
        (Qt.Key.Key_Return, shift),
    ):
        press(bar, key, modifier)
    button(bar, "Next hit").click()
    button(bar, "Previous hit").click()
    assert steps == [1, 2, 0, 2, 1, 0, 1, 0]
    assert bar.hit == Span(0, 4)


def test_a_key_pressed_before_the_hits_are_there_counts_once_they_are(bar, qtbot) -> None:
    bar.begin("cafe")
    press(bar, Qt.Key.Key_Return)
    press(bar, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(bar) == ["3 of 3"])


def test_typing_on_searches_from_the_same_place(bar, find, qtbot) -> None:
    find("ca", 10)
    with qtbot.waitSignal(bar.hitsChanged):
        QTest.keyClicks(bar.findChild(QLineEdit), "alma")  # the words are selected: typing replaces them
    assert said(bar) == ["2 of 2"]
    assert bar.hit == Span(32, 36)


def test_nothing_found_is_said(bar, find) -> None:
    assert find("nowhere") == []
    assert said(bar) == ["No hits"]
    assert bar.hit is None
    assert not bar.findChild(QPushButton).isEnabled()


def test_no_words_are_no_search(bar, find) -> None:
    find("cafe")
    heard = []
    bar.hitsChanged.connect(lambda hits, current: heard.append((hits, current)))
    press(bar, Qt.Key.Key_Delete)
    assert heard == [([], -1)]
    assert said(bar) == [""]


def test_what_is_no_regular_expression_is_said_in_a_sentence(bar, find, qtbot) -> None:
    find("cafe(")
    with qtbot.waitSignal(bar.hitsChanged):
        button(bar, "Regular expression").click()
    assert said(bar) == ["", "The regular expression is not understood: missing ) (at character 6)."]
    assert bar.findChild(QLineEdit).property("problem") is True
    with qtbot.waitSignal(bar.hitsChanged):
        button(bar, "Regular expression").click()
    assert said(bar) == ["No hits"]


def test_escape_closes_it_and_clears_the_hits_but_keeps_the_last_one(bar, find, qtbot) -> None:
    find("cafe", 5)
    with qtbot.waitSignal(bar.closed), qtbot.waitSignal(bar.hitsChanged) as heard:
        press(bar, Qt.Key.Key_Escape)
    assert heard.args == [[], -1]
    assert bar.isHidden()
    assert bar.hit == Span(19, 23)


def test_the_words_of_the_last_time_are_found_again_by_the_key_for_the_next_hit(bar, find, qtbot) -> None:
    find("cafe")
    bar.leave()
    with qtbot.waitSignal(bar.hitsChanged):
        bar.next_hit()
    qtbot.waitUntil(lambda: said(bar) == ["2 of 3"])


def test_a_closed_bar_takes_no_hits(bar, qtbot) -> None:
    bar.begin("cafe")
    bar.leave()
    with qtbot.assertNotEmitted(bar.hitsChanged, wait=150):
        pass


def test_selected_words_over_paragraphs_are_searched_by_their_first(bar, find) -> None:
    find("Port Almar\nThe next")
    assert bar.query.words == "Port Almar"


def test_another_article_is_searched_for_the_same_words(bar, find, qtbot) -> None:
    find("cafe")
    other = AnnotatedArticle(Article.of([(BlockKind.PARAGRAPH, "A cafe")]))
    with qtbot.waitSignal(bar.hitsChanged) as heard:
        bar.show_article(other)
    assert heard.args == [[Span(2, 6)], 0]
    with qtbot.waitSignal(bar.hitsChanged) as heard:
        bar.show_article(None)
    assert heard.args == [[], -1]


def test_label_all_is_asked_for_with_the_query(bar, find, qtbot) -> None:
    find("cafe")
    with qtbot.waitSignal(bar.labelAllRequested) as heard:
        bar.findChild(QPushButton).click()
    assert heard.args == [Query("cafe")]


def test_every_button_has_a_name_and_says_its_key(bar) -> None:
    for one in bar.findChildren(QAbstractButton):
        assert one.accessibleName() or one.text() == "Label all…"
        assert one.toolTip()
    assert [one.shortcut().toString() for one in bar.findChildren(Toggle)] == ["Alt+C", "Alt+W", "Alt+R"]
