"""Articles' files that are forged, by what they try."""

from collections.abc import Callable

Made = Callable[[str], bytes]

NS = "urn:pressmark:article:1"
XI = "http://www.w3.org/2001/XInclude"
XML = '<?xml version="1.0" encoding="UTF-8"?>'
LONG = 1_000_000


def article(
    inside: str = "", *, text: str = "The towns agreed.", attributes: str = "", before: str = ""
) -> bytes:
    """A file with one paragraph."""
    return (
        f'{XML}{before}<pressmark xmlns="{NS}" version="1"{attributes}><text sha256="0">'
        f'<block kind="paragraph">{text}</block></text>{inside}</pressmark>'
    ).encode("utf-8", "surrogatepass")


def annotations(*written: str, text: str = "The towns agreed.") -> bytes:
    return article(f"<annotations>{''.join(written)}</annotations>", text=text)


def one(start: object, end: object, said: str = "towns", key: str = "a1", more: str = "") -> str:
    return (
        f'<annotation id="{key}" label="actor"><span '
        f'start="{start}" end="{end}" before="" after="">{said}</span>'
        f"{more}</annotation>"
    )


def doctype(inside: str, used: str = "") -> bytes:
    return article(text=used or "x", before=f"<!DOCTYPE pressmark [{inside}]>")


LAUGHS = '<!ENTITY a "ha ha ha ha">' + "".join(
    f'<!ENTITY {this} "{f"&{last};" * 20}">' for last, this in zip("abcdefgh", "bcdefghi", strict=True)
)


def in_encoding(name: str, codec: str = "") -> Made:
    text = article().decode().replace("UTF-8", name)
    return lambda _: text.encode(codec or name)


ENTITIES: dict[str, Made] = {
    "laughs a billion times": lambda _: doctype(LAUGHS, "&i;"),
    "laughs a billion times in an attribute": lambda _: article(
        attributes=' x="&i;"', before=f"<!DOCTYPE pressmark [{LAUGHS}]>"
    ),
    "laughs in rings": lambda _: doctype('<!ENTITY a "&b;"><!ENTITY b "&a;">', "&a;"),
    "blows up by squares": lambda _: doctype(f'<!ENTITY a "{"x" * 100_000}">', "&a;" * 20_000),
    "is a local file": lambda uri: doctype(f'<!ENTITY f SYSTEM "{uri}">', "&f;"),
    "is a page on the network": lambda _: doctype('<!ENTITY f SYSTEM "http://127.0.0.1:9/x">', "&f;"),
    "has a document type on the network": lambda _: article(
        before='<!DOCTYPE pressmark PUBLIC "-//x//y" "http://127.0.0.1:9/x.dtd">'
    ),
    "has a document type in a local file": lambda uri: article(before=f'<!DOCTYPE pressmark SYSTEM "{uri}">'),
    "has parameter entities": lambda uri: doctype(
        f'<!ENTITY % f SYSTEM "{uri}"><!ENTITY % g "<!ENTITY h SYSTEM \'http://127.0.0.1:9/?%f;\'>">%g;',
        "&h;",
    ),
    "has default attributes": lambda _: doctype('<!ATTLIST pressmark version CDATA "1">'),
    "has an entity nobody declared": lambda _: article(text="&nobody;"),
    "includes a local file": lambda uri: article(
        f'<xi:include xmlns:xi="{XI}" href="{uri}" parse="text"/>',
        text=f'<xi:include xmlns:xi="{XI}" href="{uri}" parse="text"/>',
    ),
    "names a style sheet and a schema": lambda uri: article(
        before=f'<?xml-stylesheet type="text/xsl" href="{uri}"?>',
        attributes=f' xmlns:s="http://www.w3.org/2001/XMLSchema-instance" s:schemaLocation="{NS} {uri}"',
    ),
    "has a base": lambda uri: article(attributes=f' xml:base="{uri}"'),
}
