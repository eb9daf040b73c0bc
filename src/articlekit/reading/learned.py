"""What the reader has learned: the weights of the evidence for its four questions, from ``weights.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import accumulate

import attrs

from .evidence import FIRST
from .headline import AROUND, HEADLINE, SEEN, around_reach
from .line_scores import LineScores
from .opening import OPENING
from .seam import SEAM
from .seam import SEEN as SEAM_SEEN
from .sides import HEADS, LANGUAGE, WORDS
from .weights import Weights, from_table

Tables = Mapping[str, Mapping[str, Mapping[str, float]]]
"""``{question: {evidence: {bin: weight}}}``, as ``weights.json`` holds it."""


@attrs.frozen
class Learned:
    """Weights for four questions, and the stages in which each is asked.

    Is a line the article's (line)? Is a candidate the headline (seen, around, said)? Do two articles meet
    at a seam (of_seams)? With which line does the second one open (opening)?
    """

    line: Weights
    seen: Weights
    around: Weights
    said: Weights
    of_seams: Mapping[str, Weights]
    """By the stage: seam, words, heads, language, fields."""
    opening: Weights
    hopes: Mapping[str, float]
    """What is hoped for behind each stage but the last; a seam that this cannot make sure of is given up."""
    line_scores: LineScores = attrs.field(init=False, eq=False, repr=False)
    """What the weights for lines make of a page."""
    reach: tuple[tuple[float, float], ...] = attrs.field(init=False, eq=False, repr=False)
    """The least and the most that all evidence from around and from said on adds to a candidate."""

    @line_scores.default
    def _of_lines(self) -> LineScores:
        return LineScores(self.line)

    @reach.default
    def _of_candidates(self) -> tuple[tuple[float, float], ...]:
        single = [around_reach(self.around), (self.said.low, self.said.high)]
        lows, highs = (list(accumulate(reversed(values))) for values in zip(*single, strict=True))
        return tuple(zip(reversed(lows), reversed(highs), strict=True))


@cache
def learned() -> Learned:
    """The weights that come with articlekit; ``tools/train_reader.py`` makes them."""
    return from_tables(json.loads((files("articlekit.reading") / "weights.json").read_text("utf-8")))


def from_tables(tables: Tables) -> Learned:
    """The weights of the four questions, and the hopes of their stages, from their tables."""
    seen, rest = from_table(tables["headline"], HEADLINE).split(len(SEEN))
    around, said = rest.split(len(AROUND))
    of_seams, rest = {}, from_table(tables["seam"], SEAM)
    for stage, evidence in (("seam", SEAM_SEEN), ("words", WORDS), ("heads", HEADS), ("language", LANGUAGE)):
        of_seams[stage], rest = rest.split(len(evidence))
    of_seams["fields"] = rest
    line, opening = from_table(tables["line"], FIRST), from_table(tables["opening"], OPENING)
    return Learned(line, seen, around, said, of_seams, opening, tables["hopes"]["seam"])
