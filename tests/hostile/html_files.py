"""Web pages that are forged, by what they try; also used as pieces of pages that are pasted."""

from collections.abc import Callable

Made = Callable[[str], bytes]

NEWS = "The towns agreed on Saturday to pay for the ferry, said the mayor of Northmouth, Nora Venn. "


def page(body: str, head: str = "") -> bytes:
    """A page with an article around what is tried."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>Towns agree</title>{head}</head><body><article>'
        f"<h1>Towns agree on a ferry</h1><p>{NEWS * 3}</p>{body}<p>{NEWS * 2}</p></article></body></html>"
    ).encode("utf-8", "surrogatepass")


def fill(piece: str, size: int) -> str:
    return piece * (size // len(piece))


REACHING: dict[str, Made] = {
    "has a script": lambda _: page("<script>document.write(1)</script><p onclick='x()'>Click.</p>"),
    "has a script in an address": lambda _: page(
        "<p><a href='javascript:alert(1)'>A</a> <a "
        "href='jAvA\nscript:x'>B</a> <a href='data:text/html,x'>C</a></p>",
        "<link rel=canonical href='javascript:alert(1)'><meta property=og:url content='data:text/html,x'>",
    ),
    "has frames of a local file": lambda uri: page(
        f"<iframe src='{uri}'></iframe><object data='{uri}'></object><embed src='{uri}'><frame src='{uri}'>"
    ),
    "has pictures of a local file": lambda uri: page(
        f"<img src='{uri}' alt='{NEWS}'><picture><source "
        f"srcset='{uri} 1x'></picture><video src='{uri}'></video>"
        f"<svg><image href='{uri}'/><use href='{uri}#a'/></svg><p style='background:url({uri})'>Words.</p>"
    ),
    "has everything on the network": lambda _: page(
        "<img src='http://127.0.0.1:9/a.png'><script src='http://127.0.0.1:9/a.js'></script>"
        "<iframe src='http://127.0.0.1:9/'></iframe><img src='//127.0.0.1:9/x'><img src='\\\\127.0.0.1\\x'>",
        "<link rel=stylesheet href='http://127.0.0.1:9/a.css'>"
        "<style>@import 'http://127.0.0.1:9/b.css';</style>",
    ),
    "goes on to a local file": lambda uri: page(
        "",
        f"<meta http-equiv=refresh content='0;url={uri}'>"
        f"<base href='{uri}'><link rel=canonical href='{uri}'>",
    ),
    "goes on to the network": lambda _: page(
        "", "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'><base href='http://127.0.0.1:9/'>"
    ),
    "has a local file's entity": lambda uri: page("<p>&f; and more</p>").replace(
        b"<!DOCTYPE html>", f'<!DOCTYPE html [<!ENTITY f SYSTEM "{uri}">]>'.encode()
    ),
    "has a local file's document type": lambda uri: page("").replace(
        b"<!DOCTYPE html>", f'<!DOCTYPE html SYSTEM "{uri}">'.encode()
    ),
    "includes a local file": lambda uri: page(
        f"<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='{uri}' parse='text'/>"
        f"<!--#include file='{uri}'--><?php readfile('{uri}')?>"
    ),
    "states a local file for machines": lambda uri: page(
        "",
        "<script "
        f'type="application/ld+json">{{"@type":"NewsArticle","@id":"{uri}","url":"{uri}","headline":"x"}}</script>',
    ),
    "has a picture in itself": lambda _: page(f"<img src='data:image/png;base64,{'A' * 300_000}'>"),
    "has a form, a dialog and a portal": lambda uri: page(
        f"<form action='{uri}'><input value=x><button>Send</button>"
        f"</form><dialog open>Hi</dialog><portal src='{uri}'>"
    ),
    "is a template inside a template": lambda _: page(
        "<template><template><p>x</p></template></template>" * 500
    ),
}

SHAPES: dict[str, Made] = {
    "has 80 kB of unclosed links": lambda _: page("<a " * 27_000),
    "has 80 kB of links": lambda _: page("<a>" * 27_000),
    "has 500 kB of formatting that never closes": lambda _: page("<b><i><u><s><a>" * 30_000),
    "has 500 kB of formatting that closes crosswise": lambda _: page("<b><i></b></i>" * 30_000),
    "is 10,000 deep": lambda _: page("<div>" * 10_000 + "x" + "</div>" * 10_000),
    "is 480 deep": lambda _: page("<div>" * 480 + "<p>" + NEWS),
    "has tables in tables": lambda _: page("<table><tr><td>" * 150 + "x"),
    "has tables in tables and paragraphs": lambda _: page(
        "<table><tr><td><p>" * 100 + fill("<p>x</p>", 40_000)
    ),
    "has a table of a million cells": lambda _: page("<table><tr>" + "<td>" * 900_000),
    "has rows in rows": lambda _: page("<table>" + "<tr><td>" * 40_000),
    "has a row of 100,000 cells with blocks": lambda _: page("<table><tr>" + "<td><p>x</p></td>" * 100_000),
    "has lists in lists": lambda _: page("<ul><li>x" * 240),
    "has an attribute of 5 MB": lambda _: page(
        f"<p title='{'x' * 5_000_000}' style='{'display' * 10_000}'>y"
    ),
    "has a style of a million blanks": lambda _: page(f"<p style='display{' ' * 1_000_000}x'>y"),
    "has 100,000 attributes": lambda _: page("<p " + "".join(f"a{n}=1 " for n in range(100_000)) + ">x"),
    "has 900 attributes each": lambda _: page(("<p " + "".join(f"a{n} " for n in range(900)) + ">x") * 300),
    "is one line of 5 MB": lambda _: page(fill(NEWS, 5_000_000)),
    "is one word of 5 MB": lambda _: page("x" * 5_000_000),
    "is 11 MB of one paragraph": lambda _: page(fill(NEWS, 11_000_000)),
    "has a million line ends": lambda _: page("<pre>" + "x\n" * 1_000_000),
    "has a million breaks": lambda _: page("x<br>" * 900_000),
    "has a million blanks": lambda _: page("by" + "\u00a0" * 1_000_000 + "!"),
    "has a headline of a million blanks": lambda _: b"<html><body><p>by" + b"&nbsp;" * 300_000 + b"!</p><p>x",
    "has a million digits": lambda _: page(
        f"<p>{'2020-' * 200_000}</p><p>{'1' * 1_000_000}</p>", "<title>" + "1" * 1_000_000 + "</title>"
    ),
    "has dates all over": lambda _: page("<p>12/12/2020 2020-12-12 12 Dec 2020 </p>" * 10_000),
    "has a time of a million digits": lambda _: page(f"<time datetime='{'2' * 1_000_000}'>x</time>"),
    "has 10,000 metas": lambda _: page("", "<meta name=date content='2020-01-01T00:00:00'>" * 10_000),
    "has a meta of 5 MB": lambda _: page(
        "", f"<meta name=author content='{fill('Ann Lee and ', 5_000_000)}'>"
    ),
    "has an author of a megabyte": lambda _: page(f"<p class=author>{fill('Ann Lee, ', 1_000_000)}</p>"),
    "has an address of a megabyte": lambda _: page(
        "", f"<link rel=canonical href='http://x.example/{'a/' * 500_000}'>"
    ),
    "has comments all over": lambda _: page("<!-- -->" * 200_000 + "<!--" * 200_000),
    "has a million entities": lambda _: page("&amp;lt;&#0;&#x110000;&bogus;" * 40_000),
    "has JSON 100,000 deep": lambda _: page(
        "", '<script type="application/ld+json">' + '{"a":[' * 100_000 + "</script>"
    ),
    "has JSON of a million digits": lambda _: page(
        "",
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":'
        + "9" * 1_000_000
        + "}</script>",
    ),
    "has JSON in rings of graphs": lambda _: page(
        "", '<script type="application/ld+json">' + '{"@graph":[{},' * 900 + "1" + "]}" * 900 + "</script>"
    ),
    "has 3,000 scripts of JSON": lambda _: page(
        "", '<script type="application/ld+json">{"a":1}</script>' * 3_000
    ),
}

BYTES: dict[str, Made] = {
    "has NULs": lambda _: page("<p>a\0b</p><scr\0ipt>x</scr\0ipt>"),
    "has a NUL by its number": lambda _: page("<p>a&#0;b&#12;c&#xD83D;d</p>"),
    "has half a character": lambda _: page("<p>a\ud83db</p>"),
    "has all controls": lambda _: page(
        f"<p>{''.join(map(chr, range(32)))}{''.join(map(chr, range(127, 160)))}</p>"
    ),
    "turns the direction": lambda _: page("<p>\u202egpj.exe\u202c \u2066x\u2069 \u200f</p>"),
    "says an encoding that nobody knows": lambda _: page("", "<meta charset=klingon>"),
    "says UTF-7": lambda _: page("<p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>", "<meta charset=utf-7>"),
    "says an encoding that is none of text": lambda _: page("", "<meta charset=zlib_codec>") + b"\xff\xfe",
    "says the encoding of a module": lambda _: page("\ud800", "<meta charset=..os>"),
    "is UTF-16": lambda _: page("").decode().encode("utf-16"),
    "is UTF-32": lambda _: page("").decode().encode("utf-32"),
    "is UTF-16 without a mark": lambda _: page("").decode().encode("utf-16-be"),
    "is cut off in a character": lambda _: page("<p>é</p>")[:-70] + b"\xc3",
    "is gzip by another name": lambda _: b"\x1f\x8b" + page(""),
    "is a page of frames": lambda uri: f"<html><frameset><frame src='{uri}'></frameset></html>".encode(),
    "is nothing but tags": lambda _: b"<html><body>" + b"<p><br>" * 1000,
    "is a closing tag": lambda _: b"<html></html></body></html>" * 1000,
}

HTML_FILES = {**REACHING, **SHAPES, **BYTES}
