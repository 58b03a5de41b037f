"""What the actions do that save, bring earlier versions back, and ask before unsaved work is given up."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop import ask
from desktop.open_article import OpenArticle
from desktop.workplace import Workplace
from pressmark.storage.articles import SUFFIX, article_file_name
from pressmark.storage.safe_write import write_bytes

_KINDS = f"Annotated article (*{SUFFIX});;XML (*.xml)"


class SavingCommands:
    """An article without a file, or of a newer Pressmark, is asked a place for."""

    def __init__(self, window: Workplace) -> None:
        self._window = window
        self._session = window.session

    def save(self) -> None:
        if self._session.current:
            self._save_soon(self._session.current)

    def save_as(self) -> None:
        if self._session.current:
            self._save_to_chosen(self._session.current)

    def save_all(self) -> None:
        for article in self._session.unsaved:
            self._save_soon(article)

    def save_article(self, article: OpenArticle) -> bool:
        """Saves to the article's own file, asking for one where it has none. False when it is not saved."""
        if article.path is None or article.read_only:
            return self._save_to_chosen(article)
        return self._session.save(article)

    def earlier_versions(self) -> None:
        """Looks through what was kept, and opens a chosen version as a copy beside the article."""
        from desktop.dialogs.backups_dialog import BackupsDialog

        article = self._session.current
        key, doc = (article.key, article.doc) if article else ("", None)
        restoring = BackupsDialog.ask(self._window, self._window.backups.backups, key, doc)
        if restoring is None:
            return
        path = self._chosen("Restore a copy", restoring.copy)
        if path is None:
            return
        try:
            write_bytes(path, restoring.version.read_bytes())
        except OSError as error:
            ask.tell(self._window, "The version was not restored", str(error))
            return
        self._window.arrivals.take_paths([path])

    def may_leave(self) -> bool:
        """Asks about unsaved work; False when the analyst wants to stay."""
        return self._may_drop(self._session.unsaved)

    def _may_drop(self, articles: list[OpenArticle]) -> bool:
        self._session.saver.finish()
        unsaved = [article for article in articles if article.unsaved]
        if not unsaved:
            return True
        match ask.leaving(self._window, [article.name for article in unsaved]):
            case ask.Leaving.SAVE:
                return all(map(self.save_article, unsaved))
            case ask.Leaving.DISCARD:
                return True
            case ask.Leaving.STAY:
                return False

    def _save_soon(self, article: OpenArticle) -> None:
        """In the background where it has a file."""
        if article.path is None or article.read_only:
            self._save_to_chosen(article)
        else:
            self._session.saver.save(article)

    def _save_to_chosen(self, article: OpenArticle) -> bool:
        suggested = article.path or self._folder() / article_file_name(article.doc)
        if article.read_only:
            suggested = suggested.with_stem(f"{suggested.stem}-copy")
        path = self._chosen("Save the article", suggested, None if article.read_only else article)
        if path is None:
            return False
        saved = self._session.save(article, path)
        if saved:
            article.read_only = False
            self._window.settings.add_recent(path)
        return saved

    def _chosen(self, title: str, suggested: Path, own: OpenArticle | None = None) -> Path | None:
        """A file that the analyst names; none that is open, but for an article's own."""
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(suggested), _KINDS)
        if not name:
            return None
        path = Path(name)
        path = path if path.suffix else path.with_suffix(SUFFIX)
        holder = next((one for one in self._session.articles if one.key == str(path.resolve())), None)
        if holder is None or holder is own:
            return path
        ask.tell(
            self._window,
            "Nothing was saved",
            f"{path.name} is open as “{holder.name}”: choose another name.",
        )
        return None

    def _folder(self) -> Path:
        if self._session.dossier:
            return self._session.dossier.folder
        if self._session.current and self._session.current.path:
            return self._session.current.path.parent
        recent = self._window.settings.recent
        return (recent[0] if recent[0].is_dir() else recent[0].parent) if recent else Path.home()
