import codecs

import pytest

from pressmark.importers.decoding import declared_charset, decoded
from pressmark.importers.imported import CannotImport

GERMAN = "Der Bürgermeister von Köln sprach am Dienstag über die Fähre. Größere Schäden gab es nicht. " * 3


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_the_mark_at_the_start_tells_the_encoding(mark: bytes, encoding: str):
    found = decoded(mark + "Zürich 😀".encode(encoding), "a.txt")
    assert (found.text, found.warnings) == ("Zürich 😀", ())


@pytest.mark.parametrize(
    ("text", "encoding", "spoken"),
    [
        (GERMAN, "cp1252", "Windows-1252"),
        ("He pledged £225m more. “It is hugely important,” he said – and left. ", "cp1252", "Windows-1252"),
        (
            "Le président a dit : « Ça coûte 5 €, où êtes-vous ? » et n’était pas là. ",
            "cp1252",
            "Windows-1252",
        ),
        ("El señor dijo que mañana habrá más información sobre la situación. ", "cp1252", "Windows-1252"),
        (
            "Rząd przyjął w środę ustawę o służbie. Żołnierze będą szkoleni dłużej niż dotąd. ",
            "cp1250",
            "Windows-1250",
        ),
        ("Министр сказал, что паром откроется весной. ", "cp1251", "Windows-1251"),
    ],
)
def test_an_encoding_that_had_to_be_guessed_is_named(text: str, encoding: str, spoken: str):
    found = decoded((text * 2).encode(encoding), "a.txt")
    assert found.text == text * 2
    assert found.warnings == (
        f"a.txt does not say its encoding; it was read as {spoken}, which is a guess: "
        "check accents and quotation marks",
    )


def test_a_declared_encoding_is_no_guess():
    found = decoded(GERMAN.encode("cp1252"), "a.html", "ISO-8859-1")
    assert (found.text, found.warnings) == (GERMAN, ())


@pytest.mark.parametrize(
    "label", ["", "nonsense", "rot13", "base64", "unicode_escape", "utf-16", "\x00", "a b"]
)
def test_a_declared_encoding_that_cannot_be_is_passed_over(label: str):
    assert decoded(b"caf\xc3\xa9 \\u0041", "a.html", label).text == "café \\u0041"


def test_japanese_mail_encoding_is_not_taken_for_utf_8():
    assert decoded("日本の首相".encode("iso2022_jp"), "a.html", "ISO-2022-JP").text == "日本の首相"


def test_utf_16_without_its_mark_is_told_by_its_zero_bytes():
    found = decoded("The towns agreed.".encode("utf-16-le"), "a.txt")
    assert found.text == "The towns agreed."
    assert "UTF-16-LE" in found.warnings[0]


def test_a_damaged_byte_does_not_turn_the_rest_into_another_encoding():
    found = decoded((GERMAN * 2).encode().replace(b"K\xc3\xb6ln", b"K\xb6ln", 1), "a.txt")
    assert found.text.count("\ufffd") == 1
    assert "Bürgermeister" in found.text
    assert found.warnings == (
        "a.txt is damaged: some characters could not be read and are shown as “\ufffd”",
    )


@pytest.mark.parametrize("data", [b"abc\x00def\xff\xfe", b"\x01\x02\x03\x04 some words", bytes(range(256))])
def test_binary_data_is_refused(data: bytes):
    with pytest.raises(CannotImport, match=r"^a\.txt is not text"):
        decoded(data, "a.txt")


def test_the_media_type_is_asked_before_the_page():
    page = b'<meta charset="utf-8">'
    assert declared_charset(page, "text/html; charset=windows-1251") == "windows-1251"
    assert declared_charset(page, "text/html") == "utf-8"
    assert declared_charset(b"<p>", "") == ""
