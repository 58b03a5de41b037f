"""The query language, asked of a real index."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pressmark.annotation import Annotation, Link, TextQuote
from pressmark.article import SourceRecord, Span
from pressmark.entities import Entity
from pressmark.filing import Filing
from pressmark.searching.parsing import understood
from pressmark.storage.index import Index
from tests.pressmark.storage.indexed import doc_of, files, hits, told, write

KYIV = (
    "Summit in Kyiv",
    "John Healey pledged £225m of air defence to Kyiv by June.",
    "Share this on Kyiv FM",
)
OSLO = (
    "Norway pays",
    "The “Air-Defence” fund of €2–3bn grows: DÉFENCE matters.",
    "Nothing else, said Healey.",
)
TOKYO = ("東京発", "政府は防衛費を増やす。", "وَعَدَت الحكومةُ بالمال", "Kyiv. Air", "defence")


def _annotations() -> Iterator[Annotation]:
    second = len(KYIV[0]) + 1
    yield Annotation(
        "a1", "actor", (Span(second, second + 11),), {"entity": "john-healey", "role": "minister"}
    )
    place = KYIV[0].index("Kyiv")
    yield Annotation("l1", "location", (Span(place, place + 4),))
    ties = (Link("pledger", "a1"), Link("recipient", "l1"))
    values = {"amount": "GBP 225000000", "due": "by 2026-06", "status": "kept in part", "kind": "military"}
    yield Annotation("p1", "pledge", (Span(second + 12, second + 24),), values, ties, note="Ask the MoD")
    values = {"amount": "undisclosed", "status": "kept"}
    yield Annotation("p2", "pledge", (Span(second + 25, second + 36),), values, (), lost=(TextQuote("gone"),))
    struck = second + len(KYIV[1]) + 1
    yield Annotation("q1", "quote", (Span(struck, struck + 10),))
    yield Annotation("q2", "quote", (), lost=(TextQuote("words of old"),))


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    folder = tmp_path_factory.mktemp("dossier")
    kyiv = SourceRecord("Kyiv, Kyiv", "The Guardian", "Dan Sabbagh", "2026-11-14T09:12:00+00:00", "en-GB")
    healey = Entity("john-healey", "John Healey", "person", ("the Defence Secretary",))
    filing = Filing("done", ("budget", "air defence"), struck=(2,))
    annotations = list(_annotations())
    write(folder, "kyiv", doc_of(KYIV, kyiv, filing=filing, annotations=annotations, entities=[healey]))
    oslo = SourceRecord("Norway pays", "Aftenposten", "", "2026-02", "no", status="withdrawn")
    pledge = Annotation(
        "p1", "pledge", (Span(12, 40),), {"amount": "EUR 2000000000..3000000000", "due": "2027"}
    )
    write(folder, "oslo", doc_of(OSLO, oslo, filing=Filing("in work", ("no budget",)), annotations=[pledge]))
    tokyo = SourceRecord("防衛の話", "Nikkei", "", "", "ja", status="corrected")
    write(folder, "tokyo", doc_of(TOKYO, tokyo, filing=Filing(archived=True)))
    with Index(folder, tmp_path_factory.mktemp("cache")) as index:
        index.refresh()
        yield index


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("pays", ["oslo pays"]),
        ("healey", ["kyiv Healey", "oslo Healey"]),
        ("HEALEY pledged", ["kyiv Healey pledged"]),
        ("healey -pledged", ["oslo Healey"]),
        ('"air defence"', ["kyiv air defence", "oslo Air-Defence"]),
        ("defence matters", ["oslo Defence", "oslo DÉFENCE matters"]),
        ("pays OR pledged", ["oslo pays", "kyiv pledged"]),
        ("(pays OR pledged) grows", ["oslo pays", "oslo grows"]),
        ("share", []),
        ("def", []),
        ("防衛費", ["tokyo 防衛費"]),
        ("衛費", ["tokyo 衛費"]),
        ("防費", []),
        ("الحكومة", ["tokyo الحكومةُ"]),
        ("headline:話", ["tokyo 話"]),
        ("headline:kyiv", ["kyiv Kyiv, Kyiv"]),
        ("headline:kyiv john", ["kyiv John"]),
        ("outlet:guard", ["kyiv"]),
        ("author:sabbagh", ["kyiv"]),
        ("lang:en", ["kyiv"]),
        ("lang:en-gb", ["kyiv"]),
        ("lang:e", []),
        ("tag:budget", ["kyiv"]),
        ('tag:"air defence"', ["kyiv"]),
        ("tag:air", []),
        ("state:done", ["kyiv"]),
        ("state:work", ["oslo"]),
        ('state:"to read"', ["tokyo"]),
        ("is:withdrawn", ["oslo"]),
        ("is:corrected", ["tokyo"]),
        ("is:archived", ["tokyo"]),
        ("-is:archived -pays", ["kyiv"]),
        ("after:2026-11-14", ["kyiv"]),
        ("after:2026-11-15", []),
        ("after:2026-02-10", ["kyiv", "oslo"]),
        ("before:2026-11-14", ["oslo"]),
        ("date:2026", ["kyiv", "oslo"]),
        ("date<=2026-02", ["oslo"]),
        ("-date:2026", ["tokyo"]),
        ("tag:budget OR matters", ["kyiv", "oslo matters"]),
        ("label:pledge", ["kyiv p1", "kyiv p2", "oslo p1"]),
        ("label:Pledge label:quote", []),
        ("label:quote", ["kyiv q2"]),
        ("label:quote old", ["kyiv q2"]),
        ("-label:pledge", ["kyiv l1", "kyiv a1", "kyiv q2"]),
        ("label:pledge june", ["kyiv p1", "kyiv p2"]),
        ("label:pledge summit", []),
        ("label:pledge gone", ["kyiv p2"]),
        ("label:pledge (june OR fund) -air", []),
        ("label:pledge outlet:aftenposten", ["oslo p1"]),
        ("label:pledge headline:norway", ["oslo p1"]),
        ("amount>100m", ["kyiv p1", "oslo p1"]),
        ("amount>225m", ["oslo p1"]),
        ("amount>=225m", ["kyiv p1", "oslo p1"]),
        ("amount<1bn", ["kyiv p1"]),
        ("amount:2.5bn", ["oslo p1"]),
        ("amount>€1m", ["oslo p1"]),
        ("amount:undisclosed", ["kyiv p2"]),
        ("label:pledge -amount>1bn", ["kyiv p1", "kyiv p2"]),
        ("by:healey", ["kyiv p1"]),
        ('by:"defence secretary"', ["kyiv p1"]),
        ("by:ealey", []),
        ("to:Kyiv amount>100m", ["kyiv p1"]),
        ("actor:healey", ["kyiv a1", "kyiv p1"]),
        ("place:kyiv", ["kyiv l1", "kyiv p1"]),
        ("due<2026-06", []),
        ("due<2026-07", ["kyiv p1"]),
        ("due<=2026", ["kyiv p1"]),
        ("due>2026-12", ["oslo p1"]),
        ("status:kept", ["kyiv p2"]),
        ('status:"kept in part"', ["kyiv p1"]),
        ("kind:military", ["kyiv p1"]),
        ("has:note", ["kyiv p1"]),
        ("note:mod", ["kyiv p1"]),
        ("has:due", ["kyiv p1", "oslo p1"]),
        ("id:P2", ["kyiv p2"]),
        ("id:p1 OR by:healey OR fund", ["kyiv p1", "oslo p1"]),
        ("", []),
    ],
)
def test_a_query_finds_what_it_says(index: Index, typed: str, found: list[str]) -> None:
    assert sorted(told(index, typed)) == sorted(found)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("defence matt", {"oslo"}),
        ("hea", {"kyiv", "oslo"}),
        ("防", {"tokyo"}),
        ("label:ple", {"kyiv", "oslo"}),
        ("label:pledge ju", {"kyiv"}),
        ("tag:bud", {"kyiv"}),
        ("status:kep", {"kyiv"}),
        ("state:d", {"kyiv"}),
        ("headline:nor", {"oslo"}),
        ("-hea", {"kyiv", "oslo", "tokyo"}),
    ],
)
def test_while_it_is_typed_the_beginning_of_the_last_word_is_enough(
    index: Index, typed: str, found: set[str]
) -> None:
    assert files(index, typed, typing=True) == found


def test_a_hit_names_its_place_and_what_stands_around_it(index: Index) -> None:
    (hit,) = hits(index, "pledged")
    text = "\n".join(KYIV)
    assert hit.span is not None
    assert text[hit.span.start : hit.span.end] == hit.words == "pledged"
    assert (hit.before, hit.after) == ("John Healey ", " £225m of air defence to Kyiv by June.")
    assert (hit.paragraph, hit.headline, hit.outlet) == (2, "Kyiv, Kyiv", "The Guardian")
    assert (hit.published, hit.annotation, hit.label) == ("2026-11-14T09:12:00+00:00", "", "")


def test_an_annotation_that_is_a_hit_is_shown_as_a_whole(index: Index) -> None:
    first, second, _ = hits(index, "label:pledge")
    assert (first.annotation, first.label, first.words) == ("p1", "pledge", "pledged £225")
    assert (first.paragraph, first.before) == (2, "John Healey ")
    assert second.words == " of air def […] gone"


def test_an_annotation_whose_place_is_lost_has_no_span(index: Index) -> None:
    (hit,) = hits(index, "label:quote")
    assert (hit.span, hit.words, hit.paragraph) == (None, "words of old", 0)


def test_words_in_the_headline_alone_have_no_span(index: Index) -> None:
    (hit,) = hits(index, "headline:話")
    assert (hit.span, hit.words, hit.headline) == (None, "話", "防衛の話")


def test_pages_hold_every_hit_once(tmp_path: Path) -> None:
    for number in range(7):
        lines = ["pay " * 3, "x", "pay now"]
        pledges = [Annotation(f"p{place}", "pledge", (Span(place, place + 1),)) for place in range(5)]
        source = SourceRecord(published=f"2026-01-{number + 1:02}")
        write(tmp_path / "d", f"n{number}", doc_of(lines, source, annotations=pledges))
    with Index(tmp_path / "d", tmp_path / "cache") as index:
        index.refresh()
        for typed, count in (("pay", 14), ("label:pledge", 35)):
            asked = understood(typed)
            page = index.search(asked, most=4)
            assert (len(page.hits), page.articles) == (4, 7)
            seen = list(page.hits)
            while page.following is not None:
                page = index.search(asked, page.following, most=4)
                seen += page.hits
            assert len({(hit.file, hit.annotation, hit.span) for hit in seen}) == len(seen) == count
            assert seen == list(index.search(asked, most=None).hits)


def test_of_a_long_text_only_the_best_places_are_shown_on_a_page(tmp_path: Path) -> None:
    write(tmp_path / "d", "long", doc_of(["war and peace"] + ["war"] * 20 + ["peace war"]))
    with Index(tmp_path / "d", tmp_path / "cache") as index:
        index.refresh()
        assert [one.paragraph for one in index.search(understood("war peace"), places=3).hits] == [1, 1, 22]
        assert len(hits(index, "war")) == 22


def test_the_headline_weighs_more_and_of_equals_the_newest_comes_first(tmp_path: Path) -> None:
    for name, headline, published in (
        ("a", "Plain", "2026-01-01"),
        ("b", "Plain", "2026-03-01"),
        ("c", "Drones", "2026-02-01"),
    ):
        lines = ["Drones came at night.", "Nothing else happened."]
        write(tmp_path / "d", name, doc_of(lines, SourceRecord(headline, published=published)))
    for number in range(9):
        write(tmp_path / "d", f"other{number}", doc_of(["Other things", "and more of them"]))
    with Index(tmp_path / "d", tmp_path / "cache") as index:
        index.refresh()
        assert told(index, "drones") == ["c Drones", "b Drones", "a Drones"]
