import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton

from desktop.views.empty_state import EmptyState
from desktop.views.label_popup import CardButton
from desktop.views.top_bar import TopBar
from pressmark.labels import QUOTE


@pytest.fixture
def bar(themed, qtbot) -> TopBar:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.resize(1200, 44)
    bar.show()
    return bar


def button(bar, words: str) -> QAbstractButton:
    return next(one for one in bar.findChildren(QAbstractButton) if one.text() == words)


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Search or type a command", "paletteRequested"),
        ("Add articles", "addRequested"),
        ("Brief", "briefRequested"),
        ("Export…", "exportRequested"),
    ],
)
def test_each_button_asks_for_one_thing(bar, qtbot, words, signal):
    with qtbot.waitSignal(getattr(bar, signal)):
        QTest.mouseClick(button(bar, words), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("articles", "said"), [(0, ""), (1, "1 article"), (12, "12 articles")])
def test_the_dossier_is_named_with_the_number_of_its_articles(bar, articles, said):
    bar.show_name("Harbour <b>aid</b>", articles)
    name, count = (one for one in bar.findChildren(QLabel) if one.text() != "Ctrl K")
    assert (name.text(), count.text()) == ("Harbour <b>aid</b>", said)
    assert name.textFormat() == Qt.TextFormat.PlainText


def test_without_an_article_there_is_no_brief(bar):
    bar.enable_brief(False)
    assert [one.text() for one in bar.findChildren(QPushButton) if not one.isEnabled()] == [
        "Brief",
        "Export…",
    ]
    bar.enable_brief(True)
    assert all(one.isEnabled() for one in bar.findChildren(QPushButton))


def test_a_click_leaves_the_keyboard_where_it_is(bar):
    policies = {one.focusPolicy() for one in bar.findChildren(QAbstractButton)}
    assert policies == {Qt.FocusPolicy.TabFocus}


def test_the_bar_has_room_for_all_its_parts_in_the_narrowest_window(bar):
    bar.show_name("The dossier on the harbours of the north and of the islands", 120)
    assert bar.minimumSizeHint().width() <= 960
    bar.resize(1200, 44)
    assert button(bar, "Search or type a command").width() == 400


@pytest.mark.parametrize(
    ("words", "signal"), [("Choose files…", "addRequested"), ("Add from clipboard", "pasteRequested")]
)
def test_the_empty_window_offers_files_and_the_clipboard(themed, qtbot, words, signal):
    empty = EmptyState()
    qtbot.addWidget(empty)
    with qtbot.waitSignal(getattr(empty, signal)):
        QTest.mouseClick(button(empty, words), Qt.MouseButton.LeftButton)


def test_a_card_button_is_wide_enough_for_its_word_and_its_key(themed, qtbot):
    button = CardButton("Quote", "Q", QUOTE)
    plain = CardButton("Quote", "")
    for one in (button, plain):
        qtbot.addWidget(one)
    assert button.width() > plain.width() > plain.fontMetrics().horizontalAdvance("Quote")
    assert not button.grab().isNull()
