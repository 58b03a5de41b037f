"""The window: wires what its parts ask for to the session and the commands."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop import ask
from desktop.closing import may_close
from desktop.commands import Commands
from desktop.dropped import from_mime
from desktop.editing_many import EditingMany
from desktop.intake_flow import IntakeFlow
from desktop.live_findings import LiveFindings
from desktop.menus import Menus
from desktop.merging_copies import MergingCopies
from desktop.models.entries import Entry
from desktop.open_article import OpenArticle
from desktop.outside_changes import OutsideChanges
from desktop.settings import Settings
from desktop.workplace import Workplace
from pressmark.article import SourceRecord
from pressmark.filing import Filing
from pressmark.markup import Change, Edit


class MainWindow(Workplace):
    """What the parts ask for goes to session and commands, what has changed goes back to the parts."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(settings, parent)
        self.commands = Commands(self)
        self.setAcceptDrops(True)
        self.shelf_commands = self.commands.shelf
        self.intake = IntakeFlow(self)
        self.intake.compared.connect(self.commands.comparing.compare_outcome)
        self._copies = MergingCopies(self, self.shelf_commands)
        self._menus = Menus(self, self.commands, self.top_bar.menu_button)
        self._findings = LiveFindings(self)
        self._outside = OutsideChanges(self)
        self._wire_session()
        self._wire_views()
        self.show_names()
        self._show_current()
        self.restoreGeometry(settings.geometry)

    def _wire_session(self) -> None:
        session = self.session
        session.articlesChanged.connect(self._show_articles)
        self.shelf.changed.connect(self._show_shelf)
        session.currentChanged.connect(self._show_current)
        session.articleChanged.connect(self._article_changed)
        session.savedChanged.connect(self._show_saved)
        session.picked.connect(self._show_picked)
        session.refused.connect(self.panel.form.show_problem)
        session.problem.connect(lambda title, details: ask.tell(self, title, details))
        session.notSaved.connect(self._offer_elsewhere)
        session.said.connect(self.say)
        self.backups.troubled.connect(self.say)
        self.journaling.troubled.connect(lambda why: ask.tell(self, "Changes are not kept safe", why))
        self.panel.follow(session.undo_stack)
        self.panel.left.connect(self.article_view.setFocus)
        session.undo_stack.undoTextChanged.connect(self.status.show_undo)
        self._findings.found.connect(self._show_findings)
        self._findings.failed.connect(self.say)

    def _wire_views(self) -> None:
        session, commands, view = self.session, self.commands, self.article_view
        view.annotateRequested.connect(session.annotate)
        view.annotationPicked.connect(session.pick)
        view.pieceRequested.connect(session.add_piece)
        view.deleteRequested.connect(session.delete)
        view.spansChanged.connect(session.set_spans)
        view.linkDropped.connect(session.link_dropped)
        view.sourceRequested.connect(commands.edit_source)
        view.restoreRequested.connect(session.bring_back)
        view.formAsked.connect(commands.focus_form)
        view.readingChanged.connect(self.read_as)
        self.pane.find_bar.labelAllRequested.connect(commands.label_all_of)
        form = self.panel.form
        form.valueEdited.connect(session.set_value)
        form.noteEdited.connect(session.set_note)
        form.linkRequested.connect(session.link)
        form.unlinkRequested.connect(session.unlink)
        form.relabelRequested.connect(session.relabel)
        form.deleteRequested.connect(session.delete)
        form.pieceRemoved.connect(session.remove_piece)
        form.followed.connect(session.pick)
        self._wire_tables()
        self.dossier_panel.list.closeAsked.connect(self._close_entries)
        self.dossier_panel.list.sourceAsked.connect(
            lambda entry: self.shelf_commands.with_open([entry], self._edit_source_of)
        )
        self.top_bar.paletteRequested.connect(commands.show_palette)
        self.top_bar.addRequested.connect(commands.add_articles)
        self.top_bar.briefRequested.connect(commands.toggle_brief)
        self.top_bar.exportRequested.connect(commands.export_brief)
        self.empty_state.addRequested.connect(commands.add_articles)
        self.empty_state.pasteRequested.connect(commands.paste_article)
        self.beside.closed.connect(commands.toggle_beside)
        self.brief.widthChanged.connect(lambda _: self.draw_brief())

    def _wire_tables(self) -> None:
        tables, settings, many = self.panel.tables, self.settings, EditingMany(self.session)
        tables.show_columns(settings.columns)
        tables.show_filters(settings.filters)
        tables.show_author(settings.author)
        tables.picked.connect(self.session.pick)
        tables.jumped.connect(many.go_to)
        tables.opened.connect(many.go_to)
        tables.opened.connect(self._come_forward)
        tables.valueEdited.connect(many.set_value)
        tables.relabelRequested.connect(many.relabel)
        tables.setRequested.connect(many.set_values)
        tables.linkRequested.connect(many.link)
        tables.deleteRequested.connect(many.delete)
        tables.columnsChanged.connect(lambda chosen: setattr(settings, "columns", chosen))
        tables.filtersChanged.connect(lambda saved: setattr(settings, "filters", saved))
        self.session.refused.connect(tables.show_problem)

    def _come_forward(self) -> None:
        self.activateWindow()
        self.article_view.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not from_mime(event.mimeData()).is_empty:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        dropped = from_mime(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if len(dropped.files) == 1:
            self.commands.open_paths(list(dropped.files))
        elif not dropped.is_empty:
            self.arrivals.take(dropped)

    def closeEvent(self, event: QCloseEvent) -> None:
        """An exception here would let the window close over unsaved work: whatever happens, it stays open."""
        event.ignore()
        event.setAccepted(may_close(self, self.commands.may_leave))

    def _show_articles(self) -> None:
        self._show_shelf()
        self._show_tables()
        if all(article.doc is not self.beside.doc for article in self.session.articles):
            self.beside.show_article(None)
        self.show_names()

    def _show_tables(self) -> None:
        """Lists of all articles, and sums, leave archived ones out: no version counts beside another."""
        articles = [one for one in self.session.articles if not one.doc.filing.archived]
        self.panel.tables.show_articles([one.doc for one in articles], [one.name for one in articles])

    def _show_shelf(self) -> None:
        panel, shelf = self.dossier_panel, self.shelf
        panel.show_entries(shelf.entries(), shelf.order, self.session.current)
        panel.show_searches(shelf.searches)
        panel.show_search_box(shelf.folder is not None)
        self.show_names()

    def _close_entries(self, entries: Sequence[Entry]) -> None:
        self.commands.close_articles([one.article for one in entries if one.article])

    def _edit_source_of(self, articles: Sequence[OpenArticle]) -> None:
        self.session.show_article(articles[0])
        self.commands.edit_source()

    def _show_current(self) -> None:
        article = self.session.current
        self._middle.setCurrentWidget(self.pane if article else self.empty_state)
        self.panel.setVisible(article is not None)
        self.pane.show_article(article.doc if article else None)
        self.panel.show_article(article.doc if article else None)
        self._show_shelf()
        self.top_bar.enable_brief(article is not None)
        self.show_names()
        self._show_saved()
        self.draw_brief()
        if article:
            self._findings.look_at(article)
            self.article_view.setFocus()

    def _article_changed(self, article: OpenArticle, change: Change) -> None:
        if article.doc is self.beside.doc:
            self.beside.refresh(change)
        if any(_is_put_away(edit) for edit in change.edits):
            self._show_tables()
        if article is not self.session.current:
            self.dossier_panel.refresh(article)
            self.panel.tables.refresh(change, article.doc)
            return
        self.pane.refresh(change)
        self.panel.refresh(change)
        if any(edit.kind is SourceRecord for edit in change.edits):
            self.show_names()
        self._findings.look_at(article)
        self.draw_brief()

    def _show_picked(self, key: str) -> None:
        self.brief.scroll_to(key, f"text_{key}")
        self.article_view.pick(key or None)
        self.panel.pick(key)

    def _show_saved(self) -> None:
        article = self.session.current
        self.setWindowModified(bool(self.session.unsaved))
        self.status.show_article(article)
        if article:
            self.dossier_panel.refresh(article)

    def _offer_elsewhere(self, article: OpenArticle, title: str, why: str) -> None:
        if ask.save_elsewhere(self, title, why):
            self.session.show_article(article)
            self.commands.save_as()

    def _show_findings(self, article: OpenArticle, sentences: Sequence[str]) -> None:
        if article is self.session.current:
            self.panel.show_findings(sentences)

    def offer_unsaved(self) -> None:
        """Once the window is there: what earlier sessions could not save."""
        from desktop.recovery import Recovery  # with the journal: not at the start of the window

        Recovery(self, self.journaling).offer()

    def open_paths(self, paths: Sequence[Path]) -> None:
        """What the command line or the desktop hands over."""
        self.commands.open_paths(list(paths))


def _is_put_away(edit: Edit) -> bool:
    """Whether it puts an article into the archive, or takes it out."""
    before, after = edit.before, edit.after
    return isinstance(before, Filing) and isinstance(after, Filing) and before.archived != after.archived
