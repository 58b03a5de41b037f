"""When an encoding cannot be told, the analyst is asked, and sees the lines in which the answers differ."""

import time

import pytest

from pressmark.encodings import ENCODINGS, in_words
from pressmark.importers.decoding import decoded
from pressmark.importers.encoding_choices import preview
from pressmark.importers.imported import CannotImport, Imported
from pressmark.importers.questions import Answers, WhichEncoding

RUSSIAN = "Министр сказал, что паром откроется весной. Мэр ответил, что денег пока нет. "
SAMPLES = {
    "cp1251": RUSSIAN,
    "koi8-r": RUSSIAN,
    "koi8-u": "Міністр сказав, що пором відкриють навесні. Їжа є, а грошей немає. ",
    "cp866": RUSSIAN,
    "cp1250": "Rząd przyjął w środę ustawę o służbie. Żołnierze będą szkoleni dłużej niż dotąd. ",
    "cp1253": "Ο υπουργός είπε ότι το πλοίο θα ανοίξει την άνοιξη. ",
    "cp1254": "Cumhurbaşkanı dün açıkladı: liman İzmir’de olacak, şehir büyüyecek. ",
    "cp1255": "השר אמר כי המעבורת תיפתח באביב, והעירייה הסכימה. ",
    "cp1256": "قال الوزير إن العبارة ستفتح في الربيع. ",
    "gb18030": "部长说渡轮将在春天开放。",
    "big5": "部長說渡輪將在春天開放。",
    "cp932": "港町は土曜日に合意した。",
    "cp949": "장관은 연락선이 봄에 열린다고 말했다. ",
    "mac-roman": "Der Bürgermeister sprach – „größere Schäden gab es nicht“ – über die Fähre. ",
}


def as_asked(text: str, encoding: str) -> tuple[tuple[str, str], ...]:
    return decoded(text.encode(encoding), "a.txt").choices


@pytest.mark.parametrize("encoding", SAMPLES)
def test_a_text_of_some_length_is_read_in_its_encoding(encoding: str) -> None:
    text = SAMPLES[encoding] * 20
    assert decoded(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize("encoding", SAMPLES)
def test_the_right_encoding_is_among_the_choices_of_a_short_text(encoding: str) -> None:
    text = SAMPLES[encoding]
    found = decoded(text.encode(encoding), "a.txt")
    readings = [shown for _, shown in found.choices] or [found.text]
    assert any(shown.startswith(text[:20]) for shown in readings)


def test_the_likeliest_comes_first_and_each_choice_reads_differently() -> None:
    choices = as_asked(RUSSIAN, "koi8-r")
    assert choices[0] == ("koi8-r", RUSSIAN.strip())
    assert 2 <= len(choices) <= 6
    assert len({shown for _, shown in choices}) == len(choices)


def test_nothing_is_asked_where_every_likely_encoding_reads_alike() -> None:
    found = decoded(("Der Bürgermeister sprach über die Fähre. " * 4).encode("cp1252"), "a.txt")
    assert "Windows-1252" in found.warnings[0]
    assert found.question is None


@pytest.mark.parametrize("text", ["plain words", "größer, “quoted”, 😀"])
def test_nothing_is_asked_of_utf_8(text: str) -> None:
    assert decoded(text.encode(), "a.txt").question is None


def test_only_the_lines_that_differ_are_shown_each_once_and_around_what_differs() -> None:
    plain = b"Nothing to see here.\n" * 50
    long_line = b"word " * 60 + "Größe".encode("cp1252") + b" word" * 60 + b"\n"
    data = plain + ("Köln\n" * 3).encode("cp1252") + plain + long_line
    lines = preview(data, "cp1252").split("\n")
    assert lines[0] == "Köln"
    assert lines[1].startswith("… word")
    assert "Größe" in lines[1]
    assert lines[1].endswith(" …")
    assert len(lines) == 2


def test_the_bytes_that_tell_may_come_late() -> None:
    text = "An ASCII line of no interest.\n" * 20_000 + "Żołnierze będą szkoleni dłużej niż dotąd.\n" * 5
    assert decoded(text.encode("cp1250"), "a.txt").text == text


@pytest.mark.parametrize(("answer", "word"), [("cp1251", "Привет"), ("windows-1251", "Привет")])
def test_what_the_analyst_chose_is_taken_whatever_is_declared(answer: str, word: str) -> None:
    assert decoded(word.encode("cp1251"), "a.txt", "koi8-r", answer).text == word


def test_a_choice_takes_the_mark_away_and_says_what_it_does_not_fit() -> None:
    assert decoded(b"\xef\xbb\xbfZ\xc3\xbcrich", "a.txt", "", "utf-8").text == "Zürich"
    assert "damaged" in decoded("Zürich".encode("cp1252"), "a.txt", "", "utf-8").warnings[0]


@pytest.mark.parametrize("answer", ["rot13", "unicode_escape", "nonsense", "a\0b"])
def test_a_choice_that_is_no_encoding_of_text_is_passed_over(answer: str) -> None:
    assert decoded(b"caf\xc3\xa9", "a.txt", "", answer).text == "café"


def test_where_nothing_fits_every_encoding_is_offered() -> None:
    data = bytes(range(0x80, 0x100)) * 40 + b"\x81\x8d\x8f\x90\x9d " * 30
    with pytest.raises(CannotImport, match="choose one") as refused:
        decoded(data, "a.txt")
    assert isinstance(refused.value.question, WhichEncoding)
    offered = [name for name, _ in refused.value.question.choices]
    assert {"utf-8", "cp1252", "koi8-u", "gb18030", "mac-roman", "cp866"} <= set(offered)


def test_an_article_in_plain_text_carries_the_question_and_is_read_anew_with_the_answer(take_all) -> None:
    data = ("Паром\n\n" + "Мэр сказал, что паром откроется. " * 2).encode("koi8-r")
    (first,) = take_all(data, "a.txt")
    assert isinstance(first, Imported)
    assert isinstance(first.question, WhichEncoding)
    (again,) = take_all(data, "a.txt", answers=Answers(encoding="cp1251"))
    assert isinstance(again, Imported)
    assert again.question is None
    assert again.source.headline == "рБТПН"


@pytest.mark.parametrize("line_end", [b"\n", b" "])
def test_a_large_file_is_told_in_good_time(line_end: bytes) -> None:
    data = (RUSSIAN.encode("cp1251") + line_end) * 60_000
    start = time.process_time()
    assert decoded(data, "a.txt").text.startswith(RUSSIAN)
    assert time.process_time() - start < 3


def test_encodings_are_named_in_words() -> None:
    assert in_words("koi8_u") == in_words("koi8-u") == "Cyrillic (KOI8-U, Ukrainian)"
    assert in_words("iso8859_16") == "ISO8859-16"
    assert len(set(ENCODINGS.values())) == len(ENCODINGS)


def test_a_page_that_names_no_encoding_asks_too_and_shows_no_tags(take_all) -> None:
    text = "Мэр сказал, что паром откроется весной. " * 3
    data = f"<html><body><p class='x'>{text}</p></body></html>".encode("koi8-r")
    (page,) = take_all(data, "a.html")
    assert isinstance(page.question, WhichEncoding)
    assert page.question.choices[0][0] == "koi8-r"
    assert "<" not in page.question.choices[0][1]
    (again,) = take_all(data, "a.html", answers=Answers(encoding="koi8-r"))
    assert again.question is None
    assert again.article.text == text.strip()
