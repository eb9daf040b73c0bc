"""What is checked of a pack beyond loading it; the built-in packs pass it."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlekit import PackError, packs
from articlekit.pack_check import check, problems_of, slowest_line
from articlekit.packs import Pack
from articlekit.reading.words import standard

RULE = """
site = "news.example"
[[rules]]
name = "example.share.row"
role = "share"
is = ["beam it up"]
drops = ["Beam it up"]
keeps = ["Beam it up, said the captain, and be quick."]
why = "A row of buttons."
"""


@pytest.mark.parametrize("pack", packs.builtin(), ids=lambda pack: pack.file)
def test_built_in_packs_keep_their_promises(pack: Pack) -> None:
    assert problems_of(pack) == ()


def test_no_built_in_rule_takes_a_line_that_another_keeps() -> None:
    kept = [(rule.name, line) for pack in packs.builtin() for rule in pack.rules for line in rule.keeps]
    assert kept
    taken = [(owner, line, rule.name) for owner, line in kept if (rule := standard().rule_for(line)) is not None]
    assert taken == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('drops = ["Beam it up"]', 'drops = ["Beam me up"]', "field 'drops': the rule does not take 'Beam me up'"),
        ('drops = ["Beam it up"]', "", "field 'drops': is empty"),
        ('keeps = ["Beam it up, said', 'keeps = ["Beam it up", "said', "field 'keeps': the rule takes 'Beam it up'"),
        ('keeps = ["Beam it up, said the captain, and be quick."]', "", "field 'keeps': is empty"),
        ('is = ["beam it up"]', 'is = ["beam it up"]\nends = ["to mars"]', "field 'ends': no line in drops shows it"),
        ('is = ["beam it up"]', "like = ['(?:[a-z ]+)+']", "takes too long"),
    ],
)
def test_problems_are_told(tmp_path: Path, old: str, new: str, says: str) -> None:
    path = tmp_path / "my.toml"
    path.write_text(RULE, "utf-8")
    assert packs.check(path) == ()
    path.write_text(RULE.replace(old, new), "utf-8")
    problems = check(path)
    assert any(says in problem for problem in problems)
    assert all("my.toml, rule 'example.share.row'" in problem for problem in problems)


def test_a_name_of_a_built_in_rule_is_taken(tmp_path: Path) -> None:
    taken = packs.builtin()[0].rules[0].name
    path = tmp_path / "my.toml"
    path.write_text(RULE.replace("example.share.row", taken), "utf-8")
    with pytest.raises(PackError, match="the name is used twice"):
        packs.check(path)


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (r"(?:a|aa)+", "aaa"),
        (r"\([^()]{2,60}(?:/[^()]{2,40})+\)", "(ab/cd)"),
        (r"(?:\w+\s?)+", "two words"),
    ],
)
def test_patterns_that_grow_too_fast_are_found(pattern: str, example: str) -> None:
    assert slowest_line(pattern, (example,)) is not None


@pytest.mark.parametrize("pattern", [r"\d+ comments?", r"page \d++ of \d++", r"[a-z]++ \| [a-z]++"])
def test_linear_patterns_pass(pattern: str) -> None:
    assert slowest_line(pattern, ("12 comments", "page 3 of 4", "news | sport", "")) is None
