"""Hints: one look at a line that tells which recognizers need not be asked, for most lines of a page none.

A timestamp, a byline and a picture credit each hold a word of their tables: a month, a role, an agency, a label. So a
line's words are compared with all tables at once. What no word tells is told by its signs: numbers that make a date or
an hour, a copyright sign, a bracket with a slash inside, an East Asian script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from string import ascii_lowercase, ascii_uppercase, digits, punctuation
from typing import NamedTuple

from .byline_words import byline_words, is_glued
from .credit import credit_words, is_eastern
from .names import known_organisations
from .timestamp_words import words as timestamp_words

NONE, TIMESTAMP, BYLINE, CREDIT = 0, 1, 2, 4

TAIL = 160
"""A line of more characters is no timestamp and no byline, and a credit stands in so many at its end."""

_LONGEST_BYLINE = 120
_LONGEST_WITHOUT_DIGITS = 40  # of timestamps: "an hour ago"
_LEAST_COMPOUND = 9
_MOST_WORDS_WITH_ROLE = 12
_NUMBER = "\x1c"  # stands for any digit: white space that no line of a page holds
_PARTED = bytes.maketrans(
    (ascii_uppercase + punctuation + _NUMBER + digits).encode(),
    (ascii_lowercase + " " * len(punctuation + _NUMBER) + _NUMBER * len(digits)).encode(),
)
_OTHER_SCRIPT = re.compile("[^\x00-\x7f\xa0©«»‘’“”„–—…•]")  # letters may be among these, and digits
_RUNS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_NUMBERS = re.compile(r"\d(?:\s?(?:[.:/-]\s?\d|[hmsdwHMSDW]\b|[apAP]\.)|\d{7})")
_WITH_DIGITS, _WITHOUT_DIGITS = "mwpusqgtjrhbc", "pusgtj"


class _Table(NamedTuple):
    """Words that give a hint, and which hint each gives."""

    dated: tuple[dict[str, int], frozenset[str]]
    """In a line with digits; the words alone, too."""
    undated: tuple[dict[str, int], frozenset[str]]
    """In a line without."""
    leads: frozenset[str]
    """First words of lines that may be bylines."""
    role_endings: tuple[str, ...]


def hints_of(line: str) -> int:
    """Which of timestamp, byline and credit a line may be: a sum of TIMESTAMP, BYLINE and CREDIT, or NONE.

    >>> hints_of("The ferry came back at noon"), hints_of("Jane Doe, Staff Writer"), hints_of("vor 2 Stunden")
    (0, 2, 3)
    """
    size, tail = len(line), line[-TAIL:]
    if tail.isascii() or not _OTHER_SCRIPT.search(tail):  # as most lines are; then bytes are fastest
        parted = tail.encode("ascii", "replace").translate(_PARTED).decode()
        words, dated = parted.split(), _NUMBER in parted
    elif is_eastern(tail):
        return TIMESTAMP | BYLINE | CREDIT
    else:
        words, dated = _RUNS.findall(tail.casefold()), _DIGIT.search(tail) is not None
    hints_of_words, known = _table().dated if dated else _table().undated
    hints = CREDIT if "©" in tail or ("/" in tail and tail[-1] in ")]") else NONE
    if not known.isdisjoint(words):
        for word in known.intersection(words):
            hints |= hints_of_words[word]
    if size > TAIL:
        return hints & CREDIT
    if not dated:
        if size > _LONGEST_WITHOUT_DIGITS:
            hints &= ~TIMESTAMP
    elif _NUMBERS.search(tail):
        hints |= TIMESTAMP | BYLINE
    if hints & BYLINE or size > _LONGEST_BYLINE or not words:
        return hints
    return hints | BYLINE if _may_be_byline(tail, words) else hints


def _may_be_byline(line: str, words: list[str]) -> bool:
    """Whether the first word leads a byline, two words are glued, or a long word ends as those of roles do."""
    table = _table()
    if words[0] in table.leads or is_glued(line):
        return True
    if len(words) > _MOST_WORDS_WITH_ROLE:
        return False
    for word in words:  # noqa: SIM110 - any() costs twice as much here
        if len(word) >= _LEAST_COMPOUND and word.endswith(table.role_endings):
            return True
    return False


@cache
def _table() -> _Table:
    bylines, pictures = byline_words(), credit_words()
    kinds = timestamp_words().kinds
    dated: dict[str, int] = {}
    undated: dict[str, int] = {}
    _add(dated, TIMESTAMP | BYLINE, (entry for entry, kind in kinds.items() if kind in _WITH_DIGITS))
    _add(undated, TIMESTAMP, (entry for entry, kind in kinds.items() if kind in _WITHOUT_DIGITS))
    for table in (dated, undated):
        _add(table, BYLINE, (*bylines.roles, *bylines.desks))
        _add(table, BYLINE | CREDIT, known_organisations())
        _add(table, CREDIT, (*pictures.labels, *pictures.opening))
    leads = frozenset(run for phrase in bylines.first_words for run in _RUNS.findall(phrase)[:1])
    return _Table((dated, frozenset(dated)), (undated, frozenset(undated)), leads, bylines.role_endings)


def _add(table: dict[str, int], hint: int, phrases: Iterable[str]) -> None:
    """The longest word of each phrase gives the hint."""
    for phrase in phrases:
        word = max(_RUNS.findall(phrase), key=len, default="")
        if len(word) > 1:  # single letters stand behind numbers, where the signs tell
            table[word] = table.get(word, NONE) | hint
