"""Of a folder, and of an archive, the files that a person means."""

import os
from pathlib import Path

import pytest

from pressmark.importers.folders import files_below, members_meant, parts_of_pages

TREE = (
    "quay.html", "quay_files/style.css", "quay_files/frame.html", "quay_files/more/ad.html",
    "Hafen.htm", "Hafen-Dateien/bild.txt", "port.html", "port.files/x.html",
    "notes_files/kept.txt", ".hidden.txt", ".git/config", "__MACOSX/._quay.html", "Thumbs.db", "~$brief.docx",
    "deep/er/story.txt", "dossier/a.pressmark", "dossier/originals/aa-a.txt", "originals/kept.txt",
)  # fmt: skip
MEANT = [
    "Hafen.htm", "deep/er/story.txt", "dossier/a.pressmark", "notes_files/kept.txt", "originals/kept.txt",
    "port.html", "quay.html",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in TREE:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return tmp_path


def test_the_files_of_all_folders_come_by_name_without_what_nobody_means(folder: Path) -> None:
    assert [one.relative_to(folder).as_posix() for one in files_below(folder)] == MEANT


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links on this system")
def test_links_do_not_lead_round_in_circles(folder: Path) -> None:
    (folder / "deep" / "back").symlink_to(folder, target_is_directory=True)
    (folder / "deep" / "gone.txt").symlink_to(folder / "nowhere.txt")
    assert [one.relative_to(folder).as_posix() for one in files_below(folder)] == MEANT


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        files_below(tmp_path / "gone")


def test_an_archive_has_the_same_rule() -> None:
    members = [*TREE, "empty/", "news/Quay.HTML", "news/quay_files/x.html"]
    ours = {"dossier/originals/aa-a.txt"}  # archives of dossiers are read as what is in them
    assert sorted(members_meant(members)) == sorted([*MEANT, *ours, "news/Quay.HTML"])


@pytest.mark.parametrize("files", ["quay_files", "Quay-Dateien", "quay.files", "QUAY_fichiers"])
def test_browsers_of_all_languages_are_known(files: str) -> None:
    assert parts_of_pages(["quay.html", "other.txt"], [files, "other_files", "quay"]) == {files}
