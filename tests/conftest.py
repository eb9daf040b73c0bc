"""What all tests share: how hard Hypothesis tries, and the corpus, which is no part of the repository."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import hypothesis
import pytest

# A deadline would make slow machines fail; how time grows is a test of its own. The run of every day and every
# machine is repeatable; "long" looks for what nobody has seen, and prints how to see it again.
hypothesis.settings.register_profile("default", deadline=None, print_blob=True, max_examples=25)
hypothesis.settings.register_profile("ci", deadline=None, print_blob=True, max_examples=100, derandomize=True)
hypothesis.settings.register_profile("long", deadline=None, print_blob=True, max_examples=20_000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

# The Python for which nox installs the libraries of articlekit[interchange-tests]; on the others their tests are skipped.
_WITH_ALL_LIBRARIES = (3, 11)

_REPOSITORY = Path(__file__).resolve().parent.parent


def _in_ci() -> bool:
    return os.environ.get("CI", "").lower() == "true"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with corpus and standards: ``ARTICLEKIT_SHARED``, or ``../shared`` beside the repository."""
    folder = Path(os.environ.get("ARTICLEKIT_SHARED") or _REPOSITORY.parent / "shared")
    if folder.is_dir():
        return folder
    reason = f"needs the corpus, and {folder} does not exist (ARTICLEKIT_SHARED names another place)"
    if _in_ci():
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def seed() -> Path:
    """The page with two articles that comes with the repository."""
    return _REPOSITORY / "seeds" / "arab-news-pakistan.txt"


@pytest.fixture(scope="session")
def need() -> Callable[[str], Any]:
    """A function that gives a module of a library which need not be there, or skips the test that needs it."""

    def module(name: str) -> Any:  # noqa: ANN401 - a module that need not be there has no type to name
        try:
            return import_module(name)
        except ModuleNotFoundError as error:
            reason = f"needs {name}, and {error.name} is not installed: pip install 'articlekit[interchange-tests]'"
        _give_up(reason)

    return module


@pytest.fixture(scope="session")
def html_checker() -> list[str]:
    """The command of the Nu HTML Checker, which needs Java."""
    jar = Path(os.environ.get("ARTICLEKIT_VNU", "node_modules/vnu-jar/build/dist/vnu.jar"))
    java = shutil.which("java")
    if java is None or not jar.is_file():
        _give_up(
            f"needs java and the Nu HTML Checker in {jar} (npm install vnu-jar; ARTICLEKIT_VNU names another place)"
        )
    return [str(java), "-jar", str(jar)]


def _give_up(reason: str) -> NoReturn:
    """Skip a test that lacks a library or tool; in CI, on the Python that has them all, it fails."""
    if _in_ci() and sys.version_info[:2] == _WITH_ALL_LIBRARIES:
        pytest.fail(reason)
    pytest.skip(reason)
