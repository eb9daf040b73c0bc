"""The scores of all lines of a page: what FIRST tells of them is weighed as it is seen, and no bins are kept."""

from __future__ import annotations

from itertools import accumulate

from .evidence import BLANKS, ENDS, FIRST, PLACES, SIZES, blanks, first_pass, indents, places_of, sizes_of
from .measure import Measures
from .weights import Weights


class LineScores:
    """What the weights of FIRST make of a page's lines: ``weights.scores(first_pass(page))`` at less cost.

    The last digits of the sums may differ.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        by_name = dict(zip((kind.name for kind in FIRST), weights.by_value, strict=True))
        self._size_in_place = _by_place(by_name.pop("size in place"), SIZES)
        self._end_in_place = _by_place(by_name.pop("end in place"), len(ENDS))
        length, *self._tables = by_name.values()
        self._length = [weights.bias + weight for weight in length]

    def __call__(self, page: Measures) -> list[float]:
        """The score of each line: above 0 speaks for it, below 0 against it."""
        try:
            return self._scores(page) if page.texts else []
        except IndexError:  # a very long line, or one said thousands of times
            return self._weights.scores(first_pass(page))

    def _scores(self, page: Measures) -> list[float]:
        """The weights are added up in the order of FIRST, on which the last digit of a sum depends."""
        length = self._length
        shape, repeats, gaps, indent, line_before, line_after, soon, late, so_far, page_wide = self._tables
        sizes, stands = sizes_of(page), places_of(page)
        count = len(ENDS)
        shapes = [count * size + end for size, end in zip(sizes, page.ends, strict=True)]
        sums = list(accumulate(page.prose, initial=0))
        total = sums[-1]
        words, on_the_page = total or 1, page_wide[min(total, len(page_wide) - 1)]
        columns = (
            page.lengths,
            shapes,
            page.counts,
            *blanks(page.gaps),
            indents(page),
            [0, *shapes],
            [*shapes[1:], 0],
            sums[5:] + [total] * 4,
            sums[1:],
            sums,
            [0] * 12 + sums,
            map(self._size_in_place.__getitem__, stands),
            sizes,
            map(self._end_in_place.__getitem__, stands),
            page.ends,
        )
        return [
            length[characters]
            + shape[form]
            + repeats[times]
            + gaps[BLANKS * above + below]
            + indent[deep]
            + line_before[last]
            + line_after[following]
            + soon[to_4_after - with_this]
            + late[before - to_12_before]
            + so_far[100 * before // words]
            + on_the_page
            + in_place[size]
            + ends_in_place[end]
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
                in_place,
                size,
                ends_in_place,
                end,
            ) in zip(*columns, strict=False)
        ]


def _by_place(table: list[float], count: int) -> list[list[float]]:
    """What each of the values crossed with PLACES weighs, place by place."""
    return [[table[len(PLACES) * value + place] for value in range(count)] for place in range(len(PLACES))]
