"""Foreign files are read by a process that may break, hang or be taken over: nothing comes of it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pressmark.importers import confined as confined_module
from pressmark.importers.confined import Confined
from pressmark.importers.imported import CannotImport, Imported
from pressmark.importers.questions import Answers
from pressmark.importers.reading import read_all

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
PAGE = (
    b"<!doctype html><html lang=en><head><title>Quay opens</title></head><body><article><h1>Quay opens</h1>"
    b"<p>The quay of Northmouth is open to ships of every size, \xe2\x80\x9cat last\xe2\x80\x9d, said the "
    b"harbour master, who had waited for it for eleven years and more.</p></article></body></html>"
)


@pytest.fixture
def confined() -> Iterator[Confined]:
    reader = Confined(seconds=20)
    yield reader
    reader.close()


def pretend_worker(script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that does what a file might make it do."""
    begin = (
        "import os, sys, time\n"
        "from pressmark.importers.frames import Told, read_frame, write_frame\n"
        "read_frame(sys.stdin.buffer); out = sys.stdout.buffer\n"
    )
    monkeypatch.setattr(confined_module, "_command", lambda: [sys.executable, "-c", begin + script])


def read(reader: Confined, data: bytes = PAGE, name: str = "quay.html", **how: object) -> list[object]:
    return list(reader.read_all(data, name, now=NOW, **how))  # type: ignore[arg-type]


def test_what_the_process_reads_is_what_would_have_been_read_here(confined: Confined) -> None:
    assert read(confined) == list(read_all(PAGE, "quay.html", now=NOW))
    (again,) = read(confined, url="https://gazette.example/quay")
    assert isinstance(again, Imported)
    assert again.source.url == "https://gazette.example/quay"
    assert again.original == PAGE


def test_a_refusal_comes_through_word_for_word(confined: Confined) -> None:
    data = b"PK\x03\x04 and then nothing"
    (here,), (there,) = list(read_all(data, "cut.docx", now=NOW)), read(confined, data, "cut.docx")
    assert isinstance(there, CannotImport)
    assert str(there) == str(here)


def test_plain_text_needs_no_process(confined: Confined, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined_module, "_command", lambda: ["/nowhere/at/all"])
    (found,) = read(confined, b"Quay opens\n\nThe quay is open.", "quay.txt")
    assert isinstance(found, Imported)


def test_a_process_brought_down_costs_its_file_and_the_next_is_read(
    confined: Confined, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        pretend_worker("os.abort()", broken)
        (found,) = read(confined)
        assert isinstance(found, CannotImport)
        assert "quay.html brought down the process that was reading it" in str(found)
    (found,) = read(confined)
    assert isinstance(found, Imported)


def test_what_came_before_the_process_broke_has_come(
    confined: Confined, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_worker(
        "write_frame(out, Told(blocks=[('paragraph', 'The quay is open.', 0)])); out.flush(); os._exit(9)",
        monkeypatch,
    )
    first, last = read(confined)
    assert isinstance(first, Imported)
    assert "after 1 article:" in str(last)


def test_a_file_that_takes_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Confined(seconds=0.3)
    pretend_worker("time.sleep(600)", monkeypatch)
    began = time.monotonic()
    (found,) = read(reader)
    assert "quay.html was not read within" in str(found)
    assert time.monotonic() - began < 60


@pytest.mark.parametrize(
    "said",
    [
        "out.write(b'\\0' * 7 + b'\\3' + b'abc'); out.flush()",
        "out.write(b'\\xff' * 16); out.flush()",
        "write_frame(out, Told(blocks=[('poem', 'The quay is open.', 0)]))",
        "write_frame(out, Told(blocks=[('paragraph', 'a\\nb', 0)]))",
        "write_frame(out, Told(refusal='no', question=('Popen', {})))",
        "write_frame(out, Told(source={'headline': 7}))",
    ],
)
def test_an_answer_that_makes_no_sense_is_a_refusal(
    said: str, confined: Confined, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_worker(f"{said}\nwrite_frame(out, Told(done=True)); time.sleep(1)", monkeypatch)
    (found,) = read(confined)
    assert isinstance(found, CannotImport)
    assert "quay.html" in str(found)


def test_reading_is_cancelled_at_once_and_the_process_with_it(
    confined: Confined, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    number = tmp_path / "pid"
    pretend_worker(f"open({str(number)!r}, 'w').write(str(os.getpid())); time.sleep(600)", monkeypatch)

    class Enough(Exception):
        pass

    def tick() -> None:
        if number.exists() and number.read_text():
            raise Enough

    with pytest.raises(Enough):
        read(confined, tick=tick)
    with pytest.raises(ProcessLookupError):
        os.kill(int(number.read_text()), 0)


def test_answers_of_the_analyst_reach_the_importer(confined: Confined) -> None:
    answers = Answers(encoding="cp1252", columns={"text": "Body"}, split=True)
    assert read(confined, answers=answers) == list(read_all(PAGE, "quay.html", now=NOW, answers=answers))


@pytest.mark.parametrize(
    "harm",
    [
        "__import__('socket').create_connection(('127.0.0.1', 9))",
        "__import__('subprocess').run(['true'])",
        "open('harm.txt', 'w')",
        "__import__('os').remove('keep.txt')",
        "__import__('os').system('true')",
    ],
)
def test_the_process_has_no_means_to_do_harm(harm: str, tmp_path: Path) -> None:
    (tmp_path / "keep.txt").touch()
    script = (
        "import sys; from pressmark.importers import worker; sys.addaudithook(worker._refuse)\n"
        f"try:\n    {harm}\nexcept PermissionError as error:\n    print('refused', error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.startswith("refused")
    assert [one.name for one in tmp_path.iterdir()] == ["keep.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no limit to a process's memory")
def test_more_memory_than_an_article_needs_is_not_to_be_had(
    confined: Confined, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = (
        "import pressmark.importers.worker as worker\n"
        "worker.read_all = lambda *_, **__: iter([bytearray(3_000_000_000)])\n"
        "raise SystemExit(worker.main())"
    )
    monkeypatch.setattr(confined_module, "_command", lambda: [sys.executable, "-c", script])
    (found,) = read(confined)
    assert "reading quay.html takes more memory than any article does" in str(found)
