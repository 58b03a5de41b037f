"""The structure tree: what each piece of a page is, in the order in which it is read."""

from array import array
from typing import TypeAlias

from exporters.pdf.file import File, ref, text, tree


class Artifact:
    """What is drawn and not read: `begin` opens its marked content."""

    __slots__ = ("begin",)

    def __init__(self, kind: str) -> None:
        self.begin = f"/Artifact <<{kind}>> BDC"


HEADER = Artifact("/Type/Pagination/Subtype/Header")
FOOTER = Artifact("/Type/Pagination/Subtype/Footer")
AGAIN = Artifact("/Type/Pagination")  # a header row on a table's further pages


class Element:
    """A node of the tree. Its kids come in the order in which they are drawn, notes on it after them."""

    __slots__ = (
        "_attributes",
        "_children",
        "_kids",
        "_page",
        "_parent",
        "_settled",
        "_waits",
        "kind",
        "notes",
        "number",
    )

    def __init__(self, kind: str, number: int, parent: "Element | None", attributes: str) -> None:
        self.kind = kind
        self.number = number
        self.notes: list[Element] = []
        self._parent = parent
        self._attributes = attributes
        self._kids: list[str] = []
        self._children: list[Element] = []
        self._page = 0
        self._waits = True
        self._settled = False

    def attach(self) -> "Element":
        """Makes it the next kid of its parent, unless it is one already."""
        if self._waits and self._parent is not None:
            self._parent.attach()
            self._parent._kids.append(ref(self.number))
            self._parent._children.append(self)
        self._waits = False
        return self

    def describe(self, attributes: str) -> None:
        """Adds entries to what the tree says of it."""
        self._attributes += attributes

    def add_content(self, page: int, mcid: int) -> None:
        """What is marked so on the page with that object number is its next kid."""
        self.attach()
        if not self._page:
            self._page = page
        here = page == self._page
        self._kids.append(str(mcid) if here else f"<</Type/MCR/Pg {ref(page)}/MCID {mcid}>>")

    def add_object(self, page: int, number: int) -> None:
        """An annotation is its next kid."""
        self.attach()
        self._kids.append(f"<</Type/OBJR/Obj {ref(number)}/Pg {ref(page)}>>")

    def settle(self, file: File) -> None:
        """Writes it and all below it; nothing may be added afterwards."""
        for note in self.notes:
            note.attach()
        for child in self._children:
            child.settle(file)
        if self._parent is not None and not self._settled:
            page = f"/Pg {ref(self._page)}" if self._page else ""
            kids = f"/K[{' '.join(self._kids)}]" if self._kids else ""
            body = f"<</S/{self.kind}/P {ref(self._parent.number)}{page}{kids}{self._attributes}>>"
            file.put(body, self.number)
        self._settled = True
        self._children, self.notes, self._kids = [], [], []


Tag: TypeAlias = Element | Artifact


class Tree:
    """The structure tree of one document."""

    def __init__(self, file: File) -> None:
        self.file = file
        self._root = Element("StructTreeRoot", file.reserve(), None, "")
        self.document = self.element("Document", self._root)
        self._parents = array("L")  # by key: the element, or the list of those, that what has the key is in
        self._ids: list[tuple[str, str]] = []

    def element(self, kind: str, parent: Element, attributes: str = "") -> Element:
        """A new element that is its parent's next kid."""
        return self.inline(kind, parent, attributes).attach()

    def inline(self, kind: str, parent: Element, attributes: str = "") -> Element:
        """A new element that becomes its parent's kid when the first of it is drawn."""
        return Element(kind, self.file.reserve(), parent, attributes)

    def note(self, parent: Element, name: str) -> Element:
        """A note to what is in `parent`, after which it is read. `name` is found nowhere else."""
        note = self.inline("Note", parent, f"/ID{text(name)}")
        parent.notes.append(note)
        self._ids.append((text(name), ref(note.number)))
        return note

    def key(self, number: int) -> int:
        """The key under which the object with that number is found as a parent."""
        self._parents.append(number)
        return len(self._parents) - 1

    def close(self) -> int:
        """Writes what is not yet written; the number of the root."""
        self._root.settle(self.file)
        parents = [(str(key), ref(number)) for key, number in enumerate(self._parents)]
        nums = tree(self.file, parents, "Nums")
        ids = f"/IDTree {tree(self.file, sorted(self._ids), 'Names')}" if self._ids else ""
        document = ref(self.document.number)
        body = (
            f"<</Type/StructTreeRoot/K[{document}]/ParentTree {nums}/ParentTreeNextKey {len(parents)}{ids}>>"
        )
        return self.file.put(body, self._root.number)
