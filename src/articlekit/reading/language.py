"""The language of a text, by its script and by the packs' function words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain

from ..knowledge.pack import fold

_SAMPLE = 600
_EASTERN = re.compile(r"[\u3041-\ud7af]")  # one range is looked for faster than the three that count
_SCRIPTS = (
    ("ja", re.compile(r"[\u3041-\u30fa]"), 0.08),
    ("ko", re.compile(r"[\uac00-\ud7af]"), 0.4),
    ("zh", re.compile(r"[\u4e00-\u9fff]"), 0.5),
)
EASTERN_LANGUAGES = frozenset(code for code, _, _ in _SCRIPTS)
"""Those that are told by their script."""

_LONG_ENOUGH, _ALIKE = 150, 5  # characters; percent of the words
_LEAST_HITS = 3
_LEAST_SHARE = 0.12
_LEAD = 1.25
_FEW_HITS, _FEW_SHARE, _FAR_AHEAD = 5, 0.06, 4
"""Languages that join endings to words, as Turkish does, have few function words; no other language is near, then."""


def language_of(lines: Iterable[str], languages_of: Mapping[str, tuple[str, ...]]) -> str | None:
    """ISO 639-1 code of the language most lines are written in; None when no language is clearly ahead.

    ``languages_of`` tells of which languages a word is a function word. A language wins when at least 12 % of the words
    are its function words, and a quarter more than the next one's; where function words are few, when 6 % are, and four
    times as many as the next one's.
    """
    sample = _sample(lines)
    if not sample.isascii() and _EASTERN.search(sample):
        eastern = _by_script(sample)
        if eastern is not None:
            return eastern
    words = fold(sample).split()
    hits = Counter(chain.from_iterable(filter(None, map(languages_of.get, words))))
    most, second, *_ = *sorted(hits.values(), reverse=True), 0, 0
    often = most >= max(_LEAST_HITS, _LEAST_SHARE * len(words)) and most >= _LEAD * second
    if often or (most >= max(_FEW_HITS, _FEW_SHARE * len(words)) and most >= _FAR_AHEAD * second):
        return max(hits, key=hits.__getitem__)
    return None


def traces(line: str, language: str, languages_of: Mapping[str, tuple[str, ...]]) -> int:
    """How many of a language's function words stand in a line, or signs of eastern Asia for a language of there."""
    if language in EASTERN_LANGUAGES:
        return len(_EASTERN.findall(line))
    return sum(language in languages_of.get(word, ()) for word in fold(line).split())


def is_foreign(lines: Iterable[str], language: str, languages_of: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether lines are not in a language: they are long enough to tell, and there is hardly a trace of it in them.

    Other languages have a few words that look like its function words.
    """
    sample = _sample(lines)
    if len(sample) < _LONG_ENOUGH:
        return False
    return 100 * traces(sample, language, languages_of) <= _ALIKE * len(sample.split())


def _by_script(sample: str) -> str | None:
    letters = sum(map(str.isalpha, sample))
    return next((code for code, script, share in _SCRIPTS if len(script.findall(sample)) > share * letters), None)


def _sample(lines: Iterable[str]) -> str:
    taken, size = [], 0
    for line in lines:
        taken.append(line[: _SAMPLE - size])
        size += len(taken[-1])
        if size >= _SAMPLE:
            break
    return "\n".join(taken)
