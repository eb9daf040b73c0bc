"""Lexical cohesion: how much two texts say in the same words, as texts on one subject do.

After M. A. Hearst, "TextTiling: Segmenting Text into Multi-paragraph Subtopic Passages", Computational Linguistics 23
(1997): texts are compared by the cosine of their word counts. A text's words are a number here, with one bit for each
word, so that to compare texts costs hardly more than to read them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from functools import reduce
from itertools import count
from math import isqrt
from operator import or_
from string import punctuation
from typing import NamedTuple

from ..knowledge.pack import fold
from .topic import pairs

_MOST_CHARACTERS = 300  # of a line
_STEM = 7
_PARTED = bytes.maketrans(punctuation.encode(), b" " * len(punctuation))
_MARKS = "“”‘’„‚«»‹›–—…¿¡،؟।"
_MAY_BE_WIDE = re.compile("[\u0e00-\u0eff\u3040-\ud7af]")  # one class is looked for faster than the runs that count
_OTHER_WORD = re.compile(r"[^\W\u0e00-\u0eff\u3040-\ud7af]{3,}")
_MOST_BITS = 16384  # more than the words about any one seam, so that few lines are read twice


class Words(NamedTuple):
    """The words of some lines, as bits: those that stand in any line, in more than one, and in more than two.

    So a word of three lines counts thrice, and none counts more: to say it ten times does not say ten times as much.
    """

    once: int
    twice: int = 0
    thrice: int = 0

    @property
    def square(self) -> int:
        """The square of the length of the counts as a vector."""
        return self.once.bit_count() + 3 * self.twice.bit_count() + 5 * self.thrice.bit_count()


class Wording(dict[int, int]):
    """The words of each line that carry content, as bits; looked for when they are first needed."""

    def __init__(self, texts: Sequence[str], small_words: Container[str]) -> None:
        super().__init__()
        self._texts, self._small_words = texts, small_words
        self._bits = _bits()

    def __missing__(self, number: int) -> int:
        words = said(self._texts[number], self._small_words)
        found = self[number] = reduce(or_, map(self._bits.__getitem__, words), 0)
        return found

    def forget(self) -> None:
        """Forget all lines if there are many words: long numbers are slow. What was asked before is not comparable."""
        if len(self._bits) > _MOST_BITS:
            self.clear()
            self._bits = _bits()

    def of_all(self, numbers: Iterable[int]) -> Words:
        """The words of lines together."""
        return words_of([self[number] for number in numbers])


def _bits() -> defaultdict[str, int]:
    """Gives each word a bit of its own."""
    return defaultdict(map((1).__lshift__, count()).__next__)


def words_of(lines: Iterable[int]) -> Words:
    """The words of lines together."""
    once = twice = thrice = 0
    for line in lines:
        thrice |= twice & line
        twice |= once & line
        once |= line
    return Words(once, twice, thrice)


def said(line: str, small_words: Container[str]) -> list[str]:
    """The words of a line's first 300 characters, without small words, each cut to seven characters.

    Small words are those given, folded: the function words of languages stand in all texts, whatever these are about.
    Cutting makes inflected forms meet. In scripts without spaces, pairs of characters stand for words.
    ``topic.content_words`` looks at less of a line, which is enough for headlines.

    >>> said("The elections in Bolivia, after the strike", {"the", "in", "after"})
    ['electio', 'bolivia', 'strike']
    """
    text = fold(line[:_MOST_CHARACTERS])
    if not text.isascii():
        if _MAY_BE_WIDE.search(text):
            return pairs(text) + [word[:_STEM] for word in _OTHER_WORD.findall(text) if word not in small_words]
        for mark in _MARKS:
            text = text.replace(mark, " ")
    words = text.encode(errors="replace").translate(_PARTED).decode().split()  # much faster than to look for words
    return [word[:_STEM] for word in words if word not in small_words]


def found_in(words: int, among: Words) -> int:
    """How many percent of words are among others; 0 when there are none."""
    return 100 * (words & among.once).bit_count() // (words.bit_count() or 1)


def likeness(one: Words, other: Words) -> int:
    """How alike two texts are in their words, in percent: the cosine of their counts.

    >>> likeness(words_of([0b011]), words_of([0b110]))
    50
    """
    if not one.once & other.once:
        return 0
    shared = sum([(ours & theirs).bit_count() for ours in one for theirs in other])
    return isqrt(10000 * shared * shared // (one.square * other.square))
