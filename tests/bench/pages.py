"""The web page importer on scrapinghub's article-extraction-benchmark, by that benchmark's own measure.

    python tests/bench/pages.py DIR

DIR is a clone of github.com/scrapinghub/article-extraction-benchmark: html/*.html.gz and ground-truth.json.
Writes DIR/output/pressmark.json, which its evaluate.py reads as well, and prints precision, recall and F1.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from pressmark.article import BlockKind
from pressmark.importers.imported import Imported
from pressmark.importers.opening import byline, date_line
from pressmark.importers.reading import CannotImport, read

_SHINGLE = 4


class Figures(NamedTuple):
    """How well texts were found: means of precision and recall over pages, and F1 of the two means."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"precision={self.precision:.3f}  recall={self.recall:.3f}  F1={self.f1:.3f}"


def figures_of(pairs: Iterable[tuple[str, str]]) -> Figures:
    """Of pairs of the true text and the one found."""
    counts = [_matching(true, found) for true, found in pairs]
    precision = mean(both / found for both, _, found in counts if found)
    recall = mean(both / true for both, true, _ in counts if true)
    return Figures(precision, recall)


def _matching(true: str, found: str) -> tuple[int, int, int]:
    """How many shingles both hold, the true text holds, the found one holds."""
    ours, theirs = _shingles(true), _shingles(found)
    return (ours & theirs).total(), ours.total(), theirs.total()


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(
        tuple(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1)) if words
    )


def body_of(imported: Imported) -> str:
    """What counts as the article's body there: all that is not struck but headline, byline and captions."""
    article, struck = imported.article, set(imported.struck)
    kept = [
        article.block_text(block)
        for at, block in enumerate(article.blocks)
        if at not in struck and block.kind is not BlockKind.CAPTION and block.level != 1
    ]
    around = {imported.source.headline}
    return "\n\n".join(
        text for text in kept if text not in around and not byline(text) and not date_line(text)
    )


def found_in(data: bytes, name: str, url: str = "") -> str:
    """The body of the article in a page; empty where there is none."""
    try:
        return body_of(read(data, name, url=url, now=datetime.now(UTC)))
    except CannotImport as error:
        print(error, file=sys.stderr)
        return ""


def main(folder: Path) -> int:
    truth: Mapping[str, Mapping[str, str]] = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    found = {}
    for path in sorted((folder / "html").glob("*.html.gz")):
        key = path.name.removesuffix(".html.gz")
        url = truth.get(key, {}).get("url", "")
        found[key] = {"articleBody": found_in(gzip.decompress(path.read_bytes()), f"{key}.html", url)}
    if missing := truth.keys() ^ found.keys():
        print(f"ground-truth.json and html differ in {len(missing)} pages", file=sys.stderr)
        return 1
    output = folder / "output" / "pressmark.json"
    output.parent.mkdir(exist_ok=True)
    output.write_text(json.dumps(found, ensure_ascii=False, indent=2), "utf-8")
    print(figures_of((truth[key].get("articleBody", ""), found[key]["articleBody"]) for key in truth))
    print(f"{len(truth)} pages, written to {output}: compare with python evaluate.py")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(main(Path(sys.argv[1])))
