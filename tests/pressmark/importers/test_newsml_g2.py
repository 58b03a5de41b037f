"""NewsML-G2: items alone and in messages, whatever is inside them."""

from base64 import b64encode

import pytest

from pressmark.importers.reading import CannotImport

G2 = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
LONG = "Four harbour towns agreed on Saturday to pay for a new ferry line across the bay."
META = """<itemClass qcode="ninat:text"/><provider qcode="nprov:BA"><name>Bay Agency</name></provider>
  <versionCreated>2026-11-14T09:12:00+01:00</versionCreated><firstCreated>2026-11-13T08:00:00Z</firstCreated>"""
USABLE = '<pubStatus qcode="stat:usable"/>'
STATED = """<creator qcode="ba:doe"><name>doe.jane</name></creator><by>By Jane Doe, Political Editor</by>
  <dateline>Northmouth (BA) – </dateline><language tag="en-GB"/>
  <headline rank="1">Ferry line agreed</headline>
  <headline role="hld:subHeadline">Towns share the cost</headline>"""
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>'
    "<title>Slug</title></head><body>{}</body></html></inlineXML>"
)
NITF = (
    '<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>'
    "<body.head><headline><hl1>Inner</hl1></headline><byline>By Ann Lee</byline></body.head>"
    "<body.content><block>{}</block></body.content></body></nitf></inlineXML>"
)
PLAIN = '<inlineData contenttype="text/plain">{}</inlineData>'


def item(content: str = "", meta: str = META + USABLE, stated: str = STATED, more: str = "") -> str:
    return (
        f'<newsItem {G2} guid="urn:newsml:bay.example:1" standard="NewsML-G2" xml:lang="de">{more}'
        f"<itemMeta>{meta}</itemMeta><contentMeta>{stated}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


def message(*items: str) -> str:
    return (
        f'<?xml version="1.0"?><newsMessage {G2}><header/><itemSet>{"".join(items)}</itemSet></newsMessage>'
    )


def test_an_item_comes_with_all_that_is_stated_of_it(take_all, shown, struck):
    header = "<header><ul><li>Ferries</li></ul><h1>Ferry line agreed</h1></header>"
    body = f"{header}<p>{LONG}</p><h2>Costs</h2><p>Müller</p>"
    (only,) = take_all(item(XHTML.format(body)), "a.xml")
    assert shown(only) == [
        "list-item: Ferries",
        "heading1: Ferry line agreed",
        "heading2: Towns share the cost",
        "paragraph: By Jane Doe, Political Editor",
        "paragraph: Northmouth (BA)",
        f"paragraph: {LONG}",
        "heading2: Costs",
        "paragraph: Müller",
    ]
    assert struck(only) == ["Ferries"]
    source = only.source
    assert (source.headline, source.outlet, source.author) == ("Ferry line agreed", "Bay Agency", "Jane Doe")
    assert (source.published, source.language) == ("2026-11-14T09:12:00+01:00", "en-GB")
    assert (source.guessed, source.status, only.warnings) == ((), "", ())


def test_a_message_yields_each_of_its_items_with_its_own_bytes(take_all):
    second = STATED.replace("Ferry line agreed", "Quay opens")
    found = take_all(
        message(item(XHTML.format(f"<p>{LONG}</p>")), item(PLAIN.format(LONG), stated=second)), "a.xml"
    )
    assert [one.source.headline for one in found] == ["Ferry line agreed", "Quay opens"]
    assert b"Quay opens" in found[1].original
    assert b"Quay opens" not in found[0].original
    assert found[0].source.original_sha256 != found[1].source.original_sha256


@pytest.mark.parametrize(
    "content",
    [
        XHTML.format(f"<p>{LONG}</p>"),
        '<inlineXML contenttype="xhtml/xml"><html><body><p>' + LONG + "</p></body></html></inlineXML>",
        f"<inlineXML><p>{LONG}</p></inlineXML>",
        NITF.format(f"<p>{LONG}</p>"),
        PLAIN.format(LONG),
        PLAIN.format(f"<![CDATA[<p>\n {LONG.replace('pay', 'pay' + chr(10))}\n</p>]]>"),
        f'<inlineData contenttype="text/html">&lt;p&gt;{LONG}&lt;/p&gt;</inlineData>',
        f'<inlineData contenttype="text/html">&amp;lt;p&amp;gt;{LONG}&amp;lt;/p&amp;gt;</inlineData>',
        f"<inlineData encoding='encd:b64'>{b64encode(LONG.encode()).decode()}</inlineData>",
        '<inlineXML contenttype="application/nitf+xml"> </inlineXML>' + PLAIN.format(LONG),
        '<remoteContent href="a.jpg" contenttype="image/jpeg"/>' + PLAIN.format(LONG),
    ],
)  # fmt: skip
def test_the_text_is_found_however_it_is_put_in(take_all, shown, content):
    (only,) = take_all(item(content, stated="<headline>Ferry line agreed</headline>"), "a.xml")
    assert only.source.headline == "Ferry line agreed"
    assert shown(only)[-1] == f"paragraph: {LONG}"


def test_what_the_inner_article_states_fills_what_the_item_does_not(take_all):
    (only,) = take_all(item(NITF.format(f"<p>{LONG}</p>"), stated=""), "a.xml")
    assert (only.source.headline, only.source.author) == ("Inner", "Ann Lee")


@pytest.mark.parametrize(
    ("meta", "more", "outlet", "guessed"),
    [
        ('<provider literal="bay.example"/>', "", "bay.example", False),
        ('<provider qcode="nprov:BA"/>', "", "BA", False),
        ("", '<rightsInfo><copyrightHolder literal="Bay Press"/></rightsInfo>', "Bay Press", True),
    ],
)
def test_the_outlet_is_the_provider_however_it_is_named(take_all, meta, more, outlet, guessed):
    (only,) = take_all(item(PLAIN.format(LONG), meta=meta, more=more), "a.xml")
    assert (only.source.outlet, "outlet" in only.source.guessed) == (outlet, guessed)


@pytest.mark.parametrize(
    "code", ['qcode="stat:canceled"', 'uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"']
)
def test_a_canceled_item_is_read_and_marked_as_withdrawn(take_all, code):
    meta = f"{META}<pubStatus {code}/><edNote>Wrong town.</edNote>"
    (only,) = take_all(item(PLAIN.format(LONG), meta=meta), "a.xml")
    assert (only.source.status, only.source.status_note) == (
        "withdrawn",
        "The agency has canceled it: Wrong town.",
    )
    assert only.warnings == ("Bay Agency has canceled this piece; it is marked as withdrawn: “Wrong town.”",)


@pytest.mark.parametrize(
    ("meta", "warning"),
    [
        ("<embargoed>2026-11-30T12:00:00Z</embargoed>", "under an embargo"),
        ('<signal qcode="sig:correction"/><edNote>Corrects the sum.</edNote>', "corrects an earlier one"),
    ],
)
def test_an_embargo_and_a_correction_are_told(take_all, meta, warning):
    (only,) = take_all(item(PLAIN.format(LONG), meta=META + meta), "a.xml")
    assert (warning in only.warnings[0], only.source.status) == (True, "")


def test_an_embargo_that_is_over_and_notes_for_nobody_are_not_told(take_all):
    over = "<embargoed>2026-11-01T12:00:00Z</embargoed><edNote pubconstraint='ba:private'>Call me</edNote>"
    (only,) = take_all(item(PLAIN.format(LONG), meta=META + over), "a.xml")
    assert only.warnings == ()


def test_text_that_is_in_another_file_is_told_with_its_name(take_all):
    remote = '<remoteContent href="ferry.html" contenttype="text/html"/>'
    (refusal,) = take_all(item(remote), "a.xml")
    where = "it is in another file (ferry.html). Import that file"
    assert str(refusal) == f"“Ferry line agreed” in a.xml holds no text itself: {where}"


def test_pictures_of_a_message_are_counted_in_one_line(take_all):
    picture = item('<remoteContent href="a.jpg"/>', meta='<itemClass qcode="ninat:picture"/>')
    *articles, refusal = take_all(message(picture, item(PLAIN.format(LONG)), picture), "a.xml")
    assert len(articles) == 1
    assert str(refusal).startswith("a.xml also holds 2 items without text (pictures")


def test_a_package_is_a_list_of_references(take_all):
    group = '<group id="g"><itemRef residref="x"/></group>'
    package = f'<packageItem {G2}><groupSet root="g">{group}</groupSet></packageItem>'
    (refusal,) = take_all(package, "a.xml")
    assert "a.xml is a list of references to other files (a packageItem)" in str(refusal)
    found = take_all(message(package, item(PLAIN.format(LONG))), "a.xml")
    assert [one.source.headline for one in found] == ["Ferry line agreed"]


def test_a_flash_is_a_headline_and_nothing_else(take_all, shown):
    (only,) = take_all(item(stated="<headline>FERRY LINE AGREED</headline>"), "a.xml")
    assert shown(only) == ["heading1: FERRY LINE AGREED"]


@pytest.mark.parametrize(
    "data", [f"<newsMessage {G2}/>", message("<planningItem/>"), item(meta="", stated="")]
)
def test_a_file_without_articles_is_refused(take_all, data):
    (refusal,) = take_all(data, "a.xml")
    assert isinstance(refusal, CannotImport)
    assert str(refusal).startswith("a.xml ")


def test_the_namespace_of_any_version_is_read(take_all):
    data = (
        item(PLAIN.format(LONG))
        .replace("2006-10-01", "2030-01-01")
        .replace("<newsItem", "<newsItem version='9'")
    )
    assert take_all(data, "a.xml")[0].article.text.endswith(LONG)


def test_a_message_cut_short_yields_what_it_still_holds(take_all):
    whole = message(item(PLAIN.format(LONG)), item(PLAIN.format(LONG)))
    found = take_all(whole[: whole.rindex("</inlineData>")], "a.xml")
    assert [one.article.text.endswith(LONG) for one in found] == [True, True]
    assert "damaged or cut short" in found[0].warnings[0]
    assert found[1].warnings == ()
