from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from desktop.views.annotation_form import AnnotationForm
from desktop.views.growing_text import GrowingText
from pressmark.annotated_article import AnnotatedArticle
from pressmark.labels import STANDARD_CODEBOOK, AttributeDefinition, AttributeKind, Codebook, Label

QUOTE_LINE = STANDARD_CODEBOOK.labels[0].line


def test_with_nothing_selected_it_says_how_to_begin(form):
    (label,) = form.widget().findChildren(QLabel)
    assert label.text().startswith("Select words and press the letter of a label")


def test_the_form_has_a_field_for_every_role_and_attribute_what_is_expected_first(pledge):
    names = [label for label in pledge.widget().findChildren(QLabel, "fieldName") if label.isVisible()]
    assert [label.text() for label in names] == [
        "Pledged by", "To", "Amount", "Currency", "Due date",
        "Place", "Restates", "Kind", "What", "Conditions", "Status", "Announced on", "Note",
    ]  # fmt: skip


def test_undo_is_seen_at_once(pledge, session, named):
    session.set_value("p1", "due", "2027-03-31")
    assert named("Due date").text() == "31 March 2027"
    session.undo_stack.undo()
    assert named("Due date").text() == ""


def test_a_value_kept_from_another_label_has_a_field_too(form, session, named):
    session.set_value("p1", "what", "deepen the channel")
    session.relabel("p1", "quote")
    assert named("What").text == "deepen the channel"
    assert session.doc.markup[session.picked_id].label == "quote"


def test_an_attribute_new_in_the_codebook_gets_its_field_at_once(form, session, named, values):
    session.add_label(Label("claim", "Claim", "orange", QUOTE_LINE, prefix="c"))
    session.relabel("q1", "claim")
    key = session.picked_id
    stance = AttributeDefinition("stance", "Stance", AttributeKind.CHOICE, ("for", "against"))
    session.add_label(Label("claim", "Claim", "orange", QUOTE_LINE, prefix="c", attributes=(stance,)))
    assert form.findChild(QComboBox) is not None
    QTest.keyClick(named("Stance"), Qt.Key.Key_2)
    assert values(key)["stance"] == "against"


def test_the_label_is_changed_in_the_head_and_the_form_follows(pledge, session, named):
    labels = named("Label")
    labels.setFocus()
    QTest.keyClick(labels, Qt.Key.Key_Q)
    key = session.picked_id
    assert session.doc.markup[key].label == "quote"
    assert named("Speaker").isVisibleTo(pledge)
    assert named("Label").currentText() == "Quote"


def test_the_wheel_over_the_form_changes_nothing(pledge, session):
    session.set_value("p1", "kind", "financial")
    steps = session.undo_stack.count()
    for box in pledge.widget().findChildren(QComboBox):
        down = QWheelEvent(
            QPointF(5, 5), box.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box, down)
    assert session.undo_stack.count() == steps
    assert session.doc.markup["p1"].label == "pledge"


def test_delete_takes_the_annotation_away_and_the_form_with_it(pledge, session):
    button = next(one for one in pledge.findChildren(QPushButton) if one.text() == "Delete annotation")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "p1" not in session.doc.markup
    assert pledge.widget().findChildren(QLineEdit) == []


def test_a_chip_leads_to_its_annotation_and_its_cross_unlinks(pledge, session, qtbot, named):
    QTest.mouseClick(named("Unlink Ministry of Harbours"), Qt.MouseButton.LeftButton)
    assert session.doc.markup["p1"].links == ()
    session.undo_stack.undo()
    qtbot.wait(1)
    QTest.mouseClick(named("Pledged by: Ministry of Harbours, a1"), Qt.MouseButton.LeftButton)
    assert session.picked_id == "a1"


def test_a_piece_is_taken_away_by_its_cross(form, session, named):
    session.pick("q1")
    QTest.mouseClick(named("Take away the piece “This is the date.”"), Qt.MouseButton.LeftButton)
    assert len(session.doc.markup["q1"].spans) == 1


def tabbed_through(form: AnnotationForm, first: QWidget) -> list[str]:
    """The names of what Tab stops at, from the first on until it comes round."""
    names: list[str] = []
    first.setFocus(Qt.FocusReason.TabFocusReason)
    while (one := QApplication.focusWidget()) is not form and len(names) < 40:
        owner = one if one.accessibleName() or isinstance(one, QPushButton) else one.parentWidget()
        names.append(owner.accessibleName() or owner.text())
        QTest.keyClick(one, Qt.Key.Key_Tab)
    return names


def test_tab_goes_through_all_fields_the_note_and_delete_from_above_to_below(pledge, session, named):
    session.link("p1", "recipient", "Sand Reach")
    session.link("p1", "recipient", "l1")
    QApplication.processEvents()
    assert tabbed_through(pledge, named("Label")) == [
        "Label",
        "Pledged by: Ministry of Harbours, a1", "Unlink Ministry of Harbours", "Pledged by",
        "To: Sand Reach, a3", "Unlink Sand Reach", "To: Port Almar, l1", "Unlink Port Almar", "To",
        "Amount", "Currency of amount", "Due date",
        "Place", "Restates", "Kind", "What", "Conditions", "Status", "Announced on",
        "Note", "Delete annotation", "after", "before",
    ]  # fmt: skip


def test_the_first_field_gets_the_keyboard(pledge, named):
    pledge.focus_first()
    assert QApplication.focusWidget() is named("Pledged by")


def test_an_annotation_without_anything_to_fill_in_still_has_its_note(form, session, named):
    plain = Codebook((*STANDARD_CODEBOOK.labels, Label("event", "Event", "orange", QUOTE_LINE)))
    doc = session.doc
    bare = AnnotatedArticle(
        doc.article, codebook=plain, annotations=[replace(doc.markup["a1"], id="e1", label="event")]
    )
    form.show_annotation(bare, "e1")
    assert isinstance(named("Note"), GrowingText)
    assert form.widget().findChildren(QToolButton) == []


def test_every_field_fits_the_narrowest_panel(pledge, session):
    session.set_value("p1", "what", "a breakwater " * 12)
    session.link("p1", "recipient", "Crews in Sand Reach said they would believe it")
    session.refused.emit("p1", "amount", "That is not an amount: " + "write it like GBP 225,000,000 " * 3)
    pledge.window().resize(300, 900)
    QApplication.processEvents()
    page = pledge.widget()
    assert page.width() == pledge.viewport().width()
    for box in page.findChildren(QWidget):
        if box.isVisible() and box.accessibleName():
            right = box.mapTo(page, box.rect().topRight()).x()
            assert right <= page.width() - 18, box.accessibleName()


def test_short_fields_stand_in_pairs_and_a_lone_one_takes_the_whole_row(pledge, named):
    QApplication.processEvents()
    page = pledge.widget()
    places = {
        name: named(name).mapTo(page, QPoint(0, 0)) for name in ("Kind", "Due date", "Status", "Announced on")
    }
    assert places["Status"].y() == places["Announced on"].y()
    assert places["Status"].x() < places["Announced on"].x()
    assert named("Kind").width() == named("Due date").width() == page.width() - 36
