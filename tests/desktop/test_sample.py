from pathlib import Path

import pytest
from lxml import etree

import resources
from desktop.main_job import do_main_job, has_display
from desktop.sample import make_sample, sample_dossier
from pressmark import facts
from pressmark.checks import check
from pressmark.dossier import Dossier
from pressmark.storage.articles import open_article, original_of

SAMPLE = Dossier(resources.path("sample"))


def test_the_sample_is_what_its_steps_make_byte_for_byte(tmp_path: Path) -> None:
    make_sample(tmp_path)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert made == {
        path.relative_to(SAMPLE.folder): path.read_bytes()
        for path in SAMPLE.folder.rglob("*")
        if path.is_file() and path.parent.name != "source"
    }


@pytest.mark.parametrize("path", SAMPLE.articles(), ids=lambda path: path.stem)
def test_the_sample_opens_without_complaint_and_is_valid(path: Path) -> None:
    opened = open_article(path)
    assert (opened.warnings, opened.read_only) == ((), False)
    schema = etree.XMLSchema(file=str(resources.path("schema", "article-1.xsd")))
    schema.assertValid(etree.parse(path))
    assert original_of(opened.doc, path) is not None


def test_the_sample_shows_what_the_app_is_for() -> None:
    story = open_article(SAMPLE.articles()[0]).doc
    assert any(len(quote.annotation.spans) > 1 for quote in facts.quotes(story))
    assert any(quote.annotation.value("mode") == "indirect" for quote in facts.quotes(story))
    assert all(quote.speakers for quote in facts.quotes(story))
    assert [str(pledge.amount) for pledge in facts.pledges(story) if pledge.counts] == [
        "EUR 3000000..4000000",
        "undisclosed",
        "EUR 42000000",
    ]
    assert any(pledge.restates for pledge in facts.pledges(story))
    venn = next(actor for actor in facts.actors(story) if actor.name == "Mara Venn")
    assert venn.printed == ("Harbour Minister Mara Venn", "Ms Venn", "The minister")
    assert story.words.bottom_line
    assert story.words.caveat
    assert any(one.note for one in story.markup.values())
    assert {finding.missing for finding in check(story)} == {"due date"}


def test_the_analysts_copy_is_made_once_and_then_left_alone(tmp_path: Path) -> None:
    mine = sample_dossier(tmp_path / "data")
    names = {path.name for path in Dossier(mine).articles()}
    assert names == {path.name for path in SAMPLE.articles()}
    assert original_of(open_article(Dossier(mine).articles()[0]).doc, Dossier(mine).articles()[0]) is not None
    Dossier(mine).articles()[0].unlink()
    assert sample_dossier(tmp_path / "data") == mine
    assert len(Dossier(mine).articles()) == len(names) - 1
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["Sample dossier"]


def test_without_a_display_the_main_job_writes_xml_word_and_pdf(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert do_main_job(tmp_path / "sample") == 0
        told = capsys.readouterr()
        assert told.err == ""
        *_, xml, _, docx, pdf = map(Path, told.out.splitlines())
        assert open_article(xml).warnings == ()
        assert docx.read_bytes().startswith(b"PK")
        assert pdf.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_window_needs_a_display(
    platform: str, environment: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", platform)
    assert has_display() is expected
