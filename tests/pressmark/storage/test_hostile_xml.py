"""Files that are damaged or forged."""

import gzip

import pytest

from pressmark.storage import read_xml
from pressmark.storage.read_xml import CannotRead, from_xml
from pressmark.storage.write_xml import to_xml
from tests.pressmark.story import told

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
HOSTILE = {
    "empty": (b"", "damaged"),
    "no XML": (b"Dear sir", "damaged"),
    "binary": (bytes(range(256)), "damaged"),
    "compressed": (gzip.compress(b"<pressmark/>"), "damaged"),
    "cut off": (to_xml(told())[:-200], "damaged"),
    "too deep": (b"<a>" * 5000 + b"</a>" * 5000, "damaged"),
    "an unknown encoding": (b'<?xml version="1.0" encoding="klingon"?><a/>', "damaged"),
    "a document type": (b"<!DOCTYPE pressmark><pressmark/>", "document type"),
    "a local file": (
        b'<!DOCTYPE p [<!ENTITY f SYSTEM "file:///etc/passwd">]><p>&f;</p>',
        "document type",
    ),
    "a billion laughs": (
        f'<!DOCTYPE p [<!ENTITY l0 "ha">{LAUGHS}]><p>&l9;</p>'.encode(),
        "document type|damaged",
    ),
    "another root": (b'<html xmlns="http://www.w3.org/1999/xhtml"/>', "not an article"),
    "another namespace": (b'<pressmark version="1"/>', "not an article"),
    "no version": (b'<pressmark xmlns="urn:pressmark:article:1"/>', "not an article"),
    "an endless version": (
        b'<pressmark xmlns="urn:pressmark:article:1" version="%s"/>' % (b"9" * 5000),
        "not an article",
    ),
    "no text": (b'<pressmark xmlns="urn:pressmark:article:1" version="1"/>', "holds no text"),
}


@pytest.mark.parametrize(("data", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_article_is_refused_by_name(data: bytes, reason: str) -> None:
    with pytest.raises(CannotRead, match=rf"story\.xml .*({reason})"):
        from_xml(data, "story.xml")


def test_too_many_bytes_are_not_even_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_xml, "MOST_BYTES", 2_000_000)
    with pytest.raises(CannotRead, match=r"story\.xml is larger than 2 MB"):
        from_xml(b" " * 2_000_001, "story.xml")
