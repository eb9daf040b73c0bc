"""Reads a text: cuts it into parts of one article each, and finds the article in every part."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import attrs

from ..lines import Line, Role
from ..model import Article
from .assemble import assemble
from .learned import Learned
from .naming import name_line
from .page import Page
from .split import parts_of
from .story import Story, story_of
from .verdict import RULES, Verdict, reason
from .words import Vocabulary


@attrs.frozen
class Part:
    """A part of the text that was read as one page, and the article found in it."""

    page: Page
    story: Story | None

    def article(self) -> Article | None:
        """The article, if the part holds one."""
        return None if self.story is None else assemble(self.page, self.story)


def read(text: str, vocabulary: Vocabulary, keep: float, weights: Learned | None = None) -> Iterator[Part]:
    """The parts of a text, in their order, each read as a page of its own.

    ``keep`` from -1 to 1 says what is done in doubt: drop, keep, or in the middle what is more likely right.
    ``weights`` are those that come with articlekit, unless others are given.
    """
    page = Page(text, vocabulary, weights, keep=keep)
    parts = parts_of(text, page)
    if len(parts) == 1:
        yield Part(page, story_of(page))
        return
    for part in parts:
        own = Page(part, vocabulary, weights, keep=keep)
        yield Part(own, story_of(own))


def lines_of(part: Part, start: int, article: int | None) -> Iterator[Line]:
    """Every line of a part with its verdict; ``start`` is the part's offset, ``article`` the index of its article."""
    page, story = part.page, part.story
    numbers = {raw: number for number, raw in enumerate(page.measures.where)}
    for place, raw in enumerate(page.measures.raws()):
        end = start + len(raw)
        number = numbers.get(place)
        if number is None:
            yield Line(raw, start, end, "", Role.BLANK, "reader.blank", RULES["reader.blank"])
        else:
            own = None if story is None else story.verdicts.get(number)
            verdict = own or name_line(page, story, number)
            why = reason(verdict, partial(_strongest, page, verdict, number))
            text = page.measures.texts[number]
            yield Line(raw, start, end, text, verdict.role, verdict.rule, why, article if own else None)
        start = end


def _strongest(page: Page, verdict: Verdict, number: int) -> str:
    """The strongest evidence for what was decided on a line, in words, with its weight."""
    kept = verdict.rule == "reader.prose"
    words, weight = page.weights.line.strongest(page.evidence, number, speaks_for=kept)
    return f"{words}, {weight:+.1f}"
