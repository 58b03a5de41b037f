"""Packed web archives: the pages on their list, with what the list says of them."""

from json import dumps

import pytest

from pressmark.importers.imported import CannotImport, Imported
from tests.pressmark.importers.web_archives import BAY, Crawled, front_page, page, wacz

FERRY, QUAY = f"{BAY}/news/ferry-line", f"{BAY}/news/quay.html"
LISTED = [
    {"id": "1", "url": FERRY, "ts": "2026-11-14T09:12:00Z", "title": "Ferry line agreed – Bay Herald"},
    {"id": "2", "url": QUAY, "ts": "20261114091200", "title": "Quay opens", "text": "long", "seed": True},
]


def two() -> Crawled:
    return Crawled().answer(FERRY, page("Ferry line agreed")).answer(QUAY, page("Quay opens"))


def headlines(found: list[Imported | CannotImport]) -> list[str]:
    return [one.source.headline for one in found if isinstance(one, Imported)]


def refusals(found: list[Imported | CannotImport]) -> list[str]:
    return [str(one) for one in found if isinstance(one, CannotImport)]


def test_the_pages_on_the_list_come_in_and_others_are_counted(take_all):
    crawled = two().answer(f"{BAY}/other", page("Never meant")).answer(f"{BAY}/ad", page("Buy a boat"))
    found = take_all(wacz({"data.warc.gz": crawled.data}, LISTED), "clips.wacz")
    assert headlines(found) == ["Ferry line agreed", "Quay opens"]
    assert found[0].source.url == FERRY
    assert found[0].source.captured_at == "2026-11-14T09:12:00+00:00"
    assert refusals(found) == [
        "clips.wacz also holds pages that were left out: 2 not on its own list of pages "
        "(https://bay.example/ad, https://bay.example/other)"
    ]


def test_a_title_that_the_page_lacks_is_taken_from_the_list(take_all):
    text = b"<html><body><p>Four harbour towns agreed on Saturday to pay for a new ferry line.</p>"
    (only,) = take_all(wacz({"a.warc.gz": Crawled().answer(QUAY, text).data}, LISTED[1:]), "clips.wacz")
    assert (only.source.headline, "headline" in only.source.guessed) == ("Quay opens", False)


def test_a_page_captured_twice_comes_once_as_near_as_can_be_to_when_the_list_says(take_all):
    crawled = two().answer(QUAY, page("Quay closes"), when="2026-11-15T00:00:00Z")
    listed = [LISTED[1] | {"ts": "2026-11-15T00:00:02.123Z"}, LISTED[1] | {"ts": "2026-11-15T00:00:03Z"}]
    assert headlines(take_all(wacz({"a.warc.gz": crawled.data}, [LISTED[0], *listed]), "clips.wacz")) == [
        "Ferry line agreed",
        "Quay closes",
    ]


def test_a_listed_address_that_leads_elsewhere_is_followed_within_the_archive(take_all):
    moved = Crawled().answer(f"{BAY}/old", b"", status="302 Found", http=[("Location", "/news/quay.html")])
    data = wacz({"a.warc.gz": moved.data, "b.warc.gz": two().data}, [{"url": f"{BAY}/old#top"}])
    assert headlines(take_all(data, "clips.wacz")) == ["Quay opens"]


def test_pages_of_several_files_and_lists_come_in_and_what_is_missing_is_said(take_all):
    other = Crawled(packed=False).answer(f"{BAY}/port", page("Port deepens")).answer(f"{BAY}/", front_page())
    extra = "\n".join(dumps({"url": f"{BAY}/{name}", "ts": 1}) for name in ("port", "", "gone"))
    data = wacz(
        {"a.warc.gz": two().data, "b.warc": other.data}, LISTED, **{"pages/extraPages.jsonl": extra.encode()}
    )
    found = take_all(data, "clips.wacz")
    assert headlines(found) == ["Ferry line agreed", "Quay opens", "Port deepens"]
    assert refusals(found) == [
        "clips.wacz also holds pages that were left out: 1 that list articles (https://bay.example/); 1 on "
        "its list that are not in it (https://bay.example/gone)"
    ]


@pytest.mark.parametrize("spoilt", [b'{"url": "https', b'{"url": 5}', b"[" * 100_000, b"\xff\xfe"])
def test_a_damaged_list_costs_no_page(take_all, spoilt):
    data = wacz({"a.warc.gz": two().data}, LISTED[:1], **{"pages/extraPages.jsonl": spoilt})
    found = take_all(data, "clips.wacz")
    assert headlines(found) == ["Ferry line agreed", "Quay opens"]
    assert refusals(found)[0].startswith("The list of pages in clips.wacz is damaged")


@pytest.mark.parametrize("pages", [None, []])
def test_without_a_list_pages_are_told_as_in_any_web_archive(take_all, pages):
    assert len(headlines(take_all(wacz({"a.warc.gz": two().data}, pages), "clips.wacz"))) == 2


def test_names_that_climb_lead_nowhere(take_all):
    climbing = {"../../archive/evil.warc.gz": two().data, "archive/../../b.warc": two().data}
    (refused,) = take_all(
        wacz({"a.warc.gz": Crawled().answer(f"{BAY}/p.png", b"", "image/png").data}, **climbing), "a.wacz"
    )
    assert str(refused) == "a.wacz holds no pages: check that it is the right file"


def test_other_data_with_a_description_are_a_zip_archive(take_all):
    found = take_all(wacz({}, **{"quay.html": page("Quay opens")}), "data.zip")
    assert "Quay opens" in headlines(found)


def test_a_damaged_page_costs_itself(take_all):
    crawled = Crawled().answer(f"{BAY}/port", page("Port deepens"))
    hurt = len(crawled.data)
    crawled.answer(FERRY, page("Ferry line agreed")).answer(QUAY, page("Quay opens"))
    data = wacz({"a.warc.gz": crawled.data}, [*LISTED, {"url": f"{BAY}/port"}])
    at = data.index(crawled.data) + hurt // 2
    found = take_all(data[:at] + b"\0" * 40 + data[at + 40 :], "clips.wacz")
    assert headlines(found) == ["Ferry line agreed", "Quay opens"]
    assert any("damaged" in why for why in refusals(found))
