import pytest

LONG = "Four harbour towns agreed on Saturday to pay £40 million towards a new ferry line, officials said."
LATER = "The line is to open in the spring of 2028. Nobody will pay more than £3 a crossing, the mayor said."


def test_without_blank_lines_each_line_is_a_paragraph(take, shown):
    assert shown(take(f"{LONG}\n{LATER}\n")) == [f"paragraph: {LONG}", f"paragraph: {LATER}"]


def test_with_blank_lines_they_part_the_paragraphs(take, shown):
    assert shown(take(f"\n\n{LONG}\n\n\n  {LATER}  \n\n")) == [f"paragraph: {LONG}", f"paragraph: {LATER}"]


def test_a_text_that_starts_with_a_paragraph_names_no_headline(take):
    imported = take(f"{LONG}\n{LATER}\nFor more news visit the Coast Post.")
    assert imported.source.headline == ""
    assert imported.source.guessed == ("language",)
    assert imported.warnings == ("The text names no headline",)


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n\r\n"])
def test_a_short_first_line_is_the_headline(take, shown, between):
    imported = take(f"Harbour towns pledge £40m{between}{LONG}{between}{LATER}")
    assert shown(imported)[0] == "heading1: Harbour towns pledge £40m"
    assert imported.source.headline == "Harbour towns pledge £40m"
    assert imported.source.guessed == ("headline", "language")
    assert imported.warnings == ()


@pytest.mark.parametrize(
    "first",
    [
        "The towns agreed.",
        "By Jane Doe",
        "14 November 2026",
        "* * *",
        "The towns agreed, however,",
        "“We agree.”",
    ],
)
def test_a_first_line_that_is_no_headline_stays_a_paragraph(take, first):
    imported = take(f"{first}\n\n{LONG}\n\n{LATER}")
    assert imported.source.headline == ""
    assert imported.article.text.startswith(first)


def test_a_headline_may_end_in_an_abbreviation_or_a_question(take):
    assert take(f"Ferries leave the U.K.\n\n{LONG}").source.headline == "Ferries leave the U.K."
    assert take(f"Who pays for the ferry?\n\n{LONG}").source.headline == "Who pays for the ferry?"


def test_a_single_line_is_not_its_own_headline(take):
    assert take("Harbour towns pledge £40m").source.headline == ""


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By Jane Doe, Political Editor", "Jane Doe"),
        ("by Jane Doe in Northmouth", "Jane Doe"),
        ("By Jane Doe and Ali Khan", "Jane Doe and Ali Khan"),
        ("By: Ólafur Þór", "Ólafur Þór"),
        ("Von Jana Groß", "Jana Groß"),
    ],
)
def test_a_byline_names_the_author_and_stays_in_the_text(take, line, author):
    imported = take(f"Harbour towns pledge £40m\n{line}\n\n{LONG}\n\n{LATER}")
    assert imported.source.author == author
    assert imported.source.guessed == ("headline", "author", "language")
    assert line in imported.article.text.split("\n")


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("14 November 2026", "2026-11-14"),
        ("Published: Saturday, November 14, 2026", "2026-11-14"),
        ("2026-11-14 09:12 GMT", "2026-11-14"),
        ("Sat 14 Nov 2026 09.12 GMT", "2026-11-14"),
        ("By Jane Doe, 14th November 2026", "2026-11-14"),
        ("The towns met on 14 November 2026", ""),
        ("31 February 2026", ""),
    ],
)
def test_a_line_with_nothing_but_a_date_says_when_it_was_published(take, line, published):
    imported = take(f"Harbour towns pledge £40m\n\n{line}\n\n{LONG}\n\n{LATER}")
    assert imported.source.published == published
    assert ("published" in imported.source.guessed) == bool(published)
    assert line in imported.article.text


def test_hard_wrapped_paragraphs_are_joined_again(take, shown):
    text = (
        "Harbour towns pledge\nBy Jane Doe\n\n"
        "Four harbour towns agreed on Saturday to pay £40 million\n"
        "towards a new ferry line across the bay. The pro-\n"
        "ferry mayor of Northmouth was glad.\n\n"
        "“We have waited long enough,” said Mara Lind, and after\n"
        "that she went home.\n"
    )
    assert shown(take(text)) == [
        "heading1: Harbour towns pledge",
        "paragraph: By Jane Doe",
        "paragraph: Four harbour towns agreed on Saturday to pay £40 million "
        "towards a new ferry line across the bay. The pro-ferry mayor of Northmouth was glad.",
        "paragraph: “We have waited long enough,” said Mara Lind, and after that she went home.",
    ]


def test_a_line_that_had_room_left_was_ended_on_purpose(take, shown):
    text = "Northmouth,\nSaltby,\nEastcliff and the smaller towns of the inner bay share\n\nThat is all."
    assert shown(take(text))[:3] == [
        "paragraph: Northmouth,",
        "paragraph: Saltby,",
        "paragraph: Eastcliff and the smaller towns of the inner bay share",
    ]


def test_bullets_become_list_items_and_numbers_stay(take, shown):
    bullets = "• Northmouth pays\n- Saltby pays\n* Eastcliff too\n1. First\n2) Second"
    text = f"{LONG}\n{bullets}\n-5 degrees\n— Who are you?"
    assert shown(take(text))[1:] == [
        "list-item: Northmouth pays",
        "list-item: Saltby pays",
        "list-item: Eastcliff too",
        "list-item: 1. First",
        "list-item: 2) Second",
        "paragraph: -5 degrees",
        "paragraph: — Who are you?",
    ]


def test_what_breaks_offsets_elsewhere_comes_through(take):
    german, arabic = "Er sagte: „Cafe\u0301 👩\u200d🚒 kostet 5\u00a0€.“", "قال الوزير إن القوات ستبقى."
    article = take(f"\ufeff{german}\r\n{arabic}\r\n\ufeffEnd\u00ad ing").article
    assert article.text == (
        "Er sagte: „Café 👩\u200d🚒 kostet 5\u00a0€.“\nقال الوزير إن القوات ستبقى.\nEnd ing"
    )
    assert [article.block_text(block) for block in article.blocks] == article.text.split("\n")


def test_a_sentence_is_no_headline_though_an_emoji_follows_its_full_stop(take):
    story = "The quay will be open on Tuesday. 😀\n\nThe rest of the story is longer than that, as it is.\n"
    assert take(story).source.headline == ""
