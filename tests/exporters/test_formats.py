"""What holds for every format: each writes the reference brief, loses no word of it, and can be stopped."""

import re
import runpy
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree, html
from pypdf import PdfReader

from exporters import FORMATS, Format, UnknownFormatError, format_for, write
from pressmark.brief import Brief, Heading, Inlines, Legend, Paragraph, Passage, Table, plain

REFERENCE: Brief = runpy.run_path(str(Path(__file__).with_name("reference_brief.py")))["REFERENCE"]
TABLES = replace(REFERENCE, blocks=tuple(block for block in REFERENCE.blocks if isinstance(block, Table)))

every_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
every_page_format = pytest.mark.parametrize(
    "form", [form for form in FORMATS if not form.rows], ids=lambda form: form.name
)


class Stopped(Exception):
    """The reader has changed their mind."""


def brief_for(form: Format) -> Brief:
    return TABLES if form.rows else REFERENCE


@every_format
def test_every_format_writes_the_reference_brief(form: Format, tmp_path: Path) -> None:
    path = tmp_path / f"brief{form.suffix}"
    told: list[float] = []
    write(brief_for(form), path, told.append)
    assert path.stat().st_size > 300
    assert told == sorted(told)
    assert 0 <= told[0] <= told[-1] == 1


@every_format
def test_a_brief_of_nothing_is_written_as_well(form: Format, tmp_path: Path) -> None:
    path = tmp_path / f"brief{form.suffix}"
    write(Brief("Nothing yet"), path)
    assert path.exists()


@every_format
@pytest.mark.parametrize("after", [0.0, 0.5, 0.9])
def test_whoever_is_told_how_far_it_is_can_stop_it(form: Format, after: float, tmp_path: Path) -> None:
    def tick(done: float) -> None:
        if done >= after:
            raise Stopped

    with pytest.raises(Stopped):
        write(brief_for(form), tmp_path / f"brief{form.suffix}", tick)


@every_format
def test_the_same_brief_is_the_same_bytes(form: Format, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}{form.suffix}" for number in (1, 2)]
    for path in paths:
        write(brief_for(form), path)
    assert paths[0].read_bytes() == paths[1].read_bytes()


@every_page_format
def test_no_page_format_loses_a_word_of_the_brief(form: Format, tmp_path: Path) -> None:
    path = tmp_path / f"brief{form.suffix}"
    write(REFERENCE, path)
    found = squeezed(READERS[form.name](path))
    assert [text for text in visible(REFERENCE) if not holds(found, text)] == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.docx", "docx"), ("a.PDF", "pdf"), ("a.b.html", "html"), ("a.md", "md"), ("a.xlsx", "xlsx")],
)
def test_the_ending_of_a_file_says_its_format(name: str, expected: str) -> None:
    assert format_for(Path("folder.csv") / name).name == expected


@pytest.mark.parametrize("name", ["brief.odt", "brief", ".pdf"])
def test_an_unknown_ending_is_an_error_that_names_the_known_ones(name: str) -> None:
    with pytest.raises(UnknownFormatError, match=rf"“{re.escape(name)}”.*\.docx, \.pdf, .*\.csv"):
        format_for(Path("folder") / name)


def test_a_format_can_be_named_for_a_file_of_another_name(tmp_path: Path) -> None:
    path = tmp_path / "brief.part"
    write(Brief("A title"), path, format=format_for(Path("brief.md")))
    assert path.read_text(encoding="utf-8") == "# A title\n"


@pytest.mark.parametrize("form", [form for form in FORMATS if form.rows], ids=lambda form: form.name)
def test_a_format_of_rows_refuses_what_it_would_lose(form: Format, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="tables only, and this brief has a paragraph"):
        write(REFERENCE, tmp_path / f"brief{form.suffix}")


def visible(brief: Brief) -> Iterator[str]:
    """Every string of the brief that a reader is to see."""
    yield from (brief.title, brief.details, brief.caveat, brief.dateline)
    for mark in brief.marks.values():
        yield mark.name
        if mark.comment:
            yield from (mark.comment.author, mark.comment.text)
    for block in brief.blocks:
        match block:
            case Heading():
                yield block.text
            case Paragraph():
                yield from strings(block.inlines)
            case Passage():
                yield from strings(block.inlines)
                yield "" if block.number is None else str(block.number)
            case Legend():
                yield from (brief.labels[name].title for name in block.labels)
            case Table():
                yield from (column.title for column in block.columns)
                yield from (
                    text for row in block.rows for cell in row.cells for text in strings(cell.inlines)
                )


def strings(inlines: Inlines) -> Iterator[str]:
    return (plain((inline,)) for inline in inlines)


def holds(found: str, text: str) -> bool:
    """Whether the text is there; of one with characters that are hard to set, whether all its words are.

    A page of a PDF holds such characters as they are seen, and who reads it back guesses what they were.
    """
    composed = unicodedata.normalize("NFKC", text)
    if not any(map(hard_to_set, composed)):
        return squeezed(text) in found
    return all(squeezed(word) in found for word in re.findall(r"\w+", composed))


def hard_to_set(character: str) -> bool:
    from_right_to_left = unicodedata.bidirectional(character) in {"R", "AL"}
    return from_right_to_left or unicodedata.category(character) in {"Mn", "Co"}


def squeezed(text: str) -> str:
    """The text without what formats may change: spaces, joined letters, characters that are not seen."""
    composed = unicodedata.normalize("NFKC", text)
    return "".join(c for c in composed if not c.isspace() and unicodedata.category(c) not in {"Cc", "Cf"})


def docx_text(path: Path) -> str:
    with ZipFile(path) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.endswith(".xml")]
    roots = [etree.fromstring(part) for part in parts]
    authors = [str(author) for root in roots for author in root.xpath("//@*[local-name()='author']")]
    return "".join([*("".join(root.itertext()) for root in roots), *authors])


def pdf_text(path: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(path).pages)


def html_text(path: Path) -> str:
    body = html.fromstring(path.read_bytes()).find("body")
    return body.text_content()


def markdown_text(path: Path) -> str:
    return re.sub(r"\\(?=\n|[^\w\s])", "", path.read_text(encoding="utf-8"))


READERS = {"docx": docx_text, "pdf": pdf_text, "html": html_text, "md": markdown_text}
