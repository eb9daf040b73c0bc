"""A page before any choice: the measures, rules, cues, evidence and scores of its lines."""

from __future__ import annotations

from functools import cached_property

from .cohesion import Wording
from .cues import Cues, Rules
from .evidence import Column, first_pass
from .learned import Learned, learned
from .measure import Measures, measure
from .sides import Reading
from .topic import Topics
from .words import Vocabulary

_DIAL = 2.5  # by so much the score that keeps a line sinks when all doubtful lines are to be kept


class ScoredPage:
    """A text that is read as one page, with what is known of each of its lines; ``page.Page`` adds what is chosen."""

    def __init__(self, text: str, vocabulary: Vocabulary, weights: Learned | None = None, *, keep: float = 0.0) -> None:
        self.weights = weights or learned()
        self.least = -_DIAL * keep
        """A score above this one speaks for a line."""
        self.vocabulary = vocabulary
        self.measures: Measures = measure(text)
        self.rules = Rules(self.measures, vocabulary)
        self.cues = Cues(self.measures, self.rules)
        self.topics = Topics(self.measures.texts)

    @cached_property
    def reading(self) -> Reading:
        """What the two sides of a seam are read with."""
        texts, languages = self.measures.texts, self.vocabulary.languages_of
        return Reading(texts, Wording(texts, languages), languages)

    @cached_property
    def evidence(self) -> list[Column]:
        """What speaks for and against each line, column by column."""
        return first_pass(self.measures)

    @cached_property
    def scores(self) -> list[float]:
        """How much each line reads as an article's text: above ``least`` it does."""
        return self.weights.line_scores(self.measures)
