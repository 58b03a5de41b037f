import json

import pytest

from pressmark.importers.reading import CannotImport

FIRST = (
    "Four harbour towns said on <time>Saturday</time> that they would pay £40&nbsp;million towards a new "
    "ferry line across the bay, ending a quarrel that had lasted for eleven years."
)
SECOND = (
    "“We have waited long enough,” said Mara Lind 👩&#x200d;🚒, the mayor of Northmouth. “The line will open "
    "in the spring of 2028, and nobody will pay more than £3 a crossing.”"
)
LAST = (
    "Opponents fear that the money will be missing elsewhere. The council of Saltby votes on the plan next "
    "week, and the regional assembly in December."
)
NEWS_ARTICLE = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Not the headline"},
        {
            "@type": ["NewsArticle"],
            "headline": "Harbour towns pledge £40m &amp; a ferry",
            "datePublished": "2026-11-14T09:12:00+00:00",
            "author": [{"@type": "Person", "name": "Jane Doe"}, {"name": "Ali Khan"}],
            "publisher": {"@type": "Organization", "name": "The Coast Post"},
            "inLanguage": "en-GB",
            "url": "https://coast.example/ferry",
        },
    ],
}
OPEN_GRAPH = """
<meta property="og:title" content="Harbour towns pledge £40m">
<meta property="og:site_name" content="Coast Post">
<meta property="article:published_time" content="2026-11-14"><meta name="author" content="Jane Doe">
<meta property="og:locale" content="en_GB"><link rel="canonical" href="/news/ferry">"""


def page(head: str = "", body: str = "") -> str:
    body = body or f"<p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>"
    return f"""<!DOCTYPE html><html><head><title>Harbour towns pledge £40m | Coast Post</title>{head}
        <style>p {{ color: red }}</style></head><body>
        <header><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
        <main><article><h1>Harbour towns pledge £40m</h1>{body}</article></main>
        <aside><p><a href="/y">How the ferry was lost in the storm of 2015 and never came back</a></p></aside>
        <footer><p>© The Coast Post 2026. All rights reserved. Terms and cookies.</p></footer></html>"""


def json_ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_the_article_is_told_from_the_rest_and_its_words_are_the_page_s_own(take, shown):
    assert shown(take(page(), "ferry.html")) == [
        "heading1: Harbour towns pledge £40m",
        "paragraph: Four harbour towns said on Saturday that they would pay £40\u00a0million towards a new "
        "ferry line across the bay, ending a quarrel that had lasted for eleven years.",
        "paragraph: “We have waited long enough,” said Mara Lind 👩\u200d🚒, the mayor of Northmouth. “The "
        "line will open in the spring of 2028, and nobody will pay more than £3 a crossing.”",
        f"paragraph: {LAST}",
    ]


def test_headings_lists_quotations_captions_and_rows_become_blocks(take, shown):
    body = f"""<p>{FIRST}</p><figure><img src="x.jpg"><figcaption>The old ferry in June</figcaption></figure>
        <h2>What they promised</h2><ul><li>Northmouth pays £22 million over three years</li>
        <li>Saltby pays £10 million</li></ul><blockquote><p>Nobody will be left on the quay, and nobody will
        be asked to pay twice.</p></blockquote><p>{LAST}</p>
        <table><tr><th>Town</th><th>Share</th></tr><tr><td>Northmouth</td><td>£22m</td></tr></table>"""
    assert shown(take(page(body=body), "ferry.html"))[2:] == [
        "caption: The old ferry in June",
        "heading2: What they promised",
        "list-item: Northmouth pays £22 million over three years",
        "list-item: Saltby pays £10 million",
        "quotation: Nobody will be left on the quay, and nobody will be asked to pay twice.",
        f"paragraph: {LAST}",
        "paragraph: Town\tShare",
        "paragraph: Northmouth\t£22m",
    ]


def test_what_json_ld_states_is_no_guess(take):
    source = take(page(OPEN_GRAPH + json_ld(NEWS_ARTICLE)), "ferry.html").source
    assert (source.headline, source.outlet) == ("Harbour towns pledge £40m & a ferry", "The Coast Post")
    assert (source.author, source.published) == ("Jane Doe, Ali Khan", "2026-11-14T09:12:00+00:00")
    assert (source.language, source.url) == ("en-GB", "https://coast.example/ferry")
    assert source.guessed == ()


def test_what_open_graph_states_is_no_guess(take):
    source = take(page(OPEN_GRAPH), "ferry.html", url="https://coast.example/a?b=1").source
    assert (source.headline, source.outlet) == ("Harbour towns pledge £40m", "Coast Post")
    assert (source.author, source.published, source.language) == ("Jane Doe", "2026-11-14", "en-GB")
    assert source.url == "https://coast.example/a?b=1"
    assert source.guessed == ()


def test_what_had_to_be_inferred_is_named_as_guessed(take):
    body = f"<p>Published on 14 November 2026</p><p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>"
    source = take(page(body=body), "ferry.html").source
    assert source.headline == "Harbour towns pledge £40m"
    assert source.published == "2026-11-14"
    assert set(source.guessed) >= {"headline", "published"}
    assert all(getattr(source, field) for field in source.guessed)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "//host/share", "http://["])
def test_an_address_that_is_none_of_the_web_is_not_recorded(take, url):
    assert take(page(f'<link rel="canonical" href="{url}">'), "ferry.html").source.url == ""


@pytest.mark.parametrize(
    "broken",
    [
        '{"@type": "NewsArticle", ',
        "[" * 100_000,
        "null",
        '"x"',
        '[[{"@type": 5}]]',
        '{"@type":"Article","author":7}',
    ],
)
def test_broken_json_ld_leaves_the_meta_elements(take, broken):
    head = f'{OPEN_GRAPH}<script type="application/ld+json">{broken}</script>'
    assert take(page(head), "ferry.html").source.headline == "Harbour towns pledge £40m"


def test_the_declared_encoding_is_used(take):
    data = page('<meta charset="windows-1251">', f"<p>Министр сказал, что паром откроется весной. {LAST}</p>")
    imported = take(data.replace("£", "").replace("👩", "").encode("windows-1251", "ignore"), "ferry.html")
    assert "Министр сказал, что паром откроется весной." in imported.article.text
    assert not [warning for warning in imported.warnings if "encoding" in warning]


def test_a_page_put_together_by_scripts_gives_the_text_meant_for_machines(take):
    body = "The towns agreed on Saturday to pay for the ferry. " * 12
    data = (
        f"<html><head>{json_ld({'@type': 'Report', 'headline': 'Towns agree', 'articleBody': body})}</head>"
    )
    imported = take(f"{data}<body><div id=app>Loading…</div></body></html>", "ferry.html")
    assert imported.article.text == body.strip()
    assert "to machines" in imported.warnings[0]


def test_a_page_without_an_article_is_taken_whole(take):
    imported = take("<html><body><h1>Towns agree</h1><p>They pay.</p></body></html>", "ferry.html")
    assert imported.article.text == "Towns agree\nThey pay."
    assert "all of its text was taken" in imported.warnings[0]


def test_the_byline_under_the_heading_is_kept_and_serves_where_nothing_is_stated(take, shown, struck):
    body = f"<p>By Jane Doe, Political Editor</p><p>Share this</p><p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>"
    imported = take(page(body=body), "ferry.html")
    assert shown(imported)[1] == "paragraph: By Jane Doe, Political Editor"
    assert imported.source.author.startswith("Jane Doe")
    assert "author" in imported.source.guessed
    assert struck(imported)[0] == "Share this"


@pytest.mark.parametrize("around", ["form", "aside", "div", "footer"])
def test_an_article_inside_an_unusual_element_is_found(take, around):
    data = f"<html><body><{around}><h1>Towns agree</h1><p>{LAST}</p><p>{SECOND}</p></{around}></body></html>"
    assert LAST in take(data, "ferry.html").article.text


def test_a_page_that_shows_nothing_is_refused(take):
    with pytest.raises(CannotImport, match=r"ferry\.html holds no text"):
        take("<html><body><script>document.write('x')</script><p hidden>no</p></body></html>", "ferry.html")


def test_nothing_that_a_page_names_is_opened(take, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    body = (
        f'<!DOCTYPE html [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'
        f'<html><head><base href="{tmp_path.as_uri()}/"><link rel="import" href="secret.txt"></head>'
        f'<body><iframe src="secret.txt"></iframe><img src="//h/s">'
        f'<object data="{secret.as_uri()}"></object><p>{FIRST} &s;</p><p>{SECOND}</p></body></html>'
    )
    assert "SECRET" not in take(body, "ferry.html").article.text


def test_words_set_large_beside_the_text_are_struck_where_they_repeat_it(take, struck):
    large = "ending a quarrel that had lasted for eleven years"
    body = f"<p>{FIRST}</p><p>{SECOND}</p><div><p>{large}</p></div><p>{LAST}</p>"
    assert struck(take(page(body=body), "ferry.html")) == [large]


def test_the_caption_of_a_picture_stays_and_its_credit_is_struck(take, shown, struck):
    lead = "<figure><figcaption>The old ferry in June</figcaption></figure>"
    credit = '<figure><p class="image-caption">Photograph: Jane Doe/Getty Images</p></figure>'
    imported = take(page(body=f"{lead}<p>{FIRST}</p>{credit}<p>{SECOND}</p><p>{LAST}</p>"), "ferry.html")
    assert "caption: The old ferry in June" in shown(imported)
    assert struck(imported) == ["Photograph: Jane Doe/Getty Images"]


def test_a_list_that_stands_after_the_last_paragraph_is_the_article_s_own(take, struck):
    listed = "<ul><li>Saltby: £10m</li><li>Northmouth: £22m</li></ul>"
    imported = take(page(body=f"<p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>{listed}"), "ferry.html")
    assert imported.article.text.endswith("Saltby: £10m\nNorthmouth: £22m")
    assert struck(imported) == []


def test_a_box_beside_the_text_is_struck_in_its_place(take, struck):
    box = '<div class="newsletter-box"><p>Read first what moves the coast, every morning at six.</p></div>'
    imported = take(page(body=f"<p>{FIRST}</p>{box}<p>{SECOND}</p><p>{LAST}</p>"), "ferry.html")
    assert imported.struck == (2,)
    assert struck(imported) == ["Read first what moves the coast, every morning at six."]
