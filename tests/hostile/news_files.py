"""Feeds and agencies' files that are forged, by what they try."""

from collections.abc import Callable

from tests.hostile.html_files import NEWS
from tests.hostile.package_files import MB
from tests.hostile.xml_files import LAUGHS
from tests.pressmark.importers import test_feed, test_newsml, test_newsml_g2, test_nitf

Made = Callable[[str], bytes]
Doc = Callable[..., str]

RSS, G2, NEWSML, NITF = test_feed.rss, test_newsml_g2.message, test_newsml.newsml, test_nitf.nitf


def forged(root: str, one: str, text: Callable[[str], str]) -> dict[str, Made]:
    """What is tried with any: `root` is the element, `one` an item of it, `text` makes one of a text."""

    def whole(inside: str, before: str = "", attributes: str = "") -> bytes:
        name, _, stated = root.partition(" ")
        return f'<?xml version="1.0"?>{before}<{name} {stated}{attributes}>{inside}</{name}>'.encode(
            "utf-8", "surrogatepass"
        )

    name = root.partition(" ")[0]
    return {
        "is a good one": lambda _: whole(one),
        "laughs a billion times": lambda _: whole(text("&i;"), f"<!DOCTYPE {name} [{LAUGHS}]>"),
        "is a local file": lambda uri: whole(text("&f;"), f'<!DOCTYPE {name} [<!ENTITY f SYSTEM "{uri}">]>'),
        "has a document type in a local file": lambda uri: whole(one, f'<!DOCTYPE {name} SYSTEM "{uri}">'),
        "has a parameter of a local file": lambda uri: whole(
            one, f'<!DOCTYPE {name} [<!ENTITY % f SYSTEM "{uri}"> %f;]>'
        ),
        "includes a local file": lambda uri: whole(
            text(f'<i:include xmlns:i="http://www.w3.org/2001/XInclude" parse="text" href="{uri}"/>')
        ),
        "has a style sheet of a local file": lambda uri: whole(
            one, f'<?xml-stylesheet type="text/xsl" href="{uri}"?>'
        ),
        "has pictures of a local file": lambda uri: whole(
            text(f'&lt;img src="{uri}"&gt;<img src="{uri}"/><enclosure url="{uri}"/><link href="{uri}"/>')
        ),
        "has a schema in the network": lambda _: whole(
            one,
            attributes=' xmlns:s="http://www.w3.org/2001/XMLSchema-instance" '
            's:schemaLocation="urn:x http://127.0.0.1:9/x"',
        ),
        "has 20,000 items": lambda _: whole(one * 20_000),
        "has 100,000 empty items": lambda _: whole(text("") * 100_000),
        "has 100,000 short items": lambda _: whole(text("Towns agree.") * 100_000)[: 49 * MB],
        "is 100,000 deep": lambda _: whole(text("<p>" * 100_000 + "x" + "</p>" * 100_000)),
        "is 100,000 deep without an end": lambda _: whole("<item>" * 100_000),
        "is 200 deep": lambda _: whole(text("<div>" * 200 + NEWS + "</div>" * 200)),
        "holds tags in CDATA": lambda _: whole(text("<![CDATA[" + "<div>" * 100_000 + "]]>")),
        "holds open tags in CDATA": lambda _: whole(text("<![CDATA[" + "<a " * MB + "]]>")),
        "holds a script in CDATA": lambda _: whole(text("<![CDATA[<script>alert(1)</script>" + NEWS + "]]>")),
        "holds CDATA without an end": lambda _: whole(text("<![CDATA[" + "x" * 4 * MB)),
        "holds references": lambda _: whole(text("&amp;lt;&#9;&nbsp;" * 500_000)),
        "holds names of HTML that nobody knows": lambda _: whole(text("&frog;" * 500_000)),
        "uses namespaces that are not declared": lambda _: whole(text(f"<x:p x:y='1'>{NEWS}</x:p><:/><y:/>")),
        "declares 10,000 namespaces": lambda _: whole(
            one, attributes="".join(f' xmlns:n{number}="urn:{number}"' for number in range(10_000))
        ),
        "declares namespaces for every item": lambda _: whole(
            one * 2_000, attributes="".join(f' xmlns:n{number}="urn:{number}"' for number in range(500))
        ),
        "has 100,000 attributes": lambda _: whole(
            one, attributes="".join(f' a{number}=""' for number in range(100_000))
        ),
        "has a text of 19 MB": lambda _: whole(text("x" * 19 * MB)),
        "has a text of 40 MB": lambda _: whole(text("x" * 40 * MB)),
        "has lines of nothing": lambda _: whole(text("\n" * 15 * MB)),
        "has a million comments": lambda _: whole(text("<!---->" * MB)),
        "has a million instructions": lambda _: whole(text("<?a?>" * MB)),
        "says an encoding that nobody knows": lambda _: whole(one).replace(
            b"?>", b' encoding="klingon"?>', 1
        ),
        "says an encoding that it has not": lambda _: whole(one).replace(b"?>", b' encoding="utf-16"?>', 1),
        "is in UTF-7": lambda _: whole(one).replace(b"?>", b' encoding="utf-7"?>', 1),
        "is NUL in UTF-16": lambda _: whole(one).decode().encode("utf-16") + bytes(MB),
        "holds half characters": lambda _: whole(text("\ud800" * 1_000 + NEWS)),
        "is damaged 10,000 times": lambda _: whole(text(f"{NEWS}</p><p>&<" * 10_000)),
        "is cut off": lambda _: whole(one)[:-40],
        "has dates of digits": lambda _: whole(one).replace(b"2026", b"9" * 200_000),
        "holds controls": lambda _: whole(text("".join(map(chr, range(1, 32))) * 1_000)),
    }  # fmt: skip


def _item_of(text: str) -> str:
    return f"<item><title>Towns</title><description>{text}</description></item>"


def _entry_of(text: str) -> str:
    return f'<entry><title>Towns</title><content type="xhtml"><div>{text}</div></content></entry>'


def _g2_of(text: str) -> str:
    return test_newsml_g2.item(test_newsml_g2.XHTML.format(f"<p>{text}</p>"))


def _newsml_of(text: str) -> str:
    component = test_newsml.component(test_newsml.LINES + test_newsml.content(f"<p>{text}</p>"))
    return test_newsml.item(component)


def _nitf_of(text: str) -> str:
    return (
        f"<body><body.head>{test_nitf.HEADLINE}</body.head><body.content><p>{text}</p></body.content></body>"
    )


FEED_FILES: dict[str, Made] = {
    **forged(f'rss version="2.0" {test_feed.MODULES}', test_feed.item(), _item_of),
    **{
        f"as Atom {does}": made
        for does, made in forged(
            'feed xmlns="http://www.w3.org/2005/Atom"', test_feed.ENTRY % test_feed.XHTML, _entry_of
        ).items()
    },
}
NEWSML_G2_FILES = forged(
    f"newsMessage {test_newsml_g2.G2}",
    test_newsml_g2.item(test_newsml_g2.XHTML.format(f"<p>{NEWS}</p>")),
    _g2_of,
)
NEWSML_FILES = forged("NewsML", _newsml_of(NEWS), _newsml_of)
NITF_FILES = forged("nitf", _nitf_of(NEWS), _nitf_of)
