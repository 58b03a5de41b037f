"""RSS and Atom in their versions: an article an entry, and what is stated of it."""

from pathlib import Path

import pytest

from pressmark.importers.reading import CannotImport

LONG = "Four harbour towns agreed on Saturday to pay for a new ferry line across the bay. " * 12
CONTENT = f"<p>{LONG}</p><ul><li>Northmouth</li></ul><p>„Ja“, sagte Müller.</p>"
HEAD = """<title>Bay Herald</title><link>https://bay.example/</link><language>en-gb</language>
  <description>News of the bay</description>"""
MODULES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:atom="http://www.w3.org/2005/Atom"'
)


def rss(*items: str, head: str = HEAD, before: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    return f'{before}<rss version="2.0" {MODULES}><channel>{head}{"".join(items)}</channel></rss>'


def item(title: str = "Ferry line agreed", more: str = "") -> str:
    return f"""<item><title>{title}</title><link>https://bay.example/ferry?a=1&amp;b=2</link>
      <pubDate>Sat, 14 Nov 2026 09:12:00 +0100</pubDate><dc:creator>Jane Doe</dc:creator>
      <description>In short.</description>
      <content:encoded><![CDATA[{CONTENT}]]></content:encoded>{more}</item>"""


def atom(*entries: str) -> str:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Buchtbote</title>'
        f'<link href="https://bucht.example/"/>{"".join(entries)}</feed>'
    )


ENTRY = """<entry><title>Fähre beschlossen</title><link rel="alternate" href="/faehre"/><id>urn:1</id>
  <published>2026-11-14T09:12:00+01:00</published><updated>2026-11-15T09:12:00Z</updated>
  <author><name>Jörg Müller</name></author>%s</entry>"""
XHTML = (
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
    f"<p>{LONG}</p><p>Ende.</p></div></content>"
)


def test_an_entry_of_rss_comes_with_its_whole_text(take_all, shown):
    (only,) = take_all(rss(item()), "bay.rss")
    assert shown(only) == [
        "heading1: Ferry line agreed",
        f"paragraph: {LONG.strip()}",
        "list-item: Northmouth",
        "paragraph: „Ja“, sagte Müller.",
    ]
    source = only.source
    assert (source.headline, source.outlet, source.author) == ("Ferry line agreed", "Bay Herald", "Jane Doe")
    assert (source.published, source.language) == ("2026-11-14T09:12:00+01:00", "en-GB")
    assert (source.url, source.media_type) == ("https://bay.example/ferry?a=1&b=2", "application/rss+xml")
    assert (source.guessed, only.warnings) == (("outlet",), ())


@pytest.mark.parametrize(
    "content",
    [
        XHTML,
        f'<content type="html">{CONTENT.replace("<", "&lt;").replace("sagte Müller.", "Ende.")}</content>',
        f'<content type="text">{LONG}\n\nEnde.</content>',
        f'<summary type="html">&lt;p&gt;{LONG}&lt;/p&gt;&lt;p&gt;Ende.&lt;/p&gt;</summary>',
    ],
)
def test_an_entry_of_atom_comes_with_its_whole_text(take_all, shown, content):
    (only,) = take_all(atom(ENTRY % content), "bucht.atom")
    assert shown(only)[0:2] == ["heading1: Fähre beschlossen", f"paragraph: {LONG.strip()}"]
    assert only.article.text.endswith("Ende.")
    source = only.source
    assert (source.outlet, source.author) == ("Buchtbote", "Jörg Müller")
    assert (source.published, source.url) == ("2026-11-14T09:12:00+01:00", "https://bucht.example/faehre")
    assert (source.media_type, only.warnings) == ("application/atom+xml", ())


def test_rss_1_is_read(take_all):
    spaces = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
    data = f"""<rdf:RDF {spaces} {MODULES}>
      <channel rdf:about="https://bay.example/"><title>Bay Herald</title></channel>
      <item rdf:about="x"><title>Ferry</title><link>https://bay.example/1</link><description>{LONG}</description>
      <dc:date>2026-11-14T09:12:00Z</dc:date></item></rdf:RDF>"""
    (only,) = take_all(data, "a.rdf")
    assert (only.source.headline, only.source.outlet, only.source.published) == (
        "Ferry",
        "Bay Herald",
        "2026-11-14T09:12:00Z",
    )


def test_rss_0_91_with_its_document_type_is_read(take_all):
    doctype = (
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
        '"http://my.netscape.com/publish/formats/rss-0.91.dtd">'
    )
    (only,) = take_all(
        rss(f"<item><title>Ferry</title><description>{LONG}</description></item>", before=doctype), "a"
    )
    assert only.source.headline == "Ferry"


def test_each_entry_has_its_own_bytes(take_all):
    first, second = take_all(rss(item(), item("Quay opens")), "bay.rss")
    assert (b"Quay" in first.original, b"Quay" in second.original) == (False, True)
    assert first.source.original_sha256 != second.source.original_sha256


def test_the_address_of_an_entry_is_its_own_and_not_the_feeds(take_all):
    (only,) = take_all(rss(item()), "feed", url="https://bay.example/feed", captured_from="web page")
    assert only.source.url == "https://bay.example/ferry?a=1&b=2"


@pytest.mark.parametrize(
    ("text", "words"),
    [("Four towns agreed.", 3), ("&lt;p&gt;Four towns agreed.&lt;/p&gt;", 3), (f"{LONG} Read more »", 195)],
)
def test_an_entry_with_a_summary_alone_says_so(take_all, text, words):
    (only,) = take_all(rss(f"<item><title>Ferry</title><description>{text}</description></item>"), "a.rss")
    assert only.warnings == (
        f"“Ferry” holds only a summary ({words} words): open its address to get the whole",
    )


def test_entries_without_text_are_counted(take_all):
    one, refusal = take_all(
        rss(item(), "<item><title>A</title></item>", "<item><title>B</title></item>"), "a.rss"
    )
    assert one.source.headline == "Ferry line agreed"
    assert str(refusal) == "2 entries of a.rss without any text but a headline: left out"


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Müller &amp;amp; Co &amp;#8211; &lt;b&gt;neu&lt;/b&gt;", "Müller & Co – neu"),
        ("<![CDATA[Müller & Co]]>", "Müller & Co"),
        ("M&uuml;ller &nbsp; Co", "Müller Co"),
    ],
)
def test_headlines_are_without_markup_however_often_it_was_escaped(take_all, title, headline):
    assert take_all(rss(item(title)), "a.rss")[0].source.headline == headline


def test_prefixes_that_nobody_declared_do_not_matter(take_all):
    more = '<media:thumbnail url="a.jpg"/><x:y z:a="b">never</x:y>'
    (only,) = take_all(rss(item(more=more)), "a.rss")
    assert only.article.text.startswith("Ferry line agreed\n")


def test_a_feed_cut_short_yields_what_it_still_holds(take_all):
    whole = rss(item(), item("Quay opens"))
    found = take_all(whole[: whole.rindex("]]>") - 300], "a.rss")
    assert [one.source.headline for one in found] == ["Ferry line agreed", "Quay opens"]
    assert "damaged or cut short" in found[0].warnings[0]


@pytest.mark.parametrize("data", [rss(), atom(), "<rss/>", "<rss version='2.0'><channel/></rss>"])
def test_a_feed_without_entries_is_refused(take_all, data):
    (refusal,) = take_all(data, "a.rss")
    assert isinstance(refusal, CannotImport)
    assert str(refusal) == "a.rss holds no entries: check that it is the right file"


def test_a_feed_that_declares_entities_is_refused(take_all):
    (refusal,) = take_all(
        rss(item("&e;"), before='<!DOCTYPE rss [<!ENTITY e SYSTEM "file:///etc/passwd">]>'), "a.rss"
    )
    assert str(refusal).startswith("a.rss declares a document type")


def test_a_feed_that_is_nothing_but_an_address_or_a_path_is_not_opened(take_all, tmp_path: Path):
    """feedparser opens what it is given as text."""
    there = tmp_path / "there.rss"
    there.write_text(rss(item()))
    for text in (str(there), there.as_uri(), "http://127.0.0.1:9/feed"):
        found = take_all(text, "a.rss")
        assert not any("Ferry" in one.article.text for one in found if not isinstance(one, CannotImport))


def test_a_feed_of_attributes_is_refused_before_it_is_read(take_all, monkeypatch):
    monkeypatch.setattr("feedparser.parse", None)
    attributes = "".join(f' a{number}=""' for number in range(1_001))
    (refused,) = take_all(rss(item()).replace("<channel>", f"<channel{attributes}>"), "bay.rss")
    assert str(refused) == "bay.rss holds more than any feed does: take it apart"
