"""One story as LibreOffice and pandoc write it: read alike from every kind of document."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from pressmark.importers.imported import Imported
from tests.pressmark.importers.test_open_document import FERRY, SAMPLES

Take = Callable[..., Imported]
Shown = Callable[[Imported], list[str]]

PAGE = """<html lang="en"><head><title>Quay</title></head><body><h1>Quay to open in May</h1>
<p>By Ólafur Łącki</p>
<p>The <b>town</b> will spend £4&nbsp;million, or 4,5&nbsp;Mio. €, on the quay – “at last”, as
the mayor&nbsp;said 😀. Naïve? Привет, 港口, مرحبا.</p>
<h2>Who pays</h2><ul><li>the town</li><li>the <i>port</i></li></ul><ol><li>first</li></ol>
<table border="1"><tr><td>Town</td><td>Share</td></tr><tr><td>Northmouth</td><td>£3m</td></tr></table>
<p>One line<br>and another.</p></body></html>"""
QUAY = [
    "heading1: Quay to open in May",
    "paragraph: By Ólafur Łącki",
    "paragraph: The town will spend £4\u00a0million, or 4,5\u00a0Mio. €, on the quay – “at last”, as the "
    "mayor\u00a0said 😀. Naïve? Привет, 港口, مرحبا.",
    "heading2: Who pays",
    "list-item: the town",
    "list-item: the port",
    "list-item: first",
    "paragraph: Town\tShare",
    "paragraph: Northmouth\t£3m",
    "paragraph: One line",
    "paragraph: and another.",
]
MARKDOWN = """---
title: Quay to open
author: Ann Lee
date: 2026-11-21
lang: en-GB
---

# The quay

It opens *in May*[^1], “at last”, for £4 million; 港口 😀.

> So be it.

- the town
- the port

| Town       | Share |
|------------|-------|
| Northmouth | £3m   |

## Who pays

All of us.[^2]

[^1]: Of 2027.
[^2]: See the *minutes*.
"""


def by_office(source: Path, ending: str) -> Path:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    home = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    kind = "txt:Text (encoded):UTF8" if ending == "txt" else ending
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", kind, "--outdir", str(source.parent), str(source)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return source.with_suffix(f".{ending}")


@pytest.mark.foreign
def test_a_page_saved_by_libreoffice_is_read_as_libreoffice_shows_it(
    take: Take, shown: Shown, tmp_path: Path
) -> None:
    page = tmp_path / "quay.html"
    page.write_text(PAGE, encoding="utf-8")
    saved = by_office(page, "odt")
    imported = take(saved.read_bytes(), saved.name)
    assert shown(imported) == QUAY
    text = by_office(saved, "txt").read_text(encoding="utf-8-sig")
    bullets = re.compile(r"^\s*(?:[•◦▪]|\d+\.)\s*")
    said = [bullets.sub("", line) for line in text.splitlines() if line.strip()]
    assert said == imported.article.text.replace("\t", "\n").splitlines()


@pytest.mark.foreign
def test_the_same_page_saved_as_rtf_is_read_alike(take: Take, shown: Shown, tmp_path: Path) -> None:
    page = tmp_path / "quay.html"
    page.write_text(PAGE, encoding="utf-8")
    saved = by_office(by_office(page, "odt"), "rtf")
    assert shown(take(saved.read_bytes(), saved.name)) == QUAY


@pytest.mark.foreign
def test_the_sample_is_what_libreoffice_makes_of_its_source(take: Take, shown: Shown, tmp_path: Path) -> None:
    source = Path(shutil.copy(SAMPLES / "ferry.fodt", tmp_path))
    assert shown(take(by_office(source, "odt").read_bytes(), "ferry.odt")) == FERRY


@pytest.mark.foreign
@pytest.mark.parametrize("ending", ["odt", "rtf", "epub", "epub2"])
def test_what_pandoc_makes_of_markdown_is_read_as_the_markdown(
    take: Take, tmp_path: Path, ending: str
) -> None:
    pypandoc = pytest.importorskip("pypandoc", reason="pandoc is not installed")
    made = tmp_path / f"quay.{ending.rstrip('2')}"
    pypandoc.convert_text(MARKDOWN, ending, "markdown", ["--standalone"], outputfile=str(made))
    plain = take(MARKDOWN, "quay.md")
    imported = take(made.read_bytes(), made.name)
    lines = imported.article.text.split("\n")
    assert lines[lines.index("The quay") :] == plain.article.text.split("\n")
    assert imported.source.headline in {"Quay to open", "The quay"}
