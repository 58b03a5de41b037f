"""Paragraphs of made PDFs, exactly; what is dropped, what is kept, and what is said of it."""

import re
from collections.abc import Callable

import pytest

from pressmark.importers.imported import Imported
from pressmark.importers.questions import WhetherRight
from tests.pressmark.importers.pdf_making import BOLD, SANS, Frame, Look, Made

Take = Callable[..., Imported]
Shown = Callable[[Imported], list[str]]

STORY = [
    "The harbour council of Northmouth voted on Monday night to dredge the outer channel before the winter "
    "storms "
    "arrive, ending a quarrel that had divided the town for eleven years and brought down two of its mayors.",
    "“We should have done this a decade ago,” said Mara Venn, the chairwoman, who had pledged €42 million "
    "for the "
    "work. “Nobody will thank us for the delay.”",
    "Fishermen had asked for the so-called emergency measure since the trawler Halcyon ran aground in 2015.",
    "The government in Osterby, which owns the quays, promised a further €3–4 million for new moorings. A "
    "spokes"
    "woman for the ministry would not say which year’s budget the money is to come from, nor whether "
    "parliament has "
    "to agree to it.",
    "Opponents fear for the mussel beds. The marine biologist Ferran Ortiz told the meeting that the spoil "
    "would "
    "cover forty hectares of the sea floor, and that no survey of the area had been made since the power "
    "station "
    "was closed.",
    "Work is to begin by 31 March 2027.",
    "Two dredgers will be lent by the neighbouring kingdom, without an invoice, as its ambassador put it; "
    "the crews "
    "are to be paid by the town. The first of them, the Constancy, is expected in February. It was built in "
    "1988.",
    "The vote was eleven to six, with one abstention.",
]
HEADLINE = "Northmouth will dredge its harbour at last, after eleven years of quarrels"
HYPHENATED = [re.sub(r"(?<=[a-z]{2}[aeiou])(?=[bcdfglmnprst][a-z]{2})", "\u00ad", text) for text in STORY]
PARAGRAPHS = [f"paragraph: {text}" for text in STORY]


def columns(count: int, page: int = 1, top: float = 660, height: float = 590) -> list[Frame]:
    gutter, across = 14.0, 495.0
    each = (across - gutter * (count - 1)) / count
    return [Frame(page, 50 + number * (each + gutter), top, each, height) for number in range(count)]


@pytest.mark.parametrize("look", [Look(), Look(justified=False), Look(indent=0, gap=6), Look(indent=0)])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_paragraphs_of_columns_are_exact(take: Take, shown: Shown, count: int, look: Look) -> None:
    made = Made()
    made.text(50, 760, HEADLINE, font=BOLD, size=13)
    made.flow(HYPHENATED, columns(count, height=(0, 300, 200, 228)[count] + 3 * look.gap), look)
    found = take(made.data(), "gazette.pdf")
    assert shown(found) == [f"heading1: {HEADLINE}", *PARAGRAPHS]
    assert found.source.headline == HEADLINE
    assert "headline" in found.source.guessed
    assert isinstance(found.question, WhetherRight)
    assert ("order of its columns" in found.question.reason) == (count > 1)


def test_a_headline_of_several_lines_stands_above_its_columns(take: Take, shown: Shown) -> None:
    made = Made()
    made.flow([HEADLINE], [Frame(1, 50, 800, 495, 100)], Look(BOLD, 28, 32, 0, 0, False))
    made.flow(HYPHENATED, columns(3, height=222))
    assert shown(take(made.data(), "gazette.pdf")) == [f"heading1: {HEADLINE}", *PARAGRAPHS]


def test_paragraphs_run_on_over_columns_and_pages(take: Take, shown: Shown) -> None:
    made = Made()
    frames = [frame for page in (1, 2, 3) for frame in columns(2, page, 700, 76)]
    for page in (1, 2, 3):
        made.text(50, 800, "The Northmouth Gazette · Local news", page=page, font=SANS, size=8)
        made.text(290, 30, f"– {page} –", page=page, font=SANS, size=8)
    made.flow(HYPHENATED, frames, Look(justified=False))
    found = take(made.data(), "gazette.pdf")
    assert shown(found) == PARAGRAPHS
    assert found.question
    assert "“The Northmouth Gazette · Local news”" in found.question.reason
    pages = found.question.pages
    assert len(pages) == len(found.article.blocks)
    assert (pages[0], pages[-1], found.question.count) == (1, 3, 3)
    assert list(pages) == sorted(pages)
