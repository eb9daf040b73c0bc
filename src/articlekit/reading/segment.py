"""The main stretch of a page: the run of lines with the largest sum of values."""

from __future__ import annotations

from collections.abc import Sequence

_NEAR, _AROUND = 4, 12


def best_stretch(gains: Sequence[int], cost: int) -> tuple[int, int]:
    """First and last-plus-one index of the run with the largest sum; an empty run when there is no gain.

    A line that gains nothing costs something.

    >>> best_stretch([0, 20, 0, 30, 0, 0, 0, 10], 6)
    (1, 4)
    """
    best, start, end = 0, 0, 0
    total, begin, after = 0, 0, 0
    for number, gain in enumerate(gains):
        if not gain:
            continue
        total -= cost * (number - after)
        if total <= 0:
            total, begin = 0, number
        total += gain
        after = number + 1
        if total > best:
            best, start, end = total, begin, after
    return start, end


def places(stretch: tuple[int, int], count: int) -> list[int]:
    """Where each line stands to the stretch, as numbers of ``evidence.PLACES``; far before when it is empty."""
    start, end = stretch
    if start == end:
        return [0] * count
    inside = end - start
    head = min(2, inside)
    tail = min(2, inside - head)
    near, around, far = _parts(start)
    column = [0] * far + [1] * around + [2] * near + [3] * (start > 0)
    column += [4] * head + [5] * (inside - head - tail) + [6] * tail
    near, around, far = _parts(count - end)
    return column + [7] * (end < count) + [8] * near + [9] * around + [10] * far


def _parts(count: int) -> tuple[int, int, int]:
    """How many of the lines on one side of the stretch, but for the one just beside it, stand near, around and far."""
    near, around = min(count, _NEAR), min(count, _AROUND)
    return max(near - 1, 0), around - near, count - around
