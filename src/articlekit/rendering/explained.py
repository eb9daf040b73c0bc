"""What is shown: the lines and articles of an explanation, whoever made it."""

from __future__ import annotations

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
