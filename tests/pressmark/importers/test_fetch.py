import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from pressmark.importers.fetch import fetch
from pressmark.importers.imported import CannotImport

PAGE = "<html><p>Fähre</p></html>".encode()


class Site(BaseHTTPRequestHandler):
    """A small site with every kind of trouble."""

    def do_GET(self) -> None:
        with suppress(ConnectionError):  # those who are refused hang up
            getattr(self, f"answer_{self.path.strip('/')}")()

    def answer_page(self) -> None:
        self.answer(200, PAGE, ("Content-Type", "text/html; charset=utf-8"))

    def answer_moved(self) -> None:
        self.answer(302, b"", ("Location", "/page"))

    def answer_away(self) -> None:
        self.answer(302, b"", ("Location", "file:///etc/passwd"))

    def answer_round(self) -> None:
        self.answer(302, b"", ("Location", "/round"))

    def answer_gone(self) -> None:
        self.answer(404, b"nothing")

    def answer_large(self) -> None:
        self.answer(200, bytes(300_000))

    def answer_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(30):
            self.wfile.write(b"x" * 100_000)
            time.sleep(0.05)

    def answer_silent(self) -> None:
        time.sleep(1)

    def answer(self, status: int, data: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (*headers, ("Content-Length", str(len(data)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Says nothing among the results of the tests."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_page_is_fetched_with_its_media_type(site: str):
    assert fetch(f"{site}/page") == (PAGE, "text/html; charset=utf-8", f"{site}/page")


def test_the_address_is_the_last_one(site: str):
    assert fetch(f"{site}/moved")[2] == f"{site}/page"


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://host/x", "coast.example", "", "javascript:1", "http://"]
)
def test_only_the_web_is_fetched(url: str):
    with pytest.raises(CannotImport, match="is not a web address"):
        fetch(url)


@pytest.mark.parametrize(
    ("path", "complaint"),
    [
        ("gone", "answered “404 Not Found”"),
        ("away", "was not fetched"),
        ("round", "was not fetched"),
        ("large", "is larger than"),
        ("slow", "was not complete in time"),
        ("silent", "did not answer in time"),
    ],
)
def test_trouble_is_told_in_words(site: str, path: str, complaint: str):
    with pytest.raises(CannotImport, match=complaint):
        fetch(f"{site}/{path}", seconds=0.4, most_bytes=200_000 if path == "large" else 20_000_000)


def test_no_connection_is_told_in_words():
    with socket.create_server(("127.0.0.1", 0)) as closing:
        port = closing.getsockname()[1]
    with pytest.raises(CannotImport, match="that this computer is online"):
        fetch(f"http://127.0.0.1:{port}/", seconds=2)
