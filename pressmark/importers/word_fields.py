"""Fields in fields of a Word document: reading them takes the square of their depth in time."""

from io import BytesIO
from xml.parsers import expat
from zipfile import ZipFile

from pressmark.importers.imported import CannotImport

_DEEPEST = 100
_FIELD_TAG = "fldChar"


class _TooDeep(Exception):
    """More fields are open than any writer of documents opens."""


def check_fields(data: bytes, name: str) -> None:
    """Raises CannotImport for a document whose fields begin and begin. Ask `check_package` first."""
    with ZipFile(BytesIO(data)) as package:
        try:
            for member in package.infolist():
                _check(package.read(member))
        except _TooDeep as error:
            raise CannotImport(
                f"{name} has more than {_DEEPEST} fields in each other, which no document has, and was not "
                "opened: copy the text and paste it"
            ) from error


def _check(part: bytes) -> None:
    """Stops where the part is damaged, as does whoever reads it."""
    open_fields = 0

    def element(tag: str, attributes: dict[str, str]) -> None:
        nonlocal open_fields
        if not tag.endswith(_FIELD_TAG):
            return
        kinds = {value for key, value in attributes.items() if key.endswith(f"{_FIELD_TAG}Type")}
        open_fields += ("begin" in kinds) - ("end" in kinds and open_fields > 0)
        if open_fields > _DEEPEST:
            raise _TooDeep

    if _FIELD_TAG.encode() not in part.replace(b"\0", b""):
        return
    parser = expat.ParserCreate()
    parser.StartElementHandler = element
    try:
        parser.Parse(part, True)
    except expat.ExpatError:
        return
