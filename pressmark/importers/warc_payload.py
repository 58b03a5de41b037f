"""What an answer over HTTP carries, with its packing for the way undone, within bounds."""

import zlib
from collections.abc import Mapping
from io import BytesIO

import brotli
from warcio.bufferedreaders import ChunkedDataReader

from pressmark.importers.imported import CannotImport

MOST_BYTES = 50_000_000
_MOST_PACKINGS = 3
_GZIP, _ZSTANDARD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"


class _NotSo(Exception):
    """The bytes are not packed in the way that is stated."""


class _TooMuch(Exception):
    """They unpack to more than is read."""


def payload_of(body: bytes, headers: Mapping[str, str], name: str) -> bytes:
    """Raises CannotImport.

    Many programs write down what was unpacked already, with headers that say otherwise: what is not packed
    as stated is taken as it is.
    """
    if "chunked" in headers.get("transfer-encoding", "").casefold():
        body = ChunkedDataReader(BytesIO(body)).read()
    packings = [one.strip() for one in headers.get("content-encoding", "").casefold().split(",")]
    if len(packings) > _MOST_PACKINGS:
        raise CannotImport(f"{name} is packed {len(packings)} times over: it was not read")
    for packing in reversed(packings):
        try:
            body = _unpacked(body, packing, name)
        except _NotSo:
            continue
        except _TooMuch as error:
            raise CannotImport(f"{name} unpacks to more than an article holds and was not read") from error
    return body


def _unpacked(body: bytes, packing: str, name: str) -> bytes:
    match packing:
        case "gzip" | "x-gzip":
            return _inflated(body, 31)
        case "deflate":
            try:
                return _inflated(body, 15)
            except _NotSo:
                return _inflated(body, -15) if not body.lstrip().startswith(b"<") else body
        case "br":
            return _of_brotli(body)
        case "zstd" if body.startswith(_ZSTANDARD):
            raise CannotImport(
                f"{name} is packed by Zstandard, which cannot be unpacked: save the page from your browser "
                "and import that"
            )
    return body


def _inflated(body: bytes, bits: int) -> bytes:
    """As far as it goes, where it is cut short."""
    unpacker = zlib.decompressobj(wbits=bits)
    try:
        found = unpacker.decompress(body, MOST_BYTES + 1)
    except zlib.error as error:
        raise _NotSo from error
    if len(found) > MOST_BYTES:
        raise _TooMuch
    return found


def _of_brotli(body: bytes) -> bytes:
    unpacker, found = brotli.Decompressor(), bytearray()
    try:
        found += unpacker.process(body, output_buffer_limit=1_000_000)
        while not unpacker.is_finished() and not unpacker.can_accept_more_data():
            found += unpacker.process(b"", output_buffer_limit=1_000_000)
            if len(found) > MOST_BYTES:
                raise _TooMuch
    except brotli.error as error:
        raise _NotSo from error
    if not unpacker.is_finished() and (not found or body.lstrip().startswith(b"<")):
        raise _NotSo
    return bytes(found)
