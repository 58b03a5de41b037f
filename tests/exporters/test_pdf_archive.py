"""The PDF as an archive takes it: PDF/UA-1 and PDF/A-3a, what the file says of itself, what rides along."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from exporters.pdf import write
from pressmark.brief import Attachment, Brief
from tests.exporters.many_briefs import BRIEFS
from tests.exporters.reference_brief import REFERENCE
from tests.exporters.verapdf import broken_rules, missing


def written(brief: Brief, path: Path) -> pikepdf.Pdf:
    write(brief, path, lambda _done: None)
    return pikepdf.open(path)


@pytest.mark.foreign
def test_every_brief_is_accessible_and_fit_for_archives(tmp_path: Path) -> None:
    if why := missing():
        assert "PRESSMARK_CI" not in os.environ, why
        pytest.skip(why)
    assert len(BRIEFS) >= 20
    paths = {tmp_path / f"{name}.pdf": brief for name, brief in BRIEFS.items()}
    for path, brief in paths.items():
        write(brief, path, lambda _done: None)
    assert {path.stem: rules for path, rules in broken_rules(paths).items() if rules} == {}


@pytest.mark.parametrize("name", BRIEFS)
def test_each_brief_is_a_sound_file_and_always_the_same(tmp_path: Path, name: str) -> None:
    path, again = tmp_path / "brief.pdf", tmp_path / "again.pdf"
    assert written(BRIEFS[name], path).check_pdf_syntax() == []
    write(BRIEFS[name], again, lambda _done: None)
    assert path.read_bytes() == again.read_bytes()


def test_briefs_that_differ_have_names_that_differ(tmp_path: Path) -> None:
    one = written(REFERENCE, tmp_path / "1.pdf").trailer.ID[0]
    other = written(replace(REFERENCE, details="Another"), tmp_path / "2.pdf").trailer.ID[0]
    assert bytes(one) != bytes(other)


def test_what_the_document_is_stands_in_its_metadata(tmp_path: Path) -> None:
    made = datetime(2026, 11, 14, 9, 40, tzinfo=UTC)
    document = written(replace(REFERENCE, created=made, author="A & <B>"), tmp_path / "brief.pdf")
    assert str(document.docinfo.CreationDate) == "D:20261114094000Z"
    with document.open_metadata() as told:
        assert (told["dc:title"], told["dc:creator"]) == (REFERENCE.title, ["A & <B>"])
        assert told["xmp:CreateDate"] == "2026-11-14T09:40:00Z"
        assert (told.pdfa_status, told["pdfuaid:part"]) == ("3A", "1")


@pytest.mark.parametrize(
    ("given", "said"), [("en-GB", "en-GB"), ("ar", "ar"), ("", "en"), ("(no) language", "en")]
)
def test_the_language_is_one_that_readers_know(tmp_path: Path, given: str, said: str) -> None:
    document = written(replace(REFERENCE, language=given), tmp_path / "brief.pdf")
    assert str(document.Root.Lang) == said


def test_attachments_can_be_taken_out_again(tmp_path: Path) -> None:
    data = bytes(range(256)) * 9
    files = (Attachment("q1.xml", "application/xml", data, "The annotations"),) * 2
    document = written(replace(REFERENCE, attachments=files), tmp_path / "brief.pdf")
    assert sorted(document.attachments) == ["2 q1.xml", "q1.xml"]
    taken = document.attachments["q1.xml"]
    assert taken.get_file().read_bytes() == data
    assert taken.get_file().mime_type == "application/xml"
    assert [str(each.AFRelationship) for each in document.Root.AF] == ["/Source", "/Source"]
