"""Seams: places between two sentences of a page where one article may end and another begin, judged by evidence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from ..lines import Role
from ..recognizers.dateline import find_dateline
from .cues import BYLINE, NOT_THE_ARTICLE, PICTURE, TIMESTAMP, Cues
from .evidence import Column, binned, cross, kinds, scale
from .headline import may_be_headline
from .measure import END_STOP, Measures
from .topic import Topics, share_found, small_words

ENOUGH_WORDS = 40
"""An article has at least so many words in sentences on each side of a seam."""

MOST_HEADS = 12
"""Headlines are looked for in so many lines above the sentence with which the next article begins."""

_REACH = 12  # sentences looked at on each side
_SMALL_REACH = 3  # sentences on each side whose small words are compared
_UNKNOWN = 100
_LINES = 12  # lines around in which sentences stand close together
_HEADLINE_WORDS = 18  # a line of no more words that asks or quotes may be a headline as well as a sentence

_found = scale("found", "%", 20, 50, 80)
_gaps = scale("gap", "blank lines at the widest gap", 1, 2, 3)
_usual = scale("usually", "usually between lines", 1, 2)
_alike = scale("alike", "% of the words after also stand before", 1, 3, 5, 7, 9, 12, 16, 20, 26, 35)
_chained = scale("chains", "% of the words said again stand on both sides", 1, 4, 8, 12, 16, 21, 27, 35, 45)
_side = scale("shorter side", "words on the shorter side", 70, 130, 250)
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
    scale("share of sentences", "% of the page's lines are sentences", 8, 14, 20, 30, 45, 60),
    scale("longest headline", "characters of the longest headline", 20, 30, 40, 55, 70, 90, 120),
)
"""What is seen of a seam."""

FIELDS = (
    scale("stamps", "timestamps between", 1, 2),
    scale("bylines", "bylines between", 1, 2),
    scale("pictures", "captions and credits between", 1, 2),
    scale("comments", "lines of comments between", 1, 2, 4),
    scale("dropped", "lines between that are not the article's", 1, 2, 4, 8),
    kinds("dateline", "no dateline", "a dateline in the first sentence"),
)
"""What the lines between are."""

BEGINNING = (scale("first sentence", "% of the first sentence's words stand before", 1, 6, 12, 20, 30, 45),)
"""Whether the sentence behind a seam goes on with what is said before: dear to find out."""

TOPIC = (cross("alike", _alike, _side), cross("headline's words", _found, _found))
"""What the text on both sides is about: dearer."""

CHAINS = (cross("chains", _chained, _side),)
"""What is said again and again on both sides: dearer still."""

LANGUAGE = (scale("small words", "% of the small words after also stand before", 12, 25, 40, 55),)
"""Whether both sides are in one language: dear, too, and nearly always so."""

SEAM = SEEN + FIELDS + BEGINNING + TOPIC + CHAINS + LANGUAGE


class Seam(NamedTuple):
    """Two sentences next to each other, and the lines between them that may be headlines; numbers of lines."""

    before: int
    after: int
    heads: tuple[int, ...]


class Seams:
    """The seams of a page, and what is needed to weigh them."""

    def __init__(self, page: Measures, liked: Iterable[int]) -> None:
        self.page = page
        self.sentences = [number for number, words in enumerate(page.prose) if words and _is_sentence(page, number)]
        self._sums = list(accumulate(page.prose, initial=0))
        words = [0] * len(page.prose)
        for number in liked:
            words[number] = page.prose[number]
        self._liked = list(accumulate(words, initial=0))
        self.usual_gap = _usual_gap(page) if page.gaps else 0
        self.found = list(self._find())
        self._places = {number: place for place, number in enumerate(self.sentences)}

    def _find(self) -> list[Seam]:
        liked, found = self._liked, []
        for before, after in pairwise(self.sentences[1:]):  # one sentence is no article, but perhaps a standfirst
            if after - before == 1 or min(liked[before + 1], liked[-1] - liked[after]) < ENOUGH_WORDS:
                continue
            between = range(max(before + 1, after - MOST_HEADS), after)
            heads = tuple(number for number in between if may_be_headline(self.page, number))
            if heads:
                found.append(Seam(before, after, heads))
        return found

    def words_before(self, seam: Seam) -> int:
        """Words in sentences before a seam."""
        return self._sums[seam.before + 1]

    def shorter_side(self, seam: Seam) -> int:
        """Words that read as an article's on the side that has fewer of them."""
        return min(self._liked[seam.before + 1], self._liked[-1] - self._liked[seam.after])

    def before(self, seam: Seam, count: int) -> list[Seam]:
        """At most so many seams just before one."""
        place = bisect_left(self.found, seam)
        return self.found[max(0, place - count) : place]

    def sentences_before(self, seam: Seam) -> list[int]:
        """The last sentences before a seam, by line."""
        place = self._places[seam.after]
        return self.sentences[max(0, place - _REACH) : place]

    def sentences_after(self, seam: Seam) -> list[int]:
        """The next sentences behind a seam, by line."""
        place = self._places[seam.after]
        return self.sentences[place : place + _REACH]

    def seen(self, among: Sequence[Seam]) -> list[Column]:
        """The values of every seam in ``among`` for each evidence in SEEN."""
        page, sums, liked = self.page, self._sums, self._liked
        share, usual = 100 * len(self.sentences) // len(page.texts), min(self.usual_gap, len(_usual.bins) - 1)
        rows = [
            (
                seam.after - seam.before - 1,
                len(_usual.bins) * min(max(page.gaps[seam.before + 1 : seam.after + 1]), 3) + usual,
                sums[seam.before + 1],
                sums[-1] - sums[seam.after],
                liked[seam.before + 1],
                liked[-1] - liked[seam.after],
                sums[seam.before + 1] - sums[max(0, seam.before + 1 - _LINES)],
                sums[min(len(sums) - 1, seam.after + _LINES)] - sums[seam.after],
                len(self.found),
                share,
                max(page.lengths[number] for number in seam.heads),
            )
            for seam in among
        ]
        return _columns(rows)

    def beginning(self, among: Sequence[Seam], topics: Topics) -> list[Column]:
        """The values of every seam in ``among`` for each evidence in BEGINNING."""
        before = [topics.of_all(self.sentences_before(seam)) for seam in among]
        return [[share_found(topics[seam.after], words) for seam, words in zip(among, before, strict=True)]]

    def topic(self, among: Sequence[Seam], topics: Topics) -> list[Column]:
        """The values of every seam in ``among`` for each evidence in TOPIC."""
        return _columns([self._topic_of(seam, topics) for seam in among])

    def _topic_of(self, seam: Seam, topics: Topics) -> tuple[int, ...]:
        before, after = topics.of_all(self.sentences_before(seam)), topics.of_all(self.sentences_after(seam))
        head = max((topics[number] for number in seam.heads), key=lambda words: share_found(words, after))
        shared = [_found.bin_of[min(80, share_found(head, words))] for words in (before, after)]
        return (
            len(_side.bins) * binned(_alike, [share_found(after, before)])[0] + self._side_of(seam),
            len(_found.bins) * shared[0] + shared[1],
        )

    def chains(self, among: Sequence[Seam], topics: Topics) -> list[Column]:
        """The values of every seam in ``among`` for each evidence in CHAINS."""
        return [[self._chains_of(seam, topics) for seam in among]]

    def _chains_of(self, seam: Seam, topics: Topics) -> int:
        chained = binned(_chained, [_chains(topics, self.sentences_before(seam), self.sentences_after(seam))])[0]
        return len(_side.bins) * chained + self._side_of(seam)

    def language(self, among: Sequence[Seam]) -> list[Column]:
        """The values of every seam in ``among`` for each evidence in LANGUAGE."""
        return [[self._small_words_alike(seam) for seam in among]]

    def _small_words_alike(self, seam: Seam) -> int:
        """How many percent of the small words behind a seam stand before it: few where the language is another one."""
        texts = self.page.texts
        known = small_words(texts[number] for number in self.sentences_before(seam)[-_SMALL_REACH:])
        found = small_words(texts[number] for number in self.sentences_after(seam)[:_SMALL_REACH])
        return share_found(found, known) if found and known else _UNKNOWN

    def _side_of(self, seam: Seam) -> int:
        return binned(_side, [self.shorter_side(seam)])[0]

    def fields(self, among: Sequence[Seam], cues: Cues) -> list[Column]:
        """The values of every seam in ``among`` for each evidence in FIELDS."""
        return _columns([self._fields_of(seam, cues) for seam in among])

    def _fields_of(self, seam: Seam, cues: Cues) -> tuple[int, ...]:
        lines = range(max(seam.before + 1, seam.after - MOST_HEADS), seam.after)
        between = [cues[number] for number in lines]
        rules = [cues.rules[number] for number in lines]
        return (
            between.count(TIMESTAMP),
            between.count(BYLINE),
            sum(cue in PICTURE for cue in between),
            sum(rule is not None and rule.role is Role.COMMENT for rule in rules),
            between.count(NOT_THE_ARTICLE),
            int(find_dateline(self.page.texts[seam.after]) is not None),
        )


def _chains(topics: Topics, before: Sequence[int], after: Sequence[int]) -> int:
    """How many percent of the words that are said in several sentences are said on both sides; 50 when none is."""
    words_before, again_before = _said(topics, before)
    words_after, again_after = _said(topics, after)
    both = words_before & words_after
    every = len(both | again_before | again_after)
    return 100 * len(both) // every if every else 50


def _said(topics: Topics, sentences: Sequence[int]) -> tuple[set[str], set[str]]:
    """The words of several sentences, and those that stand in more than one of them."""
    words: set[str] = set()
    again: set[str] = set()
    for number in sentences:
        again |= words & topics[number]
        words |= topics[number]
    return words, again


def _usual_gap(page: Measures) -> int:
    """Blank lines that usually stand between two lines of the page."""
    return sorted(page.gaps)[len(page.gaps) // 2]


def _is_sentence(page: Measures, number: int) -> bool:
    return page.ends[number] == END_STOP or page.words[number] > _HEADLINE_WORDS


def _columns(rows: Sequence[tuple[int, ...]]) -> list[Column]:
    return [list(column) for column in zip(*rows, strict=True)]
