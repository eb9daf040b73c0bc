"""Places that reports are filed from, as a list that is loaded when it is first asked."""

from __future__ import annotations

import gzip
import unicodedata
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class _Places(NamedTuple):
    countries: frozenset[str]
    known: frozenset[str]
    small: frozenset[str]


def plain(name: str) -> str:
    """A place's name as the list has it: casefolded, without accents and full stops, "Saint" shortened.

    >>> plain("São  Paulo"), plain("ST. LOUIS")
    ('sao paulo', 'st louis')
    """
    words = name.casefold().replace(".", " ").split()
    folded = " ".join("st" if word == "saint" else word for word in words)
    if folded.isascii():
        return folded
    return "".join(char for char in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(char))


def is_place(name: str) -> bool:
    """Whether a name is that of a known country, state or town of 15,000 people or more.

    >>> is_place("ISLAMABAD"), is_place("Read More")
    (True, False)
    """
    return plain(name) in _places().known


def is_country(name: str) -> bool:
    """Whether a name is a country's and no town's.

    >>> is_country("Pakistan"), is_country("Luxembourg")
    (True, False)
    """
    return plain(name) in _places().countries


def is_small_place(name: str) -> bool:
    """Whether a name is that of a known town of fewer people, which proves less: more words are such names."""
    return plain(name) in _places().small


@cache
def _places() -> _Places:
    packed = (files("articlekit.recognizers") / "data" / "gazetteer.txt.gz").read_bytes()
    countries, towns, small = (frozenset(part.splitlines()) for part in gzip.decompress(packed).decode().split("\n\n"))
    return _Places(countries, countries | towns, small)
