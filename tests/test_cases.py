"""Golden pages: every folder in ``cases`` is read and compared, line by line and field by field.

A new case is a folder with ``page.txt`` alone: the test fails and prints today's reading, to be corrected and saved
as ``expected.lines``, ``expected.json`` and ``case.toml``. A case that is not read rightly yet has ``expect = "gap"``:
it must fail, so that a lucky mend announces itself.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

import articlekit

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/page.txt"))
FIELDS = {"source", "captured", "note", "expect"}
LEAST = 15


def settings(case: Path) -> dict[str, str]:
    path = case / "case.toml"
    found: dict[str, str] = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    return found


def marked(case: Path) -> object:
    gap = settings(case).get("expect") == "gap"
    marks = [pytest.mark.xfail(strict=True, reason="a known gap")] if gap else []
    return pytest.param(case, id=case.name, marks=marks)


def page_of(case: Path) -> str:
    return (case / "page.txt").read_bytes().decode("utf-8")


def lines_of(text: str) -> str:
    """The reading of a text as ``expected.lines`` holds it: role, rule and text of each line that is not blank."""
    lines = articlekit.explain(text).lines
    return "".join(f"{line.role}\t{line.rule}\t{line.text}\n" for line in lines if line.text)


def articles_of(text: str) -> str:
    """The articles of a text as ``expected.json`` holds them."""
    articles = [json.loads(articlekit.dumps(article)) for article in articlekit.parse_all(text)]
    return json.dumps(articles, ensure_ascii=False, indent=1) + "\n"


def saved(case: Path, name: str, today: str) -> str:
    path = case / name
    if not path.exists():
        pytest.fail(f"{path} is missing. Today's reading, to be corrected and saved there:\n{today}")
    return path.read_text("utf-8")


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_a_page_is_read_as_expected(case: Path) -> None:
    text = page_of(case)
    assert lines_of(text) == saved(case, "expected.lines", lines_of(text))
    assert json.loads(articles_of(text)) == json.loads(saved(case, "expected.json", articles_of(text)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_says_what_it_is(case: Path) -> None:
    found = settings(case)
    assert found.keys() == FIELDS
    assert found["expect"] in {"pass", "gap"}
    assert all(value.strip() for value in found.values())


def test_there_are_cases() -> None:
    assert len(CASES) >= LEAST


def test_a_page_alone_fails_and_prints_todays_reading(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Home\nSport\n", "utf-8")
    with pytest.raises(pytest.fail.Exception, match=r"Today's reading.*\n.*navigation\t"):
        saved(tmp_path, "expected.lines", lines_of(page_of(tmp_path)))
