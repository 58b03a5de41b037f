from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind, SourceRecord
from pressmark.entities import Entity
from tests.pressmark.compose.reading import brief_of, headings, rows, table
from tests.pressmark.story import HAND, mark, story, tie, told


def other_article() -> AnnotatedArticle:
    lines = ("Port Almar celebrates.", "“At last,” said the minister.", "NORA VENN was there.")
    article = Article.of((BlockKind.PARAGRAPH, line) for line in lines)
    doc = AnnotatedArticle(article, SourceRecord(headline="Port celebrates", outlet="The Quay"))
    mark(doc, "location", "Port Almar", values={"latitude": "54.5", "longitude": "-1.25"})
    mark(doc, "quote", "“At last,”")
    mark(doc, "actor", "the minister", values={"entity": "Nora Venn", "role": "transport minister"})
    tie(doc, "q1", "speaker", "a1")
    return doc


def test_an_actor_is_one_row_under_all_its_names() -> None:
    assert rows(brief_of(told()), "Actors") == [
        ["Nora Venn\nalso “Venn”", "minister", "2 pledges, 1 quote, 2 mentions\np1, p2, q1"]
    ]
    assert table(brief_of(told()), "Actors").rows[0].cells[2].value == 2


def test_a_place_has_its_country_and_what_was_pledged_to_it() -> None:
    assert rows(brief_of(told()), "Places") == [["Port Almar", "Lorn", "2 pledges, 1 mention\np1, p2"]]


def test_role_comes_first_then_what_the_actor_belongs_to_else_its_kind() -> None:
    doc = story()
    belongs = {"organisation": "Harbour Board", "country": "Lorn"}
    mark(doc, "actor", "Nora Venn", values={"role": "minister", **belongs})
    mark(doc, "actor", "Lowick", values=belongs)
    mark(doc, "actor", "Port Almar", values={"kind": "government"})
    mark(doc, "actor", "Harbour towns")
    assert {row[0]: row[1] for row in rows(brief_of(doc), "Actors")} == {
        "Nora Venn": "minister\nHarbour Board, Lorn",
        "Lowick": "Harbour Board, Lorn",
        "Port Almar": "government",
        "Harbour towns": "",
    }


def test_two_articles_share_their_actors_and_places() -> None:
    brief = brief_of(told(), other_article())
    assert rows(brief, "Actors") == [
        [
            "Nora Venn\nalso “Venn”, “the minister”",
            "minister, transport minister",
            "2 pledges, 2 quotes, 3 mentions\n1:p1, 1:p2, 1:q1, 2:q1",
        ]
    ]
    assert rows(brief, "Places") == [["Port Almar", "Lorn\n54.5, -1.25", "2 pledges, 2 mentions\n1:p1, 1:p2"]]


def test_a_mention_that_says_only_the_name_is_of_the_entity_of_that_name() -> None:
    doc = other_article()
    mark(doc, "actor", "NORA VENN")
    doc.apply(changes.set_value(doc, "a2", "entity", "", HAND))
    tie(doc, "q1", "speaker", "a2")
    for held in ((told(), doc), (doc, told())):
        ((name, _, counted),) = rows(brief_of(*held), "Actors")
        assert name.startswith("Nora Venn\nalso “")
        assert counted.startswith("2 pledges, 2 quotes, 4 mentions\n")


def test_two_entities_of_one_name_stay_two() -> None:
    names = [Entity(key, "Georgia", "location") for key in ("georgia", "georgia-2")]
    doc = AnnotatedArticle(story().article, entities=names)
    mark(doc, "location", "Lowick", values={"entity": "georgia", "country": "Georgia"})
    mark(doc, "location", "Port Almar", values={"entity": "georgia-2", "country": "United States"})
    assert {row[1] for row in rows(brief_of(doc), "Places")} == {"Georgia", "United States"}


def test_a_pledge_to_two_names_of_one_place_counts_once() -> None:
    doc = told()
    mark(doc, "location", "Lowick")
    doc.apply(changes.set_value(doc, "l2", "entity", "Port Almar", HAND))
    tie(doc, "p1", "place", "l2")
    assert rows(brief_of(doc), "Places") == [
        ["Port Almar\nalso “Lowick”", "Lorn", "2 pledges, 2 mentions\np1, p2"]
    ]


def test_half_a_coordinate_is_none() -> None:
    doc = story()
    mark(doc, "location", "Lowick", values={"latitude": "54.5"})
    assert rows(brief_of(doc), "Places") == [["Lowick", "", "1 mention"]]


def test_without_a_mention_there_is_no_list() -> None:
    assert not {"Actors", "Places"}.intersection(headings(brief_of(story())))
