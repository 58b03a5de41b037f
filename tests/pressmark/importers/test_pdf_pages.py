"""What else stands on pages: notes, captions, lists, boxes, large initials, other scripts, other "
"directions."""

from collections.abc import Callable

import pytest

from pressmark.importers.imported import Imported
from tests.pressmark.importers.pdf_making import BOLD, HAN, ITALIC, SANS, Frame, Look, Made
from tests.pressmark.importers.test_pdf import HEADLINE, HYPHENATED, PARAGRAPHS, STORY, columns

Take = Callable[..., Imported]
Shown = Callable[[Imported], list[str]]

SMALL = Look(SANS, 7.5, 9, 0, 0, False)
PLAIN = Look(justified=False)


def test_notes_come_at_the_end_and_are_called_where_they_were(take: Take, shown: Shown) -> None:
    made = Made()
    y = made.flow(STORY[:3], columns(1), PLAIN)
    made.text(60, y - 12, "The ministry in Osterby would not comment")
    made.text(252, y - 8.5, "1", size=5.5)
    made.text(258, y - 12, "on the matter.")
    made.flow(
        ["1 Its spokeswoman was asked three times, last on Monday evening."],
        [Frame(1, 50, 90, 495, 40)],
        SMALL,
    )
    made.flow(STORY[4:], columns(1, 2), PLAIN)
    found = take(made.data(), "gazette.pdf")
    assert shown(found)[3] == "paragraph: The ministry in Osterby would not comment[1] on the matter."
    assert shown(found)[4:-1] == PARAGRAPHS[4:]
    assert shown(found)[-1] == "paragraph: 1 Its spokeswoman was asked three times, last on Monday evening."
    assert found.question
    assert "notes" in found.question.reason


def test_notes_under_each_column_do_not_part_its_text(take: Take, shown: Shown) -> None:
    made = Made()
    made.flow(HYPHENATED, columns(2, height=200))
    for column, number in zip(columns(2), (1, 2), strict=True):
        note = f"{number}. A note to be read when the text above it has been read to its end, and only then."
        made.flow([note], [Frame(1, column.x, 430, column.width, 40)], SMALL)
    assert [text for text in shown(take(made.data(), "gazette.pdf")) if " A note " not in text] == PARAGRAPHS


def test_a_caption_under_a_picture_is_one_and_does_not_part_a_paragraph(take: Take, shown: Shown) -> None:
    made = Made()
    left, right = columns(2, height=150)
    made.picture(right.x, 560, right.width, 100)
    made.flow(
        ["The Halcyon aground off Northmouth in 2015. Photo: A. Lee"],
        [Frame(1, right.x, 556, 200, 40)],
        SMALL,
    )
    made.flow(HYPHENATED, [left, Frame(1, right.x, 525, right.width, 300)])
    found = shown(take(made.data(), "gazette.pdf"))
    assert "caption: The Halcyon aground off Northmouth in 2015. Photo: A. Lee" in found
    assert [text for text in found if not text.startswith("caption")] == PARAGRAPHS


def test_lists_and_headings_are_told_from_paragraphs(take: Take, shown: Shown) -> None:
    made = Made()
    y = made.flow([STORY[0]], columns(1), PLAIN)
    made.text(50, y - 24, "What was promised", font=BOLD)
    y -= 26
    for mark, text in (
        ("•", "€42 million for dredging, to be paid in three parts"),
        ("•", "two dredgers"),
        ("1.", "a survey"),
    ):
        y -= 14
        made.text(58, y, mark)
        made.text(72, y, text)
    made.flow([STORY[4]], [Frame(1, 50, y - 12, 495, 300)], PLAIN)
    assert shown(take(made.data(), "gazette.pdf")) == [
        PARAGRAPHS[0],
        "heading1: What was promised",
        "list-item: €42 million for dredging, to be paid in three parts",
        "list-item: two dredgers",
        "list-item: 1. a survey",
        PARAGRAPHS[4],
    ]


def test_items_of_several_lines_hang_under_their_first(take: Take, shown: Shown) -> None:
    made = Made()
    y = made.flow([STORY[0]], columns(1), PLAIN)
    for text in (STORY[3], STORY[4]):
        made.text(58, y - 12, "•")
        y = made.flow([text], [Frame(1, 70, y, 475, 200)], Look(indent=0, justified=False))
    expected = [PARAGRAPHS[0], f"list-item: {STORY[3]}", f"list-item: {STORY[4]}"]
    assert shown(take(made.data(), "gazette.pdf")) == expected


def test_a_large_initial_belongs_to_the_word_that_it_begins(take: Take, shown: Shown) -> None:
    made = Made()
    made.text(50, 627, STORY[0][0], font=BOLD, size=30)
    narrow = made.flow([STORY[0][1:150]], [Frame(1, 72, 660, 218, 60)], Look(indent=0, justified=False))
    made.flow([STORY[0][150:].strip(), *STORY[1:3]], [Frame(1, 50, narrow, 240, 400)], Look(indent=0, gap=6))
    found = shown(take(made.data(), "gazette.pdf"))
    assert found[0].startswith("paragraph: The harbour council of Northmouth voted on Monday night")
    assert found[-2:] == PARAGRAPHS[1:3]


def test_a_box_at_the_side_comes_after_the_text_beside_it(take: Take, shown: Shown) -> None:
    made = Made()
    made.flow(HYPHENATED, [Frame(1, 50, 660, 330, 400)])
    made.text(400, 640, "In figures", font=BOLD)
    box = [
        "Eleven years of debate in the council.",
        "Forty hectares of the sea floor, as marine biologists reckon.",
    ]
    made.flow(box, [Frame(1, 400, 636, 145, 200)], Look(SANS, 8.5, 11, 0, 5, False))
    found = shown(take(made.data(), "gazette.pdf"))
    assert found[: len(STORY)] == PARAGRAPHS
    assert found[len(STORY) :] == ["heading1: In figures", *(f"paragraph: {text}" for text in box)]


def test_text_that_runs_another_way_is_left_out_and_said(take: Take, shown: Shown) -> None:
    made = Made()
    made.text(30, 200, "Photograph: A. Lee / Northmouth Gazette", size=6, turn=1)
    made.flow(HYPHENATED, columns(2, height=230))
    found = take(made.data(), "gazette.pdf")
    assert shown(found) == PARAGRAPHS
    assert found.question
    assert "another way" in found.question.reason


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_a_page_that_lies_on_its_side_is_read_all_the_same(take: Take, shown: Shown, turn: int) -> None:
    made = Made()
    x, y = ((300, 100), (500, 400), (300, 700))[turn - 1]
    across, up = ((12, 0), (0, 12), (-12, 0))[turn - 1]
    for number, line in enumerate(("The vote was eleven to six, after a debate of more", "than four hours.")):
        made.text(x + number * across, y + number * up, line, turn=turn)
    text = "paragraph: The vote was eleven to six, after a debate of more than four hours."
    assert shown(take(made.data(), "gazette.pdf")) == [text]


SCRIPTS = {
    "Cyrillic": (
        "Правительство объявило в понедельник, что вложит двадцать пять миллионов евро в углубление гавани, "
        "хотя "
        "рыбаки требовали этого одиннадцать лет.",
        "Министр отказалась отвечать на вопросы о том, из какого бюджета поступят деньги и должен ли "
        "парламент "
        "дать на это своё согласие.",
        "Работы начнутся до конца марта.",
    ),
    "Greek": (
        "Η κυβέρνηση ανακοίνωσε τη Δευτέρα ότι θα επενδύσει είκοσι πέντε εκατομμύρια ευρώ στο λιμάνι της "
        "πόλης, "
        "όπως ζητούσαν επί έντεκα χρόνια οι ψαράδες.",
        "Η υπουργός δεν θέλησε να απαντήσει από ποιον προϋπολογισμό θα προέλθουν τα χρήματα, ούτε αν πρέπει "
        "να "
        "συμφωνήσει η βουλή.",
        "Οι εργασίες αρχίζουν τον Μάρτιο.",
    ),
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_other_scripts_are_read_as_they_are_written(take: Take, shown: Shown, script: str) -> None:
    made = Made()
    made.flow(SCRIPTS[script], columns(2, height=66))
    assert shown(take(made.data(), "gazette.pdf")) == [f"paragraph: {text}" for text in SCRIPTS[script]]


def test_lines_of_chinese_are_joined_without_spaces(take: Take, shown: Shown) -> None:
    text = "市议会周一晚上投票决定在冬季风暴来临之前疏浚外航道从而结束了持续十一年的争论"
    made = Made()
    for number in range(0, len(text), 13):
        made.text(50, 700 - number, text[number : number + 13], font=HAN, size=11)
    assert shown(take(made.data(), "gazette.pdf")) == [f"paragraph: {text}"]


def test_ligatures_are_the_letters_that_they_stand_for(take: Take, shown: Shown) -> None:
    made = Made()
    made.text(50, 700, "The oﬃce of the chief ﬂoated a ﬁrst oﬀer.")
    assert shown(take(made.data(), "gazette.pdf")) == [
        "paragraph: The office of the chief floated a first offer."
    ]


def test_a_standfirst_in_other_letters_stands_by_itself(take: Take, shown: Shown) -> None:
    made = Made()
    made.text(50, 740, HEADLINE, font=BOLD, size=13)
    standfirst = "Opponents fear for the mussel beds, and nobody knows which budget the money is to come from"
    made.text(50, 720, standfirst, font=ITALIC)
    made.text(50, 700, "By Ann Lee", font=SANS, size=8)
    made.text(50, 688, "14 November 2026", font=SANS, size=8)
    made.flow(HYPHENATED, columns(2, height=230))
    found = take(made.data(), "gazette.pdf")
    opening = [
        f"heading1: {HEADLINE}",
        f"paragraph: {standfirst}",
        "paragraph: By Ann Lee",
        "paragraph: 14 November 2026",
    ]
    assert shown(found) == [*opening, *PARAGRAPHS]
    assert (found.source.author, found.source.published) == ("Ann Lee", "2026-11-14")
