"""Quotes, pledges, actors and places of one article as rows, their links resolved to names."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, id_order
from pressmark.dates import FuzzyDate
from pressmark.money import Money, find_money
from pressmark.quotation_marks import CLOSING, bare

Parsed = TypeVar("Parsed")

ELLIPSIS = " […] "


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or some place as one annotation names it: `name` is the entity's, `printed` the words.

    `role` is the one held at the time, as this or another mention of the same entity in the article has it.
    """

    id: str
    name: str
    printed: str
    role: str = ""
    entity: str = ""


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """`words` are the pieces joined by […], in quotation marks where they are somebody's very words."""

    annotation: Annotation
    words: str
    speakers: tuple[Mention, ...]
    addressees: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class PledgeRow:
    """`counts` is False where another pledge stands for this one, so that no amount is added up twice."""

    annotation: Annotation
    words: str
    pledgers: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    places: tuple[Mention, ...]
    amount: Money | None
    printed_amount: str
    due: FuzzyDate | None
    restates: tuple[str, ...]
    counts: bool


@dataclass(frozen=True, slots=True)
class NameRow:
    """One actor or place under all the names it goes by, with what is tied to it."""

    name: str
    entity: str
    printed: tuple[str, ...]
    mentions: tuple[Annotation, ...]
    quotes: tuple[str, ...] = ()
    pledges: tuple[str, ...] = ()

    def first_value(self, attribute: str) -> str:
        """The attribute's value at the first mention that has one."""
        return next((value for one in self.mentions if (value := one.value(attribute))), "")

    def values(self, attribute: str) -> tuple[str, ...]:
        """All different values of an attribute, in text order."""
        return tuple(dict.fromkeys(value for one in self.mentions if (value := one.value(attribute))))


def words_of(doc: AnnotatedArticle, one: Annotation) -> str:
    """The exact words, pieces joined by […]; of a piece without a place, the words it was saved with."""
    pieces = [*one.words(doc.article), *(quote.exact for quote in one.lost)]
    return ELLIPSIS.join(" ".join(piece.split("\n")) for piece in pieces)


def name_of(doc: AnnotatedArticle, one: Annotation) -> str:
    """The name of the entity that is meant, else the words themselves."""
    definition = doc.codebook.style_of(one.label).entity_attribute
    entity = doc.entities.get(one.value(definition.name)) if definition else None
    return entity.name if entity else words_of(doc, one)


def mention(doc: AnnotatedArticle, key: str) -> Mention:
    one = doc.markup[key]
    return Mention(key, name_of(doc, one), words_of(doc, one), one.value("role"), one.value("entity"))


def linked(doc: AnnotatedArticle, one: Annotation, role: str) -> tuple[Mention, ...]:
    """What the annotation is tied to in a role; ties to what is not there are left out."""
    return tuple(mention(doc, key) for key in one.targets(role) if key in doc.markup)


def quotes(doc: AnnotatedArticle) -> list[QuoteRow]:
    """In text order."""
    roles = _roles(doc)
    return [
        QuoteRow(
            one,
            verbatim(doc, one),
            tuple(
                replace(speaker, role=speaker.role or roles.get(speaker.entity, ""))
                for speaker in linked(doc, one, "speaker")
            ),
            linked(doc, one, "addressee"),
        )
        for one in of_label(doc, "quote")
    ]


def pledges(doc: AnnotatedArticle) -> list[PledgeRow]:
    """In text order."""
    found = of_label(doc, "pledge")
    restated = _restated(found)
    return [_pledge(doc, one, one.id not in restated) for one in found]


def _restated(found: list[Annotation]) -> set[str]:
    """Pledges that another one stands for: the last to say it, or the last that states a figure.

    Of a circle of them one still counts, of two that restate each other the later.
    """
    ties: dict[str, list[str]] = {}
    for one in reversed(found):
        ties[one.id] = [key for key in one.targets("restates") if one.id not in _reached(key, ties)]
    states_figure = {one.id for one in found if _has_figure(one)}
    restated: set[str] = set()
    for key in ties:
        earlier = _reached(key, ties) - {key}
        if key in states_figure or not earlier & states_figure:
            restated |= earlier
        else:
            restated.add(key)  # “they repeated the pledge”: what it repeats has the figure
    return restated


def _has_figure(one: Annotation) -> bool:
    amount = _parsed(Money.parse, one.value("amount"))
    return amount is not None and amount.least is not None


def _reached(key: str, ties: dict[str, list[str]]) -> set[str]:
    """The id and all that can be reached from it along the ties."""
    found, waiting = {key}, [key]
    while waiting:
        further = [one for one in ties.get(waiting.pop(), ()) if one not in found]
        found.update(further)
        waiting += further
    return found


def actors(doc: AnnotatedArticle) -> list[NameRow]:
    """Those with most tied to them first."""
    return _names(doc, "actor", ("speaker",), ("pledger", "recipient"))


def places(doc: AnnotatedArticle) -> list[NameRow]:
    return _names(doc, "location", (), ("place", "recipient"))


def of_label(doc: AnnotatedArticle, label: str) -> list[Annotation]:
    """All annotations of a label, in text order."""
    return [one for one in doc.markup.in_text_order() if one.label == label]


def verbatim(doc: AnnotatedArticle, one: Annotation) -> str:
    """The words of a quote as a reader expects them: one pair of quotation marks around all its pieces."""
    opening = _opening(doc, one)
    if one.value("mode") == "indirect" or (not opening and one.value("mode") != "direct"):
        return words_of(doc, one)
    pieces = [*one.words(doc.article), *(quote.exact for quote in one.lost)]
    said = filter(None, (bare(piece, opening) for piece in pieces))
    return f"“{ELLIPSIS.join(said)}”"


def _opening(doc: AnnotatedArticle, one: Annotation) -> str:
    """The quotation mark at its first character or just before it, empty where there is none."""
    if not one.spans:
        return ""
    start = one.spans[0].start
    around = doc.article.text[start : start + 1] + doc.article.text[max(0, start - 1) : start]
    return next((sign for sign in around if sign in CLOSING), "")


def _roles(doc: AnnotatedArticle) -> dict[str, str]:
    """The first role that the article's mentions of an entity name."""
    roles: dict[str, str] = {}
    for one in of_label(doc, "actor"):
        if one.value("entity") and one.value("role"):
            roles.setdefault(one.value("entity"), one.value("role"))
    return roles


def _pledge(doc: AnnotatedArticle, one: Annotation, counts: bool) -> PledgeRow:
    words = words_of(doc, one)
    return PledgeRow(
        one,
        words,
        linked(doc, one, "pledger"),
        linked(doc, one, "recipient"),
        linked(doc, one, "place"),
        _parsed(Money.parse, one.value("amount")),
        find_money(words),
        _parsed(FuzzyDate.parse, one.value("due")),
        tuple(key for key in one.targets("restates") if key in doc.markup),
        counts,
    )


def _parsed(parse: Callable[[str], Parsed], value: str) -> Parsed | None:
    try:
        return parse(value) if value else None
    except ValueError:
        return None  # a foreign hand's value: the check names it


def _names(
    doc: AnnotatedArticle, label: str, quote_roles: Iterable[str], pledge_roles: Iterable[str]
) -> list[NameRow]:
    groups: dict[str, list[Annotation]] = {}
    for one in of_label(doc, label):
        groups.setdefault(_group(doc, one), []).append(one)
    rows = [
        NameRow(
            name_of(doc, group[0]),
            key if key in doc.entities else "",
            tuple(dict.fromkeys(words_of(doc, one) for one in group)),
            tuple(group),
            _tied(doc, "quote", quote_roles, group),
            _tied(doc, "pledge", pledge_roles, group),
        )
        for key, group in groups.items()
    ]
    return sorted(rows, key=lambda row: (-len(row.quotes) - len(row.pledges), -len(row.mentions), row.name))


def _group(doc: AnnotatedArticle, one: Annotation) -> str:
    """The entity's id; mentions without one are together when their words are the same."""
    definition = doc.codebook.style_of(one.label).entity_attribute
    value = one.value(definition.name) if definition else ""
    return value if value in doc.entities else f"“{words_of(doc, one).casefold()}”"


def _tied(
    doc: AnnotatedArticle, label: str, roles: Iterable[str], group: list[Annotation]
) -> tuple[str, ...]:
    wanted = set(roles)
    found = {
        one.id
        for named in group
        for one in doc.markup.tied_to(named.id)
        if one.label == label and any(tie.role in wanted and tie.target == named.id for tie in one.links)
    }
    return tuple(sorted(found, key=id_order))
