from io import BytesIO

import pytest
from PIL import Image

from pressmark.importers.imported import CannotImport
from pressmark.importers.pdf_picture import draw_page
from tests.pressmark.importers.pdf_making import Made


def made() -> bytes:
    sheet = Made()
    sheet.picture(0, 421, 595, 421)
    sheet.text(50, 300, "The vote was eleven to six.")
    return sheet.data()


def test_a_page_is_drawn_as_wide_as_asked() -> None:
    drawn = Image.open(BytesIO(draw_page(made(), 1, 300)))
    assert drawn.format == "PNG"
    assert (drawn.width, drawn.height) == (300, 425)
    assert drawn.convert("RGB").getpixel((150, 20)) == (90, 120, 160)
    assert drawn.convert("RGB").getpixel((150, 400)) == (255, 255, 255)


def test_no_page_is_drawn_beyond_bounds() -> None:
    drawn = Image.open(BytesIO(draw_page(made(), 1, 1_000_000)))
    assert drawn.width == 2_000


def test_a_page_that_is_not_there_is_said() -> None:
    with pytest.raises(CannotImport, match=r"^paper\.pdf has no page 7$"):
        draw_page(made(), 7, 300, "paper.pdf")
