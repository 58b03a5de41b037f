"""A ZIP archive: each file in it is an article, or a line that says why not."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.importers.imported import CannotImport, Imported
from pressmark.importers.reading import read_all

NOW = datetime(2026, 11, 24, tzinfo=UTC)
QUAY = "Quay opens\n\nThe quay is open to ships of every size."
PAGE = "<!doctype html><title>Port</title><h1>Port deepens</h1><p>The port is deeper than it was in spring."


def zipped(**files: str | bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_DOT_", "."), data)
    return buffer.getvalue()


def found(data: bytes, name: str = "clips.zip") -> list[Imported | CannotImport]:
    return list(read_all(data, name, now=NOW))


def test_each_file_is_an_article_with_its_own_bytes_as_the_original() -> None:
    one, other = found(zipped(**{"quay.txt": QUAY, "news/port.html": PAGE}))
    assert isinstance(one, Imported)
    assert isinstance(other, Imported)
    assert (one.source.headline, one.source.original_name, one.original) == (
        "Quay opens",
        "quay.txt",
        QUAY.encode(),
    )
    assert (other.source.headline, other.source.media_type) == ("Port deepens", "text/html")


def test_what_cannot_be_read_costs_itself_and_pictures_one_line() -> None:
    pictures = {f"pic{number}.png": b"\x89PNG" for number in range(3)}
    results = found(zipped(**{"cut.docx": b"PK\x03\x04junk", "empty.txt": b"", "quay.txt": QUAY, **pictures}))
    whys = [str(one) for one in results if isinstance(one, CannotImport)]
    assert [isinstance(one, Imported) for one in results].count(True) == 1
    assert any("cut.docx is damaged" in why for why in whys)
    assert any("empty.txt is empty" in why for why in whys)
    assert "clips.zip also holds 3 pictures" in whys[-1]


def test_archives_in_archives_are_read_and_not_for_ever() -> None:
    inner = zipped(**{"quay.txt": QUAY})
    for _ in range(2):
        inner = zipped(**{"inner.zip": inner})
    assert isinstance(found(inner)[0], Imported)
    for _ in range(6):
        inner = zipped(**{"inner.zip": inner})
    (refused,) = found(inner)
    assert "too deep inside other files" in str(refused)


def test_a_file_that_unpacks_to_far_too_much_is_not_unpacked() -> None:
    (refused, kept) = found(zipped(**{"bomb.txt": b"\0" * 60_000_000, "quay.txt": QUAY}))
    assert "bomb.txt in clips.zip unpacks to more than an article holds" in str(refused)
    assert isinstance(kept, Imported)


def test_a_locked_file_is_told() -> None:
    data = bytearray(zipped(**{"quay.txt": QUAY}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (refused,) = found(bytes(data))
    assert "quay.txt in clips.zip is locked by a password" in str(refused)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_damaged_archives_are_read_or_refused(data: st.DataObject) -> None:
    whole = zipped(**{"quay.txt": QUAY, "news/port.html": PAGE})
    damaged = bytearray(whole)
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=6)):
        damaged[at] = data.draw(st.integers(0, 255))
    cut = bytes(damaged[: data.draw(st.integers(0, len(damaged)))])
    assert all(isinstance(one, Imported | CannotImport) for one in found(cut))


@pytest.mark.parametrize("name", ["../../evil.txt", "C:\\evil.txt", "/etc/evil.txt"])
def test_a_name_never_leads_anywhere(name: str) -> None:
    (one,) = found(zipped(**{name: QUAY}))
    assert isinstance(one, Imported)
    assert one.source.original_name == "evil.txt"
