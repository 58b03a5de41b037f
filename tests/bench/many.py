"""Measures what is done to many places at once: labelled, saved, undone, written as tables.

Prints rows as JSON. Times are CPU time of the process, but for what waits for the disk.
"""

import json
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median

from row import Row
from workloads import corpus, workload

from desktop.exporting import export
from pressmark import occurrences
from pressmark.annotated_article import AnnotatedArticle
from pressmark.changes import Hand
from pressmark.finding import Query
from pressmark.markup import Change
from pressmark.storage.articles import open_article, save_article, save_articles
from pressmark.storage.fingerprint import Fingerprint
from pressmark.storage.safe_write import write_bytes

HAND = Hand("bench", "2026-11-14T09:12:00+00:00")
WORDS = "Port Almar"
"""In L it stands 344 times, in the corpus in most articles."""

ARTICLES, RUNS = 1000, 5


def spent(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """Milliseconds of one run."""
    start = clock()
    work()
    return (clock() - start) * 1000


def labelled(doc: AnnotatedArticle) -> Change:
    """Finds the words, labels them, and makes that change."""
    found = occurrences.occurrences(doc, Query(WORDS), "location")
    change, _ = occurrences.label_all(doc, "location", [one.span for one in found], HAND)
    doc.apply(change)
    return change


def plainly_found(text: str) -> int:
    """The limit of finding: the places of the words as they are."""
    found, at = 0, text.find(WORDS)
    while at >= 0:
        found, at = found + 1, text.find(WORDS, at + 1)
    return found


def in_one_article() -> list[Row]:
    doc = workload("L")
    first = spent(lambda: doc.apply(labelled(doc).inverse()))
    runs: dict[str, list[float]] = {"do": [], "undo": [], "redo": []}
    for _ in range(RUNS):
        made: list[Change] = []
        runs["do"].append(spent(lambda made=made: made.append(labelled(doc))))
        runs["undo"].append(spent(lambda made=made: doc.apply(made[0].inverse())))
        runs["redo"].append(spent(lambda made=made: doc.apply(made[0])))
        doc.apply(made[0].inverse())
    do, undo, redo = (median(runs[name]) for name in ("do", "undo", "redo"))
    plain = spent(lambda: plainly_found(doc.article.text))
    return [
        Row("L: label all occurrences, found and done (limit: str.find)", do, "ms", plain, most=30),
        Row("L: the same as the first search in the article", first, "ms", plain),
        Row("L: undo that (limit: doing it)", undo, "ms", do, 1.0),
        Row("L: redo it (limit: doing it)", redo, "ms", do, 1.0),
    ]


def save_row(folder: Path) -> Row:
    doc, path = workload("L"), folder / "L.pressmark"
    save_article(doc, path)
    data = path.read_bytes()
    ours, disk = in_turn(lambda: save_article(doc, path), lambda: write_bytes(folder / "same", data))
    return Row("L: save, durable (limit: the same bytes to the disk)", ours, "ms", disk, most=150)


def open_row(folder: Path) -> Row:
    data = (folder / "L.pressmark").read_bytes()
    (folder / "L-again.pressmark").write_bytes(data)
    ours, disk = in_turn(
        lambda: open_article(folder / "L-again.pressmark"), (folder / "L-again.pressmark").read_bytes
    )
    return Row("L: open the file (limit: its bytes read)", ours, "ms", disk)


def in_turn(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """The medians of both by the wall clock, for both wait for the disk."""
    pairs = [(spent(ours, time.perf_counter), spent(theirs, time.perf_counter)) for _ in range(RUNS)]
    return median(one for one, _ in pairs), median(other for _, other in pairs)


def in_the_corpus(docs: Sequence[AnnotatedArticle], folder: Path) -> list[Row]:
    """Each direction ends with the files of all articles that it changed on the disk."""
    paths = [folder / f"{number}.pressmark" for number in range(len(docs))]
    written = save_articles([(doc, path, None, None) for doc, path in zip(docs, paths, strict=True)])
    held = dict(enumerate(written))
    made: dict[int, Change] = {}

    def save() -> None:
        results = save_articles([(docs[number].copy(), paths[number], None, held[number]) for number in made])
        held.update(zip(made, results, strict=True))
        assert all(isinstance(one, Fingerprint) for one in results)

    def do() -> None:
        made.update({number: labelled(doc) for number, doc in enumerate(docs)})
        for number in [number for number, change in made.items() if change.changes_nothing]:
            del made[number]
        save()

    def again(change_of: Callable[[Change], Change]) -> None:
        for number, change in made.items():
            docs[number].apply(change_of(change))
        save()

    done, undone, redone = (
        spent(work, time.perf_counter)
        for work in (do, partial(again, Change.inverse), partial(again, lambda change: change))
    )
    disk = spent(partial(bytes_to_disk, [paths[number] for number in made]), time.perf_counter)
    limit = f"{len(made)} of {len(docs)} articles (limit: their bytes to the disk one by one)"
    return [
        Row(f"label all in the corpus, saved: {limit}", done, "ms", disk, most=1000),
        Row("undo that, saved (limit: doing it)", undone, "ms", done, 1.0),
        Row("redo it, saved (limit: doing it)", redone, "ms", done, 1.0),
    ]


def bytes_to_disk(paths: Sequence[Path]) -> None:
    for path in paths:
        data, beside = path.read_bytes(), path.with_suffix(".beside")
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)


def as_tables(docs: Sequence[AnnotatedArticle], folder: Path) -> list[Row]:
    rows = []
    for suffix, most in (("csv", 400), ("xlsx", 2000)):
        path = folder / f"quotes.{suffix}"

        def write(path: Path = path) -> None:
            export(docs, path, now=datetime.now(UTC), labels=["quote"])

        write()
        data = path.read_bytes()
        ours, disk = in_turn(write, lambda data=data: write_bytes(folder / "same", data))
        title = f"all quotes of the corpus as {suffix} (limit: the same bytes to the disk)"
        rows.append(Row(title, ours, "ms", disk, most=most))
    return rows


def main() -> None:
    with tempfile.TemporaryDirectory(dir=Path.cwd() / "build") as name:
        folder = Path(name)
        rows = [*in_one_article(), save_row(folder), open_row(folder)]
        docs = list(corpus(ARTICLES))
        rows += [*as_tables(docs, folder), *in_the_corpus(docs, folder)]
    print(json.dumps([asdict(row) for row in rows]))


if __name__ == "__main__":
    main()
