from pathlib import Path

import pytest

from tests.desktop.command_line.conftest import Command, saved


def test_words_that_stand_once_are_labelled_and_the_id_is_printed(story: Path, pressmark: Command) -> None:
    said = pressmark("annotate", story, "actor", "Minister Mara Venn", "--by", "ana")
    assert (said.code, said.out, said.err) == (0, "a1\n", "")
    one = saved(story).markup["a1"]
    assert one.words(saved(story).article) == ("Minister Mara Venn",)
    assert (one.author, one.created) == ("ana", "2026-11-14T09:30:00+00:00")


def test_several_texts_are_pieces_of_one_annotation_in_text_order(story: Path, pressmark: Command) -> None:
    pressmark("annotate", story, "quote", "“We will not leave the fleet outside,”", "“This is the money.”")
    doc = saved(story)
    assert doc.markup["q1"].words(doc.article) == (
        "“We will not leave the fleet outside,”",
        "“This is the money.”",
    )


def test_a_piece_that_stands_only_before_the_one_before_it_is_refused(
    story: Path, pressmark: Command
) -> None:
    said = pressmark("annotate", story, "quote", "This is the money.", "We will not leave")
    assert said.code == 1
    assert "“We will not leave” does not stand after “This is the money.”" in said.err
    assert not saved(story).markup


def test_words_in_several_places_must_be_told_apart(story: Path, pressmark: Command) -> None:
    said = pressmark("annotate", story, "actor", "Mara Venn")
    assert said.code == 1
    assert "stands in 2 places: say which by --nth (1 to 2), or --all" in said.err


def test_nth_chooses_among_several_places(story: Path, pressmark: Command) -> None:
    pressmark("annotate", story, "actor", "Venn", "--nth", 3)
    doc = saved(story)
    assert doc.article.text[doc.markup["a1"].start :].startswith("Venn named no year")


@pytest.mark.parametrize("nth", ["0", "4", "-1"])
def test_there_is_no_place_beyond_the_last(nth: str, story: Path, pressmark: Command) -> None:
    said = pressmark("annotate", story, "actor", "Venn", f"--nth={nth}")
    assert (said.code, said.out) == (1, "")
    assert f"stands in 3 places: there is no number {nth}" in said.err


def test_all_labels_every_place_and_prints_every_id(story: Path, pressmark: Command) -> None:
    assert pressmark("annotate", story, "actor", "Venn", "--all").out == "a1\na2\na3\n"


def test_a_space_stands_for_the_no_break_space_of_the_article(story: Path, pressmark: Command) -> None:
    assert pressmark("annotate", story, "location", "Port Almar", "--all").out == "l1\nl2\n"
    doc = saved(story)
    assert doc.markup["l1"].words(doc.article) == ("Port\u00a0Almar",)
    assert doc.markup["l2"].words(doc.article) == ("Port Almar",)


def test_offsets_count_code_points_past_an_emoji(story: Path, pressmark: Command) -> None:
    pressmark("annotate", story, "actor", "waits")
    doc = saved(story)
    assert doc.markup["a1"].start == doc.article.text.index("waits")


def test_words_that_are_not_there_are_named_with_the_nearest_that_are(
    story: Path, pressmark: Command
) -> None:
    said = pressmark("annotate", story, "actor", "Minster Mara Ven")
    assert said.code == 1
    assert said.err == (
        f"pressmark: {story}: “Minster Mara Ven” does not stand in the text; "
        "did you mean “Minister Mara Venn”?\n"
    )


def test_words_that_resemble_nothing_are_refused_without_a_guess(story: Path, pressmark: Command) -> None:
    said = pressmark("annotate", story, "actor", "Xqzwk")
    assert said.err.endswith("“Xqzwk” does not stand in the text\n")


def test_values_links_and_note_come_with_the_annotation(story: Path, pressmark: Command) -> None:
    said = pressmark(
        "annotate", story, "pledge", "pledged €42m for Port Almar by 31 March 2027",
        "--set", "amount=€42m", "--set", "due=by 31 March 2027",
        "--link", "pledger=Minister Mara Venn", "--link", "recipient=Port Almar", "--note", "Which budget?",
    )  # fmt: skip
    assert (said.code, said.out) == (0, "p1\n")
    doc = saved(story)
    one = doc.markup["p1"]
    assert dict(one.attributes) == {"amount": "EUR 42000000", "due": "by 2027-03-31"}
    assert one.note == "Which budget?"
    assert [doc.markup[key].words(doc.article) for key in one.targets("pledger")] == [("Minister Mara Venn",)]


def test_names_of_one_actor_become_one_entity_of_the_kind_said(story: Path, pressmark: Command) -> None:
    pressmark(
        "annotate", story, "actor", "Minister Mara Venn", "--set", "entity=Mara Venn", "--set", "kind=person"
    )
    pressmark("annotate", story, "actor", "Venn", "--nth", 3, "--set", "entity=Mara Venn")
    doc = saved(story)
    assert [(one.id, one.name, one.kind) for one in doc.entities.values()] == [
        ("mara-venn", "Mara Venn", "person")
    ]
    assert {one.value("entity") for one in doc.markup.values()} == {"mara-venn"}


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("person", "waits"), "there is no label “person”; the codebook has quote, pledge, actor, location"),
        (("actor", "waits", "--set", "age=40"), "Actor has no attribute “age”"),
        (("pledge", "waits", "--set", "amount=much"), "“much” is not an amount"),
        (("quote", "waits", "--link", "speaker=Nobody Atall"), "neither an annotation nor words"),
        (("quote", "waits", "--link", "author=a1"), "Quote has no role “author”"),
        (("quote", "Venn", "waits", "--all"), "--all takes one TEXT"),
        (("quote", " "), "does not stand in the text"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_leaves_the_file_as_it_was(
    arguments: tuple[str, ...], why: str, story: Path, pressmark: Command
) -> None:
    before = story.read_bytes()
    said = pressmark("annotate", story, *arguments)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"pressmark: {story}: ")
    assert why in said.err
    assert said.err.count("\n") == 1
    assert story.read_bytes() == before


@pytest.mark.parametrize(
    "arguments", [("--set", "amount"), ("--set", "=5"), ("--nth", "two"), ("--nth", "1", "--all")]
)
def test_wrong_usage_ends_with_two(arguments: tuple[str, ...], story: Path, pressmark: Command) -> None:
    assert pressmark("annotate", story, "actor", "Venn", *arguments).code == 2


def test_an_xml_file_is_saved_in_place(story: Path, pressmark: Command) -> None:
    renamed = story.rename(story.with_suffix(".xml"))
    assert pressmark("annotate", renamed, "actor", "waits").code == 0
    assert "a1" in saved(renamed).markup
    assert not story.exists()


def test_a_file_of_a_newer_pressmark_is_not_written_to(story: Path, pressmark: Command) -> None:
    newer = story.read_bytes().replace(b'version="1"', b'version="2"')
    story.write_bytes(newer)
    said = pressmark("annotate", story, "actor", "waits")
    assert said.code == 1
    assert "saved by a newer Pressmark and can only be read" in said.err
    assert story.read_bytes() == newer


def test_annotations_of_a_disturbed_file_are_found_again_and_said(story: Path, pressmark: Command) -> None:
    pressmark("annotate", story, "actor", "Venn named")
    story.write_text(story.read_text(encoding="utf-8").replace("Harbour fund", "The harbour fund"), "utf-8")
    said = pressmark("annotate", story, "actor", "waits")
    assert said.code == 0
    assert "note: its text was changed outside Pressmark" in said.err
    doc = saved(story)
    assert doc.markup["a1"].words(doc.article) == ("Venn named",)
