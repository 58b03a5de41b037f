"""Codebooks in files of their own: what is written is read again, what is wrong is said where it stands."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import resources
from pressmark.brief import LineStyle
from pressmark.codebook_rules import refusals
from pressmark.labels import (
    STANDARD_CODEBOOK,
    AttributeDefinition,
    AttributeKind,
    Codebook,
    Label,
    RoleDefinition,
)
from pressmark.storage import codebook_files
from pressmark.storage.codebook_csv import COLUMNS, codebook_from_csv, codebook_to_csv
from pressmark.storage.codebook_files import open_codebook, save_codebook
from pressmark.storage.codebook_xml import codebook_from_xml, codebook_to_xml
from pressmark.storage.read_xml import CannotRead
from tests.pressmark.strategies import codebooks

NASTY = "ab \\:=|→->!\n\r\"';,é中+@＝"
nasty = st.text(NASTY, min_size=1, max_size=6)
names = st.text("ab\\:=|→>-!=+", min_size=1, max_size=3)
HEADER = ",".join(COLUMNS)


@st.composite
def nasty_codebooks(draw: st.DrawFn) -> Codebook:
    """Codebooks whose every word is made of what means something in CSV or in our cells."""
    attributes = st.builds(
        AttributeDefinition, nasty, nasty, st.sampled_from(AttributeKind),
        st.lists(nasty | st.just(""), max_size=3).map(tuple), st.booleans(),
    )  # fmt: skip
    roles = st.builds(
        RoleDefinition, nasty, nasty, st.lists(names, min_size=1, max_size=3).map(tuple),
        st.booleans(), st.booleans(),
    )  # fmt: skip
    labels = st.builds(
        Label, names, nasty.filter(str.strip), st.just("grey"), st.sampled_from(LineStyle),
        st.sampled_from(("", "A", "É")), names | st.just(""), nasty | st.just(""),
        st.lists(attributes, max_size=2).map(tuple), st.lists(roles, max_size=2).map(tuple), names,
    )  # fmt: skip
    return usable(draw(st.lists(labels, max_size=3)))


def usable(labels: list[Label]) -> Codebook:
    """The labels that can stand beside those before them."""
    book = Codebook(())
    for label in labels:
        if not refusals(book, "", label).keys() - {"parent"}:
            book = Codebook((*book.labels, label))
    return book


def plain(codebook: Codebook) -> Codebook:
    return Codebook(tuple(replace(label, foreign=()) for label in codebook.labels))


@given(codebooks | nasty_codebooks())
@settings(max_examples=50, deadline=None)
def test_xml_brings_every_codebook_back(codebook: Codebook) -> None:
    codebook = usable(list(codebook.labels))
    data = codebook_to_xml(codebook)
    read = codebook_from_xml(data, "mine.xml")
    assert plain(read) == plain(codebook)
    assert codebook_to_xml(read) == data  # elements of another hand come back in canonical form


@given(codebooks | nasty_codebooks())
@settings(max_examples=50, deadline=None)
def test_csv_brings_every_codebook_back_but_for_elements_of_another_hand(codebook: Codebook) -> None:
    codebook = plain(usable(list(codebook.labels)))
    assert codebook_from_csv(codebook_to_csv(codebook), "mine.csv") == codebook


def test_the_standard_codebook_reads_like_a_table() -> None:
    lines = codebook_to_csv(STANDARD_CODEBOOK).decode("utf-8-sig").splitlines()
    assert lines[0] == HEADER
    assert lines[1] == (
        'quote,Quote,,yellow,solid,Q,q,"Words somebody said, verbatim or reported.",'
        '"mode:choice:direct|indirect|mixed'
    )
    assert "said=Said on:date" in lines
    assert 'on-behalf-of:text","speaker→actor:expected' in lines
    assert "recipient=To→actor location:many expected" in lines


def test_no_cell_is_run_as_a_formula() -> None:
    book = Codebook((Label("=a", "@sum", "red", LineStyle.SOLID, description="+1"),))
    written = codebook_to_csv(book).decode("utf-8-sig").splitlines()[1]
    assert written == "'=a,'@sum,,red,solid,,,'+1,,,"
    assert codebook_from_csv(codebook_to_csv(book), "a.csv") == book


def test_what_was_typed_in_a_spreadsheet_is_understood() -> None:
    typed = (
        "Name;Title;Attributes;Roles\r\n"
        'claim;;"Topic\r\n stance : choice : for | against \r\nsum:money expected";"by -> actor"\r\n'
        ";;;\r\n"
        "false claim;A lie;;\r\n"
    )
    claim, lie = codebook_from_csv(typed.encode("cp1252"), "typed.csv").labels
    assert (claim.title, claim.colour, claim.line) == ("Claim", "yellow", LineStyle.SOLID)
    assert claim.attributes == (
        AttributeDefinition("Topic", "Topic"),
        AttributeDefinition("stance", "Stance", AttributeKind.CHOICE, ("for", "against")),
        AttributeDefinition("sum", "Sum", AttributeKind.MONEY, expected=True),
    )
    assert claim.roles == (RoleDefinition("by", "By", ("actor",)),)
    assert (lie.name, lie.title, lie.colour) == ("false-claim", "A lie", "blue")


@pytest.mark.parametrize(("row", "complaint"), [
    ("claim,Claim,,mauve", "row 2 (claim): the colour “mauve” is none of yellow"),
    ("claim,Claim,,red,wiggly", "row 2 (claim): the line “wiggly” is none of solid"),
    ("claim,Claim,,red,solid,CC", "row 2 (claim): The key CC is no letter"),
    (",Claim,,red", "row 2: The label needs a name in files"),
    ("claim,Claim,,red,solid,C,c,,size:big", "row 2 (claim): the kind “big” is none of text"),
    ("claim,Claim,,red,solid,C,c,,a:text x", "row 2 (claim): “x” in “a:text x” is none of expected"),
    ("claim,Claim,,red,solid,C,c,,a:b:c:d", "row 2 (claim): “a:b:c:d” has more parts"),
    (",,,,,,,,,speaker", "row 2: “speaker” is no role: write it like"),
    ("claim,Claim,,red,solid,C,c,,,by→", "row 2 (claim): By leads to no label"),
    ("claim,,,red\nclaim,,,red", "row 3 (claim): There is a label claim already"),
    ("claim,,,red,,Q\nquote,,,red,,Q", "row 3 (quote): The key Q is Claim’s"),
])  # fmt: skip
def test_a_wrong_row_is_named(row: str, complaint: str) -> None:
    with pytest.raises(CannotRead) as caught:
        codebook_from_csv(f"{HEADER}\n{row}\n".encode(), "mine.csv")
    assert complaint in str(caught.value)
    assert str(caught.value).startswith("mine.csv")


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"\x00\x01\x02" * 50, b'name\n"' + b"x" * 200_000])
def test_what_is_no_table_of_labels_is_refused(data: bytes) -> None:
    with pytest.raises(CannotRead, match=r"^mine\.csv"):
        codebook_from_csv(data, "mine.csv")


def in_xml(labels: str) -> bytes:
    return (
        '<pressmark-codebook xmlns="urn:pressmark:article:1" version="1">\n'
        f"<codebook>\n{labels}\n</codebook></pressmark-codebook>"
    ).encode()


@pytest.mark.parametrize(("labels", "complaint"), [
    ('<label name="a" line="wiggly"/>', "line 3: Element 'label', attribute 'line'"),
    ('<label title="a"/>', "line 3: Element 'label': The attribute 'name' is required"),
    ('<label name="a"/>\n<label name="a"/>', "line 4: There is a label a already"),
    ('<label name="a" key="K"/><label name="b" key="k"/>', "line 3: The key k is A’s"),
    ('<label name="a"><script/></label>', "line 3: Element 'script': This element is not expected"),
])  # fmt: skip
def test_a_wrong_line_of_xml_is_named(labels: str, complaint: str) -> None:
    with pytest.raises(CannotRead) as caught:
        codebook_from_xml(in_xml(labels.replace('name="a" key', 'name="a" title="A" key')), "mine.xml")
    assert complaint in str(caught.value)


HOSTILE = {
    "cut off": (codebook_to_xml(STANDARD_CODEBOOK)[:-40], "damaged"),
    "a local file": (b'<!DOCTYPE p [<!ENTITY f SYSTEM "file:///etc/passwd">]><p>&f;</p>', "document type"),
    "another root": (b"<html/>", "not a codebook"),
    "no version": (b'<pressmark-codebook xmlns="urn:pressmark:article:1"/>', "not a codebook"),
    "a newer version": (b'<pressmark-codebook xmlns="urn:pressmark:article:1" version="2"/>', "newer"),
    "no codebook": (b'<pressmark-codebook xmlns="urn:pressmark:article:1" version="1"/>', "no codebook that"),
}


@pytest.mark.parametrize(("data", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_codebook_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(CannotRead, match=rf"mine\.xml .*{reason}"):
        codebook_from_xml(data, "mine.xml")


def test_only_the_first_of_many_complaints_are_told() -> None:
    with pytest.raises(CannotRead) as caught:
        codebook_from_csv((HEADER + "\n" + "a,,,mauve\n" * 9).encode(), "mine.csv")
    assert str(caught.value).count("mauve") == 5
    assert str(caught.value).endswith("and 4 more of the kind")


def test_more_labels_than_anybody_has_are_refused_soon() -> None:
    rows = "".join(f"l{n},,l{n - 1}\n" for n in range(2000))
    with pytest.raises(CannotRead, match="more than 500 labels"):
        codebook_from_csv(f"name,title,parent\n{rows}".encode(), "mine.csv")


@pytest.mark.parametrize("name", ["mine.csv", "mine.CSV", "mine.xml", "mine.pressmark-codebook"])
def test_a_file_is_what_its_name_says_and_read_for_what_it_is(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    save_codebook(STANDARD_CODEBOOK, path)
    assert path.read_bytes().startswith(b"<?xml") == (not name.casefold().endswith(".csv"))
    renamed = path.rename(tmp_path / "other")
    assert open_codebook(renamed) == STANDARD_CODEBOOK


def test_a_file_that_is_not_there_or_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CannotRead, match="could not be read"):
        open_codebook(tmp_path / "none.csv")
    monkeypatch.setattr(codebook_files, "MOST_BYTES", 1_000)
    save_codebook(STANDARD_CODEBOOK, tmp_path / "large.xml")
    with pytest.raises(CannotRead, match=r"large\.xml is larger than"):
        open_codebook(tmp_path / "large.xml")


def test_what_is_written_holds_to_the_schema() -> None:
    schema = etree.XMLSchema(file=str(resources.path("schema", "codebook-1.xsd")))
    schema.assertValid(etree.fromstring(codebook_to_xml(STANDARD_CODEBOOK)))
