"""The main stretch of a page: the run of lines with the largest sum of values."""

from __future__ import annotations

from collections.abc import Sequence

_NEAR, _AROUND = 4, 12


def best_stretch(values: Sequence[int]) -> tuple[int, int]:
    """First and last-plus-one index of the run with the largest sum; an empty run when no value is positive.

    >>> best_stretch([-6, 20, -6, 30, -6, -6, -6, 10])
    (1, 4)
    """
    best, start, end = 0, 0, 0
    total, begin = 0, 0
    for number, value in enumerate(values):
        if total <= 0:
            total, begin = 0, number
        total += value
        if total > best:
            best, start, end = total, begin, number + 1
    return start, end


def places(stretch: tuple[int, int], count: int) -> list[int]:
    """Where each line stands to the stretch, as numbers of ``evidence.PLACES``; far before when it is empty."""
    start, end = stretch
    if start == end:
        return [0] * count
    inside = end - start
    head = min(2, inside)
    tail = min(2, inside - head)
    column = _before(start) + [4] * head + [5] * (inside - head - tail) + [6] * tail
    return column + [10 - place for place in reversed(_before(count - end))]


def _before(count: int) -> list[int]:
    near, around = min(count, _NEAR), min(count, _AROUND)
    if not count:
        return []
    return [0] * (count - around) + [1] * (around - near) + [2] * (near - 1) + [3]
