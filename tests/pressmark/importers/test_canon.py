import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from PySide6.QtGui import QTextDocument

from pressmark.importers.canon import canon, one_line

NASTY = (
    "\r\n\x0b\x0c\x85\u2028\u2029\x00\x1b\ufeff\u00ad\ufdd0\ufdd1\ufffe\uffff"
    "\ufffc\u00a0\u200d\u0301\t😀e\ud83d\ude00"
)
nasty = st.text(st.one_of(st.sampled_from(NASTY), st.characters(), st.characters(categories=["Cs"])))


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\x0bb\x0cc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("\ufeffmili\u00adtary", "military"),
        ("a\ufffeb\uffffc\ufdd0d\U0001fffee", "abcde"),
        ("a\x00b\x1bc\x08", "abc"),
        ("\ud83d\ude00 \ud83d alone", "😀  alone"),
        ("cafe\u0301", "café"),
        ("£225\u00a0m\tnow", "£225\u00a0m\tnow"),
        ("👩\u200d🚒 \u200fאב", "👩\u200d🚒 \u200fאב"),
        ("a\r\x00\nb", "a\nb"),
    ],
)
def test_text_is_cleaned_of_what_breaks_offsets(raw: str, clean: str):
    assert canon(raw) == clean


@given(nasty)
@example("\ud83d\x00\ude00")
def test_cleaning_twice_is_cleaning_once(text: str):
    assert canon(canon(text)) == canon(text)


@given(nasty)
def test_clean_text_is_normal_and_encodable(text: str):
    clean = canon(text)
    assert unicodedata.is_normalized("NFC", clean)
    assert clean.encode().decode() == clean


@given(nasty)
def test_clean_text_survives_xml(text: str):
    element = etree.Element("text")
    element.text = canon(text)
    assert (etree.fromstring(etree.tostring(element)).text or "") == canon(text)


@given(nasty)
def test_clean_text_survives_qt_apart_from_no_break_spaces(text: str):
    document = QTextDocument()
    document.setPlainText(canon(text))
    assert document.toPlainText() == canon(text).replace("\u00a0", " ")


def test_a_short_field_is_one_line():
    assert one_line("  Troops\r\n  for\u00a0Kyiv \u2028now ") == "Troops for Kyiv now"
