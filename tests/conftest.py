"""What all tests share: how hard Hypothesis tries, and the corpus, which is no part of the repository."""

from __future__ import annotations

import os
from pathlib import Path

import hypothesis
import pytest

# A deadline would make slow machines fail; how time grows is a test of its own. The run of every day and every
# machine is repeatable; "long" looks for what nobody has seen, and prints how to see it again.
hypothesis.settings.register_profile("default", deadline=None, print_blob=True, max_examples=25)
hypothesis.settings.register_profile("ci", deadline=None, print_blob=True, max_examples=100, derandomize=True)
hypothesis.settings.register_profile("long", deadline=None, print_blob=True, max_examples=20_000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

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
