import time

import pytest

from pressmark.article import BlockKind
from pressmark.importers.boilerplate import boilerplate

OWN = (
    "The two harbour towns said on Saturday that they would pay forty million pounds towards a new ferry "
    "line across the bay, ending a quarrel of eleven years."
)
MORE = (
    "The council of Saltby votes on the plan next week and the regional assembly in December, when the "
    "budget for the coming three years is settled as well."
)


def struck(*texts: str, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    blocks = [(kind if "|" not in text else BlockKind.PARAGRAPH, text, 0) for text in texts]
    return [texts[at] for at in boilerplate(blocks)]


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement", "ADVERTISEMENT", "Story continues below advertisement", "Share this article",
        "Share on Facebook", "Read more: Ferry line costs twice as much", "READ ALSO: Ferry line opens",
        "Follow us on Facebook and X", "Follow The Coast Post on Twitter", "Sign up to our daily newsletter",
        "Sign up for the Morning Briefing newsletter", "Subscribe", "Click here to read the full report",
        "For more latest news visit Coast Post",
        "(For the latest news and updates, visit coastpost.example.)",
        "© 2026 The Coast Post. All rights reserved.", "Copyright 2026 Coast Media", "5 min read",
        "Copy link",
        "Join our WhatsApp channel", "Skip past newsletter promotion", "12 comments",
        "Image source, Getty Images",
        "Anzeige", "Lesen Sie auch: Fähre wird teurer", "Artikel teilen", "Folgen Sie uns auf Instagram",
        "Empfohlener redaktioneller Inhalt", "Lesezeit: 3 Minuten", "Jetzt abonnieren",
        "Publicité", "La suite après cette publicité", "À lire aussi : Le ferry coûte cher",
        "Suivez-nous sur Facebook", "Abonnez-vous à notre lettre", "Partager cet article",
        "Реклама", "Читайте також: Пором подорожчав", "Підписуйтесь на наш канал у Telegram", "Поділитися",
        "Foto: dpa", "Already a subscriber?",
        "You have read two of your three free stories.",
        "Photo: Jane Doe/Reuters", "(Photograph: Jane Doe for The Coast Post)", "Фото: Reuters",
    ],
)  # fmt: skip
def test_a_line_that_no_article_holds_is_struck_wherever_it_stands(line):
    assert struck(OWN, line, MORE) == [line]
    assert struck("Towns agree on ferry", line, OWN, MORE) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "This article was originally published on The Conversation. Read the original article.",
        "All rights reserved.", "Have you got a story? E-mail us at news@coast.example",
        "Filed under: Ferries",
        "Dieser Artikel erschien zuerst in der Küstenpost.", "Alle Rechte vorbehalten", "Tags: Fähre, Hafen",
        "Cet article a été initialement publié le 3 mai.", "Tous droits réservés", "Усі права захищені",
        "Якщо ви помітили помилку, виділіть її", "Home > News > Ferries",
    ],
)  # fmt: skip
def test_a_line_of_the_site_is_struck_before_and_after_the_text_and_not_within(line):
    assert struck(OWN, MORE, line) == [line]
    assert struck(line, OWN, MORE) == [line]
    assert struck(OWN, line, MORE) == []


@pytest.mark.parametrize(
    "line",
    [
        "“Share this article with your neighbours,” said Mara Lind.",
        "Follow the money, she said.",
        "Like many others on Facebook, she asked why the ferry was late.",
        "For more than a decade he would visit the town in the summer.",
        "For more information on the line, visit the town hall.",
        "Read, the deputy mayor, said: “More will follow.”",
        "Advertisement of the contract begins in May.",
        "Subscribe to the theory or not, the line will be built.",
        "Getty said the museum would lend the picture.",
        "Photo shows the ferry leaving the quay at dawn",
        "Newsletter editors protested.",
        "Already a member of the union, the town has no veto.",
        "Jetzt testen Forscher ein neues Schiff.",
        "To continue reading the plan as it stands, she said, would be a mistake.",
        "The story was published by the wrong newspaper.",
        "More must be done.",
        "Related party transactions rose to £3m.",
        "Teilen der Stadt droht Hochwasser.",
        "Реклама порома коштувала три мільйони гривень.",
        "Partager le pouvoir n’est pas facile, dit-elle.",
        "Sign up now or lose your seat, the union told its members on the quay.",
    ],
)
def test_the_article_s_own_words_stay_though_they_sound_like_it(line):
    assert struck(OWN, line, MORE) == []


@pytest.mark.parametrize(
    ("heading", "titles"),
    [
        ("Related stories", ["Ferry line costs twice as much", "Who pays for the harbour?"]),
        ("You may also like", ["Five walks on the coast"]),
        ("Mehr zum Thema", ["Fähre wird teurer", "Wer bezahlt den Hafen?"]),
        ("Sur le même sujet", ["Le ferry coûte deux fois plus cher"]),
        ("Читайте також", ["Пором подорожчав удвічі", "Хто платить за порт?"]),
    ],
)
def test_a_list_of_other_articles_is_struck_with_its_heading(heading, titles):
    assert struck(OWN, heading, *titles, MORE) == [heading, *titles]
    assert struck(OWN, MORE, heading, *titles) == [heading, *titles]


def test_a_heading_that_is_followed_by_the_article_s_text_stays():
    assert struck(OWN, "More about the deal", MORE, OWN) == []


def test_a_list_of_other_articles_ends_where_another_kind_of_block_begins():
    blocks = [
        (BlockKind.PARAGRAPH, OWN, 0),
        (BlockKind.HEADING, "Related articles", 3),
        (BlockKind.LIST_ITEM, "Ferry line costs twice as much", 0),
        (BlockKind.HEADING, "What happens next", 2),
        (BlockKind.PARAGRAPH, MORE, 0),
    ]
    assert boilerplate(blocks) == (1, 2)


@pytest.mark.parametrize(
    ("lines", "bar"),
    [
        (["Facebook", "Twitter", "WhatsApp"], True),
        (["Share", "Facebook"], True),
        (["Tweet", "E-Mail", "Drucken"], True),
        (["Facebook", "Twitter"], False),
        (["Facebook", "Amazon", "Twitter"], False),
    ],
)
def test_services_in_a_row_are_a_share_bar_where_there_is_a_deed_or_three_of_them(lines, bar):
    assert struck(OWN, *lines, MORE, OWN) == (lines if bar else [])


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Photograph: Jane Doe/Getty Images", True),
        ("Reuters", True),
        ("Li Ying/Xinhua", True),
        ("Image Jane Doe", True),
        ("Mara Lind, the mayor, at the quay in June. Photograph: Jane Doe/Getty Images", False),
        ("Mara Lind", False),
        ("Photo of the old ferry", False),
    ],
)
def test_a_caption_is_struck_only_where_it_is_a_picture_s_credit(caption, credit):
    assert struck(OWN, caption, MORE, kind=BlockKind.CAPTION)[:1] == ([caption] if credit else [])


def test_a_first_heading_and_a_text_of_such_lines_alone_are_never_struck():
    assert boilerplate([(BlockKind.HEADING, "Newsletter", 1), (BlockKind.PARAGRAPH, OWN, 0)]) == ()
    assert struck("Subscribe", "Advertisement") == []
    assert struck() == []


def test_long_texts_of_near_misses_take_no_time():
    lines = [
        "for more " + "latest " * 28,
        "follow " + "a " * 100,
        "share " * 30,
        "home" + " > news" * 25,
    ] * 2_000
    began = time.process_time()
    boilerplate([(BlockKind.PARAGRAPH, line, 0) for line in lines])
    assert time.process_time() - began < 2


def test_a_pasted_text_opens_with_its_headline_and_not_with_what_stands_over_it(take, struck):
    lines = (
        "Skip to content",
        "Advertisement",
        "Share this article",
        "Towns agree on ferry",
        "By Jane Doe",
        OWN,
        MORE,
    )
    imported = take("\n\n".join(lines))
    assert (imported.source.headline, imported.source.author) == ("Towns agree on ferry", "Jane Doe")
    assert struck(imported) == list(lines[:3])
    assert imported.article.block_text(imported.article.blocks[3]) == "Towns agree on ferry"


def test_struck_blocks_are_numbered_as_they_are_after_cleaning(take, struck):
    imported = take(
        f"<p> </p><p>{OWN}</p><pre>Advertisement\n\nShare this article</pre><p>{MORE}</p>", "a.html"
    )
    assert struck(imported) == ["Advertisement", "Share this article"]
    assert imported.struck == (1, 2)


@pytest.mark.parametrize("captured", ["selection", "file", "clipboard"])
def test_what_is_pasted_is_struck_as_well(take, struck, captured):
    imported = take(f"{OWN}\n\nRead more: Ferry line costs twice as much", captured_from=captured)
    assert struck(imported) == ["Read more: Ferry line costs twice as much"]


def test_what_is_struck_is_in_the_article_s_text(take, struck):
    imported = take(f"{OWN}\n\nAdvertisement\n\n{MORE}")
    assert imported.article.text == f"{OWN}\nAdvertisement\n{MORE}"
