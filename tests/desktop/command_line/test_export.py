"""export with a template, and compared with an earlier brief."""

from dataclasses import replace
from pathlib import Path

import pytest

from pressmark.changes import set_filing
from pressmark.storage.articles import open_article, save_article
from tests.desktop.command_line.conftest import Command


@pytest.fixture
def marked(story: Path, pressmark: Command) -> Path:
    pressmark("annotate", story, "actor", "Minister Mara Venn", "--set", "entity=Mara Venn", "--by", "ana")
    pressmark("annotate", story, "pledge", "pledged €42m", "--set", "amount=€42m", "--link", "pledger=a1")
    return story


def test_a_template_decides_what_the_brief_has(marked: Path, tmp_path: Path, pressmark: Command) -> None:
    out = tmp_path / "brief.md"
    assert pressmark("export", marked, "-o", out, "--template", "one-page-digest").code == 0
    assert "## <a id" in out.read_text("utf-8") or "## Pledges" in out.read_text("utf-8")
    assert "Actors" not in out.read_text("utf-8")
    house = tmp_path / "house.toml"
    house.write_text('language = "de"\n[[section]]\nname = "pledges"\n', encoding="utf-8")
    assert pressmark("export", marked, "-o", out, "--template", house).code == 0
    assert "Zusagen" in out.read_text("utf-8")


def test_a_template_that_is_none_is_wrong_usage_and_nothing_is_written(
    marked: Path, tmp_path: Path, pressmark: Command
) -> None:
    said = pressmark("export", marked, "-o", tmp_path / "brief.md", "--template", "house")
    assert said.code == 2
    assert "choose one of full-report, ministerial-brief, one-page-digest" in said.err
    (tmp_path / "new.toml").write_text('[[section]]\nname = "mood"\n')
    said = pressmark("export", marked, "-o", tmp_path / "brief.md", "--template", tmp_path / "new.toml")
    assert said.code == 1
    assert "“mood”" in said.err
    assert not (tmp_path / "brief.md").exists()


def test_an_earlier_brief_tells_what_has_changed(marked: Path, tmp_path: Path, pressmark: Command) -> None:
    before, out = tmp_path / "before.docx", tmp_path / "after.md"
    pressmark("export", marked, "-o", before)
    assert pressmark("set", marked, "p1", "--set", "amount=€50m").code == 0
    assert pressmark("export", marked, "-o", out, "--earlier", before).code == 0
    text = out.read_text("utf-8")
    assert "Amount altered" in text
    assert "EUR 42,000,000" in text
    assert "EUR 50,000,000" in text
    (tmp_path / "theirs.pdf").write_bytes(b"%PDF-1.7")
    said = pressmark("export", marked, "-o", out, "--earlier", tmp_path / "theirs.pdf")
    assert said.code == 1
    assert "theirs.pdf" in said.err


def test_archived_articles_of_a_folder_are_left_out_unless_they_are_named(
    marked: Path, tmp_path: Path, pressmark: Command
) -> None:
    opened = open_article(marked)
    opened.doc.apply(set_filing(opened.doc, replace(opened.doc.filing, archived=True), "Archive"))
    save_article(opened.doc, marked)
    out = tmp_path / "brief.md"
    said = pressmark("export", marked.parent, "-o", out)
    assert "it is archived, and left out" in said.err
    assert said.code == 1
    assert not out.exists(), "there was no other article in it"
    assert pressmark("export", marked, "-o", out).code == 0
    assert "pledged €42m" in out.read_text("utf-8")
