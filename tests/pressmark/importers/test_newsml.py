"""NewsML 1: components in components, as several agencies put them together."""

import pytest

from pressmark.importers.reading import CannotImport

LONG = "Four harbour towns agreed on Saturday to pay for a new ferry line across the bay."
LINES = """<NewsLines><HeadLine>Fähre beschlossen</HeadLine><SubHeadLine>Vier Städte zahlen</SubHeadLine>
  <ByLine>Von Jörg Müller</ByLine><DateLine>Northmouth, 14. Nov (BA)</DateLine>
  <CopyrightLine>© 2026 BA</CopyrightLine><SlugLine>ferry</SlugLine></NewsLines>"""
ABOUT = """
  <AdministrativeMetadata><Provider><Party FormalName="Bay Agency"/></Provider></AdministrativeMetadata>
  <DescriptiveMetadata><Language FormalName="de"/></DescriptiveMetadata>"""
TEXT = f"<p>{LONG}</p><p>Müller sagte: „Ja“.</p>"


def content(inside: str, media: str = "Text", more: str = "") -> str:
    data = f"<DataContent>{inside}</DataContent>" if inside else ""
    return f'<ContentItem{more}><MediaType FormalName="{media}"/>{data}</ContentItem>'


def component(inside: str, role: str = "Main", more: str = "") -> str:
    return f'<NewsComponent{more}><Role FormalName="{role}"/>{inside}</NewsComponent>'


def item(inside: str, status: str = "Usable") -> str:
    return f"""<NewsItem><Identification><NewsIdentifier><ProviderId>bay.example</ProviderId>
      <PublicIdentifier>urn:newsml:bay.example:20261114:1:1</PublicIdentifier></NewsIdentifier></Identification>
      <NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20261114T080000+0000</FirstCreated>
      <ThisRevisionCreated>20261114T091200+0000</ThisRevisionCreated>
      <Status FormalName="{status}"/></NewsManagement>
      {inside}</NewsItem>"""


def newsml(*items: str, before: str = "") -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>{before}<NewsML><Catalog Href="http://127.0.0.1:9/c.xml"/>
      <NewsEnvelope><DateAndTime>20261114T100000Z</DateAndTime></NewsEnvelope>{"".join(items)}</NewsML>"""


DOCTYPE = (
    '<!DOCTYPE NewsML PUBLIC "urn:newsml:iptc.org:20021018:NewsMLv1.1:1" "http://127.0.0.1:9/NewsML.dtd">'
)
WHOLE = newsml(
    item(
        f"<NewsComponent>{LINES}{ABOUT}"
        + component(content(TEXT))
        + component(content("", "Photo", ' Href="a.jpg"') + content("<p>Die alte Fähre.</p>"), "Photo")
        + "</NewsComponent>"
    ),
    before=DOCTYPE,
)


def test_an_item_comes_with_all_that_is_stated_of_it(take_all, shown):
    (only,) = take_all(WHOLE, "a.xml")
    assert shown(only) == [
        "heading1: Fähre beschlossen",
        "heading2: Vier Städte zahlen",
        "paragraph: Von Jörg Müller",
        "paragraph: Northmouth, 14. Nov (BA)",
        f"paragraph: {LONG}",
        "paragraph: Müller sagte: „Ja“.",
        "caption: Die alte Fähre.",
    ]
    source = only.source
    assert (source.headline, source.outlet, source.author) == (
        "Fähre beschlossen",
        "Bay Agency",
        "Jörg Müller",
    )
    assert (source.published, source.language) == ("2026-11-14T09:12:00+00:00", "de")
    assert (source.guessed, source.status, only.warnings, only.original) == ((), "", (), WHOLE.encode())


@pytest.mark.parametrize(
    "inside",
    [
        f"<p>{LONG}</p>",
        f"<html><head><title>x</title></head><body><p>{LONG}</p></body></html>",
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{LONG}</p></body></html>',
        f"<nitf><body><body.head/><body.content><p>{LONG}</p></body.content></body></nitf>",
        f"<![CDATA[<P>{LONG}</P>]]>",
        f"\n{LONG}\n",
    ],
)
def test_the_text_is_found_however_it_is_put_in(take_all, shown, inside):
    (only,) = take_all(newsml(item(f"<NewsComponent>{LINES}{content(inside)}</NewsComponent>")), "a.xml")
    assert shown(only)[-1] == f"paragraph: {LONG}"


def test_each_component_with_a_headline_of_its_own_is_an_article(take_all):
    second = LINES.replace("Fähre beschlossen", "Kai eröffnet")
    inside = component(LINES + content(TEXT)) + component(second + content(TEXT))
    found = take_all(newsml(item(f"<NewsComponent>{LINES}{ABOUT}{inside}</NewsComponent>")), "a.xml")
    assert [one.source.headline for one in found] == ["Fähre beschlossen", "Kai eröffnet"]
    assert [one.source.outlet for one in found] == ["Bay Agency", "Bay Agency"]
    assert (b"Kai" in found[0].original, b"Kai" in found[1].original) == (False, True)


def test_each_item_is_an_article_with_its_own_bytes(take_all):
    inside = f"<NewsComponent>{LINES}{content(TEXT)}</NewsComponent>"
    found = take_all(newsml(item(inside), item(inside, "Withheld")), "a.xml")
    assert [one.source.status for one in found] == ["", "withdrawn"]
    assert [one.original.count(b"<NewsItem>") for one in found] == [1, 1]
    assert found[1].warnings == ("bay.example has withheld this piece; it is marked as withdrawn",)


def test_of_equivalent_forms_one_is_taken(take_all):
    forms = component(content(f"<p>{LONG}</p>") + content(LONG), more=' EquivalentsList="yes"')
    (only,) = take_all(newsml(item(f"<NewsComponent>{LINES}{forms}</NewsComponent>")), "a.xml")
    assert only.article.text.count(LONG) == 1


def test_what_nobody_states_is_taken_from_elsewhere_as_a_guess(take_all):
    (only,) = take_all(newsml(item(f"<NewsComponent>{content(TEXT)}</NewsComponent>")), "a.xml")
    assert (only.source.outlet, only.source.headline) == ("bay.example", "")
    assert "outlet" in only.source.guessed


def test_text_that_is_in_another_file_is_told_with_its_name(take_all):
    inside = content("", more=' Href="ferry.html"')
    remote = f"<NewsComponent>{LINES}{inside}</NewsComponent>"
    (refusal,) = take_all(newsml(item(remote)), "a.xml")
    assert "“Fähre beschlossen” in a.xml holds no text itself: it is in another file (ferry.html)" in str(
        refusal
    )


def test_items_of_pictures_are_counted(take_all):
    picture = item(component(content("", "Photo", ' Href="a.jpg"'), "Photo"))
    text = item(f"<NewsComponent>{LINES}{content(TEXT)}</NewsComponent>")
    *articles, refusal = take_all(newsml(picture, text, picture), "a.xml")
    assert len(articles) == 1
    assert "a.xml also holds 2 items without text" in str(refusal)
    (refusal,) = take_all(newsml(picture), "a.xml")
    assert "a.xml holds an item without text" in str(refusal)


@pytest.mark.parametrize("inside", ["", "<!ENTITY % nitf SYSTEM 'http://127.0.0.1:9/nitf.dtd'>%nitf;"])
def test_a_document_type_that_declares_something_is_refused(take_all, inside):
    (refusal,) = take_all(newsml(before=f'<!DOCTYPE NewsML SYSTEM "NewsML.dtd" [{inside}]>'), "a.xml")
    assert str(refusal).startswith("a.xml declares a document type")


@pytest.mark.parametrize("data", ["<NewsML/>", newsml(), newsml(item("")), "<NewsML><ContentItem/></NewsML>"])
def test_a_file_without_articles_is_refused(take_all, data):
    (refusal,) = take_all(data, "a.xml")
    assert isinstance(refusal, CannotImport)
    assert str(refusal).startswith("a.xml ")
