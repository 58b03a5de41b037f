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


def made(size: dict[str, int]) -> Brief:
    sizes = dict(size)
    return brief(sizes.pop("articles"), **sizes)


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
    """Each beside a peer in turn, so that what slows one slows the other."""
    one = made(SMALL)
    source, text = folder / "small.typ", markdown(one)
    source.write_text(typst_text(one), encoding="utf-8")
    fonts = [str(resources.path("fonts"))]
    compiler = typst.Compiler(str(source), font_paths=fonts)
    pairs = {
        "PDF": (lambda: exporters.write(one, folder / "small.pdf"), compiler.compile, "Typst", 60),
        "DOCX": (
            lambda: exporters.write(one, folder / "small.docx"),
            lambda: pypandoc.convert_text(text, "docx", "markdown", outputfile=str(folder / "peer.docx")),
            "pandoc",
            30,
        ),
    }
    rows = []
    for form, (ours, theirs, peer, most) in pairs.items():
        ours(), theirs()
        runs = [(timed(ours), timed(theirs)) for _ in range(RUNS)]
        name = f"a brief of {pages(folder / 'small.pdf')} pages as {form} (limit: {peer})"
        first, second = (median(column) * 1000 for column in zip(*runs, strict=True))
        rows.append(Row(name, first, "ms", second, 1.0, most))
    return rows


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def large_rows(folder: Path) -> list[Row]:
    """The tools write in processes of their own: their memory is theirs."""
    rows = []
    ours = alone("ours", "pdf", folder)
    peer = alone("typst", "pdf", folder)
    name = f"250 articles as PDF: {ours['pages']:.0f} tagged pages a CPU second (limit: Typst)"
    rows.append(Row(name, -ours["pages"] / ours["seconds"], "pages/s", -peer["pages"] / peer["seconds"]))
    rows.append(
        Row(
            "the same: memory at its peak (limit: Typst)",
            ours["megabytes"],
            "MB",
            peer["megabytes"],
            most=300,
        )
    )
    weasy = alone("weasyprint", "pdf", folder)
    ratio = (ours["pages"] / ours["seconds"]) / (weasy["pages"] / weasy["seconds"])
    rows.append(Row("the same: CPU time a page, WeasyPrint's beside ours", ratio, "times", 8.0))
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
