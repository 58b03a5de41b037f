"""Small good files of each kind, and the same with random damage: flipped bytes, cut ends, doubled slices."""

import gzip
import random
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from desktop.exporting import export
from pressmark.storage.codebook_csv import codebook_to_csv
from pressmark.storage.codebook_xml import codebook_to_xml
from pressmark.storage.write_xml import to_xml
from pressmark.template_store import TemplateStore
from pressmark.templates import template_text
from tests.hostile.document_files import SAMPLES
from tests.hostile.html_files import NEWS, REACHING, page
from tests.hostile.mail_files import MAILBOX_FILES, MORE_MAIL_FILES, OUTLOOK_FILES, SAVED_PAGE_FILES
from tests.hostile.news_files import FEED_FILES, NEWSML_FILES, NEWSML_G2_FILES, NITF_FILES
from tests.hostile.openings import Hostile
from tests.hostile.other_files import MAIL_FILES, PDF_FILES
from tests.hostile.package_files import document, package, words
from tests.hostile.web_archive_files import PACKED_WEB_ARCHIVES, WEB_ARCHIVES
from tests.pressmark.importers.media_exports import (
    CISION,
    GENIOS,
    NEW_YORK,
    as_json,
    comma_separated,
    workbook,
)
from tests.pressmark.story import told

MARKS = (
    b"<",
    b">",
    b"&",
    b'"',
    b"'",
    b"\0",
    b"]]>",
    b"<!--",
    b"&#",
    b"-1",
    b"\xff",
    b"PK\3\4",
    b"/>",
    b"=",
    b"9" * 99,
)
_WHEN = datetime(2026, 11, 14, tzinfo=UTC)

Mutation = Callable[[bytearray, random.Random], None]


@cache
def good_files() -> dict[str, tuple[str, str, bytes]]:
    """By kind: the door, the ending of its name, and the bytes."""
    codebook = told().codebook
    template = TemplateStore.of_user().find("ministerial-brief")
    table_of_html = page("<table><tr><td>1<td>2</table><ul><li>x</ul><time datetime=2026-11-14>today</time>")
    return {
        "article": ("article", ".pressmark", to_xml(told())),
        "codebook": ("codebook", ".xml", codebook_to_xml(codebook)),
        "codebook as a table": ("codebook", ".csv", codebook_to_csv(codebook)),
        "template": ("template", ".toml", template_text(template).encode()),
        "web page": ("load", ".html", table_of_html),
        "pasted": ("pasted", ".html", REACHING["has frames of a local file"]("file:///nowhere")),
        "text": (
            "load",
            ".txt",
            f"Towns agree\n\nBy Ann Lee\n14 November 2026\n\n{NEWS * 3}\n\n- é\n".encode(),
        ),
        "Word document": ("load", ".docx", document(words("One &amp; two"))),
        "brief": ("load", ".docx", brief()),
        "edited brief": ("brief", ".docx", brief()),
        "table": ("load", ".csv", comma_separated(GENIOS, ";").encode("utf-16")),
        "workbook": ("load", ".xlsx", workbook(("Clips", CISION))),
        "JSON": ("load", ".json", as_json(NEW_YORK)),
        "OpenDocument": ("load", ".odt", (SAMPLES / "ferry.odt").read_bytes()),
        "RTF": ("load", ".rtf", (SAMPLES / "ferry.rtf").read_bytes()),
        "EPUB": ("load", ".epub", (SAMPLES / "ferry.epub").read_bytes()),
        "Markdown": ("load", ".md", markdown()),
        "PDF": ("load", ".pdf", PDF_FILES["is a good page"]("")),
        "web archive": ("each", ".warc", gzip.decompress(WEB_ARCHIVES["is a good one"](""))),
        "packed records": ("each", ".warc.gz", WEB_ARCHIVES["is a good one"]("")),
        "packed web archive": ("each", ".wacz", PACKED_WEB_ARCHIVES["is a good one"]("")),
        "feed": ("each", ".rss", FEED_FILES["is a good one"]("")),
        "Atom": ("each", ".atom", FEED_FILES["as Atom is a good one"]("")),
        "NITF": ("each", ".xml", NITF_FILES["is a good one"]("")),
        "NewsML 1": ("each", ".xml", NEWSML_FILES["is a good one"]("")),
        "NewsML-G2": ("each", ".xml", NEWSML_G2_FILES["is a good one"]("")),
        "e-mail": ("each", ".eml", MAIL_FILES["has a name that climbs"]("")),
        "newsletter by mail": ("each", ".eml", MORE_MAIL_FILES["is a good newsletter"]("")),
        "mailbox": ("each", ".mbox", MAILBOX_FILES["is a good one"]("")),
        "Outlook message": ("each", ".msg", OUTLOOK_FILES["is a good one"]("")),
        "saved web page": ("each", ".mhtml", SAVED_PAGE_FILES["is a good one"]("")),
        "ZIP": ("load", ".zip", package({"a.txt": NEWS})),
    }


def markdown() -> bytes:
    head = "---\ntitle: Towns\nauthor:\n  - Ann Lee\n---\n# Towns\n\n"
    return f"{head}{NEWS}[^1] *a* [b](c)\n\n|a|b|\n|-|-|\n|c|d|\n\n> x\n\n- y\n\n[^1]: Note".encode()


def brief() -> bytes:
    """A real one, with the article and its values in it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "brief.docx"
        export([told()], path, now=_WHEN)
        return path.read_bytes()


def mutants(kind: str, count: int, seed: int) -> list[Hostile]:
    door, ending, good = good_files()[kind]
    return [
        Hostile(f"is a damaged {kind}, seed {number}", door, f"hostile{ending}", _later(good, number))
        for number in range(seed, seed + count)
    ]


def mutated(data: bytes, seed: int) -> bytes:
    """The file with random damage; of a package, as often, a part with damage in a package that is sound."""
    chance = random.Random(seed)
    if not data.startswith(b"PK\3\4") or chance.random() < 0.5:
        return _damaged(data, chance)
    with ZipFile(BytesIO(data)) as zipped:
        parts = {name: zipped.read(name) for name in zipped.namelist()}
    hurt = chance.choice(list(parts))
    return package({**parts, hurt: _damaged(parts[hurt], chance)})


def _later(good: bytes, seed: int) -> Callable[[str], bytes]:
    return lambda _: mutated(good, seed)


def _damaged(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8, 30))):
        chance.choice(_MUTATIONS)(changed, chance)
    return bytes(changed)


def _slice(data: bytearray, chance: random.Random) -> slice:
    at = chance.randrange(len(data) + 1)
    return slice(at, at + chance.choice((1, 4, 40, 400)))


def _flip(data: bytearray, chance: random.Random) -> None:
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _cut(data: bytearray, chance: random.Random) -> None:
    if chance.random() < 0.2:
        del data[chance.randrange(len(data) + 1) :]


def _lose(data: bytearray, chance: random.Random) -> None:
    del data[_slice(data, chance)]


def _double(data: bytearray, chance: random.Random) -> None:
    doubled = bytes(data[_slice(data, chance)]) * chance.choice((1, 1, 2, 50))
    at = chance.randrange(len(data) + 1)
    data[at:at] = doubled


def _mark(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    data[at:at] = chance.choice(MARKS)


_MUTATIONS: tuple[Mutation, ...] = (_flip, _flip, _cut, _lose, _double, _mark)
