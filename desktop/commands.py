"""What each action of `desktop.actions` does, by its name.

Each dialog is loaded when it is asked for: the window must show first, and most of them nobody opens.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog

import desktop
from desktop import ask, theme
from desktop.actions import ACTIONS
from desktop.comparing import Comparing
from desktop.dropped import from_mime
from desktop.finding_commands import FindingCommands
from desktop.open_article import OpenArticle
from desktop.reading_commands import ReadingCommands
from desktop.resting_on import RestingOn
from desktop.saving_commands import SavingCommands
from desktop.shelf_commands import ShelfCommands
from desktop.views.gesture_table import GESTURES
from desktop.workplace import Workplace
from pressmark.dossier import Dossier
from pressmark.storage.articles import SUFFIX

if TYPE_CHECKING:
    from desktop.exports import ExportFlow
    from desktop.reading_back import ReadingBack

BRIEFS = (".docx", ".pdf")
"""Endings of files in which the articles of a brief may ride."""
_FILES = f"Articles (*{SUFFIX} *.xml *.txt *.html *.htm *.docx *.md *.pdf);;All files (*)"


class Commands(SavingCommands, ReadingCommands, FindingCommands):
    """Holds no state of its own: the window shows, the session decides."""

    def __init__(self, window: Workplace) -> None:
        super().__init__(window)
        self._session = window.session
        self.shelf = ShelfCommands(window)
        self.comparing = Comparing(window, self.shelf)
        self.resting = RestingOn(window, self.shelf)

    @cached_property
    def _exports(self) -> "ExportFlow":
        from desktop.exports import ExportFlow  # with the exporters: not at the start of the window

        return ExportFlow(self._window)

    @cached_property
    def _reading_back(self) -> "ReadingBack":
        from desktop.reading_back import ReadingBack  # for those who bring a brief back

        return ReadingBack(self._window)

    def add_articles(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self._window, "Add articles", str(self._folder()), _FILES)
        self.open_paths([Path(name) for name in names])

    def open_paths(self, paths: list[Path]) -> None:
        """Opens files; a single folder is opened as a dossier, unless it is one of other programs' files."""
        if len(paths) == 1 and paths[0].is_dir() and not _is_foreign(paths[0]):
            self.open_dossier_at(paths[0])
            return
        briefs = [path for path in paths if path.suffix.lower() in BRIEFS]
        others = [path for path in paths if path not in briefs]
        for path in briefs:
            self._reading_back.take(path)
        if others:
            self._window.arrivals.take_paths(others)

    def open_dossier(self) -> None:
        name = QFileDialog.getExistingDirectory(self._window, "Open dossier", str(self._folder()))
        if name:
            self.open_dossier_at(Path(name))

    def open_dossier_at(self, folder: Path) -> None:
        """The folder's articles are listed; what is added from now on is saved there."""
        if not self.may_leave():
            return
        for article in list(self._session.articles):
            self._session.close_article(article)
        self._session.dossier = Dossier(folder)
        self._window.settings.add_recent(folder)
        self._window.shelf.open(folder)
        self._window.show_names()

    def paste_article(self) -> None:
        dropped = from_mime(QApplication.clipboard().mimeData())
        if dropped.is_empty:
            self._window.say("The clipboard holds no text, file or address")
        else:
            self._window.arrivals.take(dropped)

    def add_address(self) -> None:
        address, agreed = QInputDialog.getText(
            self._window, "Add from a web address", "Pressmark fetches this page, once, and keeps a copy:"
        )
        if agreed and address.strip():
            self._window.arrivals.take_addresses([address.strip()])

    def export_brief(self) -> None:
        self.shelf.with_all(self._exports.begin)

    def close_article(self) -> None:
        if article := self._session.current:
            self.close_articles([article])

    def close_articles(self, articles: list[OpenArticle]) -> None:
        if self._may_drop([one for one in articles if one.unsaved]):
            for article in articles:
                self._session.close_article(article)

    def close(self) -> None:
        self._window.close()

    def undo(self) -> None:
        self._session.undo_stack.undo()

    def redo(self) -> None:
        self._session.undo_stack.redo()

    def edit_source(self) -> None:
        from desktop.dialogs.source_dialog import SourceDialog

        article = self._session.current
        if article and (answer := SourceDialog.ask(self._window, article.doc.source)):
            before = article.doc.source.status
            self._session.set_source(answer)
            if answer.status and answer.status != before:
                self.resting.offer(article)

    def show_resting(self) -> None:
        if self._session.current:
            self.resting.show(self._session.current)

    def strike_out(self) -> None:
        """The paragraphs that are selected, or the one with the caret."""
        if blocks := self._window.article_view.blocks_meant():
            self._session.strike_out(blocks)

    def search_dossier(self) -> None:
        self._window.dossier_panel.focus_search()

    def edit_words(self) -> None:
        from desktop.dialogs.words_dialog import WordsDialog

        doc = self._session.doc
        if doc and (answer := WordsDialog.ask(self._window, doc.words)):
            self._session.set_words(answer)

    def add_label(self) -> None:
        """From the selected words (in vivo), where some are selected: they are labelled with it."""
        from desktop.dialogs.label_dialog import LabelDialog

        doc, span = self._session.doc, self._window.article_view.selected_span()
        if doc is None:
            return
        words = " ".join(doc.article.words_at(span).split()) if span else ""
        if answer := LabelDialog.ask(self._window, doc.codebook, words):
            self._session.add_label(answer, [span] if span else [])
            self._window.article_view.clear_selection()

    def edit_codebook(self) -> None:
        from desktop.codebook_exchange import wire_codebook_files
        from desktop.dialogs.codebook_dialog import CodebookDialog

        doc = self._session.doc
        if doc and (recoding := CodebookDialog.ask(self._window, doc, wire_codebook_files)):
            self._session.recode(recoding)

    def annotate_again(self) -> None:
        if span := self._window.article_view.selected_span():
            self._session.annotate_again([span])
            self._window.article_view.clear_selection()

    def link_again(self) -> None:
        if self._session.picked_id:
            self._session.link_again(self._session.picked_id)

    def edit_keys(self) -> None:
        from desktop.dialogs.keys_dialog import KeyRow, KeysDialog

        settings = self._window.settings
        rows = [KeyRow(row.name, row.title.removesuffix("…"), row.menu, row.key) for row in ACTIONS]
        rows += [KeyRow(row.name, row.title, "In the article", row.key) for row in GESTURES]
        labels = self._session.doc.codebook.labels if self._session.doc else ()
        letters = {label.key.upper(): label.title for label in labels if label.key}
        answer = KeysDialog.ask(self._window, rows, settings.keys, letters)
        if answer is not None:
            settings.keys = answer
            self._window.keysChanged.emit()

    def set_author(self) -> None:
        name, agreed = QInputDialog.getText(
            self._window, "Your name", "Saved with what you mark:", text=self._session.author
        )
        if agreed and name.strip():
            self._session.author = self._window.settings.author = name.strip()
            self._window.panel.tables.show_author(name.strip())

    def show_palette(self) -> None:
        from desktop.palette_commands import palette_commands
        from desktop.views.command_palette import CommandPalette

        CommandPalette(self._window, palette_commands(self._window, self)).open_over(self._window)

    def toggle_brief(self) -> None:
        self._window.show_brief(not self._window.settings.brief_shown)

    def toggle_beside(self) -> None:
        """Keeps the article in front in sight while another is worked on; again, puts it away."""
        beside = self._window.beside
        beside.show_article(None if beside.doc else self._session.doc)

    def compare_versions(self) -> None:
        """The article in front, with the one that is most like it."""
        if self._session.current:
            self.comparing.compare_with_twin(self._session.current)

    def next_article(self) -> None:
        self._step(1)

    def previous_article(self) -> None:
        self._step(-1)

    def focus_article(self) -> None:
        self._window.article_view.setFocus()

    def focus_form(self) -> None:
        self._window.panel.focus_form()

    def open_tables(self) -> None:
        self.shelf.with_all(self._window.panel.tables.open_wide)

    def open_pivot(self) -> None:
        self.shelf.with_all(lambda: self._window.panel.tables.open_wide().show_pivot())

    def show_history(self) -> None:
        self._window.panel.show_history()

    def appear_light(self) -> None:
        self._appear("light")

    def appear_dark(self) -> None:
        self._appear("dark")

    def appear_as_system(self) -> None:
        self._appear("system")

    def report_problem(self) -> None:
        from desktop.dialogs.report_dialog import ReportDialog, make_report

        ReportDialog.show_for(self._window, make_report())

    def about(self) -> None:
        ask.tell(self._window, f"Pressmark {desktop.VERSION}", "Mark up the press, get a sourced briefing.")

    def _step(self, by: int) -> None:
        articles, current = self._session.articles, self._session.current
        if current in articles:
            self._session.show_article(articles[(articles.index(current) + by) % len(articles)])

    def _appear(self, name: str) -> None:
        self._window.settings.appearance = name
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, name)


def _is_foreign(folder: Path) -> bool:
    """True for a folder with files in it, none of which is an article: they are to be read in."""
    from pressmark.loading import CannotLoad, files_in

    if Dossier(folder).articles():
        return False
    try:
        return bool(files_in(folder))
    except CannotLoad:  # who opens it says why
        return False
