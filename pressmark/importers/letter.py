"""A message, however it was stored: what an e-mail and an Outlook message have in common."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pressmark.importers.html_blocks import Place
from pressmark.importers.imported import BlockText, Found
from pressmark.importers.questions import Question


@dataclass(frozen=True, slots=True)
class Line:
    """A block of a message: how deep it is quoted, which share of it is links, and where the first leads.

    `signed` where the mark-up says that it is a signature; `place` is where it stands in the mark-up.
    """

    block: BlockText
    depth: int = 0
    linked: float = 0.0
    link: str = ""
    signed: bool = False
    place: Place | None = None

    @property
    def text(self) -> str:
        return self.block[1]

    @property
    def words(self) -> int:
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came with a message."""

    data: bytes
    name: str
    media_type: str
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """What a message says, and what its head says of it.

    `sender` is “Name <address>”; `mailing` the name of the list or the newsletter that it was sent to, and
    `mailed` whether it was sent to many by a program; `sent` is ISO 8601. `inner` are the messages in it
    that have been read already.
    """

    subject: str = ""
    sender: str = ""
    mailing: str = ""
    mailed: bool = False
    sent: str = ""
    url: str = ""
    lines: tuple[Line, ...] = ()
    attached: tuple[Attached, ...] = ()
    media_type: str = "message/rfc822"
    warnings: tuple[str, ...] = ()
    question: Question | None = None
    inner: Iterator[Found] = field(default_factory=lambda: iter(()))
