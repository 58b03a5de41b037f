"""What importers would like to know, asked of the analyst; with the answer the same file is read again."""

from collections.abc import Callable
from functools import partial
from typing import assert_never

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop import ask
from desktop.open_article import OpenArticle
from desktop.workplace import Workplace
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article
from pressmark.importers.canon import one_line
from pressmark.importers.questions import Answers, WhetherRight, WhetherToSplit, WhichColumns, WhichEncoding
from pressmark.intake import Given, Outcome
from pressmark.loading import Loaded
from pressmark.storage.articles import original_of

_TELLING = 200_000
"""Bytes of a file that show how its characters are written."""


class ImportQuestions(QObject):
    """`answered` carries the thing to be read again, `righted` an outcome and what stands in its place."""

    answered = Signal(object)
    righted = Signal(object, object)

    def __init__(self, window: Workplace) -> None:
        super().__init__(window)
        self._window = window
        self._answers: dict[int, Answers] = {}

    def answers_for(self, given: Given) -> Answers:
        """What was answered for this thing, and what is remembered of tables."""
        own = self._answers.get(id(given), Answers())
        return Answers(own.encoding, own.columns, own.split, self._window.settings.tables.tables)

    def title(self, outcome: Outcome) -> str:
        """What the question is called on its button; empty without one."""
        match outcome.question:
            case None:
                return ""
            case WhichEncoding():
                return "Another encoding…"
            case WhichColumns():
                return "Which column holds what…"
            case WhetherToSplit(headlines):
                return f"Take it apart into {len(headlines)} articles"
            case WhetherRight():
                return "Check the text…"
        assert_never(outcome.question)

    def ask(self, outcome: Outcome) -> None:
        match outcome.question:
            case WhichEncoding(choices):
                self._ask_encoding(outcome, choices)
            case WhichColumns() as question:
                self._ask_columns(outcome, question)
            case WhetherToSplit():
                self._answer(outcome, Answers(split=True))
            case WhetherRight() as question:
                self._ask_whether_right(outcome, question)

    def _ask_encoding(self, outcome: Outcome, choices: tuple[tuple[str, str], ...]) -> None:
        from desktop.dialogs.encoding_dialog import EncodingDialog

        name = outcome.given.name
        encoding = EncodingDialog.ask(self._window, name, choices, self._preview_of(outcome))
        if encoding and not (outcome.loaded and encoding == choices[0][0]):
            self._answer(outcome, Answers(encoding=encoding))

    def _preview_of(self, outcome: Outcome) -> Callable[[str], str] | None:
        from pressmark.importers.encoding_choices import preview

        path = outcome.given.path
        if path is None or not path.is_file():
            return None
        with path.open("rb") as file:
            data = file.read(_TELLING)
        return partial(preview, data)

    def _ask_columns(self, outcome: Outcome, question: WhichColumns) -> None:
        from desktop.dialogs.columns_dialog import ColumnsDialog

        columns = ColumnsDialog.ask(
            self._window, outcome.given.name, question.header, question.rows, question.guessed
        )
        if columns is None:
            return
        settings = self._window.settings
        settings.tables = settings.tables.with_table(question.header, columns)
        if outcome.loaded is None or columns != dict(question.guessed):
            self._answer(outcome, Answers(columns=columns))

    def _answer(self, outcome: Outcome, answers: Answers) -> None:
        self._answers[id(outcome.given)] = answers
        self.answered.emit(outcome)

    def _ask_whether_right(self, outcome: Outcome, question: WhetherRight) -> None:
        from desktop.dialogs.text_check_dialog import TextCheckDialog, TextCheckOffer
        from desktop.views.page_pictures import Pages
        from pressmark.text_check import PagedBlock

        assert outcome.loaded is not None, "a question of a text comes with the text"
        doc = outcome.loaded.doc
        if not self._is_untouched(outcome):
            return
        article = doc.article
        pages = question.pages if len(question.pages) == len(article.blocks) else (0,) * len(article.blocks)
        blocks = [
            PagedBlock(block.kind, article.block_text(block), block.level, page)
            for block, page in zip(article.blocks, pages, strict=True)
        ]
        data = self._original(outcome.loaded)
        shown = (
            Pages(question.count, partial(self._draw, data, outcome.given.name))
            if data and any(pages)
            else None
        )
        offer = TextCheckOffer(outcome.given.name, question.reason, blocks, shown)
        righted = TextCheckDialog.ask(self._window, offer)
        if righted and righted != blocks:
            lines = ((one.kind, one_line(one.text), one.level) for one in righted)
            new = AnnotatedArticle(Article.of(line for line in lines if line[1]), doc.source)
            self.righted.emit(outcome, Loaded(new, None, data))

    def _draw(self, data: bytes, name: str, page: int, width: int) -> QImage | None:
        """Outside the window's thread."""
        image = QImage.fromData(self._window.arrivals.reader().draw(data, name, page, width))
        return None if image.isNull() else image

    def _original(self, loaded: Loaded) -> bytes | None:
        if loaded.original is not None or loaded.path is None:
            return loaded.original
        return original_of(loaded.doc, loaded.path)

    def _is_untouched(self, outcome: Outcome) -> bool:
        """False, and said, where the article is worked on already: its text stays as it is then."""
        article = self.article_of(outcome)
        if article is not None and not article.doc.markup and not article.changes:
            return True
        ask.tell(
            self._window,
            "The text stays as it is",
            "The article is worked on already, or was closed: its text does not change any more. Add the "
            "file once more to read it otherwise.",
        )
        return False

    def article_of(self, outcome: Outcome) -> OpenArticle | None:
        """The open article that came of it."""
        articles = self._window.session.articles
        return next((one for one in articles if outcome.loaded and one.doc is outcome.loaded.doc), None)
