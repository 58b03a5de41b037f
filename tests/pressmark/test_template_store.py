"""Shipped templates, the analyst's own over them, and files from elsewhere."""

from dataclasses import replace
from pathlib import Path

import pytest

from pressmark.brief import Look, Picture
from pressmark.template_store import DEFAULT, TemplateStore, UnknownTemplate, write_template
from pressmark.templates import ChosenSection, Template, read_template

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
HOUSE = Template("house", "House style", (ChosenSection("pledges"),))


@pytest.fixture
def store(tmp_path: Path) -> TemplateStore:
    return replace(TemplateStore.of_user(), own=tmp_path / "own")


def names(store: TemplateStore) -> list[str]:
    return [one.name for one in store.templates()[0]]


def test_the_shipped_ones_are_there_without_any_of_ones_own(store: TemplateStore) -> None:
    assert names(store) == ["full-report", "ministerial-brief", "one-page-digest"]
    assert store.find(DEFAULT).title == "Ministerial brief"


def test_what_is_saved_is_found_and_gone_when_deleted(store: TemplateStore) -> None:
    store.save(HOUSE)
    assert store.find("house").title == "House style"
    assert store.is_own("house")
    store.delete("house")
    assert "house" not in names(store)
    with pytest.raises(UnknownTemplate, match="full-report, ministerial-brief, one-page-digest"):
        store.find("house")


def test_ones_own_stands_for_the_shipped_one_until_it_is_deleted(store: TemplateStore) -> None:
    store.save(replace(store.find(DEFAULT), title="Ours"))
    assert store.find(DEFAULT).title == "Ours"
    assert names(store).count(DEFAULT) == 1
    store.delete(DEFAULT)
    assert store.find(DEFAULT).title == "Ministerial brief"


def test_logo_and_word_model_go_with_a_template_wherever_it_is_written(
    store: TemplateStore, tmp_path: Path
) -> None:
    look = Look(logo=Picture(PNG, "image/png", "Crest"), word_model=b"PK model")
    store.save(replace(HOUSE, word_model="from elsewhere.docx", look=look))
    shared = tmp_path / "shared" / "given.toml"
    shared.parent.mkdir()
    write_template(store.find("house"), shared)
    assert sorted(path.name for path in shared.parent.iterdir()) == [
        "given-logo.png",
        "given.docx",
        "given.toml",
    ]
    assert read_template(shared).look == look
    store.delete("house")
    assert list(store.own.iterdir()) == []


def test_a_template_that_is_no_more_gives_way_to_the_usual_one(store: TemplateStore) -> None:
    assert store.remembered("one-page-digest").title == "One-page digest"
    assert store.remembered("deleted since").name == DEFAULT
    assert store.remembered("").name == DEFAULT


def test_a_file_from_elsewhere_is_found_by_its_path(store: TemplateStore, tmp_path: Path) -> None:
    write_template(HOUSE, tmp_path / "theirs.toml")
    assert store.find(str(tmp_path / "theirs.toml")).title == "House style"


def test_a_broken_file_hides_no_other_and_is_named(store: TemplateStore) -> None:
    store.save(HOUSE)
    (store.own / "broken.toml").write_text("title =")
    found, problems = store.templates()
    assert "house" in [one.name for one in found]
    assert len(problems) == 1
    assert "“broken.toml”" in problems[0]


@pytest.mark.parametrize(
    ("title", "name"),
    [("Ours & Theirs", "ours-theirs"), ("Ministerial brief", "ministerial-brief-2"), ("???", "template")],
)
def test_a_new_template_gets_a_name_that_no_other_has(store: TemplateStore, title: str, name: str) -> None:
    assert store.free_name(title) == name
