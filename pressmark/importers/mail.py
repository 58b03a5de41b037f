"""E-mails (.eml): the message's article, or that of the message forwarded in it, and the files attached."""

from collections.abc import Iterator
from email.message import Message

from pressmark.importers.imported import Capture, Found
from pressmark.importers.letter import Letter
from pressmark.importers.letter_articles import articles_of
from pressmark.importers.mail_lines import said_by
from pressmark.importers.mail_message import header, message_of
from pressmark.importers.mail_parts import bodies_of
from pressmark.importers.page_dates import moment
from pressmark.importers.web_address import web_address

_FOR_MANY = ("list-unsubscribe", "feedback-id", "x-campaign", "x-mailgun-sid", "x-report-abuse")


def read_mail(data: bytes, capture: Capture) -> Iterator[Found]:
    """The articles of a message and of what is attached. Raises CannotImport and TooLong."""
    message = message_of(data, capture.name)
    bodies = bodies_of(message, capture.name, capture.answers.encoding)
    said = said_by(bodies, capture.name)
    letter = Letter(
        subject=header(message, "subject"),
        sender=header(message, "from"),
        mailing=mailing_of(header(message, "list-id")),
        mailed=is_mailed(message),
        sent=moment(header(message, "date"), capture.now.date()),
        url=web_address(header(message, "archived-at").strip("<>")) or said.canonical,
        lines=said.lines,
        attached=tuple(bodies.attached),
        warnings=(*said.warnings, *bodies.warnings),
        question=said.question,
    )
    yield from articles_of(letter, capture)


def mailing_of(list_id: str) -> str:
    """What a list calls itself (RFC 2919); empty where it has an identifier only."""
    name = list_id.partition("<")[0].strip(" \"'")
    return name if " " in name or name[:1].isupper() else ""


def is_mailed(message: "Message[str, str]") -> bool:
    """True for what a program sent to many."""
    if header(message, "precedence").casefold() in {"bulk", "list", "junk"}:
        return True
    return any(header(message, name) for name in _FOR_MANY)
