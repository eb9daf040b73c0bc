"""A page as the reader knows it: what is seen of its lines, and which of them are chosen, step by step."""

from __future__ import annotations

from functools import cached_property

from .kept import kept_lines
from .liked import liked_lines
from .lists import listed
from .scored import ScoredPage
from .zones import Zones


class Page(ScoredPage):
    """A text that is read as one page. Every choice is made when it is first asked for, and then stands."""

    @cached_property
    def liked(self) -> list[int]:
        """The lines that read as an article's when each is looked at alone, or beside its neighbours."""
        return liked_lines(self)

    @cached_property
    def _zones(self) -> Zones:
        return Zones(self, self.liked)

    @cached_property
    def zones(self) -> dict[int, int]:
        """All lines that stand in a zone, each with the line that opens it."""
        lines = range(len(self.measures.texts))
        self.rules.ask(lines)
        return self._zones.within(lines)

    @cached_property
    def kept(self) -> list[int]:
        """The lines that are taken for the article's."""
        return kept_lines(self, self.liked, self._zones)

    @cached_property
    def kept_set(self) -> frozenset[int]:
        """The kept lines, to ask whether a line is one."""
        return frozenset(self.kept)

    @cached_property
    def listed(self) -> set[int]:
        """The kept lines that stand in a list."""
        return listed(self.measures, [number for number in self.kept if not self.measures.prose[number]])
