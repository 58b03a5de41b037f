"""Web pages saved as one file, as programs write them."""

from base64 import b64encode
from quopri import encodestring

from tests.pressmark.importers.mails import STORY

HEADLINE = "Towns agree on ferry line"


def page(charset: str = "utf-8", extra: str = "") -> str:
    text = "".join(f"<p>{one}</p>" for one in STORY)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="{charset}"><title>{HEADLINE}</title></head>'
        "<body>"
        f"<nav><a href='/'>Home</a></nav><article><h1>{HEADLINE}</h1>{text}<p>The fare is 3 €, it says.</p>"
        f"{extra}</article></body></html>"
    )


FRAME = f"<html><body><p>{STORY[2]} {STORY[1]}</p></body></html>"


def saved(*parts: tuple[str, bytes], head: str) -> bytes:
    """A file of the parts, each with its head; `head` is the file's own."""
    inside = b"".join(
        b"------b\r\n" + heads.replace("\n", "\r\n").encode() + b"\r\n\r\n" + data + b"\r\n"
        for heads, data in parts
    )
    return head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + inside + b"------b--\r\n"


def chrome(extra: str = "", frame: bool = False) -> bytes:
    html = encodestring(page(extra=extra).encode()).replace(b"\n", b"\r\n")
    head = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://bayherald.example/ferry?a=1\n"
        f"Subject: {HEADLINE}\nDate: Sat, 14 Nov 2026 10:00:00 +0100\nMIME-Version: 1.0\nContent-Type: "
        'multipart/related;\n\ttype="text/html";\n\tboundary="----b"\n'
    )
    first = (
        "Content-Type: text/html\nContent-ID: <frame-1@mhtml.blink>\nContent-Transfer-Encoding: "
        "quoted-printable\nContent-Location: https://bayherald.example/ferry?a=1"
    )
    style = ("Content-Type: text/css\nContent-Transfer-Encoding: quoted-printable", b"p {}")
    frames = (
        "Content-Type: text/html\nContent-ID: <frame-2@mhtml.blink>\nContent-Transfer-Encoding: base64",
        b64encode(FRAME.encode()),
    )
    return saved((first, html), style, *([frames] if frame else []), head=head)


def internet_explorer() -> bytes:
    """In an old encoding, in base64, with the page after a picture and named by the head."""
    head = (
        "From: <Saved by Windows Internet Explorer 8>\nSubject: =?windows-1252?Q?Ferry?=\n"
        "Date: Sat, 14 Nov 2009 "
        '10:00:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tstart='
        '"<main@x>";\n\tboundary="----b"\nX-MimeOLE: Produced By Microsoft MimeOLE V6'
    )
    main = (
        'Content-Type: text/html;\n\tcharset="windows-1252"\nContent-ID: <main@x>\n'
        "Content-Transfer-Encoding: base64\nContent-Location: http://bayherald.example/ferry"
    )
    other = ("Content-Type: text/html\nContent-ID: <frame@x>", FRAME.encode())
    return saved(other, (main, b64encode(page("windows-1252").encode("cp1252"))), head=head)


def word() -> bytes:
    head = (
        "MIME-Version: 1.0\nX-Document-Type: Worddocument\nContent-Type: multipart/related; boundary="
        '"----b"\n\nThis document is a Single File Web Page, also known as a Web Archive file.'
    )
    main = (
        "Content-Location: file:///C:/1/ferry.htm\nContent-Transfer-Encoding: quoted-printable\n"
        "Content-Type: "
        'text/html; charset="us-ascii"'
    )
    html = page("us-ascii").encode("ascii", "xmlcharrefreplace")
    return saved((main, encodestring(html).replace(b"\n", b"\r\n")), head=head)
