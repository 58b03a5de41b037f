"""What is listed of a folder, and how the index follows it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pressmark.annotation import Annotation
from pressmark.article import SourceRecord, Span
from pressmark.entities import Entity
from pressmark.filing import Filing
from pressmark.storage.articles import open_article, save_article
from pressmark.storage.index import Index, Refreshed
from tests.pressmark.storage.indexed import doc_of, files, write

PAST = 1_700_000_000_000_000_000


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    write(tmp_path / "d", "one", doc_of(["One ship", "sails"]))
    write(tmp_path / "d", "two", doc_of(["Two ships"]))
    return tmp_path / "d"


@pytest.fixture
def index(dossier: Path, tmp_path: Path) -> Iterator[Index]:
    with Index(dossier, tmp_path / "cache") as index:
        index.refresh()
        yield index


def age(path: Path) -> None:
    """As if it had been changed long ago."""
    os.utime(path, ns=(PAST, PAST))


def test_each_article_is_listed_with_what_is_known_of_it(tmp_path: Path) -> None:
    source = SourceRecord("Ships", "Gazette", "Ana", "2026-11-14", "en", status="corrected")
    annotations = [Annotation("a1", "actor", (Span(0, 3),)), Annotation("a2", "actor", (Span(4, 8),))]
    struck = Annotation("q1", "quote", (Span(9, 14),))
    filing = Filing("done", ("sea", "in port"), archived=True, struck=(1,))
    doc = doc_of(["One ship", "sails"], source, filing=filing, annotations=[*annotations, struck])
    write(tmp_path / "d", "one", doc)
    with Index(tmp_path / "d", tmp_path / "cache") as index:
        assert index.refresh() == Refreshed(read=1, gone=0)
        (row,) = index.rows()
    assert (row.file, row.headline, row.outlet, row.author) == ("one.pressmark", "Ships", "Gazette", "Ana")
    assert (row.published, row.language, row.state) == ("2026-11-14", "en", "done")
    assert (row.tags, row.archived, row.status) == (("sea", "in port"), True, "corrected")
    assert (dict(row.counts), row.words, row.problem) == ({"actor": 2}, 3, "")


def test_words_of_a_script_without_spaces_are_its_characters(tmp_path: Path) -> None:
    write(tmp_path / "d", "one", doc_of(["政府は防衛費を増やすと約束した。首相が東京で述べた。"]))
    with Index(tmp_path / "d", tmp_path / "cache") as index:
        index.refresh()
        assert [row.words for row in index.rows()] == [24]


def test_the_newest_are_listed_first(tmp_path: Path) -> None:
    for day in ("2026-01-02", "", "2026-03-01"):
        write(tmp_path / "d", f"n{day}", doc_of(["x"], SourceRecord(published=day)))
    with Index(tmp_path / "d", tmp_path / "cache") as index:
        index.refresh()
        assert [row.published for row in index.rows()] == ["2026-03-01", "2026-01-02", ""]


def test_a_damaged_file_is_listed_with_its_reason(index: Index, dossier: Path) -> None:
    (dossier / "three.pressmark").write_text("<pressmark")
    index.refresh()
    problems = {row.file: row.problem for row in index.rows()}
    assert problems.pop("three.pressmark").startswith("three.pressmark is damaged")
    assert set(problems.values()) == {""}
    assert files(index, "-nothing") == {"one", "two"}


def test_other_files_and_folders_are_not_looked_at(index: Index, dossier: Path) -> None:
    (dossier / ".hidden.pressmark").write_text("x")
    (dossier / "notes.txt").write_text("x")
    (dossier / "folder.pressmark").mkdir()
    assert not index.refresh().changed
    assert len(index.rows()) == 2


def test_a_refresh_reads_only_what_has_changed(index: Index, dossier: Path) -> None:
    assert not index.refresh().changed
    write(dossier, "two", doc_of(["Two boats"]))
    write(dossier, "three", doc_of(["Three boats"]))
    (dossier / "one.pressmark").unlink()
    assert index.refresh() == Refreshed(read=2, gone=1)
    assert files(index, "boats") == {"two", "three"}
    assert files(index, "ship OR ships") == set()


def test_a_changed_article_leaves_nothing_of_what_it_was(index: Index, dossier: Path) -> None:
    annotations = [Annotation("p1", "pledge", (Span(0, 3),), {"topic": "fleet"}, note="ask")]
    write(dossier, "two", doc_of(["Two boats"], annotations=annotations, entities=[Entity("e", "Eve")]))
    index.refresh()
    assert files(index, "topic:fleet") == files(index, "label:pledge boats") == {"two"}
    assert [one.name for one in index.entities()] == ["Eve"]
    write(dossier, "two", doc_of(["Two rafts"]))
    index.refresh()
    for gone in ("topic:fleet", "label:pledge", "has:note", "boats", "boats OR label:pledge"):
        assert files(index, gone) == set()
    assert files(index, "rafts") == {"two"}
    assert index.entities() == []


@pytest.mark.parametrize("times_set_back", [True, False])
def test_a_file_changed_to_one_of_its_size_is_read_again(
    times_set_back: bool, dossier: Path, tmp_path: Path
) -> None:
    """Its times tell, where the file system keeps one that no program sets; else, if fresh, its content."""
    path = dossier / "two.pressmark"
    if times_set_back:
        age(path)
    with Index(dossier, tmp_path / "cache") as index:
        index.refresh()
        size = path.stat().st_size
        write(dossier, "two", doc_of(["Owt ships"]))
        if times_set_back:
            age(path)
        assert path.stat().st_size == size
        index.refresh()
        assert (files(index, "owt"), files(index, "two")) == ({"two"}, set())


def test_a_file_that_was_only_touched_is_not_read_anew(index: Index, dossier: Path) -> None:
    age(dossier / "one.pressmark")
    assert not index.refresh().changed
    assert files(index, "sails") == {"one"}


def test_an_article_put_in_is_found_without_a_refresh(index: Index, dossier: Path) -> None:
    path = dossier / "one.pressmark"
    doc = doc_of(["One galley"])
    index.put(path, doc, save_article(doc, path))
    assert files(index, "galley") == {"one"}
    assert not index.refresh().changed


def test_what_another_hand_has_written_over_is_not_put_in(index: Index, dossier: Path) -> None:
    path = dossier / "one.pressmark"
    doc = doc_of(["One galley"])
    held = save_article(doc, path)
    write(dossier, "one", doc_of(["One canoe"]))
    index.put(path, doc, held)
    assert files(index, "galley") == set()
    index.refresh()
    assert files(index, "canoe") == {"one"}


def test_an_article_of_another_folder_is_not_put_in(index: Index, tmp_path: Path) -> None:
    doc = doc_of(["One galley"])
    path = tmp_path / "one.pressmark"
    index.put(path, doc, save_article(doc, path))
    assert files(index, "galley") == set()


def test_a_refresh_that_is_ended_keeps_what_it_has_read(tmp_path: Path) -> None:
    for number in range(230):
        write(tmp_path / "d", f"n{number:03}", doc_of([f"Ship {number}"]))
    seen: list[tuple[int, int]] = []

    def stop_late(done: int, of: int) -> None:
        seen.append((done, of))
        if done == 220:
            raise KeyboardInterrupt

    with Index(tmp_path / "d", tmp_path / "cache") as index:
        with pytest.raises(KeyboardInterrupt):
            index.refresh(stop_late)
        assert seen[0] == (0, 230)
        assert len(index.rows()) == 200
        assert index.refresh().read == 30
        assert len(files(index, "ship")) == 230


def test_a_folder_that_is_away_leaves_the_index_as_it_was(index: Index, dossier: Path) -> None:
    away = dossier.rename(dossier.with_name("away"))
    with pytest.raises(OSError, match="No such file"):
        index.refresh()
    assert len(index.rows()) == 2
    away.rename(dossier)
    assert not index.refresh().changed


def test_an_article_is_known_by_what_it_was_imported_from_and_by_its_text(
    index: Index, dossier: Path
) -> None:
    write(dossier, "three", doc_of(["Three"], SourceRecord(original_sha256="abc")))
    index.refresh()
    text = open_article(dossier / "one.pressmark").doc.article.sha256
    known = {one.name: one for one in index.known()}
    assert known["three.pressmark"].original_sha256 == "abc"
    assert known["one.pressmark"].text_sha256 == text
    assert all(one.sketch for one in known.values())


def test_entities_are_listed_with_their_mentions(tmp_path: Path) -> None:
    eve = Entity("eve", "Eve", "person", ("Evie", "E. Adams"), "Q1", "")
    named = Annotation("a1", "actor", (Span(0, 3),), {"entity": "eve"})
    write(tmp_path / "d", "one", doc_of(["Eve said"], annotations=[named], entities=[eve]))
    with Index(tmp_path / "d", tmp_path / "cache") as index:
        index.refresh()
        (entity,) = index.entities()
    assert (entity.file, entity.id, entity.name, entity.kind) == ("one.pressmark", "eve", "Eve", "person")
    assert (entity.aliases, entity.wikidata, entity.mentions) == (("Evie", "E. Adams"), "Q1", 1)


def test_nothing_of_the_index_lies_in_the_dossier(index: Index, dossier: Path) -> None:
    assert {one.name for one in dossier.iterdir()} == {"one.pressmark", "two.pressmark"}
