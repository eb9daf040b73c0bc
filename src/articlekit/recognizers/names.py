"""What a person's name looks like."""

from __future__ import annotations

import re

_PARTICLES = frozenset(
    [
        "van",
        "von",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "do",
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "la",
        "le",
        "du",
        "des",
        "ter",
        "ten",
        "zu",
        "zum",
        "zur",
        "y",
        "e",
        "af",
        "av",
        "der'",
    ]
)
_WORD = re.compile(r"[^\W\d_][^\W\d_.'’\-]*+(?:[.'’\-][^\W\d_]*+)*+$")
_EASTERN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2,6}$")
LEAST_WORDS, MOST_WORDS = 2, 5


def is_name(text: str) -> bool:
    """Whether a text has the shape of a person's full name: two to five words, each with a capital or a particle.

    >>> is_name("Anna van der Meer"), is_name("anna"), is_name("The 2 Annas")
    (True, False, False)
    """
    words = text.split()
    if not LEAST_WORDS <= len(words) <= MOST_WORDS:
        return _EASTERN.match(text) is not None
    return not words[-1].islower() and all(is_name_word(word) for word in words)


def is_name_word(word: str) -> bool:
    """Whether a word can stand in a name: it has a capital, or is a particle, or its script has no capitals."""
    if word in _PARTICLES:
        return True
    if not _WORD.match(word):
        return False
    return not word[0].islower() or any(char.isupper() for char in word)
