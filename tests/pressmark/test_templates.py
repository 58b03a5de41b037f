"""Templates are files that a person can read, share and get wrong."""

from pathlib import Path

import pytest

from pressmark.brief import Faces, PageSize
from pressmark.templates import (
    Arrangement,
    ChosenSection,
    Template,
    TemplateNotUnderstood,
    read_template,
    template_text,
)

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
SHIPPED = sorted((Path(__file__).parents[2] / "resources/templates").glob("*.toml"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "house.toml"


def test_three_templates_ship() -> None:
    assert [path.stem for path in SHIPPED] == ["full-report", "ministerial-brief", "one-page-digest"]


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda path: path.stem)
def test_a_template_is_the_same_after_being_written_and_read(shipped: Path, path: Path) -> None:
    template = read_template(shipped)
    path.write_text(template_text(template), encoding="utf-8")
    again = read_template(path)
    assert (again.title, again.sections, again.look) == (template.title, template.sections, template.look)
    assert again.cover == template.cover


def test_everything_a_template_may_say_is_read(path: Path) -> None:
    path.with_name("crest.png").write_bytes(PNG)
    path.with_name("house.dotx").write_bytes(b"PK")
    path.write_text(
        'title = "Haus"\nlanguage = "de"\naccent = "#AA3300"\nfaces = "sans"\npage = "letter"\ncover = true\n'
        'logo = "crest.png"\nlogo-alternative = "Wappen"\nword-model = "house.dotx"\n'
        '[[section]]\nname = "statements"\ntitle = "Zitate"\nby = "speaker"\nmost = 3\nwide = true\n'
        "new-page = true\n",
        encoding="utf-8",
    )
    found = read_template(path)
    assert found.sections == (
        ChosenSection("statements", "Zitate", Arrangement.SPEAKER, 3, wide=True, new_page=True),
    )
    assert (found.name, found.title, found.language, found.cover) == ("house", "Haus", "de", True)
    assert (found.look.accent, found.look.faces, found.look.page) == ("#aa3300", Faces.SANS, PageSize.LETTER)
    assert found.look.logo
    assert (found.look.logo.alternative, found.look.logo.data) == ("Wappen", PNG)
    assert found.look.word_model == b"PK"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("title =", "Invalid value"),
        ('title = "x"', "section"),
        ("section = []", "length >= 1"),
        ('title = 3\n[[section]]\nname = "pledges"', "`$.title`"),
        ('[[section]]\nname = ""', "length >= 1"),
        ('[[section]]\nname = "pledges"\nby = "mood"', "mood"),
        ('[[section]]\nname = "pledges"\nmost = -1', ">= 0"),
        ('accent = "red"\n[[section]]\nname = "pledges"', "accent"),
        ('page = "a3"\n[[section]]\nname = "pledges"', "a3"),
        ('logo = "gone.png"\n[[section]]\nname = "pledges"', "“gone.png” beside it cannot be read"),
        ('logo = "../house.toml"\n[[section]]\nname = "pledges"', "without its folder"),
        ('word-model = "/etc/passwd"\n[[section]]\nname = "pledges"', "without its folder"),
        ('logo = "house.toml"\n[[section]]\nname = "pledges"', "neither a PNG nor a JPEG"),
    ],
)
def test_what_is_wrong_with_a_template_is_said_with_its_name(text: str, why: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TemplateNotUnderstood, match=r"“house\.toml” cannot be used as a template") as caught:
        read_template(path)
    assert why in str(caught.value)


def test_a_file_that_is_no_text_is_no_template(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00title")
    with pytest.raises(TemplateNotUnderstood):
        read_template(path)


def test_sections_can_be_chosen_anew_and_keep_what_the_template_says_of_them() -> None:
    template = Template(
        "t", "T", (ChosenSection("statements", by=Arrangement.TOPIC), ChosenSection("places"))
    )
    chosen = template.with_sections(["pledges", "statements"])
    assert chosen.sections == (
        ChosenSection("pledges"),
        ChosenSection("statements", by=Arrangement.TOPIC),
    )
