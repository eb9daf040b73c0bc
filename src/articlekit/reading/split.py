"""Cuts a text where further articles begin, so that each part is read as a page of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from itertools import pairwise

from ..lines import Role
from .cues import BYLINE, NONE, TIMESTAMP
from .evidence import Column, tenths
from .opening import opening_evidence
from .page import Page
from .seam import ENOUGH_WORDS, Seam, Seams
from .sides import headed, spoken, told

SURE, ANCHORED = -0.9, -6.0
"""The scores from which a seam parts two articles.

The weights were learned with seams of single pages counting thrice, for a wrong cut costs more than a missed one; of
publishers left out, few texts are torn from this score on. Less is asked where a wide gap stands above lines that name
author or date: pages begin so.
"""

_WIDE = 2  # blank lines
_LEAST_ANCHORED = 50  # words: a standfirst has fewer, and the lines that name author and date stand below it, too
_MORE_ASKED = ((60, 3.5), (150, 1.0))
"""By how much more is asked of a seam with fewer words than these on one side.

So few are a notice or an author's life, and few articles; somewhat more can be a list of teasers. Words count that
read as an article's. In another language all of them do: a short report among long ones may read as something else.
"""

_MOST_ASKED = SURE + max(more for _, more in _MORE_ASKED)
_MOST_STANDFIRST = 100  # words: a longer text between two equal headlines is an article
_LEAST_BETWEEN = 60  # words between two seams: a page may print so many above its headline, with the picture
_FIELDS = 4  # lines below the first sentence in which fields may stand

Ask = Callable[[Sequence[Seam]], list[Column]]
"""What gives the values of some seams for each evidence of one stage."""

_FIRST_STAGES = 3


def boundaries(page: Page) -> list[int]:
    """The headlines, by line, at which a further article begins.

    Evidence that is dear to find out is asked only of the seams that it can still make sure of.
    """
    seams = Seams(page.measures, page.liked)
    asked = cache(partial(enough, page, seams))
    asks = list(stages(page, seams).items())
    nearly = _hopeful(page, asks[:_FIRST_STAGES], dict.fromkeys(seams.found, 0.0), asked)
    sure = _hopeful(page, asks[_FIRST_STAGES:], nearly, asked)
    chosen = sorted({_clearest_beside(page, seams, seam, nearly) for seam in _apart(seams, sure)})
    return _said_first(page, seams, [(seam, _opening(page, seams, seam)) for seam in chosen])


def _said_first(page: Page, seams: Seams, chosen: Sequence[tuple[Seam, int]]) -> list[int]:
    """The headlines without those that say the one before again: pages print theirs above and below the standfirst."""
    texts, found = page.measures.texts, []
    said, words = "", 0
    for seam, head in chosen:
        text, before = texts[head].casefold(), seams.words_before(seam)
        if text != said or before - words > _MOST_STANDFIRST:
            found.append(head)
        said, words = text, before
    return found


def stages(page: Page, seams: Seams) -> dict[str, Ask]:
    """The stages in which seams are asked, by the names of their weights.

    Where a seam lies; whether the text goes on behind it; of which side its headlines speak; in which language the
    sides are; and what the lines between are.
    """
    reading = page.reading
    return {
        "seam": seams.seen,
        "words": partial(seams.sides, see=told, reading=reading),
        "heads": partial(seams.sides, see=headed, reading=reading),
        "language": partial(seams.sides, see=spoken, reading=reading),
        "fields": lambda among: seams.fields(among, page.cues, openings(page, seams, among)),
    }


def _hopeful(
    page: Page, asks: Iterable[tuple[str, Ask]], scores: dict[Seam, float], asked: Callable[[Seam], float]
) -> dict[Seam, float]:
    """The seams that pass some stages, with their scores so far."""
    for name, ask in asks:
        if not scores:
            break
        hope = page.weights.hopes.get(name, 0.0)
        more = page.weights.of_seams[name].scores(ask(list(scores)))
        added = {seam: score + new for (seam, score), new in zip(scores.items(), more, strict=True)}
        scores = {
            seam: score
            for seam, score in added.items()
            if score + hope > ANCHORED and (score + hope > _MOST_ASKED or score + hope > asked(seam))
        }
    return scores


def enough(page: Page, seams: Seams, seam: Seam) -> float:
    """The score from which a seam parts two articles."""
    if _is_anchored(page, seams, seam):
        return ANCHORED
    more, in_another_language = _more_for(seams.shorter_side(seam)), _more_for(seams.shorter_text(seam))
    if in_another_language < more and seams.changes_language(seam, page.reading):
        more = in_another_language
    return SURE + more


def _more_for(words: int) -> float:
    return next((more for most, more in _MORE_ASKED if words < most), 0.0)


def _is_anchored(page: Page, seams: Seams, seam: Seam) -> bool:
    """Whether a wide gap stands above lines that name author or date, as pages begin."""
    gap = max(page.measures.gaps[seam.before + 1 : seam.after + 1])
    if gap < max(seams.usual_gap + 1, _WIDE) or seams.shorter_side(seam) < _LEAST_ANCHORED:
        return False
    return _is_signed(page, seams, seam)


def _is_signed(page: Page, seams: Seams, seam: Seam) -> bool:
    """Whether a line from the first headline on names an author or a date, above the text or below the standfirst.

    A time without a date stands below comments and in live blogs, too, and a date beside a button to reply is a
    comment's.
    """
    cues, rules = page.cues, page.rules
    second = seams.sentences_after(seam)[1:2] or [seam.after]
    lines = range(seam.heads[0], min(second[0], seam.after + _FIELDS) + 1)
    if any((rule := rules[n]) is not None and rule.role is Role.COMMENT for n in lines):
        return False
    return any(cues[n] == BYLINE or (cues[n] == TIMESTAMP and cues.names_a_date(n)) for n in lines)


def _apart(seams: Seams, scores: dict[Seam, float]) -> list[Seam]:
    """The best seams that have an article's worth of words between any two."""
    chosen: list[Seam] = []
    sizes: list[int] = []
    for seam in sorted(scores, key=lambda seam: (-scores[seam], seam.before)):
        words = seams.words_before(seam)
        place = bisect_left(sizes, words)
        if all(abs(words - other) >= _LEAST_BETWEEN for other in sizes[max(0, place - 1) : place + 1]):
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


def openings(page: Page, seams: Seams, among: Sequence[Seam]) -> list[int]:
    """How well the best line of each seam opens an article."""
    return [max(tenths(score) for score in _opening_scores(page, seams, seam)) for seam in among]


def _opening_scores(page: Page, seams: Seams, seam: Seam) -> list[float]:
    return page.weights.opening.scores(opening_evidence(page.measures, seams, seam, page.cues, page.topics))


def _opening(page: Page, seams: Seams, seam: Seam) -> int:
    """The headline of the article behind a seam."""
    scores = _opening_scores(page, seams, seam)
    best = max(range(len(scores)), key=lambda place: (page.cues[seam.heads[place]] == NONE, scores[place]))
    return seam.heads[best]


def parts_of(text: str, page: Page) -> list[str]:
    """The text in parts of one article each; ``"".join(parts) == text``."""
    heads = boundaries(page)
    if not heads:
        return [text]
    raws = page.measures.raws()
    cuts = [0, *(page.measures.where[_start(page, head)] for head in heads), len(raws)]
    return ["".join(raws[low:high]) for low, high in pairwise(cuts)]


def _start(page: Page, head: int) -> int:
    """Where a further article's lines begin: after the widest gap between the last sentence and its headline."""
    measures = page.measures
    last = next((number for number in range(head - 1, -1, -1) if measures.prose[number]), 0)
    return max(range(last + 1, head + 1), key=lambda number: (measures.gaps[number], number))
