"""The measure: how far what was read is the article, in windows of four words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .pages import Page

_WINDOW = 4
_LOW = 0.5
_WORD = re.compile(r"\w+")

Windows = Counter[tuple[str, ...]]


class Overlap(NamedTuple):
    """What a page has right, too much and too little; together 1, or 0 when there is nothing at all."""

    right: float
    extra: float
    missing: float

    @property
    def precision(self) -> float:
        """How much of what was read is the article."""
        return self.right / (self.right + self.extra) if self.right else 0.0

    @property
    def recall(self) -> float:
        """How much of the article was read."""
        return self.right / (self.right + self.missing) if self.right else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return harmonic(self.precision, self.recall)

    @property
    def empty(self) -> bool:
        """Whether nothing was read."""
        return self.right == self.extra == 0


class Figures(NamedTuple):
    """The figures of one tool over some pages."""

    precision: float
    recall: float
    f1: float
    low: int
    empty: int


def windows(text: str) -> Windows:
    """The multiset of a text's windows of four words; a shorter text is one window."""
    words = _WORD.findall(text)
    if len(words) <= _WINDOW:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(words[start:] for start in range(_WINDOW)), strict=False))


def overlap(page: Page, text: str) -> Overlap:
    """How far a text is the page's article."""
    shown = windows(text)
    gold = windows("\n\n".join(_wanted(page, shown)))
    right = (gold & shown).total()
    total = gold.total() + shown.total() - right
    if not total:
        return Overlap(0, 0, 0)
    return Overlap(right / total, (shown.total() - right) / total, (gold.total() - right) / total)


def _wanted(page: Page, shown: Windows) -> Iterator[str]:
    for number, paragraph in enumerate(page.paragraphs):
        own = windows(paragraph)
        if number not in page.optional or 2 * (own & shown).total() > own.total():
            yield paragraph


def harmonic(one: float, other: float) -> float:
    """The harmonic mean of two figures."""
    return 2 * one * other / (one + other) if one + other else 0.0


def figures(overlaps: Iterable[Overlap]) -> Figures:
    """The figures over pages: means of precision and of recall, and their F1."""
    found = list(overlaps)
    precision = _mean([page.precision for page in found if not page.empty])
    recall = _mean([page.recall for page in found if page.right + page.missing])
    low, empty = sum(page.f1 < _LOW for page in found), sum(page.empty for page in found)
    return Figures(precision, recall, harmonic(precision, recall), low, empty)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
