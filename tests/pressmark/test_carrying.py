"""A new version of an article takes over what was marked in the old one; what does not fit is told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.aligned import aligned
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import Article, BlockKind, Span
from pressmark.carrying import Carried, Fit, carried
from pressmark.carrying_over import Versions, carry_over, links_left_out
from pressmark.changes import set_filing, set_words, strike_out
from pressmark.labels import STANDARD_CODEBOOK, AttributeDefinition, Codebook, Label, LineStyle
from pressmark.words import BriefWords
from tests.pressmark.story import BLOCKS, HAND, mark, story, tie, told

LEAD, SECOND, QUOTE, LAST = (BLOCKS[number] for number in (0, 1, 3, 4))


def version(*blocks: tuple, **others: object) -> AnnotatedArticle:
    return AnnotatedArticle(Article.of(blocks), **others)


def paragraph(text: str) -> tuple[BlockKind, str]:
    return BlockKind.PARAGRAPH, text


def versions(old: AnnotatedArticle, new: AnnotatedArticle) -> tuple[Versions, dict[str, Carried]]:
    alignment = aligned(old.article, new.article)
    found = carried(old, new, alignment)
    assert [one.annotation for one in found] == old.markup.in_text_order()
    return Versions(old, new, alignment), {one.annotation.id: one for one in found}


def over(old: AnnotatedArticle, new: AnnotatedArticle) -> AnnotatedArticle:
    """The new version with all that would be carried over unasked."""
    both, found = versions(old, new)
    chosen = [one for one in found.values() if one.wanted]
    return new.after(carry_over(both, chosen, HAND))


def test_what_stands_in_the_same_words_is_carried_with_values_links_and_entities() -> None:
    old = told()
    new = over(old, version(LEAD, SECOND, paragraph("A paragraph that is new."), QUOTE, LAST))
    assert {*new.markup} == {*old.markup}
    for key, one in old.markup.items():
        now = new.markup[key]
        assert now.words(new.article) == one.words(old.article)
        assert (now.attributes, now.links, now.note) == (one.attributes, one.links, one.note)
        assert (now.author, now.created) == (one.author, one.created)
    assert dict(new.entities) == dict(old.entities)


def test_the_old_version_stays_as_it_was_and_one_change_takes_all_back() -> None:
    old, new = told(), version(LEAD, SECOND, QUOTE, LAST)
    both, found = versions(old, new)
    change = carry_over(both, [*found.values()], HAND)
    before = dict(old.markup)
    new.apply(change)
    assert new.markup
    assert change.name == f"Carry {len(before)} annotations over"
    new.apply(change.inverse())
    assert not new.markup
    assert not new.entities
    assert new.words == BriefWords()
    assert dict(old.markup) == before


@pytest.mark.parametrize(
    ("now", "fit", "why"),
    [
        ("Port Almar repeated the £40m pledge on Monday.", Fit.EXACT, ""),
        ("Critics say that Port Almar repeated the £40m pledge on Monday.", Fit.MOVED, ""),
        ("It was at the harbour where a minister repeated the £40m pledge of May.", Fit.MOVED, ""),
        ("Port Almar repeated the £45m pledge on Monday.", Fit.CHANGED, "The figures are others"),
        ("Port Almar repeated that £40m pledge on Monday.", Fit.CHANGED, ""),
        ("Nothing is left of the story that was told.", Fit.UNFIT, ""),
    ],
)
def test_how_an_annotation_fits(now: str, fit: Fit, why: str) -> None:
    old = version(LEAD, paragraph("Port Almar repeated the £40m pledge on Monday."))
    mark(old, "pledge", "repeated the £40m pledge")
    _, found = versions(old, version(LEAD, paragraph(now)))
    assert (found["p1"].fit, found["p1"].why) == (fit, why)


def test_other_words_are_shown_beside_the_old_ones_and_other_figures_are_not_taken_unasked() -> None:
    old = version(paragraph("Mara Lindqvist promised £40m for a ferry."))
    mark(old, "pledge", "£40m for a ferry")
    _, found = versions(old, version(paragraph("Mara Lindqvist promised £45m for a ferry.")))
    one = found["p1"]
    assert (one.was, one.now, one.wanted) == ("£40m for a ferry", "£45m for a ferry", False)


def test_words_that_stand_in_several_places_are_told_by_what_stands_around_them() -> None:
    old = version(paragraph("First came Venn and then the mayor."), paragraph("Later Venn left the harbour."))
    mark(old, "actor", "Venn", nth=2)
    turned = version(
        paragraph("Later Venn left the harbour."), paragraph("First came Venn and then the mayor.")
    )
    _, found = versions(old, turned)
    assert found["a1"].spans == (Span(6, 10),)
    assert found["a1"].sure


def test_where_nothing_tells_which_place_is_meant_it_is_asked() -> None:
    old = version(paragraph("Venn"), paragraph("The whole story about the harbour goes like this."))
    mark(old, "actor", "Venn")
    new = version(
        paragraph("x Venn y, z Venn q"), paragraph("Something else entirely was printed on Monday.")
    )
    _, found = versions(old, new)
    assert found["a1"].fit is Fit.UNSURE
    assert not found["a1"].wanted
    assert found["a1"].why == "These words stand there 2 times"


def test_the_same_words_in_quite_another_sentence_are_not_taken_for_them() -> None:
    old = version(paragraph("The town of Northmouth pays £5m for a ferry."), paragraph("The end of it."))
    mark(old, "pledge", "£5m")
    new = version(paragraph("A school costs £5m, say its teachers."), paragraph("The end of it."))
    _, found = versions(old, new)
    assert found["p1"].fit is Fit.UNSURE
    assert "nothing around them" in found["p1"].why


def test_a_sentence_that_was_there_before_is_not_taken_for_one_that_was_dropped() -> None:
    sentence = "The harbour authority will pay {} for the ferry at once."
    old = version(paragraph(sentence.format("£4m")), paragraph(sentence.format("£5m")))
    mark(old, "pledge", sentence.format("£4m"))
    _, found = versions(old, version(paragraph(sentence.format("£5m"))))
    assert found["p1"].fit is Fit.UNFIT


def test_words_of_another_sentence_are_not_taken_however_much_it_is_alike() -> None:
    sentence = "{}, says Mara Lindqvist, the harbour pays £5m for the ferry at once."
    old = version(paragraph(sentence.format("Today")), paragraph(sentence.format("Next year")))
    mark(old, "pledge", "£5m", nth=1)
    _, found = versions(old, version(paragraph(sentence.format("Next year"))))
    assert found["p1"].fit is Fit.UNFIT


def test_a_piece_that_is_not_there_keeps_its_words() -> None:
    old = told()
    new = version(LEAD, SECOND, paragraph("“We will build it,” Venn said."), LAST)
    both, found = versions(old, new)
    row = found["q1"]
    assert row.fit is Fit.UNFIT
    assert row.why == "One of its pieces is not there"
    assert not row.wanted
    made = new.after(carry_over(both, [row], HAND)).markup["q1"]
    assert made.words(new.article) == ("“We will build it,”",)
    assert [quote.exact for quote in made.lost] == ["“and we will pay for it.”"]


def test_one_that_does_not_fit_at_all_can_be_kept_without_a_place() -> None:
    old, new = told(), version(paragraph("Quite another text."))
    both, found = versions(old, new)
    assert {one.fit for one in found.values()} == {Fit.UNFIT}
    after = new.after(carry_over(both, [found["p1"]], HAND))
    assert after.markup["p1"].spans == ()
    assert after.markup["p1"].lost[0].exact == "£40m for a second ferry"


def test_links_to_what_is_left_behind_are_left_out_and_counted() -> None:
    old, new = told(), version(LEAD, SECOND, QUOTE, LAST)
    both, found = versions(old, new)
    rows = [found["p1"], found["a1"]]
    after = new.after(carry_over(both, rows, HAND))
    assert [link.target for link in after.markup["p1"].links] == ["a1"]
    assert links_left_out([*found.values()], {"p1", "a1"}) == [("p1", "recipient", "l1")]


def test_what_the_new_version_says_already_is_not_said_twice() -> None:
    old, new = told(), version(LEAD, SECOND, QUOTE, LAST)
    once = over(old, new)
    both, found = versions(old, once)
    assert {one.fit for one in found.values()} == {Fit.THERE}
    assert carry_over(both, [*found.values()], HAND).changes_nothing


def test_ids_that_the_new_version_uses_are_left_to_it_and_links_follow() -> None:
    old = told()
    new = version(LEAD, paragraph("A paragraph of its own by Mara Lindqvist."), SECOND, QUOTE, LAST)
    own = mark(new, "actor", "Mara Lindqvist")
    after = over(old, new)
    assert after.markup[own].words(after.article) == ("Mara Lindqvist",)
    (pledge,) = [one for one in after.markup.values() if one.value("amount") and one.value("due")]
    (target,) = pledge.targets("pledger")
    assert after.markup[target].words(after.article) == ("Nora Venn",)
    assert len(after.markup) == len(old.markup) + 1


def test_an_entity_of_the_same_name_is_the_same() -> None:
    old = told()
    new = version(LEAD, SECOND, QUOTE, LAST)
    mark(new, "actor", "Venn", nth=2, values={"entity": "Nora Venn"})
    after = over(old, new)
    assert [one.name for one in after.entities.values()].count("Nora Venn") == 1


def test_labels_and_attributes_of_the_old_version_come_along() -> None:
    quote = STANDARD_CODEBOOK.style_of("quote")
    more = replace(quote, attributes=(*quote.attributes, AttributeDefinition("tone", "Tone")))
    own = Label("rumour", "Rumour", "teal", LineStyle.DASHED, prefix="ru")
    book = STANDARD_CODEBOOK.with_label(more).with_label(own)
    old = version(LEAD, SECOND, codebook=book)
    mark(old, "rumour", "Nora Venn")
    mark(old, "quote", "second ferry", values={"tone": "calm"})
    after = over(old, version(LEAD, SECOND, codebook=Codebook(STANDARD_CODEBOOK.labels)))
    assert after.codebook.label("rumour") == own
    assert after.codebook.style_of("quote").attribute("tone")


def test_filing_and_the_words_of_the_brief_come_along() -> None:
    old = version(LEAD, SECOND, paragraph("Share this story"))
    key = mark(old, "actor", "Nora Venn")
    old.apply(strike_out(old, [2]))
    old.apply(set_filing(old, replace(old.filing, state="done", tags=("budget",)), "File"))
    old.apply(set_words(old, BriefWords(bottom_line=f"Venn promises a ferry [{key}].")))
    new = version(LEAD, paragraph("New."), SECOND, paragraph("Share this story"))
    mark(new, "actor", "New")
    after = over(old, new)
    assert after.filing == replace(new.filing, state="done", tags=("budget",), struck=(3,))
    (there,) = [one.id for one in after.markup.values() if one.words(after.article) == ("Nora Venn",)]
    assert after.words.bottom_line == f"Venn promises a ferry [{there}]."


def test_what_the_analyst_has_written_for_the_new_version_stays() -> None:
    old, new = told(), version(LEAD, SECOND, QUOTE, LAST, words=BriefWords(title="Mine"))
    old.apply(set_words(old, BriefWords(title="Old")))
    assert over(old, new).words == BriefWords(title="Mine")


def test_links_among_annotations_survive_a_changed_text() -> None:
    old = story()
    mark(old, "actor", "Nora Venn")
    mark(old, "pledge", "£40m for a second ferry")
    tie(old, "p1", "pledger", "a1")
    new = version(LEAD, paragraph(SECOND[1].replace("March 2027", "May 2028")), QUOTE)
    assert over(old, new).markup["p1"].targets("pledger") == ("a1",)


tokens = st.sampled_from(("Nora", "Venn", "pays", "£40m", "for", "the", "ferry", "now.", "港", "مال", "😀"))
texts = st.lists(st.lists(tokens, min_size=1, max_size=8), min_size=1, max_size=5)


@st.composite
def edited(draw: st.DrawFn) -> tuple[AnnotatedArticle, AnnotatedArticle]:
    """A marked text, and the same after words and paragraphs were taken out, put in and moved."""
    blocks = draw(texts)
    old = Article.of(paragraph(" ".join(words)) for words in blocks)
    ends = st.integers(0, len(old.text) - 1)
    spans = [
        Span(min(a, b), max(a, b) + 1)
        for a, b in draw(st.lists(st.tuples(ends, ends), min_size=1, max_size=6))
    ]
    annotations = [Annotation(f"x{n}", "quote", (span,)) for n, span in enumerate(spans, start=1)]
    new = [list(words) for words in blocks]
    for _ in range(draw(st.integers(0, 4))):
        words = new[draw(st.integers(0, len(new) - 1))]
        at = draw(st.integers(0, len(words)))
        words[at : at + draw(st.integers(0, 2))] = draw(st.lists(tokens, max_size=2))
    if draw(st.booleans()):
        new = draw(st.permutations(new))
    return AnnotatedArticle(old, annotations=annotations), version(*(paragraph(" ".join(w)) for w in new))


@given(edited())
def test_nothing_is_lost_and_what_is_called_sure_has_the_very_words(pair) -> None:
    old, new = pair
    both, found = versions(old, new)
    assert len(found) == len(old.markup)
    after = new.after(carry_over(both, [*found.values()], HAND))
    for one in found.values():
        was = one.annotation.words(old.article)
        if one.sure:
            assert tuple(new.article.words_at(span) for span in one.spans) == was
            assert not one.lost
        elif one.fit is Fit.UNFIT:
            assert [quote.exact for quote in one.lost] == list(was)
        else:
            assert one.now
            assert one.spans
        kept = after.markup[one.annotation.id]
        assert (kept.spans, kept.lost) == (one.spans, one.lost)


@given(edited())
def test_undo_leaves_nothing_of_it(pair) -> None:
    old, new = pair
    both, found = versions(old, new)
    old.apply(set_filing(old, replace(old.filing, state="done", struck=(0,)), "File"))
    old.apply(set_words(old, BriefWords(bottom_line="So it is [x1].")))
    change = carry_over(both, [*found.values()], HAND)
    after = new.after(change)
    assert len(after.markup) == len(old.markup)
    after.apply(change.inverse())
    for name in ("codebook", "entities", "markup", "words", "filing", "source"):
        assert getattr(after, name) == getattr(new, name)


@given(edited())
def test_the_same_text_takes_over_everything_where_it_was(pair) -> None:
    old, _ = pair
    same = AnnotatedArticle(old.article)
    _, found = versions(old, same)
    assert {one.fit for one in found.values()} == {Fit.EXACT}
    assert all(one.spans == one.annotation.spans for one in found.values())
