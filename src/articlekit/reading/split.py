"""Cuts a text where further articles begin, so that each part is read as a page of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import partial
from itertools import pairwise

from .cues import BYLINE, NONE, TIMESTAMP
from .evidence import Column
from .opening import opening_evidence
from .page import Page
from .seam import ENOUGH_WORDS, Seam, Seams
from .weights import Weights

_Ask = Callable[[list[Seam]], list[Column]]
"""What gives the values of seams for evidence of one kind."""

SURE, ANCHORED = 0.5, -3.2
"""The scores from which a seam parts two articles.

A wrong cut costs more than a missed one, so doubt keeps a text whole; less is asked where a wide gap stands above lines
that name author or date: pages begin so.
"""

_WIDE = 2  # blank lines
_FIELDS = 4  # lines below the first sentence in which fields may stand
_SHORT, _MORE_FOR_SHORT = 90, 1.0
"""So few words on one side may be a notice or a teaser: more is asked."""

_MORE_BY_ALL, _MORE_BY_WORDS, _MORE_BY_TOPIC, _MORE_BY_CHAINS = 5.5, 6.0, 4.8, 3.0
"""What later evidence is hoped to add to a seam's score; a seam that it cannot make sure of is looked at no further.

Set so that higher values part hardly more of the corpus's joined pages (``tools/quality.py``): they only cost time.
"""


def boundaries(page: Page) -> list[int]:
    """The headlines, by line, at which a further article begins.

    Evidence that is dear to find out is asked only of the seams that it can still make sure of.
    """
    seams, weights = Seams(page.measures, page.liked), page.weights
    enough = {seam: _enough(page, seams, seam) for seam in seams.found}
    asked: tuple[tuple[Weights, _Ask, float], ...] = (
        (weights.seam, seams.seen, _MORE_BY_ALL),
        (weights.fields, partial(seams.fields, cues=page.cues), _MORE_BY_WORDS),
        (weights.beginning, partial(seams.beginning, topics=page.topics), _MORE_BY_TOPIC),
        (weights.topic, partial(seams.topic, topics=page.topics), _MORE_BY_CHAINS),
        (weights.chains, partial(seams.chains, topics=page.topics), weights.language.high),
        (weights.language, seams.language, 0.0),
    )
    scores = before = dict.fromkeys(enough, 0.0)
    for weights_of_stage, ask, later in asked:
        if not scores:
            return []
        more = weights_of_stage.scores(ask(list(scores)))
        before = {seam: score + new for (seam, score), new in zip(scores.items(), more, strict=True)}
        scores = {seam: score for seam, score in before.items() if score + later > enough[seam]}
    chosen = sorted({_clearest_beside(page, seams, seam, before) for seam in _apart(seams, scores)})
    return [_opening(page, seams, seam) for seam in chosen]


def _enough(page: Page, seams: Seams, seam: Seam) -> float:
    gap = max(page.measures.gaps[seam.before + 1 : seam.after + 1])
    if gap >= max(seams.usual_gap + 1, _WIDE) and _is_signed(page, seams, seam):
        return ANCHORED
    return SURE + _MORE_FOR_SHORT if seams.shorter_side(seam) < _SHORT else SURE


def _is_signed(page: Page, seams: Seams, seam: Seam) -> bool:
    """Whether a line below the first headline names an author or a date, above the text or below the standfirst.

    "2 hours ago" stands below comments, too.
    """
    cues = page.cues
    second = seams.sentences_after(seam)[1:2] or [seam.after]
    lines = range(seam.heads[0], min(second[0], seam.after + _FIELDS) + 1)
    return any(cues[n] == BYLINE or (cues[n] == TIMESTAMP and cues.stamps.get(n) != ()) for n in lines)


def _apart(seams: Seams, scores: dict[Seam, float]) -> list[Seam]:
    """The best seams that have an article's worth of words between any two."""
    chosen: list[Seam] = []
    sizes: list[int] = []
    for seam in sorted(scores, key=lambda seam: (-scores[seam], seam.before)):
        words = seams.words_before(seam)
        place = bisect_left(sizes, words)
        if all(abs(words - other) >= ENOUGH_WORDS for other in sizes[max(0, place - 1) : place + 1]):
            sizes.insert(place, words)
            chosen.append(seam)
    return chosen


def _clearest_beside(page: Page, seams: Seams, seam: Seam, scores: dict[Seam, float]) -> Seam:
    """The seam itself or a clearer one with hardly a sentence between: the fields may stand below the standfirst.

    A seam with nothing but fields in it is the least clear: the headline stands above.
    """
    words = seams.words_before(seam)
    before = seams.before(seam, ENOUGH_WORDS)
    near = [other for other in before if other in scores and words - seams.words_before(other) < ENOUGH_WORDS]
    if not near:
        return seam

    def clearness(other: Seam) -> tuple[bool, float]:
        return any(page.cues[number] == NONE for number in other.heads), scores[other]

    return max([*near, seam], key=clearness)


def _opening(page: Page, seams: Seams, seam: Seam) -> int:
    """The headline of the article behind a seam."""
    scores = page.weights.opening.scores(opening_evidence(page.measures, seams, seam, page.cues, page.topics))
    best = max(range(len(scores)), key=lambda place: (page.cues[seam.heads[place]] == NONE, scores[place]))
    return seam.heads[best]


def parts_of(text: str, page: Page) -> list[str]:
    """The text in parts of one article each; ``"".join(parts) == text``."""
    heads = boundaries(page)
    if not heads:
        return [text]
    raws = page.measures.raws
    cuts = [0, *(page.measures.where[_start(page, head)] for head in heads), len(raws)]
    return ["".join(raws[low:high]) for low, high in pairwise(cuts)]


def _start(page: Page, head: int) -> int:
    """Where a further article's lines begin: after the widest gap between the last sentence and its headline."""
    measures = page.measures
    last = next((number for number in range(head - 1, -1, -1) if measures.prose[number]), 0)
    return max(range(last + 1, head + 1), key=lambda number: (measures.gaps[number], number))
