"""Lexical cohesion: how much two texts say in the same words, as texts on one subject do.

After M. A. Hearst, "TextTiling: Segmenting Text into Multi-paragraph Subtopic Passages", Computational Linguistics 23
(1997): texts are compared by the cosine of their word counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from itertools import chain, filterfalse
from math import log, sqrt
from string import punctuation
from typing import NamedTuple

from ..knowledge.pack import fold
from .topic import pairs

_MOST_CHARACTERS = 300  # of a line
_SHORTEST, _STEM = 3, 7
_PARTED = bytes.maketrans(punctuation.encode(), b" " * len(punctuation))
_MARKS = "“”‘’„‚«»‹›–—…¿¡،؟।"
_MAY_BE_WIDE = re.compile("[\u0e00-\u0eff\u3040-\ud7af]")  # one class is looked for faster than the runs that count
_OTHER_WORD = re.compile(r"[^\W\u0e00-\u0eff\u3040-\ud7af]{3,}")
MOST_LINES = 12
"""So many lines are put together at most."""

_LOUDNESS = [0.0, *(1 + log(count) for count in range(1, MOST_LINES * _MOST_CHARACTERS + 1))]
"""What a word counts that is said so often: to say it twice does not say twice as much."""

_SQUARES = [loudness * loudness for loudness in _LOUDNESS]


class Words(NamedTuple):
    """How often each word is said, and the length of these counts as a vector."""

    counts: Counter[str]
    length: float


class Wording(dict[int, list[str]]):
    """The words of each line that carry content, as often as they are said; looked for when they are first needed."""

    def __init__(self, texts: Sequence[str], small_words: Container[str]) -> None:
        super().__init__()
        self._texts, self._small_words = texts, small_words

    def __missing__(self, number: int) -> list[str]:
        found = self[number] = said(self._texts[number], self._small_words)
        return found

    def of_all(self, numbers: Iterable[int]) -> Words:
        """The words of lines together, MOST_LINES at most."""
        return words_of(chain.from_iterable([self[number] for number in numbers]))


def words_of(words: Iterable[str]) -> Words:
    """Words, counted."""
    counts = Counter(words)
    return Words(counts, sqrt(sum(map(_SQUARES.__getitem__, counts.values()))))


def said(line: str, small_words: Container[str]) -> list[str]:
    """The words of a line's first 300 characters, without small words, each cut to seven characters.

    Small words are those of less than three characters and those given, folded: the function words of languages stand
    in all texts, whatever these are about. Cutting makes inflected forms meet. In scripts without spaces, pairs of
    characters stand for words. ``topic.content_words`` looks at less of a line, which is enough for headlines.

    >>> said("The elections in Bolivia, after the strike", {"the", "after"})
    ['electio', 'bolivia', 'strike']
    """
    text = fold(line[:_MOST_CHARACTERS])
    if not text.isascii():
        if _MAY_BE_WIDE.search(text):
            return pairs(text) + [word[:_STEM] for word in _OTHER_WORD.findall(text) if word not in small_words]
        for mark in _MARKS:
            text = text.replace(mark, " ")
    words = text.encode(errors="replace").translate(_PARTED).decode().split()  # much faster than to look for words
    return [word[:_STEM] for word in filterfalse(small_words.__contains__, words) if len(word) >= _SHORTEST]


def likeness(one: Words, other: Words) -> int:
    """How alike two texts are in their words, in percent: the cosine of the logarithms of their counts.

    >>> likeness(words_of(["ferry", "storm"]), words_of(["ferry", "strait"]))
    50
    """
    ours, theirs = one.counts, other.counts
    both = ours.keys() & theirs.keys()
    if not both:
        return 0
    shared = sum([_LOUDNESS[ours[word]] * _LOUDNESS[theirs[word]] for word in both])
    return int(100 * shared / (one.length * other.length) + 1e-9)
