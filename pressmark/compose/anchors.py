"""From the places in a brief back to the annotations they tell of."""

from collections.abc import Sequence

from pressmark.annotated_article import AnnotatedArticle
from pressmark.compose.material import numbered


def annotations_by_anchor(docs: Sequence[AnnotatedArticle]) -> dict[str, tuple[int, str]]:
    """For the anchor of each row that a brief on these articles may have: the article's place, the id."""
    return {
        source.row_anchor(key): (place, key)
        for place, source in enumerate(numbered(docs))
        for key in source.doc.markup
    }
