"""Evidence that a line is the article's: each measure is put into a few bins, and each bin has a weight.

A line's score is the sum of its bins' weights (``weights.json``, learned by ``tools/train_reader.py``), so a verdict
can name the evidence that decided it. FIRST looks at the line, at the lines beside it and at the prose around it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from .measure import Measures
from .segment import best_stretch, places

Column = list[int]


class Evidence(NamedTuple):
    """One kind of evidence: its name, what its bins are called, and the bin of each value from 0 up.

    A value beyond the last is in the last bin.
    """

    name: str
    bins: tuple[str, ...]
    bin_of: tuple[int, ...]


def scale(name: str, unit: str, *edges: int) -> Evidence:
    """Evidence that counts something: a new bin begins at each edge."""
    names = [f"under {edges[0]} {unit}"]
    names += [f"{low} to {high - 1} {unit}" for low, high in pairwise(edges)]
    bins = (*names, f"{edges[-1]} {unit} or more")
    return Evidence(name, bins, tuple(bisect_right(edges, value) for value in range(edges[-1] + 1)))


def kinds(name: str, *bins: str) -> Evidence:
    """Evidence that tells kinds apart, in the order of their numbers."""
    return Evidence(name, bins, tuple(range(len(bins))))


def cross(name: str, first: Evidence, second: Evidence) -> Evidence:
    """Evidence of two kinds at once.

    Its value is the first's bin times the number of the second's bins, plus the second's bin.
    """
    bins = tuple(f"{one}, {other}" for one in first.bins for other in second.bins)
    return Evidence(name, bins, tuple(range(len(bins))))


def binned(evidence: Evidence, values: Sequence[int]) -> Column:
    """The bin of each value; a value beyond the last edge is in the last bin."""
    table, top = evidence.bin_of, len(evidence.bin_of) - 1
    return [table[value] if value < top else table[top] for value in values]


ENDS = (
    "no mark",
    "full stop",
    "question or exclamation mark",
    "quoted sentence",
    "colon",
    "comma or dash",
    "ellipsis",
    "bracket",
    "digit",
)
STARTS = ("sign", "capital", "small letter", "digit", "quotation mark", "list mark", "letter without case")
SIGNS = ("none", "upright bar", "copyright sign", "web address", "at sign")
PLACES = (
    "far before the main prose",
    "within 12 lines before the main prose",
    "within 4 lines before the main prose",
    "just before the main prose",
    "in the first lines of the main prose",
    "in the main prose",
    "in the last lines of the main prose",
    "just after the main prose",
    "within 4 lines after the main prose",
    "within 12 lines after the main prose",
    "far after the main prose",
)
INDENTS = ("as the prose", "less than the prose", "more than the prose")

_SIGNS = ("|", "©", "http", "www.", "@")

_size = scale("size", "characters", 8, 15, 25, 40, 60, 90, 140, 220)
_end = kinds("end", *ENDS)
_place = kinds("place", *PLACES)
SIZES = len(_size.bins)
BLANKS = 4
"""So many numbers of blank lines are told apart."""

_COST = 6  # words: so much a line without prose takes from the main prose

_sums = (1, 12, 24, 40, 70, 110, 160, 220, 300, 400, 550)

FIRST = (
    scale("length", "characters", 4, 8, 12, 17, 23, 30, 38, 47, 60, 75, 95, 120, 150, 190, 250, 350, 500),
    cross("shape", _size, _end),
    scale("repeats", "times on the page", 2, 3, 5),
    cross("blanks", scale("before", "blank lines before", 1, 2, 3), scale("after", "blank lines after", 1, 2, 3)),
    kinds("indent", *INDENTS),
    cross("line before", _size, _end),
    cross("line after", _size, _end),
    scale("prose after 4", "words of prose in the 4 lines after", *_sums),
    scale("prose before 12", "words of prose in the 12 lines before", *_sums),
    scale("prose so far", "% of the page's prose before it", 1, 3, 8, 15, 30, 50, 70, 85, 92, 97, 99, 100),
    scale("prose on the page", "words of prose on the page", 1, 40, 80, 150, 250, 400, 700, 1200, 2500),
    cross("size in place", _size, _place),
    cross("end in place", _end, _place),
)

PAGE_WIDE = frozenset({"prose on the page"})
"""Evidence that is the same for every line of a page, and so explains none."""


def first_pass(measures: Measures) -> list[Column]:
    """The values of every line for each evidence in FIRST, column by column."""
    if not measures.texts:
        return [[] for _ in FIRST]
    size, end, place = sizes_of(measures), measures.ends, places_of(measures)
    shape = [a * len(ENDS) + b for a, b in zip(size, end, strict=True)]
    before, after = blanks(measures.gaps)
    sums = list(accumulate(measures.prose, initial=0))
    columns = (
        measures.lengths,
        shape,
        measures.counts,
        [BLANKS * a + b for a, b in zip(before, after, strict=True)],
        indents(measures),
        [0, *shape[:-1]],
        [*shape[1:], 0],
        *_windows(sums),
        _share(sums),
        [sums[-1]] * len(measures.texts),
        [a * len(PLACES) + b for a, b in zip(size, place, strict=True)],
        [a * len(PLACES) + b for a, b in zip(end, place, strict=True)],
    )
    return list(columns)


def tenths(score: float) -> int:
    """A line's first score as evidence: tenths of a unit above -8, from 0 to 160."""
    return int(10 * min(max(score, -8.0), 8.0)) + 80


def signs(texts: Sequence[str]) -> Column:
    """The first of SIGNS that each text holds."""
    together = "\n".join(texts)
    if not any(mark in together for mark in _SIGNS):
        return [0] * len(texts)
    return [_sign(text) for text in texts]


def _sign(text: str) -> int:
    if "|" in text:
        return 1
    if "©" in text:
        return 2
    if "http" in text or "www." in text:
        return 3
    return 4 if "@" in text else 0


def sizes_of(measures: Measures) -> Column:
    """How long each line is, in few sizes."""
    return binned(_size, measures.lengths)


def places_of(measures: Measures) -> Column:
    """Where each line stands to the main prose, as numbers of PLACES."""
    return places(best_stretch(measures.prose, _COST), len(measures.texts))


def blanks(gaps: Column) -> tuple[Column, Column]:
    """The blank lines before each line and after it; three stand for more."""
    before = [gap if gap < 3 else 3 for gap in gaps]  # noqa: PLR2004, FURB136 - min() costs three times as much here
    return before, [*before[1:], 3]


def indents(measures: Measures) -> Column:
    """Whether each line stands as far in as the prose, as numbers of INDENTS."""
    if not any(measures.indents):
        return measures.indents
    deep = sorted(indent for indent, words in zip(measures.indents, measures.prose, strict=True) if words)
    usual = deep[len(deep) // 2] if deep else 0
    return [0 if indent == usual else 1 if indent < usual else 2 for indent in measures.indents]


def _windows(sums: list[int]) -> tuple[Column, Column]:
    """Words in the 4 lines after and in the 12 before, from running sums."""
    count, total = len(sums) - 1, sums[-1]
    past = sums[1:] + [total] * 4
    return (
        [b - a for a, b in zip(sums[1:], past[4 : 4 + count], strict=True)],
        [a - b for a, b in zip(sums, [0] * 12 + sums, strict=False)][:count],
    )


def _share(sums: list[int]) -> Column:
    total = sums[-1] or 1
    return [100 * before // total for before in sums[:-1]]
