"""The analyst's own sentences: bottom line and key judgements, with references to rows."""

from dataclasses import replace

import pytest

from pressmark.annotated_article import AnnotatedArticle
from pressmark.brief import Brief, Link, Note, Paragraph, Role, Text, Tone, plain
from pressmark.checks import findings
from pressmark.compose import EVERYTHING, compose
from pressmark.templates import ChosenSection, Template
from pressmark.words import BriefWords
from tests.pressmark.compose.reading import NOW
from tests.pressmark.story import story, told


def brief(words: BriefWords, *docs: AnnotatedArticle, sections: tuple[str, ...] = ()) -> Brief:
    template = EVERYTHING.with_sections(sections) if sections else EVERYTHING
    return compose(docs or (told(),), NOW, template, words)


def paragraphs(of: Brief, role: Role) -> list[Paragraph]:
    return [block for block in of.blocks if isinstance(block, Paragraph) and block.role is role]


def links(paragraph: Paragraph) -> list[tuple[str, str]]:
    return [(one.text, one.target) for one in paragraph.inlines if isinstance(one, Link)]


def notes(paragraph: Paragraph) -> list[str]:
    return [plain(one.inlines) for one in paragraph.inlines if isinstance(one, Note)]


def test_a_reference_leads_to_its_row() -> None:
    (lead,) = paragraphs(
        brief(BriefWords(bottom_line="The ferry is paid for [p1], says Venn [q1].")), Role.LEAD
    )
    assert plain(lead.inlines) == "The ferry is paid for\u202fp1, says Venn\u202fq1."
    assert links(lead) == [("p1", "#p1"), ("q1", "#q1")]


def test_what_refers_to_nothing_stays_as_typed_and_is_found_before_the_export() -> None:
    words = BriefWords(bottom_line="Nobody [p9] [sic] pays.")
    (lead,) = paragraphs(brief(words), Role.LEAD)
    assert plain(lead.inlines) == words.bottom_line
    doc = told()
    doc = AnnotatedArticle(doc.article, doc.source, annotations=doc.markup.values(), words=words)
    messages = [group.message for group in findings([doc])]
    assert "the words of the brief refer to [p9], which is not there" in messages


def test_of_several_articles_the_number_says_which() -> None:
    words = BriefWords(bottom_line="Paid [2:p1], or not [p1].")
    (lead,) = paragraphs(brief(words, told(), told()), Role.LEAD)
    assert links(lead) == [("2:p1", "#s2_p1")]
    assert plain(lead.inlines) == "Paid\u202f2:p1, or not [p1]."


def test_without_the_table_a_reference_leads_to_the_words_and_a_note_says_where_they_stand() -> None:
    words = BriefWords(bottom_line="Paid [p1].")
    (lead,) = paragraphs(brief(words, sections=("bottom-line", "article")), Role.LEAD)
    assert links(lead) == [("p1", "#text_p1")]
    assert notes(lead) == ["The Coast Courier, 13 November 2026, [1] ¶2"]
    (alone,) = paragraphs(brief(words, sections=("bottom-line",)), Role.LEAD)
    assert links(alone) == []


@pytest.mark.parametrize(("most", "target"), [(3, "#p1"), (2, "#text_p1")])
def test_a_reference_leads_to_no_row_that_may_be_cut_off(most: int, target: str) -> None:
    chosen = ChosenSection("pledges", most=most)
    template = Template("t", "T", (ChosenSection("bottom-line"), chosen, ChosenSection("article")))
    (lead,) = paragraphs(compose([told()], NOW, template, BriefWords(bottom_line="Paid [p1].")), Role.LEAD)
    assert links(lead) == [("p1", target)]


def test_a_reference_may_be_the_first_word() -> None:
    (lead,) = paragraphs(brief(BriefWords(bottom_line="[p1] is paid\n[p2] too.")), Role.LEAD)
    assert plain(lead.inlines) == "p1 is paid\np2 too."


def test_a_judgement_has_its_term_strong_and_the_scale_once() -> None:
    words = BriefWords(judgements="It is very likely that it sails.\nIt is unlikely to sink [p1].")
    first, second = paragraphs(brief(words), Role.BODY)
    assert Text("very likely", Tone.STRONG) in first.inlines
    assert isinstance(first.inlines[first.inlines.index(Text("very likely", Tone.STRONG)) + 1], Note)
    assert plain(first.inlines) == "1. It is very likely that it sails."
    assert "very likely, highly probable 80–95 %" in notes(first)[0]
    assert notes(second) == []  # the scale has been told
    assert links(second) == [("p1", "#p1")]


def test_a_likelihood_and_a_confidence_in_one_sentence_are_pointed_out() -> None:
    sentence = "We assess with high confidence that it will probably sail."
    said = brief(replace(BriefWords(), judgements=sentence), story())
    assert any("ICD 203" in plain(one.inlines) for one in paragraphs(said, Role.CAUTION))
