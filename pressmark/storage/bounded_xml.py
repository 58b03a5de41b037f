"""Parses XML of ours within bounds: never the network, never another file, never minutes of work.

Bounds are told from the bytes, before a tree is built, so only encodings are read in which markup is ASCII.
"""

import codecs
import re

from lxml import etree

_MOST_MARKS = 3_000_000  # of tags and attributes; each takes some 200 bytes in a tree
_MOST_ATTRIBUTES = 200  # of one element; canonical XML is quadratic in them
_LONG_TAG = re.compile(rb"<[^<]{5000}")
_NAMESPACE = re.compile(rb"xmlns[^\"'<>]{0,200}[\"'][^\"'<]*")
_MOST_NAMESPACES = 200
_MOST_REPEATED = 100_000_000  # bytes of namespaces, which every element of another hand repeats
_OURS = 200  # bytes of namespaces that every file has
_LONGEST_REASON = 150

_WIDE = (  # UTF-32's mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([^\"']{1,60})")
_NARROW = re.compile(r"utf-8|(us-)?ascii|iso-8859-\d+|windows-125\d|koi8-[ru]", re.IGNORECASE)


class CannotRead(Exception):
    """The file is not an article of ours, or is damaged; the message says what to do."""


def root_of(data: bytes, name: str, what: str, advice: str = "") -> etree._Element:
    """The root of the file `name`, which should be `what` (“an article”). Raises CannotRead."""
    try:
        narrow, encoding = _narrow(data)
        _check_bounds(narrow, name, what)
        root = etree.fromstring(narrow, _parser(encoding))
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = f"{name} is damaged and cannot be read as XML ({shortened(str(error), _LONGEST_REASON)})"
        raise CannotRead(reason + advice) from error
    if root.getroottree().docinfo.doctype or next(root.iter(etree.Entity), None) is not None:
        raise CannotRead(
            f"{name} declares a document type, which {what} never does and which could be used to read "
            "other files: it was not opened"
        )
    if _LONG_TAG.search(narrow) and root.xpath(f"boolean(//*[@*[{_MOST_ATTRIBUTES + 1}]])"):
        raise _too_much(name, what, f"an element with more than {_MOST_ATTRIBUTES} attributes")
    return root


def shortened(text: str, most: int) -> str:
    """The text in one line, its end left out where it is longer."""
    line = " ".join(text[: most * 2].split())
    return line if len(text) <= most else f"{line[: most - 1]}…"


def _parser(encoding: str | None) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding=encoding
    )


def _narrow(data: bytes) -> tuple[bytes, str | None]:
    """The bytes in an encoding in which markup is ASCII, and which if the file says another one."""
    for mark, wide in _WIDE:
        if data.startswith(mark):
            return data[len(mark) :].decode(wide).encode("utf-8"), "utf-8"
    start = data.removeprefix(codecs.BOM_UTF8)
    if not start.lstrip()[:1] == b"<" or start.lstrip()[1:2] == b"\0":
        raise ValueError("it does not begin with an element")
    declared = _ENCODING.match(start)
    encoding = declared[1].decode("ascii", "replace") if declared else "utf-8"
    if not _NARROW.fullmatch(encoding):
        raise ValueError(f"it is said to be in {encoding}; save it as UTF-8")
    return data, None


def _check_bounds(data: bytes, name: str, what: str) -> None:
    tags = data.count(b"<")
    if tags + data.count(b"=") > _MOST_MARKS:
        raise _too_much(name, what, f"more than {_MOST_MARKS} elements and attributes")
    lengths = [len(found) for found in _NAMESPACE.findall(data)]
    if len(lengths) > _MOST_NAMESPACES or (sum(lengths) - _OURS) * tags > _MOST_REPEATED:
        raise _too_much(name, what, "too many namespaces")


def _too_much(name: str, what: str, why: str) -> CannotRead:
    return CannotRead(f"{name} has {why}, which {what} never has: it was not opened")
