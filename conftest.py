"""The examples in README, documentation and docstrings run as tests."""

from __future__ import annotations

from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.doctest import DocTestParser
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

# Imported here so that a docstring's module is the installed one: Sybil would else import it from its path.
import articlekit  # noqa: F401

_prose = Sybil(parsers=[PythonCodeBlockParser(), SkipParser()], patterns=["README.md", "docs/*.md", "docs/**/*.md"])
_docstrings = Sybil(
    parsers=[DocTestParser()],
    patterns=["src/articlekit/*.py", "src/articlekit/**/*.py"],
    document_types={".py": PythonDocStringDocument},
)

pytest_collect_file = (_prose + _docstrings).pytest()
