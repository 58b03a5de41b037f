"""Forged files of every kind, by every door: each read or refused, in little time and memory, with no leak.

A leak is whatever the process that opens them does beside reading that file: another file, a connection,
a program, something written.
"""

from pathlib import Path

import pytest

from tests.hostile.document_files import EPUBS, MARKDOWNS, OPEN_DOCUMENTS, RTFS
from tests.hostile.html_files import HTML_FILES
from tests.hostile.mail_files import MAILBOX_FILES, MORE_MAIL_FILES, OUTLOOK_FILES, SAVED_PAGE_FILES
from tests.hostile.news_files import FEED_FILES, NEWSML_FILES, NEWSML_G2_FILES, NITF_FILES
from tests.hostile.openings import Hostile, faults_of, table
from tests.hostile.other_files import (
    CODEBOOK_FILES,
    MAIL_FILES,
    OPEN_DOCUMENT_FILES,
    PDF_FILES,
    RTF_FILES,
    TEMPLATE_FILES,
    ZIP_FILES,
)
from tests.hostile.package_tables import BRIEFS, DOCUMENTS, PACKAGES
from tests.hostile.table_files import RECORD_FILES, TABLE_FILES, WORKBOOK_FILES
from tests.hostile.text_files import TEXT_FILES
from tests.hostile.web_archive_files import PACKED_WEB_ARCHIVES, WEB_ARCHIVES
from tests.hostile.xml_files import ENTITIES
from tests.hostile.xml_large_files import XML_FILES

ARTICLES = {**ENTITIES, **XML_FILES}
WORD = {**PACKAGES, **DOCUMENTS}

KINDS: dict[str, list[Hostile]] = {
    "article": table("article", ".pressmark", ARTICLES),
    "any XML": table("load", ".pressmark", ARTICLES),
    "article as a codebook": table("codebook", ".xml", ARTICLES),
    "codebook": table("codebook", ".xml", CODEBOOK_FILES),
    "template": table("template", ".toml", TEMPLATE_FILES),
    "web page": table("load", ".html", HTML_FILES),
    "pasted": table("pasted", ".html", HTML_FILES),
    "text": table("load", ".txt", TEXT_FILES),
    "text as a page": table("load", ".html", TEXT_FILES),
    "Word document": table("load", ".docx", WORD),
    "edited brief": table("brief", ".docx", {**WORD, **BRIEFS}),
    "OpenDocument": table("load", ".odt", {**OPEN_DOCUMENT_FILES, **OPEN_DOCUMENTS}),
    "RTF": table("load", ".rtf", {**RTF_FILES, **RTFS}),
    "EPUB": table("load", ".epub", EPUBS),
    "Markdown": table("load", ".md", MARKDOWNS),
    "PDF": table("load", ".pdf", PDF_FILES),
    "e-mail": table("each", ".eml", {**MAIL_FILES, **MORE_MAIL_FILES}),
    "mailbox": table("each", ".mbox", MAILBOX_FILES),
    "Outlook message": table("each", ".msg", OUTLOOK_FILES),
    "saved web page": table("each", ".mhtml", SAVED_PAGE_FILES),
    "ZIP": table("load", ".zip", ZIP_FILES),
    "table": table("load", ".csv", TABLE_FILES),
    "workbook": table("load", ".xlsx", WORKBOOK_FILES),
    "JSON": table("load", ".json", RECORD_FILES),
    "web archive": table("each", ".warc", WEB_ARCHIVES),
    "packed web archive": table("each", ".wacz", PACKED_WEB_ARCHIVES),
    "feed": table("each", ".xml", FEED_FILES),
    "NITF": table("each", ".xml", NITF_FILES),
    "NewsML 1": table("each", ".xml", NEWSML_FILES),
    "NewsML-G2": table("each", ".xml", NEWSML_G2_FILES),
}
QUICK = ("laughs", "local file", "network", "deep", "ring", "climb", "NUL", "script", "encod", "whose number")
"""What the files do that are tried each time; all of them together take minutes."""
MOST_SECONDS = 20.0


def quick() -> list[Hostile]:
    """Of each kind those of the words that are small."""
    return [file for files in KINDS.values() for file in files if any(word in file.does for word in QUICK)]


@pytest.mark.faults
@pytest.mark.parametrize("kind", KINDS)
def test_no_hostile_file_crashes_hangs_or_leaks(kind: str, tmp_path: Path) -> None:
    assert faults_of(KINDS[kind], tmp_path, MOST_SECONDS) == []


def test_small_hostile_files_of_every_kind_crash_hang_and_leak_nothing(tmp_path: Path) -> None:
    files = quick()
    assert {file.door for file in files} == {file.door for of_kind in KINDS.values() for file in of_kind}
    assert faults_of(files, tmp_path, MOST_SECONDS) == []
