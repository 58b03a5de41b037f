"""RTF: as made by LibreOffice, and each thing that may be in one by itself."""

from pathlib import Path

import pytest

from pressmark.importers.reading import CannotImport

SAMPLES = Path(__file__).with_name("samples")


WEST_AND_EAST = "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset134 B;}}"


def rtf(inside: str, head: str = "\\ansi\\ansicpg1252") -> bytes:
    return f"{{\\rtf1{head} {inside}}}".encode("latin-1")


def test_a_document_of_libreoffice_is_read_as_it_looks(take, shown):
    imported = take((SAMPLES / "ferry.rtf").read_bytes(), "ferry.rtf")
    assert shown(imported) == [
        "heading1: Harbour towns pledge £40m",
        "paragraph: By Jane Doe, Political Editor",
        "paragraph: Four harbour towns agreed on Saturday to pay £40\u00a0million[1] towards a new ferry "
        "line. “Żółć”, 港 😀.",
        "heading2: What they promised",
        "list-item: a quay",
        "list-item: a pier[2]",
        "quotation: It is done, said the mayor.",
        "caption: The quay at noon",
        "paragraph: It is where the ferry lands.",
        "paragraph: Town\tShare",
        "paragraph: Northmouth\t£22m",
        "paragraph: One\ttwo   three",
        "paragraph: four",
        "paragraph: A hidden section.",
        "list-item: [1] See the minutes.",
        "list-item: [2] At the end.",
    ]
    assert imported.warnings == (
        "ferry.rtf holds tracked changes: it shows the text as if all changes were accepted",
    )
    source = imported.source
    assert (source.headline, source.author) == ("Harbour towns pledge £40m", "Jane Doe")
    assert source.published == "2026-11-20"
    assert {"headline", "author", "published"} <= set(source.guessed)


@pytest.mark.parametrize(
    ("inside", "read"),
    [
        ("One\\par two\\line three\\par", "One\ntwo\nthree"),
        ("One\\\ntwo\\\r\nthree", "One\ntwo\nthree"),
        ("One\r\n two", "One two"),
        ("\\lquote One\\rquote\\emdash\\ldblquote two\\rdblquote\\~\\{3\\}\\\\", "‘One’—“two”\u00a0{3}\\"),
        ("caf\\'e9 \\u228?\\'e4", "café ää"),
        ("\\uc2\\u228\\'e4\\'e4 \\uc0\\u228x", "ä äx"),
        ("\\u-10179?\\u-8704?", "😀"),
        ("{\\uc0\\u-10179\\uc1\\u-8704 ?}", "😀"),
        ("\\u228{x}", "äx"),
        ("One {\\v never}\\v never \\v0 two {\\v n}\\plain three", "One two three"),
        ("One {\\deleted never\\par}two {\\revised three}", "One two three"),
        ("One{\\*\\unknown never {never}} two{\\pict 00ff}{\\header never}", "One two"),
        ("One{\\pict\\bin5 }}}}}} two", "One two"),
        ("One{\\field{\\*\\fldinst HYPERLINK \"https://n.example\"}{\\fldrslt  two}}", "One two"),
        ("One{\\object{\\*\\objdata 0105}{\\result  two}}", "One two"),
        ("One{\\*\\annotation never}{\\upr{never}{\\*\\ud  \\u233?}}", "One é"),
        ("One{\\shp{\\*\\shpinst{\\sp{\\sn no}}{\\shptxt Two\\par}}} and{\\shprslt never}", "Two\nOne and"),
        ("{\\stylesheet{\\s1 Never;}}{\\colortbl;\\red0;}{\\info{\\title T}{\\company never}}One", "One"),
    ],
)  # fmt: skip
def test_what_a_reader_sees_is_the_text(take, inside, read):
    assert take(rtf(inside), "a.rtf").article.text == read


@pytest.mark.parametrize(
    ("head", "inside", "read"),
    [
        ("\\ansi\\ansicpg1251", "\\'cf\\'f0\\'e8\\'e2\\'e5\\'f2", "Привет"),
        ("\\ansi\\ansicpg932", "\\'93\\'fa\\'83e", "日テ"),
        ("\\ansi\\ansicpg65001", "\\'d0\\'9f", "П"),
        ("\\mac", "\\'8e", "é"),
        ("\\pc", "\\'82", "é"),
        ("\\ansi\\ansicpg77777", "\\'e9", "é"),
        ("\\ansi\\deff1", "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}\\'cf {\\f0\\'e9}", "П é"),
        ("\\ansi\\ansicpg936", WEST_AND_EAST + "\\f0\\'e9 \\f1\\'c4\\'e3", "é 你"),
    ],
)  # fmt: skip
def test_code_pages_are_those_of_the_document_or_the_font(take, head, inside, read):
    assert take(rtf(inside, head), "a.rtf").article.text == read


def test_headings_quotations_and_lists_are_told(take, shown):
    styles = (
        "{\\stylesheet{Normal;}{\\s1\\outlinelevel0 Kop;}{\\s2\\sbasedon1 Mine;}{\\s3 heading 3;}"
        "{\\s4 Quote;}}"
    )
    inside = (
        "\\pard\\s1 One\\par\\pard\\s2 Two\\par\\pard\\s3 Three\\par\\pard\\s4 Four\\par"
        "\\pard\\outlinelevel3 Five\\par\\pard{\\listtext\\'b7\\tab}Six\\par\\pard"
        "{\\pntext 1.\\tab}Seven\\par\\pard \\bullet\\tab Eight\\par\\pard Nine\\par"
    )
    assert shown(take(rtf(styles + inside), "a.rtf")) == [
        "heading1: One",
        "heading1: Two",
        "heading3: Three",
        "quotation: Four",
        "heading4: Five",
        "list-item: Six",
        "list-item: Seven",
        "list-item: Eight",
        "paragraph: Nine",
    ]


def test_rows_are_lines_and_notes_come_at_the_end(take, shown):
    inside = (
        "\\trowd\\cellx1\\cellx2\\pard\\intbl Town{\\footnote \\pard One.\\par Two.}\\cell Share\\cell\\row"
        "\\trowd\\pard\\intbl A\\par B\\cell C\\cell\\row\\pard After"
        "{\\footnote\\ftnalt Three{\\footnote Four}.}\\par Bare\\cell row\\cell\\row\\pard End"
    )
    assert shown(take(rtf(inside), "a.rtf")) == [
        "paragraph: Town[1]\tShare",
        "paragraph: A",
        "paragraph: B",
        "paragraph: C",
        "paragraph: After[2]",
        "paragraph: Bare\trow",
        "paragraph: End",
        "list-item: [1] One.",
        "list-item: Two.",
        "list-item: [2] Three[3].",
        "list-item: [3] Four",
    ]


def test_the_properties_serve_where_the_text_says_nothing(take):
    info = "{\\info{\\title Towns agr\\'e9e}{\\author Jane Doe}{\\creatim\\yr2026\\mo11\\dy5\\hr9}}"
    source = take(rtf(f"{info}They agreed.\\par All of them, on everything that was asked."), "a.rtf").source
    assert (source.headline, source.author, source.published) == ("Towns agrée", "Jane Doe", "2026-11-05")
    assert {"author", "published"} <= set(source.guessed)
    assert "headline" not in source.guessed


@pytest.mark.parametrize(
    "end", ["", "}}}}", "\\", "{\\footnote a", "{\\shptxt b", "\\par\\intbl c\\cell", "\\u"]
)
def test_what_is_cut_short_is_read_up_to_there(take, end):
    text = take(b"{\\rtf1 One\\par Two" + end.encode(), "a.rtf").article.text
    assert {"One", "Two"} <= {*text.replace("[", "\n").split("\n")}


def test_groups_without_end_are_refused(take):
    with pytest.raises(CannotImport, match=r"^a\.rtf has more than 2,000 groups in each other"):
        take(b"{\\rtf1" + b"{" * 5_000, "a.rtf")


def test_more_formatting_than_a_document_has_is_refused(take):
    with pytest.raises(CannotImport, match=r"^a\.rtf holds more than 20,000 notes"):
        take(rtf("{\\footnote a}" * 30_000), "a.rtf")


def test_pictures_alone_are_no_text(take):
    with pytest.raises(CannotImport, match=r"a\.rtf holds no text"):
        take(rtf("{\\pict 00ff00ff}"), "a.rtf")
