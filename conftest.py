"""The examples in README, documentation and docstrings run as tests."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.doctest import DocTestParser
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

# Imported here so that a docstring's module is the installed one: Sybil would else import it from its path.
import articlekit  # noqa: F401


def _absent(*modules: str) -> bool:
    """Whether one of the modules is not installed; examples that need it say so, and are skipped."""
    return any(find_spec(module) is None for module in modules)


def _know_what_is_absent(namespace: dict[str, Any]) -> None:
    namespace["absent"] = _absent


_prose = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
    setup=_know_what_is_absent,
)
_docstrings = Sybil(
    parsers=[DocTestParser()],
    patterns=["src/articlekit/*.py", "src/articlekit/**/*.py"],
    document_types={".py": PythonDocStringDocument},
)

pytest_collect_file = (_prose + _docstrings).pytest()
