"""Files that hold no article, whatever they are called: pictures, programs, other archives."""

from pressmark.importers.imported import INSTEAD, CannotImport

_NO_ARTICLE = "holds no article text: it was not imported"
_UNPACK = "must be unpacked first"
_NOT_READ = f"cannot be read: {INSTEAD}"

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%!PS", "a PostScript file", _NOT_READ),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", _NO_ARTICLE),
    (b"\xff\xd8\xff", "a JPEG picture", _NO_ARTICLE),
    (b"GIF87a", "a GIF picture", _NO_ARTICLE),
    (b"GIF89a", "a GIF picture", _NO_ARTICLE),
    (b"II*\0", "a TIFF picture", _NO_ARTICLE),
    (b"MM\0*", "a TIFF picture", _NO_ARTICLE),
    (b"RIFF", "a WebP picture, sound or film", _NO_ARTICLE),
    (b"ID3", "a sound recording", _NO_ARTICLE),
    (b"OggS", "a sound recording", _NO_ARTICLE),
    (b"fLaC", "a sound recording", _NO_ARTICLE),
    (b"\x1aE\xdf\xa3", "a film", _NO_ARTICLE),
    (b"\x7fELF", "a program", _NO_ARTICLE),
    (b"\xcf\xfa\xed\xfe", "a program", _NO_ARTICLE),
    (b"\xca\xfe\xba\xbe", "a program", _NO_ARTICLE),
    (b"SQLite format 3\0", "a database", _NO_ARTICLE),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\0", "an xz archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old (.doc) or password-protected Office document", _NOT_READ),
)


def refuse_others(data: bytes, name: str) -> None:
    """Raises CannotImport for what begins as no article does; asked when no kind that is read fits."""
    for signature, what, so in _SIGNATURES:
        if data.startswith(signature):
            raise CannotImport(f"{name} looks like {what}, which {so}")
    if data[4:8] == b"ftyp":
        raise CannotImport(f"{name} looks like a film, picture or sound recording, which {_NO_ARTICLE}")
    if data.startswith(b"MZ") and b"\0" in data[:64]:
        raise CannotImport(f"{name} looks like a program, which {_NO_ARTICLE}")
