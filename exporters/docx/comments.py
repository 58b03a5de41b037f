"""Analysts' notes as Word comments."""

from datetime import datetime

from exporters.characters import one_line
from exporters.docx.direction import runs_right_to_left
from exporters.docx.draft import Draft
from exporters.docx.runs import run, runs
from exporters.docx.wml import Element, w
from pressmark.brief import Comment


def comments(draft: Draft) -> Element:
    """The comments whose marks have been written."""
    found = w("comments")
    for name, number in draft.comments.items():
        comment = draft.brief.marks[name].comment
        if comment:
            found.append(_comment(number, comment))
    return found


def _comment(number: int, comment: Comment) -> Element:
    author = one_line(comment.author)
    initials = "".join(word[0] for word in author.split()[:3])
    date = {"date": _word_time(comment.date)} if comment.date else {}
    return w("comment", *_paragraphs(comment.text), id=number, author=author, initials=initials, **date)


def _word_time(moment: datetime) -> str:
    """Word shows the clock as it stands here, whatever the letter of its zone says."""
    return moment.replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _paragraphs(text: str) -> list[Element]:
    """A paragraph for each line; the first begins with Word's sign of a comment."""
    paragraphs: list[Element] = []
    for line in text.splitlines() or [""]:
        right_to_left = runs_right_to_left(line, otherwise=False)
        direction = [w("bidi")] if right_to_left else []
        paragraph = w("p", w("pPr", w("pStyle", val="CommentText"), *direction))
        if not paragraphs:
            paragraph.append(run(w("annotationRef"), style="CommentReference"))
        paragraph.extend(runs(line, right_to_left=right_to_left))
        paragraphs.append(paragraph)
    return paragraphs
