import json
from pathlib import Path

import pytest

from pressmark import finding
from tests.desktop.command_line.conftest import Command, saved


@pytest.fixture
def dossier(story: Path, tmp_path: Path, pressmark: Command) -> Path:
    """A second article beside the story."""
    second = tmp_path / "second.txt"
    second.write_text("Second\n\nThe café of Port Almar.\n", encoding="utf-8")
    pressmark("import", second, "--to", story.parent)
    return story.parent


def test_each_hit_is_a_line_with_its_file_paragraph_and_context(
    dossier: Path, story: Path, pressmark: Command
) -> None:
    said = pressmark("search", dossier, "port almar")
    first, second, third = said.out.splitlines()
    assert (said.code, said.err) == (0, "")
    assert first == (
        f"{story}:¶3: Minister Mara Venn pledged €42m for Port Almar by 31 March 2027. Venn named no year. "
        "😀 Port Almar waits."
    )
    assert second.startswith(f"{story}:¶3: …")
    assert third.endswith("second.pressmark:¶2: The café of Port Almar.")


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (("CAFE",), 1),
        (("--exact", "CAFE"), 0),
        (("--exact", "café"), 1),
        (("--regex", "[Cc]afé|Venn"), 4),
        (("Alm",), 3),
        (("--whole-words", "Alm"), 0),
        (("nowhere at all",), 0),
    ],
)
def test_words_are_compared_as_asked(
    arguments: tuple[str, ...], count: int, dossier: Path, pressmark: Command
) -> None:
    said = pressmark("search", dossier, *arguments)
    assert (said.code, len(said.out.splitlines())) == (0, count)


def test_json_has_stable_keys_and_code_points(story: Path, pressmark: Command) -> None:
    (hit,) = json.loads(pressmark("search", story, "waits", "--json").out)
    assert list(hit) == ["file", "paragraph", "span", "words", "before", "after"]
    start, end = hit["span"]
    assert saved(story).article.text[start:end] == hit["words"] == "waits"
    assert hit["before"].endswith("😀 Port Almar ")
    assert hit["after"] == "."


def test_json_of_nothing_is_an_empty_list(story: Path, pressmark: Command) -> None:
    assert json.loads(pressmark("search", story, "nowhere", "--json").out) == []


@pytest.mark.parametrize(
    ("arguments", "why"), [(("--regex", "("), "missing )"), ((" ",), "The query is empty.")]
)
def test_what_cannot_be_searched_for_is_wrong_usage(
    arguments: tuple[str, ...], why: str, story: Path, pressmark: Command
) -> None:
    said = pressmark("search", story, *arguments)
    assert (said.code, said.out) == (2, "")
    assert why in said.err
    assert said.err.count("\n") == 1


def test_a_query_without_a_place_to_search_is_wrong_usage(pressmark: Command) -> None:
    assert pressmark("search", "Venn").code == 2


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_searched(
    story: Path, tmp_path: Path, pressmark: Command
) -> None:
    said = pressmark("search", tmp_path / "none.pressmark", story, "waits")
    assert said.code == 1
    assert said.err.startswith(f"pressmark: {tmp_path / 'none.pressmark'}: ")
    assert said.out.startswith(f"{story}:¶3: ")


def test_a_file_on_which_the_search_takes_too_long_has_failed(
    story: Path, pressmark: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "TIME_LIMIT", 0.0001)
    said = pressmark("search", story, "--regex", r"(.|..)+\n$x")
    assert said.code == 1
    assert said.err == f"pressmark: {story}: The regular expression takes too long here: make it simpler.\n"


def test_labelling_all_places_twice_labels_them_once(story: Path, pressmark: Command) -> None:
    pressmark("annotate", story, "actor", "Venn named")
    assert pressmark("annotate", story, "actor", "Venn", "--all", "--set", "kind=person").out == "a2\na3\n"
    said = pressmark("annotate", story, "actor", "Venn", "--all")
    assert (said.code, said.out, said.err) == (0, "", "")
    assert [one.value("kind") for one in saved(story).markup.values()].count("person") == 2
