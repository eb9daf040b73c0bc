"""What is shown: the lines and articles of an explanation, and how both renderings tell and count them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from ..lines import Line
from ..model import Article


class Explained(Protocol):
    """What a rendering asks of an ``Explanation``, which itself offers the renderings."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line of the text, with its verdict."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """What they make."""

    @property
    def removed(self) -> tuple[Line, ...]:
        """The lines that are neither blank nor part of an article."""


def numbered(explanation: Explained) -> Iterator[tuple[int, Line, int | None]]:
    """Every line with its number from 1 on, and the article that begins at it, or goes on there after another."""
    inside: int | None = None
    for number, line in enumerate(explanation.lines, 1):
        begins = line.article if line.article != inside else None
        if begins is not None:
            inside = begins
        yield number, line, begins


def counted(number: int, thing: str) -> str:
    """A number of things in words.

    >>> counted(1, "line"), counted(2, "line")
    ('1 line', '2 lines')
    """
    return f"{number} {thing}" + ("" if number == 1 else "s")
