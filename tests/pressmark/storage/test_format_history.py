"""A file of every version ever released must still open as what it was."""

from pathlib import Path

from pressmark.annotation import TextQuote
from pressmark.article import BlockKind
from pressmark.storage.articles import open_article
from pressmark.storage.read_xml import from_xml
from pressmark.storage.write_xml import to_xml

FILES = Path(__file__).with_name("files")


def test_a_file_of_version_1_opens_as_it_was() -> None:
    opened = open_article(FILES / "version-1.pressmark")
    doc = opened.doc
    assert opened.warnings == ("not in the text any more, kept without a place: p3",)
    assert not opened.read_only
    assert (doc.source.outlet, doc.source.guessed) == ("The Coast Courier", ("author", "published"))
    assert [block.kind for block in doc.article.blocks[-3:]] == [
        BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.CAPTION
    ]  # fmt: skip
    assert doc.article.block_text(doc.article.blocks[-3]) == "😀 été \u00a0 مرفأ Almar"
    assert doc.article.block_text(doc.article.blocks[-2]) == " indented\tand spaced "
    assert {key: one.words(doc.article) for key, one in doc.markup.items()} == {
        "a1": ("Nora Venn",),
        "a2": ("Venn",),
        "l1": ("Port Almar",),
        "q1": ("“We will build it,”", "“and we will pay for it.”"),
        "p1": ("£40m for a second ferry",),
        "p2": ("the £40m pledge",),
        "p3": ("€2–3m",),
        "m1": ("مرفأ",),
    }


def test_what_was_said_of_the_words_is_all_there() -> None:
    doc = open_article(FILES / "version-1.pressmark").doc
    mood = doc.markup["m1"]
    assert dict(mood.attributes) == {"sure": "yes", "score": "1200.5"}
    assert (mood.note, mood.author) == ("Ask <Ines> & Otto.\nTwice.", "ana")
    assert (mood.created, mood.modified) == ("2026-11-14T09:30:00+00:00", "2026-11-15T10:00:00+00:00")
    assert doc.markup["p2"].targets("restates") == ("p1",)
    assert doc.markup["p3"].lost == (TextQuote("and a third boat", "before ", " after"),)
    assert "urn:example:other" in doc.markup["p3"].foreign[0]
    assert doc.entities["nora-venn"].name == "Nora Venn"
    assert doc.codebook.style_of("mood").parent == "quote"
    assert doc.words.bottom_line == "Lowick pays.\nThe rest is open."


def test_opening_and_saving_a_file_of_this_version_changes_no_byte() -> None:
    data = (FILES / "version-1.pressmark").read_bytes()
    assert to_xml(from_xml(data, "version-1.pressmark").doc) == data
