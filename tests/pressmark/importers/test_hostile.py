import random
import time
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.importers.canon import canon
from pressmark.importers.reading import CannotImport, read

NOW = datetime(2026, 11, 16, tzinfo=UTC)
SENTENCE = "The towns agreed on Saturday to pay for the “ferry”, said Ólafur 😀 the mayor of Northmouth. "
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ARTICLE = b"<html><body><article>"


def word_document() -> bytes:
    file = BytesIO()
    text = (
        f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p></w:body></w:document>'
    )
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", text)
    return file.getvalue()


SAMPLES = {
    "a.txt": f"Towns agree\nBy Jane Doe\n14 November 2026\n\n{SENTENCE * 4}\n\n• {SENTENCE}\n".encode(),
    "a.html": (
        f'<!DOCTYPE html><html lang="en"><head><script type="application/ld+json">'
        f'{{"@type": "Article", "headline": "Towns"}}</script></head><body><p>{SENTENCE * 4}</p>'
        "<table><tr><td>a</td><td>b<br>c"
        f"</td></tr></table><ul><li>{SENTENCE}</li></ul><q>x</q></body></html>"
    ).encode(),
    "a.docx": word_document(),
}


def import_or_refuse(data: bytes, name: str, **more: str) -> None:
    """Anything but an article or CannotImport fails the test."""
    try:
        text = read(data, name, now=NOW, **more).article.text
    except CannotImport:
        return
    assert text.strip()
    assert canon(text) == text


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a.docx"]))
@settings(max_examples=100, deadline=None)
def test_random_bytes_are_imported_or_refused(data: bytes, name: str):
    import_or_refuse(data, name)


@given(st.text(alphabet="<>/&;=\"' \n-!?abpqhtrdiv0123456789\u00ad\ud83d", max_size=300), st.booleans())
@settings(max_examples=100, deadline=None)
def test_random_markup_is_imported_or_refused(text: str, whole: bool):
    data = (f"<html><body>{text}" if whole else text).encode("utf-8", "surrogatepass")
    import_or_refuse(data, "a.html", media_type="text/html", captured_from="file" if whole else "selection")


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_cut_anywhere_is_imported_or_refused(name: str):
    data = SAMPLES[name]
    for end in range(0, len(data), max(1, len(data) // 40)):
        import_or_refuse(data[:end], name)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_with_damaged_bytes_is_imported_or_refused(name: str):
    chance = random.Random(7)
    for _ in range(25):
        data = bytearray(SAMPLES[name])
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        import_or_refuse(bytes(data), name)


@pytest.mark.parametrize(
    "page",
    [
        b"<html>" + b"<div>" * 200_000,
        b"<html>" + b"<select>" * 200_000,
        b"<html><p " + b" ".join(b"a%d=1" % number for number in range(100_000)) + b">x",
        b"<html>" + b"<a " * 300_000,
        b"<html>" + b"<!-- " * 100_000,
        b"<!-- -->" * 1000 + b"x",
        b"Subject: x\n" * 1000,
        b"a\n\n" + b"word word word word word word word word\n" * 20_000,
        ARTICLE + b"<p>" + b"<b>bold</b> " * 20_000,
        ARTICLE + b"<p>one two three four five six seven eight nine</p>" * 8_000,
        ARTICLE + b"<table><tr><td>" * 80 + b"x",
        ARTICLE + b"<ul><li>word word" * 150,
        ARTICLE + b"<p>" + b"2020-" * 100_000,
        b'<html><script type="application/ld+json">' + b"[" * 300_000 + b"</script><p>x",
    ],
    ids=lambda page: page[21:40].decode() + str(len(page)),
)
def test_a_page_made_to_take_minutes_takes_seconds(page: bytes):
    start = time.process_time()
    import_or_refuse(page, "a.html")
    assert time.process_time() - start < 5
