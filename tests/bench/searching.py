"""Measures a dossier of ten thousand articles: its first index, opening it again, searching as one types.

Prints rows as JSON. Times are by the wall clock, but for the first index, which is CPU time. Each size is
measured in a process of its own, for the memory that it takes. Of every query each beginning is asked, as it
comes about while it is typed.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from statistics import quantiles
from typing import Any

import dossiers
from row import Row

from pressmark.finding import QueryNotUnderstood
from pressmark.searching.parsing import understood
from pressmark.storage.articles import open_article
from pressmark.storage.index import Index

ARTICLES, FEW = 10_000, 100
TYPED = (
    "ukraine budget",
    "the minister said",
    f"{dossiers.word_at(0.5)} {dossiers.word_at(0.7)}",
    f'"{dossiers.word_at(0.2)} {dossiers.word_at(0.3)}" kyiv',
    "防衛費",
    "оборону",
    f"headline:the {dossiers.word_at(0.6)}",
    "outlet:guardian state",
    "tag:budget -the",
    f"after:2026-01-01 before:2026-06 {dossiers.word_at(0.5)}",
    "a OR the",
    "label:pledge amount>100m by:Healey to:Kyiv",
    "label:quote the government",
    'by:Oduya topic:"air defence"',
    "place:kyiv due<2026-06",
    "has:note label:pledge",
    "(by:healey OR by:varga) label:pledge amount>1bn",
)


def milliseconds(start: float) -> float:
    return (time.perf_counter() - start) * 1000


def measured(folder: Path, cache: Path) -> dict[str, Any]:
    """What a process sees that indexes the folder, opens it again and searches it."""
    with Index(folder, cache) as index:
        start = time.process_time()
        read = index.refresh().read
        first = (time.process_time() - start) * 1000 / read
    with Index(folder, cache) as index:
        start = time.perf_counter()
        index.refresh()
        rows = index.rows()
        opened = milliseconds(start)
        assert len(rows) == read
        waits = [wait for typed in TYPED for wait in typing(index, typed)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"first": first, "opened": opened, "waits": waits, "peak": peak}


def typing(index: Index, typed: str) -> list[float]:
    waits = []
    for end in range(1, len(typed) + 1):
        start = time.perf_counter()
        try:
            index.search(understood(typed[:end], typing=True))
        except QueryNotUnderstood:
            continue
        waits.append(milliseconds(start))
    return waits


def in_a_process(folder: Path, cache: Path) -> dict[str, Any]:
    command = [sys.executable, __file__, str(folder), str(cache)]
    return dict(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def opening(folder: Path) -> float:
    """The limit of indexing: milliseconds to read and understand an article's file."""
    paths = sorted(folder.iterdir())[:FEW]
    start = time.process_time()
    for path in paths:
        open_article(path)
    return (time.process_time() - start) * 1000 / len(paths)


def listing(folder: Path) -> float:
    """The limit of opening a dossier: what the system says of its files."""
    start = time.perf_counter()
    with os.scandir(folder) as entries:
        assert sum(entry.stat().st_size for entry in entries)
    return milliseconds(start)


def scanning(folder: Path) -> float:
    """The peer of searching: a look through all files, once they are in memory."""
    texts = [path.read_bytes() for path in folder.iterdir()]
    start = time.perf_counter()
    assert sum(b"air defence" in text for text in texts)
    return milliseconds(start)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        few, many, cache = Path(name) / "few", Path(name) / "many", Path(name) / "cache"
        dossiers.write(few, FEW)
        dossiers.write(many, ARTICLES)
        time.sleep(2.1)  # until the times of the files are to be relied upon
        small, large = in_a_process(few, cache), in_a_process(many, cache)
        p50, p95 = (quantiles(large["waits"], n=100)[place] for place in (49, 94))
        plain, of = scanning(many), "10,000 articles"
        rows = [
            Row(f"{of}: first index, CPU of each (limit: reading it)", large["first"], "ms", opening(many)),
            Row(f"{of}: opened again (limit: their list)", large["opened"], "ms", listing(many), most=1000),
            Row(f"{of}: search while typing, p50 (peer: a look through all)", p50, "ms", plain),
            Row(f"{of}: search while typing, p95 (peer: a look through all)", p95, "ms", plain, most=50),
            Row(
                f"{of}: most memory for that (peer: 100 articles)",
                large["peak"],
                "MB",
                small["peak"],
                most=100,
            ),
        ]
    print(json.dumps([asdict(row) for row in rows]))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measured(Path(sys.argv[1]), Path(sys.argv[2]))))
    else:
        main()
