from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF

from desktop.views.chip_layout import GAP, ChipBreaker, fitted, with_notes
from desktop.views.chip_words import ChipItem, ChipWords, chips, full_words
from desktop.views.page_layout import arrange
from desktop.views.typesetting import Measures
from pressmark.annotation import Annotation
from pressmark.article import Span
from pressmark.labels import ACTOR, QUOTE, Label
from pressmark.markup import Change, Edit


def put(doc, *annotations: Annotation) -> None:
    edits = tuple(Edit(one.id, doc.markup.get(one.id), one) for one in annotations)
    doc.apply(Change("put", edits))


def said(doc, *keys: str) -> list[tuple[str, list[str]]]:
    found = chips(doc, [doc.markup[key] for key in keys])
    return [(chip.name, [item.words for item in chip.items]) for chip in found]


def test_a_chip_names_the_label_the_tie_and_the_amount_as_printed(doc):
    assert said(doc, "p1") == [("pledge", ["Ministry of Harbours · €42m"])]


def test_a_quote_in_two_pieces_says_so(doc):
    assert said(doc, "q1") == [("quote", ["the minister · in two pieces"])]


def test_what_has_no_roles_stands_together_behind_the_rest(doc):
    expected = [
        ("pledge", ["Ministry of Harbours · €42m"]),
        ("actor", ["Ministry of Harbours", "the minister"]),
    ]
    assert said(doc, "a1", "p1", "a2") == expected


def test_a_speaker_who_is_not_known_yet_is_asked_for(doc):
    put(doc, replace(doc.markup["q1"], links=()))
    (chip,) = chips(doc, [doc.markup["q1"]])
    assert chip.items == (ChipItem("q1", "speaker? · in two pieces", missing=True),)


def test_a_title_with_capitals_inside_is_left_as_it_is():
    item = (ChipItem("n1", "Oxfam"),)
    assert ChipWords(replace(ACTOR, title="NGO"), item).name == "NGO"
    assert ChipWords(QUOTE, item).name == "quote"


def test_a_hover_tells_ties_attributes_and_the_note(doc):
    put(doc, replace(doc.markup["p1"], note="Is the June sum part of this?"))
    lines = full_words(doc, "p1").splitlines()
    assert lines[0] == "Pledge p1"
    assert "Pledged by: Ministry of Harbours" in lines
    assert "Amount: EUR 42,000,000" in lines
    assert lines[-1] == "Note: Is the June sum part of this?"


@pytest.fixture
def breaker(themed) -> ChipBreaker:
    return ChipBreaker(140)


def long_chip(label: Label, words: int) -> ChipWords:
    return ChipWords(label, (ChipItem("x1", " ".join(["Harbours"] * words)),))


def test_words_are_broken_into_lines_no_wider_than_the_margin(breaker):
    chip = breaker.broken(long_chip(QUOTE, 5), 3)
    assert chip.lines == 3
    assert all(run.x + run.width <= 140 for run in chip.runs)
    assert "".join(run.words for run in chip.runs[1:]).replace(" ", "") == "Harbours" * 5


def test_what_does_not_fit_ends_in_an_ellipsis(breaker):
    chip = breaker.broken(long_chip(QUOTE, 40), 2)
    assert chip.lines == 2
    assert chip.runs[-1].words.endswith("…")
    assert all(run.x + run.width <= 141 for run in chip.runs)


def test_one_word_wider_than_the_margin_is_elided(breaker):
    chip = breaker.broken(ChipWords(QUOTE, (ChipItem("x1", "W" * 80 + " end"),)), 3)
    assert all(run.x + run.width <= 141 for run in chip.runs)


def test_chips_are_shortened_before_one_is_left_out(breaker):
    many = [long_chip(QUOTE, 6) for _ in range(3)]
    line = breaker.line_height
    assert [chip.lines for chip in fitted(breaker, many, 20 * line)] == [3, 3, 3]
    assert [chip.lines for chip in fitted(breaker, many, 5 * line)] == [1, 1, 1]
    assert len(fitted(breaker, many, 3 * line + GAP)) == 2
    assert len(fitted(breaker, many, 0)) == 1


def test_chips_of_the_whole_page_never_lie_on_one_another(view, doc):
    text = doc.article.text
    starts = [
        at for at in range(0, 200, 9) if not text[at : at + 4].isspace() and "\n" not in text[at : at + 4]
    ]
    spans = [Span(at, at + 4) for at in starts]
    put(doc, *(Annotation(f"q{n + 20}", "quote", (span,)) for n, span in enumerate(spans)))
    view.refresh()
    page = view.focusProxy().page
    blocks = range(len(doc.article.blocks))
    places = {key: page.margin.place_of(key, blocks) for key in doc.markup}
    rects = {(rect.left(), rect.top(), rect.width(), rect.height()) for rect in places.values() if rect}
    boxes = [QRectF(*rect) for rect in rects]
    assert len(boxes) == 5
    assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)


@pytest.mark.parametrize("width", [300, 420, 560, 640, 760, 832, 1000, 1600])
def test_column_and_chips_share_the_width_without_leaving_the_view(width):
    measures = Measures(18.0, 590)
    layout = arrange(width, measures)
    right = (
        layout.left
        + measures.gutter
        + layout.column
        + (layout.chip_gap + layout.chips if layout.chips else 0)
    )
    assert layout.left >= 0
    assert right <= width
    assert layout.column <= 590
    if width >= 800:
        assert (layout.column, layout.chips > 100) == (590, True)


def test_a_wide_view_has_the_column_in_its_middle():
    measures = Measures(18.0, 590)
    layout = arrange(1600, measures)
    assert layout.left + measures.gutter + layout.column / 2 == pytest.approx(800, abs=1)


def note_of(chip) -> list[str]:
    return [run.words for run in chip.runs if run.note]


def test_notes_stand_below_their_chips_as_far_as_there_is_room(themed, doc):
    breaker = ChipBreaker(150)
    placed = [breaker.broken(words, 1) for words in chips(doc, [doc.markup["p1"], doc.markup["a1"]])]
    notes = {"p1": "Not in the budget yet, says the minister herself. " * 4, "a1": "Since 2021"}
    height = breaker.height_of(placed)
    for lines, expected in ((0, [0, 0]), (1, [1, 0]), (2, [1, 1]), (4, [2, 1]), (40, [3, 1])):
        noted = with_notes(breaker, placed, notes, height + lines * breaker.line_height)
        assert [len(note_of(chip)) for chip in noted] == expected
        assert breaker.height_of(noted) <= height + lines * breaker.line_height
    assert note_of(noted[0])[-1].endswith("…")
    assert note_of(noted[1]) == ["Since 2021"]


def test_a_click_on_a_note_means_its_annotation_and_notes_can_be_left_out(view, doc):
    put(doc, replace(doc.markup["p1"], note="Not in the budget yet"))
    view.refresh()
    margin, text = view.focusProxy().page.margin, view.focusProxy()
    with_note = margin.place_of("p1", text.blocks_seen())
    assert margin.at(QPointF(with_note.left() + 20, with_note.bottom() - 4)) == "p1"
    view.set_reading(replace(view.reading, notes=False))
    assert margin.place_of("p1", text.blocks_seen()).height() < with_note.height()
