"""The package of the documentation that adds a format: installed as pip would, it is a format like the others."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import articlekit
from articlekit import Article, Paragraph

DOCS = Path(__file__).resolve().parent.parent / "docs"
PACKAGE = DOCS / "examples" / "articlekit-tsv"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of a Python in which the package is installed: its module, and what its metadata says."""
    project = tomllib.loads((PACKAGE / "pyproject.toml").read_text("utf-8"))["project"]
    shutil.copy(PACKAGE / "articlekit_tsv.py", tmp_path)
    metadata = tmp_path / f"articlekit_tsv-{project['version']}.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    )
    [[group, points]] = project["entry-points"].items()
    lines = [f"[{group}]", *(f"{name} = {value}" for name, value in points.items())]
    (metadata / "entry_points.txt").write_text("\n".join(lines) + "\n")
    paths = (str(tmp_path), os.environ.get("PYTHONPATH", ""))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}


def run(environment: dict[str, str], *arguments: str) -> str:
    command = [sys.executable, "-m", "articlekit", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own program
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_command_line_knows_it(environment: dict[str, str], tmp_path: Path) -> None:
    assert "tsv" in run(environment, "formats").split()
    lines, rows = tmp_path / "ferry.jsonl", tmp_path / "ferry.tsv"
    lines.write_text(
        articlekit.dumps(Article(title="Ferry returns", body=[Paragraph("It came back.")]), "jsonl"), "utf-8"
    )
    run(environment, "parse", str(lines), "-o", str(rows))
    assert rows.read_text("utf-8") == "Ferry returns\tIt came back.\n"
    assert articlekit.loads(run(environment, "parse", str(rows)), "jsonl").title == "Ferry returns"


def test_the_page_shows_the_package_as_it_is() -> None:
    page = (DOCS / "add-a-format.md").read_text("utf-8")
    _, _, code = (PACKAGE / "articlekit_tsv.py").read_text("utf-8").partition("\n\n")
    assert f"```python\n{code}```" in page
    project = (PACKAGE / "pyproject.toml").read_text("utf-8")
    points = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert points is not None
    assert points[1] in project
