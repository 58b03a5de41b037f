"""The structure tree of a PDF as a screen reader meets it, read with pikepdf."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import pikepdf

_Marked: TypeAlias = dict[tuple[int, int], str]  # text by the page's object number and the MCID
_CODE = re.compile(r"<([0-9A-F]{4})> <([0-9A-F]*)>")


@dataclass
class Node:
    """An element: its kind, what of it is text of its own, what it leads to, and its kids."""

    kind: str
    element: pikepdf.Object
    document: pikepdf.Pdf  # open as long as its elements are looked at
    parts: list["Node | str"] = field(default_factory=list)
    links: list[pikepdf.Object] = field(default_factory=list)

    @property
    def kids(self) -> list["Node"]:
        return [part for part in self.parts if isinstance(part, Node)]

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def all(self, *kinds: str) -> list["Node"]:
        """Those of these kinds in the order in which they are read, this one included."""
        return [node for node in self._walk() if node.kind in kinds]

    def one(self, kind: str) -> "Node":
        (node,) = self.all(kind)
        return node

    def _walk(self) -> Iterator["Node"]:
        yield self
        for kid in self.kids:
            yield from kid._walk()


@dataclass
class Read:
    """A PDF as read: `artifacts` are the texts that no element holds."""

    document: pikepdf.Pdf
    root: Node
    artifacts: list[str]


def read(path: Path) -> Read:
    document = pikepdf.open(path)
    marked: _Marked = {}
    artifacts: list[str] = []
    for page in document.pages:
        _read_page(page, marked, artifacts)
    (top,) = document.Root.StructTreeRoot.K
    root = _node(top, marked, document)
    assert not marked, f"marked, and in no element: {marked}"
    return Read(document, root, artifacts)


def _node(element: pikepdf.Object, marked: _Marked, document: pikepdf.Pdf) -> Node:
    node = Node(str(element.S).removeprefix("/"), element, document)
    for kid in element.get("/K", ()):
        if isinstance(kid, int):
            node.parts.append(marked.pop((element.Pg.objgen[0], kid)))
        elif kid.get("/Type") == "/MCR":
            node.parts.append(marked.pop((kid.Pg.objgen[0], int(kid.MCID))))
        elif kid.get("/Type") == "/OBJR":
            node.links.append(kid.Obj)
        else:
            assert kid.P.objgen == element.objgen
            node.parts.append(_node(kid, marked, document))
    return node


def _read_page(page: pikepdf.Page, marked: _Marked, artifacts: list[str]) -> None:
    fonts = {name: _characters(font) for name, font in page.resources.Font.items()}
    said: dict[str, str] = {}
    where: list[int | None] = []
    reversed_since = 0
    text: dict[int | None, list[str]] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                mcid = operands[1].get("/MCID") if len(operands) > 1 else None
                where.append(int(mcid) if mcid is not None else where[-1] if where else None)
                text.setdefault(where[-1], [])
                if operands[0] == "/ReversedChars":
                    reversed_since = len(where)
            case "EMC":
                reversed_since = reversed_since if len(where) > reversed_since else 0
                where.pop()
            case "Tf":
                said = fonts[str(operands[0])]
            case "TJ":
                codes = b"".join(bytes(each) for each in operands[0] if isinstance(each, pikepdf.String))
                characters = [said[codes[i : i + 2].hex().upper()] for i in range(0, len(codes), 2)]
                characters = characters[::-1] if reversed_since else characters
                text.setdefault(where[-1], []).append("".join(characters))
            case _:
                pass
    assert not where
    artifacts += text.pop(None, [])
    owners = page.obj.get("/StructParents")
    assert owners is not None
    for mcid, parts in text.items():
        assert mcid is not None
        marked[page.obj.objgen[0], mcid] = "".join(parts)


def _characters(font: pikepdf.Object) -> dict[str, str]:
    lines = font.ToUnicode.read_bytes().decode("ascii")
    return {code: bytes.fromhex(text).decode("utf-16-be") for code, text in _CODE.findall(lines)}
