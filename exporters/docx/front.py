"""What stands before the first block: logo, title, and for whom, from whom, of what date."""

from io import BytesIO

from PIL import Image, UnidentifiedImageError

from exporters import typography
from exporters.docx.direction import runs_right_to_left
from exporters.docx.draft import Draft
from exporters.docx.drawing import picture
from exporters.docx.paragraph_styles import spacing
from exporters.docx.paragraphs import properties
from exporters.docx.runs import run, runs
from exporters.docx.wml import Element, joined, w
from exporters.unusable import UnusableLogoError
from pressmark.brief import Picture

_LOGO_HEIGHT = 40.0
_LOGO_WIDTH = 180.0
_ABOVE_COVER = 8.0
_BELOW_COVER = 18.0
_SUFFIXES = {"PNG": ("png", "image/png"), "JPEG": ("jpeg", "image/jpeg")}


def front(draft: Draft) -> Element:
    """Logo, title, and the cover or the line of details."""
    brief = draft.brief
    found = [_logo(draft, brief.look.logo)] if brief.look.logo else []
    found.append(_line(draft, "Title", brief.title))
    if brief.cover:
        last = len(brief.cover) - 1
        found += [
            _cover_line(draft, *line, first=place == 0, last=place == last)
            for place, line in enumerate(brief.cover)
        ]
    else:
        found.append(_line(draft, "Subtitle", brief.details))
    return joined(found)


def _line(draft: Draft, style: str, text: str) -> Element:
    if not text:
        return Element("")
    right_to_left = runs_right_to_left(text, draft.right_to_left)
    return w("p", properties(draft, style, right_to_left), runs(text, right_to_left=right_to_left))


def _cover_line(draft: Draft, label: str, value: str, *, first: bool, last: bool) -> Element:
    """All lines run as the brief does, whatever their script, so that the values stand in one column."""
    words = runs(label, "QuietWords", right_to_left=draft.right_to_left)
    said = runs(value, right_to_left=draft.right_to_left)
    room = spacing(_ABOVE_COVER * first, _BELOW_COVER * last, typography.BODY_LEADING)
    around = [room] if first or last else []
    setting = properties(draft, "CoverLine", draft.right_to_left, after=around)
    return w("p", setting, words, run(w("tab")), said)


def _logo(draft: Draft, logo: Picture) -> Element:
    suffix, media_type, size = _measured(logo.data)
    relationship = draft.picture(suffix, media_type, logo.data)
    shown = picture(draft, size, "Logo", logo.alternative, relationship)
    return w("p", properties(draft, "Logo", draft.right_to_left), shown)


def _measured(data: bytes) -> tuple[str, str, tuple[float, float]]:
    """What kind of file it really is, and its size in points: as large as fits in the logo's place."""
    try:
        with Image.open(BytesIO(data), formats=list(_SUFFIXES)) as image:
            kind, (width, height) = image.format or "", image.size
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise UnusableLogoError from error
    scale = min(_LOGO_WIDTH / width, _LOGO_HEIGHT / height)
    return *_SUFFIXES[kind], (width * scale, height * scale)
