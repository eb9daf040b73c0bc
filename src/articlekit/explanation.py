"""What was read in a text, line by line, and why."""

from __future__ import annotations

import attrs

from .lines import Line
from .model import Article


@attrs.frozen
class Explanation:
    """Every line of a text with its verdict, and the articles they make.

    ``"".join(line.raw for line in explanation.lines) == explanation.source`` for every text.
    """

    source: str
    lines: tuple[Line, ...]
    articles: tuple[Article, ...]

    @property
    def removed(self) -> tuple[Line, ...]:
        """The lines that are neither blank nor part of an article, in their order."""
        return tuple(line for line in self.lines if line.removed)

    def __str__(self) -> str:
        return self.render(color=False)

    def to_html(self) -> str:
        """One self-contained HTML page: every line coloured by its role, the reason on hover."""
        from .rendering.html import to_html  # noqa: PLC0415 - most programs show no explanation

        return to_html(self)

    def render(self, *, color: bool | None = None, width: int | None = None) -> str:
        """The same for a terminal.

        ``color`` None means: where standard output is a terminal and ``NO_COLOR`` is not set. ``width`` is in columns;
        None means the terminal's own, or 100.
        """
        from .rendering.terminal import render  # noqa: PLC0415 - most programs show no explanation

        return render(self, color=color, width=width)
