"""Files that others have edited."""

import difflib
import re

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, TextQuote
from pressmark.article import Article, BlockKind, SourceRecord, Span
from pressmark.labels import STANDARD_CODEBOOK, Codebook
from pressmark.storage.read_xml import Opened, from_xml
from pressmark.storage.write_xml import to_xml
from tests.pressmark.story import HAND, told


def edited(*replacements: tuple[str, str]) -> Opened:
    """The story as read after its file was edited by hand; every replacement must fit once."""
    text = to_xml(told()).decode()
    for old, new in replacements:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return from_xml(text.encode(), "story.pressmark")


def words(doc: AnnotatedArticle, key: str) -> tuple[str, ...]:
    return doc.markup[key].words(doc.article)


def test_the_same_content_is_the_same_bytes_whatever_the_order_of_the_work() -> None:
    doc = told()
    again = AnnotatedArticle(
        doc.article,
        doc.source,
        entities=reversed(list(doc.entities.values())),
        annotations=reversed(list(doc.markup.values())),
    )
    assert to_xml(again) == to_xml(doc)


def test_changing_one_annotation_changes_few_lines() -> None:
    doc = told()
    before = to_xml(doc).decode().splitlines()
    doc.apply(changes.set_value(doc, "p1", "status", "kept", HAND))
    after = to_xml(doc).decode().splitlines()
    changed = [line for line in difflib.ndiff(before, after) if line[0] in "+-"]
    assert [line[2:].strip()[:22] for line in changed] == ['<attribute name="statu']


def test_a_block_and_an_annotation_begin_a_line() -> None:
    lines = to_xml(told()).decode().splitlines()
    assert sum(line.startswith("    <block ") for line in lines) == 5
    assert sum(line.startswith("    <annotation ") for line in lines) == 7


def test_characters_that_xml_cannot_hold_are_left_out_of_notes_and_headlines() -> None:
    article = Article.of([(BlockKind.PARAGRAPH, "word")])
    annotation = Annotation("q1", "quote", (Span(0, 4),), {"cue": "a\x00b"}, note="c\x0bd\ud800\ufffe")
    doc = AnnotatedArticle(article, SourceRecord(headline="e\x1bf"), annotations=[annotation])
    read = from_xml(to_xml(doc), "x").doc
    assert (read.source.headline, read.markup["q1"].note, read.markup["q1"].value("cue")) == (
        "ef",
        "cd",
        "ab",
    )


def test_wrong_offsets_are_mended_by_the_words_and_said() -> None:
    opened = edited(('start="57" end="66"', 'start="3" end="9"'))
    assert words(opened.doc, "a1") == ("Nora Venn",)
    assert [text for text in opened.warnings if "a1" in text] == [
        "not where the file says, found again by their words: a1"
    ]


def test_words_of_a_piece_that_differ_from_the_text_are_said() -> None:
    opened = edited((">the £40m pledge</span>", ">the £41m pledge</span>"))
    assert words(opened.doc, "p2") == ("the £40m pledge",)
    assert opened.warnings == ("not in the words the file says, put where the text is most like them: p2",)


def test_a_text_edited_outside_moves_its_annotations() -> None:
    opened = edited((">The transport minister, Nora", ">The new transport minister of Lorn, Nora"))
    assert words(opened.doc, "q1") == ("“We will build it,”", "“and we will pay for it.”")
    assert words(opened.doc, "p2") == ("the £40m pledge",)
    assert any("changed outside" in text for text in opened.warnings)
    assert from_xml(to_xml(opened.doc), "x").warnings == ()


def test_the_same_words_at_the_old_place_do_not_mislead() -> None:
    block = (BlockKind.PARAGRAPH, "Venn left. Venn came. Venn stayed.")
    doc = AnnotatedArticle(Article.of([block]), annotations=[Annotation("a1", "actor", (Span(11, 15),))])
    text = to_xml(doc).decode().replace(">Venn left. Venn came.", ">Then, so, Venn left. Venn came.")
    read = from_xml(text.encode(), "x").doc
    assert read.markup["a1"].spans == (Span(21, 25),)


def test_lost_words_are_kept_reported_and_still_there_after_saving() -> None:
    last = ">Port Almar repeated the £40m pledge; Lowick added €2–3m and an undisclosed sum."
    opened = edited((last, ">Nothing."))
    one = opened.doc.markup["p3"]
    assert one.spans == ()
    assert one.lost == (TextQuote("€2–3m", "d the £40m pledge; Lowick added ", " and an undisclosed sum."),)
    assert any("p2, p3" in text and "kept without a place" in text for text in opened.warnings)
    again = from_xml(to_xml(opened.doc), "x")
    assert again.doc.markup["p3"] == one
    assert len(again.warnings) == 1


def test_lost_words_that_come_back_are_placed_again() -> None:
    block = (BlockKind.PARAGRAPH, "The ferry sails on Monday.")
    lost = Annotation("p1", "pledge", (), lost=(TextQuote("sails on Monday"),))
    read = from_xml(to_xml(AnnotatedArticle(Article.of([block]), annotations=[lost])), "x").doc
    assert read.markup["p1"].spans == (Span(10, 25),)
    assert read.markup["p1"].lost == ()


def test_an_annotation_without_any_piece_is_kept_for_its_note() -> None:
    opened = edited(
        ("</annotations>", '<annotation id="z1" label="quote"><note>why</note></annotation></annotations>')
    )
    assert opened.doc.markup["z1"].note == "why"
    assert any("z1" in text for text in opened.warnings)
    assert from_xml(to_xml(opened.doc), "x").doc.markup["z1"].note == "why"


def test_blocks_wrapped_by_an_editor_are_the_same_text() -> None:
    opened = edited(
        (
            ">The transport minister, Nora Venn, promised",
            ">\n      The transport\n      minister, Nora Venn,\n promised",
        ),
        ("by March 2027.</block>", "by March 2027.\n    </block>"),
    )
    assert opened.doc.article == told().article
    assert opened.warnings == ()


def test_comments_and_inner_elements_lose_no_characters() -> None:
    opened = edited(
        (">“We will build it,” Venn said", '>“We <!-- sic -->will <b xmlns="urn:x">build</b> it,” Venn said'),
    )
    assert opened.doc.article == told().article


def test_text_prepared_by_another_canon_is_not_cleaned_anew() -> None:
    raw = Article("e\u0301\u00ad x", Article.of([(BlockKind.PARAGRAPH, "e\u0301\u00ad x")]).blocks, 7)
    read = from_xml(to_xml(AnnotatedArticle(raw)), "x").doc.article
    assert read == raw


def test_a_text_changed_outside_is_cleaned() -> None:
    opened = edited((">Harbour towns get a second ferry</block>", ">Harbour\u00ad towns get e\u0301</block>"))
    assert opened.doc.article.text.startswith("Harbour towns get é\n")


def test_duplicate_ids_are_told_apart() -> None:
    opened = edited(('id="p2"', 'id="p1"'), ('<annotation id="q1"', "<annotation"))
    assert sorted(opened.doc.markup) == ["a1", "a2", "l1", "p1", "p2", "p3", "q1"]
    assert words(opened.doc, "p2") == ("the £40m pledge",)
    (told_apart,) = (text for text in opened.warnings if "check what is tied" in text)
    assert told_apart.endswith(": p2")


def test_an_entity_may_have_the_id_of_an_annotation() -> None:
    doc = told()
    doc.apply(changes.set_value(doc, "l1", "entity", "P5", HAND))
    assert "p5" in doc.entities
    clash = to_xml(doc).decode().replace('"p5"', '"p1"').replace(">p5<", ">p1<")
    assert from_xml(clash.encode(), "x").warnings == ()


def test_a_newer_version_is_for_reading_only() -> None:
    opened = edited((' version="1"', ' version="2"'), ("<brief/>", "<brief/><mood>calm</mood>"))
    assert opened.read_only
    assert opened.warnings == (
        "story.pressmark was saved by a newer Pressmark: it is opened for reading only",
    )
    assert words(opened.doc, "a2") == ("Venn",)


def test_elements_of_others_survive_twice() -> None:
    there = {
        "</pressmark>": "root",
        "</source>": "source",
        '<attribute name="mode" title="Mode" kind="choice">': "",
        '<entity id="nora-venn" name="Nora Venn" kind="person"/>': "",
        "<brief/>": "",
    }
    text = to_xml(told()).decode()
    assert all(text.count(old) == 1 for old in there)
    mine = '<x:%s xmlns:x="urn:x" x:by="me">kept <!-- all --> of\n  it <x:y/></x:%s>'
    for name, old, new in (
        ("root", "</pressmark>", "%s</pressmark>"),
        ("source", "</source>", "%s</source>"),
        ("brief", "<brief/>", "<brief>%s</brief>"),
        ("entity", 'name="Nora Venn" kind="person"/>', 'name="Nora Venn" kind="person">%s</entity>'),
    ):
        text = text.replace(old, new % (mine % (name, name)))
    text = text.replace("</annotation>", mine % ("annotation", "annotation") + "</annotation>", 1)
    text = text.replace("</label>", mine % ("label", "label") + "<plain>no namespace</plain></label>", 1)
    first = from_xml(text.encode(), "x")
    once = to_xml(first.doc)
    twice = to_xml(from_xml(once, "x").doc)
    assert once == twice
    for name in ("root", "source", "brief", "entity", "annotation", "label"):
        kept = rf'<x:{name} xmlns:x="urn:x" x:by="me">kept <!-- all --> of\n  it <x:y/></x:{name}>'
        assert len(re.findall(kept, twice.decode())) == 1, name
    assert b"no namespace" in twice


def test_a_comment_by_hand_does_no_harm() -> None:
    assert edited(("<brief/>", "<!-- todo --><brief/><?pi here?>")).doc.markup == told().markup


def test_several_creators_are_one_line() -> None:
    opened = edited(("<dc:creator>", "<dc:creator>Otto Bern</dc:creator><dc:creator>"))
    assert opened.doc.source.author == "Otto Bern, Ines Marlow"


def test_a_bare_file_has_the_standard_codebook_and_an_empty_one_stays_empty() -> None:
    text = '<text><block kind="paragraph">A b.</block></text>'
    bare = f'<pressmark xmlns="urn:pressmark:article:1" version="1">{text}%s</pressmark>'
    opened = from_xml((bare % "").encode(), "x")
    assert opened.doc.codebook == STANDARD_CODEBOOK
    assert opened.doc.source == SourceRecord()
    assert opened.doc.article.text == "A b."
    assert opened.warnings[0].startswith("line 1: ")
    assert from_xml((bare % "<codebook/>").encode(), "x").doc.codebook == Codebook(())


def test_a_codebook_by_another_hand_is_taken_as_far_as_it_goes() -> None:
    opened = edited(
        ('<label name="actor" title="Actor" colour="blue" line="dotted" key="A" prefix="a">',
         '<label name="quote"/><label name="a body" line="crooked" key="Q" prefix="q"/>'
         '<label name="actor" title="Actor" colour="blue" line="dotted" key="A" prefix="a">'),
        ('<attribute name="cue" title="Cue" kind="text"/>', '<attribute name="cue" kind="poem"/>'),
        ('<annotation id="l1" label="location"', '<annotation id="l1" label="a body"'),
    )  # fmt: skip
    body = opened.doc.codebook.label("a-body")
    assert body is not None
    assert (body.title, body.line, body.key, body.prefix) == ("a-body", "solid", "", "")
    assert [label.name for label in opened.doc.codebook.labels] == [
        "quote",
        "pledge",
        "a-body",
        "actor",
        "location",
    ]
    cue = opened.doc.codebook.style_of("quote").attribute("cue")
    assert cue is not None
    assert (cue.title, cue.kind) == ("cue", "text")
    assert opened.doc.markup["l1"].label == "a-body"


def test_odd_kinds_and_levels_do_not_stop_the_reading() -> None:
    opened = edited(('<block kind="heading" level="1">', '<block kind="banner" level="high">'))
    assert opened.doc.article.blocks[0].kind is BlockKind.PARAGRAPH
    assert opened.doc.article.blocks[0].level == 0


def test_many_complaints_are_counted() -> None:
    opened = edited(
        ("<brief/>", "<brief>" + "<oops/>" * 3 + "</brief>"),
        ("</annotations>", '<annotation id=""/>' * 9 + "</annotations>"),
    )
    assert len([text for text in opened.warnings if text.startswith("line ")]) == 5
    assert any(re.fullmatch(r"and \d+ more of the kind", text) for text in opened.warnings)


def test_endless_numbers_in_ids_and_offsets_are_survived() -> None:
    opened = edited(('id="q1"', f'id="q{"9" * 5000}"'), ('start="57"', f'start="{"1" * 5000}"'))
    assert words(opened.doc, "a1") == ("Nora Venn",)
    assert opened.doc.markup.next_id("q") == "q1"
