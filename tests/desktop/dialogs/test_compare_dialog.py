"""Two versions side by side: steps from difference to difference, and what becomes of the annotations."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QTreeWidget, QWidget

from desktop.dialogs.compare_dialog import CompareDialog, Comparison
from desktop.views.compared_view import ComparedView
from pressmark.aligned import aligned
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind
from pressmark.carrying import carried
from tests.pressmark.story import BLOCKS, SOURCE, told

CHANGED = (BlockKind.PARAGRAPH, BLOCKS[1][1].replace("£40m for a second ferry", "£45m for a second ferry"))
NEW = (BLOCKS[0], CHANGED, (BlockKind.PARAGRAPH, "“We will build it,” Venn said."), *BLOCKS[4:])


def newer() -> AnnotatedArticle:
    return AnnotatedArticle(Article.of(NEW), replace(SOURCE, published="2026-11-14"))


def comparison(*, versions: bool = True) -> Comparison:
    old, new = told(), newer()
    return Comparison(old, new, aligned(old.article, new.article), "Much alike.", versions)


@pytest.fixture
def opened(themed, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def with_comparison(one: Comparison) -> CompareDialog:
        dialog = CompareDialog(window, one)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    return with_comparison


@pytest.fixture
def dialog(opened) -> CompareDialog:
    return opened(comparison())


@pytest.fixture
def offered(dialog) -> CompareDialog:
    one = dialog.comparison
    dialog.offer(carried(one.old, one.new, one.alignment))
    return dialog


def button(dialog: CompareDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words and one.isVisible())


def press(dialog: CompareDialog, words: str) -> None:
    QTest.mouseClick(button(dialog, words), Qt.MouseButton.LeftButton)


def told_in(dialog: CompareDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def row(dialog: CompareDialog) -> int:
    return dialog.findChild(ComparedView).currentIndex().row()


def lines(dialog: CompareDialog) -> dict[str, list[str]]:
    """The groups, each with its lines: what the columns say, and a sign for a tick."""
    tree, found = dialog.findChild(QTreeWidget), {}
    for number in range(tree.topLevelItemCount()):
        group = tree.topLevelItem(number)
        found[group.text(0)] = [
            ("☑ " if item.checkState(0) == Qt.CheckState.Checked else "☐ ")
            + " | ".join(item.text(column) for column in range(4))
            for item in map(group.child, range(group.childCount()))
        ]
    return found


def test_both_heads_say_where_from_and_when(dialog) -> None:
    said = told_in(dialog)
    assert "Older version · The Coast Courier · 13 November 2026" in said
    assert "Newer version · The Coast Courier · 14 November 2026" in said
    assert "Much alike." in said


def test_a_key_leads_from_difference_to_difference_and_round(dialog) -> None:
    steps = []
    for _ in range(3):
        QTest.keyClick(dialog, Qt.Key.Key_F7)
        steps.append((row(dialog), dialog._count.text()))
    assert steps == [(1, "1 of 2 differences"), (2, "2 of 2 differences"), (1, "1 of 2 differences")]
    QTest.keyClick(dialog, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert row(dialog) == 2
    press(dialog, "↑")
    assert row(dialog) == 1


def test_texts_that_are_the_same_have_nothing_to_step_to(opened) -> None:
    one = told()
    dialog = opened(Comparison(one, one, aligned(one.article, one.article), "", versions=True))
    assert dialog._count.text() == "No differences"
    assert not button(dialog, "↓").isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_F7)
    assert row(dialog) == -1


def test_wire_copies_are_only_compared(opened) -> None:
    dialog = opened(comparison(versions=False))
    shown = {one.text() for one in dialog.findChildren(QPushButton) if one.isVisible()}
    assert shown == {"↑", "↓", "Swap sides", "Close"}


def test_paragraphs_are_copied(dialog) -> None:
    view = dialog.findChild(ComparedView)
    view.show_row(2)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    expected = f"{BLOCKS[3][1]}\n\n{NEW[2][1]}"
    assert QGuiApplication.clipboard().text() == expected


def test_every_paragraph_has_the_room_it_needs_at_any_width(opened, qtbot) -> None:
    words = "Mara Lindqvist, who runs the ferry line, welcomed the plan on Monday. " * 6
    old, new = (AnnotatedArticle(Article.of([(BlockKind.PARAGRAPH, words + one)])) for one in ("A", "B"))
    dialog = opened(Comparison(old, new, aligned(old.article, new.article), "", versions=True))
    view = dialog.findChild(ComparedView)
    qtbot.wait(50)
    before = view.rowHeight(0)
    dialog.resize(dialog.minimumSize())
    qtbot.waitUntil(lambda: view.rowHeight(0) > 1.3 * before)


def test_what_becomes_of_each_annotation_is_said_before_anything_is_done(offered) -> None:
    assert lines(offered) == {
        "Not found in the newer version (1)": [
            "☐ q1 Quote | “We will build it,” […] “and we will pay for it.” | “We will build it,” | "
            "One of its pieces is not there"
        ],
        "Other words (1)": [
            "☐ p1 Pledge | £40m for a second ferry | £45m for a second ferry | The figures are others"
        ],
        "The same words, with something else around them (2)": [
            "☑ a1 Actor | Nora Venn | Nora Venn | ",
            "☑ a2 Actor | Venn | Venn | ",
        ],
        "The same words in the same place (3)": [
            "☑ l1 Location | Port Almar | Port Almar | ",
            "☑ p2 Pledge | the £40m pledge | the £40m pledge | ",
            "☑ p3 Pledge | €2–3m | €2–3m | ",
        ],
    }
    assert "5 of 7 annotations are carried over; 2 stay in the older version only." in told_in(offered)
    assert "One link leads to what is not carried over, and is left out." in told_in(offered)


def test_the_one_that_is_looked_at_is_shown_in_the_texts(offered) -> None:
    assert row(offered) == 2, "the quote, which comes first"
    tree = offered.findChild(QTreeWidget)
    tree.setFocus()
    for _ in range(2):
        QTest.keyClick(tree, Qt.Key.Key_Down)
    assert row(offered) == 1


def test_ticks_decide_what_is_carried_and_whether_the_older_is_archived(offered, listen) -> None:
    tree = offered.findChild(QTreeWidget)
    item = tree.topLevelItem(1).child(0)
    tree.setCurrentItem(item)
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert item.checkState(0) == Qt.CheckState.Checked
    box = offered.findChild(QCheckBox)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    with listen(offered.carried) as asked:
        press(offered, "Carry 6 over")
    ((chosen, archive),) = asked
    assert [one.annotation.id for one in chosen] == ["a1", "p1", "a2", "l1", "p2", "p3"]
    assert archive is False


def test_back_leaves_everything_as_it_was(offered, listen) -> None:
    with listen(offered.carried) as asked:
        press(offered, "Back")
    assert not asked
    assert not offered.findChild(QTreeWidget).isVisible()
    assert button(offered, "Carry 7 annotations over…").isEnabled()


@pytest.mark.parametrize("size", [(760, 480), (1120, 760)])
def test_no_word_is_cut_off(offered, size, qtbot) -> None:
    offered.resize(*size)
    qtbot.wait(30)
    for one in offered.findChildren(QPushButton):
        assert not one.isVisible() or one.width() >= one.sizeHint().width() or one.text() in "↑↓"
    for label in offered.findChildren(QLabel):
        assert not label.isVisible() or label.height() >= label.heightForWidth(label.width())
