"""Web archives: the pages that were archived for themselves, each once, with when that was."""

import gzip
import zlib

import brotli
import pytest

from pressmark.importers.imported import CannotImport, Imported
from tests.pressmark.importers.web_archives import BAY, SENTENCE, Crawled, front_page, page, whole

FERRY, QUAY = f"{BAY}/news/ferry-line", f"{BAY}/news/quay.html"


def two(*, packed: bool = True) -> Crawled:
    return Crawled(packed).answer(FERRY, page("Ferry line agreed")).answer(QUAY, page("Quay opens"))


def headlines(found: list[Imported | CannotImport]) -> list[str]:
    return [one.source.headline for one in found if isinstance(one, Imported)]


def refusals(found: list[Imported | CannotImport]) -> list[str]:
    return [str(one) for one in found if isinstance(one, CannotImport)]


@pytest.mark.parametrize(
    "data",
    [two(packed=False).data, two().data, whole(two().data), two().data + b"\0" * 512],
    ids=["plain", "record by record", "as a whole", "filled up"],
)
def test_pages_come_in_however_the_archive_is_packed(take_all, data):
    first, second = take_all(data, "clips.warc.gz")
    source = first.source
    assert (source.headline, source.url, source.original_name) == (
        "Ferry line agreed",
        FERRY,
        "ferry-line.html",
    )
    assert (source.captured_at, source.captured_from) == ("2026-11-14T09:12:00+00:00", "file")
    assert (source.media_type, first.original) == ("text/html", page("Ferry line agreed"))
    assert first.warnings == ()
    assert second.source.url == QUAY


def test_members_that_begin_amid_a_record_are_put_together(take_all):
    plain = two(packed=False).data
    pieces = b"".join(gzip.compress(plain[at : at + 300]) for at in range(0, len(plain), 300))
    assert headlines(take_all(pieces, "clips.warc.gz")) == ["Ferry line agreed", "Quay opens"]


def test_what_is_no_page_is_left_out_and_what_redirects_too(take_all):
    crawled = (
        two()
        .answer(f"{BAY}/logo.png", b"\x89PNG", "image/png")
        .answer(f"{BAY}/app.js", b"alert(1)", "text/javascript")
        .answer(f"{BAY}/style.css", b"a{}", "text/css")
        .answer(f"{BAY}/count", b'{"a": 1}', "application/json")
        .answer(f"{BAY}/robots.txt", b"User-agent: *", "text/plain")
        .answer(f"{BAY}/old", b"<html>Moved", status="301 Moved Permanently", http=[("Location", FERRY)])
    )
    found = take_all(crawled.data, "clips.warc.gz")
    assert (headlines(found), refusals(found)) == (["Ferry line agreed", "Quay opens"], [])


def chunked(data: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (data[:50], data[50:], b""))


@pytest.mark.parametrize(
    ("headers", "packed"),
    [
        ([("Content-Encoding", "gzip")], gzip.compress),
        ([("Content-Encoding", "br")], brotli.compress),
        ([("Content-Encoding", "deflate")], zlib.compress),
        ([("Content-Encoding", "deflate")], lambda data: zlib.compress(data)[2:-4]),
        ([("Transfer-Encoding", "chunked")], chunked),
        (
            [("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")],
            lambda d: chunked(gzip.compress(d)),
        ),
        ([("Content-Encoding", "gzip, br")], lambda data: brotli.compress(gzip.compress(data))),
        ([("Content-Encoding", "gzip")], bytes),
        ([("Content-Encoding", "br")], bytes),
        ([("Content-Encoding", "zstd")], bytes),
        ([("Transfer-Encoding", "chunked")], bytes),
    ],
    ids=["gzip", "br", "deflate", "raw deflate", "chunked", "both", "twice"] + ["undone"] * 4,
)
def test_what_was_packed_for_the_way_is_unpacked_unless_it_was_already(take_all, headers, packed):
    crawled = Crawled().answer(FERRY, packed(page("Ferry line agreed")), http=headers)
    (only,) = take_all(crawled.data, "clips.warc.gz")
    assert only.original == page("Ferry line agreed")


def test_what_cannot_be_unpacked_is_named_with_what_to_do(take_all):
    crawled = two().answer(f"{BAY}/z", b"\x28\xb5\x2f\xfd...", http=[("Content-Encoding", "zstd")])
    found = take_all(crawled.data, "clips.warc.gz")
    assert len(headlines(found)) == 2
    (why,) = refusals(found)
    assert why.startswith(f"{BAY}/z in clips.warc.gz is packed by Zstandard")
    assert "save the page from your browser" in why


@pytest.mark.parametrize(("packing", "pack"), [("gzip", gzip.compress), ("br", brotli.compress)])
def test_a_page_that_unpacks_to_far_too_much_costs_itself(take_all, packing, pack):
    bomb = pack(b"<p>" + bytes(60_000_000))
    crawled = two().answer(f"{BAY}/z", bomb, http=[("Content-Encoding", packing)])
    found = take_all(crawled.data, "clips.warc.gz")
    assert len(headlines(found)) == 2
    assert [f"{BAY}/z in clips.warc.gz unpacks to more than" in why for why in refusals(found)] == [True]


def test_the_charset_of_the_header_is_honoured(take_all):
    text = page("Fähre: Zusage für Überfahrt").decode().encode("windows-1252")
    (only,) = take_all(Crawled().answer(FERRY, text, "text/html; charset=windows-1252").data, "a.warc.gz")
    assert only.source.headline == "Fähre: Zusage für Überfahrt"
    assert "Überfahrt" in only.article.text


def test_the_same_page_comes_once_and_another_version_again(take_all):
    crawled = (
        two()
        .answer(FERRY, page("Ferry line agreed"), when="2026-11-15T10:00:00Z")
        .answer(FERRY, page("Ferry line postponed"), when="2026-11-16T07:00:00Z")
    )
    found = take_all(crawled.data, "clips.warc.gz")
    assert headlines(found) == ["Ferry line agreed", "Quay opens", "Ferry line postponed"]
    assert found[2].source.captured_at == "2026-11-16T07:00:00+00:00"


@pytest.mark.parametrize(
    "when", ["2099-01-01T00:00:00Z", "0001-01-01T00:00:00+23:59", "soon", "1969-01-01T00:00:00Z"]
)
def test_a_moment_that_cannot_be_is_not_believed(take_all, when):
    (only,) = take_all(Crawled().answer(FERRY, page("Ferry line agreed"), when=when).data, "a.warc.gz")
    assert only.source.captured_at == "2026-11-16T08:30:15+00:00"


def test_frames_are_left_out_by_what_the_browser_asked_for(take_all):
    ad = f"{BAY}/frame"
    crawled = two().answer(ad, page("Buy a boat")).asked(ad, ("Sec-Fetch-Dest", "iframe"))
    found = take_all(crawled.asked(FERRY, ("Sec-Fetch-Dest", "document")).data, "clips.warc.gz")
    assert headlines(found) == ["Ferry line agreed", "Quay opens"]
    assert refusals(found) == [
        "clips.warc.gz also holds pages that were left out: 1 shown or fetched by other pages "
        "(https://bay.example/frame)"
    ]


@pytest.mark.parametrize(
    "more",
    [
        lambda crawled, ad: crawled.answer(
            f"{BAY}/c", page("With ad", "<iframe src='/frame?a=1&amp;b'></iframe>")
        ),
        lambda crawled, ad: crawled.noted(ad, "via: https://bay.example/\r\nhopsFromSeed: LLE\r\n"),
        lambda crawled, ad: crawled.asked(ad, ("X-Requested-With", "XMLHttpRequest")),
    ],
    ids=["shown by a page", "as Heritrix notes it", "fetched by a script"],
)
def test_frames_are_left_out_by_what_else_the_archive_states(take_all, more):
    ad = f"{BAY}/frame?a=1&b"
    found = take_all(more(two().answer(ad, page("Buy a boat")), ad).data, "clips.warc.gz")
    assert "Buy a boat" not in headlines(found)
    assert len(headlines(found)) >= 2
    assert ad in refusals(found)[0]


def test_a_page_that_was_asked_for_comes_in_though_others_show_it(take_all):
    crawled = two().answer(f"{BAY}/c", page("With frame", f"<iframe src='{FERRY}'></iframe>"))
    found = take_all(crawled.asked(FERRY, ("Sec-Fetch-Dest", "document")).data, "clips.warc.gz")
    assert "Ferry line agreed" in headlines(found)


def test_start_pages_walls_and_errors_are_left_out_in_one_line(take_all):
    crawled = (
        two()
        .answer(f"{BAY}/", front_page())
        .answer("https://consent.bay.example/?to=x", page("Do you agree?"))
        .answer(f"{BAY}/gone", b"<html>Not here", status="404 Not Found")
    )
    found = take_all(crawled.data, "clips.warc.gz")
    assert headlines(found) == ["Ferry line agreed", "Quay opens"]
    assert refusals(found) == [
        "clips.warc.gz also holds pages that were left out: 1 that list articles (https://bay.example/); 1 "
        "that ask for consent (https://consent.bay.example/?to=x); 1 that answered with an error "
        "(https://bay.example/gone)"
    ]


def test_an_article_with_many_links_around_is_no_list(take_all):
    around = "".join(
        f"<li><a href=/{number}>Towns agree on line {number} of many</a>" for number in range(99)
    )
    paragraphs = "".join(f"<p>{number}. {SENTENCE * 2}</p>" for number in range(3))
    short = f"<html><title>Quay</title><ul>{around}</ul><h1>Quay</h1>{paragraphs}"
    stated = f"<html><meta property=og:type content=article><ul>{around}</ul><h1>Brief</h1><p>{SENTENCE}</p>"
    crawled = two().answer(f"{BAY}/short", short.encode()).answer(f"{BAY}/stated", stated.encode())
    assert len(headlines(take_all(crawled.data, "clips.warc.gz"))) == 4


def test_a_list_alone_is_what_was_meant(take_all):
    (only,) = take_all(Crawled().answer(f"{BAY}/", front_page()).data, "clips.warc.gz")
    assert isinstance(only, Imported)


def test_documents_come_in_and_texts_and_feeds_where_they_were_asked_for(take_all):
    text = b"Port deepens\n\nThe port is deeper than it was in spring."
    crawled = (
        two()
        .answer(f"{BAY}/port.txt", text, "text/plain; charset=utf-8")
        .answer(f"{BAY}/beacon", b"ok", "text/plain")
        .asked(f"{BAY}/port.txt", ("Sec-Fetch-Dest", "document"))
        .asked(f"{BAY}/beacon", ("Sec-Fetch-Dest", "empty"))
        .resource(f"{BAY}/resource", page("Archived alone"))
    )
    found = take_all(crawled.data, "clips.warc.gz")
    assert headlines(found) == ["Ferry line agreed", "Quay opens", "Port deepens", "Archived alone"]


def test_what_was_not_stored_again_is_said_unless_it_is_there(take_all):
    crawled = two().seen_again(FERRY).seen_again(f"{BAY}/elsewhere").seen_again(f"{BAY}/elsewhere")
    found = take_all(crawled.data, "clips.warc.gz")
    assert refusals(found) == [
        "clips.warc.gz also holds pages that were left out: 1 not stored again since an earlier archive, "
        "which has to be imported as well"
    ]


def test_addresses_of_this_machine_are_not_the_article_s(take_all):
    (only,) = take_all(Crawled().resource("file:///etc/passwd", page("Local")).data, "a.warc.gz")
    assert (only.source.headline, only.source.url, only.source.original_name) == ("Local", "", "passwd.html")


def records_of(crawled: Crawled) -> list[int]:
    """Where the members of a packed archive begin."""
    data, found, at = crawled.data, [], 0
    while (at := data.find(b"\x1f\x8b\x08", at)) >= 0:
        found.append(at)
        at += 1
    return found


def three(*, packed: bool) -> Crawled:
    return two(packed=packed).answer(f"{BAY}/port", page("Port deepens"))


def test_a_damaged_member_costs_itself_and_is_named(take_all):
    crawled = three(packed=True)
    data = bytearray(crawled.data)
    data[records_of(crawled)[2] - 100] ^= 0xFF
    found = take_all(bytes(data), "clips.warc.gz")
    assert headlines(found) == ["Ferry line agreed", "Port deepens"]
    assert len(refusals(found)) == 1
    assert "clips.warc.gz" in refusals(found)[0]
    assert "damaged" in refusals(found)[0]


@pytest.mark.parametrize(
    "wrong", [b"Content-Length: 7", b"Content-Length: 99999999999", b"Content-Length: 99999"]
)
def test_a_record_of_a_wrong_length_costs_itself_and_is_named(take_all, wrong):
    start, end = three(packed=False).data.split(b"WARC-Target-URI: " + QUAY.encode())
    length = end[end.index(b"Content-Length") :].split(b"\r")[0]
    found = take_all(
        start + b"WARC-Target-URI: " + QUAY.encode() + end.replace(length, wrong, 1), "clips.warc"
    )
    assert headlines(found) == ["Ferry line agreed", "Port deepens"]
    assert refusals(found) == [
        f"{QUAY} in clips.warc is damaged or cut short and was left out: get the archive again from where it "
        "came"
    ]


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_that_is_cut_short_yields_what_is_whole(take_all, packed):
    found = take_all(three(packed=packed).data[:-150], "clips.warc")
    assert headlines(found) == ["Ferry line agreed", "Quay opens"]
    assert "damaged" in refusals(found)[0]


def test_a_page_that_is_not_what_its_checksum_says_is_told(take_all):
    data = two(packed=False).data.replace(b"Quay opens: Four", b"Quay opens: Five")
    found = take_all(data, "clips.warc")
    assert len(headlines(found)) == 2
    assert refusals(found) == [
        f"1 of the pages of clips.warc are not what their checksums say: check the text of {QUAY}"
    ]


def test_a_page_that_was_archived_in_part_is_told(take_all):
    crawled = two().answer(f"{BAY}/port", page("Port deepens"), warc={"WARC-Truncated": "length"})
    found = take_all(crawled.data, "clips.warc.gz")
    assert len(headlines(found)) == 3
    assert "archived only in part: check the text of https://bay.example/port" in refusals(found)[0]


def test_an_archive_without_pages_says_so(take_all):
    (refused,) = take_all(Crawled().answer(f"{BAY}/logo.png", b"\x89PNG", "image/png").data, "a.warc.gz")
    assert str(refused) == "a.warc.gz holds no pages: check that it is the right file"
