"""What lines are about: the words that carry content, and how far two sets of them agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff]{2,}")
_MOST_CHARACTERS = 200
_SHORTEST, _STEM = 5, 6


def content_words(line: str) -> set[str]:
    """The casefolded words of at least five characters, cut to six; in scripts without spaces, pairs of characters.

    Cutting makes inflected forms meet ("election", "elections"). Only the first 200 characters count.

    >>> sorted(content_words("The elections in Bolivia"))
    ['bolivi', 'electi']
    """
    text = line[:_MOST_CHARACTERS].casefold()
    if not text.isascii() and (wide := _WIDE.findall(text)):
        return {run[n : n + 2] for run in wide for n in range(len(run) - 1)}
    return {word[:_STEM] for word in text.split() if len(word) >= _SHORTEST}


def share_found(words: set[str], among: set[str]) -> int:
    """How many percent of the words are among others; 0 when there are none."""
    return 100 * len(words & among) // len(words) if words else 0


class Topics:
    """The content words of a page's lines, each looked for once and only when needed."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._found: dict[int, set[str]] = {}

    def of(self, number: int) -> set[str]:
        """The content words of one line; none beyond the page's end."""
        if number >= len(self._texts):
            return set()
        found = self._found.get(number)
        if found is None:
            found = self._found[number] = content_words(self._texts[number])
        return found

    def of_all(self, numbers: Iterable[int]) -> set[str]:
        """The content words of several lines together."""
        return set().union(*[self.of(number) for number in numbers])
