"""The way from the export dialog to a file, in the background, with progress and cancel."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

import exporters
from desktop.background import Job
from desktop.dialogs.export_dialog import Choice, ExportDialog, Offer
from desktop.exporting import export
from desktop.live_brief import LiveBrief
from desktop.workplace import Workplace
from pressmark.annotated_article import AnnotatedArticle
from pressmark.checks import summary
from pressmark.compose import SECTIONS
from pressmark.storage.articles import SUFFIX, article_file_name


class ExportFlow(QObject):
    """One dialog at a time; it exports what the articles say when Export is pressed."""

    def __init__(self, window: Workplace) -> None:
        super().__init__(window)
        self._window = window
        self._job: Job | None = None

    def begin(self) -> None:
        session = self._window.session
        front = session.doc
        if front is None:
            return
        everything = [article.doc for article in session.articles]
        formats = [Choice(one.name, one.title, one.suffix) for one in exporters.FORMATS]
        sections = [Choice(one.name, one.title) for one in SECTIONS]
        offer = Offer(formats, sections, len(everything), summary(front), self._place(front))
        dialog = ExportDialog(self._window, offer)
        pages = LiveBrief(dialog)
        pages.drawn.connect(dialog.preview.show_pages)
        pages.failed.connect(dialog.preview.say)

        def docs() -> list[AnnotatedArticle]:
            return everything if dialog.takes_all_articles() else [front]

        def draw() -> None:
            pages.show(docs(), dialog.preview.page_width(), dialog.chosen_sections())

        dialog.preview.widthChanged.connect(draw)
        dialog.contentChanged.connect(draw)
        dialog.exportRequested.connect(lambda path: self._run(dialog, docs(), path))
        dialog.cancelRequested.connect(self._cancel)
        dialog.open()
        draw()

    def _place(self, doc: AnnotatedArticle) -> Path:
        article = self._window.session.current
        if article and article.path:
            return article.path
        return Path.home() / article_file_name(doc).removesuffix(SUFFIX)

    def _run(self, dialog: ExportDialog, docs: list[AnnotatedArticle], path: Path) -> None:
        held = [doc.copy() for doc in docs]
        sections, now = dialog.chosen_sections(), datetime.now().astimezone()
        job = Job(lambda tick: export(held, path, sections=sections, now=now, tick=tick), dialog)
        job.progressed.connect(dialog.show_progress)
        job.succeeded.connect(lambda _: dialog.show_outcome(f"Written: {path}"))
        job.failed.connect(lambda error: dialog.show_outcome(str(error)))
        job.cancelled.connect(lambda: dialog.show_outcome("Cancelled: nothing was written."))
        self._job = job.start()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
