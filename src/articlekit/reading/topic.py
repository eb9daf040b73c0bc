"""What lines are about: the words that carry content, and how far two sets of them agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff]{2,}")
_MOST_CHARACTERS = 200
_SHORTEST, _STEM = 5, 6


def content_words(line: str) -> set[str]:
    """The casefolded words of at least five characters, cut to six; in scripts without spaces, pairs of characters.

    Cutting makes inflected forms meet ("election", "elections"). Only the first 200 characters count. The shorter words
    that ``cohesion.said`` counts on the sides of a seam say too little of a headline: with them fewer are found.

    >>> sorted(content_words("The elections in Bolivia"))
    ['bolivi', 'electi']
    """
    text = line[:_MOST_CHARACTERS].casefold()
    return set(pairs(text)) or {word[:_STEM] for word in text.split() if len(word) >= _SHORTEST}


def pairs(text: str) -> list[str]:
    """All pairs of characters in a text of a script without spaces; none in one of another script.

    >>> pairs("東京都")
    ['東京', '京都']
    """
    if text.isascii():
        return []
    return [run[n : n + 2] for run in _WIDE.findall(text) for n in range(len(run) - 1)]


def share_found(words: set[str], among: set[str]) -> int:
    """How many percent of the words are among others; 0 when there are none."""
    return 100 * len(words & among) // len(words) if words else 0


class Topics(dict[int, set[str]]):
    """The content words of each line of a page, looked for when they are first needed; none beyond the page's end."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        self._texts = texts

    def __missing__(self, number: int) -> set[str]:
        found = self[number] = content_words(self._texts[number]) if number < len(self._texts) else set()
        return found

    def of_all(self, numbers: Iterable[int]) -> set[str]:
        """The content words of several lines together."""
        return set().union(*map(self.__getitem__, numbers))
