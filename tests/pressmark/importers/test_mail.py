"""E-mails: the article in them and what stands around it, in the shapes that mail programs give them."""

from email.message import EmailMessage
from email.mime.message import MIMEMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.importers.questions import Answers, WhetherToSplit, WhichEncoding
from pressmark.importers.reading import CannotImport, Imported, read_all
from tests.pressmark.importers import mails
from tests.pressmark.importers.conftest import NOW
from tests.pressmark.importers.mails import PAGE, PLAIN, STORY, mail


def own(imported):
    """The texts that are the article's."""
    article = imported.article
    return [article.block_text(one) for at, one in enumerate(article.blocks) if at not in imported.struck]


def test_a_mail_is_its_text_under_its_subject_with_what_its_head_states(take, shown):
    imported = take(bytes(mail(html=PAGE, plain=PLAIN)), "ferry.eml")
    assert shown(imported) == [
        "heading1: Towns agree on ferry line",
        *(f"paragraph: {one}" for one in STORY),
    ]
    source = imported.source
    assert (source.headline, source.author, source.outlet) == ("Towns agree on ferry line", "Jane Doe", "")
    assert (source.published, source.media_type) == ("2026-11-14T09:12:00+01:00", "message/rfc822")
    assert source.guessed == ("author", "language")
    assert (imported.warnings, imported.struck, imported.question) == ((), (), None)


@pytest.mark.parametrize(
    ("outer", "message", "known"),
    [
        (
            "Fwd: Towns",
            {"html": mails.GMAIL},
            ("Towns agree on ferry line", "Bay Herald", "", "2026-11-13", "https://bayherald.example/m/771"),
        ),
        (
            "WG: Fähre",
            {"html": mails.OUTLOOK_GERMAN},
            ("Fährlinie beschlossen", "", "Jörg Müller", "2026-11-13", ""),
        ),
        (
            "TR: Ferry",
            {"plain": mails.OUTLOOK_FRENCH},
            ("Une ligne de ferry", "", "Claire Dubois", "2026-11-13", ""),
        ),
        (
            "Fwd: Towns",
            {"html": mails.APPLE},
            ("Towns agree on ferry line", "", "Mara Lindqvist", "2026-11-14", ""),
        ),
        (
            "Fwd: Towns",
            {"html": mails.THUNDERBIRD},
            ("Towns agree on ferry line", "", "Jane Doe", "2026-11-13T19:05:00+01:00", ""),
        ),
    ],
    ids=["Gmail", "Outlook in German", "Outlook in French", "Apple", "Thunderbird"],
)
def test_of_a_forwarded_message_the_head_over_it_counts(take, outer, message, known):
    source = take(bytes(mail(outer, sender="Ana Keller <ana@desk.example>", **message)), "a.eml").source
    assert (source.headline, source.outlet, source.author, source.published, source.url) == known


@pytest.mark.parametrize("html", [mails.GMAIL, mails.APPLE, mails.THUNDERBIRD])
def test_notes_heads_and_footers_of_forwarded_messages_are_struck_out(take, struck, html):
    imported = take(bytes(mail("Fwd: Towns", html=html)), "a.eml")
    assert own(imported) == ["Towns agree on ferry line", *STORY]
    assert any("From:" in one for one in struck(imported))


def test_nothing_of_a_forwarded_mail_is_gone(take):
    text = take(bytes(mail("Fwd: Towns", html=mails.GMAIL)), "a.eml").article.text
    for words in ("Have a look", "Forwarded message", "View in browser", "Unsubscribe", "1 Quay Street"):
        assert words in text


def test_a_chain_of_forwards_is_the_longest_of_its_messages(take):
    first = "From: Ana Keller\nSent: Friday, November 13, 2026 8:00 PM\nTo: Desk\nSubject: FW: Towns"
    second = (
        "From: Jane Doe <jane@x.example>\nSent: Friday, November 13, 2026 7:05 PM\nTo: Ana Keller\n"
        "Subject: Towns agree"
    )
    chain = f"Look.\n\n{first}\n\nSee below.\n\n{second}\n\n{PLAIN}\n"
    imported = take(bytes(mail("FW: FW: Towns", plain=chain)), "a.eml")
    assert (imported.source.headline, imported.source.author) == ("Towns agree", "Jane Doe")
    assert own(imported)[1] == STORY[0]


def test_the_words_from_of_an_article_are_no_head(take):
    said = f"From: a distance it looks small.\n\n{PLAIN}"
    assert own(take(bytes(mail(plain=said)), "a.eml"))[1] == "From: a distance it looks small."


QUOTED = "On Sat, Nov 7, 2026 at 9:12 AM Jane Doe <jane@x.example>\nwrote:\n\n> {}\n"


def test_an_answer_loses_its_signature_and_what_it_quotes(take, struck):
    text = f"{PLAIN}\n\n-- \nJane Doe\nBay Herald\n\n{QUOTED.format('Could you send the piece?')}"
    imported = take(bytes(mail("Re: Towns agree", plain=text)), "a.eml")
    assert own(imported) == ["Towns agree", *STORY]
    assert struck(imported)[-2:] == [
        "On Sat, Nov 7, 2026 at 9:12 AM Jane Doe <jane@x.example> wrote:",
        "Could you send the piece?",
    ]


def test_an_article_that_is_quoted_under_a_note_is_the_article(take, struck):
    quoted = QUOTED.format("\n>\n> ".join(STORY))
    imported = take(bytes(mail("Re: Towns agree", plain=f"FYI\n\n{quoted}")), "a.eml")
    assert own(imported) == ["Towns agree", *STORY]
    assert (imported.source.author, imported.source.published) == ("", "2026-11-07")
    assert struck(imported)[0] == "FYI"


def test_words_of_telephones_and_lists_are_struck_out(take, struck):
    footer = "Harbour mailing list\nTo unsubscribe send an email to harbour-leave@lists.example"
    text = f"{PLAIN}\n\nSent from my iPhone\n\n{'_' * 47}\n{footer}\n"
    imported = take(bytes(mail(plain=text)), "a.eml")
    assert own(imported)[1:] == [*STORY]
    assert "Sent from my iPhone" in struck(imported)


def test_an_article_of_mail_and_of_copyright_is_not_taken_for_a_footer(take):
    text = "Unsubscribe from the ferry?\n\n" + "\n\n".join(
        f"{one} Nobody could unsubscribe from it, the council said, and none of the towns tried to do that."
        for one in STORY
    )
    assert len(own(take(bytes(mail(plain=text)), "a.eml"))) == 4


# text


def test_wrapped_lines_are_joined(take):
    wrapped = "\n\n".join("\n".join(_wrapped(one)) for one in STORY)
    assert own(take(bytes(mail(plain=wrapped)), "a.eml"))[1:] == list(STORY)


def _wrapped(text: str, width: int = 72) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) + 1 > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@pytest.mark.parametrize("delsp", ["no", "yes"])
def test_flowed_text_is_joined(take, delsp):
    soft = "  \n" if delsp == "yes" else " \n"
    flowed = "\n\n".join(soft.join(_wrapped(one)) for one in STORY) + "\n\n From here on\n"
    raw = (
        "From: Jane Doe <jane@x.example>\nSubject: Towns\nMIME-Version: 1.0\n"
        "Content-Transfer-Encoding: 8bit\n"
        f"Content-Type: text/plain; charset=utf-8; format=flowed; delsp={delsp}\n\n{flowed}"
    )
    assert own(take(raw, "a.eml"))[1:] == [*STORY, "From here on"]


def test_plain_text_counts_where_the_html_is_only_a_frame(take):
    imported = take(bytes(mail(html="<p>Your program cannot show this mail.</p>", plain=PLAIN)), "a.eml")
    assert own(imported)[1:] == [*STORY]


@pytest.mark.parametrize(
    ("raw", "subject"),
    [
        (b"=?iso-8859-1?Q?F=E4hre?= =?iso-8859-1?Q?_kommt?=", "Fähre kommt"),
        (b"=?utf-8?B?RsOkaHI=?=\n =?utf-8?B?ZSBrb21tdA==?=", "Fähre kommt"),
        (b"=?utf-8?B?RsM=?= =?utf-8?B?pGhyZQ==?=", "Fähre"),  # cut within a character
        ("Fähre kommt".encode(), "Fähre kommt"),
        ("Fähre kommt".encode("cp1252"), "Fähre kommt"),
        (b"=?klingon?Q?Ferry?=", "Ferry"),
        (b"=?utf-8?B?!!!?=", "=?utf-8?B?!!!?="),
        (b"AW: WG: [EXTERN] Re[2]: Ferry", "Ferry"),
    ],
)
def test_subjects_are_decoded_whatever_they_are_written_in(take, raw, subject):
    data = b"From: jane@x.example\nSubject: " + raw + b"\nMIME-Version: 1.0\n\n" + STORY[0].encode()
    assert take(data, "a.eml").source.headline == subject


def test_a_text_in_an_encoding_that_nobody_knows_is_guessed_and_asked_about(take):
    text = "\n\n".join((mails.ERST, "Die Fähre fährt täglich über die Bucht, hieß es am Samstag."))
    head = b"From: j@x.example\nSubject: F\nMIME-Version: 1.0\nContent-Type: text/plain; charset=klingon\n\n"
    imported = take(head + text.encode("cp1252"), "a.eml")
    assert "Fährlinie über die Bucht" in imported.article.text
    assert "which is a guess" in imported.warnings[0]
    asked = [*read_all(head + text.encode("cp1251", "replace"), "a.eml", now=NOW)]
    assert all(isinstance(one, Imported | CannotImport) for one in asked)
    (chosen,) = read_all(head + text.encode("cp850"), "a.eml", now=NOW, answers=Answers("cp850"))
    assert "Fährlinie über die Bucht" in chosen.article.text


def test_an_encoding_that_cannot_be_told_is_asked_for(take_all):
    head = b"From: j@x.example\nSubject: F\nMIME-Version: 1.0\n\n"
    (found,) = take_all(head + "Паром через бухту ходитиме щодня, кажуть міста.".encode("koi8-u"), "a.eml")
    assert isinstance(found.question, WhichEncoding) or "Паром" in found.article.text


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64", "8bit"])
def test_texts_are_unpacked(take, transfer):
    message = EmailMessage()
    message["From"], message["Subject"] = "jane@x.example", "Fähre"
    message.set_content(f"<p>{mails.ERST}</p>", subtype="html", charset="utf-8", cte=transfer)
    assert own(take(bytes(message), "a.eml"))[1:] == [mails.ERST]


# sender


@pytest.mark.parametrize(
    ("sender", "heads", "author", "outlet"),
    [
        ("Jane Doe <jane.doe@x.example>", {}, "Jane Doe", ""),
        ('"Doe, Jane" <jane@x.example>', {}, "Doe, Jane", ""),
        ("Bay Herald <herald@bay.example>", {}, "", "Bay Herald"),
        ("Northmouth Port <newsletter@port.example>", {}, "", "Northmouth Port"),
        (
            "Northmouth Port <port@port.example>",
            {"List-Unsubscribe": "<https://x.example>"},
            "",
            "Northmouth Port",
        ),
        ("Mara Lindqvist from The Bay Letter <b@substack.com>", {}, "Mara Lindqvist", "The Bay Letter"),
        ("newsletter@bayherald.example", {}, "", "bayherald.example"),
        (
            "Jane Doe <jane.doe@x.example>",
            {"List-Id": "Harbour News <harbour.lists.example>", "Precedence": "list"},
            "Jane Doe",
            "Harbour News",
        ),
        ("=?utf-8?Q?J=C3=B6rg_M=C3=BCller?= <jm@x.example>", {}, "Jörg Müller", ""),
    ],
)
def test_a_sender_is_a_person_or_an_outlet(take, sender, heads, author, outlet):
    lines = [f"From: {sender}", "Subject: S", "MIME-Version: 1.0", *(f"{k}: {v}" for k, v in heads.items())]
    source = take("\n".join([*lines, "", STORY[0]]), "a.eml").source
    assert (source.author, source.outlet) == (author, outlet)
    assert {name for name in ("author", "outlet") if getattr(source, name)} <= set(source.guessed)


# newsletters

NEWSLETTER = bytes(
    mail(
        "Saturday: three stories",
        sender="The Bay Letter <bayletter@substack.com>",
        html=mails.NEWSLETTER,
        List_Unsubscribe="<https://bayletter.example/u>",
    )
)
ALERTS = bytes(mail("Google Alert", sender="Google Alerts <alerts-noreply@x.example>", plain=mails.ALERTS))
FORWARD = bytes(mail("Fwd: x", html=mails.GMAIL))
DIGEST = bytes(mail("Harbour Digest", List_Id="Harbour list <h.lists.example>", plain=mails.DIGEST))
TITLES = ("Towns agree on ferry line", "Quay two stays closed until May", "Fishers ask for a longer season")


@pytest.mark.parametrize(
    ("data", "titles"),
    [
        (NEWSLETTER, TITLES),
        (ALERTS, TITLES),
        (DIGEST, ("[Harbour] Towns agree on ferry line", "[Harbour] Quay two stays closed")),
    ],
    ids=["HTML", "alerts in plain text", "digest of a list"],
)
def test_of_several_articles_it_is_asked_whether_to_take_them_apart(take_all, data, titles):
    (whole,) = take_all(data, "news.eml")
    assert whole.question == WhetherToSplit(titles)
    split = take_all(data, "news.eml", answers=Answers(split=True))
    assert [one.source.headline for one in split] == list(titles)
    assert [one.question for one in split] == [None] * len(titles)
    assert all(one.original == data for one in split)


def test_each_article_of_a_newsletter_has_its_link_and_the_outlet_and_day_of_the_mail(take_all, shown):
    first, second, third = take_all(NEWSLETTER, "news.eml", answers=Answers(split=True))
    assert shown(second) == [
        "heading1: Quay two stays closed until May",
        f"paragraph: Quay two stays closed until May: {STORY[0]}",
        f"paragraph: {STORY[1]}",
    ]
    assert [one.source.url for one in (first, second, third)] == [
        f"https://bayletter.example/{slug}" for slug in ("ferry", "quay", "fish")
    ]
    assert {one.source.outlet for one in (first, third)} == {"The Bay Letter"}
    assert second.source.published == "2026-11-14T09:12:00+01:00"
    assert "“Good morning, dear readers." in first.warnings[0]
    assert "“Unsubscribe · Manage preferences”" in first.warnings[0]
    assert second.warnings == ()


def test_a_newsletter_in_one_piece_keeps_all_and_strikes_out_what_leads_away(take, struck):
    whole = take(NEWSLETTER, "news.eml")
    assert whole.source.url == "https://bayletter.example/issue/12"
    assert {"View this email in your browser", "Read the full story", "Continue →"} <= set(struck(whole))
    assert "Good morning, dear readers. It has been a week of votes." in own(whole)


def test_messages_of_a_digest_have_their_own_senders_and_days(take_all):
    first, second = take_all(DIGEST, "news.eml", answers=Answers(split=True))
    assert (first.source.author, first.source.published) == ("Jane Doe", "2026-11-13T19:05:00+01:00")
    assert (second.source.author, second.source.outlet) == ("Jörg Müller", "Harbour list")
    assert own(second)[1:] == [STORY[2]]


def test_an_article_with_subheadings_and_links_is_one(take):
    html = "".join(
        f"<h2>Part {number} of the tale</h2><p>{one} <a href='https://x.example/{number}'>More</a> words.</p>"
        for number, one in enumerate(STORY)
    )
    assert take(bytes(mail(html=html)), "a.eml").question is None


# attachments


def with_attachment(data: bytes, name: str, kind: str = "application/octet-stream", text: str = PLAIN):
    message = mail(plain=text)
    main, sub = kind.split("/")
    message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message


def test_attached_articles_are_read_by_themselves(take_all):
    page = f"<html><head><title>Quay</title></head><body><h1>Quay two closed</h1>{PAGE}</body></html>"
    whole, attached = take_all(bytes(with_attachment(page.encode(), "quay.html")), "a.eml")
    assert whole.source.headline == "Towns agree on ferry line"
    assert (attached.source.headline, attached.source.original_name) == ("Quay two closed", "quay.html")
    assert attached.original == page.encode()
    assert (attached.source.published[:10], "published" in attached.source.guessed) == ("2026-11-14", True)


def test_a_guess_of_the_mail_is_none_about_what_the_attached_file_tells(take_all):
    text = f"Quay two closed\n\nBy Mara Venn\n3 November 2026\n\n{PLAIN}"
    _, attached = take_all(bytes(with_attachment(text.encode(), "quay.txt")), "a.eml")
    assert (attached.source.author, attached.source.published) == ("Mara Venn", "2026-11-03")


def test_a_note_that_goes_with_what_is_attached_is_told_and_no_article(take_all):
    data = bytes(with_attachment(PLAIN.encode(), "quay.txt", text="Please see attached.\n"))
    note, attached = take_all(data, "a.eml")
    assert "a.eml only goes with what is attached and was left out: “Please see attached.”" in str(note)
    assert attached.source.original_name == "quay.txt"


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("logo.png", "image/png", False),
        ("invite.ics", "text/calendar", False),
        ("smime.p7s", "application/pkcs7-signature", False),
        ("budget.pptx", "application/vnd.ms-powerpoint", True),
        ("..\\..\\evil.exe", "application/octet-stream", True),
    ],
)
def test_other_files_are_left_out_and_named_where_they_may_matter(take_all, name, kind, said):
    (whole,) = take_all(bytes(with_attachment(b"x", name, kind)), "a.eml")
    base = name.rpartition("\\")[2]
    expected = (f"Attached to a.eml and not read: “{base}”; add what you need as files",)
    assert whole.warnings == (expected if said else ())


def test_messages_in_messages_are_read(take_all):
    outer = mail("Please read", sender="Ana Keller <ana@desk.example>", plain="See the mail.\n")
    outer.make_mixed()
    outer.attach(MIMEMessage(mail(html=PAGE)))
    note, inner = take_all(bytes(outer), "a.eml")
    assert "See the mail." in str(note)
    assert (inner.source.author, inner.source.original_name) == ("Jane Doe", "Towns agree on ferry line.eml")
    assert own(inner)[1:] == list(STORY)


def test_a_mail_without_text_says_so(take_all):
    (refused,) = take_all(bytes(mail(plain="\n")), "a.eml")
    assert "a.eml holds no text" in str(refused)


def test_an_encrypted_mail_says_what_to_do(take_all):
    head = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/encrypted; boundary=b"
    raw = head + b"\n\n--b\n\nx\n--b--\n"
    (refused,) = take_all(raw, "a.eml")
    assert "a.eml is encrypted: open it in your mail program" in str(refused)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_damaged_mails_are_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(
        data.draw(st.sampled_from([NEWSLETTER, DIGEST, bytes(mail("Fwd: x", html=mails.GMAIL))]))
    )
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=8)):
        whole[at] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    found = list(read_all(cut, "a.eml", now=NOW))
    assert all(isinstance(one, Imported | CannotImport) for one in found)
