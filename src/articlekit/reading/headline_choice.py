"""Which line is the headline: the best candidates are asked one kind of evidence after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from .evidence import Column
from .headline import (
    HEADLINE_CUES,
    around_evidence,
    candidates,
    said_evidence,
    seen_evidence,
)
from .page import Page
from .weights import Weights

_FINALISTS = 6
_CLOSE = 3.0
"""A candidate that is seen to be so much worse than the best one is not asked what it says: it hardly ever wins."""

_UNLIKELY = -3.5  # most candidates are no headline, so the best one may well score below 0
_LEAST_BARE = 4  # words of a headline that stands again without more
_KICKER_ENDS = (*":：!?！？.…",)

_Asked = tuple[Weights, Callable[[], list[Column]]]
"""Evidence that is asked only where it can decide: its weights, and what gives its values."""


def headline_of(page: Page, kept: Sequence[int]) -> int | None:
    """The headline of a body; None when even the best candidate has much more against it than for it."""
    among = candidates(page.measures, kept[0])
    if not among:
        return None
    seen = page.weights.seen.scores(seen_evidence(page.measures, kept[0], among, page.scores))
    ranked = sorted(zip(seen, among, strict=True), key=lambda pair: (-pair[0], pair[1]))
    best: list[tuple[float, int]] = []
    page.rules.ask(number for score, number in ranked[:_FINALISTS] if score > ranked[0][0] - _CLOSE)
    for score, number in ranked:
        if best and (score <= best[0][0] - _CLOSE or len(best) == _FINALISTS):
            break
        if page.cues[number] in HEADLINE_CUES:
            best.append((score, number))
    if not best:
        return None
    return _most_said(page, kept, [number for _, number in best], [score for score, _ in best])


def _most_said(page: Page, kept: Sequence[int], among: list[int], scores: list[float]) -> int | None:
    """The headline among the best candidates, by what stands and is said around them.

    The evidence is asked kind by kind, until what is left of it can change nothing.
    """
    weights, topics = page.weights, page.topics
    kinds: tuple[_Asked, ...] = (
        (weights.around, partial(around_evidence, among, page.cues)),
        (weights.said, partial(said_evidence, kept, among, topics)),
    )
    for (weighs, ask), (low, high) in zip(kinds, weights.reach, strict=True):
        if _is_decided(scores, low, high):
            break
        scores = [score + more for score, more in zip(scores, weighs.scores(ask()), strict=True)]
    else:
        low = 0.0
    best = max(range(len(scores)), key=scores.__getitem__)
    return _bare(page, among[best]) if scores[best] + low > _UNLIKELY else None


def _is_decided(scores: Sequence[float], low: float, high: float) -> bool:
    """Whether adding from ``low`` to ``high`` to each score changes neither which is best nor whether it is likely."""
    *_, best = ranked = sorted(scores)
    if best + low <= _UNLIKELY < best + high:
        return False
    return len(ranked) == 1 or ranked[-2] + high < best + low


def _bare(page: Page, headline: int) -> int:
    """The line just below a headline where it says the headline alone, else the headline."""
    below = headline + 1
    if below == len(page.measures.texts) or page.measures.words[below] < _LEAST_BARE:
        return headline
    return below if _has_surplus(*page.measures.texts[headline : below + 1]) else headline


def _has_surplus(title: str, bare: str) -> bool:
    """Whether a title says the bare one after the way to the page, or before a single word: the sign of a video.

    A kicker is more than that: a colon or another mark parts it from the headline.
    """
    way, sign = title.removesuffix(bare), title.removeprefix(bare)
    if way not in ("", title):
        return not way.rstrip().endswith(_KICKER_ENDS)
    return sign != title and len(sign.split()) == 1 and not bare.endswith(_KICKER_ENDS)
