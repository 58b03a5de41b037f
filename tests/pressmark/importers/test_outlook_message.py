"""Outlook's messages: the same article as of the same e-mail."""

from datetime import UTC, datetime

import compressed_rtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.importers.questions import Answers, WhetherToSplit
from pressmark.importers.reading import CannotImport, Imported, read_all
from tests.pressmark.importers import mails
from tests.pressmark.importers.conftest import NOW
from tests.pressmark.importers.mails import PAGE, PLAIN, STORY, mail
from tests.pressmark.importers.outlook_files import Storage, compound, enclosed, file, message

SENT = datetime(2026, 11, 14, 8, 12, tzinfo=UTC)
TITLE = "Towns agree on ferry line"
TEXTS = {
    0x001A: "IPM.Note",
    0x0037: TITLE,
    0x0C1A: "Jane Doe",
    0x0C1F: "jane@x.example",
}
UTF_8 = {0x3FDE: 65001}


def outlook(html: str = "", plain: str = "", attached: list[Storage] | None = None, **texts: str) -> Storage:
    more = {int(number[1:], 16): text for number, text in texts.items()}
    bodies = {0x1000: plain} if plain else {}
    marked = {0x1013: html.encode()} if html else {}
    return message(texts=TEXTS | bodies | more, binaries=marked, numbers=UTF_8, sent=SENT, attached=attached)


def test_a_message_is_its_text_under_its_subject(take, shown):
    imported = take(compound(outlook(PAGE, PLAIN)), "ferry.msg")
    assert shown(imported) == [f"heading1: {TITLE}", *(f"paragraph: {one}" for one in STORY)]
    source = imported.source
    assert (source.headline, source.author) == ("Towns agree on ferry line", "Jane Doe")
    assert (source.published, source.media_type) == (
        "2026-11-14T08:12:00+00:00",
        "application/vnd.ms-outlook",
    )
    assert imported.warnings == ()


@pytest.mark.parametrize(
    "body", [{"html": mails.GMAIL}, {"html": mails.OUTLOOK_GERMAN}, {"plain": mails.OUTLOOK_FRENCH}]
)
def test_it_is_what_the_same_mail_is(take, body):
    from_outlook = take(compound(outlook(**body, x0037="Fwd: Towns")), "a.msg")
    from_mail = take(bytes(mail("Fwd: Towns", **body)), "a.eml")
    assert from_outlook.article == from_mail.article
    assert from_outlook.struck == from_mail.struck
    same = ("headline", "author", "outlet", "published", "url", "language", "guessed")
    assert [getattr(from_outlook.source, one) for one in same] == [
        getattr(from_mail.source, one) for one in same
    ]


def test_the_heads_that_it_was_sent_with_count(take):
    heads = (
        "Received: from x\r\nFrom: The Bay Letter <b@substack.com>\r\n"
        "Date: Fri, 13 Nov 2026 19:05:00 +0100\r\nList-Unsubscribe: <https://x.example>"
    )
    source = take(compound(outlook(PAGE, x007D=heads)), "a.msg").source
    assert (source.author, source.outlet, source.published) == (
        "",
        "The Bay Letter",
        "2026-11-13T19:05:00+01:00",
    )


@pytest.mark.parametrize("narrow", ["cp1252", "utf-8"])
def test_texts_that_are_no_unicode_are_decoded_by_their_code_page(take, narrow):
    texts = TEXTS | {0x0037: "Fähre", 0x1000: mails.ERST, 0x0C1A: "Jörg Müller"}
    page = {0x3FDE: 1252 if narrow == "cp1252" else 65001}
    imported = take(compound(message(texts=texts, numbers=page, narrow=narrow)), "a.msg")
    assert (imported.source.headline, imported.source.author) == ("Fähre", "Jörg Müller")
    assert mails.ERST in imported.article.text


def test_a_code_page_that_nobody_knows_is_guessed(take):
    texts = TEXTS | {0x1000: mails.ERST}
    imported = take(compound(message(texts=texts, numbers={0x3FDE: 64999}, narrow="cp1252")), "a.msg")
    assert mails.ERST in imported.article.text


RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}\f0 "
    + r"\par ".join(STORY).replace("“", r"\'93").replace("”", r"\'94")
    + r"\par}"
)
ENCAPSULATED = (
    r"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 "
    + STORY[0]
    + r"\htmlrtf \par}\htmlrtf0 {\*\htmltag72 </p>}{\*\htmltag64 <p>}"
    + STORY[2]
    + r"\htmlrtf \par \htmlrtf0 {\*\htmltag72 </p>}}"
)


@pytest.mark.parametrize(
    ("rtf", "texts"),
    [(RTF, STORY), (ENCAPSULATED, (STORY[0], STORY[2]))],
    ids=["typed", "made from HTML"],
)
@pytest.mark.parametrize("packed", [True, False])
def test_a_text_that_is_rtf_only_is_unpacked(take, shown, rtf, texts, packed):
    data = compressed_rtf.compress(rtf.encode("cp1252"), compressed=packed)
    storage = message(texts=TEXTS, binaries={0x1009: data}, numbers=UTF_8, sent=SENT)
    imported = take(compound(storage), "a.msg")
    assert shown(imported)[1:] == [f"paragraph: {one}" for one in texts]


def test_of_a_damaged_rtf_the_plain_text_is_taken_and_it_is_said(take, shown):
    storage = message(texts=TEXTS | {0x1000: PLAIN}, binaries={0x1009: b"LZFu" * 9}, numbers=UTF_8)
    imported = take(compound(storage), "a.msg")
    assert shown(imported)[1:] == [f"paragraph: {one}" for one in STORY]
    assert imported.warnings == ("The formatted text of a.msg cannot be read: its plain text was taken",)


def test_newsletters_are_asked_about_and_taken_apart(take_all):
    data = compound(outlook(mails.NEWSLETTER))
    (whole,) = take_all(data, "news.msg")
    assert isinstance(whole.question, WhetherToSplit)
    assert len(take_all(data, "news.msg", answers=Answers(split=True))) == 3


def test_attached_files_and_messages_are_read(take_all):
    inner = message(
        texts=TEXTS | {0x0037: "Quay closed", 0x0C1A: "Jörg Müller"},
        binaries={0x1013: PAGE.encode()},
        numbers=UTF_8,
        before=24,
    )
    attached = [
        file("..\\quay.txt", f"Quay two closed\n\n{PLAIN}".encode()),
        file("logo.png", b"\x89PNG", "image/png"),
        file("budget.pptx", b"PK"),
        enclosed(inner),
    ]
    whole, text, mailed = take_all(compound(outlook(PAGE, attached=attached)), "a.msg")
    assert whole.warnings == ("Attached to a.msg and not read: “budget.pptx”; add what you need as files",)
    assert (text.source.headline, text.source.original_name) == ("Quay two closed", "quay.txt")
    assert (mailed.source.headline, mailed.source.author) == ("Quay closed", "Jörg Müller")
    assert mailed.source.original_name == "Quay closed.msg"


def test_messages_in_messages_are_read_and_not_for_ever(take_all):
    inner = message(texts=TEXTS | {0x1000: PLAIN}, numbers=UTF_8, before=24)
    for _ in range(6):
        inner = message(texts=TEXTS, numbers=UTF_8, attached=[enclosed(inner)], before=24)
    inner["__properties_version1.0"] = bytes(8) + inner["__properties_version1.0"]  # type: ignore[operator]
    found = take_all(compound(inner), "a.msg")
    assert "is too deep inside other messages" in str(found[-1])


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (compound({"WordDocument": b"x" * 5000}), "old.msg is no Outlook message"),
        (compound(outlook(PAGE))[:2000], "old.msg is damaged and cannot be read as an Outlook message"),
        (compound(outlook(PAGE))[:600], "old.msg is damaged and cannot be read as an Outlook message"),
        (compound(message(texts=TEXTS)), "old.msg holds no text"),
    ],
)
def test_what_is_no_message_is_refused(take, data, why):
    with pytest.raises(CannotImport, match=why):
        take(data, "old.msg")


def test_the_file_reads_alike_for_the_library_that_reads_them_too():
    """That what is made here by hand is what Outlook's files are."""
    from oxmsg import Message

    read = Message.load(compound(outlook(PAGE, PLAIN, [file("a.txt", PLAIN.encode())])))
    assert (read.subject, read.body, read.html_body) == ("Towns agree on ferry line", PLAIN, PAGE)
    assert (read.sent_date, read.attachments[0].file_name) == (SENT, "a.txt")


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_damaged_messages_are_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(WHOLE)
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=8)):
        whole[at] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    assert all(isinstance(one, Imported | CannotImport) for one in read_all(cut, "a.msg", now=NOW))


WHOLE = compound(outlook(PAGE, PLAIN, [file("a.txt", PLAIN.encode())]))
