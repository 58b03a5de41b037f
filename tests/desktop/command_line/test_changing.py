"""set, delete, edit."""

from pathlib import Path

import pytest

from tests.desktop.command_line.conftest import Command, saved


@pytest.fixture
def marked(story: Path, pressmark: Command) -> Path:
    pressmark("annotate", story, "actor", "Minister Mara Venn", "--set", "entity=Mara Venn")
    pressmark("annotate", story, "actor", "Mara Venn", "--nth", 1)
    pressmark("annotate", story, "quote", "“This is the money.”", "--link", "speaker=a1")
    return story


def test_set_adds_values_links_and_a_note(marked: Path, pressmark: Command) -> None:
    said = pressmark(
        "set", marked, "q1", "--set", "mode=Direct", "--set", "said=14 Nov 2026", "--link", "addressee=a2",
        "--note", "overheard", "--by", "ben",
    )  # fmt: skip
    assert (said.code, said.out, said.err) == (0, "", "")
    one = saved(marked).markup["q1"]
    assert dict(one.attributes) == {"mode": "direct", "said": "2026-11-14"}
    assert one.targets("addressee") == ("a2",)
    assert one.note == "overheard"


def test_setting_the_same_entity_merges_the_names_of_one_actor(marked: Path, pressmark: Command) -> None:
    pressmark("set", marked, "a2", "--set", "entity=Somebody")
    assert len(saved(marked).entities) == 2
    pressmark("set", marked, "a2", "--set", "entity=mara venn")
    doc = saved(marked)
    assert list(doc.entities) == ["mara-venn"]
    assert doc.markup["a1"].value("entity") == doc.markup["a2"].value("entity") == "mara-venn"


def test_empty_values_clear_what_was_set(marked: Path, pressmark: Command) -> None:
    pressmark("set", marked, "q1", "--set", "cue=said", "--note", "x")
    assert pressmark("set", marked, "q1", "--set", "cue=", "--note", "", "--link", "speaker=").code == 0
    one = saved(marked).markup["q1"]
    assert (dict(one.attributes), one.note, one.links) == ({}, "", ())


def test_a_link_that_is_not_there_cannot_be_taken_away(marked: Path, pressmark: Command) -> None:
    said = pressmark("set", marked, "q1", "--link", "addressee=")
    assert (said.code, "q1 has no link in the role “addressee”" in said.err) == (1, True)


def test_a_new_speaker_takes_the_place_of_the_old(marked: Path, pressmark: Command) -> None:
    pressmark("set", marked, "q1", "--link", "speaker=a2")
    assert saved(marked).markup["q1"].targets("speaker") == ("a2",)


@pytest.mark.parametrize(
    "arguments", [("set", "q9", "--note", "x"), ("delete", "q9"), ("delete", "q1", "q9")]
)
def test_an_annotation_that_is_not_there_is_a_failure(
    arguments: tuple[str, ...], marked: Path, pressmark: Command
) -> None:
    verb, *rest = arguments
    said = pressmark(verb, marked, *rest)
    assert said.code == 1
    assert "there is no annotation q9" in said.err
    assert "q1" in saved(marked).markup


def test_delete_takes_links_and_forgotten_entities_with_it(marked: Path, pressmark: Command) -> None:
    assert pressmark("delete", marked, "a1", "a2").code == 0
    doc = saved(marked)
    assert list(doc.markup) == ["q1"]
    assert doc.markup["q1"].links == ()
    assert not doc.entities


def test_edit_states_the_source_and_the_words_of_the_brief(story: Path, pressmark: Command) -> None:
    said = pressmark(
        "edit", story, "--headline", "Fund promised", "--outlet", "Coastal Gazette",
        "--author", "Ilse Marran", "--published", "14 November 2026", "--language", "en", "--url", "https://coastal.example/fund",
        "--title", "The fund", "--for", "the Committee", "--from", "the Desk", "--date", "16 Nov 2026",
        "--caveat", "OFFICIAL", "--bottom-line", "One sum stands.\nAsk for the year.",
    )  # fmt: skip
    assert (said.code, said.out, said.err) == (0, "", "")
    doc = saved(story)
    assert (doc.source.headline, doc.source.outlet, doc.source.author) == (
        "Fund promised", "Coastal Gazette", "Ilse Marran",
    )  # fmt: skip
    assert (doc.source.published, doc.source.url) == ("2026-11-14", "https://coastal.example/fund")
    words = doc.words
    assert (words.title, words.addressee, words.sender) == ("The fund", "the Committee", "the Desk")
    assert (words.date, words.caveat) == ("2026-11-16", "OFFICIAL")
    assert words.bottom_line == "One sum stands.\nAsk for the year."


def test_edit_leaves_what_it_does_not_name_and_clears_what_it_names_empty(
    story: Path, pressmark: Command
) -> None:
    pressmark("edit", story, "--title", "A", "--caveat", "B")
    pressmark("edit", story, "--caveat", "")
    assert (saved(story).words.title, saved(story).words.caveat) == ("A", "")


def test_what_is_stated_is_no_longer_guessed(story: Path, pressmark: Command) -> None:
    assert saved(story).source.guessed == ("headline", "language")
    pressmark("edit", story, "--outlet", "Coastal Gazette")
    assert saved(story).source.guessed == ("headline", "language")
    pressmark("edit", story, "--headline", "Harbour fund")
    assert saved(story).source.guessed == ("language",)


@pytest.mark.parametrize("arguments", [("set", "q1"), ("edit",), ("delete",)])
def test_nothing_to_do_is_wrong_usage(arguments: tuple[str, ...], marked: Path, pressmark: Command) -> None:
    verb, *rest = arguments
    before = marked.stat().st_mtime_ns
    assert pressmark(verb, marked, *rest).code == 2
    assert marked.stat().st_mtime_ns == before
