import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from pressmark.article import Span


def test_what_is_typed_is_stored_when_its_field_is_left(pledge, session, named, typed, values):
    typed("What", "deepen the channel")
    named("Note").setFocus()
    assert values()["what"] == "deepen the channel"
    assert session.undo_stack.count() == 1


def test_what_is_typed_goes_to_its_own_annotation_when_another_is_picked(pledge, session, typed, values):
    typed("What", "deepen the channel")
    session.pick("q1")
    assert values()["what"] == "deepen the channel"
    assert values("q1") == {}
    assert session.undo_stack.count() == 1


def test_a_note_goes_to_its_own_annotation_when_another_is_picked(pledge, session, typed):
    typed("Note", "new money?")
    session.pick("q1")
    assert session.doc.markup["p1"].note == "new money?"
    assert session.doc.markup["q1"].note == ""


def test_a_name_goes_to_its_own_annotation_when_another_is_picked(pledge, session, qtbot, typed):
    typed("To", "Sand Reach")
    session.pick("q1")
    qtbot.wait(1)
    assert [tie.role for tie in session.doc.markup["p1"].links] == ["pledger", "recipient"]
    assert len(session.doc.markup["q1"].links) == 1


def test_commit_hands_over_what_is_typed_once(pledge, session, typed, values):
    typed("Conditions", "if the weather holds")
    pledge.commit()
    pledge.commit()
    assert values()["conditions"] == "if the weather holds"
    assert session.undo_stack.count() == 1


def test_commit_hands_over_every_field_that_is_not_entered(pledge, session, named, values):
    named("What").insertPlainText("a quay")
    named("Due date").insert("2027")
    named("Note").insertPlainText("check")
    pledge.commit()
    assert (values()["what"], values()["due"]) == ("a quay", "2027")
    assert session.doc.markup["p1"].note == "check"


@pytest.mark.parametrize("name", ["What", "Due date", "Amount", "Note", "To"])
def test_what_is_typed_in_one_article_never_comes_into_another(pledge, session, name, typed):
    first, second = session.articles
    session.show_article(second)
    text = second.doc.article.text
    session.annotate("pledge", [Span(text.index("pledged"), text.index("pledged") + 14)])
    session.show_article(first)
    session.pick("p1")
    typed(name, "2027")
    steps = session.undo_stack.count()
    session.show_article(second)
    session.pick("p1")
    pledge.commit()
    assert second.doc.markup["p1"].attributes == {}
    assert second.doc.markup["p1"].links == ()
    assert second.doc.markup["p1"].note == ""
    assert session.undo_stack.count() == steps


def test_nothing_is_handed_over_when_the_last_article_is_closed(pledge, session, typed):
    typed("What", "deepen")
    pledge.show_annotation(None, None)
    for article in list(session.articles):
        session.close_article(article)
    pledge.commit()
    assert session.undo_stack.count() == 0


def test_a_refused_value_stays_in_its_field_with_the_reason_under_it(pledge, session, named, typed, values):
    box = typed("Amount", "a lot")
    named("Note").setFocus()
    session.set_note("p1", "something else changes")
    assert box.text() == "a lot"
    reasons = [one.text() for one in pledge.findChildren(QLabel, "problem") if one.isVisible()]
    assert len(reasons) == 1
    assert "“a lot” is not an amount" in reasons[0]
    assert values()["amount"] == "EUR 42000000"


def test_a_name_that_is_not_in_the_text_stays_under_its_role(pledge, typed):
    box = typed("Place", "Atlantis")
    QTest.keyClick(box, Qt.Key.Key_Return)
    reasons = [one.text() for one in pledge.findChildren(QLabel, "problem") if one.isVisible()]
    assert len(reasons) == 1
    assert "Atlantis" in reasons[0]
    assert box.text() == "Atlantis"


def test_a_refused_value_far_down_is_brought_into_sight(pledge, session, named):
    pledge.window().resize(340, 300)
    QApplication.processEvents()
    session.refused.emit("p1", "announced", "no date")
    QApplication.processEvents()
    box = named("Announced on")
    at = box.mapTo(pledge.viewport(), QPoint(0, 0)).y()
    assert 0 <= at <= pledge.viewport().height() - box.height()


def test_a_refresh_keeps_fields_focus_and_cursor(pledge, session, named):
    session.set_value("p1", "what", "deepen the channel")
    box = named("What")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(6):
        QTest.keyClick(box, Qt.Key.Key_Right)
    session.set_value("p1", "status", "kept")
    session.set_note("p1", "seen on the quay")
    assert named("What") is box
    assert box.hasFocus()
    assert box.textCursor().position() == 6
    assert named("Status").currentText() == "kept"
