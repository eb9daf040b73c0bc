"""Places that reports are filed from, as a list that is loaded when it is first asked."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files


def plain(name: str) -> str:
    """A place's name as the list has it: casefolded, without accents, white space as single spaces.

    >>> plain("São  Paulo")
    'sao paulo'
    """
    folded = " ".join(name.casefold().split())
    if folded.isascii():
        return folded
    return "".join(char for char in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(char))


def is_place(name: str) -> bool:
    """Whether a name is that of a known town, country or state."""
    return plain(name) in _places()


@cache
def _places() -> frozenset[str]:
    return frozenset((files("articlekit.recognizers") / "data" / "gazetteer.txt").read_text("utf-8").split("\n"))
