"""Which links a brief may hold."""

import pytest

from exporters.links import address, anchor, anchors
from tests.exporters.reference_brief import REFERENCE


@pytest.mark.parametrize(
    ("target", "followed"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("https://example.org/größe", "https://example.org/gr%C3%B6%C3%9Fe"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
    ],
)
def test_web_and_mail_addresses_may_be_followed(target: str, followed: str) -> None:
    assert address(target) == followed


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//server/share",
        "https://",
        "https://a b",
        "https://a\nb",
        "https://example.org:port/",
        "https://[::1",
        "mailto:",
        "#q1",
        "",
    ],
)
def test_anything_else_is_no_address(target: str) -> None:
    assert address(target) is None


@pytest.mark.parametrize(
    ("target", "name"), [("#q1", "q1"), ("q1", None), ("#", None), ("#1a", None), ("##q1", None)]
)
def test_an_anchor_is_a_name_behind_one_hash(target: str, name: str | None) -> None:
    assert anchor(target) == name


def test_the_places_of_a_brief_are_its_blocks_rows_and_the_marks_in_its_text() -> None:
    found = anchors(REFERENCE)
    assert {"bottom_line", "pledges", "links", "q1", "s1_p2", "m_q1", "m_l1"} <= found
    assert "no_such_place" not in found
    assert "" not in found
