import json
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from desktop.command_line import run
from pressmark.storage.articles import open_article

pytestmark = pytest.mark.window

STORY = """The harbour of Port Almar will be dredged before the winter, the government said on Tuesday. 😀

“We said we would not leave the fleet outside the breakwater,” harbours minister Mara Venn told reporters. \
“This is the money,\u00a0and this is the date.”

Venn pledged €42m to deepen the channel by the end of March 2027. In بورت ألمار they called it too late.
"""
MARKS = [
    {
        "label": "a",
        "pieces": ["harbours minister Mara Venn"],
        "set": {"entity": "Mara Venn", "kind": "person"},
    },
    {"label": "a", "pieces": ["Venn"], "nth": 2, "how": "keyboard", "set": {"entity": "Mara Venn"}},
    {
        "label": "q",
        "pieces": [
            "“We said we would not leave the fleet outside the breakwater,”",
            "“This is the money,\u00a0and this is the date.”",
        ],
        "link": {"speaker": "Mara Venn"},
    },
    {"label": "l", "pieces": ["Port Almar"]},
    {"label": "l", "pieces": ["بورت ألمار"], "how": "keyboard"},
    {
        "label": "p",
        "pieces": ["pledged €42m to deepen the channel by the end of March 2027"],
        "link": {"pledger": "Mara Venn", "recipient": "Port Almar"},
        "set": {"amount": "EUR 42m", "due": "by 31 March 2027"},
        "note": "Is the June sum part of this?",
    },
]
LABELS = {"a": "actor", "q": "quote", "l": "location", "p": "pledge"}
HEADLINE = "Ministers promise a dredging fund"


def test_files_and_selections_dragged_from_another_program_become_articles(screen, tmp_path: Path):
    assert "dropped 4" in screen.run("drop.py", str(tmp_path))


def test_mouse_and_keyboard_do_the_main_job_and_the_command_line_says_the_same(screen, tmp_path: Path):
    story, plan = tmp_path / "story.txt", tmp_path / "plan.json"
    story.write_text(STORY, encoding="utf-8")
    plan.write_text(json.dumps({"headline": HEADLINE, "marks": MARKS}), encoding="utf-8")
    by_hand = tmp_path / "by-hand"
    by_hand.mkdir()

    said = screen.run("mark_up.py", str(story), str(plan), str(by_hand), seconds=240)
    assert "steps undone and redone" in said

    marked = open_article(by_hand / "saved.pressmark")
    assert not marked.warnings
    written = mark_up_by_command_line(story, tmp_path / "dossier")
    assert what_it_says(marked.doc) == what_it_says(open_article(written).doc)

    pages = "".join(page.extract_text() for page in PdfReader(by_hand / "brief.pdf").pages)
    assert "EUR 42,000,000" in pages
    words = "\n".join(paragraph.text for paragraph in Document(str(by_hand / "brief.docx")).paragraphs)
    assert "“This is the money,\u00a0and this is the date.”" in words


def mark_up_by_command_line(story: Path, dossier: Path) -> Path:
    assert run(["import", str(story), "--to", str(dossier)]) == 0
    (file,) = dossier.glob("*.pressmark")
    assert run(["edit", str(file), "--headline", HEADLINE]) == 0
    for one in MARKS:
        options = [f"--set={name}={value}" for name, value in one.get("set", {}).items()]
        options += [f"--link={role}={target}" for role, target in one.get("link", {}).items()]
        options += ["--nth", str(one["nth"])] if "nth" in one else []
        options += ["--note", one["note"]] if "note" in one else []
        assert run(["annotate", str(file), LABELS[one["label"]], *one["pieces"], *options]) == 0
    return file


def what_it_says(doc) -> object:
    """Everything but who did it and when."""
    annotations = {
        one.id: (one.label, one.spans, dict(one.attributes), sorted(one.links), one.note)
        for one in doc.markup.values()
    }
    return doc.article, doc.codebook, dict(doc.entities), doc.source.headline, annotations


def test_a_dossier_is_filled_ordered_searched_and_merged_by_hand(screen, tmp_path: Path):
    dossier, inbox, pictures = (tmp_path / name for name in ("Harbour", "inbox", "pictures"))
    for one in (inbox, pictures):
        one.mkdir()
    for name in ("Fund", "Quay"):
        (tmp_path / f"{name}.txt").write_text(f"{name} first\n\n{name}: {STORY}", encoding="utf-8")
    assert run(["import", str(tmp_path / "Fund.txt"), str(tmp_path / "Quay.txt"), "--to", str(dossier)]) == 0
    (inbox / "again.txt").write_bytes((tmp_path / "Fund.txt").read_bytes())
    (inbox / "broken.docx").write_bytes(b"PK\x03\x04" + bytes(60))
    page = "<p>The dredger came on Monday, and it stays until March, said its captain, Ines Marlow.</p>"
    head = '<title>Dredging begins</title><meta property="og:site_name" content="Bay Herald">'
    (inbox / "page.html").write_text(
        f"<html><head>{head}</head><body><article><h1>Dredging begins</h1>{page}</article></body></html>"
    )
    said = screen.run("dossier.py", str(dossier), str(pictures), seconds=240)
    assert "report: 1 came in, 1 was here already, 1 did not come in" in said
    assert "order: Quay first" in said
    assert "found: dredg" in said.casefold()
    states = {path.stem: open_article(path).doc.filing.state for path in dossier.glob("*.pressmark")}
    assert states == {"quay-first": "", "dredging-begins": "done", "fund-first": ""}, states
