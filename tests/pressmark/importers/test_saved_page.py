"""Web pages saved as one file: the page in them, as if it had been fetched then."""

import hashlib

import pytest

from pressmark.importers.imported import CannotImport
from tests.pressmark.importers.mails import STORY, mail
from tests.pressmark.importers.saved_pages import HEADLINE, chrome, internet_explorer, saved, word

WHOLE = [
    f"heading1: {HEADLINE}",
    *(f"paragraph: {one}" for one in STORY),
    "paragraph: The fare is 3 €, it says.",
]


@pytest.mark.parametrize("data", [chrome(), internet_explorer(), word()], ids=["Chrome", "Explorer", "Word"])
def test_the_page_is_read_whoever_saved_it(take, shown, data):
    imported = take(data, "ferry.mhtml")
    assert shown(imported) == WHOLE
    assert (imported.source.headline, imported.source.media_type) == (HEADLINE, "multipart/related")
    assert imported.original == data
    assert imported.source.original_sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "url", "captured"),
    [
        (chrome(), "https://bayherald.example/ferry?a=1", "2026-11-14T09:00:00+00:00"),
        (internet_explorer(), "http://bayherald.example/ferry", "2009-11-14T09:00:00+00:00"),
        (word(), "", "2026-11-16T08:30:15+00:00"),
    ],
    ids=["Chrome", "Explorer", "Word"],
)
def test_it_comes_from_its_address_when_it_was_saved(take, data, url, captured):
    source = take(data, "ferry.mht").source
    assert (source.url, source.captured_at) == (url, captured)


def test_frames_are_left_out_with_a_word(take):
    assert take(chrome(), "ferry.mhtml").warnings == ()
    framed = take(chrome(frame=True), "ferry.mhtml")
    assert framed.warnings == ("A frame of the page holds text as well and was left out",)
    assert framed.article.text == take(chrome(), "ferry.mhtml").article.text


def test_a_saved_page_is_told_by_its_content(take):
    assert take(chrome(), "ferry").source.headline == HEADLINE


def test_a_mail_with_its_pictures_is_no_saved_page(take):
    message = mail(html="".join(f"<p>{one}</p>" for one in STORY))
    message.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<p>")
    data = bytes(message)
    assert b"Content-Type: multipart/related" in data
    assert take(data, "a.eml").source.media_type == "message/rfc822"


def test_a_file_without_a_page_says_so(take):
    data = saved(("Content-Type: image/png", b"\x89PNG"), head=chrome().split(b"\r\n\r\n")[0].decode())
    with pytest.raises(CannotImport, match=r"ferry.mhtml holds no page: open it in a browser"):
        take(data, "ferry.mhtml")
