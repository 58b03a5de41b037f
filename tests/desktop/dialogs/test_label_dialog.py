import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from desktop.dialogs.label_dialog import LabelDialog, free_prefix, read_attributes, slug
from pressmark.brief import LineStyle
from pressmark.labels import STANDARD_CODEBOOK, AttributeDefinition, AttributeKind, Codebook, Label

KIND = AttributeKind


@pytest.fixture
def dialog(themed, qtbot) -> LabelDialog:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = LabelDialog(window, STANDARD_CODEBOOK)
    dialog.window_kept = window
    dialog.show()
    return dialog


def box(dialog: LabelDialog, name: str) -> QWidget:
    kinds = (QLineEdit, QComboBox, QPlainTextEdit)
    return next(one for kind in kinds for one in dialog.findChildren(kind) if one.accessibleName() == name)


def fill(dialog: LabelDialog, **typed: str) -> None:
    for name, words in typed.items():
        field = box(dialog, name.capitalize())
        (field.insertPlainText if isinstance(field, QPlainTextEdit) else field.insert)(words)


def problem(dialog: LabelDialog) -> str:
    label = dialog.findChild(QLabel, "problem")
    return label.text() if label.isVisible() else ""


def test_a_label_is_made_of_what_was_typed(dialog):
    fill(dialog, name="False Claim", key="f", attributes="Topic")
    QTest.keyClicks(box(dialog, "What it marks"), "What was denied.")
    box(dialog, "Underline").setCurrentIndex(1)
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    label = dialog.answer()
    assert (label.name, label.title, label.key, label.prefix) == ("false-claim", "False Claim", "F", "f")
    assert label.line is list(LineStyle)[1]
    assert label.description == "What was denied."
    assert [one.name for one in label.attributes] == ["topic"]


def test_the_first_colour_that_no_label_has_is_offered(dialog):
    assert dialog.answer().colour not in {label.colour for label in STANDARD_CODEBOOK.labels}


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": ""}, "The label needs a name."),
        ({"name": "…"}, "The label needs a name."),
        ({"name": " quote "}, "There is a label quote already."),
        ({"name": "Claim", "key": "q"}, "The key Q is Quote’s."),
        ({"name": "Claim", "key": "+"}, "The key + is no letter."),
        ({"name": "Claim", "key": "4"}, "The key 4 is no letter."),
        ({"name": "Claim", "attributes": ": date"}, "The attribute “: date” needs a name."),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(dialog, typed, sentence):
    fill(dialog, **typed)
    dialog.accept()
    assert problem(dialog) == sentence
    assert dialog.isVisible()


def test_what_was_refused_can_be_put_right(dialog):
    fill(dialog, name="Quote")
    dialog.accept()
    fill(dialog, name="d by others")
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Claim", "claim"),
        ("False claim!", "false-claim"),
        (" Übung 2 ", "übung-2"),
        ("ﬁgure", "figure"),
        ("–", ""),
    ],
)
def test_a_name_in_files_is_small_and_without_spaces(title, name):
    assert slug(title) == name


@pytest.mark.parametrize(
    ("name", "taken", "prefix"),
    [
        ("claim", "", "c"),
        ("claim", "c", "cl"),
        ("übung", "b", "bu"),
        ("定义", "", "n"),
        ("aa", "a aa", "aa-2-"),
    ],
)
def test_ids_of_a_new_label_begin_as_no_others_do(name, taken, prefix):
    labels = tuple(Label(one, one, "grey", LineStyle.SOLID, prefix=one) for one in taken.split())
    assert free_prefix(name, Codebook(labels)) == prefix


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Topic", AttributeDefinition("topic", "Topic")),
        ("Said on: date", AttributeDefinition("said-on", "Said on", KIND.DATE)),
        ("Sum : MONEY", AttributeDefinition("sum", "Sum", KIND.MONEY)),
        (
            "Stance: for, against,, for",
            AttributeDefinition("stance", "Stance", KIND.CHOICE, ("for", "against")),
        ),
        ("Who: entity", AttributeDefinition("who", "Who", KIND.ENTITY)),
        ("Ratio: 1:2, 1:3", AttributeDefinition("ratio", "Ratio", KIND.CHOICE, ("1:2", "1:3"))),
    ],
)
def test_a_line_is_an_attribute(line, expected):
    assert read_attributes(f"\n  {line}  \n\n") == (expected,)
