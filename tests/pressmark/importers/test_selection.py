import pytest

FRAGMENT = """<meta charset="utf-8"><h2>Towns agree</h2><p>By Jane Doe</p>
<p>They <b>will</b>   pay&nbsp;£40m,<br>they said: <q>At last</q>.</p><script>alert("x")</script>
<style>p{}</style><p style="display: none">tracker</p><p hidden>also</p><aside>Beside</aside>
<ol><li>One<ul><li>Inner</li></ul>after</li></ol><pre>a
  b</pre>"""


def test_every_word_of_a_selection_is_kept_and_nothing_unseen(take, shown):
    imported = take(FRAGMENT, "selection", media_type="text/html", captured_from="selection")
    assert shown(imported) == [
        "heading2: Towns agree",
        "paragraph: By Jane Doe",
        "paragraph: They will pay\u00a0£40m,",
        "paragraph: they said: “At last”.",
        "paragraph: Beside",
        "list-item: One",
        "list-item: Inner",
        "list-item: after",
        "paragraph: a",
        "paragraph: b",
    ]
    assert (imported.source.headline, imported.source.author) == ("Towns agree", "Jane Doe")
    assert imported.source.guessed == ("headline", "author", "language")
    assert (imported.source.captured_from, imported.source.media_type) == ("selection", "text/html")


@pytest.mark.parametrize("captured_from", ["selection", "clipboard"])
def test_the_clipboard_of_windows_tells_the_address(take, captured_from):
    data = (
        "Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000300\r\nStartFragment:00000131\r\n"
        "EndFragment:00000200\r\nSourceURL:https://coast.example/ferry\r\n<html>\r\n<body>\r\n"
        "<!--StartFragment--><p>Only these words.</p><!--EndFragment--><p>not these</p></body></html>"
    )
    imported = take(data, "clipboard", media_type="text/html", captured_from=captured_from)
    assert imported.article.text == "Only these words."
    assert imported.source.url == "https://coast.example/ferry"
    assert imported.source.guessed == ()


def test_an_address_on_this_machine_is_not_recorded(take):
    data = "Version:1.0\nSourceURL:file:///home/jane/secret.html\n<p>Words.</p>"
    assert take(data, "clipboard", media_type="text/html", captured_from="clipboard").source.url == ""


def test_a_dropped_text_is_read_as_text(take, shown):
    imported = take(
        "a < b, said the mayor.\nAnd then?", "drop", media_type="text/plain", captured_from="selection"
    )
    assert shown(imported) == ["paragraph: a < b, said the mayor.", "paragraph: And then?"]
    assert imported.source.captured_from == "selection"


def test_a_fragment_without_a_heading_may_still_have_a_headline(take, shown):
    data = "<div>Towns agree on a ferry</div><div>The towns will pay £40m for a ferry, they said today.</div>"
    imported = take(data, "drop", media_type="text/html", captured_from="selection")
    assert shown(imported)[0] == "heading1: Towns agree on a ferry"


def test_control_characters_written_as_references_are_dropped(take):
    data = "<p>a&#1;b<script>x</script>&#2;c<i hidden>no</i>&#xFFFF;d</p><table><tr><td>e<br>&#3;f</table>"
    imported = take(data, "drop", media_type="text/html", captured_from="selection")
    assert imported.article.text == "abcd\ne f"


def test_a_table_for_layout_is_read_as_paragraphs(take, shown):
    data = "<table><tr><td><p>One.</p><p>Two.</p></td><td>Three.</td></tr></table><p>a<br>b</p>"
    imported = take(data, "drop", media_type="text/html", captured_from="selection")
    assert [line.partition(" ")[2] for line in shown(imported)] == ["One.", "Two.", "Three.", "a", "b"]
