"""The map of the places whose coordinates are known."""

import pytest

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import Span
from pressmark.brief import Figure, Words
from tests.pressmark.compose.reading import brief_of
from tests.pressmark.story import mark, story


def placed(latitude: str, longitude: str) -> AnnotatedArticle:
    doc = story()
    mark(doc, "location", "Port Almar", values={"latitude": latitude, "longitude": longitude})
    mark(doc, "location", "Lowick")
    return doc


def maps(doc: AnnotatedArticle) -> list[Figure]:
    brief = brief_of(doc, sections=("places",))
    return [block for block in brief.blocks if isinstance(block, Figure)]


def test_a_place_with_coordinates_is_on_the_map_and_one_without_is_not() -> None:
    (figure,) = maps(placed("54.5", "18.55"))
    words = [shape.text for shape in figure.shapes if isinstance(shape, Words)]
    assert any(text.startswith("Port Almar") for text in words)
    assert not any("Lowick" in text for text in words)
    assert "Port Almar (54.5, 18.55)" in figure.alternative
    assert any("no borders drawn" in text for text in words)


@pytest.mark.parametrize(("latitude", "longitude"), [("", ""), ("54.5", ""), ("91", "0"), ("north", "east")])
def test_what_is_no_place_on_earth_makes_no_map(latitude: str, longitude: str) -> None:
    values = {name: value for name, value in (("latitude", latitude), ("longitude", longitude)) if value}
    one = Annotation("l1", "location", (Span(0, 7),), values)
    assert maps(AnnotatedArticle(story().article, annotations=[one])) == []
