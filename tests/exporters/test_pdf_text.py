"""Fonts, shaping and line breaking of the PDF."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporters.pdf.fonts import Face, items
from exporters.pdf.lines import Setter
from exporters.pdf.runs import Line, Run
from exporters.pdf.shaping import Shaper
from exporters.pdf.styles import Styles
from pressmark.brief import Look

STYLES = Styles(Look())


@pytest.fixture
def setter() -> Setter:
    return Setter(Shaper())


def texts(lines: list[Line]) -> list[str]:
    return ["".join(fragment.text for fragment in line.fragments) for line in lines]


def body(text: str) -> list[list[Run]]:
    return [[Run(text, STYLES.body)]]


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("Порт", "NotoSans-Regular"),
        ("λιμάνι", "NotoSans-Regular"),
        ("ميناء", "NotoSansArabic-Regular"),
        ("נמל", "NotoSansHebrew-Regular"),
        ("🚢", "NotoEmoji-Regular"),
        ("❤️", "NotoEmoji-Regular"),
        ("→", "DejaVuSans"),
        ("港口", "DroidSansFallbackFull"),
    ],
)
def test_each_script_is_drawn_in_a_font_that_has_it(text: str, font: str) -> None:
    assert [item.font.name for item in items(text, Face())] == [font]


def test_bold_text_stays_bold_in_the_fonts_it_falls_back_to() -> None:
    assert [item.font.name for item in items("ميناء", Face(bold=True))] == ["NotoSansArabic-Bold"]


def test_combining_marks_stay_with_their_base() -> None:
    assert next(item.text for item in items("q\u0303 港\u0301x", Face())) == "q\u0303 "


@pytest.mark.parametrize(
    ("text", "said", "shown"),
    [("\ue123", "\ue123", "\ufffd"), ("\x07", "\ufffd", "\ufffd"), ("\ud83d", "\ufffd", "\ufffd")],
)
def test_what_no_font_has_is_shown_as_unknown(text: str, said: str, shown: str) -> None:
    (item,) = items(text, Face())
    assert (item.text, item.shown) == (said, shown)


def test_lines_break_at_spaces_and_keep_them(setter: Setter) -> None:
    lines = setter.lines(body("The channel is not open"), 60)
    assert len(lines) > 1
    assert "".join(texts(lines)) == "The channel is not open"
    assert all(line.width <= 60 for line in lines)


@pytest.mark.parametrize("text", ["€42\u00a0million\u202fmore", "31\u00a0March\u00a02027"])
def test_no_break_spaces_do_not_break(setter: Setter, text: str) -> None:
    assert len(setter.lines(body(text), setter.widest_word(body(text)) + 0.1)) == 1


def test_chinese_breaks_between_characters_but_not_before_a_full_stop(setter: Setter) -> None:
    found = texts(setter.lines(body("港口将获得四千二百万欧元，用于疏浚航道。" * 3), 100))
    assert len(found) > 3
    assert not any(line.startswith(("，", "。")) for line in found)


def test_a_word_wider_than_the_line_is_cut_and_nothing_is_lost(setter: Setter) -> None:
    word = "https://example.org/a-very-long-path/" + "x" * 80
    lines = setter.lines(body("see " + word + " now"), 90)
    assert "".join(texts(lines)) == f"see {word} now"
    assert all(line.width <= 90 for line in lines)


def test_a_marker_never_starts_a_line(setter: Setter) -> None:
    marker = Run("\u200ap1", STYLES.marker(STYLES.body, "#000000"), glued=True)
    runs = [Run("the end of March", STYLES.body), marker, Run(" and more", STYLES.body)]
    for width in range(20, 140, 3):
        assert not any(line.lstrip().startswith("p1") for line in texts(setter.lines([runs], width)))


def test_a_right_to_left_line_ends_at_the_right_edge(setter: Setter) -> None:
    (line,) = setter.lines(body("קבל 42 (אירו) "), 200)
    width = sum(fragment.width for fragment in line.fragments)
    assert line.rtl
    assert line.left(200, end=False) == pytest.approx(200 - width)
    assert [fragment.text for fragment in line.fragments if not fragment.space][-1] == "קבל"


def test_letters_join_across_runs_that_cut_a_word(setter: Setter) -> None:
    whole = setter.lines(body("ميناء"), 200)[0].width
    cut = [[Run("مي", STYLES.body), Run("ناء", STYLES.body)]]
    assert setter.lines(cut, 200)[0].width == pytest.approx(whole)


def test_a_title_is_balanced_over_its_lines(setter: Setter) -> None:
    title = body("What has been promised to the harbour by whom")
    plain, balanced = setter.lines(title, 180), setter.balanced(title, 180)
    assert len(plain) == len(balanced)
    assert balanced[-1].width > plain[-1].width


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_no_text_is_drawn_as_an_empty_box(text: str) -> None:
    shaper = Shaper()
    lines = Setter(shaper).lines(body(text), 120)
    assert sorted("".join(texts(lines))) == sorted(text)
    for font in shaper.fonts.values():
        assert [pair for pair in font.pairs if pair[0] == 0] == [(0, "")]
