"""PDFs without text that can be read, and what is said of them; what is told of pages that are pictures."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from pressmark.importers.imported import CannotImport, Imported
from tests.pressmark.importers.pdf_making import Look, Made
from tests.pressmark.importers.test_pdf import HYPHENATED, PARAGRAPHS, STORY, columns

Take = Callable[..., Imported]
Shown = Callable[[Imported], list[str]]


def scan(pages: int = 1, made: Made | None = None) -> Made:
    made = made or Made()
    first = len(made.pages) + 1
    for page in range(first, first + pages):
        made.picture(0, 0, 595, 842, page=page)
    return made


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None], **how: object) -> bytes:
    with pikepdf.open(BytesIO(data)) as document:
        change(document)
        written = BytesIO()
        document.save(written, **how)
        return written.getvalue()


def printed(*, of: str = STORY[0]) -> bytes:
    made = Made()
    made.flow([of], columns(1), Look(justified=False))
    return made.data()


def test_a_scan_is_said_to_be_one(take: Take) -> None:
    with pytest.raises(CannotImport) as refused:
        take(scan(2).data(), "gazette.pdf")
    assert str(refused.value) == (
        "gazette.pdf is a scan: its pages are pictures without text. Run it through text recognition (OCR) "
        "first, or type the passage"
    )


def test_pages_that_are_pictures_among_others_are_named(take: Take, shown: Shown) -> None:
    made = Made()
    made.flow(HYPHENATED, columns(2, height=230))
    found = take(scan(2, made).data(), "gazette.pdf")
    assert shown(found) == PARAGRAPHS
    assert "Pages 2, 3 without text: pictures of text must be recognised (OCR) first" in found.warnings


def test_text_that_a_program_recognised_is_read_with_a_warning(take: Take, shown: Shown) -> None:
    made = scan()
    made.text(50, 700, STORY[5], hidden=True)
    made.text(50, 670, STORY[7], hidden=True)
    found = take(made.data(), "gazette.pdf")
    assert shown(found) == [PARAGRAPHS[5], PARAGRAPHS[7]]
    assert "Page 1 with text that a program recognised in a picture: it may be wrong" in found.warnings


def test_text_that_nobody_sees_beside_text_that_is_seen_is_left_out(take: Take, shown: Shown) -> None:
    made = Made()
    made.text(50, 700, STORY[5])
    made.text(50, 670, STORY[7], hidden=True)
    assert shown(take(made.data(), "gazette.pdf")) == [PARAGRAPHS[5]]


def test_letters_without_characters_are_no_text(take: Take) -> None:
    def forget(document: pikepdf.Pdf) -> None:
        for font in document.pages[0].Resources.Font.values():
            del font["/ToUnicode"]
            font["/Encoding"] = pikepdf.Name("/Identity-H")

    with pytest.raises(
        CannotImport, match=r"gazette\.pdf (?:does not say which characters|is a scan|holds no)"
    ):
        take(changed(printed(), forget), "gazette.pdf")


def test_a_drawing_without_text_is_refused(take: Take) -> None:
    made = Made()
    made.page(1)
    with pytest.raises(CannotImport, match=r"^gazette\.pdf holds no text: its pages are drawings\."):
        take(made.data(), "gazette.pdf")


def test_a_password_is_asked_for_elsewhere(take: Take) -> None:
    locked = pikepdf.Encryption(owner="owner", user="secret")
    with pytest.raises(CannotImport, match=r"^gazette\.pdf needs a password: open it in a PDF reader"):
        take(changed(printed(), lambda _: None, encryption=locked), "gazette.pdf")


def test_a_pdf_that_only_its_owner_may_change_is_read(take: Take, shown: Shown) -> None:
    locked = pikepdf.Encryption(owner="owner", user="")
    assert shown(take(changed(printed(), lambda _: None, encryption=locked), "gazette.pdf")) == PARAGRAPHS[:1]


def test_a_damaged_file_says_so(take: Take) -> None:
    with pytest.raises(CannotImport, match=r"^gazette\.pdf is damaged and cannot be read as a PDF"):
        take(b"%PDF-1.7\nnothing of a PDF follows", "gazette.pdf")


def test_a_file_of_countless_pages_is_refused(take: Take) -> None:
    def many(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        for _ in range(2_000):
            document.pages.append(page)

    with pytest.raises(CannotImport, match="2,001 pages, which no article does"):
        take(changed(printed(), many), "gazette.pdf")


def test_marks_outside_the_page_are_not_read(take: Take, shown: Shown) -> None:
    made = Made()
    made.text(50, 700, STORY[5])
    made.text(10, 12, "harbour.indd 3", size=6)
    made.page(1).set_cropbox(30, 30, 565, 812)
    assert shown(take(made.data(), "gazette.pdf")) == [PARAGRAPHS[5]]
