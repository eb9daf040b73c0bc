"""Seams: places between two sentences of a page where one article may end and another begin, judged by evidence."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from ..recognizers.dateline import find_dateline
from .cues import BYLINE, NOT_THE_ARTICLE, PICTURE, TIMESTAMP, Cues
from .evidence import Column, cross, kinds, scale
from .headline import heads_a_life, may_be_headline, may_be_name
from .measure import END_STOP, Measures
from .sides import HEADS, LANGUAGE, WORDS, Reading, Sides, language_changes

ENOUGH_WORDS = 40
"""An article has at least so many words in sentences on each side of a seam."""

MOST_HEADS = 12
"""Headlines are looked for in so many lines above the sentence with which the next article begins."""

_REACH = 12  # sentences looked at on each side
_LINES = 12  # lines around in which sentences stand close together
_HEADLINE_WORDS = 18  # a line of no more words that asks or quotes may be a headline as well as a sentence

_gaps = scale("gap", "blank lines at the widest gap", 1, 2, 3)
_usual = scale("usually", "usually between lines", 1, 2)
_opening = (40, 50, 56, 62, 68, 74, 80, 86, 92, 98, 104, 112, 120)
_words = (60, 90, 130, 200, 300, 500, 800)

SEEN = (
    scale("lines between", "lines between the sentences", 2, 3, 4, 6, 9, 14, 25, 50),
    cross("widest gap", _gaps, _usual),
    scale("words before", "words in sentences before", *_words),
    scale("words after", "words in sentences after", *_words),
    scale("liked before", "words in sentences before that read as an article's", 40, *_words),
    scale("liked after", "words in sentences after that read as an article's", 40, *_words),
    scale("density before", "words in sentences in the 12 lines before", *_words),
    scale("density after", "words in sentences in the 12 lines after", *_words),
    scale("seams", "seams on the page", 2, 3, 5, 8, 15, 30),
    scale("seams like it", "other seams on the page with the same lines and gaps", 3, 6),
    scale("share of sentences", "% of the page's lines are sentences", 8, 14, 20, 30, 45, 60),
    scale("longest headline", "characters of the longest headline", 20, 30, 40, 55, 70, 90, 120),
    kinds("names", "a headline has another shape than names", "all headlines have the shape of names"),
)
"""What is seen of a seam."""

FIELDS = (
    scale("dates", "timestamps between that name a date", 1, 2),
    scale("times", "timestamps between without a date", 1, 2),
    scale("bylines", "bylines between", 1, 2),
    scale("pictures", "captions and credits between", 1, 2),
    scale("dropped", "lines between that are not the article's", 1, 2, 4, 8),
    kinds("dateline", "no dateline", "a dateline in the first sentence"),
    scale("opening", "tenths of a unit above -8 for the best headline", *_opening),
)
"""What the lines between are: dear to find out, so asked last."""

SEAM = SEEN + WORDS + HEADS + LANGUAGE + FIELDS


See = Callable[[Reading, Sides], tuple[int, ...]]
"""What gives the value of each evidence of one kind for the sides of a seam."""


class Seam(NamedTuple):
    """Two sentences next to each other, and the lines between them that may be headlines; numbers of lines."""

    before: int
    after: int
    heads: tuple[int, ...]


class Seams:
    """The seams of a page, and what is needed to weigh them."""

    def __init__(self, measures: Measures, liked: Iterable[int]) -> None:
        self.measures = measures
        self.sentences = _sentences(measures)
        self._sums = list(accumulate(measures.prose, initial=0))
        words = [0] * len(measures.prose)
        for number in liked:
            words[number] = measures.prose[number]
        self._liked = list(accumulate(words, initial=0))
        self.usual_gap = _usual_gap(measures) if measures.gaps else 0
        self.found = list(self._find())
        self._places = {number: place for place, number in enumerate(self.sentences)}

    def _find(self) -> list[Seam]:
        sums, liked, found = self._sums, self._liked, []
        if liked[-1] < ENOUGH_WORDS:
            return []
        low, high = ENOUGH_WORDS, sums[-1] - ENOUGH_WORDS
        for before, after in pairwise(self.sentences):
            if after - before == 1 or sums[before + 1] < low or sums[after] > high:
                continue
            if heads_a_life(self.measures, after - 1):  # whatever stands above the author's name
                continue
            between = range(max(before + 1, after - MOST_HEADS), after)
            heads = tuple(number for number in between if may_be_headline(self.measures, number))
            if heads:
                found.append(Seam(before, after, heads))
        return found

    def words_before(self, seam: Seam) -> int:
        """Words in sentences before a seam."""
        return self._sums[seam.before + 1]

    def shorter_side(self, seam: Seam) -> int:
        """Words that read as an article's on the side that has fewer of them."""
        return min(self._liked[seam.before + 1], self._liked[-1] - self._liked[seam.after])

    def shorter_text(self, seam: Seam) -> int:
        """Words in sentences on the side that has fewer of them, whether they read as an article's or not."""
        return min(self._sums[seam.before + 1], self._sums[-1] - self._sums[seam.after])

    def changes_language(self, seam: Seam, reading: Reading) -> bool:
        """Whether the text goes on in another language behind a seam."""
        return language_changes(reading, self._sides(seam))

    def before(self, seam: Seam, count: int) -> list[Seam]:
        """At most so many seams just before one."""
        place = bisect_left(self.found, seam)
        return self.found[max(0, place - count) : place]

    def sentences_after(self, seam: Seam) -> list[int]:
        """The next sentences behind a seam, by line."""
        place = self._places[seam.after]
        return self.sentences[place : place + _REACH]

    def seen(self, among: Sequence[Seam]) -> list[Column]:
        """The values of every seam in ``among`` for each evidence in SEEN."""
        measures, sums, liked = self.measures, self._sums, self._liked
        shapes = Counter(map(self._shape, self.found))
        share, usual = 100 * len(self.sentences) // len(measures.texts), min(self.usual_gap, len(_usual.bins) - 1)
        rows = [
            (
                seam.after - seam.before - 1,
                len(_usual.bins) * min(max(measures.gaps[seam.before + 1 : seam.after + 1]), 3) + usual,
                sums[seam.before + 1],
                sums[-1] - sums[seam.after],
                liked[seam.before + 1],
                liked[-1] - liked[seam.after],
                sums[seam.before + 1] - sums[max(0, seam.before + 1 - _LINES)],
                sums[min(len(sums) - 1, seam.after + _LINES)] - sums[seam.after],
                len(self.found),
                shapes[self._shape(seam)] - 1,
                share,
                max(measures.lengths[number] for number in seam.heads),
                int(all(may_be_name(measures, number) for number in seam.heads)),
            )
            for seam in among
        ]
        return _columns(rows)

    def _shape(self, seam: Seam) -> tuple[int, ...]:
        """The blank lines before each line of a seam: subheadings inside an article are all set alike."""
        return tuple(self.measures.gaps[seam.before + 1 : seam.after + 1])

    def sides(self, among: Sequence[Seam], see: See, reading: Reading) -> list[Column]:
        """What ``see`` sees of the sides of every seam in ``among``."""
        return _columns([see(reading, self._sides(seam)) for seam in among])

    def _sides(self, seam: Seam) -> Sides:
        place = self._places[seam.after]
        before = self.sentences[max(0, place - _REACH) : place]
        return Sides(before, self.sentences_after(seam), seam.heads, self.shorter_side(seam))

    def fields(self, among: Sequence[Seam], cues: Cues, openings: Column) -> list[Column]:
        """The values of every seam in ``among`` for each evidence in FIELDS; ``openings`` are its headlines' scores."""
        return [*_columns([self._fields_of(seam, cues) for seam in among]), openings]

    def _fields_of(self, seam: Seam, cues: Cues) -> tuple[int, ...]:
        lines = range(max(seam.before + 1, seam.after - MOST_HEADS), seam.after)
        between = [cues[number] for number in lines]
        dates = sum(cue == TIMESTAMP and cues.names_a_date(n) for n, cue in zip(lines, between, strict=True))
        return (
            dates,
            between.count(TIMESTAMP) - dates,
            between.count(BYLINE),
            sum(cue in PICTURE for cue in between),
            between.count(NOT_THE_ARTICLE),
            int(find_dateline(self.measures.texts[seam.after]) is not None),
        )


def _usual_gap(measures: Measures) -> int:
    """Blank lines that usually stand between two lines of the page."""
    return sorted(measures.gaps)[len(measures.gaps) // 2]


def _sentences(measures: Measures) -> list[int]:
    """The lines that are sentences, and no headlines that ask or quote."""
    ends, words = measures.ends, measures.words
    return [
        number
        for number, prose in enumerate(measures.prose)
        if prose and (ends[number] == END_STOP or words[number] > _HEADLINE_WORDS)
    ]


def _columns(rows: Sequence[tuple[int, ...]]) -> list[Column]:
    return [list(column) for column in zip(*rows, strict=True)]
