"""Who a message is from: a person who wrote it, or the outlet that sends it to many."""

import re

from pressmark.importers.canon import one_line
from pressmark.importers.page_names import authors_of, outlet_of

_ADDRESS = re.compile(r"[\w.+%'-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63})+)")
_AFTER_NAME = re.compile(r"\s*(?:[<\[]|\(?mailto:).*", re.DOTALL)
_BOTH = re.compile(r"\s+(?:from|at|of|von|bei|de|chez|via|[|@–—-])\s+", re.IGNORECASE)
_FOR_MANY = re.compile(
    r"(?:news\w*|no-?reply|do-?not-?reply|info|hello|contact|kontakt|editors?|redaktion|redaction|rédaction|"
    r"press\w*|presse\w*|alerts?|googlealerts\w*|briefing|bulletin|mail\w*|digest|daily|weekly|service|office|"
    r"updates?|subscriptions?|abo|list\w*|media\w*|team|support)(?:[.+_-].*)?",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:news\w*|herald|times|post|gazette|tribune|courier|chronicle|mail|journal|letters?|briefing|digest|"
    r"daily|weekly|review|alerts?|bulletin|press\w*|agency|agentur|zeitung|bote|blatt|anzeiger|kurier|"
    r"nachrichten|tageblatt|rundschau|redaktion|ministry|ministerium|ministère|office|team|gazeta|nouvelles|"
    r"le monde|курʼєр|новини|радіо|radio|tv)\b",
    re.IGNORECASE,
)
_SERVICES = re.compile(
    r"(?:.*\.)?(?:substack|beehiiv|mailchimpapp|mcsv|ghost|buttondown|revue|convertkit-mail\d*|campaign-archive|"
    r"rsgsv|sendgrid|mailgun)\.\w+",
    re.IGNORECASE,
)


def author_and_outlet(sender: str, mailing: str = "", *, mailed: bool = False) -> tuple[str, str]:
    """The name of the person and that of the outlet, each empty where the sender tells none.

    `mailing` is the name of the list, `mailed` whether the message was sent to many by a program.
    """
    found = _ADDRESS.search(sender)
    local, domain = found[0].rpartition("@")[0] if found else "", found[1] if found else ""
    name = one_line(_AFTER_NAME.sub("", sender)).strip(" \"'*,;")
    name = "" if _ADDRESS.fullmatch(name) else name
    many = mailed or bool(_SERVICES.fullmatch(domain)) or bool(_FOR_MANY.fullmatch(local))
    if not name:
        return "", outlet_of([mailing]) or (domain if many else "")
    person, *rest = _BOTH.split(name, maxsplit=1)
    if rest and authors_of([person]) and not _OUTLET.search(person):
        return authors_of([person]), outlet_of(rest)
    if _OUTLET.search(name) or (many and not _is_named_after(local, domain, name)):
        return "", outlet_of([name])
    return authors_of([name]), outlet_of([mailing])


def _is_named_after(local: str, domain: str, name: str) -> bool:
    """True for “jane.doe” or “jdoe” of Jane Doe; not where the domain has that name as well."""
    words = [word for word in re.findall(r"[^\W\d_]+", name.casefold()) if len(word) > 2]
    return len(words) > 1 and words[-1] in local.casefold() and words[-1] not in domain
