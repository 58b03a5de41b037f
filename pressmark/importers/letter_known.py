"""What a message, or the head over one that is forwarded, tells of its article."""

import re
from collections.abc import Sequence

from pressmark.importers.canon import one_line
from pressmark.importers.imported import Capture, Known
from pressmark.importers.letter import Letter, Line
from pressmark.importers.mail_body import Body
from pressmark.importers.mail_dates import day_sent
from pressmark.importers.mail_sender import author_and_outlet
from pressmark.importers.mail_words import mail_words
from pressmark.importers.newsletter import is_link
from pressmark.importers.web_address import web_address

_BRACKETS = re.compile(r"^\s*\[(?:ext(?:ern(?:al)?)?|extern\w*|caution[^\]]*|spam\??)\]\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_LONGEST = 200


def of_section(known: Known, headline: str, url: str) -> Known:
    """The outlet and the day are the newsletter's; who wrote each is not said."""
    guessed = tuple(name for name in known.guessed if name == "outlet")
    return Known(headline=headline, outlet=known.outlet, published=known.published, url=url, guessed=guessed)


def known_of(letter: Letter, body: Body, capture: Capture) -> Known:
    """By the head over the article, if there is one, else by the message's own; names are inferred."""
    head = body.head
    if head:
        author, outlet = author_and_outlet(head.sender, letter.mailing if head.ruled else "")
        published = day_sent(head.date, capture.now.date())
        subject = head.subject or letter.subject
    else:
        author, outlet = author_and_outlet(letter.sender, letter.mailing, mailed=letter.mailed)
        published, subject = letter.sent, letter.subject
    return Known(
        headline=title_of(subject),
        outlet=outlet,
        author=author,
        published=published,
        url=_url(letter.lines[body.first : body.end]) or ("" if head else letter.url),
        guessed=tuple(name for name, value in (("outlet", outlet), ("author", author)) if value),
    )


def title_of(subject: str) -> str:
    """The subject without what mail programs and gateways set before it."""
    before = ""
    while before != subject:
        before, subject = subject, _BRACKETS.sub("", mail_words().prefixes.sub("", subject, count=1))
    return one_line(subject)


def _url(lines: Sequence[Line]) -> str:
    """Where “view in browser” leads, in the same line or, in plain text, under it."""
    for at, line in enumerate(lines):
        words = _ADDRESS.sub("", line.text).strip(" \t<>()[]:")
        if len(words) <= _LONGEST and words and mail_words().browser.fullmatch(words):
            under = lines[at + 1].link if at + 1 < len(lines) and is_link(lines[at + 1]) else ""
            if url := line.link or web_address(under):
                return url
    return ""
