"""Measures, prints a table and writes build/bench.json.

Each row: `name`, `value`, `unit`, `limit` (the physical limit or a peer, measured in the same run), `ratio`
of the two, the `goal` for the ratio (null where there is none yet) and whether it `holds`. Medians of several
runs, the two sides in turn, for machines are noisy. A goal for the value itself is shown as a ratio, too.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import NamedTuple

from row import Row
from workloads import workload

from desktop.exporting import export
from pressmark.dossier import Dossier
from pressmark.storage.articles import open_article, save_article
from pressmark.storage.safe_write import write_bytes

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RUNS = 7


def in_turn(ours: Callable[[], float], theirs: Callable[[], float]) -> tuple[float, float]:
    """The medians of both, after one run of each to warm up."""
    ours(), theirs()
    pairs = [(ours(), theirs()) for _ in range(RUNS)]
    return median(one for one, _ in pairs), median(other for _, other in pairs)


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


class Started(NamedTuple):
    """A new process, when its first window is painted: how long that took, and the memory it holds."""

    milliseconds: float
    megabytes: float


def start_of(script: str, *arguments: str) -> Started:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PRESSMARK_T0": str(time.monotonic()),
        "PYTHONDONTWRITEBYTECODE": "",  # an installed app is compiled
        "PYTHONPYCACHEPREFIX": str(ROOT / "build" / "bytecode"),
    }
    command = [sys.executable, str(HERE / script), *arguments]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    took, memory = done.stdout.split()[-2:]
    return Started(float(took), float(memory))


def start_row(article: Path, folder: Path) -> Row:
    ours, empty = in_turn(
        lambda: start_of("start_window.py", str(article), str(folder / "settings.ini")).milliseconds,
        lambda: start_of("start_empty.py").milliseconds,
    )
    return Row("cold start to the sample article on the screen (limit: empty window)", ours, "ms", empty, 1.5)


def export_rows(articles: list[Path], folder: Path) -> list[Row]:
    docs = [open_article(path).doc for path in articles]
    rows = []
    for suffix in ("docx", "pdf", "html", "xlsx"):
        path = folder / f"brief.{suffix}"

        def write(path: Path = path) -> None:
            export(docs, path, now=datetime.now(UTC))

        write()
        data = path.read_bytes()
        ours, disk = in_turn(
            lambda write=write: milliseconds(write),
            lambda data=data: milliseconds(lambda: write_bytes(folder / "same-bytes", data)),
        )
        rows.append(
            Row(f"the sample's brief as {suffix} (limit: the same bytes to the disk)", ours, "ms", disk)
        )
    return rows


def save_row(article: Path, folder: Path) -> Row:
    doc = open_article(article).doc
    path = folder / "saved.pressmark"
    save_article(doc, path)
    data = path.read_bytes()
    ours, disk = in_turn(
        lambda: milliseconds(lambda: save_article(doc, path)),
        lambda: milliseconds(lambda: write_bytes(folder / "same-bytes", data)),
    )
    return Row("durable save of the sample (limit: the same bytes to the disk)", ours, "ms", disk)


def rows_of(script: str) -> list[Row]:
    """What a script measures in a process of its own."""
    command = [sys.executable, str(HERE / script)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [Row(**row) for row in json.loads(done.stdout)]


def memory_rows(folder: Path) -> list[Row]:
    """The whole app with an article on the screen, beside an empty window."""
    rows = []
    empty = start_of("start_empty.py").megabytes
    for name, most in (("S", 90), ("L", 180)):
        path = folder / f"{name}.pressmark"
        save_article(workload(name), path)
        ours = start_of("start_window.py", str(path), str(folder / "settings.ini")).megabytes
        rows.append(Row(f"{name}: memory of the app (limit: empty window)", ours, "MB", empty, most=most))
    return rows


def main() -> None:
    target = ROOT / "build" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    articles = Dossier(ROOT / "resources" / "sample").articles()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [start_row(articles[0], folder), *export_rows(articles, folder), save_row(articles[0], folder)]
        rows += memory_rows(folder)
        for script in ("view.py", "many.py", "waits.py", "briefs.py", "searching.py"):
            rows += rows_of(script)
    results = [row.as_json() for row in rows]
    target.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    for row in results:
        verdict = {True: "holds", False: "does not hold", None: ""}[row["holds"]]
        measured = f"{row['value']:>8.1f} {row['unit']}  limit {row['limit']:>7.1f}  × {row['ratio']:<7}"
        print(f"{row['name']:<75} {measured} {verdict}")
    print(f"written to {target.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
