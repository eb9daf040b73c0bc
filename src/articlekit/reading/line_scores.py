"""The scores of all lines of a page: what FIRST tells of them is weighed as it is seen, and no bins are kept."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from typing import Any

from .evidence import BLANKS, ENDS, FIRST, PLACES, SIZES, blanks, first_pass, indents, places_of, sizes_of
from .measure import Measures
from .weights import Weights

_ENDS = len(ENDS)
_ONE_LOOK = (
    "shape",
    "repeats",
    "indent",
    "line before",
    "line after",
    "prose after 4",
    "prose before 12",
    "prose so far",
    "prose on the page",
)
"""Evidence whose weight is looked up as it stands."""


class LineScores:
    """What the weights of FIRST make of a page's lines: ``weights.scores(first_pass(measures))`` at less cost.

    The last digits of the sums may differ.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        tables = {kind.name: table for kind, table in zip(FIRST, weights.by_value, strict=True)}
        length, cross = tables.pop("length"), tables.pop("blanks")
        size, end = tables.pop("size in place"), tables.pop("end in place")
        self._length = [weights.bias + weight for weight in length]
        self._gaps = [cross[above : above + BLANKS] for above in range(0, BLANKS * BLANKS, BLANKS)]
        self._tables = tuple(map(tables.__getitem__, _ONE_LOOK))
        self._in_place = [(_sizes_in(place, size), _ends_in(place, end)) for place in range(len(PLACES))]

    def __call__(self, measures: Measures) -> list[float]:
        """The score of each line: above 0 speaks for it, below 0 against it."""
        try:
            return self._scores(measures) if measures.texts else []
        except IndexError:  # a very long line, or one said thousands of times
            return self._weights.scores(first_pass(measures))

    def _scores(self, measures: Measures) -> list[float]:
        """The weights are added up in the order of FIRST, on which the last digit of a sum depends."""
        length, gaps = self._length, self._gaps
        shape, repeats, indent, line_before, line_after, soon, late, so_far, page_wide = self._tables
        sums = list(accumulate(measures.prose, initial=0))
        words, on_the_page = sums[-1] or 1, page_wide[min(sums[-1], len(page_wide) - 1)]
        return [
            length[characters]
            + shape[form]
            + repeats[times]
            + gaps[above][below]
            + indent[deep]
            + line_before[last]
            + line_after[following]
            + soon[to_4_after - with_this]
            + late[before - to_12_before]
            + so_far[100 * before // words]
            + on_the_page
            + size_in_place[form]
            + end_in_place[form]
            for (
                characters,
                form,
                times,
                above,
                below,
                deep,
                last,
                following,
                to_4_after,
                with_this,
                before,
                to_12_before,
                (size_in_place, end_in_place),
            ) in zip(*self._columns(measures, sums), strict=False)
        ]

    def _columns(self, measures: Measures, sums: list[int]) -> tuple[Iterable[Any], ...]:
        """What is looked at of each line, column by column; ``sums`` are the words of prose before each line."""
        shapes = [_ENDS * size + end for size, end in zip(sizes_of(measures), measures.ends, strict=True)]
        return (
            measures.lengths,
            shapes,
            measures.counts,
            *blanks(measures.gaps),
            indents(measures),
            [0, *shapes],
            [*shapes[1:], 0],
            sums[5:] + [sums[-1]] * 4,
            sums[1:],
            sums,
            [0] * 12 + sums,
            map(self._in_place.__getitem__, places_of(measures)),
        )


def _sizes_in(place: int, table: list[float]) -> list[float]:
    """What the size of a line weighs in one of PLACES, for each shape."""
    return [table[len(PLACES) * size + place] for size in range(SIZES) for _ in range(_ENDS)]


def _ends_in(place: int, table: list[float]) -> list[float]:
    """What the end of a line weighs in one of PLACES, for each shape."""
    return [table[len(PLACES) * end + place] for _ in range(SIZES) for end in range(_ENDS)]
