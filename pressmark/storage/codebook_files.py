"""Codebooks in files of their own, XML or CSV, to be handed from one analyst to another."""

from pathlib import Path

from pressmark.labels import Codebook
from pressmark.storage.codebook_csv import codebook_from_csv, codebook_to_csv
from pressmark.storage.codebook_xml import codebook_from_xml, codebook_to_xml
from pressmark.storage.read_xml import CannotRead
from pressmark.storage.safe_write import write_bytes

MOST_BYTES = 5_000_000


def save_codebook(codebook: Codebook, path: Path) -> None:
    """Writes the file durably, as CSV where its name says so and as XML otherwise. Raises CannotWrite."""
    write = codebook_to_csv if path.suffix.casefold() == ".csv" else codebook_to_xml
    write_bytes(path, write(codebook))


def open_codebook(path: Path) -> Codebook:
    """Reads either kind, told by content. Raises CannotRead, which names wrong rows or lines."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CannotRead(f"{path} could not be read ({(error.strerror or str(error)).lower()})") from error
    if len(data) > MOST_BYTES:
        raise CannotRead(f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB and was not opened")
    is_xml = data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<")
    return (codebook_from_xml if is_xml else codebook_from_csv)(data, path.name)
