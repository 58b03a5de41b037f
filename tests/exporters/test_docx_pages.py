"""Contents, page breaks and turned pages in Word."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from pressmark.brief import (
    Brief,
    Contents,
    Heading,
    PageBreak,
    Paragraph,
)
from tests.exporters.block_brief import BLOCKS
from tests.exporters.docx_parts import (
    Parts,
    W,
    figure,
    find,
    paragraphs,
    table,
    tree,
    unzipped,
    words,
)

Written = Callable[[Brief], Parts]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    return lambda brief: unzipped(brief, tmp_path)


def test_contents_stand_where_the_brief_has_them(written: Written) -> None:
    body = tree(written(BLOCKS))[0]
    (listed,) = body.findall(f"{W}sdt")
    assert body[body.index(listed) + 1].find(f"{W}bookmarkStart").get(f"{W}name") == "pledges"
    assert paragraphs(listed)[0] == ("TOCHeading", "What is in it")
    assert [text.split("\t")[0] for _, text in paragraphs(listed)[1:]] == ["Pledges", "By year", "All"]
    codes = [code.text.split()[0] for code in listed.iter(f"{W}instrText")]
    assert codes == ["TOC", "PAGEREF", "PAGEREF", "PAGEREF"]
    kinds = [mark.get(f"{W}fldCharType") for mark in listed.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 4


def test_the_contents_reckon_pages(written: Written) -> None:
    blocks = (
        Contents("Contents"),
        Heading("One"),
        PageBreak(),
        Heading("Two"),
        Paragraph(words("Rain fell. " * 2000)),
        Heading("Three"),
        Paragraph(words("Upright.")),
        Heading("Four"),
        table(wide=True),
        Heading("Five"),
    )
    (listed,) = tree(written(Brief("", blocks=blocks)))[0].findall(f"{W}sdt")
    pages = [int(text.split("\t")[1]) for _, text in paragraphs(listed)[1:]]
    assert pages[:2] == [1, 2]
    assert pages[2] in {6, 7}
    assert [page - pages[2] for page in pages[3:]] == [1, 2]


def test_contents_of_a_brief_without_headings_are_left_out(written: Written) -> None:
    assert tree(written(Brief("", blocks=(Contents("Contents"),))))[0].find(f"{W}sdt") is None


@pytest.mark.parametrize(
    "block", [Heading("a"), Paragraph(words("a")), table(), table("Sums"), figure(), Contents("Contents")]
)
def test_a_page_break_is_a_property_of_what_follows(written: Written, block: Heading) -> None:
    last = Heading("z") if isinstance(block, Contents) else Paragraph(words("z"))
    document = tree(written(Brief("", blocks=(Paragraph(words("b")), PageBreak(), block, last))))
    (broken,) = find(document, "//w:p[w:pPr/w:pageBreakBefore]")
    assert (
        document[0].index(broken if broken.getparent() is document[0] else find(document, "//w:sdt")[0]) == 1
    )


def test_a_page_break_at_the_end_breaks_nothing(written: Written) -> None:
    document = tree(written(Brief("", blocks=(table(), PageBreak()))))
    assert not find(document, "//w:pageBreakBefore")
    assert etree.QName(document[0][-2]).localname == "p"


def turns(document: etree._Element) -> list[tuple[str, str]]:
    """What each section holds, and whether it is turned."""
    found, held = [], ""
    for child in document[0]:
        held += "".join(child.itertext())
        for section in child.iter(f"{W}sectPr"):
            found.append((held, section.find(f"{W}pgSz").get(f"{W}orient", "upright")))
            held = ""
    return found


def test_a_wide_table_stands_on_turned_pages_with_its_heading(written: Written) -> None:
    blocks = (
        Paragraph(words("before")),
        PageBreak(),
        Heading("All"),
        table(wide=True),
        table(wide=True),
        PageBreak(),
        Paragraph(words("after")),
    )
    document = tree(written(Brief("Title", caveat="X", blocks=blocks)))
    assert turns(document) == [
        ("Titlebefore", "upright"),
        ("AllWhata quayWhata quay", "landscape"),
        ("after", "upright"),
    ]
    assert not find(document, "//w:pageBreakBefore")
    sizes = [(size.get(f"{W}w"), size.get(f"{W}h")) for size in document.iter(f"{W}pgSz")]
    assert sizes == [("11906", "16838"), ("16838", "11906"), ("11906", "16838")]
    assert [len(find(section, "w:headerReference")) for section in document.iter(f"{W}sectPr")] == [1, 1, 1]
    widths = {width.get(f"{W}w") for width in find(document, "//w:tblW")}
    assert widths == {str(16838 - 2 * 1100)}


def test_a_brief_that_ends_turned_has_no_empty_page_after(written: Written) -> None:
    blocks = (table(wide=True),)
    assert turns(tree(written(Brief("", blocks=blocks)))) == [("Whata quay", "landscape")]
    assert turns(tree(written(Brief("Title", blocks=blocks)))) == [
        ("Title", "upright"),
        ("Whata quay", "landscape"),
    ]


def test_the_line_at_the_head_is_as_wide_as_the_page(written: Written) -> None:
    parts = written(BLOCKS)
    (upright, turned) = (tree(parts, f"word/header{number}.xml") for number in (1, 2))
    assert not find(upright, "//w:tabs")
    assert [(tab.get(f"{W}val"), tab.get(f"{W}pos")) for tab in find(turned, "//w:tabs/w:tab")] == [
        ("clear", "9706"),
        ("right", "14638"),
    ]


def long_brief(sections: int) -> Brief:
    pairs = [
        (Heading(f"Part {n}"), Paragraph(words("Rain fell on the ferry. " * 90))) for n in range(sections)
    ]
    return Brief("Ferries", blocks=tuple(block for pair in pairs for block in pair))


def test_a_long_brief_lists_its_contents(written: Written) -> None:
    body = tree(written(long_brief(7)))[0]
    listed = body[1]
    assert [(style, text.split("\t")[0]) for style, text in paragraphs(listed)] == [
        ("TOCHeading", "Contents"),
        *(("TOC1", f"Part {number}") for number in range(7)),
    ]
    links = [link.get(f"{W}anchor") for link in listed.iter(f"{W}hyperlink")]
    assert links == [start.get(f"{W}name") for start in body.iter(f"{W}bookmarkStart")]


def test_a_short_brief_leaves_the_contents_to_the_navigation_pane(written: Written) -> None:
    assert tree(written(long_brief(5)))[0].find(f"{W}sdt") is None
