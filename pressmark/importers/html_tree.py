"""Parses HTML into a tree within bounds: never the network, never a local file, never minutes of work."""

from dataclasses import dataclass

from lxml import etree, html

from pressmark.importers.imported import CannotImport

_DEEPEST = 500  # libxml2 silently drops all below 2048 levels; real pages have fewer than a hundred
_MOST_ATTRIBUTES = 1000  # of one element; the tree builder is quadratic in them
_MOST_ELEMENTS = 300_000


@dataclass(frozen=True, slots=True)
class Size:
    """How much work a page is for what reads its tree."""

    elements: int
    depth: int
    most_children: int


class _TooMuch(Exception):
    """The page passes a bound; the message names it."""


class _Measure:
    """Receives a page's tags without a tree being built, and stops the parser at the first bound passed."""

    def __init__(self) -> None:
        self.elements = self.most_children = self.depth = 0
        self._children = [0]

    def start(self, _tag: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        self._children[-1] += 1
        self.most_children = max(self.most_children, self._children[-1])
        self._children.append(0)
        self.depth = max(self.depth, len(self._children) - 1)
        if self.depth > _DEEPEST:
            raise _TooMuch(f"its elements are nested more than {_DEEPEST} deep")
        if len(attributes) > _MOST_ATTRIBUTES:
            raise _TooMuch(f"one of its elements has more than {_MOST_ATTRIBUTES} attributes")
        if self.elements > _MOST_ELEMENTS:
            raise _TooMuch(f"it has more than {_MOST_ELEMENTS} elements")

    def end(self, _tag: str) -> None:
        if len(self._children) > 1:
            self._children.pop()

    def close(self) -> Size:
        return Size(self.elements, self.depth, self.most_children)


def tree_of(text: str, name: str) -> tuple[html.HtmlElement, Size]:
    """The page's tree, and how large it is. Raises CannotImport for a page past the bounds."""
    data = text.encode("utf-8", "replace")
    try:
        measure = etree.HTMLParser(huge_tree=True, encoding="utf-8", target=_Measure())
        size = etree.fromstring(data, measure)
        parser = html.HTMLParser(huge_tree=True, encoding="utf-8", remove_comments=True, remove_pis=True)
        root = html.document_fromstring(data, parser=parser)
    except _TooMuch as error:
        raise CannotImport(
            f"{name} is too convoluted a page to be read safely ({error}): copy the text and paste it"
        ) from error
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise CannotImport(
            f"{name} cannot be read as a web page ({error}): copy the text and paste it"
        ) from error
    return root, size
