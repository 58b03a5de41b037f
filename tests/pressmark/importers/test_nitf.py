"""NITF as agencies write it: the article with what is stated of it, in whatever dialect."""

import pytest

from pressmark.importers.reading import CannotImport

LONG = "Four harbour towns agreed on Saturday to pay for a new ferry line across the bay."
NAMESPACE = ' xmlns="http://iptc.org/std/NITF/2006-10-18/"'


def nitf(
    content: str = f"<p>{LONG}</p>", head: str = "", over: str = "", before: str = "", attributes: str = ""
) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{before}<nitf version="-//IPTC//DTD NITF 3.4//EN"'
        f"{attributes}>"
        f"<head><title>Slug</title>{head}</head><body><body.head>{over}</body.head>"
        f"<body.content>{content}</body.content><body.end/></body></nitf>"
    )


HEADLINE = "<hedline><hl1>Ferry line agreed</hl1></hedline>"
WHOLE = nitf(
    f"""<block id="Main"><p lede="true">{LONG}</p>
      <hl2>What it costs</hl2><p>It costs <money unit="EUR">€4 million</money>, said
        <person>Jörg Müller</person> of <org>Bay Lines</org>.</p>
      <bq><block><p>We shall sail by spring.</p><credit>Ann Lee</credit></block></bq>
      <ul><li>Northmouth</li><li>Port Grüne</li></ul>
      <table><tr><th>Town</th><th>Share</th></tr><tr><td>Northmouth</td><td>40 %</td></tr></table>
      <media media-type="image"><media-reference mime-type="image/jpeg" source="a.jpg">a.jpg</media-reference>
        <media-caption><p>The old ferry.</p></media-caption><media-producer>Bay Photo</media-producer></media>
    </block>""",
    head="""<docdata management-status="usable"><doc-id id-string="https://bay.example/ferry"/>
      <date.issue norm="20261114T091200+0100"/><doc.copyright holder="Bay Press" year="2026"/></docdata>""",
    over="""<hedline><hl1>Ferry line agreed</hl1><hl2>Four towns share the cost</hl2></hedline>
      <byline>By <person>Jane Doe</person><byttl>Political Editor</byttl></byline>
      <distributor><org>Bay Agency</org></distributor>
      <dateline><location>NORTHMOUTH</location>
        <story.date norm="20261114T0912">Nov 14</story.date></dateline>""",
    attributes=f'{NAMESPACE} xml:lang="en-GB"',
)


def test_an_article_comes_with_all_that_is_stated_of_it(take, shown):
    imported = take(WHOLE, "ferry.nitf")
    assert shown(imported) == [
        "heading1: Ferry line agreed",
        "heading2: Four towns share the cost",
        "paragraph: By Jane Doe, Political Editor",
        "paragraph: NORTHMOUTH Nov 14",
        f"paragraph: {LONG}",
        "heading2: What it costs",
        "paragraph: It costs €4 million, said Jörg Müller of Bay Lines.",
        "quotation: We shall sail by spring.",
        "quotation: Ann Lee",
        "list-item: Northmouth",
        "list-item: Port Grüne",
        "paragraph: Town\tShare",
        "paragraph: Northmouth\t40 %",
        "caption: The old ferry.",
    ]
    source = imported.source
    assert (source.headline, source.outlet, source.author) == ("Ferry line agreed", "Bay Agency", "Jane Doe")
    assert (source.published, source.language) == ("2026-11-14T09:12:00+01:00", "en-GB")
    assert (source.url, source.guessed) == ("https://bay.example/ferry", ())
    assert (source.media_type, imported.warnings, imported.original) == (
        "application/nitf+xml",
        (),
        WHOLE.encode(),
    )


def test_a_headline_from_the_title_and_an_outlet_from_the_copyright_are_guesses(take):
    source = take(
        nitf(head='<docdata><doc.copyright holder="Bay Press" year="2026"/></docdata>'), "a.xml"
    ).source
    assert (source.headline, source.outlet) == ("Slug", "Bay Press")
    assert {"headline", "outlet"} <= set(source.guessed)


@pytest.mark.parametrize(
    ("norm", "published"),
    [
        ("20261114T091200Z", "2026-11-14T09:12:00Z"),
        ("20261114T0912+0000", "2026-11-14T09:12:00+00:00"),
        ("20261114", "2026-11-14"),
        ("2026-11-14T09:12:00", "2026-11-14T09:12:00"),
        ("soon", ""),
    ],
)
def test_dates_of_agencies_become_iso_dates(take, norm, published):
    assert (
        take(nitf(head=f'<docdata><date.issue norm="{norm}"/></docdata>'), "a.xml").source.published
        == published
    )


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">',
        '<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.4//EN" "http://127.0.0.1:9/nitf-3-4.dtd">',
    ],
)
def test_a_document_type_that_lies_elsewhere_is_not_followed(take, doctype):
    assert LONG in take(nitf(before=doctype), "a.xml").article.text


@pytest.mark.parametrize(
    "inside",
    [
        "",
        '<!ENTITY f SYSTEM "file:///etc/passwd">',
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;">',
        "<!ATTLIST nitf a CDATA 'x'>",
    ],
)
def test_a_document_type_that_declares_something_is_refused(take, inside):
    with pytest.raises(CannotImport, match=r"^a\.xml declares a document type"):
        take(nitf("<p>&f;&b;</p>", before=f"<!DOCTYPE nitf [{inside}]>"), "a.xml")


def test_the_byline_and_the_place_are_not_said_twice(take, shown):
    over = f"{HEADLINE}<byline>By Jane Doe</byline><dateline><location>Northmouth</location></dateline>"
    imported = take(nitf(f"<p>By Jane Doe</p><p>NORTHMOUTH (BA) — {LONG}</p>", over=over), "a.xml")
    assert shown(imported) == [
        "heading1: Ferry line agreed",
        "paragraph: By Jane Doe",
        f"paragraph: NORTHMOUTH (BA) — {LONG}",
    ]


def test_what_is_no_line_for_readers_is_left_out(take, shown):
    """Initials of editors, keywords as a second headline, a date for machines."""
    over = (
        "<hedline><hl1>Ferry line agreed</hl1><hl2>BAY FERRY</hl2><hl2>Ferry line agreed</hl2></hedline>"
        "<byline>gr/bp</byline><dateline><story.date>20261114T222800+0000</story.date></dateline>"
        f"<abstract><p>{LONG[:40]}</p></abstract>"
    )
    head = '<docdata><key-list><keyword key="BAY FERRY"/></key-list></docdata>'
    imported = take(nitf(over=over, head=head), "a.xml")
    assert shown(imported) == ["heading1: Ferry line agreed", f"paragraph: {LONG}"]
    assert (imported.source.author, imported.source.published) == ("", "2026-11-14T22:28:00+00:00")


def test_an_abstract_that_says_more_stands_over_the_text(take, shown):
    imported = take(nitf(over=f"{HEADLINE}<abstract>In short: a ferry.</abstract>"), "a.xml")
    assert shown(imported)[1] == "paragraph: In short: a ferry."


def test_lines_of_a_teleprinter_are_joined_and_others_are_kept(take, shown):
    wire = "The fire is likely to get worse with a massive front spanning<br/>a huge area of the state, the "
    verse = "<p>Roses are red<br/>Violets are blue<br/>Sugar is sweet</p>"
    imported = take(nitf(f"<p>{wire}fire service<br/>said on Sunday.</p>{verse}", over=HEADLINE), "a.xml")
    assert shown(imported)[1:] == [
        f"paragraph: {wire.replace('<br/>', ' ')}fire service said on Sunday.",
        "paragraph: Roses are red",
        "paragraph: Violets are blue",
        "paragraph: Sugar is sweet",
    ]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("He said <q>yes</q>.", "He said “yes”."),
        ("He said “<q>yes</q>”.", "He said “yes”."),
        ("A caf&eacute;&nbsp;&mdash; AT&amp;T &lt;b&gt; &nobody;", "A café\u00a0— AT&T <b> &nobody;"),
        ("<frac><frac-num>1</frac-num><frac-sep>/</frac-sep><frac-den>2</frac-den></frac> mile", "1/2 mile"),
        ("<object.title>The Bay</object.title> by <title>X</title>", "The Bay by X"),
        ("Not <media-producer>seen</media-producer>", "Not"),
    ],
)  # fmt: skip
def test_words_within_a_paragraph_are_as_a_reader_sees_them(take, markup, text):
    assert take(nitf(f"<p>{markup}</p>", over=HEADLINE), "a.xml").article.text == f"Ferry line agreed\n{text}"


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-16", "windows-1252", "utf-8-sig"])
def test_any_encoding_is_read(take, encoding):
    said = encoding.removesuffix("-sig")
    data = nitf("<p>Bürgermeister für Fähre</p>").replace("UTF-8", said).encode(encoding)
    assert take(data, "a.xml").article.text.endswith("Bürgermeister für Fähre")


def test_a_withdrawn_piece_is_read_and_marked(take):
    head = '<docdata management-status="canceled"><ed-msg info="Wrong town."/></docdata>'
    over = f"{HEADLINE}<distributor>Bay Agency</distributor>"
    imported = take(nitf(head=head, over=over), "a.xml")
    assert imported.source.status == "withdrawn"
    assert imported.source.status_note == "The agency has canceled it: Wrong town."
    assert imported.warnings == (
        "Bay Agency has canceled this piece; it is marked as withdrawn: “Wrong town.”",
    )


@pytest.mark.parametrize(
    ("head", "warning"),
    [
        ('<docdata management-status="embargoed"/>', "under an embargo"),
        ('<docdata><correction info="Not 5 million"/></docdata>', "corrects an earlier one: “Not 5 million”"),
    ],
)
def test_an_embargo_and_a_correction_are_told(take, head, warning):
    imported = take(nitf(head=head, over=HEADLINE), "a.xml")
    assert (warning in imported.warnings[0], imported.source.status) == (True, "")


def test_a_file_cut_short_is_read_as_far_as_it_goes(take):
    imported = take(nitf(f"<p>{LONG}</p><p>More").partition("</body.content>")[0], "a.xml")
    assert imported.article.text.endswith(f"{LONG}\nMore")
    assert (
        imported.warnings[0] == "a.xml is damaged or cut short: check that nothing is missing from the text"
    )


def test_an_ampersand_that_was_not_escaped_is_kept(take):
    imported = take(nitf("<p>Coubris & Associés</p>", over=HEADLINE), "a.xml")
    assert imported.article.text.endswith("Coubris & Associés")
    assert imported.warnings == ()


def test_a_body_without_its_parts_is_read_whole(take):
    assert take(f"<nitf><body><p>{LONG}</p></body></nitf>", "a.nitf").article.text == LONG


@pytest.mark.parametrize("data", ["<nitf/>", "<nitf><body><p", nitf("")])
def test_a_file_without_text_is_refused(take, data):
    with pytest.raises(CannotImport, match=r"^a\.nitf holds no text"):
        take(data.replace("Slug", ""), "a.nitf")


@pytest.mark.parametrize("name", ["x:00", "x:", "x:2026ier", "x:-"])
def test_names_that_are_none_cost_nothing(take, name):
    imported = take(nitf(f"<p>{LONG}</p><{name}>Ferries sail</{name}><p>", over=HEADLINE), "a.xml")
    assert LONG in imported.article.text
