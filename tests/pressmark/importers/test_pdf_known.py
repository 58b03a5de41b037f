from collections.abc import Callable

import pikepdf
import pytest

from pressmark.importers.imported import Imported
from tests.pressmark.importers.pdf_making import BOLD, SANS, Made
from tests.pressmark.importers.test_pdf import HEADLINE, HYPHENATED, columns
from tests.pressmark.importers.test_pdf_refused import changed

Take = Callable[..., Imported]

XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li>
<rdf:li xml:lang="de">Anders</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Ann Lee</rdf:li><rdf:li>Bo Ek</rdf:li></rdf:Seq></dc:creator>
<prism:publicationName>The Northmouth Gazette</prism:publicationName>
<prism:publicationDate>2026-11-14T06:00:00Z</prism:publicationDate>
<prism:url>https://gazette.example/harbour</prism:url>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def paper(*, address: str = "") -> bytes:
    made = Made()
    made.text(50, 760, HEADLINE, font=BOLD, size=13)
    if address:
        made.text(50, 20, address, font=SANS, size=7)
    made.flow(HYPHENATED, columns(2, height=230))
    return made.data()


def informed(**info: str) -> bytes:
    def tell(document: pikepdf.Pdf) -> None:
        for name, value in info.items():
            document.docinfo[f"/{name}"] = value

    return changed(paper(), tell)


def with_xmp(title: str) -> bytes:
    def tell(document: pikepdf.Pdf) -> None:
        document.Root.Metadata = document.make_stream(XMP.replace("{title}", title).encode())
        document.Root.Metadata.Type = pikepdf.Name("/Metadata")
        document.Root.Metadata.Subtype = pikepdf.Name("/XML")
        document.Root.Lang = "en-GB"

    return changed(paper(), tell, compress_streams=False)


def test_what_publishers_state_is_taken(take: Take) -> None:
    source = take(with_xmp(HEADLINE), "gazette.pdf").source
    assert (source.headline, source.author) == (HEADLINE, "Ann Lee, Bo Ek")
    assert (source.outlet, source.published) == ("The Northmouth Gazette", "2026-11-14")
    assert (source.url, source.language) == ("https://gazette.example/harbour", "en-GB")
    assert source.guessed == ("author",)


@pytest.mark.parametrize(
    "title",
    ["Microsoft Word - harbour.doc", "harbour_final_v3", "page 12.indd", "Untitled-1", "Document1", "12", ""],
)
def test_a_title_that_is_a_file_name_is_no_headline(take: Take, title: str) -> None:
    source = take(informed(Title=title), "gazette.pdf").source
    assert source.headline == HEADLINE
    assert "headline" in source.guessed


def test_a_title_that_the_page_bears_is_stated(take: Take) -> None:
    source = take(informed(Title=HEADLINE.upper()), "gazette.pdf").source
    assert source.headline == HEADLINE
    assert "headline" not in source.guessed


def test_the_date_and_the_author_of_the_file_are_guesses(take: Take) -> None:
    made = informed(Author="Ann Lee", CreationDate="D:20261114060000+01'00'", Producer="Adobe PDF Library")
    source = take(made, "gazette.pdf").source
    assert (source.author, source.published) == ("Ann Lee", "2026-11-14")
    assert {"author", "published"} <= set(source.guessed)


def test_the_date_on_which_somebody_printed_a_page_is_none_of_the_article(take: Take) -> None:
    made = informed(Author="admin", CreationDate="D:20261120", Producer="Skia/PDF m131", Creator="Chromium")
    source = take(made, "gazette.pdf").source
    assert (source.author, source.published) == ("", "")


def test_an_address_printed_at_the_foot_is_the_url_guessed(take: Take) -> None:
    found = take(paper(address="https://gazette.example/harbour?page=2"), "gazette.pdf")
    assert found.source.url == "https://gazette.example/harbour?page=2"
    assert "url" in found.source.guessed
    assert "gazette.example" not in found.article.text


@pytest.mark.parametrize("bad", ["<x:xmpmeta>", '<!DOCTYPE x [<!ENTITY e "e">]>', "\0\xff"])
def test_metadata_that_is_broken_is_passed_over(take: Take, bad: str) -> None:
    data = paper() + f"\n<x:xmpmeta>{bad}</x:xmpmeta>".encode("latin-1")
    assert take(data, "gazette.pdf").source.headline == HEADLINE


def test_what_is_not_the_articles_own_is_struck(take: Take) -> None:
    made = Made()
    y = made.flow(HYPHENATED[:3], columns(1))
    made.text(50, y - 40, "© 2026 Northmouth Gazette Ltd. All rights reserved.", font=SANS, size=7)
    found = take(made.data(), "gazette.pdf")
    assert found.struck == (3,)
    assert found.article.block_text(found.article.blocks[3]).startswith("© 2026")


def test_the_name_of_the_paper_is_no_headline(take: Take) -> None:
    made = Made()
    made.text(50, 790, "The Northmouth Gazette", font=BOLD, size=40)
    made.text(50, 750, HEADLINE, font=BOLD, size=13)
    made.flow(HYPHENATED, columns(2, height=230))
    assert take(made.data(), "gazette.pdf").source.headline == HEADLINE


def test_a_short_headline_is_one_where_there_is_no_longer_one_below_it(take: Take) -> None:
    made = Made()
    made.text(50, 760, "Harbour deal", font=BOLD, size=24)
    made.flow(HYPHENATED, columns(2, height=230))
    found = take(made.data(), "gazette.pdf")
    assert found.source.headline == "Harbour deal"
