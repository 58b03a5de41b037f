"""Measures what a brief costs to write, beside Typst, pandoc and WeasyPrint on the same content.

Prints rows as JSON. Times are CPU time of the process and its children, after a first run of each.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from statistics import median

import pypandoc
import typst
from brief_workload import brief
from peers import markdown
from peers import typst as typst_text
from row import Row

import exporters
import resources
from pressmark.brief import Brief

SMALL = {"articles": 3, "words": 260, "spans": 20, "notes": 5, "rows": 12}
LARGE = {"articles": 250, "words": 500, "spans": 20, "notes": 5, "rows": 2000}
TENFOLD = {**LARGE, "articles": 2500, "rows": 20_000}
RUNS = 9


def made(size: dict[str, int], seed: int = 7) -> Brief:
    return brief(**size, seed=seed)


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of one run, those of programs it starts among them."""
    before = os.times()
    work()
    after = os.times()
    return sum(after[:4]) - sum(before[:4])


def pages(path: Path) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def small_rows(folder: Path) -> list[Row]:
    """A new brief each time, and each beside a peer in turn, so that what slows one slows the other.

    Typst's compiler is kept, with its fonts loaded, as ours are; what it has compiled once costs it nothing.
    """
    briefs = [made(SMALL, seed) for seed in range(RUNS + 1)]
    fonts = [str(resources.path("fonts"))]
    compiler = typst.Compiler(font_paths=fonts)
    rows = []
    for form, peer, most in (("pdf", "Typst", 60), ("docx", "pandoc", 30)):
        path = folder / f"small.{form}"
        runs = []
        for one in briefs:
            text, plain = typst_text(one).encode(), markdown(one)
            theirs = {
                "pdf": lambda text=text: compiler.compile(text),
                "docx": lambda plain=plain: pypandoc.convert_text(
                    plain, "docx", "markdown", outputfile=str(folder / "peer.docx")
                ),
            }[form]
            runs.append((timed(lambda one=one, path=path: exporters.write(one, path)), timed(theirs)))
        first, second = (median(column) * 1000 for column in zip(*runs[1:], strict=True))
        number = f"{pages(path)} pages" if form == "pdf" else "the same"
        rows.append(
            Row(
                f"a brief of 3 articles, {number}, as {form.upper()} (limit: {peer})",
                first,
                "ms",
                second,
                1.0,
                most,
            )
        )
    return rows


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def large_rows(folder: Path) -> list[Row]:
    """The tools write in processes of their own: their memory is theirs."""
    rows = []
    ours, peer, weasy = (alone(tool, "pdf", folder) for tool in ("ours", "typst", "weasyprint"))
    page, page_of_typst, page_of_weasy = (1000 * one["seconds"] / one["pages"] for one in (ours, peer, weasy))
    count = round(ours["pages"])
    name = f"250 articles as PDF, {count} tagged pages: CPU time of a page (limit: Typst)"
    rows.append(Row(name, page, "ms", page_of_typst, 1.0, 1000 / 80))
    rows.append(Row("the same (limit: WeasyPrint)", page, "ms", page_of_weasy, 1 / 8))
    peak = "the same: memory at its peak (limit: Typst)"
    rows.append(Row(peak, ours["megabytes"], "MB", peer["megabytes"], most=300))
    word, pandoc = alone("ours", "docx", folder), alone("pandoc", "docx", folder)
    rows.append(
        Row("250 articles as DOCX (limit: pandoc)", word["seconds"], "s", pandoc["seconds"], 1.0, 1.5)
    )
    for form, before in (("pdf", ours), ("docx", word)):
        tenfold = alone("ours-tenfold", form, folder)
        name = f"2,500 articles as {form.upper()} (limit: ten times 250)"
        rows.append(Row(name, tenfold["seconds"], "s", 10 * before["seconds"], 1.15))
    return rows


def alone(tool: str, form: str, folder: Path) -> dict[str, float]:
    """What a process of its own measures."""
    command = [sys.executable, __file__, tool, form, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measure(tool: str, form: str, folder: Path) -> dict[str, float]:
    one = made(TENFOLD if tool.endswith("tenfold") else LARGE)
    path = folder / f"{tool}.{form}"
    spent = seconds(work_of(tool, one, path))
    peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line)
    return {
        "seconds": spent,
        "megabytes": int(peak.split()[1]) / 1024,
        "pages": float(pages(path)) if form == "pdf" else 0.0,
    }


def work_of(tool: str, one: Brief, path: Path) -> Callable[[], object]:
    """The writing alone: the peer's own language has been written before, and its module is loaded."""
    if tool.startswith("ours"):
        return lambda: exporters.write(one, path)
    if tool == "typst":
        source = path.with_suffix(".typ")
        source.write_text(typst_text(one), encoding="utf-8")
        fonts = [str(resources.path("fonts"))]
        return lambda: typst.compile(str(source), output=str(path), font_paths=fonts)
    if tool == "pandoc":
        text = markdown(one)
        return lambda: pypandoc.convert_text(text, "docx", "markdown", outputfile=str(path))
    page = path.with_suffix(".html")
    exporters.write(one, page)
    import weasyprint

    return lambda: weasyprint.HTML(str(page)).write_pdf(str(path))


def main() -> None:
    if len(sys.argv) > 1:
        tool, form, folder = sys.argv[1:]
        print(json.dumps(measure(tool, form, Path(folder))))
        return
    with tempfile.TemporaryDirectory(dir=Path.cwd() / "build") as name:
        rows = [*small_rows(Path(name)), *large_rows(Path(name))]
    print(json.dumps([asdict(row) for row in rows]))


if __name__ == "__main__":
    main()
