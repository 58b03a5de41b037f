"""Pages of many systems: what is the article's own, what is struck; and the benchmark's measure of it."""

import gzip
import json
import random
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from pressmark.importers.reading import CannotImport, Imported, read
from tests.bench.pages import body_of, figures_of, found_in, main
from tests.pressmark.importers.news_pages import Page, pages

_NOW = datetime(2026, 11, 16, tzinfo=UTC)
PAGES = {page.name: page for page in pages()}


@cache
def taken(page: Page) -> Imported:
    return read(page.html.encode(), f"{page.name}.html", now=_NOW)


def own(page: Page) -> list[tuple[str, str]]:
    imported = taken(page)
    article = imported.article
    return [
        (block.kind.value, article.block_text(block))
        for at, block in enumerate(article.blocks)
        if at not in imported.struck
    ]


@pytest.mark.parametrize("name", PAGES)
def test_every_block_of_the_story_is_the_article_s_own_in_its_order(name):
    page = PAGES[name]
    told = [text for _, text in own(page)]
    assert [text for text in told if text in {one for _, one in page.blocks}] == [
        text for _, text in page.blocks
    ]


@pytest.mark.parametrize("name", PAGES)
def test_besides_the_story_only_headline_and_byline_are_its_own(name):
    page = PAGES[name]
    other = {text for _, text in own(page)} - {text for _, text in page.blocks}
    foreign = [text for text in other if page.headline not in text and not _byline(text)]
    assert foreign == []


def _byline(text: str) -> bool:
    return text.startswith(("By ", "Von ")) or "2026" in text


@pytest.mark.parametrize("name", PAGES)
def test_subheadings_lists_quotations_and_captions_are_told(name):
    page = PAGES[name]
    kinds = {text: kind for kind, text in own(page)}
    told = [(kinds[text], text) for kind, text in page.blocks if kind != "paragraph"]
    assert told == [(kind, text) for kind, text in page.blocks if kind != "paragraph"]


def test_what_surrounds_an_article_is_struck_in_its_place_and_never_more_than_it(struck):
    for page in PAGES.values():
        imported = taken(page)
        away = struck(imported)
        assert len(away) <= 40, page.name
        assert sum(map(len, away)) < len(imported.article.text) / 1.5, page.name


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("wordpress-en-ferry", "Read more: Ferry line costs twice as much as planned, auditors say"),
        ("wordpress-en-ferry", "Five walks along the coast for the last days of autumn"),
        ("arc-en-budget", "Advertisement"),
        ("guardian-like-en-ferry", "after newsletter promotion"),
        ("bbc-like-en-budget", "More on this story"),
        ("spiegel-like-de-faehre", "Mehr zum Thema"),
        ("spiegel-like-de-faehre", "Anzeige"),
        ("data-laden-en-ferry", "RELATED"),
    ],
)
def test_what_is_struck_is_shown_where_the_page_had_it(struck, name, line):
    assert line in struck(taken(PAGES[name]))


def test_the_benchmark_s_measure_is_above_what_we_promise():
    told = [(page.body, found_in(page.html.encode(), "page.html")) for page in pages(with_json=True)]
    assert figures_of(told).f1 >= 0.99
    assert figures_of((page.body, body_of(taken(page))) for page in pages()).f1 >= 0.99


@pytest.mark.parametrize(
    ("true", "found", "precision", "recall"),
    [
        ("a b c d e", "a b c d e", 1, 1),
        ("a b c d e", "a b c d", 1, 0.5),
        ("a b c d", "a b c d e", 0.5, 1),
        ("a b c d a b c d", "a b c d", 1, 0.2),
        ("a b", "a b", 1, 1),
        ("a b c d", "w x y z", 0, 0),
    ],
)
def test_precision_and_recall_are_of_stretches_of_four_words(true, found, precision, recall):
    figures = figures_of([(true, found)])
    assert (figures.precision, figures.recall) == pytest.approx((precision, recall))


def test_the_benchmark_s_own_layout_is_read_and_its_output_written(tmp_path, capsys):
    some = list(PAGES.values())[:3]
    (tmp_path / "html").mkdir()
    for page in some:
        (tmp_path / "html" / f"{page.name}.html.gz").write_bytes(gzip.compress(page.html.encode()))
    truth = {page.name: {"articleBody": page.body, "url": "https://coast.example/a"} for page in some}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth))
    assert main(tmp_path) == 0
    told = json.loads((tmp_path / "output" / "pressmark.json").read_text("utf-8"))
    assert told.keys() == truth.keys()
    assert told[some[0].name]["articleBody"] == body_of(read(some[0].html.encode(), "a.html", now=_NOW))
    assert "F1=1.000" in capsys.readouterr().out


@pytest.mark.parametrize("name", [name for name in PAGES if name.endswith("en-ferry")])
def test_a_damaged_page_is_read_or_refused_and_nothing_else(name):
    chance, data = random.Random(name), PAGES[name].html.encode()
    for _ in range(4):
        at, length = chance.randrange(len(data)), chance.randrange(1, 400)
        piece = chance.choice([b"", b"</div>", b"<aside>", b"<article>", data[at : at + length] * 3])
        with suppress(CannotImport):
            imported = read(data[:at] + piece + data[at + length :], "page.html", now=_NOW)
            assert all(0 <= one < len(imported.article.blocks) for one in imported.struck)
            assert len(imported.struck) < len(imported.article.blocks)


def test_the_script_says_how_to_run_it():
    script = Path(__file__).parents[2] / "bench" / "pages.py"
    answer = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert answer.returncode == 2
    assert "ground-truth.json" in answer.stderr
