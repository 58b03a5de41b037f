"""A brief that was written as a Word document, read again.

The articles that it was made from ride in it as custom XML parts. The values in its tables stand in content
controls, and a further part keeps what they were, so that what somebody edited in Word can be found.
"""

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TypeVar
from zipfile import ZipFile

from lxml import etree

from pressmark.importers.imported import CannotImport
from pressmark.importers.packages import check_package

_ARTICLE = "urn:pressmark:article:"
_VALUES = "{urn:pressmark:brief-values:1}values"
_MOST_XML = 150_000_000  # thousands of articles; lxml takes some seconds, and rows are dropped when read
_MOST_TAGS = 3_000_000  # each may take 200 bytes in a tree
_ITEM = re.compile(r"customXml/item([0-9]{1,9})\.xml", re.IGNORECASE)
_LONGEST_TITLE = 64

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_GONE = (f"{_W}del", f"{_W}moveFrom")

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class EditedValue:
    """What a table says now of an attribute (`field`) of what is at `anchor`, and what it said then."""

    anchor: str
    field: str
    now: str
    then: str


def articles_in(data: bytes, name: str = "This document") -> tuple[bytes, ...]:
    """The XML of each article that rides in a Word document; none in other documents. Raises CannotImport."""
    return _read(data, name, _articles)


def edited(data: bytes, name: str = "This document") -> list[EditedValue]:
    """The values that are no longer what they were when the brief was written, in order.

    A difference in white space is none, and a row that was taken out tells nothing. Raises CannotImport.
    """
    return _read(data, name, _edited)


def _read(data: bytes, name: str, of: Callable[[ZipFile], _T]) -> _T:
    try:
        check_package(data, name, _MOST_XML, _MOST_TAGS)
        with ZipFile(BytesIO(data)) as package:
            return of(package)
    except CannotImport:
        raise
    except Exception as error:  # a damaged package raises whatever the part that was hit raises
        raise CannotImport(
            f"{name} is damaged and cannot be read as a Word document: open it in Word or LibreOffice and "
            "save it anew"
        ) from error


def _articles(package: ZipFile) -> tuple[bytes, ...]:
    return tuple(
        data for data, root in _items(package) if (etree.QName(root).namespace or "").startswith(_ARTICLE)
    )


def _items(package: ZipFile) -> Iterator[tuple[bytes, etree._Element]]:
    """The custom XML parts in the order of their numbers, with their roots."""
    numbered = [(int(match[1]), name) for name in package.namelist() if (match := _ITEM.fullmatch(name))]
    for _, name in sorted(numbered):
        data = package.read(name)
        yield data, etree.fromstring(data, _parser())


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _edited(package: ZipFile) -> list[EditedValue]:
    known = _Known(root for _, root in _items(package) if root.tag == _VALUES)
    if not known or "word/document.xml" not in package.namelist():
        return []
    found = []
    for tag, title, now in _controls(package):
        value = known.behind(tag, title, now)
        if value is not None and now.split() != value.then.split():
            found.append(EditedValue(value.anchor, value.field, now.strip(), value.then))
    return found


class _Known:
    """The values as they were, found by the tag of their control or by its title.

    LibreOffice before 7.5 drops tags. Where a value stands in several places, their order tells them apart.
    """

    def __init__(self, roots: Iterator[etree._Element]) -> None:
        self._waiting: defaultdict[str, _Waiting] = defaultdict(_Waiting)
        self._tags: dict[str, str] = {}
        for value in (value for root in roots for value in root):
            tag, anchor, field = (value.get(key) or "" for key in ("tag", "anchor", "field"))
            self._waiting[tag].add(EditedValue(anchor, field, "", value.text or ""))
            self._tags.setdefault(f"{anchor} {field}"[:_LONGEST_TITLE], tag)

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def behind(self, tag: str, title: str, now: str) -> EditedValue | None:
        """The value that a control of this tag or title showed, which has this text now."""
        waiting = self._waiting.get(tag) or self._waiting.get(self._tags.get(title, ""))
        return waiting.taken(now) if waiting else None


class _Waiting:
    """The values of one tag that no control was found for yet, in order; the last one waits on.

    There may be tens of thousands, so that none is looked for by going through the others.
    """

    def __init__(self) -> None:
        self._values: list[EditedValue] = []
        self._left: set[int] = set()
        self._in_order: deque[int] = deque()
        self._saying: defaultdict[str, deque[int]] = defaultdict(deque)

    def add(self, value: EditedValue) -> None:
        number = len(self._values)
        self._values.append(value)
        self._left.add(number)
        self._in_order.append(number)
        self._saying[" ".join(value.then.split())].append(number)

    def taken(self, now: str) -> EditedValue:
        """The first that says this, or else the first."""
        number = self._first(self._saying.get(" ".join(now.split()), deque()))
        if number is None:
            number = self._first(self._in_order)
        assert number is not None
        if len(self._left) > 1:
            self._left.remove(number)
        return self._values[number]

    def _first(self, numbers: deque[int]) -> int | None:
        while numbers and numbers[0] not in self._left:
            numbers.popleft()
        return numbers[0] if numbers else None


def _controls(package: ZipFile) -> Iterator[tuple[str, str, str]]:
    """Tag, title and text of every content control. Rows are dropped when they have been read."""
    with package.open("word/document.xml") as part:
        elements = etree.iterparse(
            part,
            tag=(f"{_W}sdt", f"{_W}tr"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        )
        for _, element in elements:
            if element.tag == f"{_W}tr":
                element.clear()
            else:
                yield _property(element, "tag"), _property(element, "alias"), _text(element)


def _property(control: etree._Element, name: str) -> str:
    element = control.find(f"{_W}sdtPr/{_W}{name}")
    return "" if element is None else element.get(f"{_W}val") or ""


def _text(control: etree._Element) -> str:
    """What a reader sees who accepts all changes; the words that Word shows in an empty control are none."""
    if control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None:
        return ""
    content = control.find(f"{_W}sdtContent")
    found = [] if content is None else [_piece(element) for element in content.iter()]
    return "".join(found).strip("\n")


def _piece(element: etree._Element) -> str:
    if element.tag == f"{_W}p":
        return "\n"
    if element.tag in _SIGNS and element.getparent().tag == f"{_W}r":
        return _SIGNS[element.tag]
    if element.tag != f"{_W}t" or any(True for _ in element.iterancestors(*_GONE)):
        return ""
    return element.text or ""
