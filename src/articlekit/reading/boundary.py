"""Where one article ends and another begins: headlines in the middle of a text, judged by evidence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from ..recognizers.dateline import find_dateline
from .cues import BYLINE, CAPTION, NOT_THE_ARTICLE, TIMESTAMP, Cues
from .evidence import ENDS, STARTS, Column, cross, kinds, scale, tenths
from .headline import may_be_headline
from .measure import Measures
from .topic import Topics, share_found

ENOUGH_WORDS = 40
"""An article has at least so many kept words on each side of a boundary."""

_REACH = 8  # kept lines looked at on each side
_FAR = 25  # the next kept line stands at most so many lines after a headline
_CLOSE = 6  # lines around a headline in which fields and dropped lines stand
_AGAIN = 15  # lines in which a headline is said again

_found = scale("found", "%", 20, 50, 80)
_gaps = scale("before", "blank lines before", 1, 2, 3)
_usual = scale("usually", "usually between lines", 1, 2)

LINE = (
    scale("first score", "tenths of a unit above -8", 40, 60, 70, 80, 90, 100, 120),
    kinds("said again", "said once", "said again within 15 lines"),
    scale("headline length", "characters", 20, 30, 40, 55, 70, 90, 120),
    kinds("headline end", *ENDS),
    kinds("headline start", *STARTS),
    cross("blanks", _gaps, _usual),
)
"""What is seen of the candidate itself."""

AROUND = (
    scale("stamps after", "timestamps between it and the text", 1, 2),
    scale("bylines after", "bylines between it and the text", 1, 2),
    scale("captions after", "captions between it and the text", 1, 2),
    kinds("dateline after", "no dateline", "a dateline in the next kept line"),
    scale("lines since kept", "lines since the last kept line", 1, 2, 3, 5, 8, 15, 30),
    scale("lines to kept", "lines to the next kept line", 2, 3, 4, 6, 9, 14),
    scale("dropped before", "lines not the article's just before", 1, 2, 4),
    kinds("anchor", "no gap, no fields", "a wide gap before", "fields after", "a wide gap before and fields after"),
    scale("kept before", "kept words before", 60, 100, 200, 400, 800),
    scale("kept after", "kept words after", 60, 100, 200, 400, 800),
)
"""What is seen around it."""

ANCHOR_PLACE = next(place for place, evidence in enumerate(AROUND) if evidence.name == "anchor")
ANCHOR = 3
"""A wide gap before, and fields after: where that evidence stands in AROUND, and its strongest value."""

TOPIC = (
    cross("words shared with", _found, _found),
    scale("two sides alike", "% of the words after also stand before", 4, 8, 12, 17, 23, 30, 40),
)
"""What the text on both sides is about."""

BOUNDARY = LINE + AROUND + TOPIC


class Sides:
    """The kept lines of a page and how many kept words stand before each line."""

    def __init__(self, page: Measures, kept: Sequence[int]) -> None:
        self.kept = kept
        self.sums = list(accumulate((page.words[number] for number in kept), initial=0))

    def places(self, number: int) -> tuple[int, int]:
        """How many kept lines stand before a line, and before the line after it."""
        here = bisect_left(self.kept, number)
        return here, here + (here < len(self.kept) and self.kept[here] == number)

    def words_before(self, number: int) -> int:
        """Kept words before a line."""
        return self.sums[bisect_left(self.kept, number)]


def boundary_candidates(page: Measures, sides: Sides) -> list[int]:
    """The lines that may be the headline of a further article, and do not follow a kept line as any paragraph does."""
    kept, sums = sides.kept, sides.sums
    if not kept:
        return []
    usual = usual_gap(page)
    found = []
    for number in range(kept[0] + 1, kept[-1]):
        if not may_be_headline(page, number):
            continue
        here, after = sides.places(number)
        is_text = after > here and kept[here - 1] == number - 1
        if is_text and page.gaps[number] <= usual and page.counts[number] == 1:
            continue
        if sums[here] >= ENOUGH_WORDS and sums[-1] - sums[after] >= ENOUGH_WORDS and kept[after] - number <= _FAR:
            found.append(number)
    return found


def line_evidence(page: Measures, among: Sequence[int], scores: Sequence[float]) -> list[Column]:
    """The values of every candidate in ``among`` for each evidence in LINE."""
    usual = min(usual_gap(page), len(_usual.bins) - 1)
    many = len(_gaps.bins) - 1
    return [
        [tenths(scores[number]) for number in among],
        [int(page.counts[number] > 1 and _again(page.texts, number)) for number in among],
        [page.lengths[number] for number in among],
        [page.ends[number] for number in among],
        [page.starts[number] for number in among],
        [len(_usual.bins) * min(page.gaps[number], many) + usual for number in among],
    ]


def usual_gap(page: Measures) -> int:
    """Blank lines that usually stand between two lines of the page."""
    return sorted(page.gaps)[len(page.gaps) // 2]


def _again(texts: Sequence[str], number: int) -> bool:
    return texts[number] in texts[number + 1 : number + _AGAIN + 1]


def around_evidence(page: Measures, sides: Sides, among: Sequence[int], cues: Cues) -> list[Column]:
    """The values of every candidate in ``among`` for each evidence in AROUND."""
    usual = usual_gap(page)
    rows = [_values_around(page, sides, number, cues, usual) for number in among]
    return [list(column) for column in zip(*rows, strict=True)]


def topic_evidence(sides: Sides, among: Sequence[int], topics: Topics) -> list[Column]:
    """The values of every candidate in ``among`` for each evidence in TOPIC."""
    rows = [_topic_values(sides, number, topics) for number in among]
    return [list(column) for column in zip(*rows, strict=True)]


def apart(sides: Sides, scored: Sequence[tuple[float, int]]) -> list[int]:
    """The best of scored candidates that have an article's worth of kept words between any two, in their order."""
    chosen: list[int] = []
    heads: list[int] = []
    for _, number in sorted(scored, key=lambda pair: (-pair[0], pair[1])):
        words = sides.words_before(number)
        place = bisect_left(heads, words)
        if all(abs(words - other) >= ENOUGH_WORDS for other in heads[max(0, place - 1) : place + 1]):
            heads.insert(place, words)
            chosen.append(number)
    return sorted(chosen)


def _values_around(page: Measures, sides: Sides, number: int, cues: Cues, usual: int) -> tuple[int, ...]:
    kept, sums = sides.kept, sides.sums
    here, after = sides.places(number)
    text = kept[min(after + 1, len(kept) - 1)]  # the first kept line may be the standfirst, above the fields
    next_cues = [cues[line] for line in range(number + 1, min(number + _CLOSE, text) + 1)]
    return (
        next_cues.count(TIMESTAMP),
        next_cues.count(BYLINE),
        next_cues.count(CAPTION),
        int(find_dateline(page.texts[kept[after]]) is not None),
        number - kept[here - 1] - 1,
        kept[after] - number,
        sum(cues[line] == NOT_THE_ARTICLE for line in range(max(number - _CLOSE, kept[here - 1] + 1), number)),
        (page.gaps[number] > usual) + 2 * (TIMESTAMP in next_cues or BYLINE in next_cues),
        sums[here],
        sums[-1] - sums[after],
    )


def _topic_values(sides: Sides, number: int, topics: Topics) -> tuple[int, int]:
    here, after = sides.places(number)
    before_words = topics.of_all(sides.kept[max(0, here - _REACH) : here])
    after_words = topics.of_all(sides.kept[after : after + _REACH])
    own = topics.of(number)
    shared = [_found.bin_of[min(80, share_found(own, words))] for words in (before_words, after_words)]
    return len(_found.bins) * shared[0] + shared[1], share_found(after_words, before_words)
