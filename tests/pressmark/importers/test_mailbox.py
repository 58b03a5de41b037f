"""Mailboxes: each message is an article, or a line that says why not."""

import pytest

from pressmark.importers.imported import CannotImport, Imported
from pressmark.importers.questions import Answers
from tests.pressmark.importers import mails
from tests.pressmark.importers.mails import PAGE, PLAIN, STORY, mail


def mailbox(*messages: bytes, end: bytes = b"\n") -> bytes:
    line = b"From jane@x.example Sat Nov 14 09:12:00 2026"
    return b"".join(line + end + one.replace(b"\n", end) + end + end for one in messages)


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_each_message_is_an_article_of_its_own(take_all, end):
    data = mailbox(bytes(mail("One", html=PAGE)), bytes(mail("Two", plain=PLAIN)), end=end)
    one, other = take_all(data, "inbox.mbox")
    assert [one.source.headline, other.source.headline] == ["One", "Two"]
    assert [one.source.original_name, other.source.original_name] == ["inbox-1.eml", "inbox-2.eml"]
    assert other.source.author == "Jane Doe"
    assert STORY[2] in one.article.text
    assert one.original != other.original


def test_lines_that_begin_with_from_lose_the_mark_that_mailboxes_give_them(take_all):
    said = f"{STORY[0]}\n\n>From January the line runs.\n\n>>From quoted words.\n\nFrom there it goes on.\n"
    (only,) = take_all(mailbox(bytes(mail(plain=said))), "inbox.mbox")
    assert "\nFrom January the line runs.\n" in only.article.text
    assert "\nFrom there it goes on." in only.article.text


def test_a_message_may_begin_with_any_field(take_all):
    message = b"X-Mozilla-Status: 0001\n" + bytes(mail(plain=PLAIN)).replace(b"MIME-Version: 1.0\n", b"")
    (only,) = take_all(mailbox(message), "Inbox")
    assert (only.source.headline, only.warnings) == ("Towns agree on ferry line", ())


def test_one_that_cannot_be_read_costs_itself(take_all):
    data = mailbox(
        bytes(mail("One", html=PAGE)), bytes(mail("Empty", plain="\n")), bytes(mail("Two", html=PAGE))
    )
    found = take_all(data, "inbox.mbox")
    assert [type(one) for one in found] == [Imported, CannotImport, Imported]
    assert "inbox-2.eml holds no text" in str(found[1])


def test_newsletters_in_a_mailbox_are_taken_apart_as_well(take_all):
    data = mailbox(bytes(mail("Three stories", html=mails.NEWSLETTER)))
    assert len(take_all(data, "inbox.mbox")) == 1
    assert len(take_all(data, "inbox.mbox", answers=Answers(split=True))) == 3
