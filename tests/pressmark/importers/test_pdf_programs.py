"""PDFs as real programs write them: ours, LibreOffice; with other scripts, hyphens and columns of their "
"own."""

import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from exporters.pdf import write
from pressmark.brief import Brief, Heading, Note, Paragraph, Text
from pressmark.importers.imported import Imported
from tests.exporters.reference_brief import REFERENCE
from tests.pressmark.importers.test_pdf import HEADLINE, PARAGRAPHS, STORY

Take = Callable[..., Imported]
Shown = Callable[[Imported], list[str]]

ARABIC = (
    "قالت الوزيرة يوم الاثنين إن الحكومة ستنفق 42 مليون يورو على تعميق الميناء قبل نهاية العام المقبل، بعد "
    "أحد عشر عاما من الجدل في المدينة حول هذا المشروع.",
    "ولم تجب الوزيرة عن الأسئلة (كما فعلت من قبل).",
)
HEBREW = (
    "השרה אמרה ביום שני כי הממשלה תשקיע 42 מיליון אירו בהעמקת הנמל לפני סוף השנה הבאה, אחרי אחת עשרה שנים של "
    "ויכוחים במועצת העיר על התוכנית.",
    "השרה לא השיבה על השאלות (כמו בעבר).",
)


def ours(folder: Path, texts: Sequence[str], language: str = "en") -> bytes:
    """A brief of these paragraphs, as we export it."""
    blocks = (Heading("What was said"), *(Paragraph((Text(text),)) for text in texts))
    path = folder / "brief.pdf"
    brief: Brief = replace(REFERENCE, title=HEADLINE, blocks=blocks, language=language)
    write(brief, path, lambda _done: None)
    return path.read_bytes()


def body(shown: list[str]) -> list[str]:
    """What comes after the section's heading."""
    at = next(number for number, text in enumerate(shown) if text.endswith("What was said"))
    return shown[at + 1 :]


def test_a_brief_of_ours_comes_in_again(take: Take, shown: Shown, tmp_path: Path) -> None:
    found = take(ours(tmp_path, STORY * 3), "brief.pdf")
    assert found.source.headline == HEADLINE
    assert "headline" not in found.source.guessed
    assert body(shown(found))[: 3 * len(STORY)] == PARAGRAPHS * 3


@pytest.mark.parametrize("texts", [ARABIC, HEBREW], ids=["Arabic", "Hebrew"])
def test_lines_that_run_to_the_left_are_read_in_their_order(
    take: Take, shown: Shown, tmp_path: Path, texts: tuple[str, ...]
) -> None:
    found = take(ours(tmp_path, texts), "brief.pdf")
    assert body(shown(found))[:2] == [f"paragraph: {text}" for text in texts]


def test_notes_of_a_brief_come_at_the_end(take: Take, shown: Shown, tmp_path: Path) -> None:
    called = Paragraph(
        (Text("She would not say"), Note((Text("Asked three times."),)), Text(" which year’s."))
    )
    path = tmp_path / "brief.pdf"
    write(replace(REFERENCE, blocks=(called, Paragraph((Text(STORY[0]),)))), path, lambda _done: None)
    found = shown(take(path.read_bytes(), "brief.pdf"))
    assert "paragraph: She would not say[1] which year’s." in found
    assert found[-1] == "paragraph: 1 Asked three times."


FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:style style:name="Standard" style:family="paragraph">
<style:paragraph-properties fo:text-align="justify" fo:text-indent="0.4cm" {direction}/>
<style:text-properties fo:font-size="10pt" fo:language="en" fo:country="GB" fo:hyphenate="true"
 fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:style>
<style:style style:name="Head" style:family="paragraph">
<style:paragraph-properties fo:margin-bottom="0.5cm"/>
<style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style></office:styles>
<office:automatic-styles><style:style style:name="Three" style:family="section"><style:section-properties>
<style:columns fo:column-count="{columns}" fo:column-gap="0.5cm"/></style:section-properties></style:style>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="15cm"
 fo:margin="2cm"/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"><style:footer>
<text:p>The Northmouth Gazette <text:page-number/></text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text><text:p text:style-name="Head">{headline}</text:p>
<text:section text:style-name="Three" text:name="a">{paragraphs}</text:section></office:text></office:body>
</office:document>"""


def from_libreoffice(folder: Path, texts: Sequence[str], columns: int, direction: str = "") -> bytes:
    """The texts in so many columns, hyphenated where there is a dictionary."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    paragraphs = "".join(f"<text:p>{text}</text:p>" for text in texts)
    flat = FLAT.format(headline=HEADLINE, paragraphs=paragraphs, columns=columns, direction=direction)
    (folder / "paper.fodt").write_text(flat, encoding="utf-8")
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*convert, str(folder / "paper.fodt")], check=True, capture_output=True, timeout=120)
    return (folder / "paper.pdf").read_bytes()


@pytest.mark.foreign
@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_of_libreoffice_are_exact(take: Take, shown: Shown, tmp_path: Path, columns: int) -> None:
    texts = [text.replace("spokeswoman", "spokes\u00adwoman") for text in STORY * 3]
    found = take(from_libreoffice(tmp_path, texts, columns), "paper.pdf")
    assert shown(found) == [f"heading1: {HEADLINE}", *PARAGRAPHS * 3]


@pytest.mark.foreign
@pytest.mark.parametrize("texts", [ARABIC, HEBREW], ids=["Arabic", "Hebrew"])
def test_columns_that_run_to_the_left_are_exact(
    take: Take, shown: Shown, tmp_path: Path, texts: tuple[str, ...]
) -> None:
    made = from_libreoffice(tmp_path, texts * 4, 2, 'style:writing-mode="rl-tb"')
    found = {text for text in shown(take(made, "paper.pdf")) if "Gazette" not in text}
    assert found == {f"heading1: {HEADLINE}", *(f"paragraph: {text}" for text in texts)}
