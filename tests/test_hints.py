"""Hints may be too many, never too few: what a recognizer takes, its hint is given for."""

from __future__ import annotations

import json
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.recognizers.byline import looks_like_byline
from articlekit.recognizers.caption import credit_start
from articlekit.recognizers.hints import BYLINE, CREDIT, NONE, TIMESTAMP, hints_of
from articlekit.recognizers.timestamp import is_timestamp

FIELDS = [
    "By Jane Doe",
    "ByJane Doe",
    "Jane Doe, Staff Writer",
    "Jane Doe - 19.11.2019",
    "Klara Hafen, Wirtschaftsredakteurin",
    "AFP",
    "(jd/afp)",
    "vor 2 Stunden",
    "2h ago",
    "5 PM",
    "3 a.m.",
    "20231207",
    "gestern",
    "Updated today",
    "3 min read",
    "Photo: Jane Doe",
    "The ferry at dawn. (Jane Doe/Harbour Press)",
    "The ferry at dawn © Jane Doe",
    "The ferry at dawn. Getty Images",
    "2023年12月7日",
    "홍길동 기자",
]
WORDS = st.sampled_from(
    ["by", "Jane", "Doe", "AP", "Photo:", "5", "May", "2023", "at", "10:30", "©", "(", ")", "/", "ago", "Uhr", "ferry"]
)


def assert_hinted(line: str) -> None:
    hints = hints_of(line)
    if is_timestamp(line):
        assert hints & TIMESTAMP, line
    if looks_like_byline(line):
        assert hints & BYLINE, line
    if credit_start(line) is not None:
        assert hints & CREDIT, line


@pytest.mark.parametrize("line", FIELDS)
def test_fields_are_hinted(line: str) -> None:
    assert hints_of(line)
    assert_hinted(line)


@pytest.mark.parametrize("line", ["The ferry came back at noon", "Home", "", "x" * 5000, "Über uns", "42"])
def test_most_lines_give_no_hint(line: str) -> None:
    assert hints_of(line) == NONE


@given(st.lists(WORDS, max_size=8).map(" ".join))
def test_whatever_is_recognised_is_hinted(line: str) -> None:
    assert_hinted(line)


@pytest.mark.parametrize("gold", ["timestamps", "bylines", "captions"])
def test_the_fields_of_real_pages_are_hinted(shared: Path, gold: str) -> None:
    lines = [json.loads(line) for line in (shared / "corpus" / f"{gold}.jsonl").read_text("utf-8").splitlines()]
    assert lines
    for record in lines:
        assert_hinted(record["text"].strip())


def test_hints_are_linear() -> None:
    def seconds(size: int) -> float:
        start = perf_counter()
        for _ in range(5):
            hints_of("7/" * size)
        return perf_counter() - start

    seconds(10)
    assert seconds(1_000_000) < 50 * seconds(10_000) + 0.05
