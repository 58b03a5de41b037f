"""Analysts' notes as Word comments."""

from datetime import datetime

from exporters.characters import one_line
from exporters.docx.direction import runs_right_to_left
from exporters.docx.draft import Draft
from exporters.docx.runs import run, runs
from exporters.docx.wml import Element, part, w
from pressmark.brief import Comment


def comments(draft: Draft) -> bytes:
    """The comments whose marks have been written."""
    numbered = ((number, draft.brief.marks[name].comment) for name, number in draft.comments.items())
    return part(
        "w:comments", "w r", {}, *(_comment(number, comment) for number, comment in numbered if comment)
    )


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
        sign = [] if paragraphs else [run(w("annotationRef"), style="CommentReference")]
        properties = w("pPr", w("pStyle", val="CommentText"), *direction)
        paragraphs.append(w("p", properties, *sign, runs(line, right_to_left=right_to_left)))
    return paragraphs
