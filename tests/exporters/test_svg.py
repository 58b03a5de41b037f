"""Figures as SVG, with classes for web pages and colours for Word."""

import pytest
from lxml import etree

from exporters.shades import on_paper
from exporters.svg import SVG, svg
from pressmark.brief import Anchor, Area, Disc, Figure, Shade, Shape, Stroke, Words

S = f"{{{SVG}}}"
SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.004))


def figure(*shapes: Shape) -> Figure:
    return Figure("Sums", 320.0, 180.5, shapes, "Sums by year.", "Two bars, the second the taller.")


def test_the_drawing_keeps_its_size_and_says_what_it_shows() -> None:
    drawn = svg(figure())
    assert (drawn.tag, drawn.get("viewBox")) == (f"{S}svg", "0 0 320 180.5")
    assert (drawn.get("width"), drawn.get("height")) == ("320pt", "180.5pt")
    assert (drawn.get("role"), drawn.get("aria-label")) == ("img", "Two bars, the second the taller.")


def test_a_ring_within_a_ring_is_a_hole() -> None:
    (area,) = svg(figure(Area((SQUARE, SQUARE[:2]), Shade.LAND, Shade.HAIRLINE, 0.75)))
    assert area.get("d") == "M0 0L10 0L10 10ZM0 0L10 0Z"
    assert (area.get("fill-rule"), area.get("stroke-width")) == ("evenodd", "0.75")


@pytest.mark.parametrize("shade", list(Shade))
def test_shades_are_classes_on_a_web_page_and_colours_in_word(shade: Shade) -> None:
    drawing = figure(Area((SQUARE,), shade), Stroke(SQUARE, shade), Disc((1, 2), 3, None, shade))
    drawing_of_words = figure(Words("Ulm", (1, 2), shade=shade))
    assert [found.get("class") for found in svg(drawing)] == [
        f"fill-{shade}",
        f"line-{shade}",
        f"line-{shade}",
    ]
    assert svg(drawing_of_words)[0].get("class") == f"words fill-{shade}"
    colours = on_paper("#2f5d8a")
    area, stroke, disc = svg(drawing, colours)
    assert [area.get("fill"), stroke.get("stroke"), disc.get("stroke")] == [colours[shade]] * 3
    assert [area.get("stroke"), stroke.get("fill"), disc.get("fill")] == ["none"] * 3
    assert svg(drawing_of_words, colours)[0].get("fill") == colours[shade]


def test_a_line_can_be_dashed() -> None:
    dashed, solid = svg(figure(Stroke(SQUARE, dashed=True), Stroke(SQUARE)))
    assert (dashed.get("stroke-dasharray"), solid.get("stroke-dasharray")) == ("2 2", None)


@pytest.mark.parametrize("anchor", list(Anchor))
def test_words_stand_at_their_point_in_any_direction(anchor: Anchor) -> None:
    drawn = svg(figure(Words("ميناء", (12.5, 7), 9, anchor=anchor, strong=True)), on_paper("#2f5d8a"))
    (words,) = drawn
    assert (words.text, words.get("x"), words.get("y"), words.get("font-size")) == ("ميناء", "12.5", "7", "9")
    assert (words.get("text-anchor"), words.get("font-weight")) == (anchor.value, "bold")
    assert (drawn.get("direction"), words.get("unicode-bidi")) == ("ltr", "plaintext")


def test_words_are_text_whatever_they_hold() -> None:
    drawn = svg(figure(Words("<script>\x00 a\n&amp; b</script>", (0, 0))))
    assert etree.fromstring(etree.tostring(drawn))[0].text == "<script> a &amp; b</script>"


def test_words_link_where_the_writer_knows_the_place() -> None:
    known = {"#p1": "#row-p1"}
    drawn = svg(
        figure(Words("p1", (0, 0), target="#p1"), Words("p2", (0, 9), target="#p2")), address=known.get
    )
    link, plain = drawn
    assert (link.tag, link.get("href"), link[0].text) == (f"{S}a", "#row-p1", "p1")
    assert (plain.tag, plain.text) == (f"{S}text", "p2")
    assert drawn.get("role") == "group"


def test_the_soft_shade_is_a_paler_accent() -> None:
    assert on_paper("#000000")[Shade.SOFT] == "#9e9e9e"
    assert on_paper("#ffffff")[Shade.SOFT] == "#ffffff"
