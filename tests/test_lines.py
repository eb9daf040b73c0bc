"""Cutting a text into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.lines import BODY, FIELDS, REMOVED, Line, Role, cut


@given(st.text())
def test_a_cut_text_joins_to_itself(text: str) -> None:
    assert "".join(cut(text)) == text


@given(st.lists(st.sampled_from(["a", " ", "\r", "\n", "\r\n", "\x0b", "\x85", "\u2028"])).map("".join))
def test_only_line_ends_cut(text: str) -> None:
    lines = cut(text)
    assert "".join(lines) == text
    for line in lines:
        assert line
        body = line.removesuffix("\n").removesuffix("\r")
        assert "\n" not in body
        assert "\r" not in body


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("one", ["one"]),
        ("one\n", ["one\n"]),
        ("\n\n", ["\n", "\n"]),
        ("one\r\ntwo\rthree\nfour", ["one\r\n", "two\r", "three\n", "four"]),
        ("one\r", ["one\r"]),
        ("still\x0bone\x1cline\x85here\u2028", ["still\x0bone\x1cline\x85here\u2028"]),
        ("one\ntwo\u2028still two\n\x0c\n", ["one\n", "two\u2028still two\n", "\x0c\n"]),
    ],
)
def test_line_ends(text: str, lines: list[str]) -> None:
    assert cut(text) == lines


def test_every_role_is_in_one_group() -> None:
    groups = [FIELDS, BODY, REMOVED, {Role.BLANK}]
    assert sorted(role for group in groups for role in group) == sorted(Role)


def test_removed_lines_say_so() -> None:
    assert Line("x", 0, 1, "x", Role.SHARE, "r", "why").removed
    assert not Line("x", 0, 1, "x", Role.TITLE, "r", "why", 0).removed
    assert not Line("\n", 0, 1, "", Role.BLANK, "r", "why").removed
