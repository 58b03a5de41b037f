"""Measures the article view, painted in memory at 1440 × 900, beside a bare QTextEdit with the same set text.

Prints rows as JSON. All times are CPU time of the window's thread: other programs do not count.
"""

import json
import os
import random
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from statistics import median, quantiles

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextDocument, QWheelEvent
from PySide6.QtWidgets import QApplication, QTextEdit
from row import Row
from workloads import workload

from desktop import theme
from desktop.views.article_view import ArticleView
from desktop.views.typesetting import Measures, typeset
from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.changes import Hand

HAND = Hand("bench", "2026-11-14T09:12:00+00:00")
ADDED, STEPS, ROUNDS = 60, 150, 3


@dataclass(frozen=True)
class Times:
    """Milliseconds of many runs of one thing."""

    runs: list[float]

    @property
    def median(self) -> float:
        return median(self.runs)

    @property
    def p95(self) -> float:
        return quantiles(self.runs, n=20)[-1]


class Bench:
    """Our view and the bare editor, both shown, of the same size."""

    def __init__(self) -> None:
        self.app = QApplication(sys.argv)
        theme.apply(self.app, "light")
        self.view, self.bare = ArticleView(), QTextEdit()
        self.bare.setReadOnly(True)
        self.bare.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.bare.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        measures = Measures.of_screen()
        self.bare.setLineWrapColumnOrWidth(measures.gutter + measures.column)
        for one in (self.view, self.bare):
            one.resize(1440, 900)
            one.show()
        self.text = self.view.focusProxy()
        assert isinstance(self.text, QTextEdit)
        self.shown_bare: QTextDocument | None = None
        self.settle()

    def settle(self) -> None:
        self.app.processEvents()

    def painted(self, work: Callable[[], object]) -> float:
        """Work and the painting that it asks for."""
        start = time.thread_time()
        work()
        self.app.processEvents()
        return (time.thread_time() - start) * 1000

    def open(self, doc: AnnotatedArticle) -> float:
        """Until its first screen is painted; the rest is laid out after that."""
        self.view.show_article(None)
        self.settle()
        start = time.thread_time()
        self.view.show_article(doc)
        self.text.viewport().repaint()
        took = time.thread_time() - start
        self.finish(self.text)
        return took * 1000

    def open_bare(self, doc: AnnotatedArticle) -> float:
        self.bare.setDocument(QTextDocument(self.bare))
        if self.shown_bare is not None:
            self.shown_bare.deleteLater()
        self.settle()
        start = time.thread_time()
        self.shown_bare = document = QTextDocument(self.bare)
        typeset(document, doc.article, Measures.of_screen(), -1)
        self.bare.setDocument(document)
        self.bare.viewport().repaint()
        took = time.thread_time() - start
        self.finish(self.bare)
        return took * 1000

    def finish(self, editor: QTextEdit) -> None:
        """Lays all of it out, which would go on while other things are measured."""
        editor.document().size()
        self.settle()

    def longest_wait(self, doc: AnnotatedArticle) -> float:
        """The longest time after opening in which nothing else could be done: one bit of the layout."""
        self.view.show_article(None)
        self.settle()
        self.view.show_article(doc)
        self.text.viewport().repaint()
        end = time.monotonic() + 2
        waits = []
        while time.monotonic() < end:
            waits.append(milliseconds_of(self.settle))
        return max(waits)

    def show(self, doc: AnnotatedArticle) -> None:
        """In both, laid out to the end, at the top."""
        self.open(doc), self.open_bare(doc)
        self.text.verticalScrollBar().setValue(0)
        self.settle()

    def add(self, doc: AnnotatedArticle) -> Times:
        """A span in a paragraph that is in view, anywhere in the article."""
        chance = random.Random(1)
        runs = []
        for _ in range(ADDED):
            self.view.restore_position(chance.choice(doc.article.blocks).start)
            self.settle()
            block = doc.article.blocks[doc.article.block_index_at(self.view.position())]
            at = chance.randrange(block.start, block.end - 40)
            span = changes.Span(at, at + chance.randint(4, 40))

            def work(span: changes.Span = span) -> None:
                change, _ = changes.annotate(doc, "actor", [span], HAND)
                doc.apply(change)
                self.view.refresh(change)

            runs.append(self.painted(work))
        return Times(runs)

    def repaint_bare(self) -> Times:
        viewport = self.bare.viewport()
        return Times([self.painted(viewport.update) for _ in range(20)])

    def select(self, doc: AnnotatedArticle) -> Times:
        """Annotations in view, one after the other."""
        self.text.verticalScrollBar().setValue(0)
        self.settle()
        keys = [one.id for one in doc.markup.in_text_order() if one.start < doc.article.blocks[3].end]
        return Times([self.painted(lambda key=key: self.view.pick(key)) for key in (keys * 20)[:ADDED]])

    def scroll(self, editor: QTextEdit) -> Times:
        """Wheel steps downwards, through places that were not seen before."""
        editor.verticalScrollBar().setValue(0)
        self.settle()
        return Times([self.painted(lambda: self._turn(editor)) for _ in range(STEPS)])

    def _turn(self, editor: QTextEdit) -> None:
        place = QPointF(editor.viewport().rect().center())
        everywhere = editor.viewport().mapToGlobal(place)
        flags = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase)
        event = QWheelEvent(place, everywhere, QPoint(), QPoint(0, -120), *flags, False)
        self.app.sendEvent(editor.viewport(), event)


def milliseconds_of(work: Callable[[], object]) -> float:
    start = time.thread_time()
    work()
    return (time.thread_time() - start) * 1000


def open_row(bench: Bench, name: str, doc: AnnotatedArticle, most: float) -> Row:
    bench.open(doc), bench.open_bare(doc)
    ours, bare = zip(*((bench.open(doc), bench.open_bare(doc)) for _ in range(15)), strict=True)
    title = f"{name}: open and paint with its annotations (limit: bare editor without)"
    return Row(title, median(ours), "ms", median(bare), most=most)


def add_rows(bench: Bench, name: str, doc: AnnotatedArticle) -> list[Row]:
    times, limit = quietest(ROUNDS, partial(bench.add, doc), bench.repaint_bare)
    most, most_p95 = (None, None) if name == "D" else (4, 8)
    title = f"{name}: add an annotation, painted (limit: bare editor repainted)"
    return [
        Row(title, times.median, "ms", limit.median, most=most),
        Row(f"{name}: the same, 95th percentile", times.p95, "ms", limit.p95, most=most_p95),
    ]


def quietest(rounds: int, *measured: Callable[[], Times]) -> list[Times]:
    """Of several rounds of all, each one's quickest: whatever else the machine does only ever adds."""
    found = [[one() for one in measured] for _ in range(rounds)]
    return [min(times, key=lambda one: one.median) for times in zip(*found, strict=True)]


def scroll_rows(bench: Bench, name: str, doc: AnnotatedArticle) -> list[Row]:
    def after_showing(editor: QTextEdit) -> Times:
        bench.show(doc)
        return bench.scroll(editor)

    ours, bare = quietest(ROUNDS, *(partial(after_showing, one) for one in (bench.text, bench.bare)))
    return [
        Row(f"{name}: wheel step (limit: bare editor)", ours.median, "ms", bare.median, 1.5),
        Row(f"{name}: the same, 95th percentile", ours.p95, "ms", bare.p95, most=8),
    ]


def main() -> None:
    bench = Bench()
    rows: list[Row] = []
    for name, most in (("S", 10), ("M", 32), ("L", 170), ("D", None)):
        doc = workload(name)
        if most:
            rows.append(open_row(bench, name, doc, most))
        if name == "L":
            laid_out = milliseconds_of(partial(bench.open_bare, doc))
            title = "L: longest wait while the rest is laid out (limit: bare editor, all of it)"
            rows.append(Row(title, bench.longest_wait(doc), "ms", laid_out, most=100))
        if name in "LD":
            rows += scroll_rows(bench, name, doc)
        bench.show(doc)
        picked, limit = quietest(ROUNDS, partial(bench.select, doc), bench.repaint_bare)
        title = f"{name}: select an annotation, painted (limit: bare editor repainted)"
        rows.append(Row(title, picked.median, "ms", limit.median, most=1))
        rows += add_rows(bench, name, doc)
    added = {row.name[0]: row.value for row in rows if "add an annotation" in row.name}
    rows.append(Row("L: add an annotation (limit: the same in S)", added["L"], "ms", added["S"], 1.5))
    print(json.dumps([asdict(row) for row in rows]))


if __name__ == "__main__":
    main()
