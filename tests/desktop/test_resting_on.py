"""A source that is marked as withdrawn: what rests on it is offered, and shown whenever it is asked for."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton

from desktop.dialogs.resting_dialog import RestingDialog
from desktop.dialogs.source_dialog import SourceDialog
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article
from pressmark.loading import Loaded
from tests.pressmark.story import BLOCKS, SOURCE, mark, story


@pytest.fixture
def answered(window, monkeypatch):
    """Says what the analyst makes of the source record."""

    def with_values(**changed: str) -> None:
        def ask(_, source):
            return replace(source, **changed)

        monkeypatch.setattr(SourceDialog, "ask", ask)
        window.commands.edit_source()

    return with_values


def boxes(window) -> list[QMessageBox]:
    return [one for one in window.findChildren(QMessageBox) if one.isVisible()]


def shown(window, qtbot) -> RestingDialog:
    qtbot.waitUntil(lambda: window.findChild(RestingDialog) is not None, timeout=10_000)
    return window.findChild(RestingDialog)


def press(box: QMessageBox, words: str) -> None:
    (button,) = [one for one in box.findChildren(QPushButton) if one.text() == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_withdrawing_a_source_offers_what_rests_on_it(window, answered, qtbot) -> None:
    answered(status="withdrawn")
    (box,) = boxes(window)
    assert box.text() == "“Harbour towns get a second ferry” is marked as withdrawn"
    assert box.informativeText().startswith("4 statements are taken from it.")
    press(box, "Show what rests on it")
    dialog = shown(window, qtbot)
    assert dialog.isVisible()
    dialog.close()


def test_not_now_is_an_answer(window, answered, qtbot) -> None:
    answered(status="corrected")
    (box,) = boxes(window)
    press(box, "Not now")
    qtbot.wait(100)
    assert window.findChild(RestingDialog) is None


def test_other_edits_of_the_record_offer_nothing(window, answered) -> None:
    answered(outlet="Bay Herald")
    assert not boxes(window)
    answered(status="withdrawn")
    press(boxes(window)[0], "Not now")
    answered(status_note="Taken down on Sunday")
    assert not boxes(window)


def test_a_source_without_statements_is_withdrawn_in_silence(window, answered) -> None:
    window.session.show_article(window.session.add([Loaded(story())])[0])
    answered(status="withdrawn")
    assert window.session.doc.source.status == "withdrawn"
    assert not boxes(window)


def test_a_line_leads_to_the_annotation_in_whatever_article_it_is(window, qtbot) -> None:
    first = window.session.current
    copy = AnnotatedArticle(Article.of(BLOCKS), replace(SOURCE, outlet="Bay Herald"))
    mark(copy, "pledge", "€2–3m")
    (second,) = window.session.add([Loaded(copy)], show=False)
    window.session.show_article(first)
    window.commands.show_resting()
    dialog = shown(window, qtbot)
    again = next(row for row in dialog._rows if row.where.startswith("Bay Herald"))
    dialog.jumped.emit(again)
    assert window.session.current is second
    assert window.session.picked_id == "p1"
    own = next(row for row in dialog._rows if row.key == "p3")
    dialog.jumped.emit(own)
    assert window.session.current is first
    assert window.session.picked_id == "p3"
    window.session.close_article(second)
    dialog.jumped.emit(again)
    assert window.session.current is first
    dialog.close()


def test_the_list_of_articles_leads_there_too(window, qtbot) -> None:
    panel = window.dossier_panel.list
    (entry,) = panel.selected_entries()
    actions = {one.text(): one for one in panel.menu_for([entry]).actions()}
    actions["What rests on this source…"].trigger()
    dialog = shown(window, qtbot)
    assert len(dialog._rows) == 4
    dialog.close()
