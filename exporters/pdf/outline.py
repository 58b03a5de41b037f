"""The outline that viewers show beside the pages: the headings, one below the other."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from exporters.characters import one_line
from exporters.pdf.file import File, ref, text
from exporters.pdf.pages import Entry


@dataclass(slots=True)
class _Node:
    number: int
    entry: Entry | None = None
    inside: list["_Node"] = field(default_factory=list)


def outline(entries: Sequence[Entry], file: File) -> str:
    """Writes the outline; what the catalog says of it."""
    if not entries:
        return ""
    root = _Node(file.reserve())
    path = [root]
    for entry in entries:
        del path[max(entry.level, 1) :]  # a level that is skipped is not opened
        node = _Node(file.reserve(), entry)
        path[-1].inside.append(node)
        path.append(node)
    file.put(f"<</Type/Outlines{_kids(root)}/Count {len(root.inside)}>>", root.number)
    _put_inside(root, file)
    return f"/Outlines {ref(root.number)}"


def _put_inside(parent: _Node, file: File) -> None:
    inside = parent.inside
    for i, node in enumerate(inside):
        if node.entry is not None:
            before = f"/Prev {ref(inside[i - 1].number)}" if i else ""
            after = f"/Next {ref(inside[i + 1].number)}" if i + 1 < len(inside) else ""
            count = f"/Count {-len(node.inside)}" if node.inside else ""
            title = text(one_line(node.entry.title))
            file.put(
                f"<</Title{title}/Parent {ref(parent.number)}/Dest{text(node.entry.place)}"
                f"{before}{after}{_kids(node)}{count}>>",
                node.number,
            )
        _put_inside(node, file)


def _kids(node: _Node) -> str:
    inside = node.inside
    return f"/First {ref(inside[0].number)}/Last {ref(inside[-1].number)}" if inside else ""
