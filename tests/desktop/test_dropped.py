from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from desktop.dropped import from_mime


def mime(**parts) -> QMimeData:
    data = QMimeData()
    if "urls" in parts:
        data.setUrls([QUrl(url) for url in parts["urls"]])
    if "text" in parts:
        data.setText(parts["text"])
    if "html" in parts:
        data.setHtml(parts["html"])
    return data


def test_files_of_the_file_manager_are_files(tmp_path):
    names = [tmp_path / "über harbour.txt", tmp_path / "b.docx"]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(name)) for name in names])
    assert from_mime(data).files == tuple(names)


def test_files_win_over_the_text_that_comes_with_them():
    dropped = from_mime(mime(urls=["file:///home/ana/a.txt"], text="/home/ana/a.txt"))
    assert dropped.files == (Path("/home/ana/a.txt"),)
    assert not dropped.data


def test_a_selection_of_the_browser_is_html_even_if_its_address_comes_along():
    dropped = from_mime(mime(html="<p>The quay is <b>open</b>.</p>", text="The quay is open."))
    assert dropped.media_type == "text/html"
    assert b"<b>open</b>" in dropped.data


def test_a_dragged_link_is_an_address_and_no_selection():
    address = "https://gazette.example/harbour"
    dropped = from_mime(mime(urls=[address], text=address, html=f'<a href="{address}">Harbour</a>'))
    assert dropped.addresses == (address,)
    assert not dropped.data


def test_text_that_is_an_address_is_an_address():
    assert from_mime(mime(text="https://gazette.example/harbour")).addresses == (
        "https://gazette.example/harbour",
    )


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://gazette.example/x", "data:text/html,x"])
def test_only_web_addresses_are_addresses(address):
    assert from_mime(mime(text=address)).addresses == ()


def test_plain_words_are_a_selection():
    dropped = from_mime(mime(text="The quay is open. 😀"))
    assert (dropped.data.decode(), dropped.media_type) == ("The quay is open. 😀", "text/plain")


@pytest.mark.parametrize("data", [QMimeData(), mime(text="  \n ")])
def test_nothing_is_nothing(data):
    assert from_mime(data).is_empty
