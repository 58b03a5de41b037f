"""The places of a brief as Word bookmarks."""

from collections.abc import Iterable

from exporters.docx.wml import Element, w

_LONGEST = 40
_NOTHING = Element("")


class Bookmarks:
    """Names and numbers of bookmarks. Word takes names that differ in case only for the same."""

    def __init__(self, anchors: Iterable[str]) -> None:
        self._taken: set[str] = set()
        self._ids: dict[str, int] = {}
        self._names = {anchor: self._unique(anchor) for anchor in sorted(anchors)}

    def name(self, anchor: str | None) -> str | None:
        """The bookmark at `anchor`, or None if the brief has no such place."""
        return self._names.get(anchor) if anchor else None

    def further(self, anchor: str, number: int) -> str:
        """A name for another piece of what has its first at `anchor`."""
        key = f"{anchor} {number}"
        if key not in self._names:
            self._names[key] = self._unique(f"{anchor}_{number}")
        return self._names[key]

    def start(self, name: str) -> Element:
        """Begins the bookmark, unless its name has been used: the first place of a name has it."""
        if name in self._ids:
            return _NOTHING
        self._ids[name] = len(self._ids)
        return w("bookmarkStart", id=self._ids[name], name=name)

    def end(self, name: str) -> Element:
        return w("bookmarkEnd", id=self._ids[name])

    def around(self, anchor: str) -> tuple[Element, Element]:
        """What stands before and after what is at `anchor`; nothing if something else has the place."""
        name = self.name(anchor)
        start = self.start(name) if name else _NOTHING
        return start, self.end(name) if name and start else _NOTHING

    def _unique(self, wanted: str) -> str:
        name, number = wanted[:_LONGEST], 2
        while name.casefold() in self._taken:
            suffix = f"_{number}"
            name, number = f"{wanted[: _LONGEST - len(suffix)]}{suffix}", number + 1
        self._taken.add(name.casefold())
        return name
