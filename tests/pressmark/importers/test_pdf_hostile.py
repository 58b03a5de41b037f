"""Damaged PDFs and such as bring pdfium down: never more than a refusal, in the process that is for that."""

from collections.abc import Iterator

import pytest

from pressmark.importers.confined import Confined
from pressmark.importers.imported import Imported
from pressmark.importers.reading import read_all
from tests.hostile.mutations import mutated
from tests.hostile.pdf_files import KILLING_PDFS, pdf
from tests.pressmark.importers.conftest import NOW
from tests.pressmark.importers.pdf_making import BOLD, Look, Made
from tests.pressmark.importers.test_pdf import HEADLINE, STORY, columns


@pytest.fixture(scope="module")
def paper() -> bytes:
    made = Made()
    made.text(50, 760, HEADLINE, font=BOLD, size=13)
    made.picture(304, 400, 240, 100)
    made.flow(STORY, columns(2, height=230), Look(justified=False))
    return made.data()


@pytest.fixture(scope="module")
def confined() -> Iterator[Confined]:
    process = Confined(20)
    yield process
    process.close()


@pytest.mark.parametrize("seeds", [range(0, 15), range(15, 30)], ids=str)
def test_damaged_pages_are_read_or_refused(paper: bytes, seeds: range) -> None:
    for seed in seeds:
        for found in read_all(mutated(paper, seed), "hostile.pdf", now=NOW):
            assert isinstance(found, Imported) or "hostile.pdf" in str(found)


@pytest.mark.parametrize("seeds", [range(0, 60), range(60, 120)], ids=str)
def test_damaged_words_of_a_page_are_read_or_refused(seeds: range) -> None:
    for seed in seeds:
        for found in read_all(mutated(pdf(), seed), "hostile.pdf", now=NOW):
            assert isinstance(found, Imported) or "hostile.pdf" in str(found)


@pytest.mark.faults
@pytest.mark.parametrize("does", KILLING_PDFS)
def test_all_that_brings_pdfium_down_costs_a_line(does: str, confined: Confined) -> None:
    for found in confined.read_all(KILLING_PDFS[does](""), "hostile.pdf", now=NOW):
        assert isinstance(found, Imported) or "hostile.pdf" in str(found)
