"""Markdown is read as it looks when it is set."""

import pytest

from pressmark.importers.reading import CannotImport

LONG = "Four harbour towns agreed on Saturday to pay £40 million towards a new ferry line."


def test_every_kind_of_block_is_told(take, shown):
    text = f"""# Harbour towns pledge £40m

By Jane Doe

{LONG[:28]}
{LONG[29:]}

## What they *promised*

- a quay
- a **ferry**,
  soon

1. First

> It is done,
> said the mayor.

![The quay at noon](quay.jpg)

| Town | Share |
|------|------:|
| Northmouth | £22m |

```
total = 40
  rest = 0
```
"""
    assert shown(take(text, "ferry.md")) == [
        "heading1: Harbour towns pledge £40m",
        "paragraph: By Jane Doe",
        f"paragraph: {LONG}",
        "heading2: What they promised",
        "list-item: a quay",
        "list-item: a ferry, soon",
        "list-item: First",
        "quotation: It is done, said the mayor.",
        "caption: The quay at noon",
        "paragraph: Town\tShare",
        "paragraph: Northmouth\t£22m",
        "paragraph: total = 40",
        "paragraph: rest = 0",
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("The *mayor* of **North_mouth_** ~~never~~ `said`", "The mayor of North_mouth_ never said"),
        ("See [the minutes](https://n.example/a_b), [all][1]\n\n[1]: /x 'y'", "See the minutes, all"),
        ("<https://n.example/x>", "https://n.example/x"),
        ("AT&amp;T &euro;5 \\*plain\\* 5 < 6", "AT&T €5 *plain* 5 < 6"),
        ("It <b>was</b> <!-- not --> <span hidden>never</span>so", "It was so"),
        ("<script>alert(1)</script>\n\nDone", "Done"),
        ("One<br>Two  \nThree\\\nFour", "One\nTwo\nThree\nFour"),
        ("<details>\n<summary>More</summary>\n\nThe *rest*.\n\n</details>", "More\nThe rest."),
        ("Two ![flag of Eire](f.png) teams", "Two teams\nflag of Eire"),
        ("[![The quay](q.jpg)](https://n.example)", "The quay"),
        ("![](q.jpg)\n\nText", "Text"),
    ],
)
def test_marks_are_gone_and_words_stay(take, written, read):
    assert take(written, "a.md").article.text == read


def test_footnotes_come_at_the_end_in_the_order_of_the_text(take, shown):
    text = (
        "They agreed[^b] on it.[^a] Not here[^none].\n\n[^a]: See *the minutes*.\n[^b]: Twice[^c].\n"
        "    And again.\n\n    A second paragraph.\n\nThe end.\n\n[^c]: Thrice.\n[^d]: Unasked."
    )
    assert shown(take(text, "a.md")) == [
        "paragraph: They agreed[1] on it.[2] Not here[^none].",
        "paragraph: The end.",
        "list-item: [1] Twice[3]. And again.",
        "list-item: A second paragraph.",
        "list-item: [2] See the minutes.",
        "list-item: [3] Thrice.",
        "list-item: [4] Unasked.",
    ]


def test_a_footnote_in_code_is_code(take):
    assert (
        take("```\n[^a]: b\n```\n\n    [^c]\n\n[^c]: Note", "a.md").article.text == "[^a]: b\n[^c]\n[1] Note"
    )


def test_the_head_is_stated_and_no_text(take):
    head = """---
title: "Towns agree: a \\"deal\\""
author:
  - "[[Jane Doe]]"
  - name: John Roe
date: 21 November 2026  # printed
source: https://north.example/deal
publisher: 'The Northmouth Post'
lang: en-GB
tags: [ferry, quay]
---

# Another heading

By Somebody Else
"""
    imported = take(head + LONG, "a.md")
    source = imported.source
    assert (source.headline, source.author) == ('Towns agree: a "deal"', "Jane Doe, John Roe")
    assert (source.published, source.language) == ("2026-11-21", "en-GB")
    assert (source.outlet, source.url) == ("The Northmouth Post", "https://north.example/deal")
    assert source.guessed == ()
    assert imported.article.text.startswith("Another heading\nBy Somebody Else")


def test_a_head_in_toml_is_understood_as_well(take):
    head = (
        '+++\ntitle = "Towns agree"\ndate = 2026-11-21T08:00:00Z\nauthors = ["A", "B"]\n[extra]\na = 1\n+++\n'
    )
    imported = take(head + LONG, "a.markdown")
    source = imported.source
    assert (source.headline, source.author, source.published) == ("Towns agree", "A, B", "2026-11-21")
    assert imported.article.text == LONG


def test_a_source_that_is_no_address_is_the_outlet(take):
    source = take(f"---\nsource: The Post\n---\n{LONG}", "a.md").source
    assert (source.outlet, source.url) == ("The Post", "")


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nTowns agree\n\n---\n\nThey do.",
        "---\nNo head at all.\n---\nThey do.",
        "+++\n= no\n+++\nThey do.",
    ],
)
def test_what_is_no_head_is_text(take, text):
    read = take(text, "a.md").article.text
    assert read.endswith("They do.")
    assert len(read) > len("They do.")


def test_the_first_heading_is_the_headline_where_no_head_states_one(take):
    source = take(f"# Towns agree\n\nBy Jane Doe\n\n{LONG}", "a.md").source
    assert (source.headline, source.author) == ("Towns agree", "Jane Doe")
    assert set(source.guessed) >= {"headline", "author"}


def test_what_is_too_long_to_be_understood_is_read_as_plain_text(take):
    imported = take(f"# Towns agree\n\n{LONG} *now*\n\n" + f"{LONG}\n\n" * 7_000, "a.md")
    assert "*now*" in imported.article.text
    assert imported.warnings[0].startswith("a.md is too long for its Markdown to be understood")


def test_markdown_of_nothing_but_marks_is_refused(take):
    with pytest.raises(CannotImport, match=r"a\.md holds no text"):
        take("***\n\n![](a.png)\n\n<!-- nothing -->", "a.md")
