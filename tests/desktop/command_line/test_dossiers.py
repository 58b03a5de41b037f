"""search and list over a whole folder, through its index."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop.command_line.conftest import Command


@pytest.fixture
def dossier(story: Path, tmp_path: Path, pressmark: Command) -> Path:
    """The story with a pledge in it, and a later article of another outlet."""
    pressmark("annotate", story, "actor", "Minister Mara Venn", "--set", "entity=Mara Venn")
    pressmark("annotate", story, "pledge", "pledged €42m", "--set", "amount=€42m", "--link", "pledger=a1")
    pressmark("edit", story, "--outlet", "Harbour Post", "--published", "2026-11-12")
    second = tmp_path / "second.txt"
    second.write_text("Second\n\nThe café of Port Almar.\n", encoding="utf-8")
    path = pressmark("import", second, "--to", story.parent).out.strip()
    pressmark("edit", path, "--outlet", "Gazette", "--published", "2026-11-14")
    return story.parent


def test_a_folder_is_searched_by_the_query_language(dossier: Path, story: Path, pressmark: Command) -> None:
    said = pressmark("search", dossier, "label:pledge by:venn amount>40m")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        f"{story}:¶3: p1: Minister Mara Venn pledged €42m for Port Almar by 31 March 2027. Venn named no "
        "year. 😀 Port Almar …\n"
    )


def test_articles_that_are_found_by_other_than_their_words_are_named(
    dossier: Path, story: Path, pressmark: Command
) -> None:
    assert pressmark("search", dossier, 'outlet:"harbour post"').out == (
        f"{story}: Harbour fund promised before winter\n"
    )


def test_json_of_a_folder_has_stable_keys(dossier: Path, story: Path, pressmark: Command) -> None:
    (hit,) = json.loads(pressmark("search", dossier, "label:pledge", "--json").out)
    assert list(hit) == [
        "file", "paragraph", "span", "words", "before", "after", "annotation", "label", "headline", "outlet",
        "published",
    ]  # fmt: skip
    assert (hit["file"], hit["paragraph"], hit["words"]) == (str(story), 3, "pledged €42m")
    assert (hit["annotation"], hit["label"], hit["outlet"]) == ("p1", "pledge", "Harbour Post")


@pytest.mark.parametrize("arguments", [("--regex", "label:pledge"), ("--whole-words", "label:pledge")])
def test_said_how_words_are_compared_a_query_is_words(
    arguments: tuple[str, ...], dossier: Path, pressmark: Command
) -> None:
    assert pressmark("search", dossier, *arguments).out == ""


def test_a_query_that_is_not_understood_is_wrong_usage(dossier: Path, pressmark: Command) -> None:
    said = pressmark("search", dossier, "labl:pledge")
    assert (said.code, said.out) == (2, "")
    assert "did you mean label:?" in said.err


@pytest.mark.parametrize("verb", [("search", "café"), ("list", "--articles")])
def test_a_damaged_file_of_a_folder_is_named_and_the_others_are_read(
    verb: tuple[str, str], dossier: Path, pressmark: Command
) -> None:
    (dossier / "bad.pressmark").write_text("<not-ours/>")
    said = pressmark(verb[0], dossier, verb[1])
    assert said.code == 1
    assert said.err.startswith(f"pressmark: {dossier / 'bad.pressmark'}: bad.pressmark is XML, but not")
    assert "second.pressmark" in said.out


def test_articles_are_listed_the_newest_first(dossier: Path, story: Path, pressmark: Command) -> None:
    said = pressmark("list", dossier, "--articles")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        f"to read\t2026-11-14\tGazette\tSecond\t\t{dossier / 'second.pressmark'}",
        f"to read\t2026-11-12\tHarbour Post\tHarbour fund promised before winter\tactor 1, pledge 1\t{story}",
    ]


def test_articles_of_files_are_listed_as_those_of_a_folder(dossier: Path, pressmark: Command) -> None:
    whole = pressmark("list", dossier, "--articles", "--json").out
    paths = sorted(dossier.glob("*.pressmark"))
    assert pressmark("list", *paths, "--articles", "--json").out == whole
    assert len(json.loads(whole)) == 2


def test_articles_are_listed_by_label(dossier: Path, story: Path, pressmark: Command) -> None:
    lines = pressmark("list", dossier, "--articles", "--label", "pledge").out.splitlines()
    assert [line.rpartition("\t")[2] for line in lines] == [str(story)]


def test_json_of_articles_has_stable_keys(dossier: Path, story: Path, pressmark: Command) -> None:
    _, row = json.loads(pressmark("list", dossier, "--articles", "--json").out)
    assert row == {
        "file": str(story),
        "state": "to read",
        "status": "",
        "archived": False,
        "tags": [],
        "headline": "Harbour fund promised before winter",
        "outlet": "Harbour Post",
        "author": "",
        "published": "2026-11-12",
        "language": row["language"],
        "words": row["words"],
        "counts": {"actor": 1, "pledge": 1},
    }
    assert row["words"] > 30


def test_the_index_is_asked_without_qt(dossier: Path) -> None:
    script = (
        "import sys; from desktop.app import main; code = main(sys.argv[1:]);"
        "sys.exit(code or sorted(name for name in sys.modules if 'PySide' in name) or None)"
    )
    command = [sys.executable, "-c", script, "search", str(dossier), "label:pledge"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert ":¶3: p1: " in done.stdout
