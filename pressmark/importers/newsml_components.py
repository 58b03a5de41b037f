"""The components of NewsML 1: which of them are an article each, and what is stated at or around one."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pressmark.importers.imported import CannotImport
from pressmark.importers.news_xml import said

_MOST_CONTENTS = 5_000
_PICTURES = ("photo", "picture", "graphic", "video", "audio", "caption", "animation", "icon", "image")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article is: its component, the components around it from within, and its item."""

    component: etree._Element
    around: tuple[etree._Element, ...]
    item: etree._Element


@dataclass(slots=True)
class Components:
    """Answers from a file's tree, asking each element but once: it may have many thousand children."""

    _children: dict[tuple[etree._Element, str], etree._Element | None] = field(default_factory=dict)

    def child(self, element: etree._Element, name: str) -> etree._Element | None:
        """The first child of that name."""
        key = element, name
        if key not in self._children:
            self._children[key] = element.find(f"{{*}}{name}")
        return self._children[key]

    def articles(self, root: etree._Element, name: str) -> list[Place]:
        """The innermost components that have a headline and contents; the whole item where none has one."""
        places: dict[etree._Element, Place] = {}
        for number, content in enumerate(root.iter("{*}ContentItem")):
            if number >= _MOST_CONTENTS:
                raise CannotImport(f"{name} holds more pieces than any message does: take it apart")
            if not self.is_picture(content) and (place := self._place(content)):
                places.setdefault(place.component, place)
        within = {above for place in places.values() for above in place.around[1:]}
        return [place for component, place in places.items() if component not in within]

    def is_picture(self, content: etree._Element) -> bool:
        """True for what is shown or heard, and for the words under it."""
        above = content.iterancestors("{*}NewsComponent")
        marks = [self.child(content, "MediaType"), *(self.child(one, "Role") for one in above)]
        return any(word in formal(mark).casefold() for mark in marks for word in _PICTURES)

    def _place(self, content: etree._Element) -> Place | None:
        item = next(content.iterancestors("{*}NewsItem"), None)
        above = [*self._between(content, item)]
        if item is None or not above:
            return None
        headed = (at for at, one in enumerate(above) if self.line([one], "HeadLine"))
        at = next(headed, len(above) - 1)
        return Place(above[at], tuple(above[at:]), item)

    def _between(self, content: etree._Element, item: etree._Element | None) -> Iterator[etree._Element]:
        for one in content.iterancestors("{*}NewsComponent", "{*}NewsItem"):
            if one is item:
                return
            yield one

    def line(self, around: list[etree._Element] | tuple[etree._Element, ...], name: str) -> str:
        """What the nearest says in one of its lines for readers."""
        return next(filter(None, (said(self._of(one, "NewsLines", name)) for one in around)), "")

    def party(self, around: tuple[etree._Element, ...], role: str) -> str:
        """Who the nearest says plays that role."""
        roles = (self._of(one, "AdministrativeMetadata", role) for one in around)
        parties = (formal(self.child(one, "Party")) for one in roles if one is not None)
        return next(filter(None, parties), "")

    def languages(self, around: tuple[etree._Element, ...]) -> Iterator[str]:
        return (formal(self._of(one, "DescriptiveMetadata", "Language")) for one in around)

    def _of(self, component: etree._Element, group: str, name: str) -> etree._Element | None:
        found = self.child(component, group)
        return None if found is None else self.child(found, name)


def formal(element: etree._Element | None) -> str:
    """The formal name that an element stands for."""
    return "" if element is None else (element.get("FormalName") or "").strip()[:200]
