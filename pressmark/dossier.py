"""A dossier: a folder of annotated articles with their originals, all of them plain files."""

from dataclasses import dataclass
from pathlib import Path

from pressmark.annotated_article import AnnotatedArticle
from pressmark.storage.articles import SUFFIX, article_file_name, make_folder, save_article
from pressmark.storage.fingerprint import Fingerprint


@dataclass(frozen=True, slots=True)
class Dossier:
    """The folder. Its name is the dossier's."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.resolve().name

    def articles(self) -> list[Path]:
        """The files of its articles, by name."""
        return sorted(path for path in self.folder.glob(f"[!.]*{SUFFIX}") if path.is_file())

    def place_for(self, doc: AnnotatedArticle) -> Path:
        """A file name for a new article that no file of the folder has, in capitals or not."""
        return self.folder / article_file_name(doc, {path.name.casefold() for path in self.folder.iterdir()})

    def add(self, doc: AnnotatedArticle, original: bytes | None) -> tuple[Path, Fingerprint]:
        """Saves a new article and its original; its file and what that holds. Raises CannotWrite."""
        make_folder(self.folder)
        path = self.place_for(doc)
        return path, save_article(doc, path, original)
