"""What pages say of themselves, as they say it: many, broken, contradictory, and at times wrong."""

import json

import pytest

TEXT = (
    "<p>Two harbour towns said on Saturday that they would pay £40m towards a new ferry line across the bay, "
    "ending a quarrel that had lasted for eleven years.</p><p>The council of Saltby votes on the plan next "
    "week, and the regional assembly follows in December, when the budget is settled as well.</p>"
)


def page(head: str = "", body: str = "", title: str = "", lang: str = "en") -> str:
    return (
        f'<html lang="{lang}"><head><title>{title}</title>{head}</head><body><article>'
        f"<h1>Harbour towns pledge £40m</h1>{body}{TEXT}</article></body></html>"
    )


def ld(*nodes: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


def article(**fields: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": "NewsArticle", **fields}


def meta(**contents: str) -> str:
    return "".join(
        f'<meta property="{name.replace("_", ":", 1)}" content="{value}">' for name, value in contents.items()
    )


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Jane Doe", "Jane Doe"),
        ({"@type": "Person", "name": "Jane Doe"}, "Jane Doe"),
        ([{"@type": "Person", "name": "Jane Doe"}, {"name": "Ali Khan"}], "Jane Doe, Ali Khan"),
        (["Jane Doe", ["Ali Khan"]], "Jane Doe, Ali Khan"),
        ({"name": ["Jane Doe", "Ali Khan"]}, "Jane Doe, Ali Khan"),
        ("Jane Doe; AP National Security Writer", "Jane Doe"),
        ("By Jane Doe, Political Editor", "Jane Doe"),
        ("By JANE DOE and ALI KHAN Associated Press", "JANE DOE, ALI KHAN Associated Press"),
        ("Jane Doe and Ali Khan", "Jane Doe, Ali Khan"),
        ("Von Jana Groß und Tomas Reul", "Jana Groß, Tomas Reul"),
        ("Оксана Іваненко та Петро Коваль", "Оксана Іваненко, Петро Коваль"),
        ("Jane Doe Political Editor", "Jane Doe"),
        ("Jane Doe | The Coast Post", "Jane Doe, The Coast Post"),
        ("Jane Doe in Northmouth", "Jane Doe"),
        ("Jane Doe, Jane Doe", "Jane Doe"),
        ("<a href='/jane'>Jane Doe</a>", "Jane Doe"),
        ("Jane &amp;amp; Ali", "Jane, Ali"),
        ("Mary-Jane O&#39;Neill", "Mary-Jane O'Neill"),
        ("Doe, Jane", "Doe, Jane"),
        ({"@type": "Organization", "name": "Reuters"}, "Reuters"),
        ("Reuters Staff", "Reuters Staff"),
        ("https://www.facebook.com/coastpost", ""),
        ("jane@coast.example", ""),
        ("@janedoe", ""),
        ("admin", ""),
        ("Political Editor", ""),
        ("null", ""),
        ("", ""),
        (7, ""),
        (None, ""),
        ({"name": {"name": {"name": {"name": {"name": {"name": "Deep"}}}}}}, ""),
    ],
)
def test_authors_are_names_without_their_roles(take, author, names):
    assert take(page(ld(article(author=author))), "a.html").source.author == names


@pytest.mark.parametrize(
    ("said", "published"),
    [
        ("2026-11-14T09:12:00+00:00", "2026-11-14T09:12:00+00:00"),
        ("2026-11-14T09:12:00.000Z", "2026-11-14T09:12:00.000Z"),
        ("2026-11-14T09:12:00+0200", "2026-11-14T09:12:00+02:00"),
        ("2026-11-14 09:12:00", "2026-11-14T09:12:00"),
        ("2026-11-14 09:12 UTC", "2026-11-14T09:12Z"),
        ("2026-11-14", "2026-11-14"),
        ("20261114", "2026-11-14"),
        ("20261114T091200Z", "2026-11-14T09:12:00Z"),
        ("1794647520", "2026-11-14T09:12:00+00:00"),
        ("1794647520000", "2026-11-14T09:12:00+00:00"),
        ("Sat, 14 Nov 2026 09:12:00 GMT", "2026-11-14T09:12:00+00:00"),
        ("November 14, 2026", "2026-11-14"),
    ],
)
def test_moments_of_any_spelling_are_stated_in_one(take, said, published):
    source = take(page(ld(article(datePublished=said))), "a.html").source
    assert (source.published, "published" in source.guessed) == (published, False)


@pytest.mark.parametrize(
    "said",
    ["0001-01-01T00:00:00", "1970-01-01T00:00:00Z", "2126-11-14", "2026-13-45", "today", "0", "14/11/26", ""],
)
def test_a_moment_that_cannot_be_is_not_stated(take, said):
    source = take(page(ld(article(datePublished=said))), "a.html").source
    assert not source.published or "published" in source.guessed


def test_the_day_of_publication_goes_before_that_of_a_change(take):
    head = ld(article(dateModified="2026-11-15", datePublished="2026-11-13")) + meta(
        article_modified_time="2026-11-15"
    )
    assert take(page(head), "a.html").source.published == "2026-11-13"


def test_the_day_of_a_change_alone_is_not_stated_as_that_of_publication(take):
    source = take(page(meta(article_modified_time="2026-11-15T10:00:00Z")), "a.html").source
    assert not source.published or "published" in source.guessed


def test_a_graph_is_followed_to_the_people_that_it_names_apart(take):
    graph = [
        {"@type": "WebSite", "name": "Site", "publisher": {"@id": "#org"}},
        {"@type": "Organization", "@id": "#org", "name": "The Coast Post"},
        {"@type": "Person", "@id": "#jane", "name": "Jane Doe"},
        article(headline="Harbour towns pledge £40m", author={"@id": "#jane"}, publisher={"@id": "#org"}),
    ]
    source = take(page(ld({"@graph": graph})), "a.html").source
    assert (source.author, source.outlet) == ("Jane Doe", "The Coast Post")


@pytest.mark.parametrize(
    "kind",
    ["NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle", "LiveBlogPosting", "schema:Article",
     "http://schema.org/NewsArticle", ["Article", "Thing"]],
)  # fmt: skip
def test_any_sort_of_article_counts(take, kind):
    assert take(page(ld({**article(author="Jane Doe"), "@type": kind})), "a.html").source.author == "Jane Doe"


@pytest.mark.parametrize("kind", ["JobPosting", "WebPage", "Person", "", None])
def test_what_is_no_article_does_not_count(take, kind):
    assert take(page(ld({**article(author="Jane Doe"), "@type": kind})), "a.html").source.author != "Jane Doe"


def test_of_several_articles_the_one_with_the_page_s_title_counts(take):
    other = article(headline="Lighthouse keeper retires", author="Ali Khan", datePublished="2026-11-01")
    own = article(headline="Harbour towns pledge £40m", author="Jane Doe", datePublished="2026-11-14")
    source = take(page(ld(other, own)), "a.html").source
    assert (source.headline, source.author, source.published) == (
        "Harbour towns pledge £40m", "Jane Doe", "2026-11-14",
    )  # fmt: skip


def test_several_meta_elements_are_several_authors(take):
    head = (
        '<meta name="author" content="Jane Doe"><meta name="author" content="Ali Khan, Coast Correspondent">'
    )
    assert take(page(head), "a.html").source.author == "Jane Doe, Ali Khan"


def test_a_profile_s_address_does_not_hide_the_name_beside_it(take):
    head = (
        meta(article_author="https://facebook.com/jane") + '<meta name="parsely-author" content="Jane Doe">'
    )
    source = take(page(head), "a.html").source
    assert (source.author, "author" in source.guessed) == ("Jane Doe", False)


MARKED = """<div itemscope itemtype="https://schema.org/NewsArticle">
<span itemprop="headline">Towns pledge</span>
<span itemprop="author" itemscope itemtype="https://schema.org/Person">
<a><span itemprop="name">Jane Doe</span></a>
<span itemprop="jobTitle">Editor</span></span>
<time itemprop="datePublished" datetime="2026-11-14T09:12Z">x</time>
<div itemprop="comment" itemscope itemtype="https://schema.org/Comment">
<span itemprop="author">Troll</span></div></div>
<div itemscope itemtype="https://schema.org/NewsArticle"><span itemprop="author">Ali Khan</span></div>"""


def test_microdata_of_the_first_article_is_stated(take):
    source = take(page(body=MARKED), "a.html").source
    assert (source.headline, source.author, source.published) == (
        "Towns pledge",
        "Jane Doe",
        "2026-11-14T09:12Z",
    )
    assert not {"headline", "author", "published"} & set(source.guessed)


def test_links_to_authors_and_marked_times_are_stated(take):
    body = (
        '<a rel="author" href="/jane">By Jane Doe</a> <a rel="nofollow author">Ali Khan</a>'
        '<time class="entry-date published" datetime="2026-11-13T10:00:00+01:00">yesterday</time>'
        '<time class="updated" datetime="2026-11-15">today</time>'
    )
    source = take(page(body=body), "a.html").source
    assert (source.author, source.published) == ("Jane Doe, Ali Khan", "2026-11-13T10:00:00+01:00")
    assert not {"author", "published"} & set(source.guessed)


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Harbour towns pledge £40m | The Coast Post", "Harbour towns pledge £40m"),
        ("Harbour towns pledge £40m - The Coast Post", "Harbour towns pledge £40m"),
        ("Towns turn against The Coast Post", "Towns turn against The Coast Post"),
        ("Towns &amp;amp; &lt;em&gt;ferry&lt;/em&gt;", "Towns & ferry"),
    ],
)
def test_the_headline_is_without_the_outlet_and_without_mark_up(take, title, headline):
    head = f'{meta(og_site_name="The Coast Post")}<meta property="og:title" content="{title}">'
    assert take(page(head), "a.html").source.headline == headline


def test_a_headline_that_was_cut_short_gives_way_to_the_whole_one(take):
    head = ld(article(headline="Harbour towns pledge…")) + meta(
        og_title="Harbour towns pledge £40m for a ferry"
    )
    assert take(page(head), "a.html").source.headline == "Harbour towns pledge £40m for a ferry"


@pytest.mark.parametrize(
    ("canonical", "url"),
    [
        ("https://coast.example/news/ferry", "https://coast.example/news/ferry"),
        ("https://coast.example/?p=17", "https://coast.example/?p=17"),
        ("https://coast.example/", ""),
        ("https://coast.example", ""),
        ("http://localhost/news/ferry", ""),
        ("/news/ferry", ""),
    ],
)
def test_an_address_that_is_not_the_article_s_is_not_stated(take, canonical, url):
    assert take(page(f'<link rel="canonical" href="{canonical}">'), "a.html").source.url == url


@pytest.mark.parametrize(
    ("lang", "head", "language"),
    [
        ("en_GB", "", "en-GB"),
        ("", meta(og_locale="en_US"), "en-US"),
        ("", ld(article(inLanguage={"@type": "Language", "name": "English", "alternateName": "en"})), "en"),
        ("English", "", "en"),
    ],
)
def test_languages_are_stated_as_codes(take, lang, head, language):
    source = take(page(head, lang=lang), "a.html").source
    assert (source.language, "language" in source.guessed) == (language, False)


@pytest.mark.parametrize("lang", ["{{lang}}", "xx", "en, fr, de", "<?php echo $lang ?>"])
def test_what_is_no_language_is_guessed_instead(take, lang):
    source = take(page(lang=lang), "a.html").source
    assert (source.language, "language" in source.guessed) == ("en", True)


@pytest.mark.parametrize("outlet", ["https://coast.example", "@coastpost", "x" * 300])
def test_an_outlet_that_is_no_name_is_not_stated(take, outlet):
    source = take(page(meta(og_site_name=outlet)), "a.html").source
    assert source.outlet != outlet


GERMAN = (
    "<p>Zwei Hafenstädte wollen zusammen vierzig Millionen Euro für eine neue Fährlinie über die Bucht "
    "ausgeben und damit einen Streit beenden, der elf Jahre gedauert hat.</p><p>Der Rat stimmt in der "
    "nächsten Woche über den Plan ab, die Regionalversammlung folgt im Dezember, nach dem Haushalt.</p>"
)


def test_a_language_that_the_text_is_surely_not_written_in_gives_way_to_the_text_s(take):
    source = take(page().replace(TEXT, GERMAN), "a.html").source
    assert (source.language, "language" in source.guessed) == ("de", True)


@pytest.mark.parametrize("lang", ["de-AT", "lb", "gsw"])
def test_a_language_near_to_the_text_s_stays_as_stated(take, lang):
    source = take(page(lang=lang).replace(TEXT, GERMAN), "a.html").source
    assert (source.language, "language" in source.guessed) == (lang, False)
