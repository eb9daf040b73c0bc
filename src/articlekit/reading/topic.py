"""What lines are about: the words that carry content, and how far two sets of them agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff]{2,}")
_MOST_CHARACTERS = 200
_SHORTEST, _STEM = 5, 6
_SMALL = 4
_AFTER_A_WORD = ".,;:!?…\"'”’»)"


def content_words(line: str) -> set[str]:
    """The casefolded words of at least five characters, cut to six; in scripts without spaces, pairs of characters.

    Cutting makes inflected forms meet ("election", "elections"). Only the first 200 characters count.

    >>> sorted(content_words("The elections in Bolivia"))
    ['bolivi', 'electi']
    """
    return stems(line[:_MOST_CHARACTERS].casefold())


def stems(text: str) -> set[str]:
    """The content words of a text, with their capitals as they stand.

    >>> sorted(stems("The elections in Bolivia"))
    ['Bolivi', 'electi']
    """
    if not text.isascii() and (wide := _WIDE.findall(text)):
        return {run[n : n + 2] for run in wide for n in range(len(run) - 1)}
    return {word[:_STEM] for word in text.split() if len(word) >= _SHORTEST}


def names(lines: Iterable[str]) -> set[str]:
    """The words with a capital inside the sentences, without their ends: names, and in German all nouns.

    >>> sorted(names(["The port of Bolivia is far. Evo Morales said so."]))
    ['Bolivi', 'Morale']
    """
    found = set()
    for line in lines:
        words = line[:_MOST_CHARACTERS].split()
        found.update(
            [
                word.rstrip(_AFTER_A_WORD)[:_STEM]
                for before, word in pairwise(words)
                if len(word) >= _SMALL and word[0].isupper() and before[-1] not in ".!?:"
            ]
        )
    return found


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
