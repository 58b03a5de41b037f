"""import, and what is refused."""

import hashlib
import json
import sys
from pathlib import Path

import pytest

from pressmark.importers.reading import MOST_BYTES
from tests.desktop.command_line.conftest import NOW, STORY, Command, saved


def test_import_keeps_the_article_and_the_original_to_the_byte(tmp_path: Path, pressmark: Command) -> None:
    data = STORY.replace("\n", "\r\n").encode("utf-16")
    (tmp_path / "harbour.txt").write_bytes(data)
    said = pressmark("import", tmp_path / "harbour.txt", "--to", tmp_path / "new" / "dossier")
    article = tmp_path / "new" / "dossier" / "harbour-fund-promised-before-winter.pressmark"
    assert (said.code, said.out, said.err) == (0, f"{article}\n", "")
    (original,) = (article.parent / "originals").iterdir()
    assert original.read_bytes() == data
    source = saved(article).source
    assert source.original_sha256 == hashlib.sha256(data).hexdigest()
    assert source.captured_at == NOW.isoformat()


def test_what_is_there_already_is_left_out_and_said(story: Path, tmp_path: Path, pressmark: Command) -> None:
    (tmp_path / "new.txt").write_text("Another story\n\nIt has words of its own.", encoding="utf-8")
    said = pressmark("import", tmp_path / "harbour.txt", tmp_path / "new.txt", "--to", story.parent)
    assert (said.code, said.out) == (0, f"{story.with_name('another-story.pressmark')}\n")
    told = "note: It is the very file that “Harbour fund promised before winter” came from."
    assert said.err == f"pressmark: {tmp_path / 'harbour.txt'}: {told}\n"


def test_two_of_one_go_are_compared_too(tmp_path: Path, pressmark: Command) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    said = pressmark("import", tmp_path / "a.txt", tmp_path / "b.txt", "--to", tmp_path / "new", "--json")
    first, second = json.loads(said.out)
    assert (first["fate"], first["like"]) == ("came in", None)
    assert (second["fate"], second["file"], second["failed"]) == ("was here already", None, None)
    assert second["like"]["file"] == first["file"]


def test_a_new_version_comes_in_and_is_told(story: Path, tmp_path: Path, pressmark: Command) -> None:
    for number, last in enumerate(
        ("Port Almar waits.", "Port Almar waits no longer. A crane came on Monday.")
    ):
        page = (
            f"<title>Harbour fund</title><article><h1>Harbour fund</h1><p>{STORY}</p><p>{last}</p></article>"
        )
        link = '<link rel="canonical" href="https://coast.example/harbour-fund">'
        (tmp_path / f"page{number}.html").write_text(f"<html><head>{link}</head><body>{page}</body></html>")
    said = pressmark("import", tmp_path / "page0.html", tmp_path / "page1.html", "--to", tmp_path / "new")
    assert len(said.out.splitlines()) == 2
    assert "page1.html: note: It seems to be another version of “Harbour fund”" in said.err


def test_import_of_the_same_again_overwrites_nothing(story: Path, tmp_path: Path, pressmark: Command) -> None:
    before = story.read_bytes()
    said = pressmark("import", tmp_path / "harbour.txt", "--to", story.parent, "--again")
    assert said.out.strip() == str(story.with_stem(f"{story.stem}-2"))
    assert story.read_bytes() == before


def test_import_of_a_folder_takes_its_files_but_hidden_ones(tmp_path: Path, pressmark: Command) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    for name in ("b.txt", "a.txt", ".DS_Store"):
        (folder / name).write_text(f"{name} is here, and it says a few words.", encoding="utf-8")
    said = pressmark("import", folder, "--to", tmp_path / "dossier")
    assert said.code == 0
    assert [saved(Path(line)).source.original_name for line in said.out.splitlines()] == ["a.txt", "b.txt"]


def test_a_missing_headline_is_said(tmp_path: Path, pressmark: Command) -> None:
    (tmp_path / "flat.txt").write_text("One paragraph that is no headline. It ends here.", encoding="utf-8")
    said = pressmark("import", tmp_path / "flat.txt", "--to", tmp_path)
    assert said.code == 0
    assert "flat.txt: note: The text names no headline" in said.err


def test_an_article_of_another_dossier_comes_with_its_original(
    story: Path, tmp_path: Path, pressmark: Command
) -> None:
    pressmark("annotate", story, "actor", "waits")
    said = pressmark("import", story, "--to", tmp_path / "other")
    copy = Path(said.out.strip())
    assert copy.read_bytes() == story.read_bytes()
    (original,) = (copy.parent / "originals").iterdir()
    assert original.read_text(encoding="utf-8") == STORY


def test_an_article_of_this_dossier_is_not_doubled(story: Path, pressmark: Command) -> None:
    said = pressmark("import", story, "--to", story.parent)
    assert (said.code, said.out) == (1, "")
    assert "it is an article of this dossier already" in said.err


BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "is empty"),
    "binary.txt": (bytes(range(256)) * 40, ""),
    "picture.docx": (b"\x89PNG\r\n\x1a\n" + bytes(100), "looks like a PNG picture"),
    "cut.docx": (b"PK\x03\x04" + bytes(60), "damaged or cut short"),
    "paper.pdf": (b"%PDF-1.7\n", "a PDF"),
    "doctype.xml": (
        b'<?xml version="1.0"?><!DOCTYPE pressmark [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        b'<pressmark xmlns="urn:pressmark:article:1" version="1">&x;</pressmark>',
        "declares a document type",
    ),
    "cut.pressmark": (b'<pressmark xmlns="urn:pressmark:article:1" version="1">', "is damaged"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_line_that_names_it_and_the_others_go_on(
    name: str, tmp_path: Path, pressmark: Command
) -> None:
    data, why = BAD[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(STORY, encoding="utf-8")
    said = pressmark("import", tmp_path / name, tmp_path / "good.txt", "--to", tmp_path / "dossier")
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert said.err.startswith(f"pressmark: {tmp_path / name}: ")
    assert why in said.err
    assert said.out == f"{tmp_path / 'dossier' / 'harbour-fund-promised-before-winter.pressmark'}\n"


def test_a_huge_file_is_refused_unread(tmp_path: Path, pressmark: Command) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    said = pressmark("import", huge, "--to", tmp_path / "dossier")
    assert (said.code, said.out) == (1, "")
    assert "huge.txt is larger than 50 MB" in said.err


@pytest.mark.parametrize("name", ["none.txt", "none.pressmark", "none"])
def test_a_file_that_is_not_there_is_said(name: str, tmp_path: Path, pressmark: Command) -> None:
    said = pressmark("import", tmp_path / name, "--to", tmp_path / "dossier")
    assert said.code == 1
    assert "could not be read (no such file or directory)" in said.err


def test_an_address_that_is_none_is_said(tmp_path: Path, pressmark: Command) -> None:
    said = pressmark("import", "http://", "--to", tmp_path)
    assert said.code == 1
    assert "is not a web address" in said.err


def test_a_dossier_that_cannot_be_made_is_said(story: Path, tmp_path: Path, pressmark: Command) -> None:
    said = pressmark("import", tmp_path / "harbour.txt", "--to", story)
    assert said.code == 1
    assert "a file of that name is in the way" in said.err
    said = pressmark("import", tmp_path / "harbour.txt", "--to", story / "inner")
    assert said.code == 1
    assert f"{story} is no folder: choose another" in said.err


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no folder here that even root cannot write to")
@pytest.mark.skipif(sys.platform == "win32", reason="no /proc")
def test_an_unwritable_folder_is_said_for_each_input(tmp_path: Path, pressmark: Command) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    said = pressmark("import", tmp_path / "a.txt", tmp_path / "b.txt", "--to", "/proc/dossier")
    assert said.code == 1
    assert said.err.count("dossier could not be written") == 2


def test_the_encoding_may_be_said(tmp_path: Path, pressmark: Command) -> None:
    (tmp_path / "old.txt").write_bytes("Łódź\n\nŻółw idzie do Łodzi, powiedział ktoś.".encode("cp852"))
    pressmark("import", tmp_path / "old.txt", "--to", tmp_path / "dossier", "--encoding", "cp852")
    (article,) = (tmp_path / "dossier").glob("*.pressmark")
    assert saved(article).article.text.endswith("Żółw idzie do Łodzi, powiedział ktoś.")


def test_what_columns_hold_may_be_said_and_is_asked_for(tmp_path: Path, pressmark: Command) -> None:
    table = "Erster;Zweiter\nFähre kommt;Die Fähre kommt im März, sagt die Ministerin in Lowick.\n"
    (tmp_path / "clips.csv").write_text(table, encoding="utf-8")
    words = ("import", tmp_path / "clips.csv", "--to", tmp_path / "dossier")
    assert "Erster, Zweiter" in pressmark(*words).err
    said = pressmark(*words, "--again", "--column", "headline=Erster", "--column", "text=Zweiter")
    source = saved(Path(said.out.strip())).source
    assert (source.headline, source.guessed) == ("Fähre kommt", ("language",))


def test_a_field_that_there_is_none_of_is_wrong_usage(tmp_path: Path, pressmark: Command) -> None:
    said = pressmark("import", "clips.csv", "--to", tmp_path, "--column", "colour=Erster")
    assert said.code == 2
    assert "there is no field “colour”" in said.err


def test_to_is_needed(tmp_path: Path, pressmark: Command) -> None:
    assert pressmark("import", tmp_path).code == 2
