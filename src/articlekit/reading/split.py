"""Cuts a text at the headlines of further articles, so that each part is read as a page of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise

from .boundary import Sides, apart, around_evidence, boundary_candidates, line_evidence, topic_evidence
from .evidence import Column
from .page import Page
from .weights import Weights

SURE = 1.0
"""The score from which a candidate is a boundary: a wrong cut costs more than a missed one."""


def boundaries(page: Page) -> list[int]:
    """The headlines, by line, at which a further article begins.

    Evidence that is dear to find out is asked only of the candidates that it can still make sure of.
    """
    sides = Sides(page.measures, page.kept)
    among = boundary_candidates(page.measures, sides)
    if not among:
        return []
    weights = page.weights
    scores = dict(zip(among, weights.boundary.scores(line_evidence(page.measures, among, page.scores)), strict=True))
    stages: tuple[tuple[Weights, Callable[[list[int]], list[Column]], float], ...] = (
        (weights.around, lambda left: around_evidence(page.measures, sides, left, page.cues), weights.topic.most),
        (weights.topic, lambda left: topic_evidence(sides, left, page.topics), 0.0),
    )
    for stage, evidence, later in stages:
        left = [number for number in among if scores[number] + stage.most + later > SURE]
        if not left:
            return []
        added = stage.scores(evidence(left))
        scores = {number: scores[number] + more for number, more in zip(left, added, strict=True)}
        among = left
    return apart(sides, [(score, number) for number, score in scores.items() if score > SURE])


def parts_of(text: str, page: Page) -> list[str]:
    """The text in parts of one article each; ``"".join(parts) == text``."""
    heads = boundaries(page)
    if not heads:
        return [text]
    raws = page.measures.raws
    cuts = [0, *(page.measures.where[_start(page, head)] for head in heads), len(raws)]
    return ["".join(raws[low:high]) for low, high in pairwise(cuts)]


def _start(page: Page, head: int) -> int:
    """Where a further article's lines begin: after the widest gap between the last kept line and its headline."""
    kept = page.kept
    last = kept[bisect_left(kept, head) - 1]
    return max(range(last + 1, head + 1), key=lambda number: (page.measures.gaps[number], number))
