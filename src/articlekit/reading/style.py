"""How a text is set: which of several marks for one purpose it prints. Each house has its own habits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_SAMPLE = 600  # characters of a sentence that are looked at
_FAMILIES = (
    ('"', "“", "„", "«", "「"),  # quotation marks
    ("'", "’"),  # apostrophes
    (" - ", "–", "—"),  # dashes
)


class Likeness(NamedTuple):
    """For how many purposes two texts print the same marks, and for how many different ones."""

    alike: int
    unlike: int


def likeness(one: Sequence[str], other: Sequence[str]) -> Likeness:
    """How alike two texts are set; a purpose for which one of them prints no mark says nothing.

    >>> likeness(["It’s “fine” – mostly."], ["It's “over” – now."])
    Likeness(alike=2, unlike=1)
    """
    pairs = [(a, b) for a, b in zip(_marks(one), _marks(other), strict=True) if a and b]
    return Likeness(sum(a == b for a, b in pairs), sum(a.isdisjoint(b) for a, b in pairs))


def _marks(texts: Sequence[str]) -> list[set[str]]:
    together = "\n".join([text[:_SAMPLE] for text in texts])
    found = [{mark for mark in family if mark in together} for family in _FAMILIES]
    if "„" in found[0]:
        found[0].discard("“")  # it closes what „ opens
    return found
