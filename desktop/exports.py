"""The way from the export dialog to a file, in the background, with progress and cancel."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

import exporters
from desktop.background import Job
from desktop.dialogs.export_dialog import ExportDialog
from desktop.dialogs.export_form import FormatChoice, Offer
from desktop.earlier_brief import articles_of
from desktop.exporting import export
from desktop.live_brief import LiveBrief
from desktop.template_editing import TemplatesNotKept, edit_templates
from desktop.workplace import Workplace
from pressmark.annotated_article import AnnotatedArticle
from pressmark.checks import findings
from pressmark.compose import titles
from pressmark.storage.articles import SUFFIX, article_file_name
from pressmark.storage.read_xml import CannotRead
from pressmark.template_store import TemplateStore


class ExportFlow(QObject):
    """One dialog at a time; it exports what the articles say when Export is pressed."""

    def __init__(self, window: Workplace) -> None:
        super().__init__(window)
        self._window = window
        self._store = TemplateStore.of_user()
        self._dialog: ExportDialog | None = None
        self._pages: LiveBrief | None = None
        self._job: Job | None = None

    def begin(self) -> None:
        session = self._window.session
        if session.doc is None or session.current is None:
            return
        templates, problems = self._store.templates()
        offer = Offer(
            [FormatChoice(one.name, one.title, one.suffix, one.rows) for one in exporters.FORMATS],
            templates,
            self._store.remembered(self._window.settings.template).name,
            titles(),
            [article.name for article in session.articles],
            session.articles.index(session.current),
            self._place(session.doc),
            [number for number, one in enumerate(session.articles) if one.doc.filing.archived],
        )
        self._dialog = dialog = ExportDialog(self._window, offer)
        self._pages = LiveBrief(dialog)
        self._pages.drawn.connect(dialog.preview.show_pages)
        self._pages.failed.connect(dialog.preview.say)
        dialog.preview.widthChanged.connect(self._draw)
        dialog.form.contentChanged.connect(self._show_content)
        dialog.form.templatesRequested.connect(self._edit_templates)
        dialog.form.jumpRequested.connect(self._jump)
        dialog.exportRequested.connect(self._run)
        dialog.cancelRequested.connect(self._cancel)
        dialog.finished.connect(self._forget)
        dialog.open()
        if problems:
            dialog.show_outcome(" ".join(problems))
        self._show_content()

    def _docs(self) -> list[AnnotatedArticle]:
        assert self._dialog is not None
        articles = self._window.session.articles
        return [articles[number].doc for number in self._dialog.form.scope()]

    def _show_content(self) -> None:
        """What is missing in the articles chosen, and the pages of the brief on them."""
        if self._dialog is not None:
            self._dialog.form.show_findings(findings(self._docs()))
            self._draw()

    def _draw(self) -> None:
        if self._dialog is not None and self._pages is not None and self._dialog.form.template().sections:
            width = self._dialog.preview.page_width()
            self._pages.show(self._docs(), width, self._dialog.form.template())

    def _edit_templates(self) -> None:
        if self._dialog is None:
            return
        front = self._dialog.form.template().name
        try:
            front = edit_templates(self._dialog, self._store, front)
        except TemplatesNotKept as error:
            self._dialog.show_outcome(str(error))
        self._dialog.form.show_templates(self._store.templates()[0], front)

    def _jump(self, number: int, annotation: str) -> None:
        """To what is missing; the brief is asked for again when it is there."""
        assert self._dialog is not None
        chosen = self._dialog.form.scope()
        article = self._window.session.articles[chosen[number]]
        self._dialog.reject()
        self._window.session.show_article(article)
        if annotation:
            self._window.session.pick(annotation)

    def _place(self, doc: AnnotatedArticle) -> Path:
        article = self._window.session.current
        if article and article.path:
            return article.path
        return Path.home() / article_file_name(doc).removesuffix(SUFFIX)

    def _run(self, path: Path) -> None:
        dialog = self._dialog
        assert dialog is not None
        try:
            earlier = self._earlier(dialog.form.earlier())
        except CannotRead as error:
            dialog.show_outcome(str(error))
            return
        held = [doc.copy() for doc in self._docs()]
        template, now = dialog.form.template(), datetime.now().astimezone()
        self._window.settings.template = template.name
        job = Job(
            lambda tick: export(held, path, template=template, earlier=earlier, now=now, tick=tick), dialog
        )
        job.progressed.connect(dialog.show_progress)
        job.succeeded.connect(lambda _: dialog.show_outcome(f"Written: {path}"))
        job.failed.connect(lambda error: dialog.show_outcome(str(error)))
        job.cancelled.connect(lambda: dialog.show_outcome("Cancelled: nothing was written."))
        self._job = job.start()

    def _earlier(self, path: Path | None) -> Sequence[AnnotatedArticle]:
        return articles_of(path) if path else ()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _forget(self) -> None:
        self._dialog = self._pages = None
