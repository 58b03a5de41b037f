"""Fetches one page over http or https, when the analyst asks for it and never else."""

import time
from urllib.parse import urlsplit

from urllib3 import BaseHTTPResponse, PoolManager, Retry, Timeout
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ReadTimeoutError,
    SSLError,
)

from pressmark.importers.imported import CannotImport
from pressmark.importers.web_address import web_address

MOST_BYTES = 20_000_000
MOST_SECONDS = 30.0
_MOST_REDIRECTS = 5
_PIECE = 65_536
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; Pressmark)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_INSTEAD = "open it in a browser and drop or paste the text"


def fetch(url: str, *, seconds: float = MOST_SECONDS, most_bytes: int = MOST_BYTES) -> tuple[bytes, str, str]:
    """The bytes at an address, their media type, and the address that they came from at last.

    Raises CannotImport.
    """
    address = web_address(url)
    if not address:
        raise CannotImport(f"{url} is not a web address: it must begin with http:// or https://")
    until = time.monotonic() + seconds
    with PoolManager(headers=_HEADERS, timeout=Timeout(total=seconds)) as pool:
        try:
            response = pool.request("GET", address, preload_content=False, retries=_redirects_only())
            try:
                _check_answer(response, address)
                data = _body(response, address, until, most_bytes)
            finally:
                response.release_conn()
                response.close()
        except HTTPError as error:
            raise CannotImport(f"{address} was not fetched: {_reason(error)}") from error
    final = web_address(response.geturl() or "", address) or address
    return data, response.headers.get("Content-Type", ""), final


def _redirects_only() -> Retry:
    return Retry(total=_MOST_REDIRECTS, connect=0, read=0, status=0, other=0, redirect=_MOST_REDIRECTS)


def _check_answer(response: BaseHTTPResponse, address: str) -> None:
    if response.status >= 400:
        answer = f"{response.status} {response.reason or ''}".strip()
        raise CannotImport(f"{urlsplit(address).hostname} answered “{answer}” for {address}: {_INSTEAD}")


def _body(response: BaseHTTPResponse, address: str, until: float, most_bytes: int) -> bytes:
    """Reads piece by piece: a limit on each wait would let a slow server hold on for ever."""
    data = bytearray()
    for piece in response.stream(_PIECE, decode_content=True):
        data += piece
        if len(data) > most_bytes:
            raise CannotImport(f"{address} is larger than {most_bytes // 1_000_000} MB: {_INSTEAD}")
        if time.monotonic() > until:
            raise CannotImport(f"{address} was not complete in time: try again, or {_INSTEAD}")
    return bytes(data)


def _reason(error: HTTPError) -> str:
    cause = error.reason if isinstance(error, MaxRetryError) and error.reason else error
    match cause:
        case NameResolutionError():
            return "its server was not found. Check the address, and that this computer is online"
        case NewConnectionError():  # a kind of ConnectTimeoutError
            return "no connection to its server. Check the address, and that this computer is online"
        case ConnectTimeoutError() | ReadTimeoutError():
            return f"its server did not answer in time. Try again, or {_INSTEAD}"
        case SSLError():
            return f"its server could not prove that it is what it says. If you trust it, {_INSTEAD}"
    return f"{cause}. Try again, or {_INSTEAD}"
