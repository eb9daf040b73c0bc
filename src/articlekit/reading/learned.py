"""What the reader has learned: the weights of the evidence for its three questions, from ``weights.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import attrs

from .boundary import AROUND, BOUNDARY, LINE
from .evidence import FIRST
from .headline import HEADLINE, SEEN
from .weights import Weights, from_table

Tables = Mapping[str, Mapping[str, Mapping[str, float]]]
"""``{question: {evidence: {bin: weight}}}``, as ``weights.json`` holds it."""


@attrs.frozen
class Learned:
    """Weights for three questions, and the stages in which each is asked.

    Is a line the article's (line)? Is a candidate the headline (seen, said)? Does a further article begin here
    (boundary, around, topic)?
    """

    line: Weights
    seen: Weights
    said: Weights
    boundary: Weights
    around: Weights
    topic: Weights


@cache
def learned() -> Learned:
    """The weights that come with articlekit; ``tools/train_reader.py`` makes them."""
    return from_tables(json.loads((files("articlekit.reading") / "weights.json").read_text("utf-8")))


def from_tables(tables: Tables) -> Learned:
    """The weights of the three questions from their tables."""
    seen, said = from_table(tables["headline"], HEADLINE).split(len(SEEN))
    boundary, rest = from_table(tables["boundary"], BOUNDARY).split(len(LINE))
    return Learned(from_table(tables["line"], FIRST), seen, said, boundary, *rest.split(len(AROUND)))
