"""Conflicts are told in the words of forms and lists."""

from dataclasses import replace

from pressmark import changes
from pressmark.conflict_words import Dispute, disputes
from pressmark.labels import AttributeDefinition, AttributeKind
from pressmark.three_way import merge
from tests.pressmark.story import HAND, at, mark, tie, told

P1 = "p1 “£40m for a second ferry”"


def test_values_are_shown_as_a_reader_knows_them() -> None:
    base = told()
    mine, theirs = base.copy(), base.copy()
    for doc, amount, who, words in (
        (mine, "£41m", "Otto Lind", "£40m"),
        (theirs, "undisclosed", "", "a second ferry"),
    ):
        doc.apply(changes.set_value(doc, "p1", "amount", amount, HAND))
        doc.apply(changes.set_value(doc, "a1", "entity", who, HAND))
        doc.apply(changes.set_spans(doc, "p1", [at(doc, words)], HAND))
        doc.apply(changes.set_note(doc, "p1", f"says {words}", HAND))
    assert disputes(merge(base, mine, theirs)) == [
        Dispute("p1 “£40m”", "Note", "says £40m", "says a second ferry"),
        Dispute("p1 “£40m”", "Place", "“£40m”", "“a second ferry”"),
        Dispute("p1 “£40m”", "Amount", "GBP 41,000,000", "undisclosed"),
        Dispute("a1 “Nora Venn”", "Who", "Otto Lind", "nothing"),
    ]


def test_ties_are_named_under_their_new_ids() -> None:
    base = told()
    mine, theirs = base.copy(), base.copy()
    for doc, words in ((mine, "The transport minister"), (theirs, "Lowick")):
        tie(doc, "q1", "speaker", mark(doc, "actor", words))
    (told_of,) = disputes(merge(base, mine, theirs))
    assert told_of == Dispute(
        "q1 “We will build it,” […] “and we will pay for it.”",
        "Speaker",
        "a4 The transport minister",
        "a3 Lowick",
    )


def test_deleted_here_and_kept_there_says_what_was_changed() -> None:
    base = told()
    mine, theirs = base.copy(), base.copy()
    mine.apply(changes.delete(mine, ["p1", "a2"]))
    theirs.apply(changes.set_value(theirs, "p1", "status", "kept", HAND))
    theirs.apply(changes.set_note(theirs, "p1", "done", HAND))
    tie(theirs, "p3", "pledger", "a2")
    assert disputes(merge(base, mine, theirs)) == [
        Dispute(P1, "All of it", "deleted", "kept, with another status and note"),
        Dispute("a2 “Venn”", "All of it", "deleted", "kept, and tied to something new"),
    ]


def test_what_is_no_annotation_goes_by_its_name() -> None:
    base = told()
    mine, theirs = base.copy(), base.copy()
    quote = base.codebook.label("quote")
    tone = AttributeDefinition("tone", "Tone", AttributeKind.CHOICE, ("calm", "loud"), expected=True)
    number = AttributeDefinition("tone", "Volume", AttributeKind.NUMBER)
    for doc, outlet, title, one in ((mine, "Mine", "Theft", tone), (theirs, "Theirs", "Thaw", number)):
        label = replace(quote, attributes=(*quote.attributes, one), title=title)
        doc.apply(changes.set_source(doc, replace(doc.source, outlet=outlet, status_note=outlet)))
        doc.apply(changes.set_words(doc, replace(doc.words, bottom_line=outlet)))
        doc.apply(changes.set_codebook(doc, doc.codebook.with_label(label), "Edit"))
    assert disputes(merge(base, mine, theirs)) == [
        Dispute("Source record", "Outlet", "Mine", "Theirs"),
        Dispute("Source record", "Status note", "Mine", "Theirs"),
        Dispute("Words of the brief", "Bottom line", "Mine", "Theirs"),
        Dispute("Label Theft", "Title", "Theft", "Thaw"),
        Dispute("Label Theft", "Attribute Tone", "Tone · choice · calm, loud · expected", "Volume · number"),
    ]
