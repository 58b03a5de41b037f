"""The file that an organisation gives for a model, opened with care: it may come from anywhere."""

import posixpath
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from exporters.docx.wml import W
from exporters.unusable import UnusableError

_MOST_MEMBERS = 5_000
_MOST_BYTES = 60_000_000  # of all that is read
_STEEPEST = 200
_TELLING = 1_000_000  # small members may pack well
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MAIN = "officeDocument"


class UnusableModelError(UnusableError):
    """The Word file of the look is none, or none that can be used."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The Word file that this brief’s look takes its styles from cannot be used: {why}. Open it in "
            "Word, save it anew as .docx or .dotx and choose it again, or take it out of the look."
        )


@dataclass(frozen=True, slots=True)
class Tie:
    """Where a part leads: the last word of the relationship's type, and the name of the other part."""

    kind: str
    target: str
    external: bool


class ModelPackage:
    """The parts of the model, each read when it is asked for."""

    def __init__(self, data: bytes) -> None:
        self._left = _MOST_BYTES
        try:
            self._file = ZipFile(BytesIO(data))
        except BadZipFile as error:
            raise UnusableModelError("it is no Word document") from error
        self._names = set(self._file.namelist())
        if len(self._file.infolist()) > _MOST_MEMBERS:
            raise UnusableModelError("it has more parts than a document has")

    @cached_property
    def main(self) -> str:
        """The name of the document's own part."""
        found = [tie.target for tie in self.ties("").values() if tie.kind == _MAIN and not tie.external]
        if not found or found[0] not in self._names:
            raise UnusableModelError("it is no Word document")
        return found[0]

    def beside(self, kind: str) -> str | None:
        """The name of the part of this kind that the document is tied to."""
        ties = (tie for tie in self.ties(self.main).values() if tie.kind == kind and not tie.external)
        return next((tie.target for tie in ties if tie.target in self._names), None)

    def ties(self, name: str) -> dict[str, Tie]:
        """The ties of a part, or of the whole package; none where it has none."""
        folder, file = posixpath.split(name)
        ties = posixpath.join(folder, "_rels", f"{file}.rels")
        if ties not in self._names:
            return {}
        return {element.get("Id") or "": _tie(folder, element) for element in self.xml(ties)}

    def xml(self, name: str) -> etree._Element:
        """The root of a part."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(self.bytes(name), parser)
        except etree.XMLSyntaxError as error:
            raise UnusableModelError(f"its part {name} is damaged") from error
        if root.getroottree().docinfo.doctype:
            raise UnusableModelError(f"its part {name} declares a document type, which Word never does")
        return root

    def bytes(self, name: str) -> bytes:
        """What a part holds."""
        try:
            member = self._file.getinfo(name)
            steep = member.file_size > max(_TELLING, _STEEPEST * member.compress_size)
            self._left -= member.file_size
            if steep or self._left < 0:
                raise UnusableModelError("it unpacks to more than a document holds")
            return self._file.read(member)
        except KeyError as error:
            raise UnusableModelError(f"its part {name} is missing") from error
        except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
            raise UnusableModelError(f"its part {name} is damaged") from error


def checked(root: etree._Element, tag: str) -> etree._Element:
    """The root of a Word part, which is `tag`."""
    if root.tag == f"{{{W}}}{tag}":
        return root
    if etree.QName(root).namespace == _STRICT:
        raise UnusableModelError("it is saved as “Strict Open XML”; save it as plain “Word document”")
    raise UnusableModelError("it is no Word document")


def _tie(folder: str, element: etree._Element) -> Tie:
    target = element.get("Target") or ""
    kind = (element.get("Type") or "").rsplit("/", 1)[-1]
    if element.get("TargetMode") == "External":
        return Tie(kind, target, external=True)
    return Tie(kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"), external=False)
