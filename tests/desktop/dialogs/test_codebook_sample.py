"""The sample of a label says how well it can be read, in both schemes."""

from dataclasses import replace

import pytest

from desktop import theme
from desktop.dialogs.codebook_sample import Sample, contrasts
from pressmark.labels import STANDARD_CODEBOOK
from pressmark.palette import SWATCHES

LIGHT = theme.Theme.load("light")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("colour", SWATCHES)
def test_no_swatch_is_too_low_in_any_scheme(scheme: str, colour: str) -> None:
    assert "too low" not in contrasts(theme.Theme.load(scheme), colour)


def test_what_is_too_low_says_so() -> None:
    assert contrasts(LIGHT, "yellow") == "words 13.4 : 1 · line 4.9 : 1"
    faint = replace(LIGHT, ink="#808080", page="#c0c0c0")
    assert contrasts(faint, "yellow") == "words 3.3 : 1, too low · line 2.7 : 1, too low"


def test_both_schemes_are_shown_whichever_runs(themed, qtbot) -> None:
    sample = Sample()
    qtbot.addWidget(sample)
    sample.resize(500, 80)
    pledge = STANDARD_CODEBOOK.labels[1]
    sample.show_label(pledge)
    swatch = SWATCHES[pledge.colour]
    for scheme, fill in (("light", swatch.fill), ("dark", swatch.dark_fill)):
        picture = sample.strips[scheme].grab().toImage()
        seen = {picture.pixelColor(x, 12).name() for x in range(picture.width())}
        assert {fill, theme.Theme.load(scheme).page} <= seen
        assert sample.strips[scheme].accessibleDescription().startswith("words ")
