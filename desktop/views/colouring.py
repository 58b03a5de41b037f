"""What the colour of a highlight says: its label, who speaks or pledges, or whether something is missing.

To add a way: one class with `swatch_of` and `legend`, and one row in `COLOURINGS`.
"""

from collections.abc import Callable
from typing import Protocol

from pressmark import facts
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.labels import Label
from pressmark.palette import SWATCHES

_REST = "grey"
_MISSING, _COMPLETE = "red", "green"


class Colouring(Protocol):
    """Maps annotations to names of swatches; the legend names each swatch in use by what it means."""

    def swatch_of(self, one: Annotation) -> str: ...
    def legend(self) -> tuple[tuple[str, str], ...]: ...


class ByLabel:
    """As the codebook has it."""

    def __init__(self, doc: AnnotatedArticle) -> None:
        self._doc = doc
        self._known: dict[str, str] = {}
        self._codebook = doc.codebook

    def swatch_of(self, one: Annotation) -> str:
        codebook = self._doc.codebook
        if codebook is not self._codebook:
            self._known, self._codebook = {}, codebook
        if one.label not in self._known:
            self._known[one.label] = codebook.style_of(one.label).colour
        return self._known[one.label]

    def legend(self) -> tuple[tuple[str, str], ...]:
        return tuple((label.title, label.colour) for label in self._doc.codebook.labels)


class BySpeaker:
    """By the entity that the first role names, or that is meant itself; grey where there is none.

    A speaker keeps the swatch that was the next free one at first sight in the text.
    """

    def __init__(self, doc: AnnotatedArticle) -> None:
        self._doc = doc
        self._free = [name for name in SWATCHES if name != _REST]
        self._known: dict[str, str] = {}
        for one in doc.markup.in_text_order():
            if doc.codebook.style_of(one.label).roles:
                self.swatch_of(one)

    def swatch_of(self, one: Annotation) -> str:
        label = self._doc.codebook.style_of(one.label)
        name = self._speaker(one, label)
        if name and label.roles and name not in self._known and self._free:
            self._known[name] = self._free.pop(0)
        return self._known.get(name, _REST)

    def legend(self) -> tuple[tuple[str, str], ...]:
        return (*self._known.items(), ("Others, or nobody named", _REST))

    def _speaker(self, one: Annotation, label: Label) -> str:
        if not label.roles:
            return facts.name_of(self._doc, one)
        tied = facts.linked(self._doc, one, label.roles[0].name)
        return tied[0].name if tied else ""


class ByStatus:
    """Red where an attribute or a tie that the codebook asks for is missing."""

    def __init__(self, doc: AnnotatedArticle) -> None:
        self._doc = doc

    def swatch_of(self, one: Annotation) -> str:
        label = self._doc.codebook.style_of(one.label)
        tied = all(one.targets(role.name) for role in label.roles if role.expected)
        said = all(one.value(kind.name) for kind in label.attributes if kind.expected)
        return _COMPLETE if tied and said else _MISSING

    def legend(self) -> tuple[tuple[str, str], ...]:
        return (("Something is missing", _MISSING), ("Complete", _COMPLETE))


COLOURINGS: dict[str, tuple[str, Callable[[AnnotatedArticle], Colouring]]] = {
    "label": ("By label", ByLabel),
    "speaker": ("By speaker or pledger", BySpeaker),
    "status": ("By what is missing", ByStatus),
}
"""Name → what a menu shows, and what makes the colouring of an article."""
