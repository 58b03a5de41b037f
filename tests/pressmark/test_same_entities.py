"""Entities of several articles are one where their ids or their numbers in a register say so."""

from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind
from pressmark.entities import Entity
from pressmark.same_entities import told_alike
from tests.pressmark.compose.reading import brief_of, rows
from tests.pressmark.story import mark, tie

LINE = "Minister Venn pledged £2 million to Almar at Port Almar."


def article(*entities: Entity) -> AnnotatedArticle:
    return AnnotatedArticle(Article.of([(BlockKind.PARAGRAPH, LINE)]), entities=entities)


def names(docs: list[AnnotatedArticle]) -> list[list[str]]:
    return [[one.name for one in doc.entities.values()] for doc in docs]


def test_the_same_number_in_a_register_is_the_same_person_under_the_first_name() -> None:
    docs = [
        article(Entity("nora-venn", "Nora Venn", wikidata="Q9")),
        article(Entity("n", "N. Venn", wikidata="Q9")),
    ]
    assert names(told_alike(docs)) == [["Nora Venn"], ["Nora Venn"]]
    assert names(docs) == [["Nora Venn"], ["N. Venn"]], "the articles themselves stay as they are"


def test_what_is_known_in_one_article_joins_two_others() -> None:
    docs = [
        article(Entity("venn", "Venn")),
        article(Entity("n", "N. Venn", wikidata="Q9")),
        article(Entity("venn", "Nora Venn", wikidata="Q9")),
    ]
    assert names(told_alike(docs)) == [["Venn"]] * 3


def test_the_number_may_stand_at_a_mention() -> None:
    docs = [article(Entity("port", "Port Almar")), article(Entity("almar", "Almar", geonames="77"))]
    mark(docs[0], "location", "Port Almar", values={"entity": "port", "geonames": "77"})
    assert names(told_alike(docs)) == [["Port Almar"], ["Port Almar"]]


def test_a_number_of_one_register_means_nothing_in_another() -> None:
    docs = [article(Entity("a", "A", wikidata="77")), article(Entity("b", "B", geonames="77"))]
    assert names(told_alike(docs)) == [["A"], ["B"]]


def test_articles_without_anything_to_share_are_handed_back_themselves() -> None:
    docs = [article(Entity("a", "A")), article(Entity("b", "B"))]
    assert all(told is doc for told, doc in zip(told_alike(docs), docs, strict=True))


def test_totals_and_the_list_of_actors_know_them_as_one() -> None:
    docs = [
        article(Entity("nora-venn", "Nora Venn", wikidata="Q9")),
        article(Entity("n", "N. Venn", wikidata="Q9")),
    ]
    for doc, key, other in (
        (docs[0], "nora-venn", "£2 million"),
        (docs[1], "n", "pledged £2 million to Almar"),
    ):
        mark(doc, "actor", "Minister Venn", values={"entity": key})
        mark(doc, "pledge", other, values={"amount": "GBP 2000000"})
        tie(doc, "p1", "pledger", "a1")
    ((name, _, told),) = rows(brief_of(*docs), "Actors")
    assert name.startswith("Nora Venn")
    assert told == "2 pledges, 2 mentions\n1:p1, 2:p1"
