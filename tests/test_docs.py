"""What the documentation lists is what there is: tables and example files are checked against the code."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import format_table
import pytest

import articlekit
from articlekit import formats, packs
from articlekit.cli.arguments import parser
from articlekit.reading.verdict import RULES

DOCS = Path(__file__).resolve().parent.parent / "docs"
EXAMPLES = sorted((DOCS / "examples").glob("*.toml"))


def first_cells(page: str, after: str) -> list[str]:
    """The names in the first column of the first table below a heading or line; several stand with commas between."""
    text = (DOCS / page).read_text("utf-8").partition(after)[2]
    table = re.search(r"(?:^\|.*\n)+", text, re.MULTILINE)
    assert table is not None, f"no table after {after!r} in {page}"
    rows = table[0].splitlines()[2:]
    return [name for row in rows for name in re.findall("`([^`]+)`", row.split("|")[1])]


def test_every_role_is_listed() -> None:
    assert sorted(first_cells("reference.md", "### Roles")) == sorted(articlekit.Role)


def test_every_field_of_an_article_is_listed() -> None:
    fields = [field.name for field in attrs.fields(articlekit.Article)]
    assert first_cells("reference.md", "## Values") == fields


def test_every_format_of_ours_is_listed() -> None:
    ours = [name for name, points in formats.registry().items() if points[0].value.startswith("articlekit.")]
    assert sorted(first_cells("formats.md", "# Formats")) == sorted(ours)


def test_every_extension_of_a_format_is_listed() -> None:
    text = (DOCS / "formats.md").read_text("utf-8")
    for name in first_cells("formats.md", "# Formats"):
        row = re.search(rf"^\| `{name}` \|[^|]*\|([^|]*)\|", text, re.MULTILINE)
        assert row is not None
        assert re.findall("`([^`]+)`", row[1]) == list(formats.get(name).extensions)


def test_every_field_of_a_rule_is_listed() -> None:
    attributes = {"whole": "is"}  # a word that Python keeps for itself
    fields = {attributes.get(field.name, field.name) for field in attrs.fields(packs.Rule)}
    assert set(first_cells("add-a-site.md", "## What a rule says")) == fields


@pytest.mark.parametrize("command", ["parse", "explain"])
def test_every_option_of_a_command_is_listed(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args([command, "--help"])
    options = set(re.findall(r"(?<![\w-])--?[a-z]+", capsys.readouterr().out)) - {"-h", "--help"}
    listed = {name.split()[0] for name in first_cells("command-line.md", f"## {command}") if name.startswith("-")}
    assert listed == options


def test_every_command_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["--help"])
    commands = re.findall(r"^    ([a-z-]+)(?: |$)", capsys.readouterr().out, re.MULTILINE)
    assert commands
    assert [name.split()[1] for name in first_cells("command-line.md", "# Command line")] == commands


def test_the_rules_that_remove_a_line_exist() -> None:
    listed = first_cells("why-removed.md", "made from where the line stands")
    assert len(listed) == len(set(listed))
    assert set(listed) <= RULES.keys()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_example_packs_have_no_problem(path: Path) -> None:
    assert packs.check(path) == ()


def test_there_are_example_packs() -> None:
    assert EXAMPLES


def test_the_table_of_formats_is_true() -> None:
    page = format_table.PAGE.read_text("utf-8")
    assert format_table.written(page) == page, "run: python tools/format_table.py"
