from pathlib import Path

import pytest

from pressmark.dossier import Dossier
from pressmark.storage.articles import open_article
from pressmark.storage.safe_write import CannotWrite
from tests.pressmark.story import story, told


def test_an_added_article_is_in_the_folder_under_a_readable_name(tmp_path: Path) -> None:
    dossier = Dossier(tmp_path / "new" / "Ferries")
    path, _ = dossier.add(told(), b"<p>original</p>")
    assert dossier.name == "Ferries"
    assert path.name == "harbour-towns-get-a-second-ferry.pressmark"
    assert dossier.articles() == [path]
    assert open_article(path).doc.markup == told().markup


def test_a_name_is_taken_also_in_capitals(tmp_path: Path) -> None:
    (tmp_path / "HARBOUR-towns-get-a-second-ferry.pressmark").touch()
    assert Dossier(tmp_path).add(story(), None)[0].name == "harbour-towns-get-a-second-ferry-2.pressmark"


def test_hidden_files_folders_and_other_files_are_no_articles(tmp_path: Path) -> None:
    for name in ("._a.pressmark", ".b.pressmark", "c.docx"):
        (tmp_path / name).touch()
    (tmp_path / "d.pressmark").mkdir()
    (tmp_path / "e.pressmark").touch()
    assert Dossier(tmp_path).articles() == [tmp_path / "e.pressmark"]


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "Ferries").touch()
    with pytest.raises(CannotWrite, match="Ferries could not be written"):
        Dossier(tmp_path / "Ferries").add(story(), None)
