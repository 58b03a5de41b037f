"""check, list, export, help."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop.command_line.conftest import Command, saved


@pytest.fixture
def marked(story: Path, pressmark: Command) -> Path:
    pressmark("annotate", story, "actor", "Minister Mara Venn", "--set", "entity=Mara Venn", "--by", "ana")
    pressmark("annotate", story, "quote", "“We will not leave the fleet outside,”", "“This is the money.”")
    pressmark("annotate", story, "pledge", "pledged €42m", "--set", "amount=€42m", "--link", "pledger=a1")
    return story


def test_list_names_words_and_values_a_line_each(marked: Path, pressmark: Command) -> None:
    lines = pressmark("list", marked).out.splitlines()
    assert lines == [
        "q1\tquote\t“We will not leave the fleet outside,” […] “This is the money.”",
        "a1\tactor\tMinister Mara Venn\tentity=Mara Venn",
        "p1\tpledge\tpledged €42m\tamount=EUR 42,000,000, pledger→a1",
    ]


def test_list_takes_one_label(marked: Path, pressmark: Command) -> None:
    assert pressmark("list", marked, "--label", "pledge").out.startswith("p1\t")


def test_list_of_several_articles_names_the_file(marked: Path, tmp_path: Path, pressmark: Command) -> None:
    pressmark("import", tmp_path / "harbour.txt", "--to", marked.parent, "--again")
    other = marked.with_stem(f"{marked.stem}-2")
    pressmark("annotate", other, "actor", "waits")
    assert pressmark("list", marked.parent).out.splitlines()[0] == f"{other}\ta1\tactor\twaits"


def test_json_has_stable_keys_and_code_points(marked: Path, pressmark: Command) -> None:
    rows = json.loads(pressmark("list", marked, "--json").out)
    assert list(rows[0]) == [
        "file", "id", "label", "words", "spans", "lost", "name", "attributes", "links", "note", "by",
        "created", "paragraph",
    ]  # fmt: skip
    pledge = rows[2]
    assert pledge["file"] == str(marked)
    assert pledge["words"] == ["pledged €42m"]
    assert pledge["attributes"] == {"amount": "EUR 42000000"}
    assert pledge["links"] == [{"role": "pledger", "to": "a1"}]
    assert pledge["paragraph"] == 3
    ((start, end),) = pledge["spans"]
    assert end - start == len("pledged €42m")


def test_json_of_nothing_is_an_empty_list(story: Path, pressmark: Command) -> None:
    assert json.loads(pressmark("list", story, "--json").out) == []


def test_check_says_what_is_missing_and_succeeds(marked: Path, pressmark: Command) -> None:
    said = pressmark("check", marked)
    assert said.code == 0
    assert said.out.splitlines() == [
        f"{marked}: q1 has no speaker",
        f"{marked}: p1 has no recipient",
        f"{marked}: p1 has no due date",
    ]


def test_check_fails_for_a_file_whose_words_are_gone(marked: Path, pressmark: Command) -> None:
    text = marked.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if "Minister Mara Venn pledged" in line)
    marked.write_text(text.replace(line, '    <block kind="paragraph">Rain.</block>'), encoding="utf-8")
    said = pressmark("check", marked)
    assert said.code == 1
    assert "text was changed outside Pressmark" in said.err
    assert "the words of a1 are not in the text" in said.out


@pytest.mark.parametrize("verb", ["check", "list"])
def test_files_that_cannot_be_read_are_named_and_the_others_go_on(
    verb: str, marked: Path, tmp_path: Path, pressmark: Command
) -> None:
    bad = tmp_path / "bad.pressmark"
    bad.write_text("<not-ours/>")
    said = pressmark(verb, bad, tmp_path / "none.pressmark", marked)
    assert said.code == 1
    first, second = said.err.splitlines()
    assert first.startswith(f"pressmark: {bad}: bad.pressmark is XML, but not an article")
    assert "none.pressmark could not be read (no such file or directory)" in second
    assert "q1" in said.out


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".html", ".md", ".xlsx", ".csv"])
def test_export_writes_every_format(suffix: str, marked: Path, tmp_path: Path, pressmark: Command) -> None:
    out = tmp_path / f"brief{suffix}"
    said = pressmark("export", marked, "-o", out)
    assert (said.code, said.out, said.err) == (0, f"{out}\n", "")
    assert out.stat().st_size > 500


def test_export_of_a_folder_is_one_brief_over_its_articles(
    marked: Path, tmp_path: Path, pressmark: Command
) -> None:
    pressmark("import", tmp_path / "harbour.txt", "--to", marked.parent, "--again")
    pressmark("export", marked.parent, "-o", tmp_path / "brief.md")
    assert "# Brief on 2 articles" in (tmp_path / "brief.md").read_text(encoding="utf-8")


def test_export_has_only_the_sections_named(marked: Path, tmp_path: Path, pressmark: Command) -> None:
    out = tmp_path / "brief.md"
    assert pressmark("export", marked, "-o", out, "--section", "pledges", "--section", "actors").code == 0
    headings = [line for line in out.read_text(encoding="utf-8").splitlines() if line.startswith("## ")]
    assert headings == ["## Pledges", "## Actors"]


def test_a_table_has_only_the_labels_named(marked: Path, tmp_path: Path, pressmark: Command) -> None:
    out = tmp_path / "quotes.csv"
    assert pressmark("export", marked, "-o", out, "--label", "quote").code == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["label"] for row in rows] == ["quote"] * len(rows)
    assert len(rows) == saved(marked).markup.count("quote") > 0
    assert "amount_least" not in rows[0]


def test_export_goes_on_without_a_file_that_cannot_be_read(
    marked: Path, tmp_path: Path, pressmark: Command
) -> None:
    said = pressmark("export", tmp_path / "none.pressmark", marked, "-o", tmp_path / "brief.md")
    assert (said.code, said.out) == (1, f"{tmp_path / 'brief.md'}\n")
    assert said.err.count("\n") == 1


def test_export_of_nothing_writes_nothing(tmp_path: Path, pressmark: Command) -> None:
    said = pressmark("export", tmp_path, "-o", tmp_path / "brief.md")
    assert said.code == 1
    assert "there is no article to write about" in said.err
    assert not (tmp_path / "brief.md").exists()


@pytest.mark.parametrize("arguments", [("-o", "brief.odt"), ("-o", "brief.md", "--section", "weather"), ()])
def test_export_as_what_is_not_known_is_wrong_usage(
    arguments: tuple[str, ...], marked: Path, pressmark: Command
) -> None:
    assert pressmark("export", marked, *arguments).code == 2


def test_export_into_a_folder_that_is_not_there_says_so(
    marked: Path, tmp_path: Path, pressmark: Command
) -> None:
    said = pressmark("export", marked, "-o", tmp_path / "none" / "brief.pdf")
    assert said.code == 1
    assert f"the folder {tmp_path / 'none'} does not exist: choose another" in said.err


@pytest.mark.parametrize("arguments", [(), ("frobnicate",), ("list",)])
def test_wrong_usage_is_said_on_stderr(arguments: tuple[str, ...], pressmark: Command) -> None:
    said = pressmark(*arguments)
    assert (said.code, said.out) == (2, "")
    assert "usage: pressmark" in said.err


def test_help_names_every_verb(pressmark: Command) -> None:
    said = pressmark("--help")
    assert said.code == 0
    for verb in ("import", "annotate", "set", "delete", "edit", "check", "list", "export"):
        assert f"    {verb} " in said.out


def run_process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_a_verb_imports_no_qt(marked: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from desktop.app import main; code = main(sys.argv[1:]);"
        "sys.exit(code or sorted(name for name in sys.modules if 'PySide' in name) or None)"
    )
    done = run_process("-c", script, "export", str(marked), "-o", str(tmp_path / "brief.pdf"))
    assert (done.returncode, done.stderr) == (0, "")


def test_python_m_desktop_is_the_same_door(marked: Path) -> None:
    done = run_process("-m", "desktop", "list", str(marked), "--label", "actor")
    assert (done.returncode, done.stdout) == (0, "a1\tactor\tMinister Mara Venn\tentity=Mara Venn\n")


def test_what_the_terminal_cannot_show_is_printed_as_its_code(marked: Path) -> None:
    done = run_process("-m", "desktop", "list", str(marked), PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "\\u201cWe will not leave" in done.stdout


def test_whoever_reads_only_the_first_line_causes_no_failure(marked: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", "list", str(marked), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 0
