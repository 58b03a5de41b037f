"""What two versions of an article have in common, for want of what both have come from.

Copies that two hands have changed are merged from there: what only one has was added by it, so nothing is
lost, and what one of them had deleted comes back.
"""

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.three_way_parts import common_annotation


def common_base(mine: AnnotatedArticle, theirs: AnnotatedArticle) -> AnnotatedArticle:
    """An article with the text of mine that says what both say."""
    both = ((one, theirs.markup.get(key)) for key, one in mine.markup.items())
    annotations = [_common(here, there) for here, there in both if there and _is_same(here, there)]
    return AnnotatedArticle(mine.article, annotations=annotations)


def _is_same(mine: Annotation, theirs: Annotation) -> bool:
    """Made by one hand at one time; else both have given one id to what each has added."""
    if (mine.author, mine.created) != (theirs.author, theirs.created):
        return False
    return mine == theirs or not (_is_as_made(mine) and _is_as_made(theirs))


def _is_as_made(one: Annotation) -> bool:
    return one.modified in ("", one.created)


def _common(mine: Annotation, theirs: Annotation) -> Annotation:
    """As it was made, where one of them still is; else the parts that are alike."""
    as_made = next(filter(_is_as_made, (mine, theirs)), None)
    return as_made or common_annotation(mine, theirs)
