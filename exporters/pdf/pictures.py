"""PNG and JPEG pictures as objects of a PDF."""

from dataclasses import dataclass
from io import BytesIO

from exporters.pdf.file import File
from exporters.unusable import UnusableLogoError

_KINDS = ("PNG", "JPEG")
_PAPER = (255, 255, 255)
_MOST = 1600  # pixels either way: more than any printer shows of it


@dataclass(frozen=True, slots=True)
class PutPicture:
    """A picture in the file: its object, and its size in points of its own."""

    number: int
    width: int
    height: int


def put_picture(data: bytes, file: File) -> PutPicture:
    """Writes the picture as it looks on white paper."""
    from PIL import Image, UnidentifiedImageError  # most briefs have no logo, and it is slow to load

    try:
        with Image.open(BytesIO(data), formats=_KINDS) as image:
            image.thumbnail((_MOST, _MOST))
            seen = image.convert("RGBA")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError, SyntaxError) as error:
        raise UnusableLogoError from error
    paper = Image.new("RGB", seen.size, _PAPER)
    paper.paste(seen, mask=seen.getchannel("A"))
    width, height = paper.size
    number = file.stream(
        paper.tobytes(),
        f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceRGB/BitsPerComponent 8",
    )
    return PutPicture(number, width, height)
