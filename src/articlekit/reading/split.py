"""Cuts a text at the headlines of further articles, so that each part is read as a page of its own."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from .boundary import (
    ANCHOR,
    ANCHOR_PLACE,
    Sides,
    apart,
    around_evidence,
    boundary_candidates,
    line_evidence,
    topic_evidence,
    usual_gap,
)
from .cues import NONE
from .page import Page

SURE, ANCHORED = 1.5, -1.5
"""The scores from which a candidate is a boundary.

A wrong cut costs more than a missed one, so doubt keeps a text whole; less is asked of a headline after a wide gap,
above the lines that name author or time: pages begin so.
"""


def boundaries(page: Page) -> list[int]:
    """The headlines, by line, at which a further article begins.

    Evidence that is dear to find out is asked only of the candidates that it can still make sure of.
    """
    sides = Sides(page.measures, page.kept)
    among = boundary_candidates(page.measures, sides)
    if not among:
        return []
    weights = page.weights
    scores = weights.boundary.scores(line_evidence(page.measures, among, page.scores))
    usual = usual_gap(page.measures)
    enough = {number: ANCHORED if page.measures.gaps[number] > usual else SURE for number in among}
    hopeful = _hopeful(among, scores, enough, weights.around.most + weights.topic.most)
    hopeful = {number: score for number, score in hopeful.items() if page.cues[number] == NONE}
    if not hopeful:
        return []
    around = around_evidence(page.measures, sides, list(hopeful), page.cues)
    anchors = zip(hopeful, around[ANCHOR_PLACE], strict=True)
    enough = {number: ANCHORED if value == ANCHOR else SURE for number, value in anchors}
    scores = [score + more for score, more in zip(hopeful.values(), weights.around.scores(around), strict=True)]
    hopeful = _hopeful(list(hopeful), scores, enough, weights.topic.most)
    if not hopeful:
        return []
    topic = weights.topic.scores(topic_evidence(sides, list(hopeful), page.topics))
    total = [(score + more, number) for (number, score), more in zip(hopeful.items(), topic, strict=True)]
    return apart(sides, [(score, number) for score, number in total if score > enough[number]])


def _hopeful(among: list[int], scores: list[float], enough: dict[int, float], later: float) -> dict[int, float]:
    """The candidates that later evidence can still make boundaries, with their scores so far."""
    return {number: score for number, score in zip(among, scores, strict=True) if score + later > enough[number]}


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
