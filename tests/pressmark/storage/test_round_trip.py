"""What is written is what is read, for whatever an analyst's file may hold."""

from dataclasses import replace

from hypothesis import given, settings
from lxml import etree

import resources
from pressmark.annotated_article import AnnotatedArticle
from pressmark.storage.read_xml import from_xml
from pressmark.storage.write_xml import to_xml
from tests.pressmark.story import told
from tests.pressmark.strategies import docs

SCHEMA = etree.XMLSchema(file=str(resources.path("schema", "article-1.xsd")))


def everything(doc: AnnotatedArticle) -> dict[str, object]:
    """All values of an article, to be compared."""
    return {
        "article": doc.article,
        "source": doc.source,
        "codebook": doc.codebook,
        "entities": dict(doc.entities),
        "annotations": dict(doc.markup),
        "words": doc.words,
        "filing": doc.filing,
        "foreign": len(doc.foreign),
    }


def without_foreign(doc: AnnotatedArticle) -> dict[str, object]:
    """All values but the elements of others, which come back in canonical form."""
    values = everything(doc)
    values["filing"] = replace(doc.filing, foreign=())
    values["codebook"] = tuple(replace(label, foreign=()) for label in doc.codebook.labels)
    values["entities"] = {key: replace(one, foreign=()) for key, one in doc.entities.items()}
    values["annotations"] = {key: replace(one, foreign=()) for key, one in doc.markup.items()}
    return values


@given(docs())
@settings(max_examples=200, deadline=None)
def test_every_value_is_read_as_it_was_written_in_a_file_that_fits_the_schema(doc: AnnotatedArticle) -> None:
    data = to_xml(doc)
    assert SCHEMA.validate(etree.fromstring(data)), SCHEMA.error_log
    opened = from_xml(data, "x.pressmark")
    assert without_foreign(opened.doc) == without_foreign(doc)
    assert not opened.read_only
    again = to_xml(opened.doc)
    assert to_xml(from_xml(again, "x").doc) == again
    assert everything(from_xml(again, "x").doc) == everything(opened.doc)


@given(docs())
@settings(max_examples=200, deadline=None)
def test_lines_written_as_text_are_the_bytes_that_a_tree_of_them_would_be(doc: AnnotatedArticle) -> None:
    data = to_xml(doc)
    tree = etree.fromstring(data)
    assert etree.tostring(tree, xml_declaration=True, encoding="UTF-8") + b"\n" == data


def test_a_file_of_ours_opens_without_a_word() -> None:
    assert from_xml(to_xml(told()), "told.pressmark").warnings == ()
